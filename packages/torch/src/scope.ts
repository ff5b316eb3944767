/** Lifetimes: who frees which tensor when. */
import { native, type TensorId } from './native.js';
import { refusePromise, type Synchronous } from './synchronous.js';
import { changeScopeDepth, idOf, Tensor, watch } from './tensor.js';
import { expectFunction } from './expect.js';

/**
 * Runs `body` and frees every tensor made inside, but those it returns: tensors found in the returned value (arrays,
 * maps, sets, objects and their own properties) go to the next outer scope, or to the collector where there is none.
 * Tensors on which keep() was called stay too. What autograd saved lives as long as its graph.
 *
 * @throws Error when `body` is asynchronous: after an `await`, other code's tensors would fall into this scope. Use
 * `using` or dispose() there, and scopes in the synchronous parts between.
 * @example const loss = torch.scope(() => model.forward(x).sub(y).square().mean());
 */
export function scope<T>(body: () => Synchronous<T>): T {
  expectFunction('torch.scope', 'body', body);
  native.enterScope();
  changeScopeDepth(1);
  let survivors: Tensor[] = [];
  try {
    const result = refusePromise<T>(
      body(),
      'torch.scope() takes a synchronous function: tensors made after an await would not be freed. ' +
        'Use `using` or dispose() in async code, and scopes in the synchronous parts between awaits',
    );
    survivors = findTensors(result);
    return result;
  } finally {
    changeScopeDepth(-1);
    const ids: TensorId[] = [];
    for (const tensor of survivors) if (!tensor.isDisposed) ids.push(idOf(tensor));
    native.exitScope(ids);
    for (const tensor of survivors) if (!tensor.isDisposed) watch(tensor);
  }
}

/** Live tensor handles of this thread, and the bytes of the storages they made. */
export function memory(): { tensors: number; bytes: number } {
  const [tensors, bytes] = native.memory();
  return { tensors, bytes };
}

/** All tensors that can be reached from a value through containers and own properties. */
export function findTensors(root: unknown): Tensor[] {
  if (typeof root !== 'object' || root === null) return [];
  if (root instanceof Tensor) return [root];
  const found: Tensor[] = [];
  const seen = new Set<object>();
  const queue: unknown[] = [root];
  // One by one: a call with as many arguments as a large array has elements overflows the stack.
  const add = (values: Iterable<unknown>): void => {
    for (const one of values) if (typeof one === 'object' && one !== null) queue.push(one);
  };
  for (let value = queue.pop(); queue.length > 0 || value !== undefined; value = queue.pop()) {
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (value instanceof Tensor) found.push(value);
    else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) continue;
    else if (value instanceof Map) {
      add(value.keys());
      add(value.values());
    } else if (value instanceof Set || Array.isArray(value)) add(value as Iterable<unknown>);
    else add(Object.values(value));
  }
  return found;
}
