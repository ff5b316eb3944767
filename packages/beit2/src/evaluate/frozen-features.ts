/** Frozen features of labelled images: one pass over the images, kept in memory for what is trained on them. */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';
import type { ImageSource } from '../data/sources/image-source.js';
import { UserError } from '../errors.js';
import { checkOutputs } from '../model/check-numbers.js';
import type { VisionTransformer } from '../model/vision-transformer.js';
import type { Opened } from '../open/open-model.js';
import { evaluationPrecision } from '../train/arithmetic.js';
import { deviceBatches, evaluationFormat, type PassOptions } from '../train/device-batches.js';
import type { Labelled } from './linear-probe.js';

/** The two vectors that a model gives for an image: its [CLS] token and the mean of its patch tokens, both after the last norm. */
export interface ImageFeatures {
  cls: Labelled;
  mean: Labelled;
}

/** [CLS] and mean of the patch tokens of normalised images: each `[B, D]`. */
export function imageFeatures(model: VisionTransformer, images: Tensor): { cls: Tensor; mean: Tensor } {
  const before = model.features(images);
  const last = model.fcNorm ?? model.norm;
  const tokens = (last?.forward(before) ?? before).float(); // [B, 1 + N, D]
  const patches = (all: Tensor): Tensor => all.narrow(1, 1, model.grid ** 2);
  // A model with mean pooling was trained with its norm after the mean.
  const mean = model.fcNorm ? model.fcNorm.forward(patches(before).mean(1)).float() : patches(tokens).mean(1);
  // A view of the [CLS] token would keep all tokens in memory for as long as it is kept.
  return { cls: tokens.select(1, 0).clone(), mean };
}

/**
 * Features of all images of a labelled source that can be read.
 * @throws UserError when the source has no labels, or the model gives NaN or infinity
 */
export async function extractFeatures(
  { model, card, recipe }: Opened<'encoder'>,
  source: ImageSource,
  options: PassOptions,
): Promise<ImageFeatures> {
  const precision = evaluationPrecision(card.precision, options.device);
  const parts: { cls: Tensor; mean: Tensor; labels: Tensor }[] = [];
  const pass = { ...recipe?.data, seed: recipe?.seed, ...options };
  for await (const { images, labels, names } of deviceBatches(source, evaluationFormat(card), pass)) {
    if (!labels) throw new UserError('The images have no labels: put them into one folder per class.');
    const features = precision.infer(
      () => imageFeatures(model, images),
      (own) => own,
    );
    for (const vectors of [features.cls, features.mean]) checkOutputs(vectors, names);
    parts.push({ ...features, labels: labels.clone() });
  }
  const join = (name: 'cls' | 'mean' | 'labels') => {
    const pieces = parts.map((part) => part[name]);
    const all = torch.cat(pieces, 0);
    for (const piece of pieces) piece.dispose();
    return all;
  };
  const labels = join('labels');
  return { cls: { features: join('cls'), labels }, mean: { features: join('mean'), labels } };
}
