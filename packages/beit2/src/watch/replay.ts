/** Repeating steps of a run from a checkpoint: whether they are the same bit for bit, and where NaN comes from. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as torch from '@beit2/torch';
import { parseRecipe, recipeToYaml } from '../config/recipe.js';
import type { Recipe } from '../config/schema.js';
import { UserError } from '../errors.js';
import { replaceText } from '../files/durable-files.js';
import { LayerWatch, type LayerValues } from '../train/layer-watch.js';
import { CheckpointStore, openCheckpoint, type RunCheckpoint } from '../train/run/checkpoint.js';
import { type Divergence, hashState, readDivergence, type StateHashes } from '../train/run/divergence.js';
import { readMetrics } from '../train/run/metrics.js';
import { ReplayEnd, ReplayRun, type ReplayHooks } from '../train/run/replay-run.js';
import { readRunRecipe } from '../train/run/run-recipe.js';
import type { StepNumbers } from '../train/run/step-metrics.js';
import type { World } from '../train/world.js';
import { trainStage } from '../stages/train-stage.js';

/** A value of a step that is not the run's. */
export interface Difference {
  step: number;
  name: string;
  run: number;
  replay: number;
}

export interface Replay {
  /** The step that was looked at. */
  step: number;
  /** Path of the checkpoint that it began from; null where it began as the run did. */
  from: string | null;
  /** Values of the step. */
  values: Record<string, number>;
  /** Names of its images, where the run left them. */
  images: string[] | null;
  /** Values compared with the run's, and those that differ in any bit. */
  compared: number;
  differences: Difference[];
  /** Whether weights and generators were the same bit for bit; null where the run left no hashes. */
  isSameState: boolean | null;
  /** In the order of the forward pass. */
  layers: LayerValues[];
  /** The operator whose backward pass first gave NaN, and where it was called; null where none did. */
  anomaly: string | null;
}

export interface ReplayOptions {
  /** @default the step at which the run diverged */
  step?: number | undefined;
  world: World;
  say: (sentence: string) => void;
}

/** What is repeated, from where. */
interface Task {
  recipe: Recipe;
  checkpoint: RunCheckpoint | null;
  world: World;
}

/**
 * Repeats the steps of a run from its last checkpoint before a step to that step, twice: as the run did, and looking for
 * anomalies. The run's folder is only read.
 * @throws UserError when the run did not diverge and no step is named, or no checkpoint before the step is left
 */
export async function replay(folder: string, { step: asked, world, say }: ReplayOptions): Promise<Replay> {
  const left = readDivergence(folder);
  const divergence = left !== null && (asked === undefined || asked === left.step) ? left : null;
  const step = asked ?? divergence?.step;
  if (step === undefined)
    throw new UserError(
      `${folder} has no diverged.json, because no value was NaN: choose a step with --step.`,
    );
  if (divergence && divergence.processes !== world.size)
    throw new UserError(
      `The run trained in ${divergence.processes} processes, not ${world.size}: replay it with --nproc-per-node ${divergence.processes}.`,
    );
  const checkpoint = checkpointBefore(folder, step);
  const task = { recipe: recipeOf(folder, divergence), checkpoint, world };
  const start = checkpoint ? checkpoint.path : 'the start of the run';
  say(`Repeating steps ${(checkpoint?.state.step ?? 0) + 1} to ${step}, from ${start}.`);
  const until = divergence?.after.step ?? step;
  const { steps, after } = await repeat(task, until);
  say('Repeating them to find the layer and the operator at fault.');
  const found = await examine(task, step);
  const { compared, differences } = compare(folder, steps, divergence);
  return {
    step,
    from: checkpoint?.path ?? null,
    values: steps.find((one) => one.step === step)?.values ?? {},
    images: divergence?.images ?? null,
    compared,
    differences,
    isSameState: divergence && after && JSON.stringify(after) === JSON.stringify(divergence.after),
    ...found,
  };
}

