/** What schedules of the learning rate share. */
import { isPlainObject, unknownOption } from '../../options.js';

/** A parameter group as schedules see it. */
export interface ScheduledGroup {
  lr: number;
  initialLr?: number;
  momentum?: number;
  betas?: readonly [number, number];
}

/** What a schedule needs of an optimizer. */
export interface ScheduledOptimizer {
  readonly paramGroups: readonly ScheduledGroup[];
}

/** What a schedule's stateDict() gives: numbers, texts and lists that JSON can hold. */
export type SchedulerState = Record<string, unknown>;

/**
 * Base class of schedules: step() is called after each epoch (or step) of the optimizer and sets the rate of every
 * group. The rates that the groups have when the first schedule is made are the base rates.
 */
export abstract class LRScheduler {
  readonly optimizer: ScheduledOptimizer;
  /** Steps since the start; 0 after construction. */
  lastEpoch = -1;
  /** Rate of each group that the schedule starts from. */
  protected baseLrs: number[];
  protected stepCount = 0;
  /** Whether this is the step that the constructor makes. */
  protected isInitial = false;

  /** @throws TypeError where `optimizer` is not an optimizer. */
  constructor(optimizer: ScheduledOptimizer) {
    checkOptimizer(this.constructor.name, optimizer);
    this.optimizer = optimizer;
    for (const group of optimizer.paramGroups) group.initialLr ??= group.lr;
    this.baseLrs = optimizer.paramGroups.map(({ initialLr, lr }) => initialLr ?? lr);
  }

  /** Sets the rates of the next epoch. */
  step(): void {
    this.stepCount++;
    this.lastEpoch++;
    this.apply(this.rates());
  }

  /** The rates that the last step set, one for each group. */
  getLastLr(): number[] {
    return this.optimizer.paramGroups.map(({ lr }) => lr);
  }

  /** What loadStateDict() continues from; the optimizer's own state dict holds the rates. */
  stateDict(): SchedulerState {
    const { lastEpoch, stepCount, baseLrs } = this;
    return { ...this.settings(), lastEpoch, stepCount, baseLrs: [...baseLrs] };
  }

  /** @throws TypeError where `state` is not a state of this kind of schedule. */
  loadStateDict(state: SchedulerState): void {
    checkState(this.constructor.name, state, this.stateDict());
    const { lastEpoch, stepCount, baseLrs, ...settings } = state;
    this.lastEpoch = lastEpoch as number;
    this.stepCount = stepCount as number;
    this.baseLrs = [...(baseLrs as number[])];
    this.takeSettings(settings);
  }

  /** For SequentialLR: starts the schedule again, as its constructor did. */
  startAgain(): void {
    this.stepCount = 0;
    this.isInitial = true;
    this.step();
    this.isInitial = false;
  }

  /** For SequentialLR: takes back the step of the constructor. */
  undoStart(): void {
    this.lastEpoch--;
  }

  /** For SequentialLR: the rates of epoch 0, whatever those before were. */
  enter(): void {
    this.lastEpoch = 0;
    this.apply(this.ratesAtEpoch?.() ?? this.rates());
  }

  /** The rates of `lastEpoch`, given that the groups hold those of the epoch before. */
  protected abstract rates(): number[];

  /** The rates of `lastEpoch` from the base rates alone, where there is a formula. */
  protected ratesAtEpoch?(): number[];

  /** What the state dict says beside the counters. */
  protected abstract settings(): SchedulerState;
  protected abstract takeSettings(settings: SchedulerState): void;

  /** The present rates times a factor. */
  protected scaled(factor: number): number[] {
    return this.optimizer.paramGroups.map(({ lr }) => lr * factor);
  }

  protected apply(rates: readonly number[]): void {
    this.optimizer.paramGroups.forEach((group, i) => (group.lr = rates[i] ?? group.lr));
  }
}

/** @throws TypeError unless it has groups of parameters. */
export function checkOptimizer(label: string, given: unknown): asserts given is ScheduledOptimizer {
  if (typeof given === 'object' && given !== null && 'paramGroups' in given) return;
  const received = given === null ? 'null' : typeof given;
  throw new TypeError(`${label}: expected an optimizer but received ${received}`);
}

/** @throws TypeError where the keys of a state are not those that are expected. */
export function checkState(label: string, state: unknown, expected: SchedulerState): void {
  if (!isPlainObject(state)) throw new TypeError(`loading ${label}: expected an object with the state`);
  const names = Object.keys(expected);
  for (const key of Object.keys(state)) {
    if (!Object.hasOwn(expected, key)) throw new TypeError(`loading ${label}: ${unknownOption(key, names)}`);
  }
  const missing = names.filter((name) => !Object.hasOwn(state, name));
  if (missing.length > 0) throw new TypeError(`loading ${label}: the state lacks ${missing.join(', ')}`);
}

/** One value for each group, from one for all or a list. @throws RangeError for a list of another length. */
export function eachGroup<T>(
  label: string,
  name: string,
  value: T | readonly T[],
  { paramGroups }: ScheduledOptimizer,
): T[] {
  if (!Array.isArray(value)) return paramGroups.map(() => value as T);
  const list = value as readonly T[];
  if (list.length === paramGroups.length) return [...list];
  throw new RangeError(
    `${label}: expected ${paramGroups.length} values for ${name}, one for each group, but received ${list.length}`,
  );
}

/** @throws RangeError unless `value` is a whole number of at least `least`. */
export function checkWhole(label: string, name: string, value: number, least = 1): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new RangeError(
    `${label}: expected an integer of at least ${least} for ${name} but received ${value}`,
  );
}

/** @throws RangeError unless `value` is in [0, 1]. */
export function checkShare(label: string, name: string, value: number): void {
  if (value >= 0 && value <= 1) return;
  throw new RangeError(`${label}: expected a number in [0, 1] for ${name} but received ${value}`);
}
