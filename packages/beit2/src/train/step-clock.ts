/** Where the time of training steps goes. */

/** What a step's time is counted under; the rest is in none of them. */
const phases = ['forward', 'backward', 'optimizer', 'communication', 'checkpoint'] as const;
export type Phase = (typeof phases)[number];

/** Adds up the time of phases between two records. Times are those of this thread, so that on a GPU there are none to tell. */
export class StepClock {
  /** Whether phases are timed: where work is done when its call returns. */
  isTiming = false;
  private readonly spent = new Map<Phase, number>();
  private start: number | null = null;
  private steps = 0;

  /** @param now milliseconds; a parameter so that tests can set the time */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Runs a part of a step. */
  time<T>(phase: Phase, body: () => T): T {
    if (!this.isTiming) return body();
    const start = this.now();
    try {
      return body();
    } finally {
      this.add(phase, this.now() - start);
    }
  }

  /** Counts milliseconds under a phase; below 0 they are taken from it. */
  add(phase: Phase, milliseconds: number): void {
    if (this.isTiming) this.spent.set(phase, (this.spent.get(phase) ?? 0) + milliseconds);
  }

  /** Call it after every step. The first one, in which threads start, is left out. */
  step(): void {
    if (this.start === null) this.begin();
    else this.steps++;
  }

  /** Leaves out the milliseconds of something that was not training, such as an evaluation. */
  pause(milliseconds: number): void {
    if (this.start !== null) this.start += milliseconds;
  }

  /** Seconds of a step, and shares of the time by phase, since the last call; null where no step has ended since. */
  take(): ({ stepSeconds: number } & Partial<Record<Phase, number>>) | null {
    const { start, steps } = this;
    const elapsed = start === null ? 0 : this.now() - start;
    if (steps === 0 || elapsed <= 0) return null;
    const shares = phases.flatMap((phase) => {
      const spent = this.spent.get(phase);
      return spent === undefined ? [] : [[phase, round(Math.min(1, Math.max(0, spent / elapsed)))] as const];
    });
    this.begin();
    return { stepSeconds: round(elapsed / steps / 1000), ...Object.fromEntries(shares) };
  }

  private begin(): void {
    this.start = this.now();
    this.steps = 0;
    this.spent.clear();
  }
}

/** Four digits are more than a clock can promise. */
const round = (value: number): number => Number(value.toPrecision(4));
