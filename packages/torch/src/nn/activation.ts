/** Activations as modules; their functions are in the package itself (`torch.gelu`, `torch.tanh` …). */
import { gelu, relu, tanh } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { checkOptions, type OptionNames } from '../options.js';
import { Module } from './module.js';

/** Options of GELU. */
export interface GELUOptions {
  /** `none` is exact (erf), `tanh` the approximation of GPT-2. @default 'none' */
  approximate?: 'none' | 'tanh';
}

const geluOptions: OptionNames<GELUOptions> = { approximate: true };

/** x·Φ(x), with the standard normal's Φ (Hendrycks and Gimpel, 2016). */
export class GELU extends Module {
  readonly approximate: 'none' | 'tanh';

  constructor(options: GELUOptions = {}) {
    super();
    const { approximate = 'none' } = checkOptions('GELU', options, geluOptions);
    if (!['none', 'tanh'].includes(approximate)) {
      throw new RangeError(`GELU: expected 'none' or 'tanh' for approximate but received '${approximate}'`);
    }
    this.approximate = approximate;
  }

  override forward(x: Tensor): Tensor {
    return gelu(x, { approximate: this.approximate });
  }

  override extraRepr(): string {
    return `approximate='${this.approximate}'`;
  }
}

/** The hyperbolic tangent. */
export class Tanh extends Module {
  override forward(x: Tensor): Tensor {
    return tanh(x);
  }
}

/** max(x, 0). */
export class ReLU extends Module {
  override forward(x: Tensor): Tensor {
    return relu(x);
  }
}

/** x itself: stands where a part is switched off. */
export class Identity extends Module {
  override forward(x: Tensor): Tensor {
    return x;
  }
}
