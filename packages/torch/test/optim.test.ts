import * as torch from '#torch/index.js';
import { nn, optim, type Tensor } from '#torch/index.js';
import { describe, expect, test } from 'vitest';

import { expectClose, readFixture, toTensor, type Values } from './nn-fixtures.js';

interface OptimizerCase {
  start: Values[];
  gradients: (Values | null)[][];
  after: Values[][];
  state: Record<string, Values>;
}
interface ClippingCase {
  maxNorm: number;
  normType: number | 'inf';
  norm: number;
  clipped: Values[];
}

// Threads that wait for one another make small steps a hundred times slower on a busy machine.
torch.setNumThreads(1);

const { optimizers, clipping } = readFixture('optim.json') as {
  optimizers: Record<'adamw' | 'sgd' | 'sgdMomentum', OptimizerCase>;
  clipping: { gradients: Values[]; cases: ClippingCase[] };
};

type AnyOptimizer = optim.AdamW | optim.SGD;

/** The same steps with the rate as a tensor. */
const capturable = (params: Tensor[]): optim.AdamW => {
  const optimizer = makers.adamw(params) as optim.AdamW;
  for (const group of optimizer.paramGroups) group.capturable = true;
  return optimizer;
};

const flat = ({ state }: optim.OptimizerStateDict): Map<string, Tensor> =>
  new Map(
    Object.entries(state).flatMap(([i, own]) =>
      Object.entries(own).map(([name, value]): [string, Tensor] => [`${name}.${i}`, value]),
    ),
  );

// The fixture's groups: parameters 0 and 1 with the defaults, 2 and 3 with their own.
const makers: Record<keyof typeof optimizers, (params: Tensor[]) => AnyOptimizer> = {
  adamw: (params) =>
    new optim.AdamW(
      [
        { params: params.slice(0, 2) },
        { params: params.slice(2), lr: 3e-3, betas: [0.8, 0.9], eps: 1e-6, weightDecay: 0 },
      ],
      { lr: 1e-2, betas: [0.9, 0.98], weightDecay: 0.05 },
    ),
  sgd: (params) =>
    new optim.SGD([{ params: params.slice(0, 2) }, { params: params.slice(2), lr: 0.05, weightDecay: 0.1 }], {
      lr: 0.1,
    }),
  sgdMomentum: (params) =>
    new optim.SGD([{ params: params.slice(0, 2) }, { params: params.slice(2), lr: 0.05, weightDecay: 0.1 }], {
      lr: 0.1,
      momentum: 0.9,
      nesterov: true,
    }),
};

function setGradients(params: readonly Tensor[], gradients: readonly (Values | null)[] = []): void {
  params.forEach((param, i) => {
    const gradient = gradients[i] ?? null;
    param.grad = gradient === null ? null : toTensor(gradient);
  });
}

function decayLr(optimizer: AnyOptimizer): void {
  const [group] = optimizer.paramGroups;
  if (group !== undefined) group.lr *= 0.9;
}

test('a capturable AdamW steps to the same bits, also when the rate changes and after a resume', () => {
  const params = [makers.adamw, capturable].map((make) => {
    const own = optimizers.adamw.start.map((values) => new nn.Parameter(toTensor(values)));
    let optimizer = make(own) as optim.AdamW;
    for (const [step, gradients] of optimizers.adamw.gradients.entries()) {
      setGradients(own, gradients);
      decayLr(optimizer);
      if (step === 2) {
        const state = optimizer.stateDict();
        optimizer = make(own) as optim.AdamW;
        optimizer.loadStateDict(state);
      }
      if (step === 3) optimizer.uploadRates();
      optimizer.step();
    }
    return own.map((param) => param.tolist());
  });
  expect(params[1]).toEqual(params[0]);
});

