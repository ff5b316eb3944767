/** Schedules put together from others. */
import { checkState, LRScheduler, type ScheduledOptimizer, type SchedulerState } from './scheduler.js';
import { expectArray } from '../../expect.js';

function checkMembers(
  label: string,
  optimizer: ScheduledOptimizer,
  schedulers: readonly LRScheduler[],
): void {
  expectArray(label, 'schedulers', schedulers);
  if (schedulers.length === 0) throw new RangeError(`${label}: expected at least one schedule`);
  for (const [i, scheduler] of schedulers.entries()) {
    if (!(scheduler instanceof LRScheduler)) {
      throw new TypeError(
        `${label}: schedule ${i} cannot take part: its step() is not one of an epoch alone`,
      );
    }
    if (scheduler.optimizer !== optimizer) {
      throw new Error(`${label}: schedule ${i} (${scheduler.constructor.name}) is of another optimizer`);
    }
  }
}

/** One schedule after the other: `schedulers[i + 1]` starts at epoch `milestones[i]`. */
export class SequentialLR extends LRScheduler {
  readonly #schedulers: readonly LRScheduler[];
  readonly #milestones: readonly number[];

  constructor(
    optimizer: ScheduledOptimizer,
    schedulers: readonly LRScheduler[],
    milestones: readonly number[],
  ) {
    expectArray('SequentialLR', 'milestones', milestones);
    checkMembers('SequentialLR', optimizer, schedulers);
    if (milestones.length !== schedulers.length - 1) {
      throw new RangeError(
        `SequentialLR: expected ${schedulers.length - 1} milestones for ${schedulers.length} schedules but received ${milestones.length}`,
      );
    }
    super(optimizer);
    this.#schedulers = [...schedulers];
    this.#milestones = [...milestones];
    this.lastEpoch = 0;
    for (const group of optimizer.paramGroups) group.lr = group.initialLr ?? group.lr;
    for (const scheduler of this.#schedulers) scheduler.undoStart();
    this.#at(0).startAgain();
  }

  override step(): void {
    this.lastEpoch++;
    if (this.#milestones.includes(this.lastEpoch)) this.#at(this.lastEpoch).enter();
    else this.#at(this.lastEpoch).step();
  }
  override startAgain(): void {
    this.lastEpoch = 0;
    this.#at(0).startAgain();
  }
  override undoStart(): void {
    for (const scheduler of this.#schedulers) scheduler.undoStart();
  }
  override enter(): void {
    this.lastEpoch = 0;
    this.#at(0).enter();
  }

  override stateDict(): SchedulerState {
    return { lastEpoch: this.lastEpoch, schedulers: this.#schedulers.map((one) => one.stateDict()) };
  }
  override loadStateDict(state: SchedulerState): void {
    checkState('SequentialLR', state, this.stateDict());
    this.lastEpoch = state.lastEpoch as number;
    loadMembers('SequentialLR', this.#schedulers, state);
  }

  protected override rates(): number[] {
    return this.getLastLr();
  }
  protected override settings(): SchedulerState {
    return {};
  }
  protected override takeSettings(): void {
    // its members have their own
  }

  #at(epoch: number): LRScheduler {
    const passed = this.#milestones.filter((milestone) => milestone <= epoch).length;
    return this.#schedulers[passed] as LRScheduler;
  }
}

/** Several schedules at once, each multiplying what those before it made. */
export class ChainedScheduler extends LRScheduler {
  readonly #schedulers: readonly LRScheduler[];

  constructor(schedulers: readonly LRScheduler[]) {
    expectArray('ChainedScheduler', 'schedulers', schedulers);
    const [first] = schedulers;
    if (first === undefined) throw new RangeError('ChainedScheduler: expected at least one schedule');
    super(first.optimizer);
    checkMembers('ChainedScheduler', first.optimizer, schedulers);
    this.#schedulers = [...schedulers];
    this.lastEpoch = 0;
  }

  override step(): void {
    this.lastEpoch++;
    for (const scheduler of this.#schedulers) scheduler.step();
  }
  override startAgain(): void {
    this.lastEpoch = 0;
    for (const scheduler of this.#schedulers) scheduler.startAgain();
  }
  override undoStart(): void {
    for (const scheduler of this.#schedulers) scheduler.undoStart();
  }
  override enter(): void {
    this.lastEpoch = 0;
    for (const scheduler of this.#schedulers) scheduler.enter();
  }

  override stateDict(): SchedulerState {
    return { lastEpoch: this.lastEpoch, schedulers: this.#schedulers.map((one) => one.stateDict()) };
  }
  override loadStateDict(state: SchedulerState): void {
    checkState('ChainedScheduler', state, this.stateDict());
    this.lastEpoch = state.lastEpoch as number;
    loadMembers('ChainedScheduler', this.#schedulers, state);
  }

  protected override rates(): number[] {
    return this.getLastLr();
  }
  protected override settings(): SchedulerState {
    return {};
  }
  protected override takeSettings(): void {
    // its members have their own
  }
}

function loadMembers(label: string, schedulers: readonly LRScheduler[], state: SchedulerState): void {
  const states = state.schedulers as SchedulerState[];
  if (!Array.isArray(states) || states.length !== schedulers.length) {
    throw new TypeError(`loading ${label}: expected the states of ${schedulers.length} schedules`);
  }
  for (const [i, scheduler] of schedulers.entries()) scheduler.loadStateDict(states[i] as SchedulerState);
}
