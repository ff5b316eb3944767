/** From a recipe's `data` section to sources and loaders. */
import type { Recipe } from '../config/schema.js';
import type { BlockMaskingOptions } from '../data/block-masking.js';
import type { ImageSource } from '../data/image-source.js';
import { ImageLoader } from '../data/loader.js';
import { openSource } from '../data/open-source.js';
import { EpochSampler } from '../data/sampler.js';
import { limitSource } from '../data/subset.js';
import {
  evaluationTransform,
  type RandomCropTransform,
  type Transform,
  type View,
} from '../data/transforms.js';
import { UserError } from '../errors.js';
import type { Group } from '../train/replicas.js';
import type { Run } from '../train/run-folder.js';

type Data = Recipe['data'];

/** Images at once in an evaluation: as many as keep a small model's activations in the CPU's caches (256 took up to 1.8 times as long). */
export const evaluationBatch = 64;

/** The training images of a recipe. @throws UserError when none are named */
export async function openTraining({ data, seed }: { data: Data; seed: number }): Promise<ImageSource> {
  if (data.train === null) throw new UserError('No training images are named: add data.train=FOLDER.');
  const source = await openSource(data.train);
  return data.limit === null ? source : limitSource(source, data.limit, seed);
}

/** Random crops as a recipe has them. */
export function trainingTransform(data: Data, views: View[]): RandomCropTransform {
  const strength = 'colorJitter' in data ? data.colorJitter : 0;
  const randAugment = 'randAugment' in data ? data.randAugment : null;
  const jitter =
    strength > 0 ? { brightness: strength, contrast: strength, saturation: strength } : undefined;
  return {
    kind: 'random-crop',
    views,
    scale: data.cropScale,
    ratio: data.cropRatio,
    flip: data.flip,
    jitter,
    randAugment: randAugment && 'mean' in data ? { ...randAugment, fill: fillColor(data.mean) } : undefined,
  };
}

/** A mean colour in 8 bits. */
function fillColor(mean: readonly number[]): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = mean.map((value) => Math.min(255, Math.round(255 * value)));
  return [red, green, blue];
}

export interface LoaderSpec {
  source: ImageSource;
  transform: Transform;
  masking?: BlockMaskingOptions;
  /** Images in a batch, over all ranks. */
  batchSize: number;
  /** Shuffle, and leave out the last smaller batch. */
  training: boolean;
  /** Ranks that share each batch. */
  group?: Group;
}

/** Workers and limits of a loader. */
export interface Loading {
  data: Pick<Data, 'workers' | 'prefetch' | 'maxBroken' | 'cache'>;
  seed: number;
}

/** Workers and limits for measuring a model: those of its recipe, or the usual ones for weights from elsewhere. */
export function loadingOf({ recipe }: { recipe: Recipe | null }): Loading {
  return recipe ?? { data: { workers: 2, prefetch: 4, maxBroken: 0.01, cache: 0 }, seed: 0 };
}

/** A loader for `spec` with workers and limits such as a recipe's. @returns it with its sampler */
export function openLoader(
  { data, seed }: Loading,
  { source, transform, masking, batchSize, training, group = null }: LoaderSpec,
  say: (sentence: string) => void,
): { loader: ImageLoader; stepsPerEpoch: number } {
  const { length } = source;
  const sampler = new EpochSampler({
    length,
    batchSize: (training ? batchSize : Math.min(batchSize, length)) / (group?.size ?? 1),
    seed,
    shuffle: training,
    dropLast: training,
    rank: group?.rank,
    worldSize: group?.size,
  });
  const loader = new ImageLoader({
    source,
    sampler,
    transform,
    masking,
    seed,
    workers: data.workers,
    prefetch: data.prefetch,
    maxBroken: data.maxBroken,
    cacheBytes: training ? data.cache * 1e6 : 0,
    onBroken: ({ name, reason }) => say(`Skipped ${name}: ${reason}.`),
  });
  return { loader, stepsPerEpoch: sampler.stepsPerEpoch };
}

/** A loader of the images that a run is measured on: on rank 0 alone, and null where the recipe names none. */
export async function openValidation(
  run: Run,
  spec: Omit<LoaderSpec, 'source' | 'training'>,
): Promise<ImageLoader | null> {
  const { recipe, options } = run;
  const { val } = recipe.data;
  if (val === null || (options.group?.rank ?? 0) > 0) return null;
  const validation = { ...spec, source: await openSource(val), training: false };
  return openLoader(recipe, validation, (sentence) => run.say(sentence)).loader;
}

/** What evaluation makes of an image. */
export function evaluation(
  data: Pick<Data, 'imageSize' | 'evalCrop'>,
): ReturnType<typeof evaluationTransform> {
  return evaluationTransform(data.imageSize, data.evalCrop);
}
