/** Stochastic gradient descent. */
import { zerosLike } from '../generated/functions.js';
import type { TensorId } from '../native.js';
import type { Tensor } from '../tensor.js';
import { checkAllNotNegative } from './checks.js';
import { fusedSgd } from './kernels.js';
import { type Batch, Optimizer, type ParamGroup, type ParamsInput } from './optimizer.js';

/** Hyperparameters of SGD, of each group. */
export interface SGDHyper {
  /** @default 1e-3 */
  lr: number;
  /** Share of the last step's direction kept in this one. @default 0 */
  momentum: number;
  /** Share of the gradient left out of the direction from the second step on. @default 0 */
  dampening: number;
  /** Times the weight, added to the gradient. @default 0 */
  weightDecay: number;
  /** Nesterov's form of momentum; without dampening only. @default false */
  nesterov: boolean;
  /** Climb instead of descend. @default false */
  maximize: boolean;
}

/** SGD with momentum (Sutskever et al., 2013, in PyTorch's form: v ← μ·v + g, w ← w - lr·v), on the fused kernel. */
export class SGD extends Optimizer<SGDHyper> {
  protected override readonly skipsOnDevice = true;

  constructor(params: ParamsInput<SGDHyper>, options: Partial<SGDHyper> = {}) {
    super(params, options, {
      lr: 1e-3,
      momentum: 0,
      dampening: 0,
      weightDecay: 0,
      nesterov: false,
      maximize: false,
    });
  }

  protected override check(label: string, group: ParamGroup<SGDHyper>): void {
    const { lr, momentum, weightDecay } = group;
    checkAllNotNegative(label, { lr, momentum, weightDecay });
    if (group.nesterov && (momentum === 0 || group.dampening !== 0)) {
      throw new RangeError(`${label}: nesterov needs a momentum greater than 0 and a dampening of 0`);
    }
  }

  protected override freshState(param: Tensor, { momentum }: ParamGroup<SGDHyper>): Record<string, Tensor> {
    return momentum === 0 ? {} : { momentum_buffer: zerosLike(param) };
  }

  protected override update(group: ParamGroup<SGDHyper>, batch: Batch, foundInf: TensorId | null): void {
    const { lr, momentum, dampening, weightDecay, nesterov, maximize } = group;
    const buffers = momentum === 0 ? [] : (batch.state.momentum_buffer ?? []);
    if (momentum !== 0 && buffers.length !== batch.params.length) {
      throw new Error(
        'SGD: momentum was 0 when these parameters were first stepped, so it cannot be switched on',
      );
    }
    fusedSgd(
      batch.params,
      batch.grads,
      buffers,
      weightDecay,
      momentum,
      lr,
      dampening,
      nesterov,
      maximize,
      batch.isFirst && dampening !== 0, // zeros give the same first direction where nothing is left out
      null,
      foundInf,
    );
  }
}
