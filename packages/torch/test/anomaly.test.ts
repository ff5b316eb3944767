/** Anomaly detection: the operator at fault and the call that recorded it are named, and nothing else changes. */
import * as torch from '#torch/index.js';
import { afterEach, expect, test } from 'vitest';

const { detectAnomaly, isAnomalyEnabled, setDetectAnomaly } = torch.autograd;

afterEach(() => setDetectAnomaly(false));

const failure = (body: () => unknown): Error => {
  try {
    body();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
};

function rootOf(x: torch.Tensor): torch.Tensor {
  return x.sqrt();
}

test('a NaN in a backward pass names its operator and the call that recorded it', () => {
  const x = torch.tensor([-1, 4], { dtype: 'float32', requiresGrad: true });
  const { message } = failure(() => detectAnomaly(() => rootOf(x).sum().backward()));
  expect(message).toContain("Function 'SqrtBackward0' returned nan values in its 0th output.");
  expect(message).toContain('SqrtBackward0 was recorded here:');
  expect(message).toContain('rootOf');
  expect(message).toContain('anomaly.test');
  expect(message).not.toContain('/dist/generated/');
});

test('a failure of a backward pass says where it was recorded', () => {
  const { message } = failure(() =>
    detectAnomaly(() => {
      const x = torch.ones([2]).requiresGrad_();
      const y = rootOf(x);
      const z = y.sum();
      y.add_(1);
      z.backward();
      y.sum().backward();
    }),
  );
  expect(message).toContain('modified by an inplace operation');
  expect(message).toContain('rootOf');
});

test('a node recorded before says so, and a second-order one names its parent', () => {
  const x = torch.tensor([-1], { dtype: 'float32', requiresGrad: true });
  const early = x.sqrt().sum();
  expect(failure(() => detectAnomaly(() => early.backward())).message).toContain(
    'SqrtBackward0 was recorded before anomalies were looked for',
  );
  const second = failure(() =>
    detectAnomaly(
      () => {
        const y = torch.tensor([0], { dtype: 'float32', requiresGrad: true });
        const [first] = torch.autograd.grad([y.pow(1.5).sum()], [y], { createGraph: true });
        torch.autograd.grad([(first as torch.Tensor).mul(0).sum()], [y]);
      },
      { checkNan: true },
    ),
  );
  expect(second.message).toMatch(/by the backward pass of \w+Backward0/);
});

test('it holds inside detectAnomaly(), nests, and is off afterwards', () => {
  expect(isAnomalyEnabled()).toBe(false);
  detectAnomaly(() => {
    expect(isAnomalyEnabled()).toBe(true);
    expect(detectAnomaly(() => 1)).toBe(1);
    expect(isAnomalyEnabled()).toBe(true);
  });
  expect(isAnomalyEnabled()).toBe(false);
  expect(failure(() => detectAnomaly(() => Promise.resolve(1) as never)).message).toContain(
    'takes a synchronous function',
  );
  expect(isAnomalyEnabled()).toBe(false);
  setDetectAnomaly(true, { checkNan: false });
  const x = torch.tensor([-1], { dtype: 'float32', requiresGrad: true });
  x.sqrt().sum().backward();
  expect(x.grad?.tolist()).toEqual([NaN]);
});

test('the own error of a hook and of a custom function comes out as it is', () => {
  const own = new RangeError('mine');
  const x = torch.ones([1]).requiresGrad_();
  expect(
    failure(() =>
      detectAnomaly(() => {
        const y = x.mul(2);
        y.registerHook(() => {
          throw own;
        });
        y.sum().backward();
      }),
    ),
  ).toBe(own);
});
