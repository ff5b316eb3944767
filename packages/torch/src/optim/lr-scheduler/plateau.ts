/** The rate by what is measured. */
import { checkOptions, type OptionNames } from '../../options.js';
import type { Tensor } from '../../tensor.js';
import {
  checkOptimizer,
  checkState,
  eachGroup,
  type ScheduledOptimizer,
  type SchedulerState,
} from './scheduler.js';
import { expectTensor } from '../../expect.js';

/** Options of ReduceLROnPlateau. */
export interface PlateauOptions {
  /** Whether a smaller or a larger figure is better. @default 'min' */
  mode?: 'min' | 'max';
  /** Below 1. @default 0.1 */
  factor?: number;
  /** Epochs without improvement that are let pass. @default 10 */
  patience?: number;
  /** Least change that counts as an improvement. @default 1e-4 */
  threshold?: number;
  /** Whether the threshold is a share of the best figure or a difference. @default 'rel' */
  thresholdMode?: 'rel' | 'abs';
  /** Epochs after a reduction in which none is looked for. @default 0 */
  cooldown?: number;
  /** Least rate: one for all groups or one for each. @default 0 */
  minLr?: number | readonly number[];
  /** Least change of a rate; a smaller one is not made. @default 1e-8 */
  eps?: number;
}
const plateauOptions: OptionNames<PlateauOptions> = {
  mode: true,
  factor: true,
  patience: true,
  threshold: true,
  thresholdMode: true,
  cooldown: true,
  minLr: true,
  eps: true,
};

/** Reduces the rate where a figure no longer improves. */
export class ReduceLROnPlateau {
  readonly optimizer: ScheduledOptimizer;
  lastEpoch = 0;
  #settings: Required<Omit<PlateauOptions, 'minLr'>>;
  #minLrs: number[];
  #best: number;
  #badEpochs = 0;
  #cooling = 0;

  constructor(optimizer: ScheduledOptimizer, options: PlateauOptions = {}) {
    const label = 'ReduceLROnPlateau';
    const { minLr = 0, ...rest } = checkOptions(label, options, plateauOptions);
    checkOptimizer(label, optimizer);
    const { mode = 'min', factor = 0.1, patience = 10, threshold = 1e-4 } = rest;
    const { thresholdMode = 'rel', cooldown = 0, eps = 1e-8 } = rest;
    if (!(factor < 1)) throw new RangeError(`${label}: expected a factor below 1 but received ${factor}`);
    checkWord(label, 'mode', mode, ['min', 'max']);
    checkWord(label, 'thresholdMode', thresholdMode, ['rel', 'abs']);
    this.optimizer = optimizer;
    this.#settings = { mode, factor, patience, threshold, thresholdMode, cooldown, eps };
    this.#minLrs = eachGroup(label, 'minLr', minLr, optimizer);
    this.#best = mode === 'min' ? Infinity : -Infinity;
  }

  /** Takes this epoch's figure. @throws TypeError where it is not a number. */
  step(figure: number | Tensor): void {
    if (typeof figure !== 'number') expectTensor('ReduceLROnPlateau.step', 'figure', figure);
    const value = typeof figure === 'number' ? figure : figure.item();
    if (typeof value !== 'number') throw new TypeError('ReduceLROnPlateau: expected a number for the figure');
    const { patience, cooldown } = this.#settings;
    this.lastEpoch++;
    if (this.#isBetter(value)) {
      this.#best = value;
      this.#badEpochs = 0;
    } else this.#badEpochs++;
    if (this.#cooling > 0) {
      this.#cooling--;
      this.#badEpochs = 0;
    }
    if (this.#badEpochs > patience) {
      this.#reduce();
      this.#cooling = cooldown;
      this.#badEpochs = 0;
    }
  }

  /** The present rates, one for each group. */
  getLastLr(): number[] {
    return this.optimizer.paramGroups.map(({ lr }) => lr);
  }

  stateDict(): SchedulerState {
    return {
      ...this.#settings,
      minLrs: [...this.#minLrs],
      lastEpoch: this.lastEpoch,
      // JSON has no infinity.
      best: Number.isFinite(this.#best) ? this.#best : null,
      badEpochs: this.#badEpochs,
      cooling: this.#cooling,
    };
  }

  /** @throws TypeError where `state` is not a state of this kind of schedule. */
  loadStateDict(state: SchedulerState): void {
    checkState('ReduceLROnPlateau', state, this.stateDict());
    const { minLrs, lastEpoch, best, badEpochs, cooling, ...settings } = state;
    this.#settings = settings as unknown as Required<Omit<PlateauOptions, 'minLr'>>;
    this.#minLrs = [...(minLrs as number[])];
    this.lastEpoch = lastEpoch as number;
    const worst = this.#settings.mode === 'min' ? Infinity : -Infinity;
    this.#best = (best as number | null) ?? worst;
    this.#badEpochs = badEpochs as number;
    this.#cooling = cooling as number;
  }

  #isBetter(value: number): boolean {
    const { mode, threshold, thresholdMode } = this.#settings;
    const best = this.#best;
    if (mode === 'min') return value < (thresholdMode === 'rel' ? best * (1 - threshold) : best - threshold);
    return value > (thresholdMode === 'rel' ? best * (1 + threshold) : best + threshold);
  }

  #reduce(): void {
    this.optimizer.paramGroups.forEach((group, i) => {
      const lr = Math.max(group.lr * this.#settings.factor, this.#minLrs[i] ?? this.#minLrs[0] ?? 0);
      if (group.lr - lr > this.#settings.eps) group.lr = lr;
    });
  }
}

function checkWord(label: string, name: string, value: string, choices: readonly string[]): void {
  if (choices.includes(value)) return;
  const list = choices.map((choice) => `'${choice}'`).join(' or ');
  throw new RangeError(`${label}: expected ${list} for ${name} but received '${value}'`);
}
