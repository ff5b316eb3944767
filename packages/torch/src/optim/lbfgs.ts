/** L-BFGS: a quasi-Newton method for whole batches. */
import { cat, zeros } from '../generated/functions.js';
import { enableGrad, noGrad } from '../modes.js';
import { scope } from '../scope.js';
import { finishCopy } from '../snapshot.js';
import type { Tensor } from '../tensor.js';
import { checkChoice, checkNotNegative } from './checks.js';
import { strongWolfe } from './line-search.js';
import {
  Optimizer,
  type OptimizerStateDict,
  type ParamGroup,
  type ParamGroupInput,
  type ParamsInput,
} from './optimizer.js';
import { expectTensor } from '../expect.js';

/** Hyperparameters of LBFGS. */
export interface LBFGSHyper {
  /** @default 1 */
  lr: number;
  /** Iterations of one step(). @default 20 */
  maxIter: number;
  /** Calls of the closure in one step(). @default 1.25·maxIter */
  maxEval: number;
  /** Largest element of the gradient at which it ends. @default 1e-7 */
  toleranceGrad: number;
  /** Change of the loss or of the largest weight at which it ends. @default 1e-9 */
  toleranceChange: number;
  /** Steps that the approximation of the Hessian remembers. @default 100 */
  historySize: number;
  /** How far to go along a direction: lr, or a search that meets the strong Wolfe conditions. @default null */
  lineSearchFn: 'strong_wolfe' | null;
}

/** What is carried from one iteration to the next. */
interface Memory {
  iterations: number;
  direction: Tensor;
  stepSize: number;
  /** Differences of gradients and of weights, and 1 / (the one · the other). */
  history: { gradient: Tensor; weights: Tensor; inverse: number }[];
  scale: number;
  gradient: Tensor;
}

/**
 * Limited-memory BFGS (Liu and Nocedal, 1989) over all parameters as one vector; one group only. Its state is not part of
 * a state dict: after loading it starts from the gradient again.
 * @example
 * optimizer.step(() => {
 *   optimizer.zeroGrad();
 *   const loss = lossOf(model);
 *   loss.backward();
 *   return loss;
 * });
 */
export class LBFGS extends Optimizer<LBFGSHyper> {
  #memory: Memory | null = null;

  constructor(params: ParamsInput<LBFGSHyper>, options: Partial<LBFGSHyper> = {}) {
    const maxIter = (options as Partial<LBFGSHyper> | null)?.maxIter ?? 20;
    super(params, options, {
      lr: 1,
      maxIter,
      maxEval: Math.floor((maxIter * 5) / 4),
      toleranceGrad: 1e-7,
      toleranceChange: 1e-9,
      historySize: 100,
      lineSearchFn: null,
    });
  }

  /** @throws Error for a second group. */
  override addParamGroup(input: ParamGroupInput<LBFGSHyper>): void {
    if (this.paramGroups.length > 0) throw new Error('LBFGS: expected one group of parameters');
    super.addParamGroup(input);
  }

  protected override check(label: string, group: ParamGroup<LBFGSHyper>): void {
    checkNotNegative(label, 'lr', group.lr);
    checkChoice(label, 'lineSearchFn', group.lineSearchFn, ['strong_wolfe', null]);
  }

  protected override freshState(): Record<string, Tensor> {
    return {};
  }
  protected override update(): void {
    throw new Error('LBFGS.step: expected a closure that computes the loss and its gradients');
  }

  override loadStateDict(state: OptimizerStateDict): void {
    super.loadStateDict(state);
    this.#forget();
  }

