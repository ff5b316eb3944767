/** Every optimizer against PyTorch over 50 steps (fixtures/optimizers.py), state dicts, closures, and what is refused. */
import * as torch from '#torch/index.js';
import { nn, optim, type Tensor } from '#torch/index.js';
import { describe, expect, test } from 'vitest';

import { expectClose, readFixture } from './nn-fixtures.js';

interface Case {
  name: string;
  options: Record<string, unknown>;
  after: Record<string, number[][]>;
  state: Record<string, number[]>;
}
interface LbfgsCase {
  options: Record<string, unknown>;
  losses: number[];
  after: number[];
}

torch.setNumThreads(1);

const { cases, lbfgs } = readFixture('optimizers.json') as { cases: Case[]; lbfgs: LbfgsCase[] };

type AnyOptimizer = optim.Optimizer<{ lr: number }>;
type Maker = new (params: unknown, options?: Record<string, unknown>) => AnyOptimizer;
const makers = optim as unknown as Record<string, Maker>;

// As fixtures/optimizers.py has them.
const shapes = [[3, 4], [5], [2, 3, 2]];
function formula(shape: readonly number[], factor: number, modulus: number, shift: number): Tensor {
  const count = shape.reduce((product, size) => product * size, 1);
  const values = Float32Array.from(
    { length: count },
    (_, k) => ((shift + k * factor) % modulus) / modulus - 0.47,
  );
  return torch.fromTypedArray(values, shape);
}
const start = (i: number): Tensor => formula(shapes[i] ?? [], 53, 89, 7 * i);
const gradient = (i: number, step: number): Tensor | null =>
  i === 2 && step % 5 === 3 ? null : formula(shapes[i] ?? [], 101, 97, 37 * step + 11 * i);

function camelCase(options: Record<string, unknown>): Record<string, unknown> {
  const rename = (key: string): string =>
    key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(options).map(([key, value]) => [rename(key), value]));
}

function make({ name, options }: Case): {
  params: nn.Parameter[];
  indices: number[];
  optimizer: AnyOptimizer;
} {
  const indices = name === 'Muon' ? [0] : [0, 1, 2];
  const params = indices.map((i) => new nn.Parameter(start(i)));
  const Optimizer = makers[name];
  if (Optimizer === undefined) throw new Error(`no optimizer ${name}`);
  return { params, indices, optimizer: new Optimizer(params, camelCase(options)) };
}

function advance(params: nn.Parameter[], indices: number[], optimizer: AnyOptimizer, step: number): void {
  torch.scope(() => {
    indices.forEach((i, k) => {
      const param = params[k];
      if (param !== undefined) param.grad = gradient(i, step);
    });
    optimizer.step();
  });
}

describe.each(cases.map((one) => [`${one.name} ${JSON.stringify(one.options)}`, one] as const))(
  '%s',
  (_, golden) => {
    test('weights and state are those of PyTorch', () => {
      const { params, indices, optimizer } = make(golden);
      for (let step = 1; step <= 50; step++) {
        advance(params, indices, optimizer, step);
        golden.after[step]?.forEach((data, k) => {
          expectClose(params[k] ?? null, { shape: shapes[indices[k] ?? 0] ?? [], data }, 1e-6);
        });
      }
      const { state } = optimizer.stateDict();
      const names = Object.entries(state).flatMap(([i, own]) =>
        Object.keys(own).map((name) => `${i}.${name}`),
      );
      expect(names.sort()).toEqual(Object.keys(golden.state).sort());
      for (const [key, data] of Object.entries(golden.state)) {
        const [i = '', name = ''] = key.split('.');
        const tensor = state[Number(i)]?.[name];
        expectClose(tensor ?? null, { shape: tensor?.shape ?? [], data }, 1e-6);
      }
    });

    test('goes on bit for bit from its state dict', () => {
      const first = make(golden);
      for (let step = 1; step <= 12; step++) advance(first.params, first.indices, first.optimizer, step);
      const second = make(golden);
      torch.noGrad(() => second.params.forEach((param, k) => void param.copy_(first.params[k] as Tensor)));
      second.optimizer.loadStateDict(first.optimizer.stateDict());
      for (let step = 13; step <= 20; step++) {
        advance(first.params, first.indices, first.optimizer, step);
        advance(second.params, second.indices, second.optimizer, step);
      }
      second.params.forEach((param, k) => expect(param.tolist()).toEqual(first.params[k]?.tolist()));
    });
  },
);

test.each(lbfgs.map((one) => [JSON.stringify(one.options), one] as const))('LBFGS %s', (_, golden) => {
  const p = new nn.Parameter(torch.tensor([-1.2, 1, 0.5, -0.3], { dtype: 'float64' }));
  const optimizer = new optim.LBFGS([p], camelCase(golden.options));
  const closure = (): Tensor => {
    optimizer.zeroGrad();
    const [x, y] = [p.narrow(0, 0, 2), p.narrow(0, 2, 2)];
    const loss = y.sub(x.mul(x)).square().mul(20).add(x.mul(-1).add(1).square()).sum();
    loss.backward();
    return loss;
  };
  for (const loss of golden.losses) expect(optimizer.step(closure).item()).toBeCloseTo(loss, 9);
  (p.tolist() as number[]).forEach((value, i) => expect(value).toBeCloseTo(golden.after[i] ?? NaN, 9));
});

