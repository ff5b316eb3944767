/** Fine-tuning: classify images, from pretrained weights or from scratch (BEiT v2, section 3.2 and appendix). */
import * as torch from '@beit2/torch';
import { nn, optim, type Tensor } from '@beit2/torch';
import type { FinetuneRecipe } from '../config/schema.js';
import type { ImageSource } from '../data/image-source.js';
import type { Batch } from '../data/loader.js';
import { openSource } from '../data/open-source.js';
import { CounterRandom } from '../data/random.js';
import { drawErasing } from '../data/random-erasing.js';
import { UserError } from '../errors.js';
import type { VisionTransformer } from '../model/vision-transformer.js';
import { classifierModel } from '../open/networks.js';
import { Normalize } from '../tokenizer/teachers/teacher.js';
import { openOptimizer } from '../train/optimizer-groups.js';
import { Precision } from '../train/precision.js';
import { partSize, Replicas } from '../train/replicas.js';
import type { Run } from '../train/run-folder.js';
import type { StepValues } from '../train/step-metrics.js';
import type { TrainingState } from '../train/training-state.js';
import { prepareEngine, toImages } from './engine.js';
import { Evaluation, labelsOf, type ClassifierParts } from './finetune-evaluation.js';
import { startFrom } from './finetune-start.js';
import {
  evaluation,
  evaluationBatch,
  openLoader,
  openTraining,
  openValidation,
  trainingTransform,
} from './images.js';
import { drawMixing, mixImages, softTargets } from './mixing.js';
import { trainLoop } from './train-loop.js';

interface Parts extends ClassifierParts {
  replicas: Replicas<VisionTransformer>;
}

// Streams of random numbers; those of the data workers are 0 and 1.
const [erasingStream, mixingStream] = [2, 3];

/** Normalised images `from` to `from + size` of a training batch, with rectangles of noise. */
function trainingImages(
  { recipe, normalize, device }: Parts,
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

/** Mean loss of part `part` of a batch, `size` images, against soft targets. */
function trainingLoss(parts: Parts, batch: Batch, part: number, size: number): Tensor {
  const { recipe, replicas, precision, device, classes } = parts;
  const place = (replicas.group?.rank ?? 0) * recipe.optimizer.accumulate + part; // among the parts of all ranks
  const random = new CounterRandom(recipe.seed, batch.epoch, batch.step, mixingStream, place);
  const mixing = drawMixing(random, recipe.mixing, recipe.data.imageSize);
  const [images, targets] = torch.noGrad(() => {
    const own = trainingImages(parts, batch, part * size, size);
    const labels = labelsOf(batch, part * size, size, device);
    return [
      mixing ? mixImages(own, mixing) : own,
      softTargets(labels, classes, recipe.labelSmoothing, mixing),
    ] as const;
  });
  return precision.forward(() => nn.functional.crossEntropy(replicas.forward(images).float(), targets));
}

/** The training images, whose classes those of validation must be. */
async function openImages(
  recipe: FinetuneRecipe,
): Promise<{ training: ImageSource; classes: readonly string[] }> {
  const training = await openTraining(recipe);
  const { classes } = training;
  if (!classes) {
    throw new UserError('The training images have no labels: put them into one folder a class.');
  }
  const { val } = recipe.data;
  const others = val === null ? classes : ((await openSource(val)).classes ?? []);
  if (others.join('\n') !== classes.join('\n')) {
    const list = (names: readonly string[]): string =>
      names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '') || 'none';
    throw new UserError(
      `Training and validation images have different classes: ${list(classes)} against ${list(others)}.`,
    );
  }
  return { training, classes };
}

/** A classifier with the weights that the recipe starts from; those of a resumed run come with its checkpoint. */
async function openModel(
  run: Run<FinetuneRecipe>,
  classes: readonly string[],
  device: torch.Device,
): Promise<VisionTransformer> {
  const { recipe } = run;
  const model = classifierModel(recipe, classes.length);
  if (recipe.init !== null && !run.isResumed)
    await startFrom(model, recipe.init, recipe, classes, (sentence) => run.say(sentence), recipe.initEntry);
  return model.to({ device });
}

/** What is saved and found again. */
function trainingState(
  { model, recipe, precision, device }: ClassifierParts,
  optimizer: optim.AdamW,
  classes: readonly string[],
  evaluation: Evaluation | null,
): TrainingState {
  const { emaDecay: decay } = recipe;
  return {
    model,
    optimizer,
    generators: { default: torch.defaultGenerator(device) },
    average: decay === null ? undefined : new optim.ExponentialMovingAverage(model, { decay }),
    metadata: { classes: JSON.stringify(classes) },
    values: {
      get: () => ({ ...precision.stateDict(), ...evaluation?.values.get() }),
      set: (values) => {
        precision.loadStateDict(values);
        evaluation?.values.set(values);
      },
    },
  };
}

/**
 * Trains as the run's recipe says, from the run's checkpoint where it is resumed. With `run.options.group` each rank calls
 * it on a run of its own and takes its part of every batch.
 */
export async function finetune(run: Run<FinetuneRecipe>): Promise<void> {
  const { recipe } = run;
  const { group } = run.options;
  const { data, optimizer: settings, batchSize } = recipe;
  const say = (sentence: string) => run.say(sentence);
  const device = prepareEngine(recipe);
  const { training, classes } = await openImages(recipe);
  const model = await openModel(run, classes, device);
  const layerDecay = { decay: settings.layerDecay, depth: recipe.model.depth };
  const optimizer = openOptimizer(model, settings, layerDecay);
  const precision = new Precision(run.chooseArithmetic(device), device);
  const replicas = new Replicas(model, group);
  const normalize = new Normalize(data, device);
  const parts: Parts = { recipe, model, replicas, normalize, precision, device, classes: classes.length };
  const size = partSize(batchSize, settings.accumulate, group);

  const view = { size: data.imageSize, interpolation: data.interpolation };
  const spec = { source: training, transform: trainingTransform(data, [view]), batchSize, group };
  const { loader, stepsPerEpoch } = openLoader(recipe, { ...spec, training: true }, say);
  const validation = await openValidation(run, { transform: evaluation(data), batchSize: evaluationBatch });
  const evaluator = validation && new Evaluation(run, parts, validation);
  const state = trainingState(parts, optimizer, classes, evaluator);

  const step = (batch: Batch): StepValues =>
    torch.scope(() => {
      const losses = Array.from({ length: settings.accumulate }, (_, i) =>
        replicas.part(i, settings.accumulate, () => {
          const loss = trainingLoss(parts, batch, i, size);
          precision.backward(settings.accumulate === 1 ? loss : loss.div(settings.accumulate));
          return loss.detach();
        }),
      );
      const gradNorm = precision.step(optimizer, settings.clipGrad);
      torch.profiler.range('average', () => state.average?.update());
      return replicas.mean({ loss: torch.stack(losses).mean(), gradNorm });
    });
  try {
    await trainLoop(run, {
      loader,
      stepsPerEpoch,
      show: ['loss'],
      state,
      step: (batch) => Promise.resolve(step(batch)),
      evaluate: evaluator && ((position) => evaluator.at(position, state)),
    });
    if (evaluator) say(evaluator.summary());
  } finally {
    await Promise.all([loader.close(), validation?.close()]);
    run.close();
  }
}
