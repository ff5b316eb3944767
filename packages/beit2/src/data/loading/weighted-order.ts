import { CounterRandom, permutation } from '../random.js';
import type { WeightedPart } from '../sources/image-source.js';
import { LocalOrder, type LocalShuffle } from './local-order.js';

/** Keeps the streams of the passes through a part apart from those of the epochs. */
const passStream = 0x70617373;

/** Draws of a part in an epoch. */
function drawsOf({ length, weight }: WeightedPart): number {
  return length === 0 ? 0 : Math.max(1, Math.round(length * weight));
}

/** Draws of all parts in an epoch. */
export function drawsPerEpoch(parts: readonly WeightedPart[]): number {
  return parts.reduce((sum, part) => sum + drawsOf(part), 0);
}

/**
 * One epoch's order over parts with weights. Each part is gone through again and again, in passes that hold each of its images once, and an
 * epoch takes up where the one before stopped: with weight 0.5 two epochs show each image once, with 1.5 they show it three times. The
 * epoch's draws of all parts are then shuffled together.
 *
 * A draw is `repeat * length + index`, where `repeat` counts the passes within the epoch, so that the draws of an image differ.
 */
export class WeightedOrder {
  private readonly mixed: (from: number, to: number) => Uint32Array;
  private readonly starts: number[] = [0];
  private readonly firsts: number[] = [0];
  private readonly length: number;
  private readonly passes = new Map<string, Uint32Array>();

  constructor(
    private readonly parts: readonly WeightedPart[],
    private readonly shuffle: true | LocalShuffle,
    private readonly seed: number,
    private readonly epoch: number,
    stream: readonly [number, ...number[]],
  ) {
    for (const part of parts) {
      this.starts.push((this.starts.at(-1) ?? 0) + drawsOf(part));
      this.firsts.push((this.firsts.at(-1) ?? 0) + part.length);
    }
    this.length = this.firsts.at(-1) ?? 0;
    const draws = this.starts.at(-1) ?? 0;
    if (shuffle === true) {
      const order = permutation(draws, new CounterRandom(...stream));
      this.mixed = (from, to) => order.subarray(from, to);
    } else {
      const order = new LocalOrder(draws, shuffle, stream);
      this.mixed = (from, to) => order.slice(from, to);
    }
  }

  /** Draws at places [from, to). */
  slice(from: number, to: number): Uint32Array {
    return this.mixed(from, to).map((place) => this.draw(place));
  }

  /** What is drawn at a place where nothing is shuffled yet. */
  private draw(place: number): number {
    let number = 0;
    while (place >= (this.starts[number + 1] ?? Infinity)) number++;
    const part = this.parts[number];
    if (!part) throw new RangeError(`internal: draw ${place} lies in no part`);
    const before = this.epoch * drawsOf(part);
    const at = before + place - (this.starts[number] ?? 0);
    const pass = Math.floor(at / part.length);
    const repeat = pass - Math.floor(before / part.length);
    const index = this.imageOf(number, part.length, pass, at % part.length);
    return repeat * this.length + (this.firsts[number] ?? 0) + index;
  }

  /** The image at a place of a pass: in an order of the pass's own, or in that of the source where images are to be read nearly in order. */
  private imageOf(number: number, length: number, pass: number, place: number): number {
    if (this.shuffle !== true) return place;
    const key = `${number} ${pass}`;
    let order = this.passes.get(key);
    if (!order) {
      order = permutation(length, new CounterRandom(this.seed, passStream, number, pass));
      this.passes.set(key, order);
    }
    return order[place] ?? 0;
  }
}
