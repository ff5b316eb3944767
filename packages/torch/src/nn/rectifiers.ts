/** Activations that are a rectifier or like one, as modules. */
import { prelu } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { type ArgumentsOf, signature } from './arguments.js';
import {
  celu,
  elu,
  type EluOptions,
  hardsigmoid,
  hardswish,
  hardtanh,
  type HardtanhOptions,
  type InPlaceOptions,
  leakyRelu,
  type LeakyReluOptions,
  mish,
  relu,
  relu6,
  rrelu,
  type RreluOptions,
  selu,
  silu,
  threshold,
} from './functional/activation.js';
import { constant_ } from './init.js';
import { Module } from './module.js';
import { checkInteger, constantOptions, emptyParameter, type LayerOptions } from './options.js';
import type { Parameter } from './parameter.js';
import { pythonFloat } from './repr.js';

const inPlaceSignature = signature<[], InPlaceOptions>()(0, ['inplace'], {});

abstract class InPlaceActivation extends Module {
  readonly inplace: boolean;

  constructor(...args: ArgumentsOf<typeof inPlaceSignature>) {
    super();
    const [{ inplace = false }] = inPlaceSignature.read(this.constructor.name, args);
    this.inplace = inplace;
  }

  override extraRepr(): string {
    return this.inplace ? 'inplace=True' : '';
  }
}

const inPlaceRepr = (inplace: boolean): string => (inplace ? ', inplace=True' : '');

/** max(x, 0). */
export class ReLU extends InPlaceActivation {
  override forward(x: Tensor): Tensor {
    return relu(x, this.inplace);
  }
}

/** min(max(x, 0), 6). */
export class ReLU6 extends InPlaceActivation {
  override forward(x: Tensor): Tensor {
    return relu6(x, this.inplace);
  }
}

/** Self-normalizing exponential unit (Klambauer et al., 2017). */
export class SELU extends InPlaceActivation {
  override forward(x: Tensor): Tensor {
    return selu(x, this.inplace);
  }
}

/** x·σ(x), also called swish. */
export class SiLU extends InPlaceActivation {
  override forward(x: Tensor): Tensor {
    return silu(x, this.inplace);
  }
}

/** x·tanh(softplus(x)) (Misra, 2019). */
export class Mish extends InPlaceActivation {
  override forward(x: Tensor): Tensor {
    return mish(x, this.inplace);
  }
}

/** x·relu6(x + 3) / 6 (Howard et al., 2019). */
export class Hardswish extends InPlaceActivation {
  override forward(x: Tensor): Tensor {
    return hardswish(x, this.inplace);
  }

  override extraRepr(): string {
    return '';
  }
}

/** relu6(x + 3) / 6. */
export class Hardsigmoid extends InPlaceActivation {
  override forward(x: Tensor): Tensor {
    return hardsigmoid(x, this.inplace);
  }

  override extraRepr(): string {
    return '';
  }
}

const eluSignature = signature<[], EluOptions>()(0, ['alpha', 'inplace'], {});

/** x where positive, else alpha·(exp(x) - 1) (Clevert et al., 2016). */
export class ELU extends Module {
  readonly alpha: number;
  readonly inplace: boolean;

  constructor(...args: ArgumentsOf<typeof eluSignature>) {
    super();
    const [{ alpha = 1, inplace = false }] = eluSignature.read(this.constructor.name, args);
    [this.alpha, this.inplace] = [alpha, inplace];
  }

  override forward(x: Tensor): Tensor {
    return elu(x, this.alpha, this.inplace);
  }

  override extraRepr(): string {
    return `alpha=${pythonFloat(this.alpha)}${inPlaceRepr(this.inplace)}`;
  }
}

/** x where positive, else alpha·(exp(x / alpha) - 1) (Barron, 2017). */
export class CELU extends ELU {
  override forward(x: Tensor): Tensor {
    return celu(x, this.alpha, this.inplace);
  }
}

const leakyReluSignature = signature<[], LeakyReluOptions>()(0, ['negativeSlope', 'inplace'], {});

/** x where positive, else negativeSlope·x. */
export class LeakyReLU extends Module {
  readonly negativeSlope: number;
  readonly inplace: boolean;

  constructor(...args: ArgumentsOf<typeof leakyReluSignature>) {
    super();
    const [{ negativeSlope = 0.01, inplace = false }] = leakyReluSignature.read('LeakyReLU', args);
    [this.negativeSlope, this.inplace] = [negativeSlope, inplace];
  }

