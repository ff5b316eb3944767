/**
 * Says in words whether a codebook is in use or collapsing. The reconstruction loss does not show it: a decoder can
 * rebuild the mean of a teacher's features from a handful of codes at a loss that looks fine and goes on falling.
 */
import { type CodeUsageSummary, summarize } from './code-usage.js';

export type HealthLevel = 'healthy' | 'watch' | 'collapsing';

export interface CodebookHealth {
  level: HealthLevel;
  /** For the user, with the figures and what to do. */
  sentence: string;
}

/**
 * Hits a code would have if all were used equally. Below ten, a code used ten times less than that is missed more often
 * than not (exp(-1) and more), so an unused code means little.
 */
const enoughHits = 10;
/** Published tokenizers use 97 to 100 % of their codes and the reference on CIFAR-10 84 %: two thirds is far from both. */
const healthyShare = 2 / 3;
/** Less than half of that: most of the variety of tokens, which pretraining lives on, is gone. */
const collapsedShare = 1 / 3;
/**
 * Perplexity by number of codes; 0.65 in the reference's CIFAR-10 run. At a tenth, nine of ten codes hardly count. The
 * most used code is left out: on pictures with a plain background it rightly takes a large part of all patches.
 */
const collapsedPerplexity = 0.1;
/** A part of that size on one code is worth a look: half of the patches then say nothing. */
const dominantCode = 0.5;
/** From one epoch to the next; a settled run moves by a few percent. */
const fallThatMatters = 0.8;

const advice =
  'lower optimizer.lr, start from k-means (quantizer.kmeans=true) or revive dead codes (quantizer.revive)';

const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;

/**
 * Judges the use of a codebook over an epoch or an evaluation.
 * @param now Counts of the epoch that has ended.
 * @param before Counts of the epoch before it, for the trend; null after the first.
 */
export function codebookHealth(
  now: CodeUsageSummary,
  before: CodeUsageSummary | null = null,
): CodebookHealth {
  const facts =
    `${now.used} of ${now.codes} codes used (${percent(now.share)}), ` +
    `perplexity ${now.perplexity.toFixed(0)}`;
  if (now.vectors < enoughHits * now.codes) {
    const needed = enoughHits * now.codes;
    return watch(
      `Too early to judge the codebook: ${now.vectors} patches seen, ${needed} needed; so far ${facts}.`,
    );
  }
  if (now.share < collapsedShare || perplexityOfRest(now) < collapsedPerplexity * now.codes) {
    return {
      level: 'collapsing',
      sentence: `The codebook is collapsing: only ${facts}. The loss does not show this; ${advice}.`,
    };
  }
  if (
    before &&
    (now.share < fallThatMatters * before.share || now.perplexity < fallThatMatters * before.perplexity)
  ) {
    const then = `${percent(before.share)} and ${before.perplexity.toFixed(0)}`;
    return watch(
      `The codebook is losing codes: ${facts}, after ${then} in the epoch before; if this goes on, ${advice}.`,
    );
  }
  if (now.share < healthyShare) {
    return watch(
      `The codebook is used in part: ${facts}; good runs use more than ${percent(healthyShare)}. Try fewer codes, or ${advice}.`,
    );
  }
  if (now.topShare > dominantCode) {
    return watch(
      `One code takes ${percent(now.topShare)} of all patches, which is right only for plain backgrounds; ${facts}.`,
    );
  }
  return { level: 'healthy', sentence: `The codebook is healthy: ${facts}.` };
}

function watch(sentence: string): CodebookHealth {
  return { level: 'watch', sentence };
}

/** Perplexity of the hits on all codes but the most used one. */
function perplexityOfRest({ counts }: CodeUsageSummary): number {
  const top = counts.reduce((best, count, code) => (count > (counts[best] ?? 0) ? code : best), 0);
  return summarize(counts.filter((_, code) => code !== top)).perplexity;
}
