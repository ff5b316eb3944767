import { closeSync, openSync, readSync } from 'node:fs';
import { fileNameOf } from '../../../files/file-names.js';

const filesOpen = 256;

/** Reads parts of files that stay open, the oldest closed where there are many. */
export function localReader(): (file: number, path: string, start: number, size: number) => Uint8Array {
  const descriptors = new Map<number, number>();
  const open = (file: number, path: string): number => {
    const known = descriptors.get(file);
    if (known !== undefined) return known;
    const [oldest] = descriptors;
    if (oldest && descriptors.size >= filesOpen) {
      closeSync(oldest[1]);
      descriptors.delete(oldest[0]);
    }
    const descriptor = openSync(fileNameOf(path), 'r');
    descriptors.set(file, descriptor);
    return descriptor;
  };
  return (file, path, start, size) => {
    const bytes = new Uint8Array(size);
    const got = readSync(open(file, path), bytes, 0, size, start);
    if (got < size) throw new Error('the archive was truncated while in use');
    return bytes;
  };
}
