/** Small file operations that survive a power cut: replace a text, hash, flush, swap a pointer in one step. */
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
import { writeFileWhole } from './file-access.js';

/** Replaces a file by a whole new one in one step: a reader sees the old or the new text. */
export function replaceText(path: string, text: string): void {
  writeFileWhole(path, (append) => append(Buffer.from(text)));
}

/** Flushes what a folder lists to the disk, so that a rename in it lasts. */
export function flushFolder(path: string): void {
  if (process.platform === 'win32') return; // a folder cannot be opened there
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** SHA-256 of a file, hexadecimal, read in pieces. */
export function hashFile(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(1 << 20);
  const file = openSync(path, 'r');
  try {
    let read;
    while ((read = readSync(file, piece)) > 0) hash.update(piece.subarray(0, read));
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
  flushFolder(dirname(link));
}

/** What a pointer made by `pointTo` points to, null when there is none. */
export function readPointer(link: string): string | null {
  const status = lstatSync(link, { throwIfNoEntry: false });
  if (!status) return null;
  return status.isSymbolicLink() ? readlinkSync(link) : readFileSync(link, 'utf8').trim();
}
