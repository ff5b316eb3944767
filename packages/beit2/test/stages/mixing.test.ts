/** Protects: mixup and CutMix mix images and targets alike, by the published distributions, from counters alone. */
import { describe, expect, test } from 'vitest';
import * as torch from '@beit2/torch';
import { CounterRandom } from '#beit2/data/random.js';
import { drawMixing, mixImages, softTargets, symmetricBeta } from '#beit2/stages/mixing.js';

const both = { mixup: 0.8, cutmix: 1, probability: 1, switchProbability: 0.5 };

test('mixup: a weighted sum of an image and the one in reverse order, and of their targets', () => {
  const images = torch.tensor([1, 2, 4], { dtype: 'float32' }).view([3, 1, 1, 1]);
  const mixing = { kind: 'mixup', share: 0.75 } as const;
  expect(mixImages(images, mixing).flatten().tolist()).toEqual([1.75, 2, 3.25]);
  const targets = softTargets(torch.tensor([0, 1, 2]), 4, 0, mixing);
  expect(targets.tolist()).toEqual([
    [0.75, 0, 0.25, 0],
    [0, 1, 0, 0],
    [0.25, 0, 0.75, 0],
  ]);
});

test('CutMix: a rectangle of the other image, targets by its area', () => {
  const images = torch.stack([torch.zeros([1, 4, 4]), torch.ones([1, 4, 4])]).requiresGrad_(false);
  const box = { top: 1, left: 2, height: 2, width: 2 };
  const mixed = mixImages(images, { kind: 'cutmix', share: 0.75, box });
  expect(mixed.select(0, 0).select(0, 0).tolist()).toEqual([
    [0, 0, 0, 0],
    [0, 0, 1, 1],
    [0, 0, 1, 1],
    [0, 0, 0, 0],
  ]);
  expect(mixed.select(0, 1).sum().item()).toBe(12);
  expect(images.select(0, 0).sum().item()).toBe(0); // the batch itself stays
});

test('label smoothing spreads its share over all classes', () => {
  const [row = []] = softTargets(torch.tensor([2]), 4, 0.1, null).tolist() as number[][];
  expect(row.map((value) => Number(value.toFixed(6)))).toEqual([0.025, 0.025, 0.925, 0.025]);
});

describe('what is drawn', () => {
  const drawn = Array.from({ length: 4000 }, (_, i) => drawMixing(new CounterRandom(1, i), both, 32));

  test('is the same for the same counters; either of the two as often', () => {
    expect(drawMixing(new CounterRandom(1, 7), both, 32)).toEqual(drawn[7]);
    const cuts = drawn.filter((mixing) => mixing?.kind === 'cutmix').length;
    expect(cuts / drawn.length).toBeCloseTo(0.5, 1);
  });

  test("CutMix's share is the area that is left of the image's own", () => {
    for (const mixing of drawn) {
      if (mixing?.kind !== 'cutmix') continue;
      const { top, left, height, width } = mixing.box;
      expect(mixing.share).toBe(1 - (height * width) / 1024);
      expect(Math.min(top, left, 32 - top - height, 32 - left - width)).toBeGreaterThanOrEqual(0);
    }
  });

  test('only one kind, none, or with a probability', () => {
    const kinds = (options: Partial<typeof both>) =>
      Array.from(
        { length: 500 },
        (_, i) => drawMixing(new CounterRandom(2, i), { ...both, ...options }, 32)?.kind ?? 'none',
      );
    expect(new Set(kinds({ cutmix: 0 }))).toEqual(new Set(['mixup']));
    expect(new Set(kinds({ mixup: 0 }))).toEqual(new Set(['cutmix']));
    expect(new Set(kinds({ mixup: 0, cutmix: 0 }))).toEqual(new Set(['none']));
    expect(kinds({ probability: 0.3 }).filter((kind) => kind === 'none').length / 500).toBeCloseTo(0.7, 1);
  });
});

test.each([0.2, 0.8, 1, 3])('beta(%f): its mean 1/2 and variance 1 / (4 (2 alpha + 1))', (alpha) => {
  const values = Array.from({ length: 20_000 }, (_, i) => symmetricBeta(new CounterRandom(9, i), alpha));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  expect(mean).toBeCloseTo(0.5, 2);
  expect(variance * 4 * (2 * alpha + 1)).toBeCloseTo(1, 1);
});
