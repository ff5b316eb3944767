/** What optimizers share: parameter groups, lazily made state, batching for the fused kernels, state dicts. */
import { tensor, type TensorData } from '../creation.js';
import { zerosLike } from '../generated/functions.js';
import { enableGrad, noGrad } from '../modes.js';
import { native, type TensorId } from '../native.js';
import { Module } from '../nn/module.js';
import { compareStateDict, copyStateDict, type StateDict } from '../nn/state-dict.js';
import { checkOptions, type OptionNames, unknownOption } from '../options.js';
import { scope } from '../scope.js';
import { finishCopy } from '../snapshot.js';
import { idOf, isTensor, type Tensor, wrap } from '../tensor.js';
import { expectArray, expectObject } from '../expect.js';

/** What a group may have beside the optimizer's own hyperparameters. */
export interface GroupNotes {
  /** What messages call the group. */
  name?: string;
  /** Factor of this group's rate for schedules of the caller's own; no optimizer reads it. */
  lrScale?: number;
  /** Whether a schedule of the weight decay, of the caller's own, applies to this group; no optimizer reads it. */
  decays?: boolean;
  /** Rate that a scheduler started from. */
  initialLr?: number;
}

/** Parameters with hyperparameters of their own; all may be changed between steps. */
export type ParamGroup<Hyper> = Hyper & GroupNotes & { params: Tensor[] };

/** A group as it is given: hyperparameters left out take the optimizer's. */
export type ParamGroupInput<Hyper> = Partial<Hyper> & GroupNotes & { params: Iterable<Tensor> };

/** What optimizers take: parameters, or groups of them. */
export type ParamsInput<Hyper> = Iterable<Tensor> | Iterable<ParamGroupInput<Hyper>>;

/** State of one parameter by name; numbers stand for tensors of one element. */
export type ParamStateDict = Record<string, Tensor>;

/** What an optimizer's stateDict() gives, in PyTorch's shape: parameters are numbered through all groups. */
export interface OptimizerStateDict {
  /** By number of the parameter: `state[3].exp_avg`. */
  state: Record<number, ParamStateDict>;
  /** Hyperparameters of each group, `params` being the numbers of its parameters. */
  paramGroups: ({ params: number[] } & GroupNotes)[];
}

/** Parameters with gradients of one group, dtype and device, and their state by name. */
export interface Batch {
  params: TensorId[];
  grads: TensorId[];
  state: Record<string, TensorId[]>;
  /** State that is a number, of each parameter; an update may change it. */
  numbers: Record<string, number>[];
  /** Whether this is the first step of these parameters. */
  isFirst: boolean;
}

/** Options of Optimizer.step(). */
export interface StepOptions {
  /** One float32 element; where it is 1, the step changes nothing. Only Adam, AdamW, Adagrad and SGD need not wait for the device. */
  foundInf?: Tensor;
}

const stepOptions: OptionNames<StepOptions> = { foundInf: true };
const noteNames: OptionNames<GroupNotes> = { name: true, lrScale: true, decays: true, initialLr: true };

// State of one parameter, and the batch it belongs to.
interface ParamState {
  batch: string;
  tensors: Record<string, Tensor>;
  numbers: Record<string, number>;
  isFirst: boolean;
}

/** Base class of optimizers. */
export abstract class Optimizer<Hyper extends { lr: number }> {
  readonly paramGroups: ParamGroup<Hyper>[] = [];
  /** Hyperparameters of groups that name none. */
  readonly defaults: Readonly<Hyper>;
  readonly #state = new Map<Tensor, ParamState>();

  /** Whether the kernels look at `foundInf` themselves; otherwise step() waits for it. */
  protected readonly skipsOnDevice: boolean = false;

