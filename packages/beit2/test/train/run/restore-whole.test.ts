/**
 * Protects: a large checkpoint is checked by other threads while it is loaded; where it turns out to be damaged, the run goes on from
 * the one before it as if the damaged one had never been, metrics included.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as torch from '@beit2/torch';
import { nn, optim, toRaw } from '@beit2/torch';
import { loadRecipe } from '#beit2/config/recipe.js';
import { openSafetensors } from '#beit2/formats/safetensors.js';
import { readMetrics } from '#beit2/train/run/metrics.js';
import { Run } from '#beit2/train/run/run-folder.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-restore-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const plan = { totalSteps: 9, stepsPerEpoch: 9, show: [] };
const recipe = loadRecipe('cifar10-tokenizer', [
  'checkpoint.every.steps=1',
  'log.every=1',
  'log.tensorboard=false',
]);

/** Weights and moments of 26 MB: more than is checked at once. */
function made(resume: boolean) {
  const model = new nn.Linear(1500, 1500);
  const optimizer = new optim.AdamW(model.parameters(), { lr: 0.01 });
  return { run: new Run(recipe, { folder, resume }), state: { model, optimizer, generators: {} } };
}

const first = (tensor: torch.Tensor) => torch.scope(() => tensor.detach().flatten().narrow(0, 0, 5).tolist());

/** Takes two steps. @returns the first weights after each */
async function train(): Promise<unknown[]> {
  const { run, state } = made(false);
  const seen: unknown[] = [];
  await run.begin(plan, state);
  for (const step of [1, 2]) {
    torch.scope(() => {
      state.optimizer.zeroGrad();
      state.model
        .forward(torch.ones([1, 1500]))
        .square()
        .mean()
        .backward();
      state.optimizer.step();
    });
    seen.push(first(state.model.weight));
    await run.endStep({ step, epoch: 0, epochStep: step }, 1, { loss: step }, state);
  }
  await run.finish({ step: 2, epoch: 0, epochStep: 2 }, state);
  return seen;
}

function damage(step: number, name: string): void {
  const path = join(folder, 'checkpoints', `step-0000000${step}`, name);
  const bytes = readFileSync(path);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

test('whole: weights, moments and the position', async () => {
  const [, last] = await train();
  const saved = openSafetensors(join(folder, 'latest', 'optimizer.safetensors')).tensors;
  const { run, state } = made(true);
  expect(await run.begin(plan, state)).toMatchObject({ step: 2 });
  expect(first(state.model.weight)).toEqual(last);
  const own = state.optimizer.stateDict().state[0] ?? {};
  expect(Object.keys(own)).toContain('exp_avg_sq');
  for (const [name, tensor] of Object.entries(own)) {
    const wanted = saved.get(`${name}.0`)?.read().data ?? new Uint8Array();
    expect(Buffer.compare(toRaw(tensor).data, wanted), name).toBe(0);
  }
  run.close();
});

test.each(['model.safetensors', 'optimizer.safetensors'])(
  '%s damaged: the checkpoint before it',
  async (name) => {
    const [before] = await train();
    damage(2, name);
    const { run, state } = made(true);
    expect(await run.begin(plan, state)).toMatchObject({ step: 1 });
    expect(first(state.model.weight)).toEqual(before);
    expect(readMetrics(join(folder, 'metrics.jsonl')).map(({ step }) => step)).toEqual([1]);
    const newest = join(folder, 'checkpoints', 'step-00000002');
    expect(readFileSync(join(folder, 'log.txt'), 'utf8')).toContain(
      `${newest} is damaged: ${name} does not match its checksum. Resuming from step-00000001 instead.`,
    );
    run.close();
  },
);

test('none whole: one sentence', async () => {
  await train();
  damage(1, 'model.safetensors');
  damage(2, 'model.safetensors');
  const { run, state } = made(true);
  await expect(run.begin(plan, state)).rejects.toThrow(
    /^No complete checkpoint is left in .*checkpoints\. .*is damaged/,
  );
  run.close();
});
