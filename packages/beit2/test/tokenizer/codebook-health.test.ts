/** Code use and the verdict on it in words. */
import * as torch from '@beit2/torch';
import { describe, expect, test } from 'vitest';

import { CodeUsage, summarize } from '#beit2/tokenizer/code-usage.js';
import {
  type CodebookWorth,
  codebookHealth,
  effectiveRank,
  expectedUsed,
} from '#beit2/tokenizer/codebook-health.js';
import { LossTally } from '#beit2/tokenizer/loss-tally.js';
import { collapseWarning } from '#beit2/stages/targets.js';

/** `used` of 100 codes with 50 hits each. */
const even = (used: number): number[] => Array.from({ length: 100 }, (_, code) => (code < used ? 50 : 0));
const advice =
  'lower optimizer.lr, start from k-means (quantizer.kmeans=true) or revive dead codes (quantizer.revive)';

describe('code usage', () => {
  test('counts codes of any shape over several calls, and starts anew', () => {
    const usage = new CodeUsage(4);
    usage.add(
      torch.tensor([
        [0, 1],
        [1, 3],
      ]),
    );
    usage.add(torch.tensor([1, 1]));
    expect(usage.toJSON()).toEqual([1, 4, 0, 1]);
    const { counts, ...summary } = usage.summary();
    expect(counts).toEqual([1, 4, 0, 1]);
    expect(summary).toMatchObject({ codes: 4, vectors: 6, used: 3, share: 0.75, topShare: 4 / 6 });
    const entropy = -(2 * (1 / 6) * Math.log(1 / 6) + (4 / 6) * Math.log(4 / 6));
    expect(summary.perplexity).toBeCloseTo(Math.exp(entropy), 12);
    usage.reset();
    expect(usage.summary()).toMatchObject({ vectors: 0, used: 0, perplexity: 0, topShare: 0 });
  });

  test('survives a checkpoint, but not that of another codebook', () => {
    const usage = new CodeUsage(3);
    usage.restore([5, 0, 7]);
    usage.add(torch.tensor([1]));
    expect(usage.toJSON()).toEqual([5, 1, 7]);
    expect(() => usage.restore([1, 2])).toThrow('counts of 2 codes do not fit a codebook of 3');
  });

  test('frees what it makes and outlives scopes', () => {
    const usage = torch.scope(() => new CodeUsage(4));
    const codes = torch.tensor([2]);
    const live = torch.memory().tensors;
    usage.add(codes);
    expect(torch.memory().tensors).toBe(live);
    expect(usage.toJSON()).toEqual([0, 0, 1, 0]);
  });
});

