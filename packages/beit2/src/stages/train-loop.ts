/** The loop of every training stage: batches in, optimizer steps, evaluation, checkpoints. */
import * as torch from '@beit2/torch';
import { recipeToYaml } from '../config/recipe.js';
import { toSteps } from '../config/schema.js';
import { isDiskFull } from '../errors.js';
import { shellWord } from '../files/printable.js';
import type { Batch, ImageLoader } from '../data/loading/loader.js';
import { type Position, positionAt } from '../train/run/checkpoint.js';
import { hashState, writeDivergence } from '../train/run/divergence.js';
import type { Run } from '../train/run/run-folder.js';
import { DivergedError } from '../train/run/step-metrics.js';
import type { StepValues } from '../train/world.js';
import { profileSteps } from '../train/run/profile-steps.js';
import type { TrainingState } from '../train/run/training-state.js';
import { applySchedule, warmupHint } from '../train/apply-schedule.js';
import { chooseDevice } from '../train/engine.js';

/** What a stage brings to the loop. */
export interface Training {
  loader: ImageLoader;
  stepsPerEpoch: number;
  state: TrainingState;
  /** Names of the step's values that the progress line shows. */
  show: string[];
  /** Forward, backward and optimizer step of one batch. @returns numbers or one-element tensors for the metrics */
  step: (batch: Batch) => Promise<StepValues>;
  /** Before the first step of an epoch. */
  beginEpoch?: () => void;
  /** After the last step of an epoch and of the run. @param step steps done */
  endEpoch?: (step: number) => void;
  /** Measures on the images of `data.val`; null where there are none. @param position after the step just done */
  evaluate: ((position: Position) => Promise<Record<string, number>>) | null;
}

/**
 * Trains to the end of the run's recipe, from the run's checkpoint where it is resumed. Whatever fails, the last whole step
 * is saved: a checkpoint comes before each evaluation, and one is made when data, metrics or evaluation throw.
 */
export async function trainLoop(run: Run, training: Training): Promise<void> {
  const { recipe } = run;
  const { loader, stepsPerEpoch, state, show, step: takeStep, evaluate } = training;
  const totalSteps = toSteps(recipe.duration, stepsPerEpoch);
  const evaluates = recipe.data.val !== null;
  const evaluateEvery = toSteps(recipe.evaluate.every, stepsPerEpoch);
  const waitedMs = () => loader.waitedMs;
  let brokenImages = 0; // of all ranks, when it was last asked for
  const counts = () => ({ brokenImages });
  const plan = { totalSteps, stepsPerEpoch, show, waitedMs, counts };
  let position = await run.begin(plan, state);
  const hint = position.step === 0 ? warmupHint(recipe, { totalSteps, stepsPerEpoch }) : null;
  if (hint !== null) run.say(hint);
  let isWhole = true; // between steps, when the state is that of `position`
  const measure = async () => {
    if (!evaluate) return;
    const evaluated = run.aside(() => torch.profiler.range('evaluation', () => evaluate(position)));
    const values = await unlessStopped(run, evaluated);
    if (values) run.evaluated(position, values, state); // else the checkpoint before it says that it is due
  };
  const range = { epoch: position.epoch, step: position.epochStep, epochs: Infinity };
  const all = loader.batches(range);
  const batches = run.options.profile ? profileSteps(all, run, chooseDevice(recipe.device)) : all;
  try {
    if (run.owesEvaluation) await measure();
    while (position.step < totalSteps) {
      const batch = await unlessStopped(run, batches.next());
      await run.obeySignals(position, state);
      if (!batch || batch.done) break;
      isWhole = false;
      if (position.epochStep === 0) training.beginEpoch?.();
      const rates = applySchedule(state.optimizer, recipe, position.step, { totalSteps, stepsPerEpoch });
      const values = await takeStep(batch.value);
      position = positionAt(position.step + 1, stepsPerEpoch);
      isWhole = true;
      const { step } = position;
      if (position.epochStep === 0 || step === totalSteps) training.endEpoch?.(step);
      // Of all ranks, though rank 0 alone evaluates: they may have to take part in the checkpoint before it.
      const evaluationDue = evaluates && (step % evaluateEvery === 0 || step === totalSteps);
      if (step % recipe.log.every === 0 || step === totalSteps)
        brokenImages = await run.world.sumLater(loader.broken);
      await run.endStep(position, recipe.batchSize, { ...values, ...rates }, state, evaluationDue);
      if (evaluationDue) await measure();
    }
    await run.obeySignals(position, state);
    await run.finish(position, state);
  } catch (error) {
    if (error instanceof DivergedError) leaveDivergence(run, error, position, training);
    throw isWhole ? await run.rescue(error, position, state) : error;
  } finally {
    await batches.return();
  }
}

/** What a promise resolves to; null where a signal stops the run meanwhile. */
async function unlessStopped<T>({ stopSignal }: Run, promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch (error) {
    if (stopSignal.aborted && error === stopSignal.reason) return null;
    throw error;
  }
}

/** Leaves what `beit2 replay` needs to repeat a step with a value that is not finite. @param position steps done */
function leaveDivergence(
  run: Run,
  { step, quantity, values }: DivergedError,
  position: Position,
  { loader, state, stepsPerEpoch }: Training,
): void {
  if (!run.world.isMain) return;
  const { epoch, epochStep } = positionAt(step - 1, stepsPerEpoch);
  const divergence = {
    step,
    epoch,
    epochStep,
    quantity,
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, Number.isFinite(value) ? value : String(value)]),
    ),
    images: loader.names(epoch, epochStep),
    seed: run.recipe.seed,
    processes: run.world.size,
    recipe: recipeToYaml(run.recipe),
    after: hashState(position.step, state),
  };
  try {
    writeDivergence(run.folder, divergence);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    return; // that a value is not finite is what counts
  }
  run.say(`To repeat and examine step ${step}: beit2 replay ${shellWord(run.folder)}`);
}
