/** Fine-tuning: classify images, from pretrained weights or from scratch (BEiT v2, section 3.2 and appendix). */
import * as torch from '@beit2/torch';
import { nn, optim, type Tensor } from '@beit2/torch';
import type { FinetuneRecipe } from '../config/schema.js';
import type { ImageSource } from '../data/sources/image-source.js';
import type { Batch } from '../data/loading/loader.js';
import { labelledAs, labelledOnly } from '../data/sources/classes.js';
import { openSource } from '../data/sources/open-source.js';
import { CounterRandom } from '../data/random.js';
import { drawErasing } from '../data/augment/random-erasing.js';
import type { VisionTransformer } from '../model/vision-transformer.js';
import { classifierModel } from '../open/networks.js';
import { accumulate, type Stepper } from '../train/accumulate.js';
import { type DeviceBatch, ToDevice } from '../train/device-batches.js';
import { openOptimizer } from '../train/optimizer-groups.js';
import { Precision } from '../train/precision.js';
import { Replicas } from '../train/replicas.js';
import type { Run } from '../train/run/run-folder.js';
import type { StepValues } from '../train/world.js';
import { openLoader, openTraining, openValidation, trainingTransform } from '../train/training-images.js';
import type { TrainingState } from '../train/run/training-state.js';
import { prepareEngine } from '../train/engine.js';
import { Evaluation } from '../evaluate/evaluate-finetuning.js';
import { classifierStart, startFrom } from './start.js';
import { drawMixing, mixImages, softTargets } from './mixing.js';
import { trainLoop } from './train-loop.js';

interface Learner extends Stepper<VisionTransformer> {
  recipe: FinetuneRecipe;
  classes: number;
}

// Streams of random numbers; those of the data workers are 0 and 1.
const [erasingStream, mixingStream] = [2, 3];

/** Puts rectangles of noise into the images of an epoch. */
function erase({ data, seed }: FinetuneRecipe, { images, indices }: DeviceBatch, epoch: number): void {
  const { imageSize, randomErasing } = data;
  if (!randomErasing) return;
  for (const [i, index] of indices.entries()) {
    const random = new CounterRandom(seed, epoch, index, erasingStream);
    for (const { top, left, height, width } of drawErasing(random, randomErasing, imageSize))
      images.select(0, i).narrow(1, top, height).narrow(2, left, width).normal_();
  }
}

/** Mean loss of a micro-batch, the `index`th of its batch, against soft targets. */
function trainingLoss(
  { recipe, replicas, precision, classes }: Learner,
  { epoch, step }: Batch,
  microBatch: DeviceBatch,
  index: number,
): Tensor {
  const { images: own, labels } = microBatch;
  if (!labels) throw new Error('internal: the images have no labels');
  const place = replicas.world.rank * recipe.optimizer.accumulate + index; // among the micro-batches of all ranks
  const random = new CounterRandom(recipe.seed, epoch, step, mixingStream, place);
  const mixing = drawMixing(random, recipe.mixing, recipe.data.imageSize);
  const [images, targets] = torch.noGrad(() => {
    erase(recipe, microBatch, epoch);
    return [
      mixing ? mixImages(own, mixing) : own,
      softTargets(labels, classes, recipe.labelSmoothing, mixing),
    ] as const;
  });
  return precision.forward(() => nn.functional.crossEntropy(replicas.forward(images).float(), targets));
}

/** The training images, whose classes those of validation must be among. */
async function openImages(
  run: Run<FinetuneRecipe>,
): Promise<{ training: ImageSource; classes: readonly string[] }> {
  const training = labelledOnly(await openTraining(run), 'training images', (sentence) => run.say(sentence));
  const { classes = [] } = training;
  const { val, image } = run.recipe.data;
  if (val !== null) labelledAs(classes, await openSource(val, { image, split: 'val' }), 'validation images');
  return { training, classes };
}

/** A classifier with the weights that the recipe starts from; those of a resumed run come with its checkpoint. */
async function newModel(
  run: Run<FinetuneRecipe>,
  classes: readonly string[],
  device: torch.Device,
): Promise<VisionTransformer> {
  const { recipe } = run;
  const model = classifierModel(recipe, classes.length);
  if (!run.isResumed)
    await startFrom(model, recipe, classifierStart(classes), (sentence) => run.say(sentence));
  return model.to({ device });
}

/** What is saved and found again. */
function trainingState(
  { replicas, recipe, precision, optimizer }: Learner,
  device: torch.Device,
  classes: readonly string[],
  evaluation: Evaluation | null,
): TrainingState {
  const { emaDecay: decay } = recipe;
  const { model } = replicas;
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
 * Trains as the run's recipe says, from the run's checkpoint where it is resumed. In a world of several ranks each calls
 * it on a run of its own and takes its part of every batch.
 */
export async function finetune(run: Run<FinetuneRecipe>): Promise<void> {
  const { recipe, world } = run;
  const { data, optimizer: settings } = recipe;
  const device = prepareEngine(recipe, world);
  const { training, classes } = await openImages(run);
  const model = await newModel(run, classes, device);
  const layerDecay = { decay: settings.layerDecay, depth: recipe.model.depth };
  const optimizer = openOptimizer(model, settings, world, layerDecay);
  const precision = new Precision(run.chooseArithmetic(device), device);
  const replicas = new Replicas(model, world);
  const learner: Learner = {
    recipe,
    replicas,
    precision,
    optimizer,
    clock: run.clock,
    classes: classes.length,
  };

  const view = { size: data.imageSize, interpolation: data.interpolation };
  const { loader, stepsPerEpoch } = openLoader(run, training, trainingTransform(data, [view]));
  const source = await openValidation(run);
  const evaluation = source && new Evaluation(run, { model, classes, precision, source, device });
  const state = trainingState(learner, device, classes, evaluation);
  const toDevice = new ToDevice(device, data);

  const step = async (batch: Batch): Promise<StepValues> => {
    const images = toDevice.microBatches(batch, settings.accumulate);
    const values = await accumulate(learner, settings, images, (microBatch, index) => ({
      loss: trainingLoss(learner, batch, microBatch, index),
    }));
    torch.profiler.range('average', () => torch.scope(() => state.average?.update()));
    return values;
  };
  try {
    await trainLoop(run, {
      loader,
      stepsPerEpoch,
      show: ['loss'],
      state,
      step,
      evaluate: evaluation && ((position) => evaluation.at(position, state)),
    });
    if (evaluation) run.say(evaluation.summary());
  } finally {
    await loader.close();
    run.close();
  }
}
