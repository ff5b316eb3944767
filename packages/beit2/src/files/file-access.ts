/** Reading parts of a file by position, and writing a file whole or not at all. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { dirname, extname } from 'node:path';
import { UserError } from '../errors.js';

/** A file read by position. It is opened for each read, so there is nothing to close, and must not change meanwhile. */
export class FileReader {
  readonly size: number;
  private readonly modified: number;

  /** @throws UserError when there is no such file or it cannot be read */
  constructor(readonly path: string) {
    const { size, modified } = this.use((file) => {
      const status = fstatSync(file);
      if (status.isDirectory()) throw new UserError(`${path} is a folder, not a file.`);
      if (!status.isFile()) throw new UserError(`${path} is a device or a pipe, not a file.`);
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
      throw explainRead(error, this.path);
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

/** A text file. @throws UserError when there is no such file or it cannot be read */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw explainRead(error, path);
  }
}

/** An error of reading `path` as one sentence where the system's code tells why; else as it is. */
function explainRead(error: unknown, path: string): unknown {
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

/** Why a write failed, by the system's code. */
const writeFailures: Record<string, string> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'a part of its path is a file, not a folder',
  EISDIR: 'there is a folder of that name',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than the system allows',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its symbolic links form a loop',
};

/** An error of writing `path` as one sentence, its cause kept, where the system's code tells why; else as it is. */
function explainWrite(error: unknown, path: string): unknown {
  const reason = writeFailures[(error as NodeJS.ErrnoException).code ?? ''];
  return reason === undefined
    ? error
    : new UserError(`${path} cannot be written: ${reason}.`, { cause: error });
}

/**
 * Makes the folder that a file will go to. Commands call it before the work whose result the file gets.
 * @throws UserError when the file could not be written there
 */
export function prepareOutput(path: string): void {
  try {
    const folder = dirname(path);
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw explainWrite(error, path);
  }
  const there = statOf(path);
  if (there?.isDirectory()) throw new UserError(`${path} cannot be written: ${writeFailures.EISDIR}.`);
  if (there && !there.isFile())
    throw new UserError(`${path} is a device or a pipe; results are written to files.`);
}

/** @throws UserError where the path cannot be looked at, such as a name that is too long */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw explainWrite(error, path);
  }
}

/** The ending of a file's name in small letters, such as `.pth`: some systems write it in capitals. */
export function endingOf(path: string): string {
  return extname(path).toLowerCase();
}

/** @throws UserError where a result would be written over the weights that it is made of */
export function refuseOverwrite(output: string, weights: string): void {
  if (existsSync(output) && realpathSync(output) === realpathSync(weights))
    throw new UserError(`${output} is the file that the weights are read from: give another name.`);
}

/** Appends to the file being written. */
export type Append = (bytes: Uint8Array) => void;

/**
 * Writes a file under a temporary name beside its place, flushes it to the disk and renames it: a reader never
 * sees a part of it, and a failure leaves what was there before.
 * @throws UserError when the system refuses, with its reason
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
    remove(unfinished);
    throw explainWrite(error, path);
  }
  flushFolder(dirname(path));
}

/** Removes what there may be; a path that cannot be removed held nothing. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // its folder is none
  }
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
