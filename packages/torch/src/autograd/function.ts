/** Functions whose backward pass is written by hand. */
import { enableGrad, isGradEnabled, noGrad } from '../modes.js';
import { native, type TensorId } from '../native.js';
import { refusePromise, type Synchronous } from '../synchronous.js';
import { idOf, isTensor, type Tensor, wrap } from '../tensor.js';

interface ContextNotes {
  saved: (Tensor | null)[];
  nonDifferentiable: Tensor[];
  dirty: Tensor[];
  materializes: boolean;
  /** What was saved, while backward() runs. */
  unpacked: (Tensor | null)[] | undefined;
}

/** What a forward() hands to its backward(); any other property may be set on it. */
export class FunctionContext {
  /** Whether the gradient by each argument of forward() is asked for. */
  readonly needsInputGrad: readonly boolean[];
  readonly #own: ContextNotes = {
    saved: [],
    nonDifferentiable: [],
    dirty: [],
    materializes: true,
    unpacked: undefined,
  };
  [note: string]: unknown;

  constructor(needsInputGrad: readonly boolean[]) {
    this.needsInputGrad = needsInputGrad;
  }

  /** Not for users: what the methods below noted. */
  static own(ctx: FunctionContext): ContextNotes {
    return ctx.#own;
  }

  /**
   * Keeps inputs or outputs of forward() for `savedTensors`; a change in place afterwards is found out. In forward(), once.
   */
  saveForBackward(...tensors: (Tensor | null)[]): void {
    this.#own.saved = tensors;
  }

  /** In backward(): what saveForBackward() kept. @throws Error elsewhere. */
  get savedTensors(): (Tensor | null)[] {
    const { unpacked } = this.#own;
    if (unpacked === undefined) throw new Error('savedTensors can only be read inside backward()');
    return unpacked;
  }

  /** In forward(): outputs that have no gradient, such as indices. */
  markNonDifferentiable(...outputs: Tensor[]): void {
    this.#own.nonDifferentiable.push(...outputs);
  }

  /** In forward(): inputs that it changed in place, and returns. */
  markDirty(...inputs: Tensor[]): void {
    this.#own.dirty.push(...inputs);
  }

  /** In forward(): whether backward() gets zeros in place of null for an output that nothing used. @default true */
  setMaterializeGrads(flag: boolean): void {
    this.#own.materializes = flag;
  }
}

/** A gradient for each argument of forward(): null where there is none; one argument needs no array. */
export type InputGradients = Tensor | null | readonly (Tensor | null)[];

/** The static side of a subclass of Function. */
export interface FunctionClass<Args extends readonly unknown[], Result> {
  readonly name: string;
  forward(ctx: FunctionContext, ...args: Args): Result;
  backward(ctx: FunctionContext, ...gradients: never[]): InputGradients;
}

/**
 * A function with a backward pass of its own. forward() computes without recording; backward() takes one gradient for each
 * output and gives one for each argument. What backward() does with operators of torch is recorded where gradients of
 * gradients are asked for.
 *
 * Gradients flow through the tensors among the arguments, not through those inside arrays or objects.
 * @example
 * class Square extends autograd.Function {
 *   static forward(ctx: FunctionContext, x: Tensor): Tensor {
 *     ctx.saveForBackward(x);
 *     return x.mul(x);
 *   }
 *   static backward(ctx: FunctionContext, gradient: Tensor): Tensor {
 *     const [x] = ctx.savedTensors as [Tensor];
 *     return gradient.mul(x).mul(2);
 *   }
 * }
 * const y = Square.apply(x);
 */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- users extend it by two static functions, as in PyTorch
abstract class CustomFunction {
  /** Calls forward() and, where an argument requires gradients, puts backward() into the graph. */
  static apply<Args extends readonly unknown[], Result>(
    this: FunctionClass<Args, Result>,
    ...args: Args
  ): Result {
    const records = isGradEnabled();
    const ctx = new FunctionContext(args.map((arg) => records && isTensor(arg) && arg.requiresGrad));
    const name = `${this.name}.forward`;
    const [result] = noGrad(() => {
      const value = this.forward(ctx, ...args) as Synchronous<Result>;
      return [refusePromise<Result>(value, asyncMessage(name))] as const;
    });
    return connect(this, ctx, args, result);
  }
}

export { CustomFunction as Function };

