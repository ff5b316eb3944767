/**
 * The safetensors format: an 8-byte header length, a JSON header, then the tensors' bytes one after the other.
 */
import type { DType } from '../dtype.js';
import {
  byteCount,
  checkBytes,
  describeTensor,
  isShape,
  itemSize,
  materialise,
  quoted,
  type LazyTensor,
  type RawTensor,
} from './raw-tensor.js';

/** What the format has to say against a file, or against tensors that it cannot hold, in one sentence. */
export class SafetensorsError extends Error {
  override readonly name = 'SafetensorsError';
}

/** Bytes that are read by position: of a file, or of memory. */
export interface ByteSource {
  /** Its name in messages. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** @param into memory to read into where it is large enough */
  read(start: number, length: number, into?: Uint8Array): Uint8Array;
}

/** Tensors that are still in their file, in its order, and the free texts of the header. */
export interface SafetensorsFile {
  tensors: Map<string, LazyTensor>;
  metadata: Record<string, string>;
  /** Where each tensor's bytes begin and end in the file. */
  places: Map<string, { start: number; end: number }>;
}

const codes: Partial<Record<DType, string>> = {
  float64: 'F64',
  float32: 'F32',
  float16: 'F16',
  bfloat16: 'BF16',
  float8_e4m3fn: 'F8_E4M3',
  float8_e5m2: 'F8_E5M2',
  int64: 'I64',
  int32: 'I32',
  int16: 'I16',
  int8: 'I8',
  uint64: 'U64',
  uint32: 'U32',
  uint16: 'U16',
  uint8: 'U8',
  bool: 'BOOL',
  complex64: 'C64',
};
const dtypes = new Map(Object.entries(codes).map(([dtype, code]) => [code, dtype as DType]));

/** The format's own limit on headers, in bytes. */
const maximumHeader = 100_000_000;

interface Entry {
  name: string;
  dtype: DType;
  shape: number[];
  start: number;
  end: number;
}

/**
 * Reads and checks the header; the tensors stay in the file until they are read.
 * @throws SafetensorsError where it is not a whole and valid safetensors file
 * @example const { tensors } = parseSafetensors({ path, size: bytes.length, read: (start, length) => bytes.slice(start, start + length) });
 */
export function parseSafetensors(file: ByteSource): SafetensorsFile {
  const { path } = file;
  const { header, dataStart } = readHeader(file);
  const { __metadata__: metadata = {}, ...fields } = header;
  const entries = Object.entries(fields).map(([name, value]) => checkEntry(path, name, value));
  entries.sort((a, b) => a.start - b.start || a.end - b.end);
  checkLayout(path, entries, file.size - dataStart);

  const tensors = new Map<string, LazyTensor>();
  const places: SafetensorsFile['places'] = new Map();
  for (const { name, dtype, shape, start, end } of entries) {
    const read = (into?: Uint8Array) => ({
      dtype,
      shape,
      data: file.read(dataStart + start, end - start, into),
    });
    tensors.set(name, { dtype, shape, read });
    places.set(name, { start: dataStart + start, end: dataStart + end });
  }
  return { tensors, metadata: checkMetadata(path, metadata), places };
}

function invalid(path: string, why: string): SafetensorsError {
  return new SafetensorsError(`${path} is not a valid safetensors file: ${why}.`);
}

