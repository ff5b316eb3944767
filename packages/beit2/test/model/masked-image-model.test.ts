/** Masked image model: what the goldens do not fix. */
import * as torch from '@beit2/torch';
import { nn, optim, type Tensor } from '@beit2/torch';
import { beforeEach, describe, expect, test } from 'vitest';

import { MaskedImageModel, type MaskedImageModelConfig } from '#beit2/model/masked-image-model.js';

const tiny: MaskedImageModelConfig = {
  imageSize: 16,
  patchSize: 4,
  dim: 32,
  depth: 3,
  heads: 2,
  layerScale: 0.1,
  codes: 11,
  aggregation: { earlyLayer: 2, layers: 2 },
};

beforeEach(() => torch.manualSeed(0));

const largest = (x: Tensor): number => x.abs().max().item();

/** 5 patches of the first image are hidden and 2 of the second. */
function unequalMask(): Tensor {
  const mask = torch.zeros([2, 16]);
  for (const place of [0, 3, 4, 9, 15, 16 + 2, 16 + 7]) mask.view([-1]).select(0, place).fill_(1);
  return mask.bool();
}

describe('the predictions', () => {
  test.each([
    ['with aggregation', tiny.aggregation],
    ['with aggregation from the last block', { earlyLayer: 3, layers: 1 }],
    ['with a head of its own', { earlyLayer: 1, layers: 2, sharedHead: false }],
    ['without aggregation', null],
  ])('%s are those of all patches, picked where hidden', (_, aggregation) => {
    const model = new MaskedImageModel({ ...tiny, aggregation });
    const images = torch.randn([2, 3, 16, 16]);
    const mask = unequalMask();
    const positions = mask.flatten().nonzero().squeeze(1);
    const { main, aggregated } = model.maskedFeatures(images, mask);
    const pick = (tokens: Tensor): Tensor => tokens.narrow(1, 1, 16).flatten(0, 1).indexSelect(0, positions);
    const { logits, aggregationLogits } = model.forward(images, mask);
    expect(logits.shape).toEqual([7, 11]);
    expect(largest(logits.sub(model.lmHead.forward(model.norm.forward(pick(main)))))).toBeLessThan(1e-6);
    expect(aggregationLogits === null).toBe(aggregation === null);
    if (!aggregationLogits || !aggregated) return;
    const norm = model.clsPtNorm ?? model.norm;
    const head = model.clsPtLmHead ?? model.lmHead;
    expect(largest(aggregationLogits.sub(head.forward(norm.forward(pick(aggregated)))))).toBeLessThan(1e-6);
  });

  test('see nothing of hidden patches', () => {
    const model = new MaskedImageModel(tiny);
    const images = torch.randn([2, 3, 16, 16]);
    const mask = unequalMask();
    const want = model.forward(images, mask).logits;
    const hidden = mask.view([2, 1, 4, 4]).repeatInterleave(4, 2).repeatInterleave(4, 3); // [2, 1, 16, 16]
    const changed = torch.where(hidden, torch.randn([2, 3, 16, 16]), images);
    expect(largest(model.forward(changed, mask).logits.sub(want))).toBe(0);
    const visible = torch.where(hidden, images, torch.randn([2, 3, 16, 16]));
    expect(largest(model.forward(visible, mask).logits.sub(want))).toBeGreaterThan(1e-4);
  });

  test('do not depend on the branch for features', () => {
    const model = new MaskedImageModel(tiny);
    const images = torch.randn([2, 3, 16, 16]);
    const nothing = torch.zeros([2, 16], { dtype: 'bool' });
    expect(largest(model.features(images).sub(model.maskedFeatures(images, nothing).main))).toBe(0);
  });
});

