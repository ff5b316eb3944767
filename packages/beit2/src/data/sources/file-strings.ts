import { openSync, readSync } from 'node:fs';
import { nameFromBytes } from '../../files/file-names.js';

/** Where many strings lie in a file: all in UTF-8 one after the other, and float64 numbers that say where each ends. */
export interface FileStringsPlace {
  path: string;
  textAt: number;
  endsAt: number;
  length: number;
}

/** Strings that stay in their file: a hundred million names take no memory. */
export class FileStrings {
  readonly length: number;
  private file: number | undefined;

  constructor(private readonly place: FileStringsPlace) {
    this.length = place.length;
  }

  at(index: number): string {
    const { textAt, endsAt } = this.place;
    const before = this.bytes(endsAt + 8 * Math.max(0, index - 1), index === 0 ? 8 : 16);
    const [start, end] =
      index === 0 ? [0, before.readDoubleLE(0)] : [before.readDoubleLE(0), before.readDoubleLE(8)];
    return nameFromBytes(this.bytes(textAt + start, end - start));
  }

  private bytes(at: number, length: number): Buffer {
    this.file ??= openSync(this.place.path, 'r');
    const bytes = Buffer.allocUnsafe(length);
    if (readSync(this.file, bytes, 0, length, at) === length) return bytes;
    throw new Error(`${this.place.path} became shorter`);
  }
}
