/** Loss scaling for float16. */
import { full, zeros } from '../generated/functions.js';
import { noGrad } from '../modes.js';
import { native } from '../native.js';
import { checkOptions, type OptionNames } from '../options.js';
import { scope } from '../scope.js';
import { idOf, type Tensor } from '../tensor.js';
import { unscale, updateScale } from './kernels.js';
import type { StepOptions } from './optimizer.js';
import { expectObject, expectTensor } from '../expect.js';

/** Options of GradScaler. */
export interface GradScalerOptions {
  /** @default 65536 */
  initScale?: number;
  /** Factor after `growthInterval` good steps, more than 1. @default 2 */
  growthFactor?: number;
  /** Factor after a step with infinities, in (0, 1). @default 0.5 */
  backoffFactor?: number;
  /** @default 2000 */
  growthInterval?: number;
  /** `false` makes every call do nothing but the step itself. @default true */
  enabled?: boolean;
}

const gradScalerOptions: OptionNames<GradScalerOptions> = {
  initScale: true,
  growthFactor: true,
  backoffFactor: true,
  growthInterval: true,
  enabled: true,
};

/** What GradScaler.stateDict() gives: plain numbers. */
export interface GradScalerState {
  scale: number;
  growthFactor: number;
  backoffFactor: number;
  growthInterval: number;
  growthTracker: number;
}

/** What the scaler needs of an optimizer. */
interface ScaledOptimizer {
  readonly paramGroups: readonly { readonly params: readonly Tensor[] }[];
  step(options: StepOptions): void;
}

/**
 * Multiplies the loss so that small float16 gradients do not vanish, divides the gradients again, skips steps whose
 * gradients are not finite, and adapts the scale. Whether a step is skipped is decided on the device: no call waits for
 * it but getScale() and stateDict().
 * @example
 * scaler.scale(loss).backward();
 * scaler.unscale_(optimizer);             // only to look at or clip the gradients
 * optim.clipGradNorm_(model.parameters(), 3);
 * scaler.step(optimizer);
 * scaler.update();
 */
export class GradScaler {
  readonly enabled: boolean;
  #growthFactor: number;
  #backoffFactor: number;
  #growthInterval: number;
  #initScale: number;
  #initGrowthTracker = 0;
  // Made on the device of the first loss: the scale, good steps since it last changed.
  #scale: Tensor | null = null;
  #growthTracker: Tensor | null = null;
  // Whether infinities were found in the gradients, by optimizer, since the last update().
  readonly #found = new Map<ScaledOptimizer, { foundInf: Tensor; stepped: boolean }>();

  constructor(options: GradScalerOptions = {}) {
    const {
      initScale = 65536,
      growthFactor = 2,
      backoffFactor = 0.5,
      growthInterval = 2000,
      enabled = true,
    } = checkOptions('GradScaler', options, gradScalerOptions);
    checkRange('initScale', initScale, 'a finite number above 0', initScale > 0 && initScale < Infinity);
    checkRange('growthFactor', growthFactor, 'a number above 1', growthFactor > 1);
    checkRange('backoffFactor', backoffFactor, 'a number in (0, 1)', backoffFactor > 0 && backoffFactor < 1);
    const whole = Number.isInteger(growthInterval) && growthInterval > 0;
    checkRange('growthInterval', growthInterval, 'a positive integer', whole);
    this.enabled = enabled;
    this.#initScale = initScale;
    this.#growthFactor = growthFactor;
    this.#backoffFactor = backoffFactor;
    this.#growthInterval = growthInterval;
  }

