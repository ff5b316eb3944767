/**
 * Pretraining: predict the tokens of masked patches, twice: from the last block, and from its [CLS] with the patches
 * of an early block (BEiT v2, sections 2.3 and 2.4).
 */
import * as torch from '@beit2/torch';
import { maskedCount, type PretrainRecipe } from '../config/schema.js';
import type { ImageSource } from '../data/sources/image-source.js';
import type { Batch } from '../data/loading/loader.js';
import { measured, withPrefix, type Evaluation } from '../evaluate/evaluation.js';
import type { MaskedImageModel } from '../model/masked-image-model.js';
import { hashWeights } from '../open/hash-weights.js';
import { maskedImageModel } from '../open/networks.js';
import { accumulate, type MicroBatchValues } from '../train/accumulate.js';
import {
  type DeviceBatch,
  deviceBatches,
  type ImageFormat,
  type PassOptions,
  ToDevice,
} from '../train/device-batches.js';
import { openOptimizer } from '../train/optimizer-groups.js';
import { Precision } from '../train/precision.js';
import { Replicas } from '../train/replicas.js';
import type { Run } from '../train/run/run-folder.js';
import { openLoader, openTraining, openValidation, trainingTransform } from '../train/training-images.js';
import { prepareEngine } from '../train/engine.js';
import { pretrainStart, startFrom } from './start.js';
import { openTarget, type Target } from './targets.js';
import { trainLoop } from './train-loop.js';

interface Learner {
  replicas: Replicas<MaskedImageModel>;
  target: Target;
  precision: Precision;
}

/** Losses and accuracies of a batch, in the order of both branches. */
function forward({ replicas, target, precision }: Learner, batch: DeviceBatch): MicroBatchValues {
  const { images, masks, masked } = batch;
  if (!masks || !masked) throw new Error('internal: the loader drew no masks');
  const labels = torch.noGrad(() => precision.forward(() => target.labels(batch, masked)));
  return precision.forward(() => {
    const { logits, aggregationLogits } = replicas.forward(images, masks, masked);
    const main = target.loss(logits, labels);
    const aggregation = aggregationLogits && target.loss(aggregationLogits, labels);
    return {
      loss: aggregation ? main.loss.add(aggregation.loss) : main.loss,
      mainLoss: main.loss,
      aggregationLoss: aggregation && aggregation.loss,
      accuracy: main.accuracy,
      aggregationAccuracy: aggregation && aggregation.accuracy,
    };
  });
}

/** Means over the images of a source, with masks and crops that are the same each time. */
async function* evaluate(
  learner: Learner,
  source: ImageSource,
  format: ImageFormat,
  options: PassOptions,
): Evaluation<void> {
  const sums = new Map<string, number>();
  let images = 0;
  const { model } = learner.replicas;
  model.eval();
  try {
    for await (const batch of deviceBatches(source, format, options)) {
      torch.scope(() => {
        const values = Object.entries(torch.inferenceMode(() => forward(learner, batch)));
        for (const [name, value] of values)
          if (value) sums.set(name, (sums.get(name) ?? 0) + value.item() * batch.size);
      });
      images += batch.size;
    }
  } finally {
    model.train();
  }
  for (const [name, sum] of sums) yield [name, sum / images];
}

/** The views and masks of a recipe's images. */
function formatOf({ data, masking }: PretrainRecipe, grid: number, { view: second }: Target): ImageFormat {
  const view = { size: data.imageSize, interpolation: data.interpolation };
  return {
    transform: trainingTransform(data, [view, ...(second ? [second] : [])]),
    normalization: data,
    masking: {
      grid: [grid, grid],
      masked: maskedCount(masking.masked, grid ** 2),
      minBlock: masking.minBlock,
      minAspect: masking.minAspect,
    },
  };
}

/**
 * Trains as the run's recipe says, from the run's checkpoint where it is resumed. In a world of several ranks each calls
 * it on a run of its own and takes its part of every batch.
 */
export async function pretrain(run: Run<PretrainRecipe>): Promise<void> {
  const { recipe, world } = run;
  const { data, optimizer: settings } = recipe;
  const say = (sentence: string) => run.say(sentence);
  const device = prepareEngine(recipe, world);

  const target = await openTarget(recipe, device, say);
  if (target.weights !== null) run.recognise('target.path', { weights: hashWeights(target.weights) });
  const model = maskedImageModel(recipe, target.outputs);
  if (!run.isResumed) await startFrom(model, recipe, pretrainStart, say);
  model.to({ device });
  const optimizer = openOptimizer(model, settings, world);
  const precision = new Precision(run.chooseArithmetic(device), device);
  const replicas = new Replicas(model, world);
  const learner = { replicas, target, precision, optimizer, clock: run.clock };
  const format = formatOf(recipe, model.grid, target);
  const toDevice = new ToDevice(device, data);
  const { loader, stepsPerEpoch } = openLoader(
    run,
    await openTraining(run),
    format.transform,
    format.masking,
  );
  const validation = await openValidation(run);
  const measure = async (source: ImageSource) => {
    const options = { ...data, ...run.evaluationOptions(), seed: recipe.seed, device };
    return withPrefix('val', (await measured(evaluate(learner, source, format, options))).figures);
  };
  try {
    await trainLoop(run, {
      loader,
      stepsPerEpoch,
      show: ['loss', 'accuracy'],
      state: {
        model,
        optimizer,
        generators: { default: torch.defaultGenerator(device) },
        values: {
          get: () => precision.stateDict(),
          set: (values) => precision.loadStateDict(values),
        },
      },
      step: (batch: Batch) =>
        accumulate(learner, settings, toDevice.microBatches(batch, settings.accumulate), (microBatch) =>
          forward(learner, microBatch),
        ),
      evaluate: validation && (() => measure(validation)),
    });
  } finally {
    await loader.close();
    run.close();
  }
}
