/**
 * Block-wise masking of BEiT (Bao et al. 2021, algorithm 1), with BEiT v2's numbers: rectangles of random area and aspect
 * are added until `masked` cells are covered, then single cells make the count exact.
 */
import { UserError } from '../../errors.js';
import type { CounterRandom } from '../random.js';

export interface BlockMaskingOptions {
  /** Rows and columns of the patch grid. */
  grid: readonly [number, number];
  /** Masked cells in each mask: exactly so many. */
  masked: number;
  /** Smallest area that a block aims at, in cells. */
  minBlock: number;
  /** Largest area that a block aims at; what is still missing when not given. */
  maxBlock?: number | null;
  /** Smallest ratio of height to width; the largest is its inverse. */
  minAspect?: number;
}

const triesPerBlock = 10;

/** Draws masks for one patch grid: 1 = masked. */
export class BlockMasking {
  readonly rows: number;
  readonly columns: number;
  readonly masked: number;
  private readonly minBlock: number;
  private readonly maxBlock: number;
  private readonly logAspect: number;

  /** @throws UserError when more cells are to be masked than the grid has, or a number is no positive one. */
  constructor(options: BlockMaskingOptions) {
    [this.rows, this.columns] = options.grid;
    this.masked = options.masked;
    this.minBlock = options.minBlock;
    this.maxBlock = options.maxBlock ?? Infinity;
    const minAspect = options.minAspect ?? 0.3;
    this.logAspect = Math.abs(Math.log(minAspect));
    const cells = this.rows * this.columns;
    if (!Number.isInteger(this.masked) || this.masked < 0 || this.masked > cells) {
      throw new UserError(
        `Masking: cannot mask ${this.masked} patches of a ${this.rows} x ${this.columns} grid; ` +
          `choose a whole number from 0 to ${cells}.`,
      );
    }
    if (!(this.minBlock > 0) || !(this.maxBlock > 0) || !(minAspect > 0)) {
      throw new UserError('Masking: the block sizes and the aspect ratio must be greater than 0.');
    }
  }

  /** Writes one mask of `rows * columns` cells, row by row, to `mask`. */
  draw(random: CounterRandom, mask: Uint8Array): void {
    mask.fill(0);
    let count = 0;
    while (count < this.masked) {
      const added = this.addBlock(random, mask, Math.min(this.masked - count, this.maxBlock));
      if (added === 0) break;
      count += added;
    }
    for (; count < this.masked; count++) setRandomCell(random, mask, 0, 1);
    for (; count > this.masked; count--) setRandomCell(random, mask, 1, 0);
  }

  /** Tries to mask one rectangle that covers at least 1 and at most `limit` new cells; returns how many it covered. */
  private addBlock(random: CounterRandom, mask: Uint8Array, limit: number): number {
    for (let attempt = 0; attempt < triesPerBlock; attempt++) {
      const area = random.uniform(this.minBlock, limit);
      const aspect = Math.exp(random.uniform(-this.logAspect, this.logAspect));
      const height = Math.round(Math.sqrt(area * aspect));
      const width = Math.round(Math.sqrt(area / aspect));
      if (height >= this.rows || width >= this.columns) continue;
      const top = random.int(this.rows - height + 1);
      const left = random.int(this.columns - width + 1);
      const fresh = height * width - this.count(mask, top, left, height, width);
      if (fresh === 0 || fresh > limit) continue;
      for (let row = top; row < top + height; row++) {
        mask.fill(1, row * this.columns + left, row * this.columns + left + width);
      }
      return fresh;
    }
    return 0;
  }

  /** Masked cells inside a rectangle. */
  private count(mask: Uint8Array, top: number, left: number, height: number, width: number): number {
    let sum = 0;
    for (let row = top; row < top + height; row++) {
      const start = row * this.columns + left;
      for (let i = start; i < start + width; i++) sum += mask[i] ?? 0;
    }
    return sum;
  }
}

/** Turns a uniformly chosen cell of value `from` into `to`. */
function setRandomCell(random: CounterRandom, mask: Uint8Array, from: number, to: number): void {
  let candidates = 0;
  for (const cell of mask) if (cell === from) candidates++;
  let chosen = random.int(candidates);
  for (const [i, cell] of mask.entries()) {
    if (cell === from && chosen-- === 0) mask[i] = to;
  }
}
