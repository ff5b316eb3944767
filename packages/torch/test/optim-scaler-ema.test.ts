import * as torch from '#torch/index.js';
import { nn, optim } from '#torch/index.js';
import { describe, expect, test } from 'vitest';

describe('GradScaler', () => {
  function setUp(options: optim.GradScalerOptions = {}) {
    const param = new nn.Parameter(torch.ones([2]));
    const optimizer = new optim.AdamW([param], { lr: 0.5, weightDecay: 0 });
    const scaler = new optim.GradScaler({ initScale: 1024, growthInterval: 2, ...options });
    const backward = (factor: number): void => {
      optimizer.zeroGrad();
      scaler.scale(param.mul(factor).sum()).backward();
    };
    return { param, optimizer, scaler, backward };
  }

  test('scales the loss, unscales the gradients, and steps as without it', () => {
    const { param, optimizer, scaler, backward } = setUp();
    backward(3);
    expect(param.grad?.tolist()).toEqual([3072, 3072]);
    scaler.unscale_(optimizer);
    expect(param.grad?.tolist()).toEqual([3, 3]);
    scaler.step(optimizer);
    scaler.update();
    expect(param.tolist()).toEqual([0.5, 0.5]);
    expect(scaler.getScale()).toBe(1024);
  });

  test('skips a step with infinities, state and all, halves the scale, and doubles it after good steps', () => {
    const { param, optimizer, scaler, backward } = setUp();
    const step = (factor: number): void => {
      backward(factor);
      scaler.step(optimizer);
      scaler.update();
    };
    step(1);
    const before = param.tolist();
    step(Infinity);
    expect(param.tolist()).toEqual(before);
    expect(optimizer.stateDict().state[0]?.step?.item()).toBe(1);
    expect(scaler.getScale()).toBe(512);
    step(1);
    expect(scaler.getScale()).toBe(512);
    step(1);
    expect(scaler.getScale()).toBe(1024);
    expect(optimizer.stateDict().state[0]?.step?.item()).toBe(3);
    expect(param.tolist()).not.toEqual(before);
  });

  test('SGD skips too', () => {
    const param = new nn.Parameter(torch.ones([2]));
    const optimizer = new optim.SGD([param], { lr: 1, momentum: 0.9 });
    const scaler = new optim.GradScaler();
    scaler.scale(param.mul(NaN).sum()).backward();
    scaler.step(optimizer);
    scaler.update();
    expect(param.tolist()).toEqual([1, 1]);
    expect(optimizer.stateDict().state[0]?.momentum_buffer?.tolist()).toEqual([0, 0]);
  });

  test('goes on from its state dict, which JSON can hold', () => {
    const { optimizer, scaler, backward } = setUp();
    backward(1);
    scaler.step(optimizer);
    scaler.update();
    const state = JSON.parse(JSON.stringify(scaler.stateDict())) as optim.GradScalerState;
    expect(state).toEqual({
      scale: 1024,
      growthFactor: 2,
      backoffFactor: 0.5,
      growthInterval: 2,
      growthTracker: 1,
    });
    const other = setUp({ initScale: 7, growthInterval: 5 });
    other.scaler.loadStateDict(state);
    other.backward(1);
    other.scaler.step(other.optimizer);
    other.scaler.update();
    expect(other.scaler.getScale()).toBe(2048);
  });

  test('does nothing when not enabled', () => {
    const { param, optimizer, scaler, backward } = setUp({ enabled: false });
    backward(3);
    expect(param.grad?.tolist()).toEqual([3, 3]);
    scaler.unscale_(optimizer);
    scaler.step(optimizer);
    scaler.update();
    expect([param.tolist(), scaler.getScale()]).toEqual([[0.5, 0.5], 1]);
  });

  test('calls out of order say what to call', () => {
    const { optimizer, scaler, backward } = setUp();
    expect(() => scaler.step(optimizer)).toThrow(
      new Error('GradScaler.unscale_: no loss was scaled yet: call scale() before backward()'),
    );
    backward(1);
    expect(() => scaler.update()).toThrow(new Error('GradScaler.update: call step() first'));
    scaler.unscale_(optimizer);
    expect(() => scaler.unscale_(optimizer)).toThrow(
      new Error(
        'GradScaler.unscale_: unscale_() was called for this optimizer already: call update() between',
      ),
    );
    scaler.step(optimizer);
    expect(() => scaler.step(optimizer)).toThrow(
      new Error('GradScaler.step: step() was called for this optimizer already: call update() between'),
    );
    expect(() => new optim.GradScaler({ growthFactor: 1 })).toThrow(
      new RangeError('GradScaler: expected a number above 1 for growthFactor but received 1'),
    );
  });
});

