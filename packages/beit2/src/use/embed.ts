/** Features of a source of images, for search or any other use. */
import { resolve } from 'node:path';
import { openSource } from '../data/sources/open-source.js';
import { hashModel } from '../open/hash-weights.js';
import type { Opened } from '../open/open-model.js';
import type { FeatureSet } from '../search/feature-set.js';
import type { Pooling } from '../model/vision-transformer.js';
import { ownPooling } from '../model/vision-transformer.js';
import { imageVectors, poolImages, type VectorOptions } from './image-vectors.js';

export interface EmbedOptions extends VectorOptions {
  /** Default: the pooling that the model was trained with. */
  pooling?: Pooling | undefined;
  /** Hears how many images are done. */
  onProgress: (done: number, total: number) => void;
}

/**
 * One vector for each readable image.
 * @param reference how the model was named, kept with the vectors so that a search can embed its queries alike
 * @param images folder, tar files or image files, as `openSource` takes them
 * @throws UserError when the images are missing
 */
export async function embedImages(
  opened: Opened<'encoder' | 'classifier'>,
  reference: string,
  images: readonly string[],
  options: EmbedOptions,
): Promise<FeatureSet> {
  const { model } = opened;
  const pooling = options.pooling ?? ownPooling(model);
  const paths = images.map((path) => resolve(path));
  const source = await openSource(paths, { say: options.say });
  const { dim } = model.config;
  const values = new Float32Array(source.length * dim);
  const names: string[] = [];
  const forward = (batch: Parameters<typeof poolImages>[1]) => poolImages(model, batch, pooling);
  for await (const { name, vector } of imageVectors(opened, source, forward, options)) {
    values.set(vector, names.length * dim);
    names.push(name);
    options.onProgress(names.length, source.length);
  }
  const isName = /^(hf:|https?:)/.test(reference);
  return {
    names,
    dim,
    values: values.subarray(0, names.length * dim),
    origin: {
      model: isName ? reference : resolve(reference),
      pooling,
      sha256: hashModel(opened),
      source: paths,
    },
  };
}
