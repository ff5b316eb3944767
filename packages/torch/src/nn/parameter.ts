/** Parameter: a tensor that a module trains. */
import { native } from '../native.js';
import { checkOptions, type OptionNames } from '../options.js';
import { idOf, Tensor } from '../tensor.js';

/** Options of a Parameter. */
export interface ParameterOptions {
  /** @default true */
  requiresGrad?: boolean;
}

const parameterOptions: OptionNames<ParameterOptions> = { requiresGrad: true };

/**
 * A leaf tensor that belongs to a module. It shares the storage of `data`, requires gradients unless told otherwise,
 * and no scope frees it.
 * @throws TypeError for a tensor of integers or booleans that is to require gradients.
 */
export class Parameter extends Tensor {
  constructor(data: Tensor, options: ParameterOptions = {}) {
    const { requiresGrad = true } = checkOptions('Parameter', options, parameterOptions);
    super(native.detach(idOf(data)));
    this.requiresGrad_(requiresGrad);
    this.keep();
  }
}
