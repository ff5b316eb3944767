/** Containers, copies, paths and the ways to give arguments. */
import * as torch from '#torch/index.js';
import { nn } from '#torch/index.js';
import { describe, expect, test } from 'vitest';

describe('containers', () => {
  test('ModuleDict keeps names as they are, in their order, and refuses those that no path could name', () => {
    const dict = new nn.ModuleDict<nn.Module>({ convBlock: new nn.Conv2d(1, 2, 3), act: new nn.ReLU() });
    dict.set('last', new nn.Linear(2, 1));
    expect([...dict.stateDict().keys()]).toEqual([
      'convBlock.weight',
      'convBlock.bias',
      'last.weight',
      'last.bias',
    ]);
    expect([...dict.keys()]).toEqual(['convBlock', 'act', 'last']);
    expect([dict.has('act'), dict.delete('act'), dict.size, dict.get('act')]).toEqual([
      true,
      true,
      2,
      undefined,
    ]);
    expect(() => dict.set('a.b', new nn.ReLU())).toThrow(
      new Error("ModuleDict: expected a name without dots, not empty, but received 'a.b'"),
    );
    expect(() => dict.set('x', JSON.parse('{}') as nn.Module)).toThrow(
      new TypeError('ModuleDict: expected a Module but received object'),
    );
    dict.clear();
    expect(dict.parameters()).toEqual([]);
  });

  test('ParameterList makes parameters of tensors, and its keys are places', () => {
    class Net extends nn.Module {
      scales = new nn.ParameterList([torch.ones([2]), new nn.Parameter(torch.zeros([3]))]);
    }
    const net = new Net();
    net.scales.append(torch.ones([1]));
    expect([...net.stateDict().keys()]).toEqual(['scales.0', 'scales.1', 'scales.2']);
    expect([...net.scales].every((parameter) => parameter.requiresGrad)).toBe(true);
    expect(net.scales.at(-1).shape).toEqual([1]);
    expect(() => net.scales.at(3)).toThrow(new RangeError('ParameterList: no parameter at 3 of 3'));
  });

  test('ParameterDict makes parameters of tensors, found by names as they are', () => {
    class Net extends nn.Module {
      prompts = new nn.ParameterDict({
        imageNet: torch.ones([2]),
        cls: new nn.Parameter(torch.zeros([3, 1])),
      });
    }
    const net = new Net();
    net.prompts.set('last', torch.ones([1]));
    expect([...net.stateDict().keys()]).toEqual(['prompts.imageNet', 'prompts.cls', 'prompts.last']);
    expect(net.parameters().every((parameter) => parameter.requiresGrad)).toBe(true);
    net.prompts.delete('last');
    expect([net.prompts.size, net.prompts.has('last'), net.prompts.get('cls')?.shape]).toEqual([
      2,
      false,
      [3, 1],
    ]);
    const copy = nn.deepCopy(net);
    net.loadStateDict({ 'prompts.imageNet': torch.zeros([2]), 'prompts.cls': torch.ones([3, 1]) });
    expect([net, copy].map(({ prompts }) => prompts.get('imageNet')?.tolist())).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(String(net.prompts)).toBe(
      'ParameterDict(\n  (imageNet): Parameter of float32 [2]\n  (cls): Parameter of float32 [3, 1]\n)',
    );
    expect(() => net.prompts.set('a.b', torch.ones([1]))).toThrow(
      new Error("ParameterDict: expected a name without dots, not empty, but received 'a.b'"),
    );
    expect(() => net.prompts.set('a', [1] as never)).toThrow(TypeError);
  });

  test('pools with returnIndices are undone by MaxUnpool, and their types say what they give', () => {
    const x = torch.arange(16).float().view([1, 1, 4, 4]);
    const [maxima, indices] = new nn.MaxPool2d(2, { returnIndices: true }).forward(x);
    expect(new nn.MaxUnpool2d(2).forward(maxima, indices).flatten().tolist()).toEqual([
      0, 0, 0, 0, 0, 5, 0, 7, 0, 0, 0, 0, 0, 13, 0, 15,
    ]);
    const plain: torch.Tensor = new nn.Sequential(new nn.MaxPool2d(2)).forward(x);
    expect(plain.shape).toEqual([1, 1, 2, 2]);
    const [best, at] = new nn.AdaptiveMaxPool2d(1, true).forward(x);
    expect([best.item(), at.item()]).toEqual([15, 15]);
  });

  test('ModuleList inserts and extends', () => {
    const list = new nn.ModuleList<nn.Module>([new nn.ReLU()]);
    list.extend([new nn.Tanh(), new nn.GELU()]).insert(1, new nn.Identity()).insert(-1, new nn.SiLU());
    expect([...list].map((module) => module.constructor.name)).toEqual([
      'ReLU',
      'Identity',
      'Tanh',
      'SiLU',
      'GELU',
    ]);
  });
});