describe('what every optimizer does', () => {
  const parameter = (): nn.Parameter => new nn.Parameter(torch.ones([2]));

  test('step() calls a closure with gradients on, and gives its loss', () => {
    const p = parameter();
    const optimizer = new optim.RMSprop([p]);
    const loss = torch.noGrad(() =>
      optimizer.step(() => {
        const value = p.square().sum();
        value.backward();
        return value;
      }),
    );
    expect(loss.item()).toBe(2);
    expect(p.tolist()).not.toEqual([1, 1]);
  });

  test('a step that found infinities changes nothing, on fused kernels and others', () => {
    for (const Optimizer of [optim.Adam, optim.Adagrad, optim.SGD, optim.RAdam, optim.Lion]) {
      const p = parameter();
      const optimizer = new (Optimizer as unknown as Maker)([p]);
      p.grad = torch.ones([2]);
      optimizer.step({ foundInf: torch.ones([]) });
      expect(p.tolist(), Optimizer.name).toEqual([1, 1]);
      optimizer.step({ foundInf: torch.zeros([]) });
      expect(p.tolist(), Optimizer.name).not.toEqual([1, 1]);
    }
  });

  test('zeroGrad(false) keeps the gradient tensors', () => {
    const p = parameter();
    p.grad = torch.ones([2]);
    const held = p.grad;
    const optimizer = new optim.Adam([p]);
    optimizer.zeroGrad(false);
    expect(held.tolist()).toEqual([0, 0]);
    optimizer.zeroGrad();
    expect(p.grad).toBeNull();
  });

  test('unknown options are refused, in groups and state dicts too', () => {
    const p = parameter();
    const groups = [{ params: [p], weight_decay: 0 }] as unknown as Tensor[];
    expect(() => new optim.AdamW(groups, { lr: 1, weightDecay: 0.1 })).toThrow(
      'AdamW: group 0: unknown option "weight_decay"; did you mean weightDecay? It takes params, lr, betas, eps,',
    );
    for (const name of ['amsgrad', 'foreach', 'capturable']) {
      const options = { [name]: true } as object;
      expect(() => new optim.SGD([p], options)).toThrow(`SGD: unknown option "${name}"`);
    }
    const optimizer = new optim.SGD([p]);
    const paramGroups = [{ params: [0], weight_decay: 1 }];
    expect(() => optimizer.loadStateDict({ state: {}, paramGroups })).toThrow(
      'loading SGD: group 0: unknown option "weight_decay"; did you mean weightDecay?',
    );
    expect(new optim.SGD([{ params: [p], lr: undefined }], { lr: 3 }).paramGroups[0]?.lr).toBe(3);
  });

  test('what is not a list of parameters is named with the way out', () => {
    const model = new nn.Linear(2, 2);
    const p = parameter();
    const wrong: [unknown, string][] = [
      [model, 'AdamW: expected parameters but received a Linear: pass model.parameters()'],
      [p, 'AdamW: expected a list of parameters but received one Tensor: pass [tensor]'],
      [null, 'AdamW: expected a list of parameters for params but received null'],
      [3, 'AdamW: expected a list of parameters for params but received number'],
      [
        [{ params: model.namedParameters() }],
        'AdamW: group 0: expected Tensors for params but received pairs: pass model.parameters()',
      ],
      [[{ params: [p, p] }], 'AdamW: group 0: a tensor of shape [2] is there twice'],
      [
        [torch.ones([1], { dtype: 'complex64' })],
        'AdamW: group 0: a tensor of shape [1] is complex64, but optimizers take real parameters',
      ],
    ];
    for (const [params, message] of wrong) {
      expect(refusal(() => new optim.AdamW(params as Tensor[]))).toBe(message);
    }
    expect(() => new optim.Muon([p])).toThrow(
      'Muon: group 0: expected matrices but received a tensor of shape [2]: give it to AdamW',
    );
    expect(() => new optim.LBFGS([p]).step()).toThrow('LBFGS.step: expected a closure');
  });

  test('clipGradValue_ bounds every element, and both clips take one tensor', () => {
    const p = parameter();
    p.grad = torch.tensor([-3, 0.25], { dtype: 'float32' });
    optim.clipGradValue_(p, 0.5);
    expect(p.grad.tolist()).toEqual([-0.5, 0.25]);
    p.grad = torch.tensor([3, 4], { dtype: 'float32' });
    expect(optim.clipGradNorm_(p, 1).item()).toBe(5);
    expect(() => optim.clipGradValue_([p], -1)).toThrow('at least 0 for clipValue but received -1');
  });
});

/** What a call throws. */
function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'nothing was thrown';
}

/** What tsc must refuse; never called. */
export function refusedByTheCompiler(p: nn.Parameter): void {
  // @ts-expect-error -- snake case in a group
  new optim.AdamW([{ params: [p], weight_decay: 0 }], { lr: 1, weightDecay: 0.1 });
  // @ts-expect-error -- not an option of SGD
  new optim.SGD([p], { amsgrad: true });
}