/** Any value of the header for messages, cut where it is long. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined; // undefined of itself
  return text === undefined || text.length <= 200 ? String(text) : `${text.slice(0, 200)}…`;
}

function readHeader(file: ByteSource): { header: Record<string, unknown>; dataStart: number } {
  if (file.size < 8) throw invalid(file.path, `it has ${file.size} bytes, too few for a header`);
  const lengthField = file.read(0, 8);
  const length = Number(new DataView(lengthField.buffer, lengthField.byteOffset).getBigUint64(0, true));
  if (length > file.size - 8) {
    if (isOfPython(lengthField))
      throw invalid(
        file.path,
        "it was written by Python's torch.save(); write it with safetensors.torch.save_file()",
      );
    throw invalid(file.path, `its header would have ${length} bytes, but the whole file has ${file.size}`);
  }
  if (length > maximumHeader) {
    throw invalid(file.path, `its header of ${length} bytes is over the limit of ${maximumHeader}`);
  }
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.read(8, length)));
  } catch {
    throw invalid(file.path, 'its header is not JSON');
  }
  if (!isRecord(header)) throw invalid(file.path, 'its header is not a JSON object');
  return { header, dataStart: 8 + length };
}

/** Whether a file begins as those of Python's torch.save() do: as a zip archive, or as a pickle of protocol 2. */
function isOfPython(start: Uint8Array): boolean {
  const [first, second, third, fourth] = start;
  return (
    (first === 0x50 && second === 0x4b && third === 3 && fourth === 4) || (first === 0x80 && second === 2)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkEntry(path: string, name: string, value: unknown): Entry {
  if (!isRecord(value)) throw invalid(path, `the entry of tensor ${quoted(name)} is not an object`);
  const { dtype: code, shape, data_offsets: offsets } = value;
  const dtype = typeof code === 'string' ? dtypes.get(code) : undefined;
  if (!dtype) throw invalid(path, `tensor ${quoted(name)} has the unknown type ${shown(code)}`);
  if (!isShape(shape)) {
    throw invalid(path, `the shape of tensor ${quoted(name)} is not a list of sizes: ${shown(shape)}`);
  }
  if (!isShape(offsets) || offsets.length !== 2) {
    throw invalid(path, `the offsets of tensor ${quoted(name)} are not two positions: ${shown(offsets)}`);
  }
  const [start = 0, end = 0] = offsets;
  const needed = byteCount({ dtype, shape });
  if (end - start !== needed) {
    const what = describeTensor({ dtype, shape });
    throw invalid(
      path,
      `tensor ${quoted(name)} (${what}) needs ${needed} bytes but its offsets give ${end - start}`,
    );
  }
  return { name, dtype, shape, start, end };
}

/** The tensors must fill the data without gaps or overlaps. */
function checkLayout(path: string, entries: Entry[], dataSize: number): void {
  let position = 0;
  for (const { name, start, end } of entries) {
    if (end > dataSize) {
      throw new SafetensorsError(
        `${path} is truncated: tensor ${quoted(name)} ends at byte ${end} of the data, which has ${dataSize} bytes.`,
      );
    }
    if (start < position) throw invalid(path, `tensor ${quoted(name)} overlaps the one before it`);
    if (start > position)
      throw invalid(path, `there is a gap of ${start - position} bytes before tensor ${quoted(name)}`);
    position = end;
  }
  if (position !== dataSize)
    throw invalid(path, `${dataSize - position} bytes after the last tensor belong to no tensor`);
}

function checkMetadata(path: string, metadata: unknown): Record<string, string> {
  if (!isRecord(metadata) || Object.values(metadata).some((text) => typeof text !== 'string')) {
    throw invalid(path, 'its __metadata__ is not an object of strings');
  }
  return metadata as Record<string, string>;
}

/**
 * The bytes of a safetensors file in order, one tensor in memory at a time.
 * Tensors of wide elements come first, so that every one is aligned; otherwise they keep their order.
 * @throws SafetensorsError where the format lacks a tensor's type; RangeError where a tensor's bytes do not fit its shape
 */
export function* safetensorsBytes(
  tensors: ReadonlyMap<string, RawTensor | LazyTensor>,
  metadata: Record<string, string> = {},
): Generator<Uint8Array, void, void> {
  const ordered = [...tensors].sort(([, a], [, b]) => itemSize(b.dtype) - itemSize(a.dtype));
  yield encodeHeader(ordered, metadata);
  for (const [name, tensor] of ordered) {
    const raw = materialise(tensor);
    checkBytes(name, raw);
    yield raw.data;
  }
}

function encodeHeader(
  tensors: [string, RawTensor | LazyTensor][],
  metadata: Record<string, string>,
): Uint8Array {
  const fields: [string, unknown][] = [];
  if (Object.keys(metadata).length > 0) fields.push(['__metadata__', metadata]);
  let position = 0;
  for (const [name, tensor] of tensors) {
    const code = codes[tensor.dtype];
    if (!code)
      throw new SafetensorsError(
        `Tensor ${quoted(name)} is ${tensor.dtype}, which a safetensors file cannot hold.`,
      );
    const end = position + byteCount(tensor);
    fields.push([name, { dtype: code, shape: tensor.shape, data_offsets: [position, end] }]);
    position = end;
  }
  const text = Buffer.from(JSON.stringify(Object.fromEntries(fields)));
  const header = Buffer.alloc(8 + Math.ceil(text.length / 8) * 8, ' '); // spaces align the data
  header.writeBigUInt64LE(BigInt(header.length - 8));
  text.copy(header, 8);
  return header;
}
