/**
 * Writer of TensorBoard event files. A file is a sequence of records, each framed as
 * `length (uint64) | masked crc32c of it | data | masked crc32c of the data`, little-endian; the data is a
 * protobuf `Event`, of which only the few fields used here are encoded, by hand.
 */
import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  return crc;
});

/** CRC-32C (Castagnoli) of bytes, as an unsigned 32-bit number. */
export function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/** The record format stores checksums rotated by 15 bits plus a constant. */
function maskedCrc(bytes: Uint8Array): number {
  const crc = crc32c(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

function frame(data: Uint8Array): Buffer {
  const record = Buffer.alloc(16 + data.length);
  record.writeBigUInt64LE(BigInt(data.length), 0);
  record.writeUInt32LE(maskedCrc(record.subarray(0, 8)), 8);
  record.set(data, 12);
  record.writeUInt32LE(maskedCrc(data), 12 + data.length);
  return record;
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = BigInt(value);
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return Buffer.from([...bytes, Number(rest)]);
}

// Protobuf wire types: 0 varint, 1 eight bytes, 2 length and bytes, 5 four bytes.
const integer = (field: number, value: number) => Buffer.concat([varint(field << 3), varint(value)]);
const bytes = (field: number, value: Uint8Array) =>
  Buffer.concat([varint((field << 3) | 2), varint(value.length), value]);
const text = (field: number, value: string) => bytes(field, Buffer.from(value));

function double(field: number, value: number): Buffer {
  const out = Buffer.alloc(8);
  out.writeDoubleLE(value);
  return Buffer.concat([varint((field << 3) | 1), out]);
}

function float(field: number, value: number): Buffer {
  const out = Buffer.alloc(4);
  out.writeFloatLE(value);
  return Buffer.concat([varint((field << 3) | 5), out]);
}

// Event: wall_time = 1 (double), step = 2, file_version = 3, summary = 5, session_log = 7 (status = 1, START = 1).
// Summary: value = 1 (repeated: tag = 1, simple_value = 2 (float)).
const sessionStart = 1;

/** Writes scalars to a new event file in a run's folder, which is made for the first of them. */
export class TensorBoardWriter {
  private file: number | null = null;

  /** @param resumeStep where the run goes on; viewers drop what older files say after it */
  constructor(
    private readonly folder: string,
    private readonly resumeStep: number,
  ) {}

  private open(): number {
    const seconds = String(Math.floor(Date.now() / 1000)).padStart(10, '0');
    const name = `events.out.tfevents.${seconds}.${hostname()}.${process.pid}`;
    const file = openSync(join(this.folder, name), 'a');
    writeEvent(file, text(3, 'brain.Event:2'));
    if (this.resumeStep > 0) {
      writeEvent(file, integer(2, this.resumeStep + 1), bytes(7, integer(1, sessionStart)));
    }
    return file;
  }

  /** Adds one value a tag at a step. */
  write(step: number, values: Record<string, number>): void {
    const summary = Object.entries(values).map(([tag, value]) =>
      bytes(1, Buffer.concat([text(1, tag), float(2, value)])),
    );
    this.file ??= this.open();
    writeEvent(this.file, integer(2, step), bytes(5, Buffer.concat(summary)));
  }

  close(): void {
    if (this.file === null) return;
    fsyncSync(this.file);
    closeSync(this.file);
    this.file = null;
  }
}

function writeEvent(file: number, ...fields: Uint8Array[]): void {
  writeFileSync(file, frame(Buffer.concat([double(1, Date.now() / 1000), ...fields])));
}
