/** Batches of an image source, made ahead of their use. */
import { UserError } from '../../errors.js';
import { NoReplacementError, replacementTries, type BrokenImage, type Slot } from './batch-filler.js';
import type { BlockMaskingOptions } from '../augment/block-masking.js';
import { DecodedCache } from './decoded-cache.js';
import type { ImageSource } from '../sources/image-source.js';
import type { OnWait } from '../remote/patience.js';
import type { EpochSampler } from './sampler.js';
import { channelsOf, checkTransform, viewSizes, type Pixels, type Transform } from './transforms.js';
import { InlineMaker, WorkerPool, type BatchMaker } from './worker-pool.js';

export interface ImageLoaderOptions {
  source: ImageSource;
  sampler: EpochSampler;
  transform: Transform;
  /** Draw a block mask for each sample. */
  masking?: BlockMaskingOptions;
  seed: number;
  /** Worker threads; 0 decodes in the main thread. */
  workers: number;
  /** Batches made ahead of the one in use. */
  prefetch: number;
  /** Share of the source's images (0-1) that may be broken before the run fails. */
  maxBroken: number;
  /** Keep up to so many bytes of decoded images in memory: later epochs decode nothing. Turns reduced decoding off. */
  cacheBytes?: number;
  /**
   * A broken image: `replace` takes the next one of the source, seen as it would have been, which keeps batches whole; `leave-out`
   * makes the batch smaller, which keeps figures right.
   * @default 'replace'
   */
  broken?: 'replace' | 'leave-out';
  /** When it is aborted, waiting for a batch ends with its reason, however long the batch would take. */
  signal?: AbortSignal | undefined;
  /** Told once about each broken image. */
  onBroken?: (image: { name: string; reason: string }) => void;
  /** Told when a server keeps the images waiting, once in ten seconds at most. */
  onWait?: OnWait;
}

/** Pixels are 0-255, of chosen bands 0-65,535, channels first: `[size, channels, side, side]`. The arrays are valid until `release`. */
export interface Batch {
  epoch: number;
  /** Step within the epoch, from 0. */
  step: number;
  /** Samples in the batch. */
  size: number;
  channels: number;
  images: Pixels;
  /** The second view of the same crops, where the transform has one. */
  tokenizerImages?: Pixels;
  /** `[size, rows * columns]`, 1 = masked. */
  masks?: Uint8Array;
  labels?: Int32Array;
  /** Place of each image in the source. */
  indices: Uint32Array;
  /** Gives the memory back to be filled anew: call it when the arrays are copied. Asking for the next batch does it too. */
  release(): void;
}

/** Where to start and for how many epochs to go on. */
export interface BatchRange {
  epoch?: number;
  step?: number;
  epochs?: number;
}

const quietMs = 10_000;

interface Ahead {
  epoch: number;
  step: number;
  size: number;
  slot: number;
  generation: number;
  made: Promise<BrokenImage[]>;
}

/** Delivers batches in order. Their content does not depend on the number of workers. Close it when done. */
export class ImageLoader {
  /** Milliseconds that consumers have waited for batches. */
  waitedMs = 0;
  private readonly slots: Slot[];
  private readonly maker: BatchMaker;
  private readonly generation = new Int32Array(new SharedArrayBuffer(4));
  private readonly brokenImages = new Set<number>();
  private busy = false;
  /** What an iteration before has still under way, in the memory that the next one fills. */
  private leftOver: Promise<unknown> = Promise.resolve();
  private quietUntil = 0;

  /** @throws UserError when the transform or the masking makes no sense. */
  constructor(private readonly options: ImageLoaderOptions) {
    const { source, sampler, transform, masking, seed, workers, prefetch, cacheBytes } = options;
    checkTransform(transform);
    this.slots = Array.from({ length: prefetch + 1 }, () => makeSlot(sampler.batchSize, transform, masking));
    const setup = {
      source: source.describe(),
      length: source.length,
      transform,
      masking,
      seed,
      slots: this.slots,
      cache: cacheBytes
        ? DecodedCache.create(source.length, cacheBytes, transform.bands?.bands.length ?? null).memory
        : undefined,
      generation: this.generation,
      leaveOut: options.broken === 'leave-out',
    };
    this.maker =
      workers > 0 ? new WorkerPool(setup, workers, this.tellWait) : new InlineMaker(setup, this.tellWait);
  }

  /** Images found broken so far. */
  get broken(): number {
    return this.brokenImages.size;
  }

  /**
   * Batches from (epoch, step) on, through `epochs` epochs (Infinity: until the consumer stops). One iteration at a time.
   * @throws UserError when more than the allowed share of the images is broken; Error when a worker fails.
   */
  async *batches({ epoch = 0, step = 0, epochs = 1 }: BatchRange = {}): AsyncGenerator<Batch, void, void> {
    if (this.busy) throw new Error('ImageLoader: only one iteration at a time; end the other one first');
    this.busy = true;
    await this.leftOver;
    const positions = this.positions(epoch, step, epochs);
    const free = this.slots.map((_, slot) => slot);
    const ahead: Ahead[] = [];
    let ended = false;
    const order = (): void => {
      for (let slot = free.pop(); slot !== undefined && !ended; slot = free.pop()) {
        const next = positions.next();
        if (next.done) return;
        ahead.push(this.order(slot, next.value));
      }
    };
    try {
      order();
      for (let next = ahead.shift(); next; next = ahead.shift()) {
        const { slot } = next;
        const size = await this.arrival(next);
        let released = false;
        const release = (): void => {
          if (released) return;
          released = true;
          free.push(slot);
          order();
        };
        if (size > 0) yield this.batch({ ...next, size }, release);
        release();
      }
    } finally {
      ended = true;
      Atomics.add(this.generation, 0, 1); // what is still under way is not wanted any more
      // Not awaited: where the data do not answer it never ends.
      this.leftOver = Promise.allSettled(ahead.map(({ made }) => made));
      this.busy = false;
    }
  }

