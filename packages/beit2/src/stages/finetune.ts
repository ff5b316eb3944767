/** Fine-tuning: classify images, from pretrained weights or from scratch (BEiT v2, section 3.2 and appendix). */
import * as torch from '@beit2/torch';
import { nn, optim, type Tensor } from '@beit2/torch';
import { toSteps, type FinetuneRecipe } from '../config/schema.js';
import type { ImageSource } from '../data/image-source.js';
import type { Batch } from '../data/loader.js';
import { openSource } from '../data/open-source.js';
import { CounterRandom } from '../data/random.js';
import { drawErasing } from '../data/random-erasing.js';
import { UserError } from '../errors.js';
import { Normalize } from '../tokenizer/teachers/teacher.js';
import { parameterGroups } from '../train/optimizer-groups.js';
import { Precision } from '../train/precision.js';
import type { Run } from '../train/run-folder.js';
import type { TrainingState } from '../train/training-state.js';
import { applySchedule } from './apply-schedule.js';
import { prepareEngine, toImages } from './engine.js';
import { Evaluation, labelsOf, type ClassifierParts } from './finetune-evaluation.js';
import { startFrom } from './finetune-start.js';
import { evaluation, openLoader, openTraining, trainingTransform } from './images.js';
import { drawMixing, mixImages, softTargets } from './mixing.js';
import { classifierModel } from './trained.js';

// Streams of random numbers; those of the data workers are 0 and 1.
const [erasingStream, mixingStream] = [2, 3];

/** Normalised images `from` to `from + size` of a training batch, with rectangles of noise. */
function trainingImages(
  { recipe, normalize, device }: ClassifierParts,
  { epoch, images: bytes, indices }: Batch,
  from: number,
  size: number,
): Tensor {
  const { imageSize, randomErasing } = recipe.data;
  const each = 3 * imageSize ** 2;
  const part = bytes.subarray(from * each, (from + size) * each);
  const images = normalize.forward(toImages(part, size, imageSize, device));
  if (!randomErasing) return images;
  for (const [i, index] of indices.subarray(from, from + size).entries()) {
    const random = new CounterRandom(recipe.seed, epoch, index, erasingStream);
    for (const { top, left, height, width } of drawErasing(random, randomErasing, imageSize))
      images.select(0, i).narrow(1, top, height).narrow(2, left, width).normal_();
  }
  return images;
}

/** Mean loss of images `from` to `from + size` of a batch, against soft targets. */
function trainingLoss(parts: ClassifierParts, batch: Batch, from: number, size: number): Tensor {
  const { recipe, model, precision, device, classes } = parts;
  const random = new CounterRandom(recipe.seed, batch.epoch, batch.step, mixingStream, from);
  const mixing = drawMixing(random, recipe.mixing, recipe.data.imageSize);
  const [images, targets] = torch.noGrad(() => {
    const own = trainingImages(parts, batch, from, size);
    const labels = labelsOf(batch, from, size, device);
    return [
      mixing ? mixImages(own, mixing) : own,
      softTargets(labels, classes, recipe.labelSmoothing, mixing),
    ] as const;
  });
  return precision.forward(() => nn.functional.crossEntropy(model.forward(images).float(), targets));
}

/** Training and validation images with the same classes. */
async function openImages(
  recipe: FinetuneRecipe,
): Promise<{ training: ImageSource; validation: ImageSource | null; classes: readonly string[] }> {
  const training = await openTraining(recipe);
  const { classes } = training;
  if (!classes) {
    throw new UserError('The training images have no labels: put them into one folder a class.');
  }
  const validation = recipe.data.val === null ? null : await openSource(recipe.data.val);
  const others = validation ? (validation.classes ?? []) : classes;
  if (others.join('\n') !== classes.join('\n')) {
    const list = (names: readonly string[]): string =>
      names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '') || 'none';
    throw new UserError(
      `Training and validation images have different classes: ${list(classes)} against ${list(others)}.`,
    );
  }
  return { training, validation, classes };
}

