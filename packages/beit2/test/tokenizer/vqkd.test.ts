/** VQ-KD: what its goldens do not fix. */
import * as torch from '@beit2/torch';
import { optim, type Tensor } from '@beit2/torch';
import { beforeEach, expect, test } from 'vitest';

import { Tokenizer, VQKD, type VQKDConfig } from '#beit2/tokenizer/vqkd.js';

const config: VQKDConfig = {
  encoder: { imageSize: 16, patchSize: 4, dim: 32, depth: 2, heads: 2 },
  quantizer: { codes: 24, codeDim: 8 },
  decoderDepth: 1,
  teacherDim: 10,
};

beforeEach(() => torch.manualSeed(0));

test('a tokenizer loads what a VQ-KD saved, without its decoder, and gives the same tokens', () => {
  const model = new VQKD(config);
  model.forward(torch.rand([4, 3, 16, 16]), torch.randn([4, 16, 10]));
  const tokenizer = new Tokenizer(config);
  const kept = [...model.stateDict()].filter(([key]) => !key.startsWith('decode'));
  tokenizer.loadStateDict(new Map(kept));
  expect(kept.length).toBe(tokenizer.stateDict().size);
  const images = torch.rand([2, 3, 16, 16]);
  const tokens = tokenizer.eval().tokens(images);
  expect(tokens.shape).toEqual([2, 16]);
  expect(tokens.tolist()).toEqual(
    model
      .eval()
      .forward(images, torch.randn([2, 16, 10]))
      .indices.tolist(),
  );
});

test('tokens change nothing, take no gradient and leave nothing behind', () => {
  const tokenizer = new Tokenizer(config);
  const before = JSON.stringify([...tokenizer.stateDict()].map(([, tensor]) => tensor.tolist()));
  const images = torch.rand([2, 3, 16, 16]);
  const live = torch.memory().tensors;
  const tokens = tokenizer.tokens(images);
  expect(torch.memory().tensors).toBe(live + 1);
  expect(tokens.requiresGrad).toBe(false);
  expect(JSON.stringify([...tokenizer.stateDict()].map(([, tensor]) => tensor.tolist()))).toBe(before);
});

test('tokens under bfloat16 autocast: the quantizer and its layers stay in float32', () => {
  const tokenizer = new Tokenizer({ ...config, quantizer: { codes: 24, codeDim: 8, kmeans: false } }).eval();
  const images = torch.rand([8, 3, 16, 16]);
  const z = torch.autocast({ dtype: 'bfloat16' }, () => tokenizer.encode(images));
  expect(z.dtype).toBe('float32');
  const rounded = z.bfloat16().float();
  expect(rounded.sub(z).abs().max().item()).toBeGreaterThan(0); // not merely bfloat16 values in float32
});

test('the loss is the sum of its parts, and the gradient reaches every parameter', () => {
  const model = new VQKD(config);
  const target = torch.randn([4, 16, 10]);
  const { loss, reconstructionLoss, commitmentLoss, reconstruction, indices } = model.forward(
    torch.rand([4, 3, 16, 16]),
    target,
  );
  expect(loss.item()).toBeCloseTo(reconstructionLoss.item() + commitmentLoss.item(), 6);
  const cosine = (a: Tensor, b: Tensor): Tensor =>
    a
      .mul(b)
      .sum(-1)
      .div(a.norm(2, [-1]).mul(b.norm(2, [-1])));
  expect(reconstructionLoss.item()).toBeCloseTo(1 - cosine(reconstruction, target).mean().item(), 5);
  expect(indices.shape).toEqual([4, 16]);
  loss.backward();
  for (const [name, { grad }] of model.namedParameters())
    expect(grad?.abs().sum().item(), name).toBeGreaterThan(0);
});

test("refuses features of another shape than the decoder's", () => {
  const model = new VQKD(config);
  expect(() => model.forward(torch.rand([2, 3, 16, 16]), torch.randn([2, 9, 10]))).toThrow(
    "the teacher's features have shape [2, 9, 10] but the decoder's [2, 16, 10]",
  );
});

test('learns to rebuild features that follow from the patch', () => {
  torch.manualSeed(3); // from other starts two of the four kinds of patch can share a code for longer
  const model = new VQKD(config);
  const optimizer = new optim.AdamW(model.parameters(), { lr: 1e-3 });
  const colours = torch.rand([4, 3]);
  const features = torch.randn([4, 10]);
  const step = (): number =>
    torch.scope(() => {
      const kinds = torch.randint(0, 4, [8, 16]);
      const small = colours.indexSelect(0, kinds.flatten()).view([8, 4, 4, 3]).permute([0, 3, 1, 2]);
      const images = small.repeatInterleave(4, 2).repeatInterleave(4, 3);
      const target = features.indexSelect(0, kinds.flatten()).view([8, 16, 10]);
      const { loss, reconstructionLoss } = model.forward(images, target);
      loss.backward();
      optimizer.step();
      optimizer.zeroGrad();
      return reconstructionLoss.item();
    });
  const first = step();
  for (let i = 0; i < 75; i++) step();
  expect(first).toBeGreaterThan(0.7);
  expect(step()).toBeLessThan(0.15);
});
