/**
 * Hooks of modules: functions that run before and after forward(), and when gradients by a module's inputs and outputs
 * are computed. A module has its own forward() called by others, so a hooked module gets a property `forward` that does
 * the rest around the one of its class; without hooks nothing is added.
 */
import { cat } from '../generated/functions.js';
import { isGradEnabled } from '../modes.js';
import { refusePromise } from '../synchronous.js';
import { isTensor, type Tensor } from '../tensor.js';
import type { Module } from './module.js';

/** What registering a hook gives back. */
export interface RemovableHandle {
  /** Takes the hook away; twice is no error. */
  remove(): void;
}

/** Options of the functions that register hooks. */
export interface HookOptions {
  /** Run before the hooks that are there. @default false */
  prepend?: boolean;
}

/** Gets the arguments of forward(); an array takes their place, and another value that of a single one. */
export type ForwardPreHook<M> = (module: M, args: unknown[]) => unknown;

/** Gets the arguments of forward() and its result; another result takes its place. */
export type ForwardHook<M> = (module: M, args: unknown[], output: unknown) => unknown;

/** Gradients by inputs or outputs, in their order; null where there is none. */
export type Gradients = (Tensor | null)[];

/** Gets the gradients by the outputs; an array takes their place. */
export type FullBackwardPreHook<M> = (module: M, gradOutput: Gradients) => Gradients | undefined;

/** Gets the gradients by the inputs and by the outputs; an array takes the place of the first. */
export type FullBackwardHook<M> = (
  module: M,
  gradInput: Gradients,
  gradOutput: Gradients,
) => Gradients | undefined;

interface HookLists {
  forwardPre: ForwardPreHook<Module>[];
  forward: ForwardHook<Module>[];
  backwardPre: FullBackwardPreHook<Module>[];
  backward: FullBackwardHook<Module>[];
}

const hooksOf = new WeakMap<Module, HookLists>();

/** Adds a hook of a kind to a module. */
export function addHook<K extends keyof HookLists>(
  module: Module,
  kind: K,
  hook: HookLists[K][number],
  { prepend = false }: HookOptions,
): RemovableHandle {
  if (typeof hook !== 'function') {
    throw new TypeError(
      `${module.constructor.name}: expected a function as hook but received ${typeof hook}`,
    );
  }
  let lists = hooksOf.get(module);
  if (lists === undefined) {
    lists = { forwardPre: [], forward: [], backwardPre: [], backward: [] };
    hooksOf.set(module, lists);
    surround(module, lists);
  }
  // A function may be registered twice, and each handle removes its own.
  const entry = ((...args: Parameters<typeof hook>) =>
    (hook as (...args: unknown[]) => unknown)(...args)) as HookLists[K][number];
  const list = lists[kind] as HookLists[K][number][];
  if (prepend) list.unshift(entry);
  else list.push(entry);
  const all = lists;
  return {
    remove: () => {
      const place = list.indexOf(entry);
      if (place >= 0) list.splice(place, 1);
      if (Object.values(all).every(({ length }) => length === 0)) release(module);
    },
  };
}

type Forward = (...args: unknown[]) => unknown;

// Not enumerable: what a module's own properties are is what it consists of.
function surround(module: Module, lists: HookLists): void {
  const own = Object.getOwnPropertyDescriptor(module, 'forward');
  const forward = Reflect.get(module, 'forward') as Forward;
  const restore = (): void => {
    Reflect.deleteProperty(module, 'forward');
    if (own !== undefined) Object.defineProperty(module, 'forward', own);
  };
  Object.defineProperty(module, 'forward', {
    value: (...args: unknown[]) =>
      callWithHooks(module, (inputs) => forward.apply(module, inputs), args, lists),
    writable: true,
    enumerable: false,
    configurable: true,
  });
  restorers.set(module, restore);
}

const restorers = new WeakMap<Module, () => void>();

function release(module: Module): void {
  restorers.get(module)?.();
  restorers.delete(module);
  hooksOf.delete(module);
}