  /**
   * @param defaults All hyperparameters: their names are the options that there are.
   * @throws Error for no parameters, one that comes twice or is not a leaf, bad hyperparameters and unknown options.
   */
  constructor(params: ParamsInput<Hyper>, options: Partial<Hyper>, defaults: Hyper) {
    const { name } = this.constructor;
    expectObject(name, 'defaults', defaults);
    const list = listOf<Tensor | ParamGroupInput<Hyper>>(name, params);
    this.defaults = {
      ...defaults,
      ...definedOf(checkOptions(name, options, namesOf(defaults) as OptionNames<Partial<Hyper>>)),
    };
    if (list.length === 0) throw new Error(`${name}: received no parameters`);
    const loose = list.filter(isTensor);
    if (loose.length > 0 && loose.length < list.length) {
      throw new TypeError(`${name}: expected either tensors or groups but received both`);
    }
    if (loose.length > 0) this.addParamGroup({ params: loose } as unknown as ParamGroupInput<Hyper>);
    else for (const group of list) this.addParamGroup(group as unknown as ParamGroupInput<Hyper>);
  }

  /** Adds a group. @throws Error as the constructor does. */
  addParamGroup(input: ParamGroupInput<Hyper>): void {
    const optimizer = this.constructor.name;
    expectObject(optimizer, 'the group', input);
    const label = `${optimizer}: ${input.name ?? `group ${this.paramGroups.length}`}`;
    const names = { params: true, ...namesOf(this.defaults), ...noteNames } as OptionNames<typeof input>;
    checkOptions(label, input, names);
    const given = listOf(label, input.params);
    const group = { ...this.defaults, ...definedOf(input), params: given } as ParamGroup<Hyper>;
    const known = new Set(this.paramGroups.flatMap(({ params }) => params));
    for (const param of given) {
      checkParameter(label, param, known);
      known.add(param);
    }
    this.check(label, group);
    this.paramGroups.push(group);
  }

