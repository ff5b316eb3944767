import * as torch from '#torch/index.js';
import { nn, type Tensor } from '#torch/index.js';
import { describe, expect, test } from 'vitest';

import { backwardWeighted, expectClose, readFixture, toTensor, type Values } from './nn-fixtures.js';

interface LayerCase {
  repr: string;
  parameters: Record<string, Values>;
  x: Values;
  y: Values;
  gradX: Values;
  gradients: Record<string, Values>;
  buffers: Record<string, Values>;
}

const { layers } = readFixture('nn.json') as { layers: Record<string, LayerCase> };

// The fixture's layers, made as there.
const makers: Record<string, () => nn.TensorModule> = {
  linear: () => new nn.Linear(5, 3),
  linearNoBias: () => new nn.Linear(5, 3, { bias: false }),
  layerNorm: () => new nn.LayerNorm(6, { eps: 1e-6 }),
  layerNorm2: () => new nn.LayerNorm([2, 3]),
  conv2d: () => new nn.Conv2d(2, 4, 3, { stride: 2, padding: 1 }),
  conv2dGroups: () => new nn.Conv2d(4, 4, [1, 3], { dilation: [1, 2], groups: 2, bias: false }),
  batchNorm2d: () => new nn.BatchNorm2d(3),
  gelu: () => new nn.GELU(),
  geluTanh: () => new nn.GELU({ approximate: 'tanh' }),
  tanh: () => new nn.Tanh(),
  relu: () => new nn.ReLU(),
  sequential: () => new nn.Sequential(new nn.Linear(4, 3), new nn.Tanh(), new nn.Linear(3, 2)),
};

describe.each(Object.entries(layers))('nn layer %s', (name, expected) => {
  const make = makers[name];
  if (make === undefined) throw new Error(`no maker for ${name}`);
  const seed = Object.keys(layers).indexOf(name) + 1;

  test('starts with the numbers PyTorch draws for the same seed', () => {
    torch.manualSeed(seed);
    const parameters = new Map<string, Tensor>(make().namedParameters());
    expect([...parameters.keys()]).toEqual(Object.keys(expected.parameters));
    for (const [key, values] of Object.entries(expected.parameters)) {
      expect(parameters.get(key)?.toFloat32Array()).toEqual(Float32Array.from(values.data));
    }
  });

  test('values and gradients match fixtures/nn_optim.py', () => {
    torch.scope(() => {
      const layer = make();
      const state = Object.entries(expected.parameters).map(
        ([key, values]) => [key, toTensor(values)] as const,
      );
      layer.loadStateDict(new Map(state), { strict: false });
      const x = toTensor(expected.x).requiresGrad_();
      const y = layer.forward(x);
      expectClose(y, expected.y);
      backwardWeighted(y);
      expectClose(x.grad, expected.gradX);
      for (const [key, parameter] of layer.namedParameters()) {
        const values = expected.gradients[key];
        if (values === undefined) throw new Error(`${key} is not in the fixture`);
        expectClose(parameter.grad, values);
      }
      for (const [key, buffer] of layer.namedBuffers()) {
        const values = expected.buffers[key];
        if (values === undefined) throw new Error(`${key} is not in the fixture`);
        expectClose(buffer, values);
      }
    });
  });

  test('prints as PyTorch prints it', () => {
    expect(make().toString()).toBe(expected.repr);
  });
});

