/** Comparing a state dict with the tensors it is to fill: what Module, optimizers and weight averages load by. */
import { noGrad } from '../modes.js';
import { finishCopy } from '../snapshot.js';
import { isTensor, type Tensor } from '../tensor.js';
import { expectObject } from '../expect.js';

/** Named tensors, in the order of the module's properties. */
export type StateDict = Map<string, Tensor>;

/** What loading accepts: a Map, or an object with tensors as values. */
export type StateDictLike = ReadonlyMap<string, Tensor> | Readonly<Record<string, Tensor>>;

/** Keys that a state dict and its target do not share. */
export interface KeyDifference {
  /** Keys of the target that the state dict lacks. */
  missing: string[];
  /** Keys of the state dict that the target lacks. */
  unexpected: string[];
}

/** A state dict as a Map. @throws TypeError for what is no object. */
export function toStateDict(call: string, state: StateDictLike): ReadonlyMap<string, Tensor> {
  expectObject(call, 'state', state);
  return state instanceof Map ? state : new Map(Object.entries(state));
}

function describe(tensor: Tensor): string {
  return `${tensor.dtype} [${tensor.shape.join(', ')}]`;
}

/**
 * Compares keys and shapes; dtypes may differ, since loading converts them.
 * @param what Opens the message: what was being loaded.
 * @param strict Whether missing and unexpected keys are an error; another shape always is one.
 * @throws Error that lists every difference: `-` missing, `+` unexpected, `~` of another shape.
 */
export function compareStateDict(
  what: string,
  target: ReadonlyMap<string, Tensor>,
  state: ReadonlyMap<string, Tensor>,
  strict: boolean,
): KeyDifference {
  const missing = [...target.keys()].filter((key) => !state.has(key));
  const unexpected = [...state.keys()].filter((key) => !target.has(key));
  const mismatched: string[] = [];
  for (const [key, expected] of target) {
    if (!state.has(key)) continue;
    const given: unknown = state.get(key);
    if (!isTensor(given)) mismatched.push(`~ ${key}: expected a Tensor but received ${typeof given}`);
    else if (given.shape.join() !== expected.shape.join()) {
      mismatched.push(`~ ${key}: expected ${describe(expected)} but received ${describe(given)}`);
    }
  }
  if (mismatched.length > 0 || (strict && missing.length + unexpected.length > 0)) {
    const lines = [
      ...missing.map((key) => lineOf('-', key, target)),
      ...unexpected.map((key) => lineOf('+', key, state)),
      ...mismatched,
    ];
    const counts = `${missing.length} missing (-), ${unexpected.length} unexpected (+), ${mismatched.length} mismatched (~)`;
    throw new Error(
      `${what}: the state dict does not fit: ${counts}\n${lines.map((line) => `  ${line}`).join('\n')}`,
    );
  }
  return { missing, unexpected };
}

/** Copies into every tensor of `target` that `state` has a value for, converting dtype and device. */
export function copyStateDict(target: ReadonlyMap<string, Tensor>, state: ReadonlyMap<string, Tensor>): void {
  finishCopy();
  noGrad(() => {
    for (const [key, tensor] of target) {
      const value = state.get(key);
      if (value !== undefined) tensor.copy_(value);
    }
  });
}

function lineOf(sign: string, key: string, tensors: ReadonlyMap<string, Tensor>): string {
  const tensor: unknown = tensors.get(key);
  return `${sign} ${key}: ${isTensor(tensor) ? describe(tensor) : typeof tensor}`;
}
