import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as torch from '@beit2/torch';
import { type distributed, nn, optim } from '@beit2/torch';
import { loadRecipe } from '#beit2/config/recipe.js';
import { UserError } from '#beit2/errors.js';
import { openCheckpoint } from '#beit2/train/run/checkpoint.js';
import { Interrupted } from '#beit2/train/run/interrupt.js';
import { readMetrics } from '#beit2/train/run/metrics.js';
import { Precision, type PrecisionName } from '#beit2/train/precision.js';
import { Run } from '#beit2/train/run/run-folder.js';
import type { TrainingState } from '#beit2/train/run/training-state.js';
import { World } from '#beit2/train/world.js';
import { collectGarbage } from '../../collect-garbage.js';

let parent = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'beit2-runs-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const stepsPerEpoch = 10;
const totalSteps = 20;

function recipe(...overrides: string[]) {
  return loadRecipe('cifar10-tokenizer', [
    'checkpoint.every.steps=4',
    'log.every=2',
    'log.tensorboard=false',
    ...overrides,
  ]);
}

interface Options {
  resume?: boolean;
  precision?: PrecisionName;
  /** Called before each step with the number of steps done. */
  before?: (step: number) => void;
  overrides?: string[];
}

/** A small training loop of the form that the stages have. @returns the final weights as bytes */
async function train(
  folder: string,
  { resume = false, precision = 'float32', before, overrides = [] }: Options = {},
) {
  const run = new Run(recipe(...overrides), {
    folder,
    resume,
    goOn: 'beit2 again',
    progress: 'quiet',
  });
  try {
    const generator = new torch.Generator().manualSeed(7);
    torch.manualSeed(3);
    const model = new nn.Sequential(new nn.Linear(6, 16), new nn.GELU(), new nn.Linear(16, 1));
    const optimizer = new optim.AdamW(model.parameters(), {
      lr: 0.01,
      betas: [0.9, 0.99],
      eps: 1e-8,
      weightDecay: 0.1,
    });
    const arithmetic = new Precision(precision, 'cpu');
    const state: TrainingState = { model, optimizer, generators: { data: generator } };

    let position = await run.begin({ totalSteps, stepsPerEpoch, show: ['loss'] }, state);
    while (position.step < totalSteps) {
      before?.(position.step);
      const values = torch.scope(() => {
        const inputs = torch.randn([8, 6], { generator });
        const loss = arithmetic.forward(() => model.forward(inputs).sub(inputs.sum(1, true)).square().mean());
        arithmetic.backward(loss);
        return { loss: loss.detach(), gradNorm: arithmetic.step(optimizer, 1) };
      });
      const step = position.step + 1;
      position = { step, epoch: Math.floor(step / stepsPerEpoch), epochStep: step % stepsPerEpoch };
      await run.endStep(position, 8, values, state);
      await run.obeySignals(position, state);
    }
    await run.finish(position, state);
    return Buffer.concat(
      [...model.stateDict().values()].map((tensor) =>
        Buffer.from((tensor.toTypedArray() as Float32Array).buffer),
      ),
    ).toString('hex');
  } finally {
    run.close();
  }
}

