/** Code use and the verdict on it in words. */
import * as torch from '@beit2/torch';
import { describe, expect, test } from 'vitest';

import { CodeUsage, summarize } from '#beit2/tokenizer/code-usage.js';
import { codebookHealth } from '#beit2/tokenizer/codebook-health.js';

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
        'One code takes 80 % of all patches, which is right only for plain backgrounds; 100 of 100 codes used (100 %), perplexity 4.',
    });
  });

  test('losing codes from epoch to epoch', () => {
    expect(codebookHealth(summarize(even(70)), summarize(even(95)))).toEqual({
      level: 'watch',
      sentence: `The codebook is losing codes: 70 of 100 codes used (70 %), perplexity 70, after 95 % and 95 in the epoch before; if this goes on, ${advice}.`,
    });
    expect(codebookHealth(summarize(even(90)), summarize(even(95))).level).toBe('healthy');
  });

  test('used in part', () => {
    expect(codebookHealth(summarize(even(50)))).toEqual({
      level: 'watch',
      sentence: `The codebook is used in part: 50 of 100 codes used (50 %), perplexity 50; good runs use more than 67 %. Try fewer codes, or ${advice}.`,
    });
  });

  test('too early', () => {
    expect(codebookHealth(summarize([3, 0, 0]))).toEqual({
      level: 'watch',
      sentence:
        'Too early to judge the codebook: 3 patches seen, 30 needed; so far 1 of 3 codes used (33 %), perplexity 1.',
    });
  });
});
