/** Numbers that must hold at the ends of their ranges: temperatures, flat patches, large codebooks. */
import * as torch from '@beit2/torch';
import { expect, test } from 'vitest';
import { nearestNeighbourAccuracy } from '#beit2/evaluate/nearest-neighbours.js';
import { normalizedRows } from '#beit2/stages/targets.js';
import { summarize } from '#beit2/tokenizer/code-usage.js';
import { codebookHealth } from '#beit2/tokenizer/codebook-health.js';

test('k-NN votes do not overflow at a small temperature', () => {
  torch.manualSeed(0);
  const classes = 5;
  const centres = torch.randn([classes, 16]);
  const labelled = (count: number) => {
    const labels = torch.arange(count).remainder(classes);
    return { features: centres.indexSelect(0, labels).add(torch.randn([count, 16]).mul(0.5)), labels };
  };
  const [training, test] = [labelled(400), labelled(200)];
  const accuracy = (temperature: number) =>
    nearestNeighbourAccuracy(training, test, { classes, temperature });
  // exp(1 / 0.005) is beyond float32; with it every class would have an infinite vote.
  expect(accuracy(0.005)).toBeGreaterThan(accuracy(0.07) - 0.05);
  expect(accuracy(0.0005)).toBeGreaterThan(0.8);
});

test('normalised pixels of a patch: variance 1, and nearly nothing where the patch is flat', () => {
  const rows = torch.stack([
    torch.linspace(0, 1, 48),
    torch.full([48], 0.5).add(torch.linspace(0, 4e-7, 48)),
  ]);
  const normal = normalizedRows(rows);
  expect(normal.select(0, 0).std().item()).toBeCloseTo(1, 4);
  expect(normal.select(0, 1).abs().max().item()).toBeLessThan(4e-4);
});

test('the use of 300,000 codes is summed up', () => {
  const counts = Array.from({ length: 300_000 }, (_, i) => i % 3);
  const summary = summarize(counts);
  expect(summary).toMatchObject({ codes: 300_000, vectors: 300_000, used: 200_000 });
  expect(summary.topShare).toBeCloseTo(2 / 300_000, 12);
  expect(codebookHealth(summary).sentence).not.toBe('');
});