describe.each(['adamw', 'sgd', 'sgdMomentum'] as const)('optimizer %s', (name) => {
  const golden = optimizers[name];
  const makeParams = (): Tensor[] => golden.start.map((values) => new nn.Parameter(toTensor(values)));

  test('steps as PyTorch does, with groups, a changing rate, and a parameter without gradients at times', () => {
    const params = makeParams();
    const optimizer = makers[name](params);
    golden.after.forEach((expected, step) => {
      setGradients(params, golden.gradients[step]);
      decayLr(optimizer);
      optimizer.step();
      expected.forEach((values, i) => expectClose(params[i] ?? null, values, 1e-6));
    });
    const state = flat(optimizer.stateDict());
    const names = Object.keys(golden.state).filter((key) => golden.state[key] !== undefined);
    expect([...state.keys()].sort()).toEqual(names.sort());
    for (const key of names)
      expectClose(state.get(key) ?? null, golden.state[key] ?? { shape: [], data: [] }, 1e-6);
  });

  test('resumes bit for bit from its state dict, groups by way of JSON', () => {
    const params = makeParams();
    const optimizer = makers[name](params);
    const advance = (target: readonly Tensor[], of: AnyOptimizer, steps: number[]): void => {
      for (const step of steps) {
        setGradients(target, golden.gradients[step]);
        decayLr(of);
        of.step();
      }
    };
    advance(params, optimizer, [0, 1, 2]);
    const { state, paramGroups } = optimizer.stateDict();
    const copies = params.map((param) => new nn.Parameter(param.detach().clone()));
    const resumed = makers[name](copies);
    resumed.loadStateDict({
      state,
      paramGroups: JSON.parse(JSON.stringify(paramGroups)) as typeof paramGroups,
    });
    advance(params, optimizer, [3, 4, 5]);
    advance(copies, resumed, [3, 4, 5]);
    params.forEach((param, i) => expect(copies[i]?.toTypedArray()).toEqual(param.toTypedArray()));
    expect(resumed.stateDict().paramGroups).toEqual(optimizer.stateDict().paramGroups);
  });
});

describe('Optimizer', () => {
  const twoParams = (): nn.Parameter[] => [
    new nn.Parameter(torch.ones([2])),
    new nn.Parameter(torch.ones([3])),
  ];

  test('a step leaves no tensors behind, in scopes or outside', () => {
    const params = twoParams();
    const optimizer = new optim.AdamW(params);
    const train = (): void =>
      torch.scope(() => {
        params.map((param) => param.square().sum().backward());
        optim.clipGradNorm_(params, 1);
        optimizer.step();
        optimizer.zeroGrad();
      });
    train();
    const before = torch.memory();
    for (let i = 0; i < 50; i++) train();
    expect(torch.memory()).toEqual(before);
    for (const param of params) param.grad = torch.ones(param.shape);
    optimizer.step();
    const outside = torch.memory().tensors;
    for (let i = 0; i < 50; i++) optimizer.step();
    expect(torch.memory().tensors).toBe(outside);
  });

  test('groups carry names and factors for schedules; a rate of 0 changes nothing', () => {
    const [first, second] = twoParams();
    if (first === undefined || second === undefined) throw new Error('two parameters are needed');
    const optimizer = new optim.AdamW(
      [
        { params: [first], name: 'decay', lrScale: 0.5 },
        { params: [second], weightDecay: 0 },
      ],
      { lr: 0.1 },
    );
    expect(optimizer.paramGroups[0]).toMatchObject({
      name: 'decay',
      lrScale: 0.5,
      lr: 0.1,
      weightDecay: 0.01,
    });
    for (const group of optimizer.paramGroups) group.lr = 0;
    first.grad = torch.ones([2]);
    optimizer.step();
    expect(first.tolist()).toEqual([1, 1]);
    expect([...flat(optimizer.stateDict()).keys()]).toEqual(['step.0', 'exp_avg.0', 'exp_avg_sq.0']);
    expect(optimizer.stateDict().paramGroups.map(({ params }) => params)).toEqual([[0], [1]]);
  });

  test('refuses bad hyperparameters and parameters, and names the group', () => {
    const [param] = twoParams();
    if (param === undefined) throw new Error('a parameter is needed');
    const cases: [() => unknown, string][] = [
      [() => new optim.AdamW([]), 'AdamW: received no parameters'],
      [
        () => new optim.AdamW([param], { lr: -1 }),
        'AdamW: group 0: expected a finite number of at least 0 for lr but received -1',
      ],
      [
        () => new optim.AdamW([{ params: [param], name: 'head', betas: [0.9, 1] }]),
        'AdamW: head: expected two numbers in [0, 1) for betas but received [0.9, 1]',
      ],
      [() => new optim.AdamW([param, param]), 'AdamW: group 0: a tensor of shape [2] is there twice'],
      [
        () => new optim.SGD([param.mul(2)]),
        'SGD: group 0: a tensor of shape [2] is the result of an operation, not a parameter',
      ],
      [
        () => new optim.SGD([param], { nesterov: true }),
        'SGD: group 0: nesterov needs a momentum greater than 0 and a dampening of 0',
      ],
      [
        () => new optim.SGD([param, { params: [] }] as unknown as Tensor[]),
        'SGD: expected either tensors or groups but received both',
      ],
    ];
    for (const [make, message] of cases) expect(make).toThrow(message);
  });

  test('a state dict of other groups, keys or shapes is refused whole', () => {
    const params = twoParams();
    const optimizer = new optim.AdamW(params);
    const paramGroups = [{ params: [0, 1] }];
    expect(() =>
      optimizer.loadStateDict({ state: {}, paramGroups: [{ params: [0] }, { params: [1] }] }),
    ).toThrow(
      new Error('loading AdamW: expected groups 1 (of 2 parameters) but received 2 (of 1, 1 parameters)'),
    );
    const state = {
      0: { exp_avg: torch.zeros([3]), exp_avg_sq: torch.zeros([2]) },
      2: { momentum: torch.zeros([2]) },
    };
    expect(() => optimizer.loadStateDict({ state, paramGroups })).toThrow(
      new Error(
        [
          'loading AdamW: the state dict does not fit: 1 missing (-), 1 unexpected (+), 1 mismatched (~)',
          '  - 0.step: float32 []',
          '  + 2.momentum: float32 [2]',
          '  ~ 0.exp_avg: expected float32 [2] but received float32 [3]',
        ].join('\n'),
      ),
    );
    expect(optimizer.stateDict().state).toEqual({});
  });

  test('parameters of several dtypes go through one group', () => {
    const params = [
      new nn.Parameter(torch.ones([4])),
      new nn.Parameter(torch.ones([4], { dtype: 'bfloat16' })),
    ];
    const optimizer = new optim.AdamW(params, { lr: 0.5, weightDecay: 0 });
    for (const param of params) param.grad = torch.ones([4], { dtype: param.dtype });
    optimizer.step();
    expect(params.map((param) => param.dtype)).toEqual(['float32', 'bfloat16']);
    expect(params[0]?.mean().item()).toBeCloseTo(0.5, 6);
    expect(params[1]?.mean().item()).toBeCloseTo(0.5, 2);
  });

  test('a gradient laid out otherwise than its parameter goes to the right elements', () => {
    const grad = torch.arange(1, 7, { dtype: 'float32' }).view([2, 3]);
    const updated = [grad, grad.t().contiguous().t()].map((laidOut) => {
      const param = new nn.Parameter(torch.zeros([2, 3]));
      param.grad = laidOut;
      new optim.SGD([param], { lr: 1, momentum: 0.9 }).step();
      return param.tolist();
    });
    const expected = [
      [-1, -2, -3],
      [-4, -5, -6],
    ];
    expect(updated).toEqual([expected, expected]);
  });

  test('a small network learns a circle: 97 % of 512 points right after 300 steps', () => {
    torch.manualSeed(11);
    const points = torch.rand([512, 2]).mul(2).sub(1);
    const inside = points.square().sum([1]).lt(0.6).long();
    const net = new nn.Sequential(new nn.Linear(2, 32), new nn.GELU(), new nn.Linear(32, 2));
    const optimizer = new optim.AdamW(net.parameters(), { lr: 0.02 });
    let loss = Infinity;
    for (let step = 0; step < 300; step++) {
      loss = torch.scope(() => {
        optimizer.zeroGrad();
        const value = nn.functional.crossEntropy(net.forward(points), inside);
        value.backward();
        optimizer.step();
        return value.item();
      });
    }
    expect(loss).toBeLessThan(0.1);
    const right = torch.noGrad(() => net.forward(points).argmax(1).eq(inside).float().mean().item());
    expect(right).toBeGreaterThan(0.97);
  });
});

