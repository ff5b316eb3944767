/** Hooks of modules: their order, what they may change, and that they can be taken away. */
import * as torch from '#torch/index.js';
import { nn, type Tensor } from '#torch/index.js';
import { expect, test } from 'vitest';

import { readFixture } from './nn-fixtures.js';

class Join extends nn.Module {
  inner = new nn.Linear(2, 2);

  override forward(x: Tensor, y: Tensor): [Tensor, Tensor] {
    return [this.inner.forward(x).mul(y), x.add(y)];
  }
}

interface Fixture {
  log: string[];
  outputs: number[][][];
  dx: number[][];
  dy: number[][];
  dw: number[][];
}

const closeTo = (tensor: Tensor | null, expected: number[][]): void => {
  const numbers = [...(tensor?.toFloat32Array() ?? [])];
  expected.flat().forEach((value, i) => expect(numbers[i]).toBeCloseTo(value, 5));
};

test('hooks run in the order of fixtures/nn-hooks.py, and what they give back counts', () => {
  const expected = readFixture('nn-hooks.json') as Fixture;
  torch.manualSeed(3);
  const log: string[] = [];
  const net = new Join();
  const note = (text: string) => (): undefined => void log.push(text);
  net.registerForwardPreHook(note('pre'));
  net.registerForwardPreHook(note('pre, prepended'), { prepend: true });
  net.registerForwardHook(note('forward'));
  net.registerFullBackwardPreHook(note('backward pre'));
  net.registerFullBackwardHook(note('backward'));
  net.inner.registerForwardPreHook(note('inner pre'));
  net.inner.registerForwardHook((_module, _args, output) => {
    log.push('inner forward');
    return (output as Tensor).mul(2);
  });
  net.inner.registerFullBackwardHook((_module, [gradInput]) => {
    log.push('inner backward');
    return [gradInput?.mul(3) ?? null];
  });
  const x = torch.tensor([[1, -2]], { dtype: 'float32', requiresGrad: true });
  const y = torch.tensor([[0.5, 3]], { requiresGrad: true });
  const [a, b] = net.forward(x, y);
  torch.autograd.backward([a.sum().add(b.square().sum())]);
  expect(log).toEqual(expected.log);
  closeTo(a, expected.outputs[0] ?? []);
  closeTo(b, expected.outputs[1] ?? []);
  closeTo(x.grad, expected.dx);
  closeTo(y.grad, expected.dy);
  closeTo(net.inner.weight.grad, expected.dw);
});

test('backward hooks get every gradient at its place, with null where there is none', () => {
  const net = new Join();
  const seen: unknown[] = [];
  net.registerFullBackwardHook((module, gradInput, gradOutput) => {
    seen.push(
      module === net,
      gradInput.map((g) => g?.shape ?? null),
      gradOutput.map((g) => g?.tolist() ?? null),
    );
    return undefined;
  });
  const x = torch.ones([3, 2], { requiresGrad: true });
  const [, sum] = net.forward(x, torch.ones([3, 2]));
  sum.sum().backward();
  const ones = [
    [1, 1],
    [1, 1],
    [1, 1],
  ];
  const zeros = ones.map((row) => row.map(() => 0));
  expect(seen).toEqual([true, [[3, 2], null], [zeros, ones]]);
});

test('without inputs that need gradients the backward hook runs once the output has its own', () => {
  const layer = new nn.Linear(2, 1);
  let calls = 0;
  layer.registerFullBackwardHook((_module, gradInput, gradOutput) => {
    calls++;
    expect([gradInput, gradOutput[0]?.tolist()]).toEqual([[null], [[1]]]);
    return undefined;
  });
  layer
    .forward(torch.ones([1, 2]))
    .sum()
    .backward();
  torch.noGrad(() => void layer.forward(torch.ones([1, 2])));
  expect(calls).toBe(1);
});

test('a pre-hook changes the arguments', () => {
  const layer = new nn.Identity();
  layer.registerForwardPreHook((_module, [x]) => (x as Tensor).mul(2));
  layer.registerForwardPreHook((_module, [x]) => [(x as Tensor).add(1)]);
  expect(layer.forward(torch.ones([2])).tolist()).toEqual([3, 3]);
});

test('removed hooks are gone, and a module without hooks has no property of its own for them', () => {
  const net = new nn.Sequential(new nn.ReLU(), new nn.Tanh());
  const [relu] = net;
  const calls: string[] = [];
  const first = relu?.registerForwardHook(() => void calls.push('first'));
  const second = relu?.registerForwardHook(() => void calls.push('second'));
  net.forward(torch.ones([1]));
  first?.remove();
  first?.remove();
  net.forward(torch.ones([1]));
  expect(calls).toEqual(['first', 'second', 'second']);
  expect(net.stateDict().size).toBe(0);
  second?.remove();
  expect(Object.getOwnPropertyNames(relu)).not.toContain('forward');
  expect(relu?.forward(torch.tensor([-1])).tolist()).toEqual([0]);
});

test('what is no hook is refused', () => {
  const layer = new nn.Tanh();
  expect(() => layer.registerForwardHook(JSON.parse('3') as () => undefined)).toThrow(
    new TypeError('Tanh: expected a function as hook but received number'),
  );
  layer.registerForwardHook(() => Promise.resolve(1));
  expect(() => layer.forward(torch.ones([1]))).toThrow(
    new Error('Tanh: expected a synchronous hook but received a promise'),
  );
});