describe('initial values', () => {
  const model = new MaskedImageModel({ ...tiny, dim: 128, imageSize: 32 });

  test('the normal is cut at ±0.02, for the convolution and the tokens too', () => {
    const { weight, bias } = model.patchEmbed.proj;
    const [block] = model.blocks;
    for (const tensor of [
      weight,
      model.lmHead.weight,
      block?.attn.qkv.weight,
      model.clsToken,
      model.maskToken,
    ]) {
      if (!tensor) throw new Error('no tensor');
      expect(largest(tensor)).toBeLessThanOrEqual(0.02);
      expect(largest(tensor)).toBeGreaterThan(0.0199 * (1 - 20 / tensor.numel()));
      // A normal cut at one standard deviation keeps 0.54 of it.
      if (tensor.numel() > 1000) expect(tensor.std().item()).toBeCloseTo(0.02 * 0.5396, 3);
    }
    expect(bias === null ? -1 : largest(bias)).toBe(0);
  });

  test('the last projections are divided by sqrt(2 l), l going on from the early layer in the branch', () => {
    const limits = (blocks: Iterable<{ attn: { proj: nn.Linear }; mlp: { fc2: nn.Linear } }>): number[] =>
      [...blocks].flatMap(({ attn, mlp }) => [largest(attn.proj.weight), largest(mlp.fc2.weight)]);
    const expected = (layer: number): number => 0.02 / Math.sqrt(2 * layer);
    for (const [i, limit] of limits(model.blocks).entries()) {
      expect(limit / expected(1 + Math.floor(i / 2))).toBeCloseTo(1, 2);
    }
    for (const [i, limit] of limits(model.clsPtLayers ?? []).entries()) {
      // The branch starts as PyTorch's linear layers do: uniform on ±1/√inputs.
      const inputs = (i % 2 === 0 ? 1 : 4) * model.config.dim;
      const bound = 1 / Math.sqrt(inputs) / Math.sqrt(2 * (3 + Math.floor(i / 2)));
      expect(limit / bound).toBeCloseTo(1, 1);
    }
  });
});

test('learns to read hidden colours off the visible patches, in both branches', () => {
  const model = new MaskedImageModel({ ...tiny, codes: 4 });
  const optimizer = new optim.AdamW(model.parameters(), { lr: 3e-3 });
  const colours = torch.randn([4, 3, 1, 1]);
  const step = (): number[] =>
    torch.scope(() => {
      const labels = torch.randint(0, 4, [16]);
      const images = colours.indexSelect(0, labels).expand([-1, -1, 16, 16]);
      const mask = torch.rand([16, 16]).lt(0.5);
      const wanted = labels.unsqueeze(1).expand([-1, 16]).maskedSelect(mask);
      const { logits, aggregationLogits } = model.forward(images, mask);
      if (!aggregationLogits) throw new Error('no branch');
      const losses = [logits, aggregationLogits].map((x) => nn.functional.crossEntropy(x, wanted));
      torch.stack(losses).sum().backward();
      optimizer.step();
      optimizer.zeroGrad();
      return losses.map((loss) => loss.item());
    });
  const first = step();
  for (let i = 0; i < 60; i++) step();
  const last = step();
  for (const i of [0, 1]) {
    expect(first[i]).toBeGreaterThan(1.2); // ln 4 = 1.386
    expect(last[i]).toBeLessThan(0.2);
  }
});

test.each([
  [{ ...tiny, imageSize: 15 }, 'an image size of 15 is not a multiple of the patch size 4'],
  [
    { ...tiny, aggregation: { earlyLayer: 4, layers: 1 } },
    'earlyLayer must be from 1 to the depth 3 but is 4',
  ],
  [
    { ...tiny, aggregation: { earlyLayer: 0, layers: 1 } },
    'earlyLayer must be from 1 to the depth 3 but is 0',
  ],
])('refuses %o', (config, message) => {
  expect(() => new MaskedImageModel(config)).toThrow(message);
});

test('refuses images of another size', () => {
  expect(() => new MaskedImageModel(tiny).features(torch.zeros([1, 3, 24, 24]))).toThrow(
    'images of 24x24 pixels do not fit a model with positions for 16x16',
  );
});
