/** Modules that hold modules or parameters. */
import { expectIterable, expectObject } from '../expect.js';
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
    expectIterable(this.constructor.name, 'elements', elements);
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

/** Elements by name. */
export type Entries<T> = Iterable<readonly [string, T]> | Readonly<Record<string, T>>;

/** What ModuleDict and ParameterDict share: names in the order in which they were set, as they are in a state dict's keys. */
abstract class Dict<Given, T extends Given> extends Module implements Iterable<[string, T]> {
  readonly held = new Map<string, T>();

  /** Sets an element. @throws Error for a name that is empty or has a dot. */
  set(name: string, element: Given): this {
    if (typeof name !== 'string' || name === '' || name.includes('.')) {
      throw new Error(
        `${this.constructor.name}: expected a name without dots, not empty, but received '${name}'`,
      );
    }
    this.held.set(name, this.accept(element));
    return this;
  }

  /** Sets several. */
  update(elements: Entries<Given>): this {
    expectObject(this.constructor.name, 'elements', elements);
    const entries = isIterable<readonly [string, Given]>(elements) ? elements : Object.entries(elements);
    for (const [name, element] of entries) this.set(name, element);
    return this;
  }

  get(name: string): T | undefined {
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

  values(): IterableIterator<T> {
    return this.held.values();
  }

  entries(): IterableIterator<[string, T]> {
    return this.held.entries();
  }

  [Symbol.iterator](): Iterator<[string, T]> {
    return this.held.entries();
  }

  protected abstract accept(element: Given): T;
}

/** Modules by name. @throws TypeError for what is no module. */
export class ModuleDict<M extends Module = Module> extends Dict<M, M> {
  constructor(modules: Entries<M> = []) {
    super();
    this.update(modules);
  }

  override namedChildren(): [string, Module][] {
    return [...this.held];
  }

  protected override accept(module: M): M {
    checkModule('ModuleDict', module);
    return module;
  }
}

/** Parameters by name; another tensor becomes one. */
export class ParameterDict extends Dict<Tensor, Parameter> {
  constructor(parameters: Entries<Tensor> = []) {
    super();
    this.update(parameters);
  }

  override toString(): string {
    const lines = [...this].map(([name, parameter]) => parameterLine(name, parameter));
    return lines.length === 0 ? 'ParameterDict()' : `ParameterDict(\n${lines.join('')})`;
  }

  protected override ownParameters(): [string, Parameter][] {
    return [...this.held];
  }

  protected override accept(tensor: Tensor): Parameter {
    return asParameter(tensor);
  }
}

/** A list of parameters that are found. */
export class ParameterList extends List<Parameter> {
  constructor(parameters: Iterable<Tensor> = []) {
    super();
    expectIterable('ParameterList', 'parameters', parameters);
    for (const parameter of parameters) this.append(parameter);
  }

  /** Adds a parameter; another tensor becomes one. */
  override append(tensor: Tensor): this {
    this.put(this.length, asParameter(tensor));
    return this;
  }

  protected override elements(): Parameter[] {
    return Object.values(this).filter((value) => value instanceof Parameter);
  }

  protected override elementName(): string {
    return 'parameter';
  }

  override toString(): string {
    const lines = [...this].map((parameter, i) => parameterLine(String(i), parameter));
    return lines.length === 0 ? 'ParameterList()' : `ParameterList(\n${lines.join('')})`;
  }
}

function asParameter(tensor: Tensor): Parameter {
  return tensor instanceof Parameter ? tensor : new Parameter(tensor);
}

function parameterLine(name: string, { dtype, shape }: Parameter): string {
  return `  (${name}): Parameter of ${dtype} [${shape.join(', ')}]\n`;
}

function checkModule(name: string, module: unknown): void {
  if (module instanceof Module) return;
  throw new TypeError(`${name}: expected a Module but received ${typeof module}`);
}

function isIterable<T>(value: Iterable<T> | object): value is Iterable<T> {
  return Symbol.iterator in value;
}
