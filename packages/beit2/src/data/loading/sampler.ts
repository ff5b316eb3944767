/** The order in which an epoch goes through a source, the same for any number of ranks. */
import { UserError } from '../../errors.js';
import { CounterRandom, permutation } from '../random.js';
import { LocalOrder, type LocalShuffle } from './local-order.js';

export interface EpochSamplerOptions {
  /** Samples in the source. */
  length: number;
  /** Samples in a batch of one rank. */
  batchSize: number;
  seed: number;
  /** A new order each epoch: of the whole source, or of runs of it and within a buffer; source order otherwise. */
  shuffle: boolean | LocalShuffle;
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
  private readonly options: Required<EpochSamplerOptions>;
  private readonly globalBatch: number;
  private cached: { epoch: number; slice: (from: number, to: number) => Uint32Array } | undefined;

  /** @throws UserError when the source has not one whole global batch and the last batch is dropped. */
  constructor(options: EpochSamplerOptions) {
    const { rank = 0, worldSize = 1 } = options;
    this.options = { ...options, rank, worldSize };
    this.batchSize = options.batchSize;
    this.globalBatch = options.batchSize * worldSize;
    const steps = options.length / this.globalBatch;
    this.stepsPerEpoch = options.dropLast ? Math.floor(steps) : Math.ceil(steps);
    if (this.stepsPerEpoch === 0) {
      const ranks = worldSize > 1 ? ` on each of ${worldSize} processes` : '';
      throw new UserError(
        `${options.length} images do not fill one batch of ${options.batchSize}${ranks}: ` +
          'choose a smaller batch or more images.',
      );
    }
  }

  /** Source indices of this rank's batch at `step` of `epoch`. */
  batch(epoch: number, step: number): Uint32Array {
    if (step < 0 || step >= this.stepsPerEpoch) {
      throw new RangeError(`step ${step} is outside the epoch's ${this.stepsPerEpoch} steps`);
    }
    const { rank, worldSize } = this.options;
    const start = step * this.globalBatch;
    const global = this.order(epoch)(start, Math.min(this.options.length, start + this.globalBatch));
    return global.filter((_, i) => i % worldSize === rank);
  }

  /** What gives the indices at places [from, to) of an epoch. */
  private order(epoch: number): (from: number, to: number) => Uint32Array {
    if (this.cached?.epoch !== epoch) {
      const { length, seed, shuffle } = this.options;
      const stream = [seed, orderStream, epoch] as const;
      if (typeof shuffle === 'object') {
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
