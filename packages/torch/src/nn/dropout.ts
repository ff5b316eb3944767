/** Dropout layers. */
import type { Tensor } from '../tensor.js';
import { type ArgumentsOf, signature } from './arguments.js';
import {
  alphaDropout,
  dropout,
  dropout1d,
  dropout2d,
  dropout3d,
  type DropoutOptions,
  featureAlphaDropout,
} from './functional/dropout.js';
import { Module } from './module.js';
import { checkProbability } from './options.js';
import { pythonBool, pythonFloat } from './repr.js';

const dropoutSignature = signature<[], Omit<DropoutOptions, 'training'>>()(0, ['p', 'inplace'], {});

abstract class DropoutBase extends Module {
  readonly p: number;
  readonly inplace: boolean;

  constructor(...args: ArgumentsOf<typeof dropoutSignature>) {
    super();
    const [{ p = 0.5, inplace = false }] = dropoutSignature.read(this.constructor.name, args);
    this.p = checkProbability(this.constructor.name, 'p', p);
    this.inplace = inplace;
  }

  override extraRepr(): string {
    return `p=${pythonFloat(this.p)}, inplace=${pythonBool(this.inplace)}`;
  }
}

/** In training, zeroes each element with probability `p` and scales the others by 1 / (1 - p) (Srivastava et al., 2014). */
export class Dropout extends DropoutBase {
  override forward(x: Tensor): Tensor {
    return this.training && this.p > 0 ? dropout(x, this.p, true, this.inplace) : x;
  }
}

/** Dropout of whole channels of `[B, C, L]` or `[C, L]`. */
export class Dropout1d extends DropoutBase {
  override forward(x: Tensor): Tensor {
    return dropout1d(x, this.p, this.training, this.inplace);
  }
}

/** Dropout of whole channels of `[B, C, H, W]`. */
export class Dropout2d extends DropoutBase {
  override forward(x: Tensor): Tensor {
    return dropout2d(x, this.p, this.training, this.inplace);
  }
}

/** Dropout of whole channels of `[B, C, D, H, W]` or `[C, D, H, W]`. */
export class Dropout3d extends DropoutBase {
  override forward(x: Tensor): Tensor {
    return dropout3d(x, this.p, this.training, this.inplace);
  }
}

/** Dropout that keeps mean and variance of what SELU gives (Klambauer et al., 2017). */
export class AlphaDropout extends DropoutBase {
  override forward(x: Tensor): Tensor {
    return alphaDropout(x, this.p, this.training);
  }
}

/** AlphaDropout of whole channels. */
export class FeatureAlphaDropout extends DropoutBase {
  override forward(x: Tensor): Tensor {
    return featureAlphaDropout(x, this.p, this.training);
  }
}
