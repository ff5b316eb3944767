/** Modes that hold while a function runs, and settings of the library. */
import type { Device, DType } from './dtype.js';
import { native } from './native.js';
import { checkOptions, type OptionNames } from './options.js';
import { refusePromise, type Synchronous } from './synchronous.js';
import { expectFunction } from './expect.js';

function synchronous<T>(name: string, result: Synchronous<T>): T {
  return refusePromise<T>(
    result,
    `torch.${name}() takes a synchronous function: after an await the mode would have ended, or affect other code`,
  );
}

function withGrad<T>(name: string, enabled: boolean, body: () => Synchronous<T>): T {
  expectFunction(`torch.${name}`, 'body', body);
  const before = native.gradEnabled();
  native.setGradEnabled(enabled);
  try {
    return synchronous<T>(name, body());
  } finally {
    native.setGradEnabled(before);
  }
}

/** Runs `body` without recording operations for gradients. @throws Error for an async body. */
export function noGrad<T>(body: () => Synchronous<T>): T {
  return withGrad('noGrad', false, body);
}

/** Runs `body` recording operations, inside noGrad() too. @throws Error for an async body. */
export function enableGrad<T>(body: () => Synchronous<T>): T {
  return withGrad('enableGrad', true, body);
}

/** Whether operations are being recorded for gradients. */
export function isGradEnabled(): boolean {
  return native.gradEnabled();
}

/** Runs `body` without gradients nor version counting; its tensors can never take part in autograd. */
export function inferenceMode<T>(body: () => Synchronous<T>): T {
  expectFunction('torch.inferenceMode', 'body', body);
  native.enterInference();
  try {
    return synchronous<T>('inferenceMode', body());
  } finally {
    native.leaveMode();
  }
}

/** Options of autocast(). */
export interface AutocastOptions {
  /** @default 'cpu' */
  device?: Device;
  /** Lower precision to compute matrix products in. @default the device's own: bfloat16 on the CPU, float16 on CUDA */
  dtype?: DType;
  /** `false` switches an outer autocast off inside. @default true */
  enabled?: boolean;
}

const autocastOptions: OptionNames<AutocastOptions> = { device: true, dtype: true, enabled: true };

/**
 * Runs `body` with operations cast to a lower precision where that is safe (matrix products) and to float32 where it is
 * not (reductions, losses). Cast weights are cached until the outermost autocast ends.
 */
export function autocast<T>(options: AutocastOptions, body: () => Synchronous<T>): T {
  const { device = 'cpu', dtype, enabled = true } = checkOptions('autocast', options, autocastOptions);
  expectFunction('torch.autocast', 'body', body);
  const [wasEnabled, wasDtype] = native.autocastState(device);
  native.setAutocast(device, enabled, dtype ?? wasDtype);
  native.enterAutocast();
  try {
    return synchronous<T>('autocast', body());
  } finally {
    native.leaveAutocast();
    native.setAutocast(device, wasEnabled, wasDtype);
  }
}

/** Seeds the default generators of all devices. @param seed Any integer of 64 bits. */
export function manualSeed(seed: number | bigint): void {
  native.manualSeed(seed);
}

/** Threads of one operation (OpenMP). @param count 1 to 4096. */
export function setNumThreads(count: number): void {
  native.setNumThreads(count);
}
export function getNumThreads(): number {
  return native.getNumThreads();
}

/** Options of useDeterministicAlgorithms(). */
export interface DeterministicOptions {
  /** Warn where an operator has no deterministic form, rather than throw. @default false */
  warnOnly?: boolean;
}

const deterministicOptions: OptionNames<DeterministicOptions> = { warnOnly: true };

/** Has operators without a deterministic form throw (or warn) rather than differ from run to run. */
export function useDeterministicAlgorithms(enabled: boolean, options: DeterministicOptions = {}): void {
  const { warnOnly = false } = checkOptions('useDeterministicAlgorithms', options, deterministicOptions);
  native.setDeterministic(enabled, warnOnly);
}
export function areDeterministicAlgorithmsEnabled(): boolean {
  return native.deterministic();
}

/** Precision of float32 matrix products inside: `highest` is float32 itself, the others may use TF32 or bfloat16. */
export function setFloat32MatmulPrecision(precision: 'highest' | 'high' | 'medium'): void {
  native.setMatmulPrecision(precision);
}
