/** Frozen features of labelled images: one pass over the images, kept in memory for what is trained on them. */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';
import type { ImageSource } from '../data/image-source.js';
import { UserError } from '../errors.js';
import { evaluationOf } from '../model/model-card.js';
import type { VisionTransformer } from '../model/vision-transformer.js';
import type { Opened } from '../open/open-model.js';
import { Normalize } from '../tokenizer/teachers/teacher.js';
import { Precision } from '../train/precision.js';
import { toImages } from './engine.js';
import { evaluationBatch, loadingOf, openLoader } from './images.js';
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
 * Features of all images of a labelled source.
 * @param onProgress hears how many images are done
 * @throws UserError when the source has no labels
 */
export async function extractFeatures(
  { model, card, recipe }: Opened<'encoder'>,
  source: ImageSource,
  device: torch.Device,
  {
    say,
    onProgress,
  }: { say: (sentence: string) => void; onProgress?: (done: number, total: number) => void },
): Promise<ImageFeatures> {
  if (!source.classes) throw new UserError('The images have no labels: put them into one folder a class.');
  const spec = { source, transform: evaluationOf(card), batchSize: evaluationBatch, training: false };
  const { loader } = openLoader(loadingOf({ recipe }), spec, say);
  const normalize = new Normalize(card.image, device);
  const precision = new Precision(card.precision, device);
  const parts: { cls: Tensor; mean: Tensor }[] = [];
  const labels: number[] = [];
  try {
    for await (const batch of loader.batches()) {
      const part = torch.scope(() =>
        torch.noGrad(() => {
          const images = normalize.forward(toImages(batch.images, batch.size, card.image.size, device));
          return precision.forward(() => imageFeatures(model, images));
        }),
      );
      parts.push(part);
      for (const label of batch.labels ?? []) labels.push(label);
      onProgress?.(labels.length, source.length);
    }
  } finally {
    await loader.close();
  }
  const all = torch.tensor(labels, { dtype: 'int64', device });
  const join = (name: 'cls' | 'mean') => {
    const pieces = parts.map((part) => part[name]);
    const features = torch.cat(pieces, 0);
    for (const piece of pieces) piece.dispose();
    return { features, labels: all };
  };
  return { cls: join('cls'), mean: join('mean') };
}
