/** Accelerators: what is there, waiting for them, their memory. */
import type { Device } from './dtype.js';
import { native } from './native.js';
import { expectString } from './expect.js';

/** NVIDIA GPUs, where libtorch is a CUDA build. */
export const cuda = {
  isAvailable: (): boolean => native.hasCuda() && native.cudaDeviceCount() > 0,
  deviceCount: (): number => native.cudaDeviceCount(),
};

/** Apple GPUs. */
export const mps = {
  isAvailable: (): boolean => native.hasMps(),
};

/** Waits until the device has done all work given to it; does nothing for the CPU. */
export function synchronize(device: Device): void {
  expectString('torch.synchronize', 'device', device);
  if (!device.startsWith('cpu')) native.synchronize(device);
}

/** Bytes of an accelerator's memory: in tensors now, the most so far, and reserved from the system. */
export function deviceMemory(device: Device): { allocated: number; peak: number; reserved: number } {
  const [allocated, peak, reserved] = native.deviceMemory(device);
  return { allocated, peak, reserved };
}

/** Starts the peak of deviceMemory() anew. */
export function resetPeakMemory(device: Device): void {
  native.resetPeakMemory(device);
}

/** Gives unused memory that is kept for the next tensors back to the system: an accelerator's, or the CPU's (with glibc). */
export function emptyCache(device: Device): void {
  native.emptyCache(device);
}