  /** The loss times the scale. */
  scale(loss: Tensor): Tensor {
    expectTensor('GradScaler.scale', 'loss', loss);
    if (!this.enabled) return loss;
    if (this.#scale === null) {
      const { device } = loss;
      this.#scale = full([], this.#initScale, { dtype: 'float32', device }).keep();
      this.#growthTracker = full([], this.#initGrowthTracker, { dtype: 'int32', device }).keep();
    }
    return loss.mul(this.#scale);
  }

  /**
   * Divides the gradients of the optimizer's parameters by the scale, in place.
   * @throws Error when that was done since the last update(), or no loss was ever scaled.
   */
  unscale_(optimizer: ScaledOptimizer): void {
    if (!this.enabled) return;
    const scale = started(this.#scale, 'unscale_');
    const entry = this.#found.get(optimizer);
    if (entry !== undefined) {
      const call = entry.stepped ? 'step' : 'unscale_';
      throw new Error(
        `GradScaler.unscale_: ${call}() was called for this optimizer already: call update() between`,
      );
    }
    scope(() =>
      noGrad(() => {
        const foundInf = zeros([], { dtype: 'float32', device: scale.device }).keep();
        // In float64, so that the reciprocal is exact for every power of two.
        const inverse = scale.double().reciprocal().float();
        for (const { params } of optimizer.paramGroups) {
          const grads = params.map((param) => native.grad(idOf(param))).filter((grad) => grad !== null);
          if (grads.length > 0) unscale(grads, idOf(foundInf), idOf(inverse));
        }
        this.#found.set(optimizer, { foundInf, stepped: false });
      }),
    );
  }

  /** Steps the optimizer with unscaled gradients, unless they are not all finite. @throws Error when called twice. */
  step(optimizer: ScaledOptimizer): void {
    if (!this.enabled) {
      optimizer.step({});
      return;
    }
    if (!this.#found.has(optimizer)) this.unscale_(optimizer);
    const entry = this.#found.get(optimizer);
    if (entry === undefined || entry.stepped) {
      throw new Error('GradScaler.step: step() was called for this optimizer already: call update() between');
    }
    optimizer.step({ foundInf: entry.foundInf });
    entry.stepped = true;
  }

  /** Adapts the scale to what the last steps found. @throws Error when no optimizer was stepped or unscaled. */
  update(): void {
    if (!this.enabled) return;
    const scale = started(this.#scale, 'update');
    const growthTracker = started(this.#growthTracker, 'update');
    const found = [...this.#found.values()].map(({ foundInf }) => foundInf);
    const [first, ...others] = found;
    if (first === undefined) throw new Error('GradScaler.update: call step() first');
    noGrad(() => {
      for (const other of others) first.add_(other);
      updateScale(
        idOf(scale),
        idOf(growthTracker),
        idOf(first),
        this.#growthFactor,
        this.#backoffFactor,
        this.#growthInterval,
      );
    });
    for (const tensor of found) tensor.dispose();
    this.#found.clear();
  }

  /** The present scale; 1 when not enabled. Waits for the device. */
  getScale(): number {
    if (!this.enabled) return 1;
    return this.#scale === null ? this.#initScale : this.#scale.item();
  }

  /** Numbers from which loadStateDict() goes on. Waits for the device. */
  stateDict(): GradScalerState {
    return {
      scale: this.getScale(),
      growthFactor: this.#growthFactor,
      backoffFactor: this.#backoffFactor,
      growthInterval: this.#growthInterval,
      growthTracker: this.#growthTracker === null ? this.#initGrowthTracker : this.#growthTracker.item(),
    };
  }

  loadStateDict(state: GradScalerState): void {
    expectObject('GradScaler.loadStateDict', 'state', state);
    const { scale, growthFactor, backoffFactor, growthInterval, growthTracker } = state;
    this.#initScale = scale;
    this.#growthFactor = growthFactor;
    this.#backoffFactor = backoffFactor;
    this.#growthInterval = growthInterval;
    this.#initGrowthTracker = growthTracker;
    noGrad(() => {
      this.#scale?.fill_(scale);
      this.#growthTracker?.fill_(growthTracker);
    });
  }
}

function checkRange(name: string, value: number, expectation: string, holds: boolean): void {
  if (!holds) throw new RangeError(`GradScaler: expected ${expectation} for ${name} but received ${value}`);
}

function started(tensor: Tensor | null, call: string): Tensor {
  if (tensor === null)
    throw new Error(`GradScaler.${call}: no loss was scaled yet: call scale() before backward()`);
  return tensor;
}
