/**
 * Writes ONNX files (the protobuf messages of onnx.proto, IR version 8 on), weights streamed one tensor at a time.
 * Field numbers are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
 */
import { basename, dirname, join } from 'node:path';
import { PbfWriter } from 'pbf';
import { byteCount, type LazyTensor } from '@beit2/torch/safetensors';
import { UserError } from '../errors.js';
import { writeFileWhole } from '../files/file-access.js';

/** Types of values in a graph, with ONNX's numbers. */
const elementTypes = { float32: 1, int8: 3, int64: 7, float16: 10 } as const;
export type OnnxType = keyof typeof elementTypes;

/** An integer, integers, or a float. */
export type OnnxAttribute = number | readonly number[] | { float: number };

export interface OnnxNode {
  op: string;
  /** Unique in the graph. */
  name: string;
  inputs: readonly string[];
  outputs: readonly string[];
  attributes: Record<string, OnnxAttribute>;
}

/** An input or output of the graph; a size that may vary is a name. */
export interface OnnxValue {
  name: string;
  type: OnnxType;
  shape: readonly (number | string)[];
}

export interface OnnxModel {
  /** Name of the graph. */
  name: string;
  /** Version of the standard operator set. */
  opset: number;
  producerVersion: string;
  description: string;
  metadata: Record<string, string>;
  inputs: readonly OnnxValue[];
  outputs: readonly OnnxValue[];
  nodes: readonly OnnxNode[];
  weights: ReadonlyMap<string, LazyTensor>;
}

/** Wire type of texts, bytes and messages. */
const lengthDelimited = 2;
/** Least IR version that every operator set from 17 to 22 may be used with. */
const irVersion = 8;
/** Protobuf messages end here. */
const largestMessage = 2 ** 31 - 1;
/** Smaller tensors stay in the file: shape inference reads some of them. */
const smallestExternal = 1024;
/** Tensors beside the file start at pages, so that a runtime can map them into memory. */
const page = 4096;

/**
 * Writes a model.
 * @param path where to
 * @param externalData put the weights into `PATH.data` beside the file
 * @returns the files written
 * @throws UserError where the model is too large for one file (2 GB)
 */
export function writeOnnx(path: string, model: OnnxModel, externalData = false): string[] {
  const dataFile = join(dirname(path), `${basename(path)}.data`);
  const offsets = externalData ? writeWeights(dataFile, model.weights) : new Map<string, number>();
  const initializers = [...model.weights].map(([name, tensor]) => {
    const offset = offsets.get(name);
    const place = offset === undefined ? null : { file: basename(dataFile), offset };
    return { tensor, ...initializer(name, tensor, place) };
  });
  const body = graphBody(model);
  const size = initializers.reduce((sum, { head, inside }) => sum + head.length + inside, body.length);
  if (size > largestMessage) {
    throw new UserError(
      `The model has ${(size / 1e9).toFixed(1)} GB of weights, more than the 2 GB of an ONNX file: add --external-data.`,
    );
  }
  writeFileWhole(path, (append) => {
    append(modelHead(model));
    append(messageStart(7, size));
    append(body);
    for (const { head, inside, tensor } of initializers) {
      append(head);
      if (inside > 0) append(tensor.read().data);
    }
  });
  return externalData ? [path, dataFile] : [path];
}

/** Writes large weights one after the other. @returns where each begins */
function writeWeights(path: string, weights: OnnxModel['weights']): Map<string, number> {
  const offsets = new Map<string, number>();
  writeFileWhole(path, (append) => {
    let position = 0;
    for (const [name, tensor] of weights) {
      const length = byteCount(tensor);
      if (length < smallestExternal) continue;
      const padding = (page - (position % page)) % page;
      append(new Uint8Array(padding));
      append(tensor.read().data);
      offsets.set(name, position + padding);
      position += padding + length;
    }
  });
  return offsets;
}