  /**
   * Changes the parameters by their gradients; those without one are left alone. Work is batched: one kernel call for
   * all parameters of a group, dtype and device.
   */
  step(options?: StepOptions): void;
  /**
   * Calls `closure`, which computes the loss and its gradients, and then changes the parameters.
   * @returns the closure's loss.
   */
  step(closure: () => Tensor, options?: StepOptions): Tensor;
  step(first: StepOptions | (() => Tensor) = {}, second: StepOptions = {}): Tensor | void {
    const loss = typeof first === 'function' ? enableGrad(first) : undefined;
    const options = typeof first === 'function' ? second : first;
    const { foundInf } = checkOptions('step', options, stepOptions);
    finishCopy();
    if (foundInf === undefined || this.skipsOnDevice || foundInf.item() === 0) {
      scope(() => noGrad(() => this.#stepGroups(foundInf === undefined ? null : idOf(foundInf))));
    }
    return loss;
  }

  #stepGroups(foundInf: TensorId | null): void {
    for (const group of this.paramGroups) {
      const spread: SpreadParam[] = [];
      for (const batch of this.#batches(group, spread)) this.update(group, batch, foundInf);
      for (const { param, dense } of spread) param.copy_(dense);
    }
  }

  /** Drops all gradients. @param setToNone `false` fills them with zeros, for code that holds on to them. */
  zeroGrad(setToNone = true): void {
    for (const { params } of this.paramGroups) {
      for (const param of params) {
        if (setToNone) native.setGrad(idOf(param), null);
        else noGrad(() => param.grad?.detach().zero_());
      }
    }
  }

  /** State and groups: the state tensors themselves, not copies. */
  stateDict(): OptimizerStateDict {
    const state: Record<number, ParamStateDict> = {};
    const index = new Map(this.#parameters().map((param, position) => [param, position]));
    for (const [param, position] of index) {
      const own = this.#state.get(param);
      if (own !== undefined) state[position] = stateOf(own);
    }
    const paramGroups = this.paramGroups.map((group) => ({
      ...group,
      params: group.params.map((param) => index.get(param) ?? -1),
    }));
    return { state, paramGroups };
  }

  /**
   * Takes over copies of the state, and the hyperparameters of the groups, so that training continues as it would have.
   * Nothing is changed when it throws.
   * @throws Error when groups, keys or shapes do not fit this optimizer's parameters.
   */
  loadStateDict(given: OptimizerStateDict): void {
    const label = `loading ${this.constructor.name}`;
    expectObject(label, 'state', given);
    const { state, paramGroups } = given;
    expectArray(label, 'paramGroups', paramGroups);
    const sizes = (list: readonly { params: readonly unknown[] }[]): string =>
      `${list.length} (of ${list.map(({ params }) => params.length).join(', ')} parameters)`;
    if (sizes(paramGroups) !== sizes(this.paramGroups)) {
      throw new Error(
        `${label}: expected groups ${sizes(this.paramGroups)} but received ${sizes(paramGroups)}`,
      );
    }
    const loaded = this.paramGroups.map((group, position) => ({
      ...group,
      ...paramGroups[position],
      params: group.params,
    }));
    const names = ['params', ...Object.keys(this.defaults), ...Object.keys(noteNames)];
    for (const [position, group] of loaded.entries()) {
      const unknown = Object.keys(group).find((key) => !names.includes(key));
      if (unknown !== undefined) {
        throw new TypeError(`${label}: group ${position}: ${unknownOption(unknown, names)}`);
      }
      this.check(`${label}: group ${position}`, group);
    }
    const fresh = this.#loadState(label, state, loaded);
    this.#state.clear();
    for (const [param, made] of fresh) this.#state.set(param, made);
    this.paramGroups.forEach((group, position) => Object.assign(group, loaded[position]));
  }

  #loadState(
    label: string,
    given: Record<number, ParamStateDict>,
    groups: readonly ParamGroup<Hyper>[],
  ): Map<Tensor, ParamState> {
    const source = new Map<string, Tensor>();
    for (const [position, tensors] of Object.entries(given)) {
      for (const [name, value] of Object.entries(tensors)) source.set(`${position}.${name}`, value);
    }
    const fresh = new Map<Tensor, ParamState>();
    const target: StateDict = new Map();
    const owners = groups.flatMap((group) => group.params.map((param) => ({ param, group })));
    for (const [position, { param, group }] of owners.entries()) {
      if (!Object.hasOwn(given, position)) continue;
      const made = { ...this.#makeState(param, group), isFirst: false };
      fresh.set(param, made);
      for (const [name, value] of Object.entries(stateOf(made))) target.set(`${position}.${name}`, value);
    }
    compareStateDict(label, target, source, true);
    copyStateDict(target, source);
    for (const [position, { param }] of owners.entries()) {
      const made = fresh.get(param);
      for (const name of Object.keys(made?.numbers ?? {})) {
        if (made !== undefined) made.numbers[name] = target.get(`${position}.${name}`)?.item() ?? 0;
      }
    }
    return fresh;
  }

  #parameters(): Tensor[] {
    return this.paramGroups.flatMap(({ params }) => params);
  }

  /** Refuses bad hyperparameters. @throws RangeError with `label` in front. */
  protected abstract check(label: string, group: ParamGroup<Hyper>): void;

  /** The state that `param` starts from, by its names in the state dict; a number is kept in float32's precision. */
  protected abstract freshState(param: Tensor, group: ParamGroup<Hyper>): Record<string, Tensor | number>;

  /** Whether step() changes a parameter in this process, and keeps state for it: not where another process does. */
  protected readonly isOwn: (param: Tensor) => boolean = () => true;

  /** Changes the parameters of a batch. */
  protected abstract update(group: ParamGroup<Hyper>, batch: Batch, foundInf: TensorId | null): void;

  #makeState(param: Tensor, group: ParamGroup<Hyper>): ParamState {
    const state: ParamState = {
      batch: `${param.device} ${param.dtype}`,
      tensors: {},
      numbers: {},
      isFirst: true,
    };
    for (const [name, value] of Object.entries(noGrad(() => this.freshState(param, group)))) {
      if (isTensor(value)) state.tensors[name] = value.keep();
      else state.numbers[name] = value;
    }
    return state;
  }

  // Gradients come as bare ids, which the scope around frees: a Tensor object for each would cost more than it does.
  #batches(group: ParamGroup<Hyper>, spread: SpreadParam[]): Iterable<Batch> {
    const batches = new Map<string, Batch>();
    for (const param of group.params) {
      const grad = this.isOwn(param) ? native.grad(idOf(param)) : null;
      if (grad === null) continue;
      let state = this.#state.get(param);
      if (state === undefined) this.#state.set(param, (state = this.#makeState(param, group)));
      const key = state.isFirst ? `${state.batch} first` : state.batch;
      let batch = batches.get(key);
      if (batch === undefined) {
        batch = { params: [], grads: [], state: {}, numbers: [], isFirst: state.isFirst };
        batches.set(key, batch);
      }
      state.isFirst = false;
      const dense = isDense(param) ? param : param.clone();
      if (dense !== param) spread.push({ param, dense });
      batch.params.push(idOf(dense));
      batch.grads.push(alignedGradient(dense, grad));
      for (const name in state.tensors) (batch.state[name] ??= []).push(idOf(state.tensors[name] as Tensor));
      batch.numbers.push(state.numbers);
    }
    return batches.values();
  }
}

