/** Other activations, as modules: sigmoids, shrinkers, softmax, gates. */
import {
  gelu,
  glu,
  hardshrink,
  logSigmoid,
  sigmoid,
  softplus,
  softshrink,
  tanh,
} from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { type ArgumentsOf, signature } from './arguments.js';
import { checkChoice, checkDim, checkNdim } from './checks.js';
import { logSoftmax, softmax, softmin, softsign, tanhshrink } from './functional/activation.js';
import { Module } from './module.js';
import { pythonFloat } from './repr.js';

const approximations = ['none', 'tanh'] as const;

/** Options of GELU. */
export interface GELUOptions {
  /** `none` is exact (erf), `tanh` the approximation of GPT-2. @default 'none' */
  approximate?: (typeof approximations)[number];
}

const geluSignature = signature<[], GELUOptions>()(0, ['approximate'], {});

/** x·Φ(x), with the standard normal's Φ (Hendrycks and Gimpel, 2016). */
export class GELU extends Module {
  readonly approximate: 'none' | 'tanh';

  constructor(...args: ArgumentsOf<typeof geluSignature>) {
    super();
    const [{ approximate = 'none' }] = geluSignature.read('GELU', args);
    this.approximate = checkChoice('GELU', 'approximate', approximations, approximate);
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

/** 1 / (1 + exp(-x)). */
export class Sigmoid extends Module {
  override forward(x: Tensor): Tensor {
    return sigmoid(x);
  }
}

/** log(sigmoid(x)). */
export class LogSigmoid extends Module {
  override forward(x: Tensor): Tensor {
    return logSigmoid(x);
  }
}

/** x / (1 + |x|). */
export class Softsign extends Module {
  override forward(x: Tensor): Tensor {
    return softsign(x);
  }
}

/** x - tanh(x). */
export class Tanhshrink extends Module {
  override forward(x: Tensor): Tensor {
    return tanhshrink(x);
  }
}

/** Options of Softplus. */
export interface SoftplusOptions {
  /** @default 1 */
  beta?: number;
  /** beta·x from which it is x itself. @default 20 */
  threshold?: number;
}

const softplusSignature = signature<[], SoftplusOptions>()(0, ['beta', 'threshold'], {});

/** log(1 + exp(beta·x)) / beta. */
export class Softplus extends Module {
  readonly beta: number;
  readonly threshold: number;

  constructor(...args: ArgumentsOf<typeof softplusSignature>) {
    super();
    const [{ beta = 1, threshold: limit = 20 }] = softplusSignature.read('Softplus', args);
    [this.beta, this.threshold] = [beta, limit];
  }

  override forward(x: Tensor): Tensor {
    return softplus(x, this.beta, this.threshold);
  }

  override extraRepr(): string {
    return `beta=${pythonFloat(this.beta)}, threshold=${pythonFloat(this.threshold)}`;
  }
}

/** Options of Softshrink and Hardshrink. */
export interface ShrinkOptions {
  /** Half the width of what becomes 0. @default 0.5 */
  lambd?: number;
}

const shrinkSignature = signature<[], ShrinkOptions>()(0, ['lambd'], {});

/** x towards 0 by lambd, and 0 below that. */
export class Softshrink extends Module {
  readonly lambd: number;

  constructor(...args: ArgumentsOf<typeof shrinkSignature>) {
    super();
    const [{ lambd = 0.5 }] = shrinkSignature.read(this.constructor.name, args);
    this.lambd = lambd;
  }

  override forward(x: Tensor): Tensor {
    return softshrink(x, this.lambd);
  }

  override extraRepr(): string {
    return pythonFloat(this.lambd);
  }
}

/** x where |x| is above lambd, else 0. */
export class Hardshrink extends Softshrink {
  override forward(x: Tensor): Tensor {
    return hardshrink(x, this.lambd);
  }
}

abstract class AlongDim extends Module {
  readonly dim: number;

  constructor(dim: number) {
    super();
    this.dim = checkDim(this.constructor.name, dim);
  }

  override extraRepr(): string {
    return `dim=${this.dim}`;
  }
}

/** exp(x) / sum of exp(x) along `dim`. */
export class Softmax extends AlongDim {
  override forward(x: Tensor): Tensor {
    return softmax(x, this.dim);
  }
}

/** Softmax over the channels of `[B, C, H, W]` or `[C, H, W]`. */
export class Softmax2d extends Module {
  override forward(x: Tensor): Tensor {
    checkNdim('Softmax2d', x, [3, 4]);
    return softmax(x, -3);
  }
}

/** Softmax of -x. */
export class Softmin extends AlongDim {
  override forward(x: Tensor): Tensor {
    return softmin(x, this.dim);
  }
}

/** log(softmax(x)). */
export class LogSoftmax extends AlongDim {
  override forward(x: Tensor): Tensor {
    return logSoftmax(x, this.dim);
  }
}

/** Options of GLU. */
export interface GLUOptions {
  /** The dimension that is halved. @default -1 */
  dim?: number;
}

const gluSignature = signature<[], GLUOptions>()(0, ['dim'], {});

/** The first half times σ of the second (Dauphin et al., 2017). */
export class GLU extends Module {
  readonly dim: number;

  constructor(...args: ArgumentsOf<typeof gluSignature>) {
    super();
    const [{ dim = -1 }] = gluSignature.read('GLU', args);
    this.dim = checkDim('GLU', dim);
  }

  override forward(x: Tensor): Tensor {
    return glu(x, this.dim);
  }

  override extraRepr(): string {
    return `dim=${this.dim}`;
  }
}
