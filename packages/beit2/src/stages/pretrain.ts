/**
 * Pretraining: predict the tokens of masked patches, twice: from the last block, and from its [CLS] with the patches
 * of an early block (BEiT v2, sections 2.3 and 2.4).
 */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';
import { maskedCount, type PretrainRecipe } from '../config/schema.js';
import type { Batch } from '../data/loader.js';
import type { MaskedImageModel } from '../model/masked-image-model.js';
import { maskedImageModel } from '../open/networks.js';
import { Normalize } from '../tokenizer/teachers/teacher.js';
import { openOptimizer } from '../train/optimizer-groups.js';
import { Precision } from '../train/precision.js';
import { partSize, Replicas } from '../train/replicas.js';
import type { Run } from '../train/run-folder.js';
import type { StepValues } from '../train/step-metrics.js';
import { prepareEngine, toImages } from './engine.js';
import { type LoaderSpec, openLoader, openTraining, openValidation, trainingTransform } from './images.js';
import { openTarget, type Target } from './targets.js';
import { trainLoop } from './train-loop.js';

/** Losses and accuracies of a batch, in the order of both branches. */
interface StepResult {
  loss: Tensor;
  mainLoss: Tensor;
  aggregationLoss: Tensor | null;
  accuracy: Tensor | null;
  aggregationAccuracy: Tensor | null;
}

interface Parts {
  replicas: Replicas<MaskedImageModel>;
  target: Target;
  normalize: Normalize;
  precision: Precision;
  device: torch.Device;
}

/** Forward pass of images `from` to `from + size` of a batch. */
function forward(
  { replicas, target, normalize, precision, device }: Parts,
  batch: Batch,
  from: number,
  size: number,
): StepResult {
  const { config, grid } = replicas.model;
  const { imageSize } = config;
  const n = grid ** 2;
  const part = (bytes: Uint8Array, each: number) => bytes.subarray(from * each, (from + size) * each);
  const images = normalize.forward(toImages(part(batch.images, 3 * imageSize ** 2), size, imageSize, device));
  const masks = torch
    .fromTypedArray(part(batch.masks ?? new Uint8Array(0), n), [size, n], { device })
    .to('bool');
  const { tokenizerImages: second } = batch;
  const bytes = {
    size,
    images: batch.images,
    tokenizerImages: second && part(second, second.length / batch.size),
  };
  const positions = masks.flatten().nonzero().squeeze(1); // [M]
  const labels = torch.noGrad(() => precision.forward(() => target.labels(bytes, images, positions)));
  return precision.forward(() => {
    const { logits, aggregationLogits } = replicas.forward(images, masks);
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

/** Means of the parts' values, without their graph. */
function meanOf(results: StepResult[]): Record<keyof StepResult, Tensor | null> {
  const mean = (name: keyof StepResult) => {
    const values = results.flatMap((result) => result[name] ?? []);
    return values.length > 0 ? torch.stack(values.map((value) => value.detach())).mean() : null;
  };
  return {
    loss: mean('loss'),
    mainLoss: mean('mainLoss'),
    aggregationLoss: mean('aggregationLoss'),
    accuracy: mean('accuracy'),
    aggregationAccuracy: mean('aggregationAccuracy'),
  };
}

/** The views and masks of a recipe's batches. */
function batchSpec(
  recipe: PretrainRecipe,
  grid: number,
  target: Target,
): Omit<LoaderSpec, 'source' | 'training'> {
  const { data, masking, batchSize } = recipe;
  const view = { size: data.imageSize, interpolation: data.interpolation };
  return {
    transform: trainingTransform(data, [view, ...(target.view ? [target.view] : [])]),
    masking: {
      grid: [grid, grid],
      masked: maskedCount(masking.masked, grid ** 2),
      minBlock: masking.minBlock,
      minAspect: masking.minAspect,
    },
    batchSize,
  };
}

/**
 * Trains as the run's recipe says, from the run's checkpoint where it is resumed. With `run.options.group` each rank calls
 * it on a run of its own and takes its part of every batch.
 */
export async function pretrain(run: Run<PretrainRecipe>): Promise<void> {
  const { recipe } = run;
  const { group } = run.options;
  const { data, optimizer: settings } = recipe;
  const say = (sentence: string) => run.say(sentence);
  const device = prepareEngine(recipe);

  const target = await openTarget(recipe, device, say);
  const model = maskedImageModel(recipe, target.outputs).to({ device });
  const optimizer = openOptimizer(model, settings);
  const precision = new Precision(run.chooseArithmetic(device), device);
  const replicas = new Replicas(model, group);
  const parts: Parts = { replicas, target, normalize: new Normalize(data, device), precision, device };
  const size = partSize(recipe.batchSize, settings.accumulate, group);
  const spec = batchSpec(recipe, model.grid, target);
  const source = await openTraining(recipe);
  const { loader, stepsPerEpoch } = openLoader(recipe, { ...spec, source, training: true, group }, say);
  const validation = await openValidation(run, spec);

  const step = (batch: Batch): StepValues =>
    torch.scope(() => {
      const results = Array.from({ length: settings.accumulate }, (_, i) =>
        replicas.part(i, settings.accumulate, () => {
          const result = forward(parts, batch, i * size, size);
          precision.backward(settings.accumulate === 1 ? result.loss : result.loss.div(settings.accumulate));
          return result;
        }),
      );
      return replicas.mean({ ...meanOf(results), gradNorm: precision.step(optimizer, settings.clipGrad) });
    });
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
      step: (batch) => Promise.resolve(step(batch)),
      evaluate: validation && (() => evaluate(parts, validation.batches())),
    });
  } finally {
    await Promise.all([loader.close(), validation?.close()]);
    run.close();
  }
}

/** Mean loss and accuracy on validation images, with masks and crops that are the same each time. */
async function evaluate(parts: Parts, batches: AsyncIterable<Batch>): Promise<Record<string, number>> {
  const sums = new Map<string, number>();
  let images = 0;
  const { model } = parts.replicas;
  model.eval();
  for await (const batch of batches) {
    torch.scope(() => {
      const result = torch.inferenceMode(() => meanOf([forward(parts, batch, 0, batch.size)]));
      for (const [name, value] of Object.entries(result)) {
        if (value) sums.set(name, (sums.get(name) ?? 0) + value.item() * batch.size);
      }
    });
    images += batch.size;
  }
  model.train();
  const valName = (name: string) => `val${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return Object.fromEntries([...sums].map(([name, sum]) => [valName(name), sum / images]));
}
