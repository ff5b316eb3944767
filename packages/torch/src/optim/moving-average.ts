/** Exponential moving average of a model's weights. */
import { noGrad } from '../modes.js';
import type { TensorId } from '../native.js';
import { Module } from '../nn/module.js';
import { Parameter } from '../nn/parameter.js';
import {
  compareStateDict,
  copyStateDict,
  type StateDict,
  type StateDictLike,
  toStateDict,
} from '../nn/state-dict.js';
import { checkOptions, type OptionNames } from '../options.js';
import { finishCopy } from '../snapshot.js';
import { idOf, type Tensor } from '../tensor.js';
import { foreachCopy, foreachLerp } from './kernels.js';
import { expectInstance } from '../expect.js';

/** Options of ExponentialMovingAverage. */
export interface MovingAverageOptions {
  /** Share of the old average kept at each update, in [0, 1]. @default 0.9999 */
  decay?: number;
}

const averageOptions: OptionNames<MovingAverageOptions> = { decay: true };

/**
 * Keeps average ← decay·average + (1 - decay)·weight for every parameter of a module, and copies of its persistent
 * buffers, in the dtype of the weights (keep those in float32). For evaluation, swap() puts the averages into the module and swap() again takes them out.
 */
export class ExponentialMovingAverage {
  decay: number;
  readonly #module: Module;
  readonly #averages: StateDict = new Map();
  #swapped = false;

  /** Starts from the module's present weights. @throws RangeError for a decay outside [0, 1]. */
  constructor(module: Module, options: MovingAverageOptions = {}) {
    expectInstance('ExponentialMovingAverage', 'module', module, Module);
    const { decay = 0.9999 } = checkOptions('ExponentialMovingAverage', options, averageOptions);
    if (!(decay >= 0 && decay <= 1)) {
      throw new RangeError(
        `ExponentialMovingAverage: expected a number in [0, 1] for decay but received ${decay}`,
      );
    }
    this.decay = decay;
    this.#module = module;
    for (const [key, tensor] of module.stateDict()) {
      this.#averages.set(key, noGrad(() => tensor.clone()).keep());
    }
  }

  /** Moves the averages towards the module's weights: call it after each optimizer step. */
  update(): void {
    this.#refuseWhileSwapped('update');
    const averages: TensorId[] = [];
    const weights: TensorId[] = [];
    const copies: TensorId[] = [];
    const buffers: TensorId[] = [];
    for (const [key, tensor] of this.#module.stateDict()) {
      const isWeight = tensor instanceof Parameter;
      (isWeight ? averages : copies).push(idOf(this.#average(key)));
      (isWeight ? weights : buffers).push(idOf(tensor));
    }
    finishCopy();
    noGrad(() => {
      if (weights.length > 0) foreachLerp(averages, weights, 1 - this.decay);
      if (buffers.length > 0) foreachCopy(copies, buffers);
    });
  }

  /** Whether the averages are in the module now. */
  get swapped(): boolean {
    return this.#swapped;
  }

  /** Exchanges the module's weights and buffers with the averages, without copying. */
  swap(): void {
    noGrad(() => {
      for (const [key, tensor] of this.#module.stateDict()) {
        const average = this.#average(key);
        const own = tensor.detach();
        tensor.setData_(average);
        average.setData_(own);
        own.dispose();
      }
    });
    this.#swapped = !this.#swapped;
  }

  /** The averages under the module's own keys: the tensors themselves, not copies. @throws Error while swapped. */
  stateDict(): StateDict {
    this.#refuseWhileSwapped('stateDict');
    return new Map(this.#averages);
  }

  /** Copies averages in. @throws Error that lists every key and shape that does not fit; and while swapped. */
  loadStateDict(state: StateDictLike): void {
    this.#refuseWhileSwapped('loadStateDict');
    const source = toStateDict('ExponentialMovingAverage.loadStateDict', state);
    compareStateDict('loading ExponentialMovingAverage', this.#averages, source, true);
    copyStateDict(this.#averages, source);
  }

  #refuseWhileSwapped(call: string): void {
    if (!this.#swapped) return;
    throw new Error(
      `ExponentialMovingAverage.${call}: the averages are in the module now: call swap() first`,
    );
  }

  #average(key: string): Tensor {
    const average = this.#averages.get(key);
    if (average === undefined) throw new Error(`ExponentialMovingAverage: ${key} is new in the module`);
    return average;
  }
}
