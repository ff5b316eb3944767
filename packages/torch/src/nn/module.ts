/** Module: a part of a model, with the parameters, buffers and modules found among its properties. */
import { inspect } from 'node:util';

import type { Device, DType } from '../dtype.js';
import { noGrad } from '../modes.js';
import { checkOptions, type OptionNames } from '../options.js';
import { scope } from '../scope.js';
import { isTensor, type Tensor } from '../tensor.js';
import {
  addHook,
  type ForwardHook,
  type ForwardPreHook,
  type FullBackwardHook,
  type FullBackwardPreHook,
  type HookOptions,
  type RemovableHandle,
} from './hooks.js';
import { Parameter } from './parameter.js';
import { formatModule } from './repr.js';
import {
  compareStateDict,
  copyStateDict,
  type KeyDifference,
  type StateDict,
  type StateDictLike,
  toStateDict,
} from './state-dict.js';
import { expectFunction, expectString, expectTensor } from '../expect.js';

/** Options of Module.to(). */
export interface ModuleToOptions {
  /** Floating-point dtype of parameters and floating-point buffers; integer buffers keep theirs. */
  dtype?: DType;
  device?: Device;
}

/** Options of Module.registerBuffer(). */
export interface BufferOptions {
  /** Whether it goes into the state dict. @default true */
  persistent?: boolean;
}

/** Options of Module.loadStateDict(). */
export interface LoadOptions {
  /** Whether missing and unexpected keys are an error. @default true */
  strict?: boolean;
}

const toOptions: OptionNames<ModuleToOptions> = { dtype: true, device: true };
const loadOptions: OptionNames<LoadOptions> = { strict: true };
const bufferOptions: OptionNames<BufferOptions> = { persistent: true };
const hookNames: OptionNames<HookOptions> = { prepend: true };

/** Key of a property in a state dict: camelCase becomes snake_case, `gamma_1` and `W` stay. */
function keyOf(property: string): string {
  return property.replace(/([a-z0-9])([A-Z]+)/g, (_, before: string, capitals: string) => {
    return `${before}_${capitals.toLowerCase()}`;
  });
}

function join(prefix: string, key: string): string {
  return prefix === '' ? key : `${prefix}.${key}`;
}

/**
 * Base class of layers and models. Parameters, buffers and child modules are found among the own enumerable properties,
 * in the order of assignment; a `#private` property is not looked at.
 *
 * @example
 * class Mlp extends nn.Module {
 *   fc1 = new nn.Linear(192, 768);
 *   fc2 = new nn.Linear(768, 192);
 *   override forward(x: Tensor): Tensor {
 *     return this.fc2.forward(torch.gelu(this.fc1.forward(x)));
 *   }
 * }
 */
export class Module {
  /** Whether dropout and batch statistics behave as in training. Set it by train() and eval(). */
  training = true;
  // Property name of each buffer, and whether it goes into the state dict.
  readonly #buffers = new Map<string, boolean>();

  /** @throws Error where the subclass has none. */
  forward(...inputs: never[]): unknown {
    const name = this.constructor.name;
    throw new Error(`${name} has no forward() for these ${inputs.length} inputs: call its children`);
  }

  /**
   * Makes `tensor` the property `name` as a buffer: state that is not trained; null for none as yet. No scope frees it. Change it in place
   * (`buffer.copy_(…)`), or assign a tensor on which keep() was called.
   * @returns the tensor, for use in a field: `mean = this.registerBuffer('mean', torch.zeros([3]))`.
   */
  registerBuffer<T extends Tensor | null>(name: string, tensor: T, options: BufferOptions = {}): T {
    const { persistent = true } = checkOptions('registerBuffer', options, bufferOptions);
    if (tensor !== null) expectTensor('registerBuffer', 'tensor', tensor);
    this.#buffers.set(name, persistent);
    tensor?.keep();
    Object.defineProperty(this, name, {
      value: tensor,
      writable: true,
      enumerable: true,
      configurable: true,
    });
    return tensor;
  }