  override forward(x: Tensor): Tensor {
    return leakyRelu(x, this.negativeSlope, this.inplace);
  }

  override extraRepr(): string {
    return `negative_slope=${pythonFloat(this.negativeSlope)}${inPlaceRepr(this.inplace)}`;
  }
}

const rreluSignature = signature<[], Omit<RreluOptions, 'training'>>()(0, ['lower', 'upper', 'inplace'], {
  generator: true,
});

/** x where positive, else x times a slope from [lower, upper): random in training, the middle one in evaluation. */
export class RReLU extends Module {
  readonly lower: number;
  readonly upper: number;
  readonly inplace: boolean;
  readonly generator: RreluOptions['generator'];

  constructor(...args: ArgumentsOf<typeof rreluSignature>) {
    super();
    const [options] = rreluSignature.read('RReLU', args);
    const { lower = 1 / 8, upper = 1 / 3, inplace = false, generator } = options;
    [this.lower, this.upper, this.inplace, this.generator] = [lower, upper, inplace, generator];
  }

  override forward(x: Tensor): Tensor {
    const { lower, upper, training, inplace, generator } = this;
    return rrelu(x, { lower, upper, training, inplace, generator });
  }

  override extraRepr(): string {
    return `lower=${pythonFloat(this.lower)}, upper=${pythonFloat(this.upper)}${inPlaceRepr(this.inplace)}`;
  }
}

const hardtanhSignature = signature<[], HardtanhOptions>()(0, ['minVal', 'maxVal', 'inplace'], {});

/** x cut to [minVal, maxVal]. */
export class Hardtanh extends Module {
  readonly minVal: number;
  readonly maxVal: number;
  readonly inplace: boolean;

  /** @throws RangeError unless minVal is below maxVal. */
  constructor(...args: ArgumentsOf<typeof hardtanhSignature>) {
    super();
    const [{ minVal = -1, maxVal = 1, inplace = false }] = hardtanhSignature.read('Hardtanh', args);
    if (!(minVal < maxVal)) {
      throw new RangeError(`Hardtanh: expected minVal below maxVal but received ${minVal} and ${maxVal}`);
    }
    [this.minVal, this.maxVal, this.inplace] = [minVal, maxVal, inplace];
  }

  override forward(x: Tensor): Tensor {
    return hardtanh(x, this.minVal, this.maxVal, this.inplace);
  }

  override extraRepr(): string {
    const range = `min_val=${pythonFloat(this.minVal)}, max_val=${pythonFloat(this.maxVal)}`;
    return `${range}${inPlaceRepr(this.inplace)}`;
  }
}

const thresholdSignature = signature<[threshold: number, value: number], InPlaceOptions>()(
  2,
  ['inplace'],
  {},
);

/** x where above `threshold`, else `value`. */
export class Threshold extends Module {
  readonly threshold: number;
  readonly value: number;
  readonly inplace: boolean;

  constructor(...args: ArgumentsOf<typeof thresholdSignature>) {
    super();
    const [limit, value, { inplace = false }] = thresholdSignature.read('Threshold', args);
    [this.threshold, this.value, this.inplace] = [limit, value, inplace];
  }

  override forward(x: Tensor): Tensor {
    return threshold(x, this.threshold, this.value, this.inplace);
  }

  override extraRepr(): string {
    return `threshold=${this.threshold}, value=${this.value}${inPlaceRepr(this.inplace)}`;
  }
}

/** Options of PReLU. */
export interface PReLUOptions extends Omit<LayerOptions, 'generator'> {
  /** Slopes: one for all channels, or one for each. @default 1 */
  numParameters?: number;
  /** What the slopes start from. @default 0.25 */
  init?: number;
}

const preluSignature = signature<[], PReLUOptions>()(0, ['numParameters', 'init'], constantOptions);

/** x where positive, else a learned slope times x (He et al., 2015). */
export class PReLU extends Module {
  readonly numParameters: number;
  /** `[numParameters]` */
  weight: Parameter;

  constructor(...args: ArgumentsOf<typeof preluSignature>) {
    super();
    const [{ numParameters = 1, init = 0.25, dtype, device }] = preluSignature.read('PReLU', args);
    this.numParameters = checkInteger('PReLU', 'numParameters', numParameters);
    this.weight = constant_(emptyParameter([numParameters], { dtype, device }), init);
  }

  override forward(x: Tensor): Tensor {
    return prelu(x, this.weight);
  }

  override extraRepr(): string {
    return `num_parameters=${this.numParameters}`;
  }
}
