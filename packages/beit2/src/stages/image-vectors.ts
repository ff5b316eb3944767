/** One vector an image, from any encoder or classifier. */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';
import type { ImageSource } from '../data/image-source.js';
import { checkNumbers } from '../formats/float-values.js';
import { evaluationOf } from '../model/model-card.js';
import type { VisionTransformer } from '../model/vision-transformer.js';
import type { Opened } from '../open/open-model.js';
import { Normalize } from '../tokenizer/teachers/teacher.js';
import { Precision } from '../train/precision.js';
import { toImages } from './engine.js';
import { loadingOf, openLoader } from './images.js';

/** What stands for an image: its [CLS] token, or the mean of its patch tokens. */
export type Pooling = 'cls' | 'mean';

/** A vector with the image that it belongs to. */
export interface ImageVector {
  /** Place of the image in its source. */
  index: number;
  /** Where the image lies. */
  name: string;
  vector: Float32Array;
}

export interface VectorOptions {
  /** The model's device. */
  device: torch.Device;
  say: (sentence: string) => void;
}

const batchSize = 32;

/** The pooling that a model was trained with. */
export function ownPooling(model: VisionTransformer): Pooling {
  return model.fcNorm ? 'mean' : 'cls';
}

/** Vectors `[B, D]` of normalised images, after the model's last norm. */
export function poolImages(model: VisionTransformer, images: Tensor, pooling: Pooling): Tensor {
  if (pooling === ownPooling(model)) return model.pooled(images);
  const tokens = model.allTokens(images);
  return pooling === 'cls' ? tokens.select(1, 0) : tokens.narrow(1, 1, model.grid ** 2).mean(1);
}

/**
 * Runs every readable image of a source through a model, in order, seen as evaluation sees them: resized, centre cropped.
 * @param forward normalised images `[B, 3, S, S]` → `[B, n]`
 * @param options.say told of each image that cannot be read, which is left out
 * @throws UserError when none can be read, or the model gives NaN or infinity
 */
export async function* imageVectors(
  opened: Opened<'encoder' | 'classifier'>,
  source: ImageSource,
  forward: (images: Tensor) => Tensor,
  { device, say }: VectorOptions,
): AsyncGenerator<ImageVector> {
  const { card } = opened;
  const { data, seed } = loadingOf(opened);
  const isHalf = card.precision === 'float16' && !device.startsWith('cuda');
  const precision = new Precision(isHalf ? 'float32' : card.precision, device);
  const normalize = new Normalize(card.image, device);
  const spec = { source, transform: evaluationOf(card), batchSize, training: false };
  const { loader } = openLoader({ data: { ...data, maxBroken: 1 }, seed }, spec, say);
  const seen = new Set<number>(); // the loader puts another image in the place of a broken one
  try {
    for await (const { images, size, indices } of loader.batches()) {
      const vectors = torch.scope(() =>
        torch.noGrad(() => {
          const pixels = toImages(images, size, card.image.size, device);
          const normalized = normalize.forward(pixels);
          return precision
            .forward(() => forward(normalized))
            .float()
            .toFloat32Array();
        }),
      );
      const width = vectors.length / size;
      for (let i = 0; i < size; i++) {
        const index = indices[i] ?? 0;
        if (seen.has(index)) continue;
        seen.add(index);
        const name = source.name(index);
        const vector = vectors.slice(i * width, (i + 1) * width);
        checkNumbers(vector, `The model's output for ${name}`);
        yield { index, name, vector };
      }
    }
  } finally {
    await loader.close();
  }
}
