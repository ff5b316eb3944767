/** What optimizers share: parameter groups, lazily made state, batching for the fused kernels, state dicts. */
import { zerosLike } from '../generated/functions.js';
import { noGrad } from '../modes.js';
import { native, type TensorId } from '../native.js';
import {
  compareStateDict,
  copyStateDict,
  type StateDict,
  type StateDictLike,
  toStateDict,
} from '../nn/state-dict.js';
import { checkOptions, type OptionNames } from '../options.js';
import { scope } from '../scope.js';
import { idOf, isTensor, type Tensor, wrap } from '../tensor.js';

/** Parameters with hyperparameters of their own; all may be changed between steps, and other keys are carried along. */
export type ParamGroup<Hyper> = Hyper & { params: Tensor[]; name?: string } & Record<string, unknown>;

/** A group as it is given: hyperparameters left out take the optimizer's. */
export type ParamGroupInput<Hyper> = Partial<Hyper> & { params: Iterable<Tensor>; name?: string } & Record<
    string,
    unknown
  >;

/** What an optimizer's stateDict() gives: tensors, and groups that JSON can hold. */
export interface OptimizerStateDict {
  /** Keys are `NAME.INDEX`, such as `exp_avg.3`; parameters are numbered through all groups. */
  state: StateDict;
  /** Hyperparameters and other keys of each group, `params` being the numbers of its parameters. */
  groups: (Record<string, unknown> & { params: number[] })[];
}

/** Parameters with gradients of one group, dtype and device, and their state by name. */
export interface Batch {
  params: TensorId[];
  grads: TensorId[];
  state: Record<string, TensorId[]>;
}

/** Options of Optimizer.step(). */
export interface StepOptions {
  /** One float32 element; where it is 1, the step changes nothing, and nothing waits for the device. */
  foundInf?: Tensor;
}

const stepOptions: OptionNames<StepOptions> = { foundInf: true };

// State of one parameter, and the batch it belongs to.
interface ParamState {
  batch: string;
  tensors: Record<string, Tensor>;
  /** Names and ids of the tensors, which every step reads. */
  ids: [string, TensorId][];
}

/** Base class of optimizers. */
export abstract class Optimizer<Hyper extends { lr: number }> {
  readonly paramGroups: ParamGroup<Hyper>[] = [];
  readonly #state = new Map<Tensor, ParamState>();
  readonly #defaults: Hyper;

  /** @throws Error for no parameters, one that comes twice or is no leaf, and bad hyperparameters. */
  constructor(params: Iterable<Tensor> | Iterable<ParamGroupInput<Hyper>>, defaults: Hyper) {
    this.#defaults = defaults;
    const list: (Tensor | ParamGroupInput<Hyper>)[] = [...params];
    if (list.length === 0) throw new Error(`${this.constructor.name}: received no parameters`);
    const loose = list.filter(isTensor);
    if (loose.length > 0 && loose.length < list.length) {
      throw new TypeError(`${this.constructor.name}: expected either tensors or groups but received both`);
    }
    if (loose.length > 0) this.addParamGroup({ params: loose } as unknown as ParamGroupInput<Hyper>);
    else for (const group of list) this.addParamGroup(group as ParamGroupInput<Hyper>);
  }

