/** Small file operations that survive a power cut: flush to the disk, hash, pointer swapped in one step. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  readSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Flushes a file or folder to the disk. */
export function flush(path: string): void {
  const isFolder = lstatSync(path).isDirectory();
  if (isFolder && process.platform === 'win32') return; // a folder cannot be opened there
  const file = openSync(path, isFolder ? 'r' : 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Writes a whole file and flushes it. */
export function writeFileFlushed(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, text); // unlike writeSync it never stops half-way without an error
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Replaces a file by a whole new one in one step: a reader sees the old or the new text. */
export function replaceFile(path: string, text: string): void {
  const fresh = `${path}.new-${process.pid}`;
  writeFileFlushed(fresh, text);
  renameSync(fresh, path);
  flush(dirname(path));
}

/** SHA-256 of a file, hexadecimal, read in pieces. */
export function hashFile(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(1 << 20);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
      hash.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

/** Makes `link` point to `target` (relative to its folder) in one step: a symbolic link, or a text file where there are none. */
export function pointTo(link: string, target: string): void {
  const fresh = `${link}.new-${process.pid}`;
  rmSync(fresh, { force: true });
  try {
    symlinkSync(target, fresh, 'dir');
  } catch {
    writeFileSync(fresh, `${target}\n`);
  }
  renameSync(fresh, link);
  flush(dirname(link));
}

/** What a pointer made by `pointTo` points to, null when there is none. */
export function readPointer(link: string): string | null {
  const status = lstatSync(link, { throwIfNoEntry: false });
  if (!status) return null;
  return status.isSymbolicLink() ? readlinkSync(link) : readFileSync(link, 'utf8').trim();
}
