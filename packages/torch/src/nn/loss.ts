/** What losses as modules share: each keeps the options of the function of its name. */
import type { Tensor } from '../tensor.js';
import { signature } from './arguments.js';
import type { WeightedLossOptions } from './functional/classification-losses.js';
import type { MarginLossOptions } from './functional/ranking-losses.js';
import { type LossOptions, type Reduction, reductionCode } from './functional/reduction.js';
import { Module } from './module.js';

/** A loss by element or of each sample, and how these become the result. */
export abstract class Loss extends Module {
  readonly reduction: Reduction;

  constructor(reduction: Reduction = 'mean') {
    super();
    reductionCode(this.constructor.name, reduction);
    this.reduction = reduction;
  }
}

/** A loss with a weight for each class, which is a buffer: in the state dict, and moved by to(). */
export abstract class WeightedLoss extends Loss {
  weight: Tensor | null;

  constructor({ weight = null, reduction }: WeightedLossOptions) {
    super(reduction);
    this.weight = this.registerBuffer('weight', weight);
  }
}

/** Of losses that take a reduction alone. */
export const lossSignature = signature<[], LossOptions>()(0, [], { reduction: true });
/** Of losses that take weights of classes too. */
export const weightedSignature = signature<[], WeightedLossOptions>()(0, ['weight'], { reduction: true });
/** Of losses that take a margin too. */
export const marginSignature = signature<[], MarginLossOptions>()(0, ['margin'], { reduction: true });

/** A loss that is 0 where scores are apart by a margin. */
export abstract class MarginLoss extends Loss {
  readonly margin: number;

  constructor({ margin = 0, reduction }: MarginLossOptions) {
    super(reduction);
    this.margin = margin;
  }
}
