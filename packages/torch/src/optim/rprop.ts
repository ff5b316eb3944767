/** Resilient propagation. */
import { fullLike, zerosLike } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { wrap } from '../tensor.js';
import { checkNotNegative } from './checks.js';
import { countSteps, gradientsOf } from './directions.js';
import { type Batch, Optimizer, type ParamGroup, type ParamsInput } from './optimizer.js';

/** Hyperparameters of Rprop, of each group. */
export interface RpropHyper {
  /** Step size at the start. @default 1e-2 */
  lr: number;
  /** Factors of a step size when the gradient's sign changes and when it stays. @default [0.5, 1.2] */
  etas: readonly [number, number];
  /** Least and largest step size. @default [1e-6, 50] */
  stepSizes: readonly [number, number];
  /** Climb instead of descend. @default false */
  maximize: boolean;
}

/** Steps by the sign of the gradient alone, each weight with a size of its own (Riedmiller and Braun, 1993); for whole batches. */
export class Rprop extends Optimizer<RpropHyper> {
  constructor(params: ParamsInput<RpropHyper>, options: Partial<RpropHyper> = {}) {
    super(params, options, { lr: 1e-2, etas: [0.5, 1.2], stepSizes: [1e-6, 50], maximize: false });
  }

  protected override check(label: string, { lr, etas: [less, more] }: ParamGroup<RpropHyper>): void {
    checkNotNegative(label, 'lr', lr);
    if (!(less > 0 && less < 1 && more > 1)) {
      throw new RangeError(
        `${label}: expected etas of which one is in (0, 1) and the other above 1 but received [${less}, ${more}]`,
      );
    }
  }

  protected override freshState(
    param: Tensor,
    { lr }: ParamGroup<RpropHyper>,
  ): Record<string, Tensor | number> {
    return { step: 0, prev: zerosLike(param), step_size: fullLike(param, lr) };
  }

  protected override update(group: ParamGroup<RpropHyper>, batch: Batch): void {
    const [less, more] = group.etas;
    const [least, most] = group.stepSizes;
    countSteps(batch);
    for (const [i, id] of gradientsOf(batch, group.maximize).entries()) {
      const [grad, previous] = [wrap(id), wrap(batch.state.prev?.[i])];
      const sizes = wrap(batch.state.step_size?.[i]);
      const agreement = grad.mul(previous);
      const [turned, kept] = [agreement.lt(0), agreement.gt(0)];
      sizes.mul_(agreement.fill_(1).maskedFill_(turned, less).maskedFill_(kept, more)).clamp_(least, most);
      const followed = grad.maskedFill(turned, 0);
      wrap(batch.params[i]).addcmul_(followed.sign(), sizes, { value: -1 });
      previous.copy_(followed);
    }
  }
}
