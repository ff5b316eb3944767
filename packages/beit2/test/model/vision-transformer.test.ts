/** Vision transformer: what the goldens do not fix, such as initial values, stochastic depth and refusals. */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';
import { beforeEach, describe, expect, test } from 'vitest';

import { Block } from '#beit2/model/layers.js';
import { VisionTransformer, vitSizes } from '#beit2/model/vision-transformer.js';

const tiny = { imageSize: 16, patchSize: 4, dim: 32, depth: 3, heads: 2 };

beforeEach(() => torch.manualSeed(0));

const largest = (x: Tensor): number => x.abs().max().item();
const std = (x: Tensor): number => x.std().item();

describe('keys', () => {
  const keysOf = (model: nn.Module): string[] => [...model.stateDict().keys()];

  test('of a classifier with tables in the blocks, as the official one names them', () => {
    const model = new VisionTransformer({
      ...tiny,
      depth: 1,
      position: 'per-block',
      layerScale: 0.1,
      classes: 5,
    });
    const official = [
      'cls_token',
      'patch_embed.proj.weight',
      'patch_embed.proj.bias',
      'blocks.0.gamma_1',
      'blocks.0.gamma_2',
      'blocks.0.norm1.weight',
      'blocks.0.norm1.bias',
      'blocks.0.attn.q_bias',
      'blocks.0.attn.v_bias',
      'blocks.0.attn.relative_position_bias_table',
      'blocks.0.attn.relative_position_index',
      'blocks.0.attn.qkv.weight',
      'blocks.0.attn.proj.weight',
      'blocks.0.attn.proj.bias',
      'blocks.0.norm2.weight',
      'blocks.0.norm2.bias',
      'blocks.0.mlp.fc1.weight',
      'blocks.0.mlp.fc1.bias',
      'blocks.0.mlp.fc2.weight',
      'blocks.0.mlp.fc2.bias',
      'fc_norm.weight',
      'fc_norm.bias',
      'head.weight',
      'head.bias',
    ];
    expect(keysOf(model).sort()).toEqual(official.sort());
  });

  test('positions and pooling decide which others there are', () => {
    const absolute = keysOf(new VisionTransformer({ ...tiny, meanPooling: false }));
    expect(absolute).toContain('pos_embed');
    expect(absolute).toContain('norm.weight');
    expect(absolute.some((key) => /fc_norm|relative|gamma|head/.test(key))).toBe(false);
    const shared = keysOf(new VisionTransformer({ ...tiny, position: 'shared' }));
    expect(shared.filter((key) => key.includes('relative'))).toEqual([
      'rel_pos_bias.relative_position_bias_table',
      'rel_pos_bias.relative_position_index',
    ]);
  });
});

describe('initial values', () => {
  torch.manualSeed(0); // made before the tests, so before their seed
  const model = new VisionTransformer({ ...tiny, dim: 128, position: 'absolute', classes: 400 });

  test('weights, tokens and positions have std 0.02, cut nowhere near; biases are zero', () => {
    const [block] = model.blocks;
    for (const weight of [
      block?.attn.qkv.weight,
      block?.mlp.fc1.weight,
      model.posEmbed,
      model.head?.weight,
    ]) {
      if (!weight) throw new Error('no weight');
      expect(std(weight)).toBeGreaterThan(0.019);
      expect(std(weight)).toBeLessThan(0.021);
      expect(largest(weight)).toBeGreaterThan(0.05);
    }
    for (const [name, parameter] of model.namedParameters()) {
      if (/(q_bias|v_bias|fc\d\.bias|attn\.proj\.bias|norm\d?\.bias|head\.bias)$/.test(name)) {
        expect(largest(parameter), name).toBe(0);
      }
    }
  });

  test('the last projections of block l are divided by sqrt(2 l)', () => {
    for (const [i, block] of [...model.blocks].entries()) {
      for (const weight of [block.attn.proj.weight, block.mlp.fc2.weight]) {
        expect(std(weight) * Math.sqrt(2 * (i + 1))).toBeCloseTo(0.02, 3);
      }
    }
  });

  test("the convolution keeps PyTorch's uniform start", () => {
    const { weight, bias } = model.patchEmbed.proj;
    const bound = 1 / Math.sqrt(3 * 4 * 4);
    expect(largest(weight)).toBeLessThanOrEqual(bound);
    expect(std(weight)).toBeCloseTo(bound / Math.sqrt(3), 2);
    expect(bias === null ? 0 : largest(bias)).toBeGreaterThan(0.5 * bound);
  });

  test('headInitScale shrinks the head', () => {
    const scaled = new VisionTransformer({ ...tiny, classes: 400, headInitScale: 0.001 });
    expect(scaled.head ? std(scaled.head.weight) : 0).toBeCloseTo(2e-5, 6);
  });

  test('layer scale and position tables start as said', () => {
    const { blocks, relPosBias } = new VisionTransformer({ ...tiny, position: 'shared', layerScale: 0.1 });
    const [block] = blocks;
    expect(block?.gamma_1?.tolist()).toEqual(Array.from({ length: 32 }, () => Math.fround(0.1)));
    expect(relPosBias && largest(relPosBias.relativePositionBiasTable)).toBe(0);
  });
});

