import { openSource } from '../data/open-source.js';
import { CounterRandom, permutation } from '../data/random.js';
import { limitSource } from '../data/subset.js';
import type { CodedImage, GalleryData } from '../report/gallery.js';
import { codedImages } from './coded-images.js';
import { colorsOf } from './encode.js';
import { prepareEngine } from './engine.js';
import { findTrained, loadTokenizer } from './trained.js';

/** Pixels of images that are kept for the page, so that large images do not fill the memory. */
const keptPixels = 40e6;

export interface GalleryCollection {
  /** Look at so many images at most, drawn by the run's seed. */
  limit: number;
  say: (sentence: string) => void;
  onProgress: (done: number) => void;
}

/** What the gallery page of a trained tokenizer shows of a source. @throws UserError when run or images are missing */
export async function collectGallery(
  path: string,
  images: readonly string[],
  { limit, say, onProgress }: GalleryCollection,
): Promise<GalleryData> {
  const device = prepareEngine(findTrained(path, say).recipe);
  const { tokenizer, recipe } = loadTokenizer(path, device, say);
  const source = limitSource(await openSource(images), Math.floor(limit), recipe.seed);
  const counts = Array<number>(recipe.quantizer.codes).fill(0);
  const kept: CodedImage[] = [];
  const most = Math.max(1, Math.floor(keptPixels / recipe.data.imageSize ** 2));
  // Sources list their classes one after the other, so the kept images are spread over all of them, and mixed.
  const every = Math.max(1, Math.ceil(source.length / most));
  let done = 0;
  for await (const image of codedImages(tokenizer, recipe, source, device, say)) {
    for (const code of image.codes) counts[code] = (counts[code] ?? 0) + 1;
    if (done % every === 0) kept.push(image);
    onProgress(++done);
  }
  const order = permutation(kept.length, new CounterRandom(recipe.seed));
  return {
    source: `${path} on ${images.join(' ')}`,
    images: Array.from(order, (i) => kept[i] ?? []).flat(),
    counts,
    colors: colorsOf(tokenizer),
  };
}
