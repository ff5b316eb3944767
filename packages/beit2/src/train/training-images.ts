/** From a recipe's `data` section to the images that it trains on. */
import type { Recipe } from '../config/schema.js';
import type { BlockMaskingOptions } from '../data/augment/block-masking.js';
import type { ImageSource } from '../data/sources/image-source.js';
import { ImageLoader } from '../data/loading/loader.js';
import { chosenBands } from '../data/rasters/bands.js';
import { openSource } from '../data/sources/open-source.js';
import { EpochSampler } from '../data/loading/sampler.js';
import { contentOf } from '../data/sources/source-content.js';
import { withoutQuarantined } from '../data/sources/quarantine.js';
import { limitSource } from '../data/sources/subset.js';
import type { RandomCropTransform, Transform } from '../data/loading/transforms.js';
import type { View } from '../data/pixels/center-crop.js';
import { UserError } from '../errors.js';
import { hashFile } from '../files/durable-files.js';
import type { World } from './world.js';

type Data = Recipe['data'];

/** What the images of a run are opened for. */
interface Session {
  recipe: Recipe;
  world: World;
  say: (sentence: string) => void;
  /** Notes what a path of the recipe holds. */
  recognise: (key: string, content: Record<string, string | number>) => void;
  /** Aborted when a signal stops the run. */
  stopSignal: AbortSignal;
}

/** The training images of a run. @throws UserError when none are named, or a resumed run began with others */
export async function openTraining({ recipe, recognise, say }: Session): Promise<ImageSource> {
  const { data, seed, stage } = recipe;
  if (data.train === null) throw new UserError('No training images given: add data.train=FOLDER.');
  const all = await openSource(data.train, { image: data.image, split: 'train', say });
  const kept = data.exclude === null ? all : withoutQuarantined(all, data.exclude);
  if (data.exclude !== null) {
    say(
      `Left out ${all.length - kept.length} of ${all.length} images, because they are listed in ${data.exclude}.`,
    );
    recognise('data.exclude', { sha256: hashFile(data.exclude) });
  }
  const source = data.limit === null ? kept : limitSource(kept, data.limit, seed);
  const { classes, ...content } = contentOf(source === kept ? all : source);
  recognise('data.train', stage === 'finetune' && classes !== undefined ? { ...content, classes } : content);
  return source;
}

/** The images that a run is measured on: on the main rank alone, and null where the recipe names none. */
export async function openValidation({ recipe, world, say }: Session): Promise<ImageSource | null> {
  const { val, image } = recipe.data;
  return val === null || !world.isMain ? null : openSource(val, { image, split: 'val', say });
}

/** Random crops as a recipe has them. */
export function trainingTransform(data: Data, views: View[]): RandomCropTransform {
  const strength = 'colorJitter' in data ? data.colorJitter : 0;
  const randAugment = 'randAugment' in data ? data.randAugment : null;
  const jitter =
    strength > 0 ? { brightness: strength, contrast: strength, saturation: strength } : undefined;
  const bands = chosenBands(data);
  const { flipVertical, turns } = data;
  return {
    kind: 'random-crop',
    ...(bands && { bands }),
    views,
    scale: data.cropScale,
    ratio: data.cropRatio,
    flip: data.flip,
    ...((turns || flipVertical > 0) && { orientation: { flipVertical, turns } }),
    jitter,
    randAugment: randAugment && 'mean' in data ? { ...randAugment, fill: fillColor(data.mean) } : undefined,
  };
}

/** A mean colour in 8 bits. */
function fillColor(mean: readonly number[]): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = mean.map((value) => Math.min(255, Math.round(255 * value)));
  return [red, green, blue];
}

/**
 * Images of one rank in one micro-batch.
 * @param batchSize images of an optimizer step, over all ranks and micro-batches
 * @throws UserError when they do not divide evenly
 */
export function microBatchSize(batchSize: number, accumulate: number, { size }: World): number {
  const shares = accumulate * size;
  if (batchSize % shares === 0) return batchSize / shares;
  throw new UserError(
    `batchSize ${batchSize} cannot be divided among ${size} ranks times optimizer.accumulate ${accumulate}; ` +
      `choose a multiple of ${shares}.`,
  );
}

/** This rank's share of shuffled batches, with the workers and limits of the run's recipe. */
export function openLoader(
  { recipe, world, say, stopSignal }: Session,
  source: ImageSource,
  transform: Transform,
  masking?: BlockMaskingOptions,
): { loader: ImageLoader; stepsPerEpoch: number } {
  const { data, seed, batchSize, optimizer } = recipe;
  const sampler = new EpochSampler({
    length: source.length,
    parts: source.parts,
    batchSize: microBatchSize(batchSize, optimizer.accumulate, world) * optimizer.accumulate,
    seed,
    shuffle: data.shuffle ?? true,
    dropLast: true,
    rank: world.rank,
    worldSize: world.size,
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
    cacheBytes: data.cache * 1e6,
    signal: stopSignal,
    onWait: say,
    onBroken: ({ name, reason }) => say(`Skipped ${name}: ${reason}.`),
  });
  return { loader, stepsPerEpoch: sampler.stepsPerEpoch };
}
