/**
 * The list of files in a zip archive whose files are stored as they are, which is how torch.save writes them.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
import { UserError } from '../errors.js';
import type { FileReader } from '../files/file-access.js';
import { printable } from '../files/printable.js';

/** A file of an archive. */
export interface ZipEntry {
  size: number;
  /** Position of its first byte in the archive. @throws UserError where the file is compressed, encrypted or not there */
  locate(): number;
}

interface Record {
  name: string;
  /** Bytes in the archive. */
  size: number;
  headerStart: number;
  /** What was done to the bytes; null where they are stored as they are. */
  change: 'compressed' | 'encrypted' | null;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const localHeaderSize = 30;

/**
 * Reads the central directory.
 * @throws UserError where it is damaged or files overlap
 */
export function readZipDirectory(file: FileReader): Map<string, ZipEntry> {
  const { start, size, count } = findDirectory(file);
  const records = readRecords(file, file.read(start, size), count);
  records.sort((a, b) => a.headerStart - b.headerStart);
  const entries = new Map<string, ZipEntry>();
  records.forEach((record, i) => {
    const { name, size, headerStart } = record;
    const limit = records[i + 1]?.headerStart ?? start;
    if (headerStart + localHeaderSize + size > limit) {
      throw damaged(file, `${name} in it overlaps what follows it`);
    }
    if (entries.has(name)) throw damaged(file, `it contains ${name} twice`);
    entries.set(name, { size, locate: () => locateData(file, record, limit) });
  });
  return entries;
}

function damaged(file: FileReader, why: string): UserError {
  return new UserError(`${file.path} is damaged: ${printable(why)}.`);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

interface Directory {
  start: number;
  size: number;
  count: number;
}

/** Where the directory is, as the record at the very end of the archive says. */
function findDirectory(file: FileReader): Directory {
  const tailSize = Math.min(file.size, 22 + 0xffff);
  const tailStart = file.size - tailSize;
  const tail = viewOf(file.read(tailStart, tailSize));
  let at = tailSize - 22;
  while (at >= 0 && tail.getUint32(at, true) !== endSignature) at--;
  if (at < 0)
    throw new UserError(`${file.path} is truncated: it begins as a zip archive but has no end record.`);

  const directory = {
    count: tail.getUint16(at + 10, true),
    size: tail.getUint32(at + 12, true),
    start: tail.getUint32(at + 16, true),
  };
  const has64 = at >= 20 && tail.getUint32(at - 20, true) === locator64Signature;
  const { start, size, count } = has64 ? findDirectory64(file, tail.getBigUint64(at - 12, true)) : directory;
  if (start + size > tailStart + at)
    throw damaged(file, 'the directory of the zip archive is outside the file');
  return { start, size, count };
}

function findDirectory64(file: FileReader, position: bigint): Directory {
  const start = Number(position);
  if (start + 56 > file.size) throw damaged(file, 'the zip64 record is outside the file');
  const record = viewOf(file.read(start, 56));
  if (record.getUint32(0, true) !== end64Signature)
    throw damaged(file, 'the zip64 record is in the wrong place');
  return {
    count: Number(record.getBigUint64(32, true)),
    size: Number(record.getBigUint64(40, true)),
    start: Number(record.getBigUint64(48, true)),
  };
}

function readRecords(file: FileReader, bytes: Uint8Array, count: number): Record[] {
  const view = viewOf(bytes);
  const records: Record[] = [];
  for (let at = 0; records.length < count;) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== centralSignature) {
      throw damaged(
        file,
        `the directory of the zip archive breaks off after ${records.length} of ${count} files`,
      );
    }
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const extraStart = at + 46 + nameLength;
    const next = extraStart + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged(file, 'a name in the directory of the zip archive breaks off');
    const name = Buffer.from(bytes.subarray(at + 46, extraStart)).toString('utf8');
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const change = flags & 1 ? 'encrypted' : method === 0 ? null : 'compressed';
    records.push({ name, change, ...sizesOf(file, name, view, at, extraStart, extraLength) });
    at = next;
  }
  return records;
}

/** Sizes and position of a record, from its zip64 field where they are too large for 32 bits. */
function sizesOf(
  file: FileReader,
  name: string,
  view: DataView,
  at: number,
  extraStart: number,
  extraLength: number,
): { size: number; headerStart: number } {
  let size = view.getUint32(at + 20, true);
  let headerStart = view.getUint32(at + 42, true);
  for (let field = extraStart; field + 4 <= extraStart + extraLength;) {
    const id = view.getUint16(field, true);
    const end = field + 4 + view.getUint16(field + 2, true);
    if (id === 1) {
      // The values follow in this order, each only where its 32-bit field is full.
      let next = field + 4;
      const take = (short: number): number => {
        if (short !== 0xffffffff) return short;
        if (next + 8 > Math.min(end, extraStart + extraLength))
          throw damaged(file, `the zip64 field of ${name} breaks off`);
        next += 8;
        return Number(view.getBigUint64(next - 8, true));
      };
      take(view.getUint32(at + 24, true)); // the size when unpacked, the same for stored files
      size = take(size);
      headerStart = take(headerStart);
    }
    field = end;
  }
  return { size, headerStart };
}

/** The data begin after the local header, whose own name and extra fields may differ in length from the directory's. */
function locateData(file: FileReader, { name, size, headerStart, change }: Record, limit: number): number {
  if (change !== null) {
    // The code in a TorchScript archive is compressed; nobody reads it. So nothing here can be a zip bomb.
    throw new UserError(
      `${file.path} is refused: ${printable(name)} in it is ${change}, and torch.save stores tensors as they are.`,
    );
  }
  const header = viewOf(file.read(headerStart, localHeaderSize));
  if (header.getUint32(0, true) !== localSignature) {
    throw damaged(file, `${name} is not where the directory says`);
  }
  const start = headerStart + localHeaderSize + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + size > limit) throw damaged(file, `${name} in it overlaps what follows it`);
  return start;
}