/** A parameter with gaps between its elements, and the copy without gaps that the kernels change in its place. */
interface SpreadParam {
  param: Tensor;
  dense: Tensor;
}

function stateOf({ tensors, numbers }: ParamState): ParamStateDict {
  const ofNumbers = Object.entries(numbers).map(([name, value]): [string, Tensor] => [
    name,
    tensor(value as TensorData, { dtype: 'float32' }),
  ]);
  return { ...Object.fromEntries(ofNumbers), ...tensors };
}

// The elements of what should be parameters or groups; what users give by mistake is named with the way out.
function listOf<T>(label: string, params: Iterable<T>): T[] {
  const given: unknown = params;
  if (given instanceof Module) {
    const { name } = given.constructor;
    throw new TypeError(`${label}: expected parameters but received a ${name}: pass model.parameters()`);
  }
  if (isTensor(given)) {
    throw new TypeError(`${label}: expected a list of parameters but received one Tensor: pass [tensor]`);
  }
  if (typeof given !== 'object' || given === null || !(Symbol.iterator in given)) {
    const received = given === null ? 'null' : typeof given;
    throw new TypeError(`${label}: expected a list of parameters for params but received ${received}`);
  }
  return [...params];
}

function checkParameter(label: string, param: unknown, known: ReadonlySet<unknown>): asserts param is Tensor {
  if (Array.isArray(param) && param.length === 2 && isTensor(param[1])) {
    throw new TypeError(`${label}: expected Tensors for params but received pairs: pass model.parameters()`);
  }
  if (!isTensor(param)) {
    const received = param === null ? 'null' : typeof param;
    throw new TypeError(`${label}: expected Tensors for params but received ${received}`);
  }
  const shape = `a tensor of shape [${param.shape.join(', ')}]`;
  if (known.has(param)) throw new Error(`${label}: ${shape} is there twice`);
  if (!param.isLeaf) throw new Error(`${label}: ${shape} is the result of an operation, not a parameter`);
  if (param.dtype.startsWith('complex')) {
    throw new TypeError(`${label}: ${shape} is ${param.dtype}, but optimizers take real parameters`);
  }
}

// A hyperparameter that is `undefined` counts as left out.
function definedOf<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function namesOf(defaults: object): Record<string, true> {
  return Object.fromEntries(Object.keys(defaults).map((name) => [name, true] as const));
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
        `a parameter of shape [${shape.join(', ')}] has elements that share memory, as after expand(): clone() it first`,
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
