/** From a model's outputs to what they mean. Runs in a browser too. */
import { UserError } from '../errors.js';
import type { OutputValues, Outputs } from './engine.js';

/** A class that an image may be of. */
export interface LikelyClass {
  name: string;
  /** Of all classes together: 1. */
  probability: number;
}

/** Codes of an image's patches. */
export interface TokenMap {
  /** Patches along a side. */
  grid: number;
  /** `[grid, grid]`, row by row. */
  tokens: Int32Array;
}

/** Attention of one head, from one token. */
export interface AttentionRow {
  /** What goes to [CLS]. */
  cls: number;
  /** What goes to each patch, row by row, `[grid, grid]`; with `cls` it sums to 1. */
  patches: Float32Array;
}

/** What the heads of a block attend to, from one token of an image. */
export interface AttentionAnswer {
  /** Patches along a side. */
  grid: number;
  /** From 1. */
  block: number;
  /** The patch that looks, row and column from 1; null for [CLS]. */
  from: { row: number; column: number } | null;
  heads: AttentionRow[];
  mean: AttentionRow;
}

/** The output by its name. @throws Error where the runtime did not give it */
export function output(outputs: Outputs, name: string): OutputValues {
  const found = outputs[name];
  if (!found) throw new Error(`internal: the model gave no ${name}`);
  return found;
}

/** Floats of an output. @throws UserError where one is NaN or infinite */
export function floats(outputs: Outputs, name: string): Float32Array {
  const { values } = output(outputs, name);
  if (!(values instanceof Float32Array)) throw new Error(`internal: ${name} is not float32`);
  if (values.every(Number.isFinite)) return values;
  throw new UserError(
    `The model's output ${name} has NaN or infinity in it: its weights are damaged, or it needs another precision.`,
  );
}

/** softmax of logits, the likeliest classes first. @param top how many */
export function likeliest(logits: Float32Array, classes: readonly string[], top: number): LikelyClass[] {
  const largest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const shares = logits.map((value) => Math.exp(value - largest));
  const sum = shares.reduce((total, value) => total + value, 0);
  const order = Array.from(shares.keys()).sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0));
  return order.slice(0, top).map((place) => ({
    name: classes[place] ?? String(place),
    probability: Math.fround((shares[place] ?? 0) / sum),
  }));
}

/** Mean of rows `[n, dim]`. */
export function meanRow(rows: Float32Array, dim: number): Float32Array {
  const sums = new Float64Array(dim);
  for (const [i, value] of rows.entries()) sums[i % dim] = (sums[i % dim] ?? 0) + value;
  return Float32Array.from(sums, (sum) => (sum * dim) / rows.length);
}

/** The attention of a token, from maps `[H, length, length]`, [CLS] first. @param token its place */
export function attentionRows(
  maps: Float32Array,
  length: number,
  token: number,
): { heads: AttentionRow[]; mean: AttentionRow } {
  const heads = maps.length / length ** 2;
  const rows = Array.from({ length: heads }, (_, head) => {
    const start = (head * length + token) * length;
    return maps.slice(start, start + length);
  });
  const mean = Float32Array.from(
    { length },
    (_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0) / heads,
  );
  const named = (row: Float32Array): AttentionRow => ({ cls: row[0] ?? 0, patches: row.slice(1) });
  return { heads: rows.map(named), mean: named(mean) };
}
