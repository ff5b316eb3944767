/** How a codebook is used: hits counted over an epoch or a data set, outside of any model state. */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';

/** What the counts say. */
export interface CodeUsageSummary {
  /** K */
  codes: number;
  /** Vectors counted. */
  vectors: number;
  /** Codes that were hit at least once. */
  used: number;
  /** used / codes, [0, 1]. */
  share: number;
  /** exp of the entropy of the hits, 1 to K: as many equally used codes would be as hard to guess. */
  perplexity: number;
  /** Share of all hits on the most hit code, [0, 1]. */
  topShare: number;
  /** Hits of each code. */
  counts: number[];
}

/** Counts hits of K codes. On the device of the codes, so that counting waits for nothing. */
export class CodeUsage {
  private readonly counts: Tensor; // int64 [K]

  constructor(
    readonly codes: number,
    device: torch.Device = 'cpu',
  ) {
    this.counts = torch.zeros([codes], { dtype: 'int64', device }).keep();
  }

  /** Adds the codes of a batch. @param indices int64, any shape. */
  add(indices: Tensor): void {
    torch.scope(() => this.addHits(torch.bincount(indices.flatten(), { minlength: this.codes })));
  }

  /** Adds hits of each code: int64 `[K]`. */
  addHits(hits: Tensor): void {
    this.counts.add_(hits);
  }

  /** Starts counting anew. */
  reset(): void {
    this.counts.zero_();
  }

  summary(): CodeUsageSummary {
    return summarize((this.counts.tolist() as number[]).map(Number));
  }

  /** Hits as JSON, for a checkpoint in the middle of an epoch. */
  toJSON(): number[] {
    return this.counts.tolist() as number[];
  }

  /** Takes back what toJSON() gave. @throws Error for another number of codes. */
  restore(counts: readonly number[]): void {
    if (counts.length !== this.codes) {
      throw new Error(`counts of ${counts.length} codes do not fit a codebook of ${this.codes}`);
    }
    torch.scope(() => {
      this.counts.copy_(torch.tensor(counts, { dtype: 'int64' }));
    });
  }
}

/** Summary of the hits of each code. */
export function summarize(counts: readonly number[]): CodeUsageSummary {
  const vectors = counts.reduce((sum, count) => sum + count, 0);
  const used = counts.filter((count) => count > 0).length;
  const largest = counts.reduce((most, count) => Math.max(most, count), 0); // spread, a large codebook is too many arguments
  let entropy = 0;
  for (const count of counts) if (count > 0) entropy -= (count / vectors) * Math.log(count / vectors);
  return {
    codes: counts.length,
    vectors,
    used,
    share: counts.length === 0 ? 0 : used / counts.length,
    perplexity: vectors === 0 ? 0 : Math.exp(entropy),
    topShare: vectors === 0 ? 0 : largest / vectors,
    counts: [...counts],
  };
}