describe('Module', () => {
  test('getSubmodule follows a path, and says which key is missing', () => {
    const net = new nn.Sequential(new nn.Sequential(new nn.ReLU(), new nn.Linear(1, 1)));
    expect(net.getSubmodule('0.1')).toBe(net.at(0).children()[1]);
    expect(net.getSubmodule('')).toBe(net);
    expect(() => net.getSubmodule('0.7')).toThrow(
      new Error("Sequential has no child '7', which the path '0.7' names"),
    );
    expect(net.modules()).toHaveLength(4);
  });

  test('a copy has parameters and buffers of its own, and shares what was shared', () => {
    const norm = new nn.BatchNorm1d(2);
    const net = new nn.Sequential(norm, norm, new nn.Linear(2, 2));
    const before = torch.defaultGenerator().getState();
    const copy = nn.deepCopy(net);
    expect(torch.defaultGenerator().getState().equal(before)).toBe(true);
    expect(copy.at(0)).toBe(copy.at(1));
    expect([...copy.stateDict().keys()]).toEqual([...net.stateDict().keys()]);
    copy.forward(
      torch.tensor(
        [
          [1, 2],
          [3, 5],
        ],
        { dtype: 'float32' },
      ),
    );
    for (const parameter of copy.parameters()) torch.noGrad(() => void parameter.fill_(7));
    expect(norm.numBatchesTracked?.item()).toBe(0);
    expect(norm.weight?.tolist()).toEqual([1, 1]);
    expect(copy.stateDict().get('0.num_batches_tracked')?.item()).toBe(2);
    expect(copy.toString()).toBe(net.toString());
  });

  test('a buffer may be none as yet', () => {
    class Net extends nn.Module {
      mean = this.registerBuffer<torch.Tensor | null>('mean', null);
    }
    const net = new Net();
    expect(net.buffers()).toEqual([]);
    net.mean = torch.zeros([1]).keep();
    expect([...net.stateDict().keys()]).toEqual(['mean']);
  });
});

describe('arguments', () => {
  test('positions and names give the same', () => {
    const shape = (conv: nn.Conv2d): number[] => conv.forward(torch.ones([1, 3, 9, 9])).shape;
    expect(shape(new nn.Conv2d(3, 4, 3, 2, 1))).toEqual(
      shape(new nn.Conv2d(3, 4, 3, { stride: 2, padding: 1 })),
    );
    expect(shape(new nn.Conv2d(3, 4, 3, 2, { padding: 1 }))).toEqual([1, 4, 5, 5]);
    expect(new nn.Dropout({ p: 0.2 }).p).toBe(new nn.Dropout(0.2).p);
  });

  test.each<[string, () => unknown]>([
    [
      'Conv2d: unknown option "paddding"; did you mean padding?',
      () => new nn.Conv2d(1, 1, 1, { ['paddding' as 'padding']: 1 }),
    ],
    ['Conv2d: unknown option "stride"', () => new nn.Conv2d(1, 1, 1, 2, { ['stride' as 'padding']: 1 })],
    [
      'batchNorm: expected at least 3 arguments but received 1',
      () => Reflect.apply(nn.functional.batchNorm, null, [1]) as unknown,
    ],
    [
      'LayerNorm: expected at most 4 arguments and an object with options but received 5',
      () => Reflect.construct(nn.LayerNorm, [4, 1e-5, true, true, 3]) as unknown,
    ],
    ['uniform_: unknown option "low"', () => nn.init.uniform_(torch.empty([1]), { ['low' as 'a']: 1 })],
  ])('%s', (message, call) => {
    expect(call).toThrow(message);
  });

  test('what the types refuse', () => {
    const calls = (): unknown[] => [
      // @ts-expect-error: a name that is no option
      new nn.Conv2d(1, 1, 1, { strides: 2 }),
      // @ts-expect-error: an option that was given by position
      new nn.Conv2d(1, 1, 1, 2, { stride: 2 }),
      // @ts-expect-error: not a padding mode
      new nn.Conv2d(1, 1, 1, { paddingMode: 'mirror' }),
      // @ts-expect-error: ATen's order, in which weight and bias come before the statistics
      nn.functional.batchNorm(torch.ones([2, 3]), torch.ones([3]), torch.ones([3]), true),
      // @ts-expect-error: the index of a dimension is needed
      nn.functional.softmax(torch.ones([2, 3])),
    ];
    expect(calls).toBeTypeOf('function');
  });
});