function callWithHooks(
  module: Module,
  forward: (args: unknown[]) => unknown,
  given: unknown[],
  lists: HookLists,
): unknown {
  let args = given;
  for (const hook of [...lists.forwardPre]) {
    const changed = synchronousResult(module, hook(module, args));
    if (changed !== undefined) args = Array.isArray(changed) ? changed : [changed];
  }
  const watches = isGradEnabled() && lists.backward.length + lists.backwardPre.length > 0;
  const watch = watches ? new BackwardWatch(module, lists, args) : null;
  let output = forward(watch === null ? args : watch.inputs);
  for (const hook of [...lists.forward]) {
    const changed = synchronousResult(module, hook(module, args, output));
    if (changed !== undefined) output = changed;
  }
  return watch === null ? output : watch.watchOutput(output);
}

function synchronousResult(module: Module, result: unknown): unknown {
  return refusePromise(
    result,
    `${module.constructor.name}: expected a synchronous hook but received a promise`,
  );
}

/** Waits for the gradients of one call of forward(). */
class BackwardWatch {
  /** The arguments, of which those that take part in gradients are watched. */
  readonly inputs: unknown[];
  readonly #module: Module;
  readonly #lists: HookLists;
  readonly #watchesInputs: boolean;
  #gradOutput: Gradients = [];

  constructor(module: Module, lists: HookLists, args: readonly unknown[]) {
    this.#module = module;
    this.#lists = lists;
    const watched = watchTogether(args, (gradInput) => this.#run(gradInput));
    this.#watchesInputs = watched !== null;
    this.inputs = watched ?? [...args];
  }

  /** The output, watched: a tensor, or an array with tensors. */
  watchOutput(output: unknown): unknown {
    const outputs: unknown[] = Array.isArray(output) ? output : [output];
    const watched = watchTogether(outputs, (gradients) => {
      this.#gradOutput = gradients;
      for (const hook of [...this.#lists.backwardPre]) {
        this.#gradOutput = hook(this.#module, this.#gradOutput) ?? this.#gradOutput;
      }
      // No input needs a gradient: the hooks run now, as in PyTorch.
      if (!this.#watchesInputs) this.#run(this.inputs.map(() => null));
      return this.#gradOutput;
    });
    if (watched === null) return output;
    return Array.isArray(output) ? watched : watched[0];
  }

  #run(gradients: Gradients): Gradients {
    let gradInput = gradients;
    for (const hook of [...this.#lists.backward]) {
      gradInput = hook(this.#module, gradInput, this.#gradOutput) ?? gradInput;
    }
    return gradInput;
  }
}

/**
 * Stand-ins for the tensors among `values` that require gradients, and a call of `hook` with all their gradients at once;
 * null when there are none. Several are joined for that in one node of the graph, which copies them.
 */
function watchTogether(
  values: readonly unknown[],
  hook: (gradients: Gradients) => Gradients,
): unknown[] | null {
  const places = values.flatMap((value, i) => (isTensor(value) && value.requiresGrad ? [i] : []));
  const tensors = places.map((place) => values[place] as Tensor);
  const [first] = tensors;
  if (first === undefined) return null;
  const shapes = tensors.map((tensor) => tensor.shape);
  const joined =
    tensors.length === 1 ? first.viewAs(first) : cat(tensors.map((tensor) => tensor.reshape([-1])));
  const split = (flat: Tensor): Tensor[] =>
    tensors.length === 1
      ? [flat]
      : flat.split(tensors.map((tensor) => tensor.numel())).map((part, i) => part.view(shapes[i] ?? []));
  joined.registerHook((gradient) => {
    const all: Gradients = values.map(() => null);
    split(gradient).forEach((part, i) => (all[places[i] ?? 0] = part));
    const answered = hook([...all]);
    const changed = places.some((place) => answered[place] !== all[place]);
    if (!changed) return undefined;
    const parts = places.map((place, i) => answered[place] ?? gradient.newZeros(shapes[i] ?? []));
    const [only] = parts;
    return parts.length === 1 ? only : cat(parts.map((part) => part.reshape([-1])));
  });
  const stands: unknown[] = [...values];
  split(joined).forEach((part, i) => {
    const { dtype } = tensors[i] ?? part;
    stands[places[i] ?? 0] = part.dtype === dtype ? part : part.to(dtype);
  });
  return stands;
}
