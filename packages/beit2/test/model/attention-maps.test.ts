/** Protects: the maps are those of the fused attention that the model itself runs. */
import { expect, test } from 'vitest';
import * as torch from '@beit2/torch';
import { nn } from '@beit2/torch';
import { attentionMaps, attentionProbabilities } from '#beit2/model/attention-maps.js';
import { Attention } from '#beit2/model/layers.js';
import { VisionTransformer } from '#beit2/model/vision-transformer.js';

function stirred<T extends nn.Module>(model: T): T {
  torch.noGrad(() => {
    for (const parameter of model.parameters()) parameter.add_(torch.randnLike(parameter).mul(0.2));
  });
  model.eval();
  return model;
}

test('probabilities times values give what forward() gives', () => {
  torch.manualSeed(0);
  const attention = stirred(new Attention(24, 3, 4));
  const x = torch.randn([2, 17, 24]);
  const shared = torch.randn([1, 3, 17, 17]);
  torch.noGrad(() => {
    const probabilities = attentionProbabilities(attention, x, shared);
    const values = nn.functional
      .linear(x, attention.qkv.weight.narrow(0, 48, 24), attention.vBias)
      .reshape([2, 17, 3, 8])
      .transpose(1, 2);
    const mixed = probabilities.matmul(values).transpose(1, 2).reshape([2, 17, 24]);
    const error = attention.proj.forward(mixed).sub(attention.forward(x, shared)).abs().max().item();
    expect(error).toBeLessThan(1e-5);
    expect(probabilities.sum(-1).sub(1).abs().max().item()).toBeLessThan(1e-5);
  });
});

test('each block has its own maps, of the tokens that reach it', () => {
  torch.manualSeed(1);
  const sizes = { imageSize: 32, patchSize: 8, dim: 24, depth: 3, heads: 3 };
  const model = stirred(new VisionTransformer({ ...sizes, position: 'shared', layerScale: 0.5 }));
  const images = torch.randn([2, 3, 32, 32]);
  torch.noGrad(() => {
    const [, second] = [...model.blocks];
    const x = model.features(images, 1);
    const expected =
      second && attentionProbabilities(second.attn, second.norm1.forward(x), model.relPosBias?.forward());
    const maps = attentionMaps(model, images, 2);
    expect(maps.shape).toEqual([2, 3, 17, 17]);
    expect(expected && maps.equal(expected)).toBe(true);
    expect(
      maps
        .sub(attentionMaps(model, images, 3))
        .abs()
        .max()
        .item(),
    ).toBeGreaterThan(1e-3);
  });
  expect(() => attentionMaps(model, images, 4)).toThrow('block must be a whole number from 1 to 3 but is 4');
});

test('features() of all blocks are what they were', () => {
  torch.manualSeed(2);
  const model = stirred(new VisionTransformer({ imageSize: 16, patchSize: 8, dim: 12, depth: 2, heads: 2 }));
  const images = torch.randn([1, 3, 16, 16]);
  torch.noGrad(() => {
    const [, last] = [...model.blocks];
    const whole = model.features(images);
    expect(last && whole.equal(last.forward(model.features(images, 1)))).toBe(true);
  });
});