  /** Property names of this module's own buffers, and whether each goes into the state dict. */
  bufferNames(): [string, boolean][] {
    return [...this.#buffers];
  }

  /** Modules directly inside, with their keys. @throws Error for modules in a plain array, which nothing would find. */
  namedChildren(): [string, Module][] {
    const found: [string, Module][] = [];
    const properties = this.#properties();
    for (const name of Object.keys(properties)) {
      const value = properties[name];
      if (value instanceof Module) found.push([keyOf(name), value]);
      else if (Array.isArray(value) && value.some((element) => element instanceof Module)) {
        throw new Error(`${this.constructor.name}.${name} is an array of modules: make it a ModuleList`);
      }
    }
    return found;
  }

  /** Modules directly inside. */
  children(): Module[] {
    return this.namedChildren().map(([, child]) => child);
  }

  /** This module and all below, each once, parents first. */
  namedModules(prefix = ''): [string, Module][] {
    return eachOnce(this.#walk(prefix));
  }

  /** Parameters of this module and all below, each once. */
  namedParameters(prefix = ''): [string, Parameter][] {
    return eachOnce(this.#walk(prefix).flatMap(([path, module]) => module.#ownParameters(path)));
  }

  /** Parameters of this module and all below, each once. */
  parameters(): Parameter[] {
    return this.namedParameters().map(([, parameter]) => parameter);
  }

  /** Buffers of this module and all below, persistent or not, each once. */
  namedBuffers(prefix = ''): [string, Tensor][] {
    return eachOnce(this.#walk(prefix).flatMap(([path, module]) => module.#ownBuffers(path, false)));
  }

  /** Buffers of this module and all below, each once. */
  buffers(): Tensor[] {
    return this.namedBuffers().map(([, buffer]) => buffer);
  }

  /** Sets `training` here and below. */
  train(mode = true): this {
    return this.apply((module) => {
      module.training = mode;
    });
  }

  /** train(false). */
  eval(): this {
    return this.train(false);
  }

  /** Calls `visit` with every module below and then this one, children first. */
  apply(visit: (module: Module) => void): this {
    expectFunction('Module.apply', 'visit', visit);
    this.#visit(visit, []);
    return this;
  }

  /** Sets whether the parameters require gradients. */
  requiresGrad_(flag = true): this {
    for (const parameter of this.parameters()) parameter.requiresGrad_(flag);
    return this;
  }

  /** Drops the gradients of the parameters. */
  zeroGrad(): void {
    for (const parameter of this.parameters()) parameter.grad = null;
  }

  /**
   * Converts parameters and buffers. They stay the same objects, so an optimizer made before stays valid while it has
   * no state yet; gradients go along.
   * @throws Error when `dtype` is not a floating-point type.
   */
  to(options: ModuleToOptions): this {
    const { dtype, device } = checkOptions('Module.to', options, toOptions);
    if (dtype !== undefined && !isFloating(dtype)) {
      throw new Error(`Module.to: expected a floating-point dtype but received '${dtype}'`);
    }
    const convert = (tensor: Tensor): void => {
      const grad = tensor.grad;
      const target = { dtype: isFloating(tensor.dtype) ? dtype : undefined, device };
      const converted = tensor.to(target);
      if (converted.isSame(tensor)) return;
      tensor.setData_(converted);
      if (grad !== null) tensor.grad = grad.to(target);
    };
    scope(() => noGrad(() => [...this.parameters(), ...this.buffers()].forEach(convert)));
    return this;
  }

  /**
   * The module at a path of keys, such as `blocks.0.attn`; the empty one is this module.
   * @throws Error where there is none, with the first key that is missing.
   */
  getSubmodule(path: string): Module {
    expectString('getSubmodule', 'path', path);
    let found = this as Module;
    for (const key of path === '' ? [] : path.split('.')) {
      const child = found.namedChildren().find(([name]) => name === key)?.[1];
      if (child === undefined) {
        throw new Error(`${found.constructor.name} has no child '${key}', which the path '${path}' names`);
      }
      found = child;
    }
    return found;
  }

  /** This module and all below, each once, parents first. */
  modules(): Module[] {
    return this.namedModules().map(([, module]) => module);
  }

  /** Has `hook` run before every forward(). */
  registerForwardPreHook(hook: ForwardPreHook<this>, options: HookOptions = {}): RemovableHandle {
    return addHook(
      this,
      'forwardPre',
      hook as ForwardPreHook<Module>,
      hookOptions('registerForwardPreHook', options),
    );
  }

  /** Has `hook` run after every forward(). */
  registerForwardHook(hook: ForwardHook<this>, options: HookOptions = {}): RemovableHandle {
    return addHook(this, 'forward', hook as ForwardHook<Module>, hookOptions('registerForwardHook', options));
  }

  /**
   * Has `hook` run when the gradients by this module's outputs are computed, before they go on into it. For outputs that are
   * a tensor or an array of tensors.
   */
  registerFullBackwardPreHook(hook: FullBackwardPreHook<this>, options: HookOptions = {}): RemovableHandle {
    return addHook(
      this,
      'backwardPre',
      hook as FullBackwardPreHook<Module>,
      hookOptions('registerFullBackwardPreHook', options),
    );
  }

  /**
   * Has `hook` run when the gradients by this module's inputs are computed; with all of them, as far as they are arguments
   * of forward() themselves.
   */
  registerFullBackwardHook(hook: FullBackwardHook<this>, options: HookOptions = {}): RemovableHandle {
    return addHook(
      this,
      'backward',
      hook as FullBackwardHook<Module>,
      hookOptions('registerFullBackwardHook', options),
    );
  }

  /** Parameters and persistent buffers by key: the tensors themselves, not copies. */
  stateDict(): StateDict {
    const state: StateDict = new Map();
    for (const [path, module] of this.#walk('')) {
      for (const [key, tensor] of [...module.#ownParameters(path), ...module.#ownBuffers(path, true)]) {
        if (state.has(key))
          throw new Error(`${this.constructor.name}: two properties have the state-dict key ${key}`);
        state.set(key, tensor);
      }
    }
    return state;
  }

  /**
   * Copies the tensors of a state dict into those of this module, converting their dtype and device. Nothing is
   * changed when it throws.
   * @returns the keys without a counterpart (none when strict).
   * @throws Error that lists every missing and unexpected key (when strict) and every tensor of another shape.
   */
  loadStateDict(state: StateDictLike, options: LoadOptions = {}): KeyDifference {
    const { strict = true } = checkOptions('loadStateDict', options, loadOptions);
    const target = this.stateDict();
    const source = toStateDict('loadStateDict', state);
    const difference = compareStateDict(`loading ${this.constructor.name}`, target, source, strict);
    copyStateDict(target, source);
    return difference;
  }

  /** What toString() says between the parentheses: `in_features=2, out_features=3, bias=True`. */
  extraRepr(): string {
    return '';
  }

  /** The tree of modules, as PyTorch prints it. */
  toString(): string {
    this.#walk('');
    return formatModule(this.constructor.name, this.extraRepr(), this.namedChildren());
  }

  [inspect.custom](): string {
    return this.toString();
  }

  /** This module's own parameters with their keys: overridden where they are not among its properties. */
  protected ownParameters(): [string, Parameter][] {
    const found: [string, Parameter][] = [];
    const properties = this.#properties();
    for (const name of Object.keys(properties)) {
      const value = properties[name];
      if (value instanceof Parameter) found.push([keyOf(name), value]);
    }
    return found;
  }

  // Children first.
  #visit(visit: (module: Module) => void, above: readonly Module[]): void {
    if (above.includes(this)) throw new Error(`${this.constructor.name} contains itself`);
    const inside = [...above, this];
    for (const child of this.children()) child.#visit(visit, inside);
    visit(this);
  }

  // This module and all below with their paths, parents first; a shared module comes once for each path.
  #walk(path: string, above: readonly Module[] = [], found: [string, Module][] = []): [string, Module][] {
    if (above.includes(this)) throw new Error(`${this.constructor.name} at ${path} contains itself`);
    found.push([path, this]);
    const inside = [...above, this];
    for (const [key, child] of this.namedChildren()) child.#walk(join(path, key), inside, found);
    return found;
  }

  // This module as a record of its properties: Object.keys and a look-up take a quarter of Object.entries' time.
  #properties(): Readonly<Record<string, unknown>> {
    return this as unknown as Record<string, unknown>;
  }

  #ownParameters(path: string): [string, Parameter][] {
    return this.ownParameters().map(([key, parameter]) => [join(path, key), parameter]);
  }

  #ownBuffers(path: string, onlyPersistent: boolean): [string, Tensor][] {
    const found: [string, Tensor][] = [];
    const properties = this.#properties();
    for (const [name, persistent] of this.#buffers) {
      const value = properties[name];
      if (isTensor(value) && (persistent || !onlyPersistent)) found.push([join(path, keyOf(name)), value]);
    }
    return found;
  }
}

function hookOptions(call: string, options: HookOptions): HookOptions {
  return checkOptions(call, options, hookNames);
}

// The first entry of each value.
function eachOnce<T>(entries: readonly [string, T][]): [string, T][] {
  const keys = new Map<T, string>();
  for (const [key, value] of entries) if (!keys.has(value)) keys.set(value, key);
  return [...keys].map(([value, key]) => [key, value]);
}

function isFloating(dtype: DType): boolean {
  return dtype.includes('float');
}