  /** Adds a group. @throws Error as the constructor does. */
  addParamGroup(input: ParamGroupInput<Hyper>): void {
    const group = { ...this.#defaults, ...input, params: [...input.params] } as ParamGroup<Hyper>;
    const label = `${this.constructor.name}: ${input.name ?? `group ${this.paramGroups.length}`}`;
    const known = new Set(this.paramGroups.flatMap(({ params }) => params));
    for (const param of group.params) {
      if (!isTensor(param))
        throw new TypeError(`${label}: expected Tensors for params but received ${typeof param}`);
      const shape = `a tensor of shape [${param.shape.join(', ')}]`;
      if (known.has(param)) throw new Error(`${label}: ${shape} is there twice`);
      if (!param.isLeaf) throw new Error(`${label}: ${shape} is the result of an operation, not a parameter`);
      known.add(param);
    }
    this.check(label, group);
    this.paramGroups.push(group);
  }

  /**
   * Changes the parameters by their gradients; those without one are left alone. Work is batched: one kernel call for
   * all parameters of a group, dtype and device.
   */
  step(options: StepOptions = {}): void {
    const { foundInf } = checkOptions('step', options, stepOptions);
    scope(() =>
      noGrad(() => {
        for (const group of this.paramGroups) {
          const spread: SpreadParam[] = [];
          for (const batch of this.#batches(group, spread)) {
            this.update(group, batch, foundInf === undefined ? null : idOf(foundInf));
          }
          for (const { param, dense } of spread) param.copy_(dense);
        }
      }),
    );
  }

  /** Drops all gradients. */
  zeroGrad(): void {
    for (const { params } of this.paramGroups) for (const param of params) native.setGrad(idOf(param), null);
  }

  /** State and groups: the state tensors themselves, not copies. */
  stateDict(): OptimizerStateDict {
    const state: StateDict = new Map();
    const params = this.paramGroups.flatMap((group) => group.params);
    const index = new Map(params.map((param, position) => [param, position]));
    for (const [param, position] of index) {
      const tensors = this.#state.get(param)?.tensors ?? {};
      for (const [name, tensor] of Object.entries(tensors)) state.set(`${name}.${position}`, tensor);
    }
    const groups = this.paramGroups.map((group) => ({
      ...group,
      params: group.params.map((param) => index.get(param) ?? -1),
    }));
    return { state, groups };
  }

  /**
   * Takes over copies of the state, and the hyperparameters and other keys of the groups, so that training goes on as
   * it would have. Nothing is changed when it throws.
   * @throws Error when groups, keys or shapes do not fit this optimizer's parameters.
   */
  loadStateDict({ state, groups }: { state: StateDictLike; groups: OptimizerStateDict['groups'] }): void {
    const label = `loading ${this.constructor.name}`;
    const sizes = (list: readonly { params: readonly unknown[] }[]): string =>
      `${list.length} (of ${list.map(({ params }) => params.length).join(', ')} parameters)`;
    if (sizes(groups) !== sizes(this.paramGroups)) {
      throw new Error(`${label}: expected groups ${sizes(this.paramGroups)} but received ${sizes(groups)}`);
    }
    const loaded = this.paramGroups.map((group, position) => ({
      ...group,
      ...groups[position],
      params: group.params,
    }));
    for (const [position, group] of loaded.entries()) this.check(`${label}: group ${position}`, group);
    const source = toStateDict(state);
    const present = new Set([...source.keys()].map((key) => Number(key.slice(key.lastIndexOf('.') + 1))));
    const fresh = new Map<Tensor, ParamState>();
    const target: StateDict = new Map();
    const owners = loaded.flatMap((group) => group.params.map((param) => ({ param, group })));
    for (const [position, { param, group }] of owners.entries()) {
      if (!present.has(position)) continue;
      const made = this.#makeState(param, group);
      fresh.set(param, made);
      for (const [name, tensor] of Object.entries(made.tensors)) target.set(`${name}.${position}`, tensor);
    }
    compareStateDict(label, target, source, true);
    copyStateDict(target, source);
    this.#state.clear();
    for (const [param, made] of fresh) this.#state.set(param, made);
    this.paramGroups.forEach((group, position) => Object.assign(group, loaded[position]));
  }

  /** Refuses bad hyperparameters. @throws RangeError with `label` in front. */
  protected abstract check(label: string, group: ParamGroup<Hyper>): void;

  /** The state that `param` starts from, by its names in the state dict. */
  protected abstract freshState(param: Tensor, group: ParamGroup<Hyper>): Record<string, Tensor>;

  /** Changes the parameters of a batch. */
  protected abstract update(group: ParamGroup<Hyper>, batch: Batch, foundInf: TensorId | null): void;

  // Its tensors are made outside the tape and outlive the step.
  #makeState(param: Tensor, group: ParamGroup<Hyper>): ParamState {
    const tensors = noGrad(() => this.freshState(param, group));
    const ids = Object.entries(tensors).map(([name, tensor]): [string, TensorId] => [
      name,
      idOf(tensor.keep()),
    ]);
    return { batch: `${param.device} ${param.dtype}`, tensors, ids };
  }

  // Gradients come as bare ids, which the scope around frees: a Tensor object for each would cost more than it does.
  #batches(group: ParamGroup<Hyper>, spread: SpreadParam[]): Iterable<Batch> {
    const batches = new Map<string, Batch>();
    for (const param of group.params) {
      const grad = native.grad(idOf(param));
      if (grad === null) continue;
      let state = this.#state.get(param);
      if (state === undefined) this.#state.set(param, (state = this.#makeState(param, group)));
      let batch = batches.get(state.batch);
      if (batch === undefined) batches.set(state.batch, (batch = { params: [], grads: [], state: {} }));
      const dense = isDense(param) ? param : param.clone();
      if (dense !== param) spread.push({ param, dense });
      batch.params.push(idOf(dense));
      batch.grads.push(alignedGradient(dense, grad));
      for (const [name, tensor] of Object.entries(state.tensors))
        (batch.state[name] ??= []).push(idOf(tensor));
    }
    return batches.values();
  }
}

/** A parameter with gaps between its elements, and the copy without gaps that the kernels change in its place. */
interface SpreadParam {
  param: Tensor;
  dense: Tensor;
}

// The fused CPU kernels walk through memory without looking at strides.
function isDense(param: Tensor): boolean {
  const id = idOf(param);
  if (native.isContiguous(id)) return true;
  let count = 1;
  const { shape, strides } = param;
  const dims = shape.map((size, i) => ({ size, stride: strides[i] ?? 0 })).filter(({ size }) => size > 1);
  for (const { size, stride } of dims.sort((a, b) => a.stride - b.stride)) {
    if (stride < count) {
      throw new Error(
        `a parameter of shape [${shape.join(', ')}] has elements that share memory, as expand() makes: clone() it first`,
      );
    }
    if (stride > count) return false;
    count *= size;
  }
  return true;
}

// A gradient that was set by hand in another layout would go to the wrong elements; autograd's own gradients are laid
// out as their parameter.
function alignedGradient(param: Tensor, grad: TensorId): TensorId {
  const id = idOf(param);
  if (native.isContiguous(grad) && native.isContiguous(id)) return grad;
  if (native.strides(grad).join() === native.strides(id).join()) return grad;
  return idOf(zerosLike(param).copy_(wrap(grad)));
}

/** @throws RangeError unless `value` is a finite number of at least 0. */
export function checkNotNegative(label: string, name: string, value: number): void {
  if (value >= 0 && Number.isFinite(value)) return;
  throw new RangeError(`${label}: expected a finite number of at least 0 for ${name} but received ${value}`);
}
