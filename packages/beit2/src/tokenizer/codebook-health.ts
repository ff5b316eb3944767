/**
 * Says in words whether a codebook is in use or collapsing. The reconstruction loss does not show it: a decoder can
 * rebuild the mean of a teacher's features from a handful of codes at a loss that looks fine and goes on falling.
 */
import type { CodeUsageSummary } from './code-usage.js';

export type HealthLevel = 'healthy' | 'watch' | 'collapsing';

export interface CodebookHealth {
  level: HealthLevel;
  /** One sentence for the user. */
  sentence: string;
}

// The paper's runs use 97 to 100 % of the codes; a healthy small run stays above two thirds. A third of the codes, or a
// perplexity of a tenth of them, has never recovered by itself in our runs and those reported of the reference.
const healthyShare = 0.66;
const collapsedShare = 0.33;
const collapsedPerplexity = 0.1;
const dominantCode = 0.25;
const fallThatMatters = 0.8;

const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;

/**
 * Judges the use of a codebook over an epoch.
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
  if (now.vectors === 0)
    return { level: 'watch', sentence: 'No vectors were quantized, so nothing can be said of the codebook.' };
  // Fewer vectors than codes cannot use them all.
  const reachable = Math.min(1, now.vectors / now.codes);
  const advice =
    'lower optimizer.lr, start from k-means (quantizer.kmeans=true) or revive dead codes (quantizer.revive)';
  if (now.topShare > dominantCode && now.codes > 4) {
    return {
      level: 'collapsing',
      sentence: `The codebook is collapsing: one code takes ${percent(now.topShare)} of all patches; ${facts}. The loss does not show this; ${advice}.`,
    };
  }
  if (
    now.share < collapsedShare * reachable ||
    now.perplexity < collapsedPerplexity * now.codes * reachable
  ) {
    return {
      level: 'collapsing',
      sentence: `The codebook is collapsing: only ${facts}. The loss does not show this; ${advice}.`,
    };
  }
  if (before && before.share > 0 && now.share < fallThatMatters * before.share) {
    return {
      level: 'watch',
      sentence: `The codebook is losing codes: ${facts}, after ${percent(before.share)} in the epoch before; if this goes on, ${advice}.`,
    };
  }
  if (now.share < healthyShare * reachable) {
    return {
      level: 'watch',
      sentence: `The codebook is used in part: ${facts}; in a good run it is above ${percent(healthyShare)}.`,
    };
  }
  return { level: 'healthy', sentence: `The codebook is healthy: ${facts}.` };
}
