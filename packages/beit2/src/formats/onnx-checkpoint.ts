/** ONNX files that `beit2 export` wrote, as checkpoints: their metadata, and the weights that the export folded, unfolded. */
import { dirname, join } from 'node:path';
import { PbfReader } from 'pbf';
import type { DType } from '@beit2/torch';
import type { z } from 'zod';
import { byteCount, elementCount, type LazyTensor } from '@beit2/torch/safetensors';
import { UserError } from '../errors.js';
import { derived, joinRows, transposed } from './derived-tensors.js';
import { endingOf, FileReader } from '../files/file-access.js';
import { writer } from '../files/own-files.js';
import { fromFloat32, toFloat32 } from './float-values.js';
import { parseJson } from '../files/json-file.js';
import { lazySchema } from '../files/lazy-schema.js';
import { type Field, ProtobufFields, readOnnxMetadata } from './onnx-metadata.js';

export interface OnnxCheckpoint {
  /** Under the official key names. */
  tensors: Map<string, LazyTensor>;
  metadata: Record<string, string>;
}

/** Whether a file is ONNX: by its name, or by how ours begin (IR version, producer). */
export function isOnnx(path: string, start: Buffer): boolean {
  return (
    endingOf(path) === '.onnx' ||
    (start[0] === 0x08 && start[2] === 0x12 && start.toString('latin1', 4, 9) === writer)
  );
}

/**
 * Opens a file of `beit2 export`; its weights stay where they are.
 * @throws UserError where it is damaged, or another program's
 */
export function openOnnx(file: FileReader): OnnxCheckpoint {
  const { metadata, card } = readOnnxMetadata(file);
  if (metadata.precision === 'int8') {
    throw new UserError(
      `${file.path} holds weights rounded to int8, for predict, embed, search and serve alone: name the model that was exported.`,
    );
  }
  const fields = new ProtobufFields(file);
  const weights = new Map<string, LazyTensor>();
  for (const field of fields.of(0, file.size)) {
    if (field.number !== 7) continue;
    for (const part of fields.of(field.start, field.end))
      if (part.number === 5) weights.set(...readTensor(fields, file, part));
  }
  const sentence = `The card in ${file.path} was not written by beit2.`;
  return { tensors: unfolded(weights, parseJson(card, foldedSchema(), sentence)), metadata };
}

/** The part of a card that is folded into the weights. */
const foldedSchema = lazySchema((z) => {
  const channels = z.tuple([z.number(), z.number(), z.number()]);
  return z.object({
    dim: z.number(),
    heads: z.number(),
    image: z.object({ mean: channels, std: channels }),
  });
});

const dtypes: Record<number, DType> = { 1: 'float32', 7: 'int64', 10: 'float16' };

/** A weight with its name; its values stand in the file, or in one beside it. */
function readTensor(fields: ProtobufFields, file: FileReader, field: Field): [string, LazyTensor] {
  const shape: number[] = [];
  const beside: Record<string, string> = {};
  let [name, dtype, start, end] = ['', undefined as DType | undefined, 0, -1];
  for (const part of fields.of(field.start, field.end)) {
    if (part.number === 1) shape.push(...sizesOf(fields, part));
    else if (part.number === 2) dtype = dtypes[part.value ?? 0];
    else if (part.number === 8) name = fields.text(part);
    else if (part.number === 9) [start, end] = [part.start, part.end];
    else if (part.number === 13) Object.assign(beside, Object.fromEntries([fields.entry(part)]));
  }
  if (dtype === undefined || shape.some((size) => !(size >= 0 && size < 2 ** 31))) throw fields.damaged();
  const length = byteCount({ dtype, shape });
  const type = dtype;
  if (beside.location === undefined) {
    if (end - start !== length) throw fields.damaged();
    return [
      name,
      { dtype, shape, read: (into) => ({ dtype: type, shape, data: file.read(start, length, into) }) },
    ];
  }
  const offset = Number(beside.offset ?? 0);
  if (/[/\\]/.test(beside.location) || Number(beside.length) !== length || !(offset >= 0))
    throw fields.damaged();
  const data = join(dirname(file.path), beside.location);
  return [
    name,
    {
      dtype,
      shape,
      read: (into) => ({ dtype: type, shape, data: new FileReader(data).read(offset, length, into) }),
    },
  ];
}