  /**
   * @param closure Clears the gradients, computes the loss, calls backward() and returns the loss; it is called several times.
   * @returns the loss before the step.
   */
  override step(closure?: unknown): Tensor {
    if (typeof closure !== 'function') {
      throw new TypeError('LBFGS.step: expected a closure that computes the loss and its gradients');
    }
    const call = closure as () => Tensor;
    const first = enableGrad(call);
    expectTensor('LBFGS.step', 'the loss of the closure', first);
    const loss = first.item();
    finishCopy();
    scope(() => noGrad(() => this.#minimise(loss, () => scope(() => enableGrad(call).item()))));
    return first;
  }

  #minimise(firstLoss: number, evaluate: () => number): void {
    const [group] = this.paramGroups;
    if (group === undefined) return;
    const { maxIter, maxEval, toleranceGrad, toleranceChange, lr } = group;
    let loss = firstLoss;
    let gradient = this.#flatGradient();
    let evaluations = 1;
    if (largest(gradient) <= toleranceGrad) return;
    for (let iteration = 1; iteration <= maxIter; iteration++) {
      const memory = this.#turn(gradient, group);
      const before = loss;
      memory.stepSize = memory.iterations === 1 ? Math.min(1, 1 / gradient.abs().sum().item()) * lr : lr;
      const slope = gradient.dot(memory.direction).item();
      if (slope > -toleranceChange) break;
      let calls = 0;
      if (group.lineSearchFn === 'strong_wolfe') {
        const start = this.#weights();
        const found = strongWolfe({
          at: (t) => this.#lookAhead(start, t, memory.direction, evaluate),
          start: { t: 0, loss, gradient, slope },
          t: memory.stepSize,
          direction: memory.direction,
          toleranceChange,
          maxEvaluations: maxEval - evaluations,
        });
        ({ loss, gradient } = found);
        memory.stepSize = found.t;
        calls = found.evaluations;
        this.#move(memory.stepSize, memory.direction);
      } else {
        this.#move(memory.stepSize, memory.direction);
        if (iteration !== maxIter) {
          loss = evaluate();
          gradient = this.#flatGradient();
          calls = 1;
        }
      }
      evaluations += calls;
      if (iteration === maxIter || evaluations >= maxEval) break;
      if (largest(gradient) <= toleranceGrad) break;
      if (largest(memory.direction.mul(memory.stepSize)) <= toleranceChange) break;
      if (Math.abs(loss - before) < toleranceChange) break;
    }
  }

  /** The direction from here, by the two-loop recursion over the history. */
  #turn(gradient: Tensor, { historySize }: LBFGSHyper): Memory {
    const old = this.#memory;
    if (old === null) {
      this.#memory = {
        iterations: 1,
        direction: gradient.neg().keep(),
        stepSize: 0,
        history: [],
        scale: 1,
        gradient: gradient.clone().keep(),
      };
      return this.#memory;
    }
    old.iterations++;
    const change = gradient.sub(old.gradient);
    const moved = old.direction.mul(old.stepSize);
    const curvature = change.dot(moved).item();
    if (curvature > 1e-10) {
      if (old.history.length === historySize) {
        const [oldest] = old.history.splice(0, 1);
        oldest?.gradient.dispose();
        oldest?.weights.dispose();
      }
      old.history.push({ gradient: change.keep(), weights: moved.keep(), inverse: 1 / curvature });
      old.scale = curvature / change.dot(change).item();
    }
    const direction = gradient.neg();
    const factors: number[] = [];
    for (const { gradient: y, weights: s, inverse } of [...old.history].reverse()) {
      const factor = s.dot(direction).item() * inverse;
      factors.unshift(factor);
      direction.add_(y, { alpha: -factor });
    }
    direction.mul_(old.scale);
    for (const [i, { gradient: y, weights: s, inverse }] of old.history.entries()) {
      const rest = y.dot(direction).item() * inverse;
      direction.add_(s, { alpha: (factors[i] ?? 0) - rest });
    }
    old.direction.dispose();
    old.direction = direction.keep();
    old.gradient.copy_(gradient);
    return old;
  }

  #forget(): void {
    const { direction, gradient, history = [] } = this.#memory ?? {};
    direction?.dispose();
    gradient?.dispose();
    for (const past of history) {
      past.gradient.dispose();
      past.weights.dispose();
    }
    this.#memory = null;
  }

  #params(): readonly Tensor[] {
    return this.paramGroups[0]?.params ?? [];
  }

  #flatGradient(): Tensor {
    return cat(
      this.#params().map((param) => {
        const { grad } = param;
        return grad === null
          ? zeros([param.numel()], { dtype: param.dtype, device: param.device })
          : grad.reshape([-1]);
      }),
    );
  }

  #weights(): Tensor[] {
    return this.#params().map((param) => param.clone());
  }

  #move(t: number, direction: Tensor): void {
    let offset = 0;
    for (const param of this.#params()) {
      const size = param.numel();
      param.add_(direction.narrow(0, offset, size).view(param.shape), { alpha: t });
      offset += size;
    }
  }

  #lookAhead(
    start: readonly Tensor[],
    t: number,
    direction: Tensor,
    evaluate: () => number,
  ): { loss: number; gradient: Tensor } {
    this.#move(t, direction);
    const loss = evaluate();
    const gradient = this.#flatGradient().clone();
    this.#params().forEach((param, i) => param.copy_(start[i] as Tensor));
    return { loss, gradient };
  }
}

function largest(vector: Tensor): number {
  return vector.abs().max().item();
}
