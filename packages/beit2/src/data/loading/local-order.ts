import { CounterRandom, permutation } from '../random.js';

/** A shuffle that reads a source nearly in order: for data too large, or too far away, to jump about in. */
export interface LocalShuffle {
  /** Consecutive images that stay neighbours until the buffer mixes them. */
  run: number;
  /** Images that are mixed at a time. */
  buffer: number;
}

/** Keeps the buffers' streams apart from the runs' own. */
const bufferStream = 1;

/**
 * One epoch's order: runs of consecutive images in a random order, then each buffer of `buffer` images in a random order. Runs
 * are counted in images, so shard sizes do not matter; any place is found without going through those before it.
 */
export class LocalOrder {
  private readonly runs: Uint32Array;
  /** Images in the last run of the source, and the place of that run in the order. */
  private readonly lastLength: number;
  private readonly lastPlace: number;
  private cached: { number: number; order: Uint32Array } | undefined;

  /** @param stream seed and counters of the epoch's randomness */
  constructor(
    private readonly length: number,
    private readonly shuffle: LocalShuffle,
    private readonly stream: readonly [number, ...number[]],
  ) {
    const count = Math.ceil(length / shuffle.run);
    this.runs = permutation(count, new CounterRandom(...stream));
    this.lastLength = length - (count - 1) * shuffle.run;
    this.lastPlace = this.runs.indexOf(count - 1);
  }

  /** Indices at places [from, to). */
  slice(from: number, to: number): Uint32Array {
    const { buffer } = this.shuffle;
    const indices = new Uint32Array(to - from);
    for (let place = from; place < to;) {
      const number = Math.floor(place / buffer);
      const end = Math.min(to, (number + 1) * buffer);
      const mixed = this.buffer(number);
      for (; place < end; place++) indices[place - from] = mixed[place - number * buffer] ?? 0;
    }
    return indices;
  }

  private buffer(number: number): Uint32Array {
    if (this.cached?.number !== number) {
      const start = number * this.shuffle.buffer;
      const length = Math.min(this.shuffle.buffer, this.length - start);
      const order = permutation(length, new CounterRandom(...this.stream, bufferStream, number));
      this.cached = { number, order: order.map((place) => this.unmixed(start + place)) };
    }
    return this.cached.order;
  }

  /** The image at a place when only the runs are shuffled. The source's last run may be shorter than the others. */
  private unmixed(place: number): number {
    const { run } = this.shuffle;
    const lastStart = this.lastPlace * run;
    const beyond = place >= lastStart + this.lastLength;
    const full = beyond ? place + run - this.lastLength : place; // as if that run were a whole one
    return (this.runs[Math.floor(full / run)] ?? 0) * run + (full % run);
  }
}
