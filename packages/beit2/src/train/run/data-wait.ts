/** How much of a run's time goes into waiting for batches, and a hint where that is too much. */

/** A share above this is worth a word. */
const tooMuch = 0.15;
/** Milliseconds that the hint looks back on at least. */
const window = 60_000;

interface Mark {
  time: number;
  waited: number;
}

/** Shares of the time, from the second step on: the first one waits while the workers start. */
export class DataWait {
  private steps = 0;
  private first: Mark | null = null;
  private record: Mark | null = null;
  private hinted: Mark | 'said' | null = null;

  /**
   * @param waitedMs milliseconds that the loop has waited for batches so far
   * @param now milliseconds; a parameter so that tests can set the time
   */
  constructor(
    private readonly waitedMs: () => number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  private mark(): Mark {
    return { time: this.now(), waited: this.waitedMs() };
  }

  /** Call it after every step. */
  step(): void {
    this.steps++;
    if (this.first) return;
    this.first = this.mark();
    this.record = { ...this.first };
    this.hinted = { ...this.first };
  }

  /** Leaves out the milliseconds of something that was not training, such as an evaluation. */
  pause(milliseconds: number): void {
    for (const mark of [this.first, this.record, this.hinted])
      if (mark !== null && mark !== 'said') mark.time += milliseconds;
  }

  /** The share since the last call, in [0, 1]; null when no time has passed. */
  sinceRecord(): number | null {
    const share = this.since(this.record);
    if (share !== null) this.record = this.mark();
    return share;
  }

  /** The share of the whole run. */
  overall(): number | null {
    return this.since(this.first);
  }

  /** The share of the last minute or more where that is too much, once in a run; else null. */
  excess(): number | null {
    const { hinted } = this;
    if (hinted === null || hinted === 'said' || this.now() - hinted.time < window) return null;
    const share = this.since(hinted);
    const isTooMuch = share !== null && share > tooMuch;
    this.hinted = isTooMuch ? 'said' : this.mark();
    return isTooMuch ? share : null;
  }

  /** Lets `excess` look back no further than to here. */
  forgive(): void {
    if (this.hinted !== null && this.hinted !== 'said') this.hinted = this.mark();
  }

  private since(from: Mark | null): number | null {
    if (from === null || this.steps < 2) return null;
    const elapsed = this.now() - from.time;
    return elapsed > 0 ? Math.min(1, Math.max(0, (this.waitedMs() - from.waited) / elapsed)) : null;
  }
}

/** A share as a percentage. */
export function percentOf(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** What to do about data that come too slowly. */
export function waitingHint(share: number, { workers, cache }: { workers: number; cache: number }): string {
  const keep = cache > 0 ? '' : 'keep decoded images in memory (data.cache, in MB), ';
  return (
    `Training waited for data ${percentOf(share)} of the last minute: raise data.workers (now ${workers}), ` +
    `${keep}or pack smaller images with beit2 data pack.`
  );
}
