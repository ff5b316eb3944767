/** As much of an ONNX file as tests look at, read by the wire format alone. */
import { readFileSync } from 'node:fs';
import { PbfReader } from 'pbf';

type Fields = Map<number, (Uint8Array | number)[]>;

/** Fields of a message by number: bytes where length-delimited, else the number. */
function fieldsOf(bytes: Uint8Array): Fields {
  return new PbfReader(bytes).readFields<Fields>((number, fields, reader) => {
    const read = [() => reader.readVarint(), () => reader.readDouble(), () => reader.readBytes()][
      reader.type
    ];
    const value = read ? read() : reader.readFloat();
    fields.set(number, [...(fields.get(number) ?? []), value]);
  }, new Map());
}

const messages = (fields: Fields, number: number): Fields[] =>
  (fields.get(number) ?? []).map((value) => fieldsOf(value as Uint8Array));
const texts = (fields: Fields, number: number): string[] =>
  (fields.get(number) ?? []).map((value) => new TextDecoder().decode(value as Uint8Array));
const text = (fields: Fields, number: number): string => texts(fields, number)[0] ?? '';

export interface ReadOnnx {
  producer: string;
  opsets: [string, unknown][];
  metadata: Record<string, string>;
  nodes: { op: string; name: string; inputs: string[]; outputs: string[] }[];
  inputs: string[];
  outputs: string[];
  /** Name of each initializer → its ONNX type, its bytes in the file, and where its external data begin. */
  weights: Map<string, { type: unknown; data: Uint8Array | null; external: Record<string, string> | null }>;
}

const entries = (fields: Fields, number: number): Record<string, string> =>
  Object.fromEntries(messages(fields, number).map((entry) => [text(entry, 1), text(entry, 2)]));

export function readOnnx(path: string): ReadOnnx {
  const model = fieldsOf(readFileSync(path));
  const graph = messages(model, 7)[0] ?? new Map<number, never>();
  return {
    producer: text(model, 2),
    opsets: messages(model, 8).map((id): [string, unknown] => [text(id, 1), id.get(2)?.[0]]),
    metadata: entries(model, 14),
    nodes: messages(graph, 1).map((node) => ({
      op: text(node, 4),
      name: text(node, 3),
      inputs: texts(node, 1),
      outputs: texts(node, 2),
    })),
    inputs: messages(graph, 11).map((value) => text(value, 1)),
    outputs: messages(graph, 12).map((value) => text(value, 1)),
    weights: new Map(
      messages(graph, 5).map((tensor) => [
        text(tensor, 8),
        {
          type: tensor.get(2)?.[0],
          data: (tensor.get(9)?.[0] as Uint8Array | undefined) ?? null,
          external: tensor.has(13) ? entries(tensor, 13) : null,
        },
      ]),
    ),
  };
}
