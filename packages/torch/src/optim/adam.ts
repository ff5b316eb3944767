/** Adam and AdamW, on libtorch's fused kernels. */
import type { Device } from '../dtype.js';
import { full, zeros, zerosLike } from '../generated/functions.js';
import { noGrad } from '../modes.js';
import { native, type TensorId } from '../native.js';
import { idOf, type Tensor } from '../tensor.js';
import { checkAllNotNegative, checkBetas } from './checks.js';
import {
  foreachAddScalar,
  foreachAddTensor,
  fusedAdam,
  type FusedAdam,
  fusedAdamOnDevice,
  fusedAdamW,
  fusedAdamWOnDevice,
} from './kernels.js';
import { type Batch, Optimizer, type ParamGroup, type ParamsInput } from './optimizer.js';

/** Hyperparameters of Adam, of each group. */
export interface AdamHyper {
  /** @default 1e-3 */
  lr: number;
  /** Decay of the averages of the gradient and of its square, in [0, 1). @default [0.9, 0.999] */
  betas: readonly [number, number];
  /** Added to the root of the squared gradient's average. @default 1e-8 */
  eps: number;
  /** Times the weight, added to the gradient; for AdamW the share of a weight taken off at each step, times lr. @default 0, AdamW 0.01 */
  weightDecay: number;
  /** Divide by the largest average of the squared gradient so far (Reddi et al., 2018). @default false */
  amsgrad: boolean;
  /** Climb instead of descend. @default false */
  maximize: boolean;
  /**
   * Keep the rate on the device, as float32 on a GPU, so that a step captured in a Graph takes a changed one: see uploadRates().
   * The other hyperparameters stay in a graph as they were. @default false
   */
  capturable: boolean;
}

/** A group's rate on a device, and what it was last set to. */
interface Rate {
  tensor: Tensor;
  value: number;
}

/** Hyperparameters of AdamW, of each group: those of Adam. */
export type AdamWHyper = AdamHyper;

abstract class FusedAdamOptimizer extends Optimizer<AdamHyper> {
  protected override readonly skipsOnDevice = true;
  protected abstract readonly kernel: FusedAdam;
  protected abstract readonly capturableKernel: FusedAdam;
  readonly #rates = new Map<ParamGroup<AdamHyper>, Map<Device, Rate>>();

  /**
   * Brings changed rates of capturable groups to their devices. step() does it itself; a captured one cannot: call this before
   * each replay().
   */
  uploadRates(): void {
    for (const [{ lr }, devices] of this.#rates) {
      for (const rate of devices.values()) setRate(rate, lr);
    }
  }

  #rateOn(device: Device, group: ParamGroup<AdamHyper>): TensorId {
    const { lr } = group;
    let devices = this.#rates.get(group);
    if (devices === undefined) this.#rates.set(group, (devices = new Map<Device, Rate>()));
    let rate = devices.get(device);
    if (rate === undefined) {
      // The kernels of accelerators take float32; the CPU's reads the number that a plain step would have.
      const dtype = device === 'cpu' ? 'float64' : 'float32';
      devices.set(device, (rate = { tensor: full([], lr, { dtype, device }).keep(), value: lr }));
    }
    setRate(rate, lr);
    return idOf(rate.tensor);
  }

  protected override check(label: string, { lr, betas, eps, weightDecay }: ParamGroup<AdamHyper>): void {
    checkAllNotNegative(label, { lr, eps, weightDecay });
    checkBetas(label, betas);
  }

  protected override freshState(param: Tensor, { amsgrad }: ParamGroup<AdamHyper>): Record<string, Tensor> {
    // The kernel reads the count of steps on the device, where a step that found infinities can take it back.
    const step = zeros([], { dtype: 'float32', device: param.device });
    const state = { step, exp_avg: zerosLike(param), exp_avg_sq: zerosLike(param) };
    return amsgrad ? { ...state, max_exp_avg_sq: zerosLike(param) } : state;
  }

  protected override update(group: ParamGroup<AdamHyper>, batch: Batch, foundInf: TensorId | null): void {
    const { lr, betas, eps, weightDecay, amsgrad, maximize, capturable } = group;
    const { exp_avg: averages = [], exp_avg_sq: squares = [], step: steps = [] } = batch.state;
    const largest = amsgrad ? (batch.state.max_exp_avg_sq ?? []) : [];
    if (amsgrad && largest.length !== batch.params.length) {
      const { name } = this.constructor;
      throw new Error(
        `${name}: amsgrad was off when these parameters were first stepped, so it cannot be switched on`,
      );
    }
    foreachAddScalar(steps, 1);
    const [first = -1] = batch.params;
    const rate = capturable ? this.#rateOn(native.device(first) as Device, group) : lr;
    const kernel = capturable ? this.capturableKernel : this.kernel;
    kernel(
      batch.params,
      batch.grads,
      averages,
      squares,
      largest,
      steps,
      rate,
      betas[0],
      betas[1],
      weightDecay,
      eps,
      amsgrad,
      maximize,
      null,
      foundInf,
    );
    if (foundInf !== null) foreachAddTensor(steps, foundInf, -1);
  }
}

function setRate(rate: Rate, lr: number): void {
  if (rate.value === lr) return;
  noGrad(() => rate.tensor.fill_(lr));
  rate.value = lr;
}

const defaults: AdamHyper = {
  lr: 1e-3,
  betas: [0.9, 0.999],
  eps: 1e-8,
  weightDecay: 0,
  amsgrad: false,
  maximize: false,
  capturable: false,
};

/** Adam (Kingma and Ba, 2015); its weight decay is an L2 term of the gradient. */
export class Adam extends FusedAdamOptimizer {
  protected override readonly kernel = fusedAdam;
  protected override readonly capturableKernel = fusedAdamOnDevice;

  constructor(params: ParamsInput<AdamHyper>, options: Partial<AdamHyper> = {}) {
    super(params, options, defaults);
  }
}

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019).
 * @example new optim.AdamW([{ params: decayed, weightDecay: 0.05 }, { params: others, weightDecay: 0 }], { lr: 1.5e-3 });
 */
export class AdamW extends FusedAdamOptimizer {
  protected override readonly kernel = fusedAdamW;
  protected override readonly capturableKernel = fusedAdamWOnDevice;

  constructor(params: ParamsInput<AdamWHyper>, options: Partial<AdamWHyper> = {}) {
    super(params, options, { ...defaults, weightDecay: 0.01 });
  }
}
