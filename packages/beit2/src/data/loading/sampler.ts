/** The order in which an epoch goes through a source, the same for any number of ranks. */
import { UserError } from '../../errors.js';
import { CounterRandom, permutation } from '../random.js';
import { LocalOrder, type LocalShuffle } from './local-order.js';
import type { WeightedPart } from '../sources/image-source.js';
import { drawsPerEpoch, WeightedOrder } from './weighted-order.js';

export interface EpochSamplerOptions {
  /** Samples in the source. */
  length: number;
  /** Samples in a batch of one rank. */
  batchSize: number;
  seed: number;
  /** A new order each epoch: of the whole source, or of runs of it and within a buffer; source order otherwise. */
  shuffle: boolean | LocalShuffle;
  /** Parts of the source that are drawn more or less often than once an epoch; goes with a new order each epoch only. */
  parts?: readonly WeightedPart[] | undefined;
  /** Leave out the last, smaller global batch (training). */
  dropLast: boolean;
  rank?: number;
  worldSize?: number;
}

// Keeps the order's stream apart from the samples' streams of the same seed.
const orderStream = 0x6f72646572;

/**
 * Cuts each epoch's order into global batches of `batchSize * worldSize`; rank r takes items r, r + worldSize, ... of each.
 * A position is (epoch, step), nothing else: resuming needs no state.
 */
export class EpochSampler {
  readonly stepsPerEpoch: number;
  readonly batchSize: number;
  /** Draws in an epoch. */
  private readonly length: number;
  private readonly options: EpochSamplerOptions & { rank: number; worldSize: number };
  private readonly globalBatch: number;
  private cached: { epoch: number; slice: (from: number, to: number) => Uint32Array } | undefined;

  /** @throws UserError when the source has not one whole global batch and the last batch is dropped. */
  constructor(options: EpochSamplerOptions) {
    const { rank = 0, worldSize = 1 } = options;
    this.options = { ...options, rank, worldSize };
    this.batchSize = options.batchSize;
    this.globalBatch = options.batchSize * worldSize;
    this.length = options.parts ? drawsPerEpoch(options.parts) : options.length;
    checkRange(options);
    const steps = this.length / this.globalBatch;
    this.stepsPerEpoch = options.dropLast ? Math.floor(steps) : Math.ceil(steps);
    if (this.stepsPerEpoch === 0) {
      const ranks = worldSize > 1 ? ` on each of ${worldSize} processes` : '';
      throw new UserError(
        `${this.length} images do not fill one batch of ${options.batchSize}${ranks}: ` +
          'choose a smaller batch or more images.',
      );
    }
  }

  /**
   * Draws of this rank's batch at `step` of `epoch`: indices of the source, plus its length as many times as an image was gone through
   * before in the epoch.
   */
  batch(epoch: number, step: number): Uint32Array {
    if (step < 0 || step >= this.stepsPerEpoch) {
      throw new RangeError(`step ${step} is outside the epoch's ${this.stepsPerEpoch} steps`);
    }
    const { rank, worldSize } = this.options;
    const start = step * this.globalBatch;
    const global = this.order(epoch)(start, Math.min(this.length, start + this.globalBatch));
    return global.filter((_, i) => i % worldSize === rank);
  }

  /** What gives the indices at places [from, to) of an epoch. */
  private order(epoch: number): (from: number, to: number) => Uint32Array {
    if (this.cached?.epoch !== epoch) {
      const { length, seed, shuffle, parts } = this.options;
      const stream = [seed, orderStream, epoch] as const;
      if (parts && shuffle !== false) {
        const order = new WeightedOrder(parts, shuffle, seed, epoch, stream);
        this.cached = { epoch, slice: (from, to) => order.slice(from, to) };
      } else if (typeof shuffle === 'object') {
        const order = new LocalOrder(length, shuffle, stream);
        this.cached = { epoch, slice: (from, to) => order.slice(from, to) };
      } else if (shuffle) {
        const order = permutation(length, new CounterRandom(...stream));
        this.cached = { epoch, slice: (from, to) => order.subarray(from, to) };
      } else {
        const slice = (from: number, to: number) =>
          Uint32Array.from({ length: to - from }, (_, i) => from + i);
        this.cached = { epoch, slice };
      }
    }
    return this.cached.slice;
  }
}

/** @throws UserError where the draws of an epoch cannot be numbered in 32 bits */
function checkRange({ length, parts }: EpochSamplerOptions): void {
  const weight = parts?.reduce((most, part) => Math.max(most, part.weight), 1) ?? 1;
  if (length * (Math.ceil(weight) + 1) < 2 ** 32) return;
  throw new UserError(`A weight of ${weight} is too large for ${length} images: lower the weights alike.`);
}