function connect<Args extends readonly unknown[], Result>(
  owner: FunctionClass<Args, Result>,
  ctx: FunctionContext,
  args: Args,
  result: Result,
): Result {
  const outputs: unknown[] = Array.isArray(result) ? result : [result];
  const tensors = outputs.filter(isTensor);
  const isInput = args.map(isTensor);
  const isOutput = outputs.map(isTensor);
  const own = FunctionContext.own(ctx);
  const ids = native.connectFunction(
    args.filter(isTensor).map(idOf),
    tensors.map(idOf),
    own.nonDifferentiable.map(idOf),
    own.dirty.map(idOf),
    own.saved.map((tensor) => (tensor === null ? null : idOf(tensor))),
    own.materializes,
    `${owner.name}Backward`,
    (gradients, saved) => runBackward(owner, ctx, { isInput, isOutput }, gradients, saved),
  );
  // What is saved lives in the graph: a handle here would keep it, or what a scope has freed.
  own.saved = [];
  own.nonDifferentiable = [];
  own.dirty = [];
  let next = 0;
  const connected = outputs.map((output) => {
    if (!isTensor(output)) return output;
    const id = ids[next++] as TensorId;
    return id === idOf(output) ? output : wrap(id);
  });
  return (Array.isArray(result) ? connected : connected[0]) as Result;
}

function runBackward(
  owner: FunctionClass<never, unknown>,
  ctx: FunctionContext,
  { isInput, isOutput }: { isInput: readonly boolean[]; isOutput: readonly boolean[] },
  gradients: (TensorId | null)[],
  saved: (TensorId | null)[],
): (TensorId | null)[] {
  const own = FunctionContext.own(ctx);
  own.unpacked = saved.map(tensorOrNull);
  let next = 0;
  const given = isOutput.map((is) => (is ? tensorOrNull(gradients[next++] ?? null) : null));
  try {
    const name = `${owner.name}.backward`;
    const returned = refusePromise<InputGradients>(
      owner.backward(ctx, ...(given as never[])),
      asyncMessage(name),
    );
    return gradientIds(name, isInput, returned);
  } finally {
    own.unpacked = undefined;
  }
}

function gradientIds(
  name: string,
  isInput: readonly boolean[],
  returned: InputGradients | undefined,
): (TensorId | null)[] {
  const list: readonly unknown[] = Array.isArray(returned) ? returned : [returned];
  if (list.length !== isInput.length) {
    throw new TypeError(
      `${name}: expected ${isInput.length} gradients, one for each argument of forward(), but received ${list.length}`,
    );
  }
  const ids: (TensorId | null)[] = [];
  for (const [i, gradient] of list.entries()) {
    if (gradient !== null && gradient !== undefined && !isTensor(gradient)) {
      throw new TypeError(
        `${name}: expected a Tensor or null for gradient ${i} but received ${typeof gradient}`,
      );
    }
    const isNothing = gradient === null || gradient === undefined;
    if (isInput[i] === true) ids.push(isNothing ? null : idOf(gradient));
    else if (!isNothing) {
      throw new TypeError(
        `${name}: argument ${i} of forward() is not a Tensor, so its gradient must be null`,
      );
    }
  }
  return ids;
}

function tensorOrNull(id: TensorId | null): Tensor | null {
  return id === null ? null : wrap(id);
}

function asyncMessage(name: string): string {
  return `${name} is asynchronous: autograd takes synchronous functions`;
}

/**
 * A backward() that is not differentiable itself: nothing in it is recorded, and a gradient of its gradients is refused.
 * @example static backward = autograd.onceDifferentiable((ctx, gradient: Tensor) => gradient.mul(2));
 */
export function onceDifferentiable<Gradients extends readonly (Tensor | null)[]>(
  backward: (ctx: FunctionContext, ...gradients: Gradients) => InputGradients,
): (ctx: FunctionContext, ...gradients: Gradients) => InputGradients {
  return (ctx, ...gradients) => {
    const [returned] = noGrad(() => [backward(ctx, ...gradients)] as const);
    const recorded = gradients.filter((gradient) => isTensor(gradient) && gradient.requiresGrad);
    if (!isGradEnabled() || recorded.length === 0) return returned;
    const list: readonly (Tensor | null)[] = Array.isArray(returned)
      ? (returned as readonly (Tensor | null)[])
      : [returned as Tensor | null];
    return enableGrad(() =>
      list.map((value) => (value === null ? null : OnlyOnce.apply(value, ...recorded))),
    );
  };
}

// A copy that belongs to the graph of the gradients, and refuses to be differentiated.
class OnlyOnce extends CustomFunction {
  static forward(...[, value]: [FunctionContext, Tensor, ...(Tensor | null)[]]): Tensor {
    return value.clone();
  }
  static backward(): never {
    throw new Error('this function was declared onceDifferentiable(), so its gradients have no gradients');
  }
}