describe('ExponentialMovingAverage', () => {
  class Net extends nn.Module {
    linear = new nn.Linear(2, 1, { bias: false });
    seen = this.registerBuffer('seen', torch.zeros([], { dtype: 'int64' }));
  }
  const setWeights = (net: Net, value: number): void => {
    torch.noGrad(() => net.linear.weight.fill_(value));
    net.seen.fill_(value);
  };

  test('average ← decay·average + (1 - decay)·weight; buffers are copied', () => {
    const net = new Net();
    setWeights(net, 1);
    const ema = new optim.ExponentialMovingAverage(net, { decay: 0.75 });
    setWeights(net, 5);
    ema.update();
    setWeights(net, 9);
    ema.update();
    // 1 → 0.75·1 + 0.25·5 = 2 → 0.75·2 + 0.25·9 = 3.75
    expect(ema.stateDict().get('linear.weight')?.tolist()).toEqual([[3.75, 3.75]]);
    expect(ema.stateDict().get('seen')?.item()).toBe(9);
    expect(net.linear.weight.tolist()).toEqual([[9, 9]]);
    expect(ema.stateDict().get('linear.weight')?.requiresGrad).toBe(false);
  });

  test('swap() puts the averages into the module and takes them out again', () => {
    const net = new Net();
    setWeights(net, 2);
    const ema = new optim.ExponentialMovingAverage(net, { decay: 0.5 });
    setWeights(net, 4);
    const { weight } = net.linear;
    ema.swap();
    expect([ema.swapped, net.linear.weight.tolist(), net.seen.item()]).toEqual([true, [[2, 2]], 2]);
    expect(() => ema.update()).toThrow(
      new Error('ExponentialMovingAverage.update: the averages are in the module now: call swap() first'),
    );
    ema.swap();
    expect([ema.swapped, net.linear.weight.tolist(), net.seen.item()]).toEqual([false, [[4, 4]], 4]);
    expect(net.linear.weight).toBe(weight);
    weight.sum().backward();
    expect(weight.grad?.tolist()).toEqual([[1, 1]]);
    ema.update();
    expect(ema.stateDict().get('linear.weight')?.tolist()).toEqual([[3, 3]]);
  });

  test('goes on from its state dict; one that does not fit is refused', () => {
    const net = new Net();
    const ema = new optim.ExponentialMovingAverage(net);
    ema.loadStateDict({ 'linear.weight': torch.full([1, 2], 7), seen: torch.tensor(3) });
    expect(ema.stateDict().get('linear.weight')?.tolist()).toEqual([[7, 7]]);
    expect(() => ema.loadStateDict({ seen: torch.tensor(3) })).toThrow(
      'loading ExponentialMovingAverage: the state dict does not fit: 1 missing (-), 0 unexpected (+), 0 mismatched (~)',
    );
    expect(() => new optim.ExponentialMovingAverage(net, { decay: 2 })).toThrow(
      new RangeError('ExponentialMovingAverage: expected a number in [0, 1] for decay but received 2'),
    );
  });

  test('updates and swaps leave no tensors behind', () => {
    const net = new Net();
    const ema = new optim.ExponentialMovingAverage(net);
    const before = torch.memory().tensors;
    for (let i = 0; i < 20; i++) {
      ema.update();
      ema.swap();
      ema.swap();
    }
    expect(torch.memory().tensors).toBe(before);
  });
});