  /** Names of the images of a batch, in its order; a broken one's replacement is not among them. */
  names(epoch: number, step: number): string[] {
    const { sampler, source } = this.options;
    return Array.from(sampler.batch(epoch, step), (draw) => source.name(draw % source.length));
  }

  /** Ends the worker threads. */
  async close(): Promise<void> {
    Atomics.add(this.generation, 0, 1);
    await this.maker.close();
  }

  /** All threads wait for the same server: one of them is enough to hear of. */
  private readonly tellWait = (sentence: string): void => {
    if (performance.now() < this.quietUntil) return;
    this.quietUntil = performance.now() + quietMs;
    this.options.onWait?.(sentence);
  };

  private *positions(
    firstEpoch: number,
    firstStep: number,
    epochs: number,
  ): Generator<{ epoch: number; step: number }> {
    let step = firstStep;
    for (let epoch = firstEpoch; epoch < firstEpoch + epochs; epoch++, step = 0) {
      for (; step < this.options.sampler.stepsPerEpoch; step++) yield { epoch, step };
    }
  }

  private order(slot: number, { epoch, step }: { epoch: number; step: number }): Ahead {
    const draws = this.options.sampler.batch(epoch, step);
    const generation = Atomics.load(this.generation, 0);
    const made = this.maker.make({ slot, epoch, draws, generation });
    made.catch(() => undefined); // reported when its turn comes
    return { epoch, step, size: draws.length, slot, generation, made };
  }

  /** Waits for a batch. @returns its size */
  private async arrival({ made, generation, size }: Ahead): Promise<number> {
    const start = performance.now();
    try {
      const broken = await orAborted(made, this.options.signal);
      this.count(broken);
      if (Atomics.load(this.generation, 0) !== generation)
        throw new Error('ImageLoader: closed while in use');
      return this.options.broken === 'leave-out' ? size - broken.length : size;
    } catch (error) {
      if (!(error instanceof NoReplacementError)) throw error;
      const { index, reason } = error.broken;
      const { source } = this.options;
      throw new UserError(
        `${Math.min(replacementTries, source.length)} images in a row cannot be read; the last is ` +
          `${source.name(index)}: ${reason}. Is the data still there?`,
      );
    } finally {
      this.waitedMs += performance.now() - start;
    }
  }

  private count(broken: BrokenImage[]): void {
    const { source, maxBroken, onBroken, broken: way = 'replace' } = this.options;
    const allowed = allowedBroken(source.length, maxBroken);
    for (const { index, reason } of broken) {
      if (this.brokenImages.has(index)) continue;
      this.brokenImages.add(index);
      const name = source.name(index);
      onBroken?.({ name, reason });
      if (this.broken <= allowed) continue;
      const advice = way === 'replace' ? ', or raise data.maxBroken' : '';
      throw new UserError(
        `${this.broken} of ${source.length} images cannot be read, more than the ${100 * maxBroken} % allowed; the ` +
          `last is ${name}: ${reason}. Remove or repair them (\`beit2 data stats\` lists them)${advice}.`,
      );
    }
  }

  private batch({ epoch, step, size, slot }: Ahead, release: () => void): Batch {
    const memory = this.slots[slot];
    const [images, tokenizerImages] = (memory?.views ?? []).map((view) =>
      part(view, size, this.options.sampler.batchSize),
    );
    if (!memory || !images) throw new Error(`internal: no slot ${slot}`);
    const { source, sampler } = this.options;
    const indices = part(memory.indices, size, sampler.batchSize);
    const channels = channelsOf(this.options.transform);
    const batch: Batch = { epoch, step, size, channels, images, indices, release };
    if (tokenizerImages) batch.tokenizerImages = tokenizerImages;
    if (memory.masks) batch.masks = part(memory.masks, size, sampler.batchSize);
    if (source.classes) batch.labels = Int32Array.from(indices, (index) => source.label(index) ?? -1);
    return batch;
  }
}

/** Broken images that are no reason to stop, whatever their share: one of sixty is an accident. */
const fewBroken = 3;

/** How many images may be broken: a share of them, or a few where there are few; none where the share is 0. */
function allowedBroken(length: number, share: number): number {
  return share === 0 ? 0 : Math.max(share * length, Math.min(fewBroken, (length - 1) / 2));
}

/** Waits for `made`, or for the signal, which rejects with its reason. */
async function orAborted<T>(made: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return made;
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([made, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** The first `size` of `batchSize` samples. */
function part<T extends Pixels | Uint32Array>(whole: T, size: number, batchSize: number): T {
  return whole.subarray(0, (whole.length / batchSize) * size) as T;
}

function makeSlot(batchSize: number, transform: Transform, masking: BlockMaskingOptions | undefined): Slot {
  const shared = (bytes: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(bytes));
  const values = (count: number): Pixels =>
    transform.bands ? new Uint16Array(new SharedArrayBuffer(2 * count)) : shared(count);
  return {
    views: viewSizes(transform).map((size) => values(batchSize * channelsOf(transform) * size * size)),
    masks: masking && shared(batchSize * masking.grid[0] * masking.grid[1]),
    indices: new Uint32Array(new SharedArrayBuffer(4 * batchSize)),
  };
}
