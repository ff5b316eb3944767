import * as torch from '#torch/index.js';
import { nn, type Tensor } from '#torch/index.js';
import { describe, expect, test } from 'vitest';

class Attention extends nn.Module {
  qkv = new nn.Linear(4, 12, { bias: false });
  qBias = new nn.Parameter(torch.zeros([4]));
  gamma_1 = new nn.Parameter(torch.full([4], 0.1));
  relativePositionIndex = this.registerBuffer('relativePositionIndex', torch.arange(3), {
    persistent: false,
  });
  running = this.registerBuffer('running', torch.ones([2]));
  unused: nn.Parameter | null = null;
}

class Net extends nn.Module {
  patchEmbed = new nn.Conv2d(1, 4, 2);
  blocks = new nn.ModuleList([new Attention(), new Attention()]);
  encodeTaskLayer = new nn.Sequential(new nn.Linear(4, 4), new nn.Tanh());

  override forward(x: Tensor): Tensor {
    return this.encodeTaskLayer.forward(this.patchEmbed.forward(x).flatten(2).transpose(1, 2));
  }
}

const blockKeys = ['q_bias', 'gamma_1', 'running', 'qkv.weight'];
const netKeys = [
  'patch_embed.weight',
  'patch_embed.bias',
  ...blockKeys.map((key) => `blocks.0.${key}`),
  ...blockKeys.map((key) => `blocks.1.${key}`),
  'encode_task_layer.0.weight',
  'encode_task_layer.0.bias',
];

describe('nn.Module', () => {
  test('state-dict keys are snake_case, own tensors before children, non-persistent buffers left out', () => {
    expect([...new Net().stateDict().keys()]).toEqual(netKeys);
  });

  test('finds parameters, buffers and modules in order, with a prefix where asked', () => {
    const net = new Net();
    expect(net.namedParameters('model').map(([key]) => key)).toEqual(
      netKeys.filter((key) => !key.endsWith('running')).map((key) => `model.${key}`),
    );
    expect(net.namedBuffers().map(([key]) => key)).toEqual(
      ['0', '1'].flatMap((i) => [`blocks.${i}.relative_position_index`, `blocks.${i}.running`]),
    );
    expect(net.namedModules().map(([key]) => key)).toEqual([
      '',
      'patch_embed',
      'blocks',
      'blocks.0',
      'blocks.0.qkv',
      'blocks.1',
      'blocks.1.qkv',
      'encode_task_layer',
      'encode_task_layer.0',
      'encode_task_layer.1',
    ]);
    expect(net.children()).toHaveLength(3);
  });

  test('a shared parameter is listed once but has a key for each place', () => {
    class Tied extends nn.Module {
      encoder = new nn.Linear(2, 2, { bias: false });
      decoder = new nn.Linear(2, 2, { bias: false });
    }
    const tied = new Tied();
    tied.decoder.weight = tied.encoder.weight;
    expect(tied.namedParameters().map(([key]) => key)).toEqual(['encoder.weight']);
    expect([...tied.stateDict().keys()]).toEqual(['encoder.weight', 'decoder.weight']);
  });

  test('modules in a plain array, and a module inside itself, are refused rather than missed', () => {
    class Lost extends nn.Module {
      layers = [new nn.Linear(1, 1)];
    }
    expect(() => new Lost().parameters()).toThrow(
      new Error('Lost.layers is an array of modules: make it a ModuleList'),
    );
    class Loop extends nn.Module {
      again: nn.Module | null = null;
    }
    const loop = new Loop();
    loop.again = loop;
    expect(() => loop.stateDict()).toThrow(new Error('Loop at again contains itself'));
  });

  test('calling forward() where there is none says so', () => {
    expect(() => new nn.ModuleList().forward()).toThrow(
      new Error('ModuleList has no forward() for these 0 inputs: call its children'),
    );
  });

  test('train, eval, apply and requiresGrad_ reach every module', () => {
    const net = new Net();
    const visited: string[] = [];
    net.eval().apply((module) => visited.push(`${module.constructor.name} ${module.training}`));
    expect(visited.slice(0, 3)).toEqual(['Conv2d false', 'Linear false', 'Attention false']);
    expect(visited.at(-1)).toBe('Net false');
    expect(net.train().blocks.at(-1).training).toBe(true);
    expect(
      net
        .requiresGrad_(false)
        .parameters()
        .some((parameter) => parameter.requiresGrad),
    ).toBe(false);
  });

  test('zeroGrad drops the gradients', () => {
    const net = new Net();
    net
      .forward(torch.ones([1, 1, 4, 4]))
      .sum()
      .backward();
    expect(net.patchEmbed.weight.grad).not.toBeNull();
    net.zeroGrad();
    expect(net.patchEmbed.weight.grad).toBeNull();
  });

  test('to() converts floating tensors in place: parameters stay the same objects and keep their gradients', () => {
    const net = new Net();
    const weight = net.patchEmbed.weight;
    const before = weight.toFloat32Array();
    net
      .forward(torch.ones([1, 1, 4, 4]))
      .sum()
      .backward();
    net.to({ dtype: 'float64' });
    expect(net.patchEmbed.weight).toBe(weight);
    expect([weight.dtype, weight.grad?.dtype, weight.requiresGrad]).toEqual(['float64', 'float64', true]);
    expect(weight.toFloat32Array()).toEqual(before);
    expect(net.blocks.at(0).relativePositionIndex.dtype).toBe('int64');
    expect(net.blocks.at(0).running.dtype).toBe('float64');
    net
      .forward(torch.ones([1, 1, 4, 4], { dtype: 'float64' }))
      .sum()
      .backward();
    expect(weight.grad?.dtype).toBe('float64');
    expect(() => net.to({ dtype: 'int64' })).toThrow(
      new Error("Module.to: expected a floating-point dtype but received 'int64'"),
    );
  });

  test('toString collapses equal children', () => {
    expect(new Net().toString()).toBe(
      [
        'Net(',
        '  (patch_embed): Conv2d(1, 4, kernel_size=(2, 2), stride=(1, 1))',
        '  (blocks): ModuleList(',
        '    (0-1): 2 x Attention(',
        '      (qkv): Linear(in_features=4, out_features=12, bias=False)',
        '    )',
        '  )',
        '  (encode_task_layer): Sequential(',
        '    (0): Linear(in_features=4, out_features=4, bias=True)',
        '    (1): Tanh()',
        '  )',
        ')',
      ].join('\n'),
    );
  });

  test('parameters and buffers outlive the scope they are made in', () => {
    const before = torch.memory().tensors;
    const net = torch.scope(() => {
      const made = new Net();
      return () => made;
    })();
    expect(net.parameters().every((parameter) => !parameter.isDisposed)).toBe(true);
    expect(net.buffers().every((buffer) => !buffer.isDisposed)).toBe(true);
    // 10 parameters and 4 buffers, and nothing that they were made from.
    expect(torch.memory().tensors - before).toBe(net.parameters().length + net.buffers().length);
  });
});

