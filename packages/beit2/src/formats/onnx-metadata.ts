/** The metadata of ONNX files that `beit2 export` wrote. Runs in a browser too. */
import { PbfReader } from 'pbf';
import { UserError } from '../errors.js';

/** Bytes that are read by position: a file, or memory. */
export interface ByteSource {
  /** The name for messages. */
  readonly path: string;
  readonly size: number;
  read(start: number, length: number): Uint8Array;
}

/** A file in memory. */
export function bytesInMemory(path: string, bytes: Uint8Array): ByteSource {
  return { path, size: bytes.length, read: (start, length) => bytes.subarray(start, start + length) };
}

/** Metadata that a file has at least. */
export interface OnnxMetadata {
  metadata: Record<string, string>;
  /** JSON of the model's card. */
  card: string;
}

/**
 * Reads the metadata, which stand before the weights.
 * @throws UserError where the file is damaged, or another program's
 */
export function readOnnxMetadata(source: ByteSource): OnnxMetadata {
  const fields = new ProtobufFields(source);
  const metadata: Record<string, string> = {};
  let producer = '';
  for (const field of fields.of(0, source.size)) {
    if (field.number === 7) break;
    if (field.number === 2) producer = fields.text(field);
    else if (field.number === 14) Object.assign(metadata, Object.fromEntries([fields.entry(field)]));
  }
  const { card } = metadata;
  if (producer === 'beit2' && card !== undefined) return { metadata, card };
  throw new UserError(
    `${source.path} was not written by beit2 export; other ONNX files can only be teachers (teacher.kind=onnx).`,
  );
}

/** A field of a protobuf message: where its content stands in the file, and its value where that is a whole number. */
export interface Field {
  number: number;
  start: number;
  end: number;
  value: number | undefined;
}

/** Wire types of whole numbers, and of texts, bytes and messages. */
const varint = 0;
const lengthDelimited = 2;
const windowSize = 2 ** 16;
/** A model of a hundred blocks has some ten thousand. */
const mostFields = 1_000_000;

/** Reads the messages of a file without holding it: a window of it is in memory. */
export class ProtobufFields {
  private window: Uint8Array = new Uint8Array();
  private windowStart = 0;
  private count = 0;

  constructor(readonly bytes: ByteSource) {}

  /** The fields between two places. */
  *of(start: number, end: number): Generator<Field> {
    let at = start;
    while (at < end) {
      if (++this.count > mostFields) throw this.damaged();
      const field = this.field(at, end);
      yield field;
      at = field.end;
    }
  }

  /** The text that a field holds. */
  text({ start, end }: Field): string {
    return new TextDecoder().decode(this.bytes.read(start, end - start));
  }

  /** A pair of texts. */
  entry(field: Field): [string, string] {
    const texts = [...this.of(field.start, field.end)].map((part) => [part.number, this.text(part)] as const);
    const found = new Map(texts);
    return [found.get(1) ?? '', found.get(2) ?? ''];
  }

  damaged(): UserError {
    return new UserError(`${this.bytes.path} is not an ONNX file, or is damaged.`);
  }

  private field(at: number, end: number): Field {
    const reader = new PbfReader(this.bytesAt(at, Math.min(20, end - at)));
    try {
      const number = reader.nextField();
      const value =
        reader.type === varint || reader.type === lengthDelimited ? reader.readVarint() : undefined;
      if (value === undefined) reader.skip(reader.type);
      const start = at + reader.pos;
      const isLong = reader.type === lengthDelimited;
      const next = isLong ? start + (value ?? 0) : start;
      if (!(next <= end)) throw this.damaged();
      return { number, start, end: next, value: isLong ? undefined : value };
    } catch {
      throw this.damaged();
    }
  }

  private bytesAt(at: number, length: number): Uint8Array {
    const from = at - this.windowStart;
    if (from < 0 || from + length > this.window.length) {
      this.window = this.bytes.read(at, Math.min(windowSize, this.bytes.size - at));
      this.windowStart = at;
      return this.window.subarray(0, length);
    }
    return this.window.subarray(from, from + length);
  }
}
