import { openSource } from '../data/sources/open-source.js';
import { CounterRandom, permutation } from '../data/random.js';
import { limitSource } from '../data/sources/subset.js';
import type { CodedImage, GalleryData } from '../report/gallery.js';
import { codedImages } from './coded-images.js';
import { colorsOf } from './encode.js';
import { openForUse, type UseOptions } from '../open/open-for-use.js';

/** Pixels of images that are kept for the page, so that large images do not fill the memory. */
const keptPixels = 40e6;

export interface GalleryCollection extends UseOptions {
  /** Look at so many images at most, drawn by the run's seed. */
  limit: number;
  onProgress: (done: number, total: number) => void;
}

/** What the gallery page of a trained tokenizer shows of a source. @throws UserError when tokenizer or images are missing */
export async function collectGallery(
  reference: string,
  images: readonly string[],
  { limit, onProgress, ...options }: GalleryCollection,
): Promise<GalleryData> {
  const { opened, device, seed } = await openForUse(reference, 'tokenizer', options);
  const { model: tokenizer, card } = opened;
  const source = limitSource(await openSource(images, { say: options.say }), Math.floor(limit), seed);
  const counts = Array<number>(tokenizer.config.quantizer.codes).fill(0);
  const kept: CodedImage[] = [];
  const most = Math.max(1, Math.floor(keptPixels / card.image.size ** 2));
  // Sources list their classes one after the other, so the kept images are spread over all of them, and mixed.
  const every = Math.max(1, Math.ceil(source.length / most));
  let done = 0;
  for await (const image of codedImages(opened, source, { device, say: options.say })) {
    for (const code of image.codes) counts[code] = (counts[code] ?? 0) + 1;
    if (done % every === 0) kept.push(image);
    onProgress(++done, source.length);
  }
  const order = permutation(kept.length, new CounterRandom(seed));
  return {
    source: `${reference} on ${images.join(' ')}`,
    images: Array.from(order, (i) => kept[i] ?? []).flat(),
    counts,
    colors: colorsOf(tokenizer),
  };
}
