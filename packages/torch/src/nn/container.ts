/** Modules that hold modules or parameters. */
import type { Tensor } from '../tensor.js';
import { Module } from './module.js';
import { Parameter } from './parameter.js';
import { formatModule } from './repr.js';

/** A module from one tensor to one tensor. */
export interface TensorModule extends Module {
  forward(x: Tensor): Tensor;
}

/** What ModuleList and ParameterList share: their elements are the properties `0`, `1`, …. */
abstract class List<T extends object> extends Module implements Iterable<T> {
  readonly [index: number]: T;

  /** Adds an element at the end. */
  abstract append(element: T): this;

  /** Adds elements at the end. */
  extend(elements: Iterable<T>): this {
    for (const element of elements) this.append(element);
    return this;
  }

  /** The element at an index; negative ones count from the end. @throws RangeError where there is none. */
  at(index: number): T {
    const element = this[index < 0 ? index + this.length : index];
    if (element !== undefined) return element;
    throw new RangeError(`${this.constructor.name}: no ${this.elementName()} at ${index} of ${this.length}`);
  }

  get length(): number {
    return this.elements().length;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.elements()[Symbol.iterator]();
  }

  protected abstract elements(): T[];
  protected abstract elementName(): string;

  protected put(index: number, element: T): void {
    Object.defineProperty(this, index, {
      value: element,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
}

/** A list of modules whose parameters are found; it has no forward of its own. */
export class ModuleList<M extends Module = Module> extends List<M> {
  constructor(modules: Iterable<M> = []) {
    super();
    this.extend(modules);
  }

  /** @throws TypeError when it is no module. */
  override append(module: M): this {
    checkModule(this.constructor.name, module);
    this.put(this.length, module);
    return this;
  }

  /** Puts a module before the one at `index`; negative indices count from the end. @throws TypeError when it is no module. */
  insert(index: number, module: M): this {
    checkModule(this.constructor.name, module);
    const place = Math.min(this.length, Math.max(0, index < 0 ? index + this.length : index));
    for (let i = this.length; i > place; i--) this.put(i, this.at(i - 1));
    this.put(place, module);
    return this;
  }

  override toString(): string {
    return formatModule(this.constructor.name, this.extraRepr(), this.namedChildren(), true);
  }

  protected override elements(): M[] {
    return this.children() as M[];
  }

  protected override elementName(): string {
    return 'module';
  }
}

/** Modules that one tensor passes through in order. */
export class Sequential extends ModuleList<TensorModule> {
  constructor(...modules: TensorModule[]) {
    super(modules);
  }

  override forward(x: Tensor): Tensor {
    let y = x;
    for (const module of this) y = module.forward(y);
    return y;
  }

  override toString(): string {
    return formatModule(this.constructor.name, this.extraRepr(), this.namedChildren());
  }
}

/** Modules by name, in the order in which they were set; names stay as they are in a state dict's keys. */
export class ModuleDict<M extends Module = Module> extends Module implements Iterable<[string, M]> {
  readonly held = new Map<string, M>();

  constructor(modules: Iterable<readonly [string, M]> | Readonly<Record<string, M>> = []) {
    super();
    this.update(modules);
  }

  /** @throws TypeError when it is no module. @throws Error for a name that is empty or has a dot. */
  set(name: string, module: M): this {
    checkModule('ModuleDict', module);
    if (name === '' || name.includes('.')) {
      throw new Error(`ModuleDict: expected a name without dots, not empty, but received '${name}'`);
    }
    this.held.set(name, module);
    return this;
  }

  /** Sets several. */
  update(modules: Iterable<readonly [string, M]> | Readonly<Record<string, M>>): this {
    const entries = isIterable<readonly [string, M]>(modules) ? modules : Object.entries(modules);
    for (const [name, module] of entries) this.set(name, module);
    return this;
  }

  get(name: string): M | undefined {
    return this.held.get(name);
  }

  has(name: string): boolean {
    return this.held.has(name);
  }

  delete(name: string): boolean {
    return this.held.delete(name);
  }

  clear(): void {
    this.held.clear();
  }

  get size(): number {
    return this.held.size;
  }

  keys(): IterableIterator<string> {
    return this.held.keys();
  }

  values(): IterableIterator<M> {
    return this.held.values();
  }

  entries(): IterableIterator<[string, M]> {
    return this.held.entries();
  }

  [Symbol.iterator](): Iterator<[string, M]> {
    return this.held.entries();
  }

  override namedChildren(): [string, Module][] {
    return [...this.held];
  }
}

/** A list of parameters that are found. */
export class ParameterList extends List<Parameter> {
  constructor(parameters: Iterable<Tensor> = []) {
    super();
    for (const parameter of parameters) this.append(parameter);
  }

  /** Adds a parameter; another tensor becomes one. */
  override append(tensor: Tensor): this {
    this.put(this.length, tensor instanceof Parameter ? tensor : new Parameter(tensor));
    return this;
  }

  protected override elements(): Parameter[] {
    return Object.values(this).filter((value) => value instanceof Parameter);
  }

  protected override elementName(): string {
    return 'parameter';
  }

  override toString(): string {
    const lines = [...this].map(
      (parameter, i) => `  (${i}): Parameter of ${parameter.dtype} [${parameter.shape.join(', ')}]\n`,
    );
    return lines.length === 0 ? 'ParameterList()' : `ParameterList(\n${lines.join('')})`;
  }
}

function checkModule(name: string, module: unknown): void {
  if (module instanceof Module) return;
  throw new TypeError(`${name}: expected a Module but received ${typeof module}`);
}

function isIterable<T>(value: Iterable<T> | object): value is Iterable<T> {
  return Symbol.iterator in value;
}
