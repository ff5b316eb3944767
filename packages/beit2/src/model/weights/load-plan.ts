/**
 * What a load does with every tensor of a checkpoint: fits its state dict to a model's keys and shapes, resizes
 * positions, and says in one error what does not fit.
 */
import { describeTensor, type LazyTensor } from '@beit2/torch/safetensors';
import { UserError } from '../../errors.js';
import { derived } from '../../formats/derived-tensors.js';
import { fromFloat32, isFloat, toFloat32 } from '../../formats/float-values.js';
import type { KeyNote, StateDict } from './key-maps.js';
import { printable } from '../../files/printable.js';
import { gridOfTable, resizePositions, resizeTable, tableRows, type Grid } from '../resize-positions.js';

/** A model's keys and the shapes it wants; its own state dict serves. */
export type WantedShapes = ReadonlyMap<string, { shape: readonly number[] }>;

export interface LoadOptions {
  /** Keys that may keep the model's own values where the checkpoint lacks them or has another shape, e.g. `/^head\./`. */
  fresh?: readonly RegExp[];
  /** Patches of the checkpoint's pictures; found by itself where they are square. */
  fromGrid?: Grid;
  /** Patches of the model's pictures; found by itself where they are square. */
  toGrid?: Grid;
}

/** A load that fits. */
export interface LoadPlan {
  /** For the model, under its keys and with its shapes. */
  tensors: StateDict;
  /** What becomes of each key of the checkpoint. */
  notes: KeyNote[];
  /** Keys of the model that keep its own values. */
  fresh: string[];
}

/** Keys that a model may do without, and why. */
const leftOut: [RegExp, string][] = [
  [/relative_position_index$/, 'computed from the grid size'],
  [/^(mask_token$|lm_head\.|cls_pt_)/, 'used in pretraining only'],
  [/^(decoder|decode_task_layer)\./, 'used in tokenizer training only'],
  [/^quantize\.(cluster_size|embedding\.(cluster_size|embed_avg|initted))$/, 'a training counter'],
  [/^norm\./, 'this model has no norm at the end of the sequence'],
  [/^fc_norm\./, 'this model has no norm after the mean'],
  [/^head\./, 'this model has no classifier'],
  [/^(teacher|scaling|loss)/, 'used in training only'],
];

const sharedTable = 'rel_pos_bias.relative_position_bias_table';
const isTable = /relative_position_bias_table$/;
const isPositions = /(^|\.)pos_embed$/;
const isIndex = /relative_position_index$/;

/**
 * Fits a state dict with our key names to a model.
 * @param path for the message
 * @throws UserError that lists every key missing, unexpected and mismatched
 */
export function planLoad(
  path: string,
  source: StateDict,
  wanted: WantedShapes,
  options: LoadOptions = {},
): LoadPlan {
  const { fresh = [] } = options;
  const notes: KeyNote[] = [];
  const mismatched: string[] = [];
  const tensors: StateDict = new Map();
  const { expanded, unused } = expandTable(source, wanted, notes);

  for (const [key, tensor] of expanded) {
    const target = wanted.get(key);
    if (!target) throw new Error(`internal: ${key} is not wanted`);
    const fitted = fit(key, tensor, target.shape, options);
    if (fitted) {
      tensors.set(key, fitted.tensor);
      if (fitted.resized !== undefined) notes.push({ key, fate: 'interpolated', why: fitted.resized });
      else if (source.has(key)) notes.push({ key, fate: 'kept' });
    } else if (fresh.some((pattern) => pattern.test(key))) {
      notes.push({
        key,
        fate: 'dropped',
        why: `it has shape [${tensor.shape.join(', ')}], the model [${target.shape.join(', ')}]`,
      });
    } else if (isIndex.test(key)) {
      notes.push({ key, fate: 'dropped', why: 'computed from the grid size' });
    } else {
      mismatched.push(`${key} (file ${describeTensor(tensor)}, model [${target.shape.join(', ')}])`);
    }
  }
  const unexpected = unused.filter((key) => !dropKnown(key, notes));
  const own = [...wanted.keys()].filter((key) => !tensors.has(key));
  const missing = own.filter(
    (key) => !expanded.has(key) && ![...fresh, isIndex].some((pattern) => pattern.test(key)),
  );
  if (missing.length + unexpected.length + mismatched.length > 0) {
    const lists = [list('missing', missing), list('unexpected', unexpected), list('mismatched', mismatched)];
    throw new UserError(`${path} does not fit the model: ${lists.filter((text) => text !== '').join('; ')}.`);
  }
  return { tensors, notes, fresh: own };
}