describe('nn.Parameter', () => {
  test('shares storage with its tensor, is a leaf, and may be frozen', () => {
    const data = torch.ones([2]);
    const parameter = new nn.Parameter(data);
    data.mul_(3);
    expect(parameter.tolist()).toEqual([3, 3]);
    expect([parameter.isLeaf, parameter.requiresGrad]).toEqual([true, true]);
    expect(new nn.Parameter(torch.arange(3), { requiresGrad: false }).requiresGrad).toBe(false);
    expect(() => new nn.Parameter(torch.arange(3))).toThrow(
      'only floating point and complex tensors can require gradients',
    );
  });
});

describe('nn.ModuleList and nn.Sequential', () => {
  test('index, iterate and append', () => {
    const list = new nn.ModuleList<nn.TensorModule>([new nn.Tanh(), new nn.ReLU()]);
    list.append(new nn.Identity());
    expect([list.length, list.at(-1).toString(), [...list].length]).toEqual([3, 'Identity()', 3]);
    expect(list[0]?.toString()).toBe('Tanh()');
    expect(() => list.at(3)).toThrow(new RangeError('ModuleList: no module at 3 of 3'));
    expect(() => new nn.ModuleList().append(JSON.parse('{}') as nn.Module)).toThrow(
      new TypeError('ModuleList: expected a Module but received object'),
    );
  });

  test('Sequential passes its input through every module', () => {
    const chain = new nn.Sequential(new nn.ReLU(), new nn.Tanh(), new nn.Identity());
    expect(chain.forward(torch.tensor([-1, 1], { dtype: 'float32' })).tolist()).toEqual([
      0,
      Math.fround(Math.tanh(1)),
    ]);
  });
});
