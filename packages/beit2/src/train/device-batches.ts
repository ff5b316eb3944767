/** Batches of images as tensors on a device: in micro-batches for training, in one pass over a source for measuring and use. */
import * as torch from '@beit2/torch';
import type { Device, Tensor } from '@beit2/torch';
import type { Recipe } from '../config/schema.js';
import type { BlockMaskingOptions } from '../data/augment/block-masking.js';
import type { ImageSource } from '../data/sources/image-source.js';
import { type Batch, ImageLoader } from '../data/loading/loader.js';
import { EpochSampler } from '../data/loading/sampler.js';
import { evaluationTransform, type Pixels, type Transform } from '../data/loading/transforms.js';
import { bandCount, chosenBands } from '../data/rasters/bands.js';
import type { View } from '../data/pixels/center-crop.js';
import { UserError } from '../errors.js';
import { evaluationOf, type ModelCard } from '../model/model-card.js';
import { type Normalization, Normalize, tokenizerNormalization } from '../model/normalize.js';

/** Images of a batch or micro-batch. The tensors are freed when the next one is asked for. */
export interface DeviceBatch {
  size: number;
  /** float32 `[size, channels, S, S]`, normalised; in [0, 1] where there is no normalisation. */
  images: Tensor;
  /** The other views of the same crops, float32 `[size, channels, side, side]` in [0, 1]. */
  views: Tensor[];
  /** bool `[size, N]`, true where a patch is masked. */
  masks: Tensor | null;
  /** int64 `[M]`, places of the masked patches among all size·N, counted here because on a GPU it would wait for the device. */
  masked: Tensor | null;
  /** int64 `[size]` */
  labels: Tensor | null;
  /** Place of each image in its source. */
  indices: Uint32Array;
}

/** A batch of a pass over a source. */
export interface NamedBatch extends DeviceBatch {
  /** Where each image lies. */
  names: string[];
  /** The images before they were normalised: 0-255, of chosen bands 0-65,535, `[size, channels, S, S]`; valid as long as the tensors. */
  pixels: Pixels;
}

/**
 * Pixels as images in [0, 1].
 * @param pixels `[size, channels, side, side]`, of a square
 * @returns float32 `[size, channels, side, side]`
 */
export function toImages(pixels: Pixels, size: number, channels: number, device: Device): Tensor {
  const side = Math.sqrt(pixels.length / size / channels);
  const most = pixels instanceof Uint8Array ? 255 : 65_535;
  return torch.scope(() =>
    torch.fromTypedArray(pixels, [size, channels, side, side], { device }).float().div_(most),
  );
}

/** Where a mask of 0 and 1 has its ones. */
function placesOf(mask: Uint8Array): Int32Array {
  const places = new Int32Array(mask.length);
  let count = 0;
  for (const [place, isMasked] of mask.entries()) if (isMasked) places[count++] = place;
  return places.subarray(0, count);
}

/** Brings batches to a device. */
export class ToDevice {
  private readonly normalize: Normalize | null;

  constructor(
    readonly device: Device,
    normalization: Normalization | null,
  ) {
    this.normalize = normalization && new Normalize(normalization, device);
  }

  /** The equal micro-batches of a batch, one after the other. */
  *microBatches(batch: Batch, count: number): Generator<DeviceBatch, void, void> {
    const size = batch.size / count;
    for (let from = 0; from < batch.size; from += size) yield* this.released(batch, from, size);
  }

  /** A whole batch. */
  whole(batch: Batch): Generator<DeviceBatch, void, void> {
    return this.released(batch, 0, batch.size);
  }

