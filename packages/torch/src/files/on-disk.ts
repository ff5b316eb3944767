/** Files as torch.save() and torch.load() use them: read by position, and written whole or not at all. */
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ByteSource } from './safetensors.js';

/** Some systems refuse single reads and writes of 2 GiB. */
const atOnce = 1 << 30;

/**
 * What `body` makes of a file, which is open while it runs.
 * @throws Error in one sentence where there is no such file or the system refuses to read it
 */
export function readFrom<T>(path: string, body: (source: ByteSource) => T): T {
  const refusal = (error: unknown) => explained('torch.load', `${path} cannot be read`, error);
  let file: number;
  let size: number;
  try {
    const status = statSync(path);
    if (!status.isFile()) throw new Error('it is not a file');
    size = status.size;
    file = openSync(path, 'r');
  } catch (error) {
    throw refusal(error);
  }
  const read = (start: number, length: number, into?: Uint8Array): Uint8Array => {
    const bytes = into && into.byteLength >= length ? into.subarray(0, length) : new Uint8Array(length);
    try {
      for (let done = 0; done < length;) {
        const count = readSync(file, bytes, done, Math.min(length - done, atOnce), start + done);
        if (count === 0) throw new Error('it became shorter while it was being read');
        done += count;
      }
    } catch (error) {
      throw refusal(error);
    }
    return bytes;
  };
  try {
    return body({ path, size, read });
  } finally {
    closeSync(file);
  }
}

/**
 * Writes a file under a temporary name next to its place, flushes it to the disk and renames it: readers see the old file or
 * the new one, and a failure leaves the old one.
 * @throws Error in one sentence where the system refuses, and whatever `chunks` throws
 */
export function writeWhole(path: string, chunks: Iterable<Uint8Array>): void {
  const unfinished = `${path}.new-${process.pid}`;
  try {
    const file = openSync(unfinished, 'w');
    try {
      for (const bytes of chunks)
        for (let done = 0; done < bytes.byteLength;)
          done += writeSync(file, bytes, done, Math.min(bytes.byteLength - done, atOnce));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
    flushFolder(dirname(path));
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw isOfSystem(error) ? explained('torch.save', `${path} cannot be written`, error) : error;
  }
}

/** Makes a rename last; a folder cannot be opened on Windows. */
function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

/** One sentence with the system's reason; its error, with its code, is the cause. */
function explained(call: string, what: string, cause: unknown): Error {
  const message = (cause as Error).message;
  const reason = isOfSystem(cause) ? (/^\w+: (.+?), /.exec(message)?.[1] ?? message) : message;
  return new Error(`${call}: ${what}: ${reason}.`, { cause });
}
