/** Device and threads: what every stage sets up first. */
import * as torch from '@beit2/torch';
import type { Device } from '@beit2/torch';
import { UserError } from '../errors.js';
import { World } from './world.js';

/**
 * The device that a recipe's `device` means.
 * @param name auto (CUDA, Metal, CPU: the first there is), cpu, cuda, cuda:N or mps
 * @throws UserError when this machine, or its libtorch, has no such device
 */
export function chooseDevice(name: string): Device {
  if (name === 'auto') {
    if (torch.cuda.isAvailable()) return 'cuda';
    return torch.mps.isAvailable() ? 'mps' : 'cpu';
  }
  if (name.startsWith('cuda')) {
    const count = torch.cuda.isAvailable() ? torch.cuda.deviceCount() : 0;
    const wanted = Number(name.split(':')[1] ?? 0);
    if (wanted >= count) {
      const there =
        count === 0 ? 'this libtorch cannot use any CUDA device' : `there are ${count} CUDA devices`;
      throw new UserError(`device ${name} cannot be used: ${there}; beit2 doctor lists the devices.`);
    }
  }
  if (name === 'mps' && !torch.mps.isAvailable()) {
    throw new UserError('device mps cannot be used: this machine has no Metal device that libtorch can use.');
  }
  return name as Device; // the recipe's schema and the check above leave nothing else
}

/** A rank's own device: of several on a machine each takes the GPU of its number, where the recipe names none. */
export function deviceOfRank(device: Device, localRank: number, count: number): Device {
  return device === 'cuda' && count > 0 ? `cuda:${localRank % count}` : device;
}

/** Sets threads and seeds every generator. @param world whose rank this is. @returns the device */
export function prepareEngine(
  recipe: { device: string; threads: number | 'auto'; seed: number },
  world = World.alone,
): Device {
  const device = chooseDevice(recipe.device);
  if (recipe.threads !== 'auto') torch.setNumThreads(recipe.threads);
  torch.manualSeed(recipe.seed);
  if (world.size === 1) return device;
  return deviceOfRank(device, world.localRank, device === 'cuda' ? torch.cuda.deviceCount() : 0);
}
