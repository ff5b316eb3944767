/** Schedules of the learning rate against PyTorch over 50 steps (fixtures/optimizers.py), and their state dicts. */
import * as torch from '#torch/index.js';
import { nn, optim } from '#torch/index.js';
import { describe, expect, test } from 'vitest';

import { readFixture } from './nn-fixtures.js';

const { lrScheduler } = optim;
type Scheduled = optim.lrScheduler.ScheduledOptimizer;
type Schedule = optim.lrScheduler.LRScheduler;

interface Golden {
  schedules: { name: string; rows: number[][] }[];
  plateaus: { options: Record<string, unknown>; rows: number[][] }[];
}
const { schedules, plateaus } = readFixture('schedulers.json') as Golden;

const makers: Record<string, (optimizer: Scheduled) => Schedule> = {
  LambdaLR: (o) => new lrScheduler.LambdaLR(o, [(epoch) => 0.95 ** epoch, (epoch) => 1 / (1 + epoch)]),
  MultiplicativeLR: (o) => new lrScheduler.MultiplicativeLR(o, (epoch) => 0.9 + 0.001 * epoch),
  StepLR: (o) => new lrScheduler.StepLR(o, 7, { gamma: 0.5 }),
  MultiStepLR: (o) => new lrScheduler.MultiStepLR(o, [3, 20, 20, 41], { gamma: 0.3 }),
  ConstantLR: (o) => new lrScheduler.ConstantLR(o, { factor: 0.25, totalIters: 9 }),
  LinearLR: (o) => new lrScheduler.LinearLR(o, { startFactor: 0.1, endFactor: 0.8, totalIters: 12 }),
  ExponentialLR: (o) => new lrScheduler.ExponentialLR(o, 0.93),
  PolynomialLR: (o) => new lrScheduler.PolynomialLR(o, { totalIters: 30, power: 1.7 }),
  CosineAnnealingLR: (o) => new lrScheduler.CosineAnnealingLR(o, 13, { etaMin: 1e-3 }),
  CosineAnnealingWarmRestarts: (o) =>
    new lrScheduler.CosineAnnealingWarmRestarts(o, 6, { tMult: 2, etaMin: 1e-3 }),
  OneCycleLR: (o) => new lrScheduler.OneCycleLR(o, [0.3, 0.6], 52),
  'OneCycleLR three': (o) =>
    new lrScheduler.OneCycleLR(o, 0.5, 50, {
      threePhase: true,
      annealStrategy: 'linear',
      pctStart: 0.4,
      divFactor: 10,
      finalDivFactor: 100,
      baseMomentum: 0.7,
    }),
  CyclicLR: (o) =>
    new lrScheduler.CyclicLR(o, 0.01, 0.2, { stepSizeUp: 5, stepSizeDown: 8, mode: 'triangular2' }),
  'CyclicLR exp': (o) =>
    new lrScheduler.CyclicLR(o, [0.01, 0.02], 0.2, {
      stepSizeUp: 6,
      mode: 'exp_range',
      gamma: 0.98,
      cycleMomentum: false,
    }),
  SequentialLR: (o) =>
    new lrScheduler.SequentialLR(
      o,
      [
        new lrScheduler.LinearLR(o, { startFactor: 0.1, totalIters: 5 }),
        new lrScheduler.CosineAnnealingLR(o, 30),
        new lrScheduler.ExponentialLR(o, 0.9),
      ],
      [5, 36],
    ),
  ChainedScheduler: (o) =>
    new lrScheduler.ChainedScheduler([
      new lrScheduler.ConstantLR(o, { factor: 0.1, totalIters: 4 }),
      new lrScheduler.ExponentialLR(o, 0.95),
      new lrScheduler.StepLR(o, 11),
    ]),
};

function makeOptimizer(name: string): optim.AdamW | optim.SGD {
  const params = [0, 1].map(() => new nn.Parameter(torch.zeros([1])));
  const groups = [{ params: params.slice(0, 1) }, { params: params.slice(1), lr: 0.4 }];
  return name === 'OneCycleLR'
    ? new optim.AdamW(groups, { lr: 0.1 })
    : new optim.SGD(groups, { lr: 0.1, momentum: 0.9 });
}

function rowOf({ paramGroups }: Scheduled): number[] {
  return [
    ...paramGroups.map(({ lr }) => lr),
    ...paramGroups.map(({ momentum, betas }) => momentum ?? betas?.[0] ?? 0),
  ];
}