describe('the verdict', () => {
  test('healthy', () => {
    expect(codebookHealth(summarize(even(97)))).toEqual({
      level: 'healthy',
      sentence: 'The codebook is healthy: 97 of 100 codes used (97 %), perplexity 97.',
    });
  });

  test('collapsing by the number of codes in use', () => {
    expect(codebookHealth(summarize(even(30)))).toEqual({
      level: 'collapsing',
      sentence: `The codebook is collapsing: only 30 of 100 codes used (30 %), perplexity 30. The loss does not show this; ${advice}.`,
    });
  });

  test('collapsing though most codes are hit now and then', () => {
    const counts = Array.from({ length: 100 }, (_, code) => (code < 4 ? 1000 : 1));
    const { level, sentence } = codebookHealth(summarize(counts));
    expect(level).toBe('collapsing');
    expect(sentence).toContain('only 100 of 100 codes used (100 %), perplexity 5.');
  });

  test('a plain background on one code is no collapse, but worth a word', () => {
    const counts = even(100);
    counts[7] = 20_000;
    expect(codebookHealth(summarize(counts))).toEqual({
      level: 'watch',
      sentence:
        'One code takes 80 % of all patches, which is reasonable only for plain backgrounds; 100 of 100 codes used (100 %), perplexity 4.',
    });
  });

  test('losing codes from epoch to epoch', () => {
    expect(codebookHealth(summarize(even(70)), { before: summarize(even(95)) })).toEqual({
      level: 'watch',
      sentence: `The codebook is losing codes: 70 of 100 codes used (70 %), perplexity 70, down from 95 % and 95 in the previous epoch. If this continues, ${advice}.`,
    });
    expect(codebookHealth(summarize(even(90)), { before: summarize(even(95)) }).level).toBe('healthy');
  });

  test('used in part', () => {
    expect(codebookHealth(summarize(even(50)))).toEqual({
      level: 'watch',
      sentence: `Only part of the codebook is used: 50 of 100 codes used (50 %), perplexity 50; good runs use more than 67 %. Try fewer codes, or ${advice}.`,
    });
  });

  test('a fall that leaves enough, and one of a part of an epoch, are no losses', () => {
    expect(codebookHealth(summarize(even(80)), { before: summarize(even(100)) }).level).toBe('healthy');
    const part = Array.from({ length: 100 }, (_, code) => (code < 70 ? 20 : 0)); // 1,400 of 5,000 patches
    expect(codebookHealth(summarize(part), { before: summarize(even(100)) }).level).toBe('healthy');
  });

  test('advises what the recipe does not do yet', () => {
    const advise = (kmeans: boolean, revive: object | null) =>
      codebookHealth(summarize(even(30)), { quantizer: { kmeans, revive } }).sentence;
    expect(advise(true, null)).toContain('; lower optimizer.lr or revive dead codes (quantizer.revive).');
    expect(advise(false, {})).toContain(
      '; lower optimizer.lr or start from k-means (quantizer.kmeans=true).',
    );
    expect(advise(true, {})).toContain('; lower optimizer.lr or take fewer codes (quantizer.codes).');
  });

  const worth: CodebookWorth = {
    effectiveRank: 9.2,
    codeDim: 32,
    reconstructionLoss: 0.7,
    constantLoss: 0.85,
  };

  test('all codes in use, but pointing the same way', () => {
    expect(codebookHealth(summarize(even(97)), { worth: { ...worth, effectiveRank: 1.06 } })).toEqual({
      level: 'collapsing',
      sentence:
        'The codebook is collapsing: all codes point in almost the same direction (effective rank 1.06 of 32), ' +
        `however many are in use: 97 of 100 codes used (97 %), perplexity 97; ${advice}.`,
    });
  });

  test('all codes in use, but no better than a constant', () => {
    expect(codebookHealth(summarize(even(97)), { worth: { ...worth, reconstructionLoss: 0.84 } })).toEqual({
      level: 'watch',
      sentence:
        'The codes carry little information yet: the reconstruction loss is 0.840, and the best constant prediction 0.850; ' +
        `97 of 100 codes used (97 %), perplexity 97. If this does not change, ${advice}.`,
    });
    expect(codebookHealth(summarize(even(97)), { worth }).sentence).toBe(
      'The codebook is healthy: 97 of 100 codes used (97 %), perplexity 97, effective rank 9.2 of 32; ' +
        'reconstruction loss 0.700, a constant prediction has 0.850.',
    );
  });

  test('far fewer codes than as many patches would show are told before there are enough for the rest', () => {
    const one = Array.from({ length: 8192 }, (_, code) => (code === 5 ? 12_800 : 0));
    expect(codebookHealth(summarize(one))).toEqual({
      level: 'collapsing',
      sentence: `The codebook is collapsing: only 1 of 8192 codes used (0.0 %), perplexity 1 after 12800 patches, where even use would reach 6475 codes. The loss does not show this; ${advice}.`,
    });
    const even = Array.from({ length: 8192 }, (_, code) => (code < 6400 ? 2 : 0));
    expect(codebookHealth(summarize(even)).sentence).toMatch(
      /^Too early to judge the codebook: 12800 patches seen, 81920 needed/,
    );
  });

  test('pretraining is told at once that its tokenizer has collapsed', () => {
    const codes = torch.full([16, 64], 3, { dtype: 'int64' });
    expect(collapseWarning('runs/tok', codes, 512)).toBe(
      'The tokenizer of runs/tok has collapsed: it gives the 1024 patches of the first images 1 of its 512 codes (perplexity 1.0), ' +
        'which leaves pretraining almost nothing to predict; train it again, see beit2 tokenizer eval runs/tok.',
    );
    expect(collapseWarning('runs/tok', torch.randint(0, 512, [16, 64]), 512)).toBeNull();
  });

  test('too early', () => {
    expect(codebookHealth(summarize([3, 0, 0]))).toEqual({
      level: 'watch',
      sentence:
        'Too early to judge the codebook: 3 patches seen, 30 needed; so far 1 of 3 codes used (33 %), perplexity 1.',
    });
  });
});

describe('what codes are worth', () => {
  test('expected use after n draws: K (1 - (1 - 1/K)^n)', () => {
    expect(expectedUsed(4, 2)).toBeCloseTo(1.75, 12);
    expect(expectedUsed(1, 3)).toBe(1);
  });

  test('effective rank, by hand: directions weighted by hits', () => {
    const codebook = torch.eye(4);
    expect(effectiveRank(codebook, [5, 5, 5, 5])).toBeCloseTo(4, 5);
    expect(effectiveRank(codebook, [7, 0, 0, 0])).toBeCloseTo(1, 5);
    const entropy = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
    expect(effectiveRank(codebook, [3, 1, 0, 0])).toBeCloseTo(Math.exp(entropy), 5);
    const sameWay = torch.tensor([
      [1, 0],
      [-1, 0],
    ]);
    expect(effectiveRank(sameWay, [1, 1])).toBeCloseTo(1, 5);
  });

  test('the loss of the best constant is that of the mean direction, and survives a checkpoint', () => {
    const tally = new LossTally();
    expect(tally.summary()).toBeNull();
    const live = torch.memory().tensors;
    torch.scope(() => tally.add(torch.tensor(0.5), torch.tensor([[[3, 0], [0, 7]]]))); // prettier-ignore
    torch.scope(() => tally.add(torch.tensor(0.2), torch.tensor([[2, 0]])));
    expect(torch.memory().tensors).toBe(live + 2); // sums and count
    const expected = { reconstructionLoss: (2 * 0.5 + 0.2) / 3, constantLoss: 1 - Math.hypot(2, 1) / 3 };
    const restored = new LossTally();
    restored.restore(JSON.parse(JSON.stringify(tally)) as ReturnType<LossTally['toJSON']>, 'cpu');
    for (const summary of [tally.summary(), restored.summary()]) {
      expect(summary?.reconstructionLoss).toBeCloseTo(expected.reconstructionLoss, 6);
      expect(summary?.constantLoss).toBeCloseTo(expected.constantLoss, 6);
    }
    tally.reset();
    expect(torch.memory().tensors).toBe(live + 2); // those of the restored one
  });
});
