/** Copies of modules. */
import { noGrad } from '../modes.js';
import { scope } from '../scope.js';
import { Tensor } from '../tensor.js';
import { Module } from './module.js';
import { Parameter } from './parameter.js';
import { expectInstance } from '../expect.js';

/**
 * A module like this one with parameters, buffers and children of its own; what is shared inside stays shared. Other
 * objects among its properties (settings, generators, functions) are the same ones; hooks do not go along.
 * @throws TypeError from the copy's methods where the class keeps state in `#private` properties.
 */
export function deepCopy<M extends Module>(module: M): M {
  expectInstance('deepCopy', 'module', module, Module);
  return copyModule(module, new Map<object, object>());
}

function copyModule<M extends Module>(module: M, copied: Map<object, object>): M {
  const known = copied.get(module);
  if (known !== undefined) return known as M;
  // Runs the constructor of Module alone: a layer's own would draw numbers.
  const copy = Reflect.construct(Module, [], module.constructor as new () => M) as M;
  copied.set(module, copy);
  const source = module as unknown as Record<string, unknown>;
  for (const name of Object.keys(source)) {
    Object.defineProperty(copy, name, {
      value: copyValue(source[name], copied),
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  for (const [name, persistent] of module.bufferNames()) {
    copy.registerBuffer(name, (copy as unknown as Record<string, Tensor | null>)[name] ?? null, {
      persistent,
    });
  }
  return copy;
}

function copyValue(value: unknown, copied: Map<object, object>): unknown {
  if (value instanceof Module) return copyModule(value, copied);
  if (value instanceof Map) {
    return new Map(Array.from(value, ([key, element]) => [key, copyValue(element, copied)]));
  }
  if (!(value instanceof Tensor)) return value;
  const known = copied.get(value);
  if (known !== undefined) return known;
  const copy = copyTensor(value);
  copied.set(value, copy);
  return copy;
}

function copyTensor(tensor: Tensor): Tensor {
  if (!(tensor instanceof Parameter)) return noGrad(() => tensor.clone()).keep();
  const { requiresGrad } = tensor;
  return scope(
    () =>
      new Parameter(
        noGrad(() => tensor.clone()),
        { requiresGrad },
      ),
  );
}