/** The error that `promise` ends with. */
async function failure(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

describe.each(['float32', 'bfloat16'] as const)('in %s', (precision) => {
  test('a run stopped in the middle of an epoch and resumed ends with the same bits as one never stopped', async () => {
    const whole = await train(join(parent, 'whole'), { precision });
    const folder = join(parent, 'stopped');
    const stop = (step: number) => {
      if (step === 12) process.emit('SIGTERM', 'SIGTERM');
    };
    const stopped = await failure(train(folder, { precision, before: stop }));
    expect(stopped).toBeInstanceOf(Interrupted);
    expect(stopped).toMatchObject({ exitCode: 143 });
    expect(stopped.message).toBe(`Stopped after step 13 and saved; resume with: beit2 again`);
    expect(openCheckpoint(join(folder, 'latest')).state).toMatchObject({ step: 13, epoch: 1, epochStep: 3 });
    expect(await train(folder, { precision, resume: true })).toBe(whole);
    const losses = (path: string) =>
      readMetrics(join(path, 'metrics.jsonl')).map(({ step, loss }) => ({ step, loss }));
    expect(losses(folder)).toEqual(losses(join(parent, 'whole')));
  });
});

test('a run killed without a warning goes on from its last checkpoint and ends with the same bits', async () => {
  const whole = await train(join(parent, 'whole'));
  const folder = join(parent, 'killed');
  const kill = (step: number) => {
    if (step === 11) throw new Error('killed');
  };
  await failure(train(folder, { before: kill }));
  // The thread that saves is of this process, and was not killed.
  const names = () => readdirSync(join(folder, 'checkpoints'));
  await vi.waitUntil(() => names().every((name) => !name.startsWith('.')));
  expect(readMetrics(join(folder, 'metrics.jsonl')).at(-1)?.step).toBe(10);
  expect(await train(folder, { resume: true })).toBe(whole);
  expect(readMetrics(join(folder, 'metrics.jsonl')).map(({ step }) => step)).toEqual([
    2, 4, 6, 8, 10, 12, 14, 16, 18, 20,
  ]);
});

test('the folder holds what the design says', async () => {
  const folder = join(parent, 'run');
  await train(folder, { overrides: ['log.tensorboard=true', 'checkpoint.keep=2'] });
  const names = readdirSync(folder).filter((name) => !name.startsWith('events.out.tfevents.'));
  expect(names.sort()).toEqual([
    'checkpoints',
    'latest',
    'log.jsonl',
    'log.txt',
    'metrics.jsonl',
    'recipe.yaml',
  ]);
  expect(readdirSync(folder)).toHaveLength(7);
  expect(readdirSync(join(folder, 'checkpoints')).sort()).toEqual(['step-00000016', 'step-00000020']);
  const [first] = readMetrics(join(folder, 'metrics.jsonl'));
  expect(Object.keys(first ?? {})).toEqual([
    'step',
    'loss',
    'gradNorm',
    'imagesPerSecond',
    'stepSeconds',
    'residentBytes',
  ]);
});

describe('a run folder is refused', () => {
  test('when it holds a run already', async () => {
    const folder = join(parent, 'run');
    await train(folder);
    expect((await failure(train(folder))).message).toBe(
      `${folder} already holds a run (step-00000020); resume it with --resume or choose another folder with --run.`,
    );
  });

  test('when a resumed run would become another, naming the keys, and nothing in it changes', async () => {
    const folder = join(parent, 'run');
    await train(folder);
    const before = readFileSync(join(folder, 'recipe.yaml'), 'utf8');
    const error = await failure(
      train(folder, { resume: true, overrides: ['optimizer.lr=0.5', 'data.workers=1'] }),
    );
    expect(error).toBeInstanceOf(UserError);
    expect(error.message).toBe(
      `To resume ${folder} with optimizer.lr from 0.001 to 0.5 would change its later steps; ` +
        'add --allow-changes if you want that, or keep the saved values.',
    );
    expect(readFileSync(join(folder, 'recipe.yaml'), 'utf8')).toBe(before);
    expect(readMetrics(join(folder, 'metrics.jsonl'))).toHaveLength(10);
  });

  test('when it holds something else, or nothing to resume', async () => {
    writeFileSync(join(parent, 'letter.txt'), 'dear');
    expect((await failure(train(parent))).message).toBe(
      `${parent} is not empty and is not a run; choose another folder with --run.`,
    );
    const none = join(parent, 'none');
    expect((await failure(train(none, { resume: true }))).message).toBe(
      `There is no run to resume in ${none}: it holds no recipe.yaml.`,
    );
    expect(existsSync(none)).toBe(false);
  });
});

test('a loss that is not finite stops the run with step, quantity and last good checkpoint', async () => {
  const folder = join(parent, 'run');
  const run = new Run(recipe(), { folder, resume: false, goOn: 'x', progress: 'quiet' });
  const model = new nn.Linear(2, 1);
  const optimizer = new optim.AdamW(model.parameters(), { lr: 0.01 });
  const state: TrainingState = { model, optimizer, generators: {} };
  await run.begin({ totalSteps, stepsPerEpoch, show: [] }, state);
  const end = (step: number, values: Record<string, torch.Tensor | number>) =>
    run.endStep({ step, epoch: 0, epochStep: step }, 1, values, state);
  const first = await failure(end(1, { loss: torch.tensor(1), gradNorm: torch.tensor(Infinity) }));
  expect(first).toBeInstanceOf(UserError);
  expect(first.message).toBe(
    'Training stopped at step 1: gradNorm is Infinity. There is no checkpoint before it; ' +
      'a lower optimizer.lr, optimizer.clipGrad or precision=float32 often helps.',
  );
  await end(4, { loss: torch.tensor(1) });
  const second = await failure(end(8, { loss: torch.tensor(NaN) }));
  expect(second.message).toMatch(
    /^Training stopped at step 8: loss is NaN\. The last good checkpoint is .*step-00000004; /,
  );
  expect(await run.rescue(second, { step: 8, epoch: 0, epochStep: 8 }, state)).toBe(second);
  expect(readdirSync(join(folder, 'checkpoints'))).toEqual(['step-00000004']);
  run.close();
});

test('a rank other than 0 writes nothing', async () => {
  const folder = join(parent, 'run');
  const group = { rank: 1, size: 2, allReduceSync: () => undefined } as unknown as distributed.ProcessGroup;
  const world = new World(group);
  const run = new Run(recipe(), { folder, resume: false, goOn: 'x', progress: 'quiet', world });
  const model = new nn.Linear(2, 1);
  const state: TrainingState = {
    model,
    optimizer: new optim.AdamW(model.parameters(), { lr: 0.01 }),
    generators: {},
  };
  await run.begin({ totalSteps, stepsPerEpoch, show: [] }, state);
  await run.endStep({ step: 4, epoch: 0, epochStep: 4 }, 1, { loss: torch.tensor(1) }, state);
  run.close();
  expect(existsSync(folder)).toBe(false);
});

test('training leaves no tensor behind', async () => {
  await train(join(parent, 'warm'));
  await collectGarbage();
  const before = torch.memory().tensors;
  const run = new Run(recipe(), {
    folder: join(parent, 'run'),
    resume: false,
    goOn: 'x',
    progress: 'quiet',
  });
  const state = torch.scope(() => {
    const model = new nn.Linear(2, 1);
    return { model, optimizer: new optim.AdamW(model.parameters(), { lr: 0.01 }), generators: {} };
  });
  await run.begin({ totalSteps, stepsPerEpoch, show: [] }, state);
  const start = torch.memory().tensors;
  for (let step = 1; step <= 8; step++) {
    await run.endStep(
      { step, epoch: 0, epochStep: step },
      1,
      { loss: torch.tensor(1), gradNorm: torch.tensor(2) },
      state,
    );
  }
  await run.finish({ step: 8, epoch: 0, epochStep: 8 }, state); // waits for what is being written
  expect(torch.memory().tensors).toBe(start);
  expect(start).toBeGreaterThanOrEqual(before);
});

test('float16 on the CPU is refused', () => {
  expect(() => new Precision('float16', 'cpu')).toThrow(
    'precision float16 needs a CUDA device, not cpu; use precision=bfloat16.',
  );
});

describe('Precision.step', () => {
  test('gives the norm of all gradients, clipped or not', () => {
    for (const clipGrad of [null, 1, 100]) {
      const model = new nn.Linear(3, 1);
      const optimizer = new optim.AdamW(model.parameters(), { lr: 0 });
      const precision = new Precision('float32', 'cpu');
      precision.backward(model.forward(torch.tensor([[1, 2, 2]], { dtype: 'float32' })).sum());
      expect(precision.step(optimizer, clipGrad).item()).toBeCloseTo(Math.sqrt(1 + 4 + 4 + 1), 5);
      expect([...model.parameters()].every(({ grad }) => grad === null)).toBe(true);
    }
  });

  test('autocast is on in bfloat16 and off in float32', () => {
    const model = new nn.Linear(3, 1);
    const input = torch.ones([1, 3]);
    expect(new Precision('bfloat16', 'cpu').forward(() => model.forward(input)).dtype).toBe('bfloat16');
    expect(new Precision('float32', 'cpu').forward(() => model.forward(input)).dtype).toBe('float32');
  });
});