describe('nn layers', () => {
  test('Embedding looks rows up, keeps the padding row at zero and gives it no gradient', () => {
    torch.manualSeed(30);
    const table = new nn.Embedding(3, 4, { paddingIdx: 1 });
    const { initial } = readFixture('nn.json') as { initial: { embedding: Values } };
    expect(table.weight.toFloat32Array()).toEqual(Float32Array.from(initial.embedding.data));
    const rows = table.forward(
      torch.tensor([
        [2, 1],
        [2, 0],
      ]),
    );
    expect(rows.shape).toEqual([2, 2, 4]);
    rows.sum().backward();
    expect(table.weight.grad?.select(1, 0).tolist()).toEqual([1, 0, 2]);
    expect(table.toString()).toBe('Embedding(3, 4, padding_idx=1)');
  });

  test('Dropout keeps the expectation in training and is the identity in evaluation', () => {
    torch.manualSeed(0);
    const dropout = new nn.Dropout(0.25);
    const x = torch.ones([200, 100]);
    const y = dropout.forward(x);
    const kept = y.ne(0).float().mean().item();
    expect(kept).toBeGreaterThan(0.74);
    expect(kept).toBeLessThan(0.76);
    expect(y.max().item()).toBeCloseTo(4 / 3, 6);
    expect(dropout.eval().forward(x)).toBe(x);
  });

  test('BatchNorm2d uses its running statistics in evaluation and then leaves them alone', () => {
    const norm = new nn.BatchNorm2d(2, { momentum: 0.5 });
    const x = torch.arange(16, { dtype: 'float32' }).view([2, 2, 2, 2]);
    norm.forward(x);
    expect(norm.numBatchesTracked?.item()).toBe(1);
    expect(norm.runningMean?.tolist()).toEqual([2.75, 4.75]);
    norm.eval();
    const y = norm.forward(x);
    expect(norm.runningMean?.tolist()).toEqual([2.75, 4.75]);
    expect(norm.numBatchesTracked?.item()).toBe(1);
    const variance = norm.runningVar?.select(0, 0).item() ?? NaN;
    expect(y.flatten().select(0, 1).item()).toBeCloseTo((1 - 2.75) / Math.sqrt(variance + 1e-5), 6);
  });

  test('parameters take the dtype asked for and a generator of their own', () => {
    const draw = (): number[] => {
      const generator = new torch.Generator().manualSeed(5);
      return [...new nn.Linear(3, 2, { dtype: 'bfloat16', generator }).weight.toFloat32Array()];
    };
    torch.manualSeed(1);
    const first = draw();
    torch.manualSeed(2);
    expect(draw()).toEqual(first);
    expect(new nn.Conv2d(1, 1, 1, { dtype: 'float64' }).weight.dtype).toBe('float64');
  });

  test.each<[string, () => unknown]>([
    ['Linear: expected an integer of at least 1 for inFeatures but received 0', () => new nn.Linear(0, 3)],
    [
      'Linear: expected an integer of at least 1 for outFeatures but received 1.5',
      () => new nn.Linear(2, 1.5),
    ],
    [
      'Conv2d: expected groups to divide inChannels 3 and outChannels 4 but received 2',
      () => new nn.Conv2d(3, 4, 1, { groups: 2 }),
    ],
    [
      'Conv2d: expected an integer of at least 1 for stride but received 0',
      () => new nn.Conv2d(3, 4, 1, { stride: [1, 0] }),
    ],
    ['Dropout: expected a probability in [0, 1] for p but received 1.5', () => new nn.Dropout(1.5)],
    ['LayerNorm: expected at least one size for normalizedShape', () => new nn.LayerNorm([])],
    [
      'LayerNorm: expected a finite number of at least 0 for eps but received NaN',
      () => new nn.LayerNorm(4, { eps: NaN }),
    ],
    [
      'BatchNorm2d: expected a share in [0, 1] for momentum but received 2',
      () => new nn.BatchNorm2d(4, { momentum: 2 }),
    ],
    [
      'Embedding: expected an integer from -3 to 2 for paddingIdx but received 3',
      () => new nn.Embedding(3, 4, { paddingIdx: 3 }),
    ],
    [
      "GELU: expected 'none' or 'tanh' for approximate but received 'erf'",
      () => new nn.GELU({ approximate: 'erf' as 'none' }),
    ],
  ])('bad options fail at construction: %s', (message, make) => {
    expect(make).toThrow(new RangeError(message));
  });

  test('BatchNorm2d refuses another number of dimensions', () => {
    expect(() => new nn.BatchNorm2d(3).forward(torch.zeros([2, 3]))).toThrow(
      new Error('BatchNorm2d: expected 4 dimensions but received shape [2, 3]'),
    );
  });
});
