/** One vector an image, from any encoder or classifier. */
import type { Device, Tensor } from '@beit2/torch';
import type { ImageSource } from '../data/sources/image-source.js';
import { checkNumbers } from '../formats/float-values.js';
import { ownPooling, type Pooling, type VisionTransformer } from '../model/vision-transformer.js';
import type { Opened } from '../open/open-model.js';
import { evaluationPrecision } from '../train/arithmetic.js';
import { deviceBatches, evaluationFormat } from '../train/device-batches.js';

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
  device: Device;
  say: (sentence: string) => void;
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
  { card }: Opened<'encoder' | 'classifier'>,
  source: ImageSource,
  forward: (images: Tensor) => Tensor,
  options: VectorOptions,
): AsyncGenerator<ImageVector> {
  const precision = evaluationPrecision(card.precision, options.device);
  const pass = deviceBatches(source, evaluationFormat(card), { maxBroken: 1, ...options });
  for await (const { images, names, indices, size } of pass) {
    const vectors = precision.infer(
      () => forward(images),
      (result) => result.float().toFloat32Array(),
    );
    const width = vectors.length / size;
    for (const [i, name] of names.entries()) {
      const vector = vectors.slice(i * width, (i + 1) * width);
      checkNumbers(vector, `The model's output for ${name}`);
      yield { index: indices[i] ?? 0, name, vector };
    }
  }
}
