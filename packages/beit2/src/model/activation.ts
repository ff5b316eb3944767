/** The nonlinearities of the field's MLPs. */
import { nn, type Tensor } from '@beit2/torch';
import type { Activation } from './model-card.js';

/** Applies an activation, element by element. */
export function activate(x: Tensor, activation: Activation): Tensor {
  switch (activation) {
    case 'gelu':
      return nn.functional.gelu(x);
    case 'gelu_tanh':
      return nn.functional.gelu(x, { approximate: 'tanh' });
    case 'quick_gelu':
      return x.mul(x.mul(1.702).sigmoid());
    case 'relu':
      return x.relu();
  }
}
