/** Checksums of large files against damage, in a third of the time that a cryptographic hash takes. */
import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { hashFile } from './durable-files.js';

/** Adds up the checksum of bytes that come in pieces. */
export class Checksum {
  private value = 0;

  update(piece: Uint8Array): void {
    this.value = crc32(piece, this.value);
  }

  /** `crc32:` and eight hexadecimal digits. */
  toString(): string {
    return `crc32:${this.value.toString(16).padStart(8, '0')}`;
  }
}

/** Whether a file has the checksum that was noted of it; SHA-256 in hexadecimal, which earlier versions noted, will do. */
export function hasChecksum(path: string, noted: string): boolean {
  return noted === (/^crc32:/.test(noted) ? checksumOf(path) : hashFile(path));
}

function checksumOf(path: string): string {
  const checksum = new Checksum();
  const piece = Buffer.allocUnsafe(1 << 20);
  const file = openSync(path, 'r');
  try {
    for (let read; (read = readSync(file, piece)) > 0;) checksum.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return checksum.toString();
}