/** Takes one optimizer step on a batch. @returns values for the metrics */
function takeStep(
  parts: ClassifierParts,
  batch: Batch,
  optimizer: optim.AdamW,
): { loss: Tensor; gradNorm: Tensor } {
  const { recipe, precision } = parts;
  const { accumulate, clipGrad } = recipe.optimizer;
  const size = batch.size / accumulate;
  const losses = Array.from({ length: accumulate }, (_, i) => {
    const loss = trainingLoss(parts, batch, i * size, size);
    precision.backward(accumulate === 1 ? loss : loss.div(accumulate));
    return loss.detach();
  });
  return { loss: torch.stack(losses).mean(), gradNorm: precision.step(optimizer, clipGrad) };
}

/** The classifier with its weights to start from, its optimizer, and what a step needs besides. */
async function prepare(
  run: Run<FinetuneRecipe>,
  classes: readonly string[],
): Promise<{ parts: ClassifierParts; optimizer: optim.AdamW; state: TrainingState }> {
  const { recipe } = run;
  const { optimizer: settings, data } = recipe;
  const device = prepareEngine(recipe);
  const model = classifierModel(recipe, classes.length);
  if (recipe.init !== null && !run.isResumed)
    await startFrom(model, recipe.init, recipe, classes, (sentence) => run.say(sentence));
  model.to({ device });
  const { weightDecay, layerDecay, lr, betas, eps } = settings;
  const groups = parameterGroups(model.namedParameters(), {
    weightDecay,
    layerDecay: { decay: layerDecay, depth: recipe.model.depth },
  });
  const optimizer = new optim.AdamW(groups, { lr, betas, eps });
  const precision = new Precision(recipe.precision, device);
  const state = {
    model,
    optimizer,
    generators: { default: torch.defaultGenerator(device) },
    average:
      recipe.emaDecay === null
        ? undefined
        : new optim.ExponentialMovingAverage(model, { decay: recipe.emaDecay }),
    metadata: { classes: JSON.stringify(classes) },
  };
  const normalize = new Normalize(data, device);
  const parts = { recipe, model, normalize, precision, device, classes: classes.length };
  return { parts, optimizer, state };
}

/** Trains as the run's recipe says, from the run's checkpoint where it is resumed. */
export async function finetune(run: Run<FinetuneRecipe>): Promise<void> {
  const { recipe } = run;
  const { data, batchSize } = recipe;
  const say = (sentence: string) => run.say(sentence);
  const { training, validation, classes } = await openImages(recipe);
  const { parts, optimizer, state: models } = await prepare(run, classes);
  const { precision } = parts;

  const view = { size: data.imageSize, interpolation: data.interpolation };
  const transform = trainingTransform(data, [view]);
  const { loader, stepsPerEpoch } = openLoader(
    recipe,
    { source: training, transform, batchSize, training: true },
    say,
  );
  const valLoader =
    validation &&
    openLoader(recipe, { source: validation, transform: evaluation(data), batchSize, training: false }, say)
      .loader;
  const evaluator = valLoader && new Evaluation(run, parts, valLoader);
  const state: TrainingState = {
    ...models,
    values: {
      get: () => ({ ...precision.stateDict(), ...evaluator?.values.get() }),
      set: (values) => {
        precision.loadStateDict(values);
        evaluator?.values.set(values);
      },
    },
  };
  const totalSteps = toSteps(recipe.duration, stepsPerEpoch);
  const evaluateEvery = toSteps(recipe.evaluate.every, stepsPerEpoch);

  try {
    let position = run.begin({ totalSteps, stepsPerEpoch, show: ['loss'] }, state);
    const range = { epoch: position.epoch, step: position.epochStep, epochs: Infinity };
    for await (const batch of position.step < totalSteps ? loader.batches(range) : []) {
      const rates = applySchedule(optimizer, recipe, position.step, { totalSteps, stepsPerEpoch });
      const values = torch.scope(() => takeStep(parts, batch, optimizer));
      state.average?.update();
      const step = position.step + 1;
      position = { step, epoch: Math.floor(step / stepsPerEpoch), epochStep: step % stepsPerEpoch };
      if (evaluator && (step % evaluateEvery === 0 || step === totalSteps))
        await evaluator.at(position, state);
      await run.endStep(position, batchSize, { ...values, ...rates }, state);
      if (step === totalSteps) break;
    }
    run.finish(position, state);
    if (evaluator) say(evaluator.summary());
  } finally {
    await Promise.all([loader.close(), valLoader?.close()]);
    run.close();
  }
}
