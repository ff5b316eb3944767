/** Frozen features of labelled images: one pass over the images, kept in memory for what is trained on them. */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';
import type { PretrainRecipe } from '../config/schema.js';
import type { ImageSource } from '../data/image-source.js';
import { UserError } from '../errors.js';
import type { MaskedImageModel } from '../model/masked-image-model.js';
import { Normalize } from '../tokenizer/teachers/teacher.js';
import { Precision } from '../train/precision.js';
import { toImages } from './engine.js';
import { evaluation, evaluationBatch, openLoader } from './images.js';
import type { Labelled } from './linear-probe.js';

/** The two vectors that a model gives for an image: its [CLS] token and the mean of its patch tokens, both after the norm. */
export interface ImageFeatures {
  cls: Labelled;
  mean: Labelled;
}

/** [CLS] and mean of the patch tokens of normalised images: each `[B, D]`. */
export function imageFeatures(model: MaskedImageModel, images: Tensor): { cls: Tensor; mean: Tensor } {
  const tokens = model.norm.forward(model.features(images)).float(); // [B, 1 + N, D]
  // A view of the [CLS] token would keep all tokens in memory for as long as it is kept.
  return { cls: tokens.select(1, 0).clone(), mean: tokens.narrow(1, 1, (tokens.shape[1] ?? 1) - 1).mean(1) };
}

/**
 * Features of all images of a labelled source.
 * @param onProgress hears how many images are done
 * @throws UserError when the source has no labels
 */
export async function extractFeatures(
  model: MaskedImageModel,
  recipe: PretrainRecipe,
  source: ImageSource,
  device: torch.Device,
  { say, onProgress }: { say: (sentence: string) => void; onProgress?: (done: number) => void },
): Promise<ImageFeatures> {
  if (!source.classes) throw new UserError('The images have no labels: put them into one folder a class.');
  const spec = { source, transform: evaluation(recipe.data), batchSize: evaluationBatch, training: false };
  const { loader } = openLoader(recipe, spec, say);
  const normalize = new Normalize(recipe.data, device);
  const precision = new Precision(recipe.precision, device);
  const parts: { cls: Tensor; mean: Tensor }[] = [];
  const labels: number[] = [];
  try {
    for await (const batch of loader.batches()) {
      const part = torch.scope(() =>
        torch.noGrad(() => {
          const images = normalize.forward(toImages(batch.images, batch.size, recipe.data.imageSize, device));
          return precision.forward(() => imageFeatures(model, images));
        }),
      );
      parts.push(part);
      for (const label of batch.labels ?? []) labels.push(label);
      onProgress?.(labels.length);
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
