/** Process groups and data-parallel training, in real processes on this machine. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as torch from '#torch/index.js';
import { describe, expect, test } from 'vitest';

const script = (name: string): string => join(import.meta.dirname, 'ranks', name);

interface Task {
  makeModel: (seed: number) => torch.nn.Sequential;
  makeOptimizer: (model: torch.nn.Module) => torch.optim.AdamW;
  losses: (run: (batch: { x: torch.Tensor; y: torch.Tensor }) => number) => number[];
  step: (model: torch.nn.Module, optimizer: torch.optim.AdamW, x: torch.Tensor, y: torch.Tensor) => number;
}

describe.each([2, 3])('%i ranks', (size) => {
  test('collectives give the values of all ranks, in step with the event loop', async () => {
    await torch.distributed.launch(script('collectives.mjs'), size);
  });

  test.each([1, 2])(
    'training in %i parts equals one process on the union of the batches',
    async (accumulate) => {
      const out = join(mkdtempSync(join(tmpdir(), 'ranks-')), 'result');
      await torch.distributed.launch(script('ddp.mjs'), size, { args: [out, String(accumulate)] });
      const { makeModel, makeOptimizer, losses, step } = (await import(script('task.mjs'))) as Task;
      torch.setNumThreads(1);
      const model = makeModel(0);
      const optimizer = makeOptimizer(model);
      const wanted = losses(({ x, y }) => step(model, optimizer, x, y));
      for (let rank = 0; rank < size; rank++) {
        const got = JSON.parse(readFileSync(`${out}.${rank}`, 'utf8')) as {
          losses: number[];
          weights: [string, unknown][];
        };
        got.losses.forEach((loss, i) => expect(Math.abs(loss - (wanted[i] ?? NaN))).toBeLessThan(1e-5));
        const weights = new Map(got.weights);
        for (const [name, tensor] of model.stateDict()) {
          const mine = torch.tensor(weights.get(name) as number[], { dtype: 'float32' });
          expect(mine.sub(tensor).abs().max().item(), name).toBeLessThan(1e-5);
        }
      }
    },
  );
});

test('a dead rank is an Error that names rank and operation, within the timeout', async () => {
  await expect(torch.distributed.launch(script('dead.mjs'), 2)).rejects.toThrow(
    'rank 1 ended with signal SIGKILL',
  );
  // The survivor alone, so that nothing ends it before its own Error.
  const port = String(20_000 + (process.pid % 20_000));
  const start = (rank: number): Promise<number | null> =>
    new Promise((resolve) => {
      const env = {
        ...process.env,
        RANK: String(rank),
        WORLD_SIZE: '2',
        MASTER_ADDR: '127.0.0.1',
        MASTER_PORT: port,
      };
      spawn(process.execPath, [script('dead.mjs')], { env }).once('exit', resolve);
    });
  const [survivor] = await Promise.all([start(0), start(1)]);
  expect(survivor).toBe(7);
});

test('models of different shapes are refused on every rank', async () => {
  await torch.distributed.launch(script('shapes.mjs'), 2);
});

test('a missing variable is named', () => {
  expect(() => torch.distributed.initProcessGroup({ worldSize: 2 })).toThrow(
    /variable RANK must be a whole number/,
  );
});
