/**
 * Nested values, as torch.save() takes them, taken apart into named tensors and a tree of JSON that says where each stood, and put
 * together again.
 */
import { describe, isPlainObject } from '../options.js';
import { isTensor, type Tensor } from '../tensor.js';
import { quoted } from './raw-tensor.js';
import { SafetensorsError } from './safetensors.js';

/** Where a value stands, in JSON: a tensor by its name in the file, anything else by itself. */
type Node =
  | { tensor: string }
  | { value: string | number | boolean | null }
  | { number: string } // NaN, infinities and -0, which JSON lacks
  | { list: Node[] }
  | { object: Record<string, Node> }
  | { map: [string, Node][] }; // in its order, which an object loses for keys such as '10'

/** Deeper values are refused: no state is, and a damaged file must not exhaust the stack. */
const deepest = 64;

/** A value in two parts. */
export interface Parts {
  tensors: Map<string, Tensor>;
  /** JSON; null for a Map of tensors alone, which needs no more than their names. */
  tree: string | null;
}

/**
 * Takes a value apart. Tensors are named by the keys that lead to them, joined by dots.
 * @throws TypeError with the path of what cannot be saved
 */
export function takeApart(value: object): Parts {
  if (value instanceof Map && [...value.values()].every(isTensor) && [...value.keys()].every(isName))
    return { tensors: new Map(value as Map<string, Tensor>), tree: null };
  const tensors = new Map<string, Tensor>();
  const node = nodeOf(value, [], tensors);
  return { tensors, tree: JSON.stringify(node) };
}

function isName(key: unknown): boolean {
  return typeof key === 'string' && key !== '__metadata__'; // the format's own entry
}

function nodeOf(value: unknown, path: readonly string[], tensors: Map<string, Tensor>): Node {
  if (isTensor(value)) {
    const name = unusedName(path.join('.') || 'tensor', tensors);
    tensors.set(name, value);
    return { tensor: name };
  }
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0) ? { value } : { number: numberText(value) };
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return { value };
  if (path.length === deepest) throw refusal(path, `nested more than ${deepest} deep, or contains itself`);
  const inside = (child: unknown, key: string) => nodeOf(child, [...path, key], tensors);
  if (Array.isArray(value)) return { list: value.map((child, i) => inside(child, String(i))) };
  if (value instanceof Map) {
    const keys = [...value.keys()] as unknown[];
    if (!keys.every((key) => typeof key === 'string'))
      throw refusal(path, 'a Map with keys that are not strings');
    return { map: nodesOf([...(value as Map<string, unknown>)], inside) };
  }
  if (isPlainObject(value)) {
    const fields = Object.entries(value).filter(([, child]) => child !== undefined); // as JSON leaves them out
    return { object: Object.fromEntries(nodesOf(fields, inside)) };
  }
  throw refusal(path, describe(value));
}

function nodesOf(
  entries: readonly [string, unknown][],
  inside: (child: unknown, key: string) => Node,
): [string, Node][] {
  return entries.map(([key, child]) => [key, inside(child, key)]);
}

function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function unusedName(name: string, taken: ReadonlyMap<string, Tensor>): string {
  return taken.has(name) || !isName(name) ? unusedName(`${name}_`, taken) : name;
}

function refusal(path: readonly string[], what: string): TypeError {
  const where = path.length === 0 ? 'the value' : quoted(path.join('.'));
  const kinds = 'tensors, numbers, strings, booleans and null in objects, arrays and Maps can be saved';
  return new TypeError(
    `torch.save: ${where} is ${what}; ${kinds}: pass the stateDict() of a model or optimizer`,
  );
}

/**
 * Puts a value together again.
 * @param file names it in messages
 * @throws SafetensorsError where the tree is damaged or names a tensor that is not there
 */
export function putTogether(tree: string, tensors: ReadonlyMap<string, Tensor>, file: string): unknown {
  try {
    return valueOf(JSON.parse(tree), tensors, 0);
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof Misfit)) throw error;
    throw new SafetensorsError(
      `${file} is damaged: the structure that torch.save() stored does not fit its tensors.`,
    );
  }
}

/** A node that nodeOf() never makes. */
class Misfit extends Error {}

function valueOf(node: unknown, tensors: ReadonlyMap<string, Tensor>, depth: number): unknown {
  if (depth > deepest || !isPlainObject(node)) throw new Misfit();
  const [[kind, content] = ['', null], ...more] = Object.entries(node);
  if (more.length > 0) throw new Misfit();
  const inside = (child: unknown) => valueOf(child, tensors, depth + 1);
  if (kind === 'tensor' && typeof content === 'string') {
    const tensor = tensors.get(content);
    if (tensor !== undefined) return tensor;
  }
  if (kind === 'value' && (content === null || typeof content !== 'object')) return content;
  if (kind === 'number' && typeof content === 'string') return Number(content);
  if (kind === 'list' && Array.isArray(content)) return content.map(inside);
  if (kind === 'map' && Array.isArray(content) && content.every(isPair))
    return new Map(content.map(([key, child]) => [key, inside(child)]));
  if (kind === 'object' && isPlainObject(content))
    return Object.fromEntries(Object.entries(content).map(([key, child]) => [key, inside(child)]));
  throw new Misfit();
}

function isPair(value: unknown): value is [string, unknown] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string';
}