describe('a block', () => {
  const options = { heads: 2, mlpRatio: 2, layerScale: 0.5, dropPath: 0, eps: 1e-6 };

  test('with rows gives those tokens alone, with the gradients of asking for all', () => {
    const block = new Block(16, options);
    const start = torch.randn([3, 5, 16]);
    const bias = torch.randn([1, 2, 5, 5]);
    const rows = torch.tensor([0, 3, 7, 14]);
    const weights = torch.randn([4, 16]);
    const run = (some: boolean): { y: Tensor; grads: Tensor[] } => {
      block.zeroGrad();
      const x = start.clone().requiresGrad_();
      const y = some
        ? block.forward(x, bias, rows)
        : block.forward(x, bias).flatten(0, 1).indexSelect(0, rows);
      y.mul(weights).sum().backward();
      return { y, grads: [x, ...block.parameters()].map(({ grad }) => grad ?? torch.zeros([])) };
    };
    const [all, some] = [run(false), run(true)];
    expect(some.y.shape).toEqual([4, 16]);
    expect(largest(some.y.sub(all.y))).toBeLessThan(1e-6);
    for (const [i, grad] of some.grads.entries()) {
      expect(largest(grad.sub(all.grads[i] ?? 0))).toBeLessThan(1e-5);
    }
  });

  test.each([false, true])('drops its branches for whole samples in training only (rows: %s)', (withRows) => {
    const block = new Block(16, { ...options, layerScale: 0, dropPath: 0.25 });
    torch.noGrad(() => block.mlp.fc2.parameters().map((parameter) => parameter.zero_())); // leaves attention
    const x = torch.randn([64, 3, 16]);
    const rows = withRows ? torch.arange(0, 192) : undefined;
    const branchOf = (): Tensor => block.forward(x, undefined, rows).view([64, 3, 16]).sub(x);
    block.eval();
    const full = branchOf();
    block.train();
    const dropped = branchOf();
    const kept = dropped
      .mul(full)
      .sum([1, 2])
      .div(full.square().sum([1, 2])); // [64], by least squares
    expect(largest(dropped.sub(full.mul(kept.view([64, 1, 1]))))).toBeLessThan(1e-5);
    const factors = kept.tolist() as number[];
    for (const factor of factors) {
      expect(Math.min(Math.abs(factor), Math.abs(factor - 4 / 3))).toBeLessThan(1e-3);
    }
    const share = factors.filter((factor) => factor > 0.5).length / 64;
    expect(share).toBeGreaterThan(0.55);
    expect(share).toBeLessThan(0.95);
  });

  test('leaves nothing behind but its result', () => {
    const block = new Block(16, options);
    const x = torch.randn([2, 5, 16]);
    const before = torch.memory().tensors;
    const y = torch.noGrad(() => block.forward(x));
    expect(torch.memory().tensors).toBe(before + 1);
    y.dispose();
  });
});

describe('under bfloat16 autocast', () => {
  test.each(['absolute', 'shared', 'per-block'] as const)(
    '%s positions: float32 tokens near those of float32',
    (position) => {
      const model = new VisionTransformer({ ...tiny, position, layerScale: 0.1 });
      const images = torch.randn([2, 3, 16, 16]);
      const want = model.features(images);
      const got = torch.autocast({ dtype: 'bfloat16' }, () => model.features(images));
      expect(got.dtype).toBe('float32');
      expect(got.sub(want).norm().div(want.norm()).item()).toBeLessThan(0.02);
      torch
        .autocast({ dtype: 'bfloat16' }, () => model.patchTokens(images))
        .sum()
        .backward();
      for (const [name, { grad }] of model.namedParameters())
        expect(grad?.isfinite().all().item(), name).toBeTruthy();
    },
  );
});

describe('sizes that do not fit', () => {
  test.each([
    [{ ...tiny, imageSize: 18 }, 'an image size of 18 is not a multiple of the patch size 4'],
    [{ ...tiny, heads: 5 }, 'a width of 32 cannot be split into 5 heads'],
  ])('%o', (config, message) => {
    expect(() => new VisionTransformer(config)).toThrow(message);
  });

  test('images of another size: refused with relative positions, cut into patches with absolute ones', () => {
    const images = torch.zeros([1, 3, 16, 24]);
    expect(() => new VisionTransformer({ ...tiny, position: 'shared' }).forward(images)).toThrow(
      'images of 16x24 pixels do not fit a model with positions for 16x16',
    );
    const model = new VisionTransformer(tiny);
    expect(model.patchTokens(images).shape).toEqual([1, 24, 32]);
    expect(() => model.forward(torch.zeros([1, 3, 16, 18]))).toThrow(
      'images of 16x18 cannot be divided into patches of 4x4',
    );
  });
});

test('the table of sizes has those of the papers', () => {
  const parameters = (name: keyof typeof vitSizes): number => {
    const { patchSize, dim, depth, imageSize } = vitSizes[name];
    const tokens = 1 + (imageSize / patchSize) ** 2;
    return depth * (12 * dim ** 2 + 12 * dim) + dim * (3 * patchSize ** 2 + 1 + tokens + 1);
  };
  expect(Math.round(parameters('tiny_patch16_224') / 1e5) / 10).toBe(5.5);
  expect(Math.round(parameters('small_patch16_224') / 1e6)).toBe(22);
  expect(Math.round(parameters('base_patch16_224') / 1e6)).toBe(86);
  expect(Math.round(parameters('large_patch16_224') / 1e6)).toBe(303);
});
