/** Writing a large file past the system's cache, and reading it back from the disk before it counts as written. */
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { Checksum } from './checksum.js';

/** A file's bytes in order; asked for twice, to write them and to compare. */
export type Pieces = () => Iterable<Uint8Array>;

/** What is used of the global `WebAssembly`, which Node's types leave out. */
declare const WebAssembly: {
  Memory: new (pages: { initial: number; maximum: number }) => { buffer: ArrayBuffer };
};

// Transfers past the cache want whole blocks of the disk, from memory that begins on one: WebAssembly's begins on a page.
const block = 4096;
const stagingBytes = 4 << 20;
let staging: Uint8Array | null = null;
function stagingMemory(): Uint8Array {
  const pages = stagingBytes / 65536;
  return (staging ??= new Uint8Array(new WebAssembly.Memory({ initial: pages, maximum: pages }).buffer));
}

/** Open flag for transfers past the cache; 0 where the system has none. */
const pastCache: number = (constants as { O_DIRECT?: number }).O_DIRECT ?? 0;

/**
 * Writes a file, flushes it to the disk, reads it back and compares every byte. The system's cache is passed by where the file
 * system allows it: the images in it stay, and what is read back comes from the disk.
 * @returns the bytes' checksum, see `Checksum`
 * @throws Error of the system, or one that says that the disk gives other bytes than were written
 */
export function writeVerified(path: string, pieces: Pieces): string {
  try {
    return writeAndCompare(path, pieces, pastCache);
  } catch (error) {
    // Not every file system can pass the cache by.
    if (pastCache === 0 || (error as NodeJS.ErrnoException).code !== 'EINVAL') throw error;
    return writeAndCompare(path, pieces, 0);
  }
}

function writeAndCompare(path: string, pieces: Pieces, flag: number): string {
  const checksum = write(path, pieces, flag);
  if (!readsBack(path, pieces, flag))
    throw new Error(`${path} reads back differently from what was written.`);
  return checksum;
}

function write(path: string, pieces: Pieces, flag: number): string {
  const memory = stagingMemory();
  const checksum = new Checksum();
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | flag, 0o666);
  try {
    let [filled, size] = [0, 0];
    for (const piece of pieces()) {
      checksum.update(piece);
      size += piece.byteLength;
      for (let done = 0; done < piece.byteLength;) {
        const count = Math.min(piece.byteLength - done, memory.byteLength - filled);
        memory.set(piece.subarray(done, done + count), filled);
        done += count;
        filled += count;
        if (filled === memory.byteLength) {
          writeAll(file, memory);
          filled = 0;
        }
      }
    }
    writeAll(file, memory.subarray(0, Math.ceil(filled / block) * block));
    ftruncateSync(file, size);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return checksum.toString();
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.byteLength;) done += writeSync(file, bytes, done);
}

function readsBack(path: string, pieces: Pieces, flag: number): boolean {
  const memory = stagingMemory();
  const file = openSync(path, constants.O_RDONLY | flag);
  try {
    const { size } = fstatSync(file);
    let [start, end, position] = [0, 0, 0];
    for (const piece of pieces()) {
      for (let done = 0; done < piece.byteLength;) {
        if (start === end) {
          if (position === size) return false;
          [start, end] = [0, readSync(file, memory, 0, memory.byteLength, position)];
          position += end;
        }
        const count = Math.min(piece.byteLength - done, end - start);
        const [read, written] = [memory.subarray(start, start + count), piece.subarray(done, done + count)];
        if (Buffer.compare(read, written) !== 0) return false;
        done += count;
        start += count;
      }
    }
    return start === end && position === size;
  } finally {
    closeSync(file);
  }
}