/** Those tensors that the model has a place for, the shared table copied to each block that wants one, and the keys left. */
function expandTable(
  source: StateDict,
  wanted: WantedShapes,
  notes: KeyNote[],
): { expanded: StateDict; unused: string[] } {
  const expanded: StateDict = new Map();
  const unused: string[] = [];
  for (const [key, tensor] of source) {
    if (wanted.has(key)) {
      expanded.set(key, tensor);
      continue;
    }
    const to =
      key === sharedTable ? [...wanted.keys()].filter((name) => isTable.test(name) && !source.has(name)) : [];
    if (to.length === 0) {
      unused.push(key);
      continue;
    }
    for (const name of to) expanded.set(name, tensor);
    notes.push({ key, fate: 'expanded', to, why: 'each block has its own table' });
  }
  return { expanded, unused };
}

function dropKnown(key: string, notes: KeyNote[]): boolean {
  const why = leftOut.find(([pattern]) => pattern.test(key))?.[1];
  if (why !== undefined) notes.push({ key, fate: 'dropped', why });
  return why !== undefined;
}

function list(title: string, keys: string[]): string {
  if (keys.length === 0) return '';
  const more = keys.length > 10 ? ` and ${keys.length - 10} more` : '';
  return `${title} ${keys.slice(0, 10).map(printable).join(', ')}${more}`;
}

/** The tensor in the shape that is wanted; null where it cannot be brought into it. */
function fit(
  key: string,
  tensor: LazyTensor,
  shape: readonly number[],
  { fromGrid, toGrid }: LoadOptions,
): { tensor: LazyTensor; resized?: string } | null {
  if (tensor.shape.join() === shape.join()) return { tensor };
  if (!isFloat(tensor.dtype) || tensor.shape.length !== shape.length || tensor.shape.at(-1) !== shape.at(-1))
    return null;
  const width = shape.at(-1) ?? 0;
  if (isTable.test(key)) {
    const from = fromGrid ?? gridOfTable(tensor.shape[0] ?? 0);
    const to = toGrid ?? gridOfTable(shape[0] ?? 0);
    if (!from || !to || tableRows(from) !== tensor.shape[0] || tableRows(to) !== shape[0]) return null;
    return resize(tensor, shape, `${describeGrid(from)} → ${describeGrid(to)} patches, geometric`, (values) =>
      resizeTable(values, width, from, to),
    );
  }
  if (isPositions.test(key)) {
    const from = fromGrid ?? squareGrid(tensor.shape.at(-2) ?? 0);
    const to = toGrid ?? squareGrid(shape.at(-2) ?? 0);
    if (!from || !to) return null;
    return resize(tensor, shape, `${describeGrid(from)} → ${describeGrid(to)} patches, bicubic`, (values) =>
      resizePositions(values, width, from, to),
    );
  }
  return null;
}

function resize(
  tensor: LazyTensor,
  shape: readonly number[],
  resized: string,
  compute: (values: Float32Array) => Float32Array,
): { tensor: LazyTensor; resized: string } {
  const { dtype } = tensor;
  const compute32 = (): Uint8Array => fromFloat32(compute(toFloat32(tensor.read())), dtype);
  return { tensor: derived(dtype, [...shape], compute32), resized };
}

/** The grid of so many tokens, [CLS] among them. */
function squareGrid(tokens: number): Grid | null {
  const side = Math.sqrt(tokens - 1);
  return Number.isInteger(side) ? [side, side] : null;
}

function describeGrid([rows, columns]: Grid): string {
  return `${rows} × ${columns}`;
}

/** One note for each key of the file, from what renaming did and what the load did with the result. */
export function followNotes(renaming: KeyNote[], loading: KeyNote[]): KeyNote[] {
  const loaded = new Map(loading.map((note) => [note.key, note]));
  return renaming.flatMap((note) => {
    const target = note.to?.[0] ?? note.key;
    const next = loaded.get(target);
    if (!next || next.fate === 'kept') return [note];
    const resized = (next.to ?? [])
      .map((key) => loaded.get(key))
      .find((other) => other?.fate === 'interpolated');
    const why = [next.why, resized?.why].filter((text) => text !== undefined).join('; ');
    return [{ ...next, key: note.key, why }];
  });
}
