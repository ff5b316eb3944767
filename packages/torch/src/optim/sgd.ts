/** Stochastic gradient descent. */
import { zerosLike } from '../generated/functions.js';
import type { TensorId } from '../native.js';
import type { Tensor } from '../tensor.js';
import { fusedSgd } from './kernels.js';
import {
  type Batch,
  checkNotNegative,
  Optimizer,
  type ParamGroup,
  type ParamGroupInput,
} from './optimizer.js';

/** Hyperparameters of SGD, of each group. */
export interface SGDHyper {
  /** @default 1e-3 */
  lr: number;
  /** Share of the last step's direction kept in this one. @default 0 */
  momentum: number;
  /** Times the weight, added to the gradient. @default 0 */
  weightDecay: number;
  /** Nesterov's form of momentum. @default false */
  nesterov: boolean;
}

/** SGD with momentum (Sutskever et al., 2013, in PyTorch's form: v ← μ·v + g, w ← w - lr·v), on the fused kernel. */
export class SGD extends Optimizer<SGDHyper> {
  constructor(
    params: Iterable<Tensor> | Iterable<ParamGroupInput<SGDHyper>>,
    { lr = 1e-3, momentum = 0, weightDecay = 0, nesterov = false }: Partial<SGDHyper> = {},
  ) {
    super(params, { lr, momentum, weightDecay, nesterov });
  }

  protected override check(label: string, group: ParamGroup<SGDHyper>): void {
    checkNotNegative(label, 'lr', group.lr);
    checkNotNegative(label, 'momentum', group.momentum);
    checkNotNegative(label, 'weightDecay', group.weightDecay);
    if (group.nesterov && group.momentum === 0) {
      throw new RangeError(`${label}: nesterov needs a momentum greater than 0`);
    }
  }

  // Zeros make the first step's direction the gradient itself, as PyTorch's first step has it.
  protected override freshState(param: Tensor, { momentum }: ParamGroup<SGDHyper>): Record<string, Tensor> {
    return momentum === 0 ? {} : { momentum_buffer: zerosLike(param) };
  }

  protected override update(group: ParamGroup<SGDHyper>, batch: Batch, foundInf: TensorId | null): void {
    const { lr, momentum, weightDecay, nesterov } = group;
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
      0,
      nesterov,
      false,
      false,
      null,
      foundInf,
    );
  }
}
