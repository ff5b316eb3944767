/** Arithmetic of a training step: float32, bfloat16 autocast, or float16 autocast with a scaled loss. */
import type { Tensor } from '@beit2/torch';
import * as torch from '@beit2/torch';
import { UserError } from '../errors.js';

export type PrecisionName = 'float32' | 'bfloat16' | 'float16';

/** How much faster bfloat16 products must be to be taken: a step is more than products, and casts cost it time. */
const worthwhile = 1.25;

/** What `precision: auto` means on a device: bfloat16 where its products were measured to be clearly faster, else float32. */
export function fastPrecision(device: torch.Device): PrecisionName {
  const { float32, bfloat16 } = torch.measurement(device).matmul;
  return float32 > worthwhile * bfloat16 ? 'bfloat16' : 'float32';
}

/** One sentence for a precision that costs time on this device; null where it does not. */
export function slowPrecision(name: PrecisionName, device: torch.Device): string | null {
  if (name === 'float16' || name === fastPrecision(device)) return null;
  const { float32, bfloat16 } = torch.measurement(device).matmul;
  const times = name === 'float32' ? float32 / bfloat16 : bfloat16 / float32;
  if (times < worthwhile) return null;
  const fast = name === 'float32' ? 'bfloat16' : 'float32';
  const why = name === 'bfloat16' ? `this ${device === 'cpu' ? 'processor' : 'device'} emulates it: ` : '';
  return `precision ${name} is slow here: ${why}its matrix products take ${times.toFixed(1)} times as long as in ${fast}, which precision=auto would use.`;
}

/** The optimizers whose step it takes. */
type Optimizer = torch.optim.AdamW | torch.optim.SGD;

/** Below this loss scale float16 gradients overflow whatever is done. */
const smallestScale = 2 ** -14;
const scaleCheckEvery = 100; // steps, as reading the scale waits for the device

/**
 * @example
 * const loss = precision.forward(() => model.forward(images));
 * precision.backward(loss);
 * const gradNorm = precision.step(optimizer, recipe.optimizer.clipGrad);
 */
export class Precision {
  private readonly name: PrecisionName;
  private readonly scaler: torch.optim.GradScaler | null;
  private steps = 0;

  /**
   * @param setting A recipe's `precision`.
   * @throws UserError for float16 on a device other than CUDA
   */
  constructor(
    setting: PrecisionName | 'auto',
    private readonly device: torch.Device,
  ) {
    const name = setting === 'auto' ? fastPrecision(device) : setting;
    this.name = name;
    if (name === 'float16' && !device.startsWith('cuda')) {
      throw new UserError(`precision float16 needs a CUDA device, not ${device}; use precision=bfloat16.`);
    }
    this.scaler = name === 'float16' ? new torch.optim.GradScaler() : null;
  }

  /** Runs a model's forward pass under autocast, or as it is in float32. */
  forward<T>(body: () => torch.Synchronous<T>): T {
    return torch.profiler.range('forward', () =>
      this.name === 'float32'
        ? (body() as T)
        : torch.autocast<T>({ device: this.device, dtype: this.name }, body),
    );
  }

  /** A forward pass without gradients, whose tensors are freed. @param use takes its result, outside autocast */
  infer<T, R>(body: () => torch.Synchronous<T>, use: (result: T) => torch.Synchronous<R>): R {
    const compute = () => torch.inferenceMode<R>(() => use(this.forward<T>(body)));
    return torch.scope<R>(compute as () => torch.Synchronous<R>);
  }

  /** Adds the gradients of a loss, scaled in float16. */
  backward(loss: Tensor): void {
    torch.profiler.range('backward', () => (this.scaler?.scale(loss) ?? loss).backward());
  }

  /**
   * Clips the gradients to a norm of at most `clipGrad` (null: not at all), steps the optimizer, drops the gradients.
   * In float16 a step whose gradients overflow is left out and the loss scale lowered.
   * @returns the gradient norm before clipping, no dimension; 0 for a step left out
   * @throws UserError when float16 overflows at any scale
   */
  step(optimizer: Optimizer, clipGrad: number | null): Tensor {
    return torch.profiler.range('optimizer', () => this.takeStep(optimizer, clipGrad));
  }

  private takeStep(optimizer: Optimizer, clipGrad: number | null): Tensor {
    const params = optimizer.paramGroups.flatMap((group) => group.params);
    this.scaler?.unscale_(optimizer);
    const norm = clipGrad === null ? gradNorm(params) : torch.optim.clipGradNorm_(params, clipGrad);
    if (!this.scaler) {
      optimizer.step();
      optimizer.zeroGrad();
      return norm;
    }
    this.scaler.step(optimizer);
    this.scaler.update();
    optimizer.zeroGrad();
    if (this.steps++ % scaleCheckEvery === 0 && this.scaler.getScale() < smallestScale) {
      throw new UserError('float16 gradients overflow at any loss scale; use precision=bfloat16 or float32.');
    }
    return norm.nanToNum(0, 0, 0);
  }

  /** State of the loss scaler for a checkpoint; empty but in float16. */
  stateDict(): Record<string, unknown> {
    return this.scaler ? { scaler: this.scaler.stateDict() } : {};
  }

  loadStateDict(state: Record<string, unknown>): void {
    if (state.scaler) this.scaler?.loadStateDict(state.scaler as torch.optim.GradScalerState);
  }
}

/** Norm of all gradients as one vector, no dimension. */
function gradNorm(params: readonly Tensor[]): Tensor {
  return torch.scope(() =>
    torch.noGrad(() => {
      const grads = params.flatMap(({ grad }) => (grad ? [grad] : []));
      const norms = torch.callOperator('aten::_foreach_norm', 'Scalar', grads, 2) as Tensor[];
      return torch.linalgVectorNorm(torch.stack(norms));
    }),
  );
}
