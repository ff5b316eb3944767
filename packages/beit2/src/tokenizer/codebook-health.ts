/**
 * Judges whether a codebook is in use or collapsing, in one sentence. The reconstruction loss alone does not show it: a decoder can
 * rebuild the mean of a teacher's features from a handful of codes at a loss that looks fine and keeps falling. Nor does use alone:
 * codes that all point the same way can share the patches evenly and say nothing.
 */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';
import { type CodeUsageSummary, summarize } from './code-usage.js';

export type HealthLevel = 'healthy' | 'watch' | 'collapsing';

export interface CodebookHealth {
  level: HealthLevel;
  /** For the user, with the figures and what to do. */
  sentence: string;
}

/** What the codes are worth, beside how often they are used. */
export interface CodebookWorth {
  /** Directions that the codes in use spread over, 1 to d: see effectiveRank(). */
  effectiveRank: number;
  /** Code size d. */
  codeDim: number;
  /** Mean of 1 - cosine similarity over the patches that were counted. */
  reconstructionLoss: number;
  /** The same loss of the one constant vector that predicts the features of those patches best. */
  constantLoss: number;
}

/** What the judgement knows besides the counts. */
export interface HealthContext {
  /** Counts of the epoch before, for the trend. @default null */
  before?: CodeUsageSummary | null;
  /** @default null */
  worth?: CodebookWorth | null;
  /** Which remedies the recipe has already; null where there is no recipe. @default null */
  quantizer?: { kmeans: boolean; revive: object | null } | null;
}

/**
 * Hits a code would have if all were used equally. Below ten, a code used ten times less than that is missed more often
 * than not (exp(-1) and more), so an unused code means little.
 */
export const enoughHits = 10;
/** Published tokenizers use 97 to 100 % of their codes and the reference on CIFAR-10 84 %: two thirds is far from both. */
const healthyShare = 2 / 3;
/** Less than half of that: most of the variety of tokens, which pretraining lives on, is gone. */
const collapsedShare = 1 / 3;
/**
 * Perplexity by number of codes; 0.65 in the reference's CIFAR-10 run. At a tenth, nine of ten codes hardly count. The
 * most used code is left out: on pictures with a plain background it rightly takes a large part of all patches.
 */
const collapsedPerplexity = 0.1;
/** Part of all patches on one code: half of the patches then carry no information. */
const dominantCode = 0.5;
/** From one epoch to the next; a settled run moves by a few percent. */
const fallThatMatters = 0.8;
/** A fall to more than this part of the codes, and for perplexity of their number, is none to warn of. */
const enoughLeft = { share: 0.75, perplexity: 0.5 };
/** Effective rank of codes that all point nearly the same way; the demo's codebooks of size 16 have 3.5 to 5. */
const flatRank = 1.5;
/** Reconstruction loss by that of a constant prediction, above which the codes hardly help. */
const uselessLoss = 0.9;
/** Patches below which nothing is said but that it is too early. */
const fewestVectors = 100;

const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;

/** Codes that `vectors` draws would hit on average if all codes were used equally. */
export function expectedUsed(codes: number, vectors: number): number {
  return codes <= 1 ? Math.min(codes, vectors) : -codes * Math.expm1(vectors * Math.log1p(-1 / codes));
}

/**
 * exp of the entropy of the eigenvalues of Σ p(k) · e_k · e_kᵀ (Roy and Vetterli 2007), p the share of the hits on code k:
 * 1 where all codes in use point the same way, d where they fill all dimensions evenly.
 * @param codebook unit rows `[K, d]`
 */
export function effectiveRank(codebook: Tensor, counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return 1;
  const eigenvalues = torch.scope(() =>
    torch.noGrad(() => {
      const { device } = codebook;
      const weights = torch.tensor(
        counts.map((count) => count / total),
        { dtype: 'float32', device },
      );
      const moment = codebook.float().mul(weights.unsqueeze(1)).t().matmul(codebook.float()); // [d, d]
      return torch.linalgEigvalsh(moment.to('cpu')).tolist() as number[];
    }),
  );
  const sum = eigenvalues.reduce((all, value) => all + Math.max(0, value), 0);
  const entropy = eigenvalues.reduce((all, value) => {
    const share = Math.max(0, value) / sum;
    return share > 0 ? all - share * Math.log(share) : all;
  }, 0);
  return Math.exp(entropy);
}

/** What to try that the recipe does not do yet. */
function remedies(quantizer: HealthContext['quantizer']): string {
  const untried = [
    ...(quantizer?.kmeans ? [] : ['start from k-means (quantizer.kmeans=true)']),
    ...(quantizer?.revive ? [] : ['revive dead codes (quantizer.revive)']),
  ];
  const all = [
    'lower optimizer.lr',
    ...(untried.length > 0 ? untried : ['take fewer codes (quantizer.codes)']),
  ];
  return all.length === 2 ? all.join(' or ') : `${all.slice(0, -1).join(', ')} or ${all.at(-1) ?? ''}`;
}

