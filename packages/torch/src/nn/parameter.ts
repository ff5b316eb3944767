/** Parameter: a tensor that a module trains. */
import { native } from '../native.js';
import { idOf, Tensor } from '../tensor.js';

/** Options of a Parameter. */
export interface ParameterOptions {
  /** @default true */
  requiresGrad?: boolean;
}

/**
 * A leaf tensor that belongs to a module. It shares the storage of `data`, requires gradients unless told otherwise,
 * and no scope frees it.
 * @throws TypeError for a tensor of integers or booleans that is to require gradients.
 */
export class Parameter extends Tensor {
  constructor(data: Tensor, { requiresGrad = true }: ParameterOptions = {}) {
    super(native.detach(idOf(data)));
    this.requiresGrad_(requiresGrad);
    this.keep();
  }
}
