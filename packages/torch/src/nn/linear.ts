/** Linear layers. */
import { checkOptions, type OptionNames } from '../options.js';
import type { Tensor } from '../tensor.js';
import { linear } from './linear-map.js';
import { Module } from './module.js';
import {
  checkInteger,
  emptyParameter,
  type LayerOptions,
  layerOptions,
  startLikePyTorch,
} from './options.js';
import type { Parameter } from './parameter.js';
import { pythonBool } from './repr.js';

/** Options of Linear. */
export interface LinearOptions extends LayerOptions {
  /** @default true */
  bias?: boolean;
}

const linearOptions: OptionNames<LinearOptions> = { bias: true, ...layerOptions };

/** y = x·Wᵀ + b on the last dimension: `[…, in]` → `[…, out]`. Both start uniform on ±1/sqrt(in). */
export class Linear extends Module {
  readonly inFeatures: number;
  readonly outFeatures: number;
  /** `[out, in]` */
  weight: Parameter;
  /** `[out]` */
  bias: Parameter | null;

  constructor(inFeatures: number, outFeatures: number, options: LinearOptions = {}) {
    super();
    const { bias = true, dtype, device, generator } = checkOptions('Linear', options, linearOptions);
    this.inFeatures = checkInteger('Linear', 'inFeatures', inFeatures);
    this.outFeatures = checkInteger('Linear', 'outFeatures', outFeatures);
    this.weight = emptyParameter([outFeatures, inFeatures], { dtype, device });
    this.bias = bias ? emptyParameter([outFeatures], { dtype, device }) : null;
    startLikePyTorch(this.weight, this.bias, generator);
  }

  override forward(x: Tensor): Tensor {
    return linear(x, this.weight, this.bias);
  }

  override extraRepr(): string {
    const sizes = `in_features=${this.inFeatures}, out_features=${this.outFeatures}`;
    return `${sizes}, bias=${pythonBool(this.bias !== null)}`;
  }
}