/** Everything of the ModelProto but its graph. */
function modelHead({ opset, producerVersion, description, metadata }: OnnxModel): Uint8Array {
  const out = new PbfWriter();
  out.writeVarintField(1, irVersion);
  out.writeStringField(2, 'beit2');
  out.writeStringField(3, producerVersion);
  out.writeStringField(6, description);
  message(out, 8, (id) => {
    id.writeStringField(1, '');
    id.writeVarintField(2, opset);
  });
  for (const [key, value] of Object.entries(metadata)) entry(out, 14, key, value);
  return out.finish();
}

/** Everything of the GraphProto but its initializers. */
function graphBody({ name, nodes, inputs, outputs }: OnnxModel): Uint8Array {
  const out = new PbfWriter();
  for (const node of nodes) message(out, 1, (to) => writeNode(to, node));
  out.writeStringField(2, name);
  for (const value of inputs) message(out, 11, (to) => writeValue(to, value));
  for (const value of outputs) message(out, 12, (to) => writeValue(to, value));
  return out.finish();
}

/** One initializer of the graph: what stands before its data, and how many bytes of data stand in this file. */
function initializer(
  name: string,
  { dtype, shape, ...tensor }: LazyTensor,
  external: { file: string; offset: number } | null,
): { head: Uint8Array; inside: number } {
  if (!(dtype in elementTypes)) throw new Error(`internal: weights of type ${dtype} in an ONNX graph`);
  const length = byteCount({ dtype, shape, ...tensor });
  const out = new PbfWriter();
  out.writePackedVarint(1, [...shape]);
  out.writeVarintField(2, elementTypes[dtype as OnnxType]);
  out.writeStringField(8, name);
  if (external) {
    entry(out, 13, 'location', external.file);
    entry(out, 13, 'offset', String(external.offset));
    entry(out, 13, 'length', String(length));
    out.writeVarintField(14, 1); // EXTERNAL
  } else {
    out.writeTag(9, lengthDelimited);
    out.writeVarint(length);
  }
  const fields = out.finish();
  const inside = external ? 0 : length;
  return { head: Buffer.concat([messageStart(5, fields.length + inside), fields]), inside };
}

function writeNode(out: PbfWriter, { op, name, inputs, outputs, attributes }: OnnxNode): void {
  for (const input of inputs) out.writeStringField(1, input);
  for (const output of outputs) out.writeStringField(2, output);
  out.writeStringField(3, name);
  out.writeStringField(4, op);
  for (const [key, value] of Object.entries(attributes)) {
    message(out, 5, (to) => {
      to.writeStringField(1, key);
      writeAttribute(to, value);
    });
  }
}

/** Types of attributes. */
const kinds = { float: 1, int: 2, ints: 7 };

function writeAttribute(out: PbfWriter, value: OnnxAttribute): void {
  const kind = (number: number): unknown => out.writeVarintField(20, number);
  if (typeof value === 'number') {
    out.writeVarintField(3, value);
    kind(kinds.int);
  } else if ('float' in value) {
    out.writeFloatField(2, value.float);
    kind(kinds.float);
  } else {
    out.writePackedVarint(8, [...value]);
    kind(kinds.ints);
  }
}

function writeValue(out: PbfWriter, { name, type, shape }: OnnxValue): void {
  out.writeStringField(1, name);
  message(out, 2, (typeProto) =>
    message(typeProto, 1, (tensor) => {
      tensor.writeVarintField(1, elementTypes[type]);
      message(tensor, 2, (dims) => {
        for (const size of shape) {
          message(dims, 1, (dim) => {
            if (typeof size === 'string') dim.writeStringField(2, size);
            else dim.writeVarintField(1, size);
          });
        }
      });
    }),
  );
}

function entry(out: PbfWriter, field: number, key: string, value: string): void {
  message(out, field, (to) => {
    to.writeStringField(1, key);
    to.writeStringField(2, value);
  });
}

function message(out: PbfWriter, field: number, write: (to: PbfWriter) => void): void {
  out.writeMessage(field, write, out);
}

/** What stands before a message of so many bytes. */
function messageStart(field: number, bytes: number): Uint8Array {
  const out = new PbfWriter();
  out.writeTag(field, lengthDelimited);
  out.writeVarint(bytes);
  return out.finish();
}