function expectRow(actual: readonly number[], expected: readonly number[] | undefined): void {
  expect(actual.length).toBe(expected?.length);
  actual.forEach((value, i) => {
    const wanted = expected?.[i] ?? NaN;
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)));
  });
}

describe.each(schedules)('$name', ({ name, rows }) => {
  const make = makers[name];
  if (make === undefined) throw new Error(`no maker for ${name}`);

  test('gives the rates and momenta of PyTorch', () => {
    const optimizer = makeOptimizer(name);
    const scheduler = make(optimizer);
    rows.forEach((row, step) => {
      expectRow(rowOf(optimizer), row);
      if (step < 50) scheduler.step();
    });
    expect(scheduler.getLastLr()).toEqual(optimizer.paramGroups.map(({ lr }) => lr));
  });

  test('goes on from its state dict, by way of JSON', () => {
    const optimizer = makeOptimizer(name);
    const scheduler = make(optimizer);
    for (let step = 0; step < 23; step++) scheduler.step();
    const saved = JSON.stringify([scheduler.stateDict(), optimizer.stateDict()]);
    const other = makeOptimizer(name);
    const resumed = make(other);
    const [state, groups] = JSON.parse(saved) as [Record<string, unknown>, optim.OptimizerStateDict];
    other.loadStateDict(groups);
    resumed.loadStateDict(state);
    for (let step = 23; step < 50; step++) resumed.step();
    expectRow(rowOf(other), rows[50]);
  });
});

test.each(plateaus)('ReduceLROnPlateau $options', ({ options, rows }) => {
  const rename = (key: string): string =>
    key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const own = Object.fromEntries(Object.entries(options).map(([key, value]) => [rename(key), value]));
  let optimizer = makeOptimizer('plateau');
  let scheduler = new lrScheduler.ReduceLROnPlateau(optimizer, own);
  rows.forEach((row, step) => {
    if (step === 20) {
      const saved = JSON.stringify([scheduler.stateDict(), optimizer.stateDict()]);
      const [state, groups] = JSON.parse(saved) as [Record<string, unknown>, optim.OptimizerStateDict];
      optimizer = makeOptimizer('plateau');
      scheduler = new lrScheduler.ReduceLROnPlateau(optimizer);
      optimizer.loadStateDict(groups);
      scheduler.loadStateDict(state);
    }
    scheduler.step(((step * 29) % 17) / 17 + 1 / (1 + step));
    expectRow(scheduler.getLastLr(), row);
  });
});

test('what does not fit is refused in one sentence', () => {
  const optimizer = makeOptimizer('any');
  const other = makeOptimizer('any');
  const { StepLR, ExponentialLR, SequentialLR, ChainedScheduler, OneCycleLR, LambdaLR } = lrScheduler;
  const wrong: [() => unknown, string][] = [
    [() => new StepLR(null as unknown as Scheduled, 3), 'StepLR: expected an optimizer but received null'],
    [() => new StepLR(optimizer, 0), 'StepLR: expected an integer of at least 1 for stepSize but received 0'],
    [
      () => new StepLR(optimizer, 3, { gama: 1 } as object),
      'StepLR: unknown option "gama"; did you mean gamma? It takes gamma',
    ],
    [
      () => new LambdaLR(optimizer, [() => 1]),
      'LambdaLR: expected 2 values for factor, one for each group, but received 1',
    ],
    [
      () => new OneCycleLR(new optim.Adagrad([new nn.Parameter(torch.zeros([1]))]), 1, 5),
      'OneCycleLR: this optimizer has neither momentum nor betas: pass cycleMomentum: false',
    ],
    [
      () => new SequentialLR(optimizer, [new StepLR(optimizer, 1)], [3]),
      'SequentialLR: expected 0 milestones for 1 schedules but received 1',
    ],
    [
      () => new ChainedScheduler([new StepLR(optimizer, 1), new StepLR(other, 1)]),
      'ChainedScheduler: schedule 1 (StepLR) is of another optimizer',
    ],
    [
      () => new ExponentialLR(optimizer, 0.9).loadStateDict({ gamma: 1, lastEpoch: 1 }),
      'loading ExponentialLR: the state lacks stepCount, baseLrs',
    ],
  ];
  for (const [make, message] of wrong) expect(refusal(make)).toBe(message);
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