/** The newest whole checkpoint of fewer than `step` steps; null for the start of the run. */
function checkpointBefore(folder: string, step: number): RunCheckpoint | null {
  const names = new CheckpointStore(folder, 1, () => undefined).names();
  const name = names.findLast((one) => Number(one.slice('step-'.length)) < step);
  return name === undefined ? null : openCheckpoint(join(folder, 'checkpoints', name));
}

/** The run's recipe as it was, without what happens between steps. */
function recipeOf(folder: string, divergence: Divergence | null): Recipe {
  const recipe = divergence
    ? parseRecipe(divergence.recipe, `the recipe in ${folder}/diverged.json`)
    : readRunRecipe(folder).recipe;
  return {
    ...recipe,
    data: { ...recipe.data, val: null },
    log: { ...recipe.log, tensorboard: false },
  } as Recipe;
}

/** Repeats steps in a folder that looks like the run when it had its checkpoint. */
async function runTo({ recipe, checkpoint, world }: Task, hooks: ReplayHooks): Promise<StepNumbers[]> {
  const folder = mkdtempSync(join(tmpdir(), 'beit2-replay-'));
  try {
    if (checkpoint) {
      mkdirSync(join(folder, 'checkpoints'));
      symlinkSync(resolve(checkpoint.path), join(folder, 'checkpoints', checkpoint.name), 'junction');
      replaceText(join(folder, 'recipe.yaml'), recipeToYaml(recipe));
    }
    const options = { folder, resume: checkpoint !== null, allowChanges: true, world };
    const run = new ReplayRun(recipe, options, hooks);
    try {
      await trainStage(run);
    } catch (error) {
      if (!(error instanceof ReplayEnd)) throw error;
    } finally {
      run.close();
    }
    return run.steps;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function repeat(
  task: Task,
  until: number,
): Promise<{ steps: StepNumbers[]; after: StateHashes | null }> {
  let after: StateHashes | null = null;
  const steps = await runTo(task, {
    until,
    before: () => undefined,
    end: (step, state) => (after = hashState(step, state)),
  });
  return { steps, after };
}

/** Repeats to a step, which is watched. */
async function examine(task: Task, step: number): Promise<Pick<Replay, 'layers' | 'anomaly'>> {
  let watch: LayerWatch | null = null;
  let anomaly: string | null = null;
  const begin = (done: number, model: torch.nn.Module) => {
    if (done !== step - 1) return;
    watch = new LayerWatch(model);
    torch.autograd.setDetectAnomaly(true);
  };
  try {
    await runTo(task, { until: step, before: (done, { model }) => begin(done, model) });
  } catch (error) {
    const isAnomaly =
      torch.autograd.isAnomalyEnabled() && error instanceof Error && /returned nan/.test(error.message);
    if (!isAnomaly) throw error;
    anomaly = error.message;
  } finally {
    torch.autograd.setDetectAnomaly(false);
  }
  return { layers: (watch as LayerWatch | null)?.end() ?? [], anomaly };
}

/** Compares repeated steps with the run's metrics and with what it left of its last one. */
function compare(
  folder: string,
  steps: readonly StepNumbers[],
  divergence: Divergence | null,
): Pick<Replay, 'compared' | 'differences'> {
  const differences: Difference[] = [];
  let compared = 0;
  const check = (step: number, values: Record<string, number | string>) => {
    const repeated = steps.find((one) => one.step === step)?.values ?? {};
    for (const [name, replayed] of Object.entries(repeated)) {
      const value = values[name];
      if (value === undefined) continue;
      compared++;
      if (!Object.is(Number(value), replayed))
        differences.push({ step, name, run: Number(value), replay: replayed });
    }
  };
  for (const { step, ...values } of readMetrics(join(folder, 'metrics.jsonl')))
    if (step !== divergence?.step) check(step, values);
  if (divergence) check(divergence.step, divergence.values);
  return { compared, differences };
}
