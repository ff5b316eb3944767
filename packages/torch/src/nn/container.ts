/** Modules that hold modules: their children's keys are `0`, `1`, …. */
import type { Tensor } from '../tensor.js';
import { Module } from './module.js';

/** A module from one tensor to one tensor. */
export interface TensorModule extends Module {
  forward(x: Tensor): Tensor;
}

/** A list of modules whose parameters are found; it has no forward of its own. */
export class ModuleList<M extends Module = Module> extends Module implements Iterable<M> {
  readonly [index: number]: M;

  constructor(modules: Iterable<M> = []) {
    super();
    for (const module of modules) this.append(module);
  }

  /** Adds a module at the end. @throws TypeError when it is none. */
  append(module: M): this {
    if (!(module instanceof Module)) {
      throw new TypeError(`${this.constructor.name}: expected a Module but received ${typeof module}`);
    }
    Object.defineProperty(this, this.length, {
      value: module,
      writable: true,
      enumerable: true,
      configurable: true,
    });
    return this;
  }

  get length(): number {
    return this.namedChildren().length;
  }

  /** The module at an index; negative ones count from the end. @throws RangeError where there is none. */
  at(index: number): M {
    const module = this[index < 0 ? index + this.length : index];
    if (module !== undefined) return module;
    throw new RangeError(`${this.constructor.name}: no module at ${index} of ${this.length}`);
  }

  [Symbol.iterator](): Iterator<M> {
    return (this.children() as M[])[Symbol.iterator]();
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
}
