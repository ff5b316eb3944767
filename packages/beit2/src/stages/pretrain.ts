/**
 * Pretraining: predict the tokens of masked patches, twice: from the last block, and from its [CLS] with the patches
 * of an early block (BEiT v2, sections 2.3 and 2.4).
 */
import * as torch from '@beit2/torch';
import { optim, type Tensor } from '@beit2/torch';
import { maskedCount, toSteps, type PretrainRecipe } from '../config/schema.js';
import type { Batch } from '../data/loader.js';
import { openSource } from '../data/open-source.js';
import type { MaskedImageModel } from '../model/masked-image-model.js';
import { Normalize } from '../tokenizer/teachers/teacher.js';
import { parameterGroups } from '../train/optimizer-groups.js';
import { Precision } from '../train/precision.js';
import type { Run } from '../train/run-folder.js';
import { applySchedule } from './apply-schedule.js';
import { prepareEngine, toImages } from './engine.js';
import { openLoader, openTraining, trainingTransform } from './images.js';
import { openTarget, type Target } from './targets.js';
import { maskedImageModel } from './trained.js';

/** Losses and accuracies of a batch, in the order of both branches. */
interface StepResult {
  loss: Tensor;
  mainLoss: Tensor;
  aggregationLoss: Tensor | null;
  accuracy: Tensor | null;
  aggregationAccuracy: Tensor | null;
}

interface Parts {
  model: MaskedImageModel;
  target: Target;
  normalize: Normalize;
  precision: Precision;
  device: string;
}

/** Forward pass of images `from` to `from + size` of a batch. */
function forward(
  { model, target, normalize, precision, device }: Parts,
  batch: Batch,
  from: number,
  size: number,
): StepResult {
  const { imageSize } = model.config;
  const n = model.grid ** 2;
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
    const { logits, aggregationLogits } = model.forward(images, masks);
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

/** Trains as the run's recipe says, from the run's checkpoint where it is resumed. */
export async function pretrain(run: Run<PretrainRecipe>): Promise<void> {
  const { recipe } = run;
  const { data, masking, optimizer: settings, batchSize } = recipe;
  const say = (sentence: string) => run.say(sentence);
  const device = prepareEngine(recipe);

  const target = openTarget(recipe, device, say);
  const model = maskedImageModel(recipe, target.outputs).to({ device });
  const optimizer = new optim.AdamW(
    parameterGroups(model.namedParameters(), { weightDecay: settings.weightDecay }).map((group) => ({
      ...group,
    })),
    { lr: settings.lr, betas: settings.betas, eps: settings.eps },
  );
  const precision = new Precision(recipe.precision, device);
  const parts: Parts = { model, target, normalize: new Normalize(data, device), precision, device };
  const state = {
    model,
    optimizer,
    generators: { default: torch.defaultGenerator(device) },
    values: {
      get: () => precision.stateDict(),
      set: (values: Record<string, unknown>) => precision.loadStateDict(values),
    },
  };

  const views = [
    { size: data.imageSize, interpolation: data.interpolation },
    ...(target.view ? [target.view] : []),
  ];
  const spec = {
    transform: trainingTransform(data, views),
    masking: {
      grid: [model.grid, model.grid] as const,
      masked: maskedCount(masking.masked, model.grid ** 2),
      minBlock: masking.minBlock,
      minAspect: masking.minAspect,
    },
    batchSize,
  };
  const source = await openTraining(recipe);
  const { loader, stepsPerEpoch } = openLoader(recipe, { ...spec, source, training: true }, say);
  const validation =
    data.val === null
      ? null
      : openLoader(recipe, { ...spec, source: await openSource(data.val), training: false }, say).loader;
  const totalSteps = toSteps(recipe.duration, stepsPerEpoch);
  const evaluateEvery = toSteps(recipe.evaluate.every, stepsPerEpoch);

  try {
    let position = run.begin({ totalSteps, stepsPerEpoch, show: ['loss', 'accuracy'] }, state);
    const range = { epoch: position.epoch, step: position.epochStep, epochs: Infinity };
    for await (const batch of position.step < totalSteps ? loader.batches(range) : []) {
      const rates = applySchedule(optimizer, recipe, position.step, { totalSteps, stepsPerEpoch });
      const values = torch.scope(() => {
        const size = batchSize / settings.accumulate;
        const results = Array.from({ length: settings.accumulate }, (_, i) => {
          const result = forward(parts, batch, i * size, size);
          precision.backward(settings.accumulate === 1 ? result.loss : result.loss.div(settings.accumulate));
          return result;
        });
        return { ...meanOf(results), gradNorm: precision.step(optimizer, settings.clipGrad) };
      });
      const step = position.step + 1;
      position = { step, epoch: Math.floor(step / stepsPerEpoch), epochStep: step % stepsPerEpoch };
      if (validation && (step % evaluateEvery === 0 || step === totalSteps)) {
        run.record({ step, ...(await run.aside(() => evaluate(parts, validation.batches()))) });
      }
      await run.endStep(position, batchSize, { ...values, ...rates }, state);
      if (step === totalSteps) break;
    }
    run.finish(position, state);
  } finally {
    await Promise.all([loader.close(), validation?.close()]);
    run.close();
  }
}

/** Mean loss and accuracy on validation images, with masks and crops that are the same each time. */
async function evaluate(parts: Parts, batches: AsyncIterable<Batch>): Promise<Record<string, number>> {
  const sums = new Map<string, number>();
  let images = 0;
  parts.model.eval();
  for await (const batch of batches) {
    torch.scope(() => {
      const result = torch.inferenceMode(() => meanOf([forward(parts, batch, 0, batch.size)]));
      for (const [name, value] of Object.entries(result)) {
        if (value) sums.set(name, (sums.get(name) ?? 0) + value.item() * batch.size);
      }
    });
    images += batch.size;
  }
  parts.model.train();
  const valName = (name: string) => `val${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return Object.fromEntries([...sums].map(([name, sum]) => [valName(name), sum / images]));
}
