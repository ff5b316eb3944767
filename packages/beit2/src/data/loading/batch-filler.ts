/** Makes one batch: decodes, transforms and masks its samples into a slot of shared memory. */
import { BlockMasking, type BlockMaskingOptions } from '../augment/block-masking.js';
import { DecodedCache, type DecodedCacheMemory } from './decoded-cache.js';
import { allOfIt, BrokenImageError, decodeImage, reading } from '../pixels/decode.js';
import type { OnWait } from '../remote/patience.js';
import type { ImageReader, SourceDescription } from '../sources/image-source.js';
import { openReader } from '../sources/open-source.js';
import { PixelWorkspace, wholeOf } from '../pixels/pixels.js';
import { CounterRandom } from '../random.js';
import { decodeNeeded, decodeWide } from '../rasters/wide-image.js';
import {
  channelsOf,
  transformImage,
  viewSizes,
  type Pixels,
  type ReadImage,
  type Transform,
} from './transforms.js';

/** Memory of one batch; `views[v]` is `[batch, channels, size, size]`, `masks` is `[batch, cells]` of 0 and 1. */
export interface Slot {
  views: Pixels[];
  masks: Uint8Array | undefined;
  /** The image that stands in each place: where one was broken its replacement, or the next one that could be read. */
  indices: Uint32Array;
}

/** What a thread needs to make batches. */
export interface FillerSetup {
  source: SourceDescription;
  /** Images in the source. */
  length: number;
  transform: Transform;
  masking: BlockMaskingOptions | undefined;
  seed: number;
  slots: Slot[];
  cache: DecodedCacheMemory | undefined;
  /** One number: orders of another generation are no longer wanted. */
  generation: Int32Array;
  /** Leave broken images out instead of taking their neighbours. */
  leaveOut: boolean;
}

export interface BatchOrder {
  slot: number;
  epoch: number;
  /** As the sampler gives them: an index of the source, plus its length for each time that it came before in the epoch. */
  draws: Uint32Array;
  generation: number;
}

/** An image that could not be read, and why. */
export interface BrokenImage {
  index: number;
  reason: string;
}

/** More images in a row than this are no accident: the source is gone. */
export const replacementTries = 20;

/** No image could be found for a place in the batch. */
export class NoReplacementError extends Error {
  override readonly name = 'NoReplacementError';

  constructor(readonly broken: BrokenImage) {
    super(broken.reason);
  }
}

// Samples under way at once: one is decoded by libvips' thread while another is resampled here.
const samplesAtOnce = 2;
/** In a slot's indices: the image of that place could not be read. */
const missing = 2 ** 32 - 1;
const [transformStream, maskStream] = [0, 1];

/** Makes batches one after the other. What a sample looks like depends on (seed, epoch, draw) alone. */
export class BatchFiller {
  private readonly source: ImageReader;
  private readonly workspace = new PixelWorkspace();
  private readonly masking: BlockMasking | undefined;
  private readonly cache: DecodedCache | undefined;

  /** @param onWait told when a server keeps the images waiting */
  constructor(
    private readonly setup: FillerSetup,
    onWait?: OnWait,
  ) {
    this.source = openReader(setup.source, onWait);
    this.masking = setup.masking && new BlockMasking(setup.masking);
    this.cache = setup.cache && new DecodedCache(setup.cache);
  }

  /** Fills the order's slot, unless its generation ends before. @returns the broken images it met */
  async fill(order: BatchOrder): Promise<BrokenImage[]> {
    const broken: BrokenImage[] = [];
    let next = 0;
    const line = async (): Promise<void> => {
      for (let place = next++; place < order.draws.length; place = next++) {
        if (Atomics.load(this.setup.generation, 0) !== order.generation) return;
        await this.fillSample(order, place, broken);
      }
    };
    await Promise.all(Array.from({ length: samplesAtOnce }, line));
    if (this.setup.leaveOut && broken.length > 0) this.closeGaps(order);
    return broken;
  }

  /** Moves what could be read to the front, in its order. */
  private closeGaps({ slot: number, draws: { length } }: BatchOrder): void {
    const slot = this.setup.slots[number];
    if (!slot) return;
    const { indices, masks, views } = slot;
    const all = [...views, ...(masks ? [masks] : []), indices];
    let to = 0;
    for (let from = 0; from < length; from++) {
      if (indices[from] === missing) continue;
      for (const array of all) {
        const each = array.length / indices.length;
        array.copyWithin(to * each, from * each, (from + 1) * each);
      }
      to++;
    }
  }

  private async fillSample(order: BatchOrder, place: number, broken: BrokenImage[]): Promise<void> {
    const { seed, length, transform, slots, leaveOut } = this.setup;
    const slot = slots[order.slot];
    const sample = order.draws[place];
    if (!slot || sample === undefined) return;
    if (this.masking && slot.masks) {
      const cells = this.masking.rows * this.masking.columns;
      const mask = slot.masks.subarray(place * cells, (place + 1) * cells);
      this.masking.draw(new CounterRandom(seed, order.epoch, sample, maskStream), mask);
    }
    const targets = viewSizes(transform).map((size, view) => {
      const values = channelsOf(transform) * size * size;
      return slot.views[view]?.subarray(place * values, (place + 1) * values) ?? new Uint8Array(0);
    });
    // A broken image is replaced by the next one in the source, seen with this sample's randomness.
    for (let attempt = 1; ; attempt++) {
      const index = (sample + attempt - 1) % length;
      const random = new CounterRandom(seed, order.epoch, sample, transformStream);
      try {
        await transformImage(transform, this.reader(index), random, this.workspace, targets);
        slot.indices[place] = index;
        return;
      } catch (error) {
        if (!(error instanceof BrokenImageError)) throw error;
        const image = { index, reason: error.message };
        if (leaveOut) {
          slot.indices[place] = missing;
          broken.push(image);
          return;
        }
        if (attempt === Math.min(replacementTries, length)) throw new NoReplacementError(image);
        broken.push(image);
      }
    }
  }

  private reader(index: number): ReadImage {
    const { cache } = this;
    const bytes = (): Promise<Uint8Array> => reading(this.source.read(index));
    const box = this.source.box?.(index);
    const { bands } = this.setup.transform;
    if (!cache) return async (choose) => decodeNeeded(await bytes(), bands, choose, box);
    return async (choose) => {
      let image = cache.get(index);
      if (!image) {
        image = bands
          ? await decodeWide(await bytes(), bands, allOfIt, box)
          : await decodeImage(await bytes(), box);
        cache.put(index, image);
      }
      choose(image);
      return { ...image, region: wholeOf(image) };
    };
  }
}
