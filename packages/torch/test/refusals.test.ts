/**
 * Calls that libtorch answers with a crash, an endless loop or Python's words: each is refused beforehand, in JavaScript's words.
 */
import * as torch from '#torch/index.js';
import { describe, expect, it } from 'vitest';

const loose = torch as unknown as Record<string, (...args: unknown[]) => unknown>;
const call = (name: string, ...args: unknown[]): unknown => loose[name]?.(...args);
const csr = (): torch.Tensor => torch.eye(3).toSparseCsr();
const x = torch.ones([1, 2, 3, 3]);

describe('what libtorch would crash on', () => {
  const cases: [string, () => unknown, string | RegExp][] = [
    [
      'copy of a sparse tensor',
      () => torch.copy(csr(), torch.ones([3, 3])),
      /needs a tensor with plain memory/,
    ],
    [
      '_foreachCopy of a sparse tensor',
      () => call('_foreachCopy', [csr()], [torch.ones([3, 3])]),
      /needs a tensor with plain memory/,
    ],
    ['_foreachCopy of unequal lists', () => call('_foreachCopy', [], [x]), /as many tensors to copy from/],
    [
      'group normalization without groups',
      () => call('nativeGroupNorm', x, null, null, 1, 2, 9, 0, 1e-5),
      'group normalization needs at least one group',
    ],
    [
      '1d padding',
      () => call('reflectionPad1dBackward', x, x, [1]),
      'expected a list of 2 elements as argument 3',
    ],
    [
      '2d padding',
      () => call('reflectionPad2dBackward', x, x, [1, 1]),
      'expected a list of 4 elements as argument 3',
    ],
    [
      '3d padding',
      () => call('reflectionPad3dBackward', x, x, []),
      'expected a list of 6 elements as argument 3',
    ],
    [
      'replicated padding',
      () => call('replicationPad3dBackward', x, x, [1]),
      'expected a list of 6 elements',
    ],
    [
      'fractional pooling',
      () =>
        call('fractionalMaxPool2dBackward', x, x, [2], [2, 2], torch.zeros([1, 2, 2, 2], { dtype: 'int64' })),
      'expected a list of 2 elements as argument 3',
    ],
    [
      'a cell without its state',
      () => call('quantizedLstmCell', x, [], x, x, x, x, x, x, x, x, 1, 1, 1, 1),
      'expected a list of 2 elements as argument 2',
    ],
  ];
  it.each(cases)('%s', (_, run, message) => {
    expect(run).toThrow(message);
    expect(run).not.toThrow('libtorch crashed');
  });
});

it('gamma functions of 2^31 - 1 dimensions end at once', () => {
  const before = process.cpuUsage();
  for (const name of ['mvlgamma', 'specialMultigammaln']) {
    expect(() => call(name, torch.full([3], 5), 2 ** 31 - 1)).toThrow(
      /would take more than 10,000,000,000 steps/,
    );
  }
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(2); // seconds
  expect(torch.mvlgamma(torch.tensor([3.5], { dtype: 'float64' }), 3).item()).toBeCloseTo(3.8959, 4); // as PyTorch
});

describe('messages', () => {
  it.each<[string, () => unknown, string]>([
    [
      'options',
      () => {
        const y = torch.ones([1]).requiresGrad_().square();
        y.backward();
        y.backward();
      },
      'Specify retainGraph: true if you need to backward through the graph a second time',
    ],
    [
      'options of a call',
      () => {
        const y = torch.ones([1]).requiresGrad_().exp();
        const loss = y.square();
        y.add_(1);
        loss.backward();
      },
      'torch.autograd.setDetectAnomaly(true, { checkNan: false })',
    ],
    [
      'dtypes',
      () => torch.softmax(torch.tensor([1, 2], { dtype: 'int64' }), 0),
      "not implemented for 'int64'",
    ],
    [
      'arguments',
      () => call('div', x, 2, { roundingMode: 'up' }),
      'div expected roundingMode to be one of null',
    ],
    ['functions', () => call('linalgInv', torch.zeros([2, 2])), 'linalgInv: The diagonal element 1 is zero'],
    [
      'layouts',
      () => torch.zeros([2], { layout: 'sparse' as never }),
      "'sparse_csc', 'sparse_bsr' or 'sparse_bsc' for layout",
    ],
    [
      'names of arguments',
      () => torch.callOperator('aten::add', 'Tensor', x, 'x'),
      'add: expected a Tensor for other',
    ],
  ])('name %s as JavaScript has them', (_, run, message) => {
    expect(run).toThrow(message);
  });
});

describe.skipIf(torch.cuda.isAvailable())('a GPU that is not there', () => {
  it.each<[string, () => unknown]>([
    ['a tensor from values', () => torch.tensor([1], { device: 'cuda' })],
    ['a tensor made there', () => torch.zeros([1], { device: 'cuda' })],
    ['a copy', () => x.to('cuda')],
  ])('%s', (_, run) => {
    expect(run).toThrow(
      /^there is no device cuda here: it needs an NVIDIA GPU, an NVIDIA driver and a CUDA build of libtorch$/,
    );
  });
});