/** Sizes of a shape: packed, or one. */
function sizesOf(fields: ProtobufFields, { start, end, value }: Field): number[] {
  if (value !== undefined) return [value];
  if (end - start > 100) throw fields.damaged();
  const reader = new PbfReader(fields.bytes.read(start, end - start));
  const sizes: number[] = [];
  try {
    while (reader.pos < end - start) sizes.push(reader.readVarint());
  } catch {
    throw fields.damaged();
  }
  return sizes;
}

const stored =
  /^(?:encoder\.)?blocks\.\d+\.(?:attn\.proj|mlp\.fc[12])\.weight$|^head\.weight$|^encode_task_layer\.[02]\.weight$|relative_position_bias_table$/;
/** Shapes, indexes and sums that a runtime needs and a model computes. */
const computed = /^\[|\/|^relative_position_index$/;

/** What `export/transformer-graph.ts` made of a model's weights, undone; layer scale stays in the products that it was folded into. */
function unfolded(
  weights: ReadonlyMap<string, LazyTensor>,
  card: z.infer<ReturnType<typeof foldedSchema>>,
): Map<string, LazyTensor> {
  const result = new Map<string, LazyTensor>();
  const { mean, std } = card.image;
  const queryScale = Math.sqrt(card.dim / card.heads);
  for (const [name, tensor] of weights) {
    if (computed.test(name)) continue;
    const [, block = '', part = '', kind = ''] = /^(.*\.attn)\.([qkv])\.(weight|bias)$/.exec(name) ?? [];
    if (part !== '') {
      const scale = part === 'q' ? queryScale : 1;
      const own = scaled(kind === 'weight' ? transposed(tensor) : tensor, scale);
      if (kind === 'bias') result.set(`${block}.${part}_bias`, own);
      else result.set(`${block}.${part}.weight`, own);
    } else if (/(^|\.)patch_embed\.proj\.weight$/.test(name)) {
      result.set(
        name,
        mapped(tensor, (value, i) => value * (std[channelOf(tensor, i)] ?? 1)),
      );
    } else if (/(^|\.)patch_embed\.proj\.bias$/.test(name)) {
      const kernel = weights.get(name.replace(/bias$/, 'weight'));
      result.set(name, kernel ? withShift(tensor, kernel, mean) : tensor);
    } else {
      result.set(name, stored.test(name) ? mapped(transposed(tensor)) : mapped(tensor));
    }
  }
  return joinQueries(result);
}

/** The input channel of an element of a kernel `[D, C, p, p]`. */
function channelOf({ shape: [, channels = 1, height = 1, width = 1] }: LazyTensor, element: number): number {
  return Math.floor(element / (height * width)) % channels;
}

/** The values in float32, each changed. */
function mapped(tensor: LazyTensor, change?: (value: number, i: number) => number): LazyTensor {
  if (!change && tensor.dtype === 'float32') return tensor;
  return derived('float32', tensor.shape, () => {
    const values = toFloat32(tensor.read());
    return fromFloat32(change ? values.map(change) : values, 'float32');
  });
}

function scaled(tensor: LazyTensor, factor: number): LazyTensor {
  return mapped(tensor, factor === 1 ? undefined : (value) => value * factor);
}

/** A bias `[D]` to which the share of the mean in a kernel `[D, C, p, p]` is given back. */
function withShift(bias: LazyTensor, kernel: LazyTensor, mean: readonly number[]): LazyTensor {
  return derived('float32', bias.shape, () => {
    const values = toFloat32(bias.read());
    const each = elementCount(kernel.shape) / Math.max(1, values.length);
    for (const [i, weight] of toFloat32(kernel.read()).entries()) {
      const row = Math.floor(i / each);
      values[row] = (values[row] ?? 0) + weight * (mean[channelOf(kernel, i)] ?? 0);
    }
    return fromFloat32(values, 'float32');
  });
}

/** Query, key and value of each block in one matrix. */
function joinQueries(tensors: Map<string, LazyTensor>): Map<string, LazyTensor> {
  for (const name of [...tensors.keys()]) {
    const block = /^(.*)\.q\.weight$/.exec(name)?.[1];
    if (block === undefined) continue;
    const parts = ['q', 'k', 'v'].map((part) => tensors.get(`${block}.${part}.weight`));
    const known = parts.filter((part) => part !== undefined);
    for (const part of ['q', 'k', 'v']) tensors.delete(`${block}.${part}.weight`);
    tensors.set(`${block}.qkv.weight`, joinRows(known));
  }
  return tensors;
}