describe('clipGradNorm_', () => {
  const makeParams = (): nn.Parameter[] =>
    clipping.gradients.map((values) => {
      const param = new nn.Parameter(torch.zeros(values.shape));
      param.grad = toTensor(values);
      return param;
    });

  test.each(clipping.cases.map((entry) => [entry.maxNorm, entry.normType, entry] as const))(
    'to %d by the norm of order %s as PyTorch',
    (maxNorm, normType, { norm, clipped }) => {
      const params = makeParams();
      const before = optim.clipGradNorm_(params, maxNorm, {
        normType: normType === 'inf' ? Infinity : normType,
      });
      expect(before.item()).toBeCloseTo(norm, 5);
      clipped.forEach((values, i) => expectClose(params[i]?.grad ?? null, values, 1e-6));
    },
  );

  test('a norm that is not finite throws before anything is changed, where asked', () => {
    const params = makeParams();
    params[1]?.grad?.fill_(Infinity);
    const before = params[0]?.grad?.tolist();
    expect(() => optim.clipGradNorm_(params, 1, { errorIfNonfinite: true })).toThrow(
      new Error("clipGradNorm_: the gradients' norm is Infinity, so they cannot be clipped"),
    );
    expect(params[0]?.grad?.tolist()).toEqual(before);
  });

  test('parameters without gradients have norm 0; a negative bound is refused', () => {
    expect(optim.clipGradNorm_([new nn.Parameter(torch.ones([2]))], 1).item()).toBe(0);
    expect(() => optim.clipGradNorm_([], -1)).toThrow(
      new RangeError('clipGradNorm_: expected a number of at least 0 for maxNorm but received -1'),
    );
  });
});