/**
 * Judges a codebook by counts of an epoch, of several, or of an evaluation. Use is compared with what evenly used codes would
 * show after as many patches.
 */
export function codebookHealth(
  now: CodeUsageSummary,
  { before = null, worth = null, quantizer = null }: HealthContext = {},
): CodebookHealth {
  const { codes, used, vectors, perplexity } = now;
  const advice = remedies(quantizer);
  const expected = expectedUsed(codes, vectors);
  const isEarly = vectors < enoughHits * codes;
  const facts = `${used} of ${codes} codes used (${percent(now.share)}), perplexity ${perplexity.toFixed(0)}`;
  if (vectors >= fewestVectors && worth && worth.effectiveRank < flatRank && worth.codeDim > 1) {
    return {
      level: 'collapsing',
      sentence:
        `The codebook is collapsing: all codes point in almost the same direction (effective rank ${worth.effectiveRank.toFixed(2)} of ${worth.codeDim}), ` +
        `however many are in use: ${facts}; ${advice}.`,
    };
  }
  if (vectors >= fewestVectors && isCollapsed(now, expected)) {
    const even = isEarly
      ? ` after ${vectors} patches, where even use would reach ${expected.toFixed(0)} codes`
      : '';
    return {
      level: 'collapsing',
      sentence: `The codebook is collapsing: only ${facts}${even}. The loss does not show this; ${advice}.`,
    };
  }
  if (isEarly) {
    return watch(
      `Too early to judge the codebook: ${vectors} patches seen, ${enoughHits * codes} needed; so far ${facts}.`,
    );
  }
  if (before && isFalling(now, before)) {
    const then = `${percent(before.share)} and ${before.perplexity.toFixed(0)}`;
    return watch(
      `The codebook is losing codes: ${facts}, down from ${then} in the previous epoch. If this continues, ${advice}.`,
    );
  }
  if (now.share < healthyShare) {
    return watch(
      `Only part of the codebook is used: ${facts}; good runs use more than ${percent(healthyShare)}. Try fewer codes, or ${advice}.`,
    );
  }
  if (worth && worth.reconstructionLoss > uselessLoss * worth.constantLoss) {
    return watch(
      `The codes carry little information yet: the reconstruction loss is ${worth.reconstructionLoss.toFixed(3)}, and the best constant ` +
        `prediction ${worth.constantLoss.toFixed(3)}; ${facts}. If this does not change, ${advice}.`,
    );
  }
  if (now.topShare > dominantCode) {
    return watch(
      `One code takes ${percent(now.topShare)} of all patches, which is reasonable only for plain backgrounds; ${facts}.`,
    );
  }
  return { level: 'healthy', sentence: `The codebook is healthy: ${facts}${describeWorth(worth)}.` };
}

function describeWorth(worth: CodebookWorth | null): string {
  if (!worth) return '';
  const { effectiveRank: rank, codeDim, reconstructionLoss, constantLoss } = worth;
  return (
    `, effective rank ${rank.toFixed(1)} of ${codeDim}; ` +
    `reconstruction loss ${reconstructionLoss.toFixed(3)}, a constant prediction has ${constantLoss.toFixed(3)}`
  );
}

/** Whether far fewer codes are in use than evenly used ones would be after as many patches. */
function isCollapsed(now: CodeUsageSummary, expected: number): boolean {
  if (now.used < collapsedShare * expected) return true;
  const rest = withoutTop(now);
  return rest.perplexity < collapsedPerplexity * expectedUsed(now.codes, rest.vectors);
}

function isFalling(now: CodeUsageSummary, before: CodeUsageSummary): boolean {
  // The last epoch of a run may be cut short; with fewer patches fewer codes show.
  if (now.vectors < before.vectors / 2) return false;
  const share = now.share < fallThatMatters * before.share && now.share < enoughLeft.share;
  const perplexity =
    now.perplexity < fallThatMatters * before.perplexity &&
    now.perplexity < enoughLeft.perplexity * now.codes;
  return share || perplexity;
}

function watch(sentence: string): CodebookHealth {
  return { level: 'watch', sentence };
}

/** The hits on all codes but the most used one. */
function withoutTop({ counts }: CodeUsageSummary): CodeUsageSummary {
  const top = counts.reduce((best, count, code) => (count > (counts[best] ?? 0) ? code : best), 0);
  return summarize(counts.filter((_, code) => code !== top));
}
