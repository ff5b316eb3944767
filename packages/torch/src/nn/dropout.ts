/** Dropout. */
import { dropout } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { Module } from './module.js';
import { checkProbability } from './options.js';

/** In training, zeroes each element with probability `p` and scales the others by 1 / (1 - p) (Srivastava et al., 2014). */
export class Dropout extends Module {
  readonly p: number;

  /** @param p Probability in [0, 1]. */
  constructor(p = 0.5) {
    super();
    this.p = checkProbability('Dropout', 'p', p);
  }

  override forward(x: Tensor): Tensor {
    return this.training && this.p > 0 ? dropout(x, this.p, true) : x;
  }

  override extraRepr(): string {
    return `p=${this.p}, inplace=False`;
  }
}