  private *released(batch: Batch, from: number, size: number): Generator<DeviceBatch, void, void> {
    const { device } = this;
    const own = <T extends Pixels | Int32Array | Uint32Array>(all: T) => {
      const each = all.length / batch.size;
      return all.subarray(from * each, (from + size) * each) as T;
    };
    const { tokenizerImages: second, masks, labels, indices, channels } = batch;
    const places = masks ? placesOf(own(masks)) : null;
    const tensors = torch.scope(() => {
      const images = toImages(own(batch.images), size, channels, device);
      return {
        images: this.normalize ? this.normalize.forward(images) : images,
        views: second ? [toImages(own(second), size, channels, device)] : [],
        masks: masks
          ? torch.fromTypedArray(own(masks), [size, masks.length / batch.size], { device }).to('bool')
          : null,
        masked: places ? torch.fromTypedArray(places, [places.length], { device }).long() : null,
        labels: labels ? torch.fromTypedArray(own(labels), [size], { device }).long() : null,
      };
    });
    try {
      yield { size, ...tensors, indices: own(indices) };
    } finally {
      const { images, views } = tensors;
      for (const tensor of [images, ...views, tensors.masks, tensors.masked, tensors.labels])
        tensor?.dispose();
    }
  }
}

/** How images come to a model. */
export interface ImageFormat {
  transform: Transform;
  /** Null leaves them in [0, 1]. */
  normalization: Normalization | null;
  /** Draw a block mask for each image. */
  masking?: BlockMaskingOptions;
}

/** Images as an evaluation has them for a model. @param more views beside the model's own */
export function evaluationFormat(card: Pick<ModelCard, 'image'>, more: View[] = []): ImageFormat {
  return { transform: { ...evaluationOf(card), more }, normalization: card.image };
}

/** The images that a recipe's model is evaluated on. */
export function evaluatedImages(data: Recipe['data']): ModelCard['image'] {
  const { size, resize, interpolation } = evaluationTransform(data.imageSize, data.evalCrop);
  const bands = chosenBands(data);
  const channels = bandCount(bands);
  const { mean, std } = 'mean' in data ? data : tokenizerNormalization(channels);
  return { size, channels, ...(bands && { bands }), mean, std, resize, interpolation };
}

export interface PassOptions {
  device: Device;
  /** Told of each image that cannot be read. */
  say: (sentence: string) => void;
  /** Hears how many images are done, of how many. */
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** Ends the pass with its reason when it is aborted. */
  signal?: AbortSignal | undefined;
  /** @default 0 */
  seed?: number | undefined;
  /** Threads that decode. @default 2 */
  workers?: number;
  /** Batches made ahead. @default 4 */
  prefetch?: number;
  /** Share of the images that may be unreadable before the pass fails. @default 0.01 */
  maxBroken?: number;
}

/** Images at once: as many as keep a small model's activations in the CPU's caches (256 took up to 1.8 times as long). */
const passBatch = 64;

/**
 * Goes once over the images of a source, in its order. Those that cannot be read are left out, and it is said how many.
 * @throws UserError when none can be read, or more than `maxBroken`
 */
export async function* deviceBatches(
  source: ImageSource,
  { transform, normalization, masking }: ImageFormat,
  options: PassOptions,
): AsyncGenerator<NamedBatch, void, void> {
  const { device, say, onProgress, signal, seed = 0, workers = 2, prefetch = 4, maxBroken = 0.01 } = options;
  const { length } = source;
  const batchSize = Math.min(passBatch, length);
  const loader = new ImageLoader({
    source,
    sampler: new EpochSampler({ length, batchSize, seed, shuffle: false, dropLast: false }),
    transform,
    masking,
    seed,
    workers,
    prefetch,
    maxBroken,
    broken: 'leave-out',
    signal,
    onBroken: ({ name, reason }) => say(`Skipped ${name}: ${reason}.`),
  });
  const toDevice = new ToDevice(device, normalization);
  let done = 0;
  try {
    for await (const batch of loader.batches()) {
      const names = Array.from(batch.indices, (index) => source.name(index));
      for (const whole of toDevice.whole(batch)) yield { ...whole, names, pixels: batch.images };
      done += batch.size;
      onProgress?.(done, length);
      signal?.throwIfAborted();
    }
  } finally {
    await loader.close();
  }
  if (done === 0) throw new UserError(`None of the ${length} images can be read.`);
  if (done < length) say(`Left out ${length - done} of ${length} images because they cannot be read.`);
}
