/** Reading parts of a file by position, and writing a file whole or not at all. */
import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../errors.js';

/** A file read by position. It is opened for each read, so there is nothing to close, and must not change meanwhile. */
export class FileReader {
  readonly size: number;
  private readonly modified: number;

  /** @throws UserError when there is no such file or it cannot be read */
  constructor(readonly path: string) {
    const { size, modified } = this.use((file) => {
      const status = fstatSync(file);
      if (!status.isFile()) throw new UserError(`${path} is a folder, not a file.`);
      return { size: status.size, modified: status.mtimeMs };
    });
    this.size = size;
    this.modified = modified;
  }

  /**
   * Bytes from `start` on, aligned for every element type.
   * @param into memory to use where it is large enough
   * @throws UserError when the file ends before or has changed since it was opened
   */
  read(start: number, length: number, into?: Uint8Array): Uint8Array {
    if (start + length > this.size)
      throw new UserError(`${this.path} is truncated: it ends at byte ${this.size}.`);
    return this.use((file) => {
      const status = fstatSync(file);
      if (status.size !== this.size || status.mtimeMs !== this.modified) throw this.changed();
      const bytes = into && into.byteLength >= length ? into.subarray(0, length) : allocate(length);
      for (let done = 0; done < length;) {
        const count = readSync(file, bytes, done, Math.min(length - done, maximumRead), start + done);
        if (count === 0) throw this.changed();
        done += count;
      }
      return bytes;
    });
  }

  private changed(): UserError {
    return new UserError(`${this.path} changed while it was being read: read it again when it is complete.`);
  }

  private use<T>(action: (file: number) => T): T {
    let file: number | undefined;
    try {
      file = openSync(this.path, 'r');
      return action(file);
    } catch (error) {
      throw explainAccess(error, this.path);
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }
}

/** Some systems refuse single reads of 2 GiB. */
const maximumRead = 1 << 30;

/** Uninitialised memory of its own, not a part of Node's shared pool. */
function allocate(length: number): Uint8Array {
  const buffer = Buffer.allocUnsafeSlow(length);
  return new Uint8Array(buffer.buffer, buffer.byteOffset, length);
}

function explainAccess(error: unknown, path: string): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new UserError(`There is no file ${path}.`);
    case 'EISDIR':
      return new UserError(`${path} is a folder, not a file.`);
    case 'EACCES':
    case 'EPERM':
      return new UserError(`${path} cannot be read: permission denied.`);
    default:
      return error;
  }
}

/** Appends to the file being written. */
export type Append = (bytes: Uint8Array) => void;

/**
 * Writes a file under a temporary name beside its place, flushes it to the disk and renames it: a reader never
 * sees a part of it, and a failure leaves what was there before.
 */
export function writeFileWhole(path: string, write: (append: Append) => void): void {
  const unfinished = `${path}.new-${process.pid}`;
  try {
    const file = openSync(unfinished, 'w');
    try {
      write((bytes) => {
        for (let done = 0; done < bytes.byteLength;) {
          done += writeSync(file, bytes, done, Math.min(bytes.byteLength - done, maximumRead));
        }
      });
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error instanceof Error && 'code' in error ? Object.assign(error, { path }) : error; // whose name users know
  }
  flushFolder(dirname(path));
}

function flushFolder(path: string): void {
  if (process.platform === 'win32') return; // a folder cannot be opened there
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
