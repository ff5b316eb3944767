/** Losses between numbers, as modules. */
import type { Tensor } from '../tensor.js';
import { type ArgumentsOf, signature } from './arguments.js';
import {
  gaussianNllLoss,
  type GaussianNllLossOptions,
  huberLoss,
  type HuberLossOptions,
  l1Loss,
  mseLoss,
  poissonNllLoss,
  type PoissonNllLossOptions,
  smoothL1Loss,
  type SmoothL1LossOptions,
} from './functional/regression-losses.js';
import { Loss, lossSignature } from './loss.js';

/** (x - target)², by element. */
export class MSELoss extends Loss {
  constructor(...args: ArgumentsOf<typeof lossSignature>) {
    super(lossSignature.read('MSELoss', args)[0].reduction);
  }

  override forward(x: Tensor, target: Tensor): Tensor {
    return mseLoss(x, target, { reduction: this.reduction });
  }
}

/** |x - target|, by element. */
export class L1Loss extends Loss {
  constructor(...args: ArgumentsOf<typeof lossSignature>) {
    super(lossSignature.read('L1Loss', args)[0].reduction);
  }

  override forward(x: Tensor, target: Tensor): Tensor {
    return l1Loss(x, target, { reduction: this.reduction });
  }
}

const smoothL1Signature = signature<[], SmoothL1LossOptions>()(0, [], { reduction: true, beta: true });

/** (x - target)² / (2·beta) below beta, else |x - target| - beta / 2. */
export class SmoothL1Loss extends Loss {
  readonly beta: number;

  constructor(...args: ArgumentsOf<typeof smoothL1Signature>) {
    const [{ reduction, beta = 1 }] = smoothL1Signature.read('SmoothL1Loss', args);
    super(reduction);
    this.beta = beta;
  }

  override forward(x: Tensor, target: Tensor): Tensor {
    return smoothL1Loss(x, target, { reduction: this.reduction, beta: this.beta });
  }
}

const huberSignature = signature<[], Omit<HuberLossOptions, 'weight'>>()(0, ['reduction', 'delta'], {});

/** (x - target)² / 2 below delta, else delta·(|x - target| - delta / 2). */
export class HuberLoss extends Loss {
  readonly delta: number;

  constructor(...args: ArgumentsOf<typeof huberSignature>) {
    const [{ reduction, delta = 1 }] = huberSignature.read('HuberLoss', args);
    super(reduction);
    this.delta = delta;
  }

  override forward(x: Tensor, target: Tensor): Tensor {
    return huberLoss(x, target, { reduction: this.reduction, delta: this.delta });
  }
}

const gaussianSignature = signature<[], GaussianNllLossOptions>()(0, [], {
  full: true,
  eps: true,
  reduction: true,
});

/** (log(variance) + (x - target)² / variance) / 2. */
export class GaussianNLLLoss extends Loss {
  readonly full: boolean;
  readonly eps: number;

  constructor(...args: ArgumentsOf<typeof gaussianSignature>) {
    const [{ full = false, eps = 1e-6, reduction }] = gaussianSignature.read('GaussianNLLLoss', args);
    super(reduction);
    [this.full, this.eps] = [full, eps];
  }

  override forward(x: Tensor, target: Tensor, variance: Tensor | number): Tensor {
    const { full, eps, reduction } = this;
    return gaussianNllLoss(x, target, variance, { full, eps, reduction });
  }
}

const poissonSignature = signature<[], PoissonNllLossOptions>()(0, ['logInput', 'full'], {
  eps: true,
  reduction: true,
});

/** rate - target·log(rate). */
export class PoissonNLLLoss extends Loss {
  readonly logInput: boolean;
  readonly full: boolean;
  readonly eps: number;

  constructor(...args: ArgumentsOf<typeof poissonSignature>) {
    const [options] = poissonSignature.read('PoissonNLLLoss', args);
    super(options.reduction);
    const { logInput = true, full = false, eps = 1e-8 } = options;
    [this.logInput, this.full, this.eps] = [logInput, full, eps];
  }

  override forward(x: Tensor, target: Tensor): Tensor {
    const { logInput, full, eps, reduction } = this;
    return poissonNllLoss(x, target, { logInput, full, eps, reduction });
  }
}
