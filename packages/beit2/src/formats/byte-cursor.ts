/** Reads a part of a file from front to back in pieces, so that no more of it is in memory than is needed. */
import { UserError } from '../errors.js';
import type { FileReader } from '../files/file-access.js';

const pieceSize = 1 << 16;

export class ByteCursor {
  private piece: Uint8Array = new Uint8Array(0);
  private pieceStart = 0;

  /**
   * @param position where to start
   * @param end first byte that is no longer part
   */
  constructor(
    readonly file: FileReader,
    public position: number,
    readonly end: number,
  ) {}

  /**
   * The next bytes; they are valid until the next call.
   * @throws UserError when fewer are left
   */
  take(length: number): Uint8Array {
    const start = this.position;
    if (length > this.end - start) {
      throw new UserError(
        `${this.file.path} is damaged: ${length} bytes were expected at byte ${start}, but only ${this.end - start} are left.`,
      );
    }
    this.position += length;
    if (length > pieceSize) return this.file.read(start, length);
    if (start < this.pieceStart || start + length > this.pieceStart + this.piece.length) {
      this.piece = this.file.read(start, Math.min(pieceSize, this.end - start));
      this.pieceStart = start;
    }
    return this.piece.subarray(start - this.pieceStart, start - this.pieceStart + length);
  }

  /** The next byte, which stays; undefined at the end. */
  peek(): number | undefined {
    if (this.position >= this.end) return undefined;
    const [byte] = this.take(1);
    this.position -= 1;
    return byte;
  }

  private view(length: number): DataView {
    const bytes = this.take(length);
    return new DataView(bytes.buffer, bytes.byteOffset, length);
  }

  uint8(): number {
    const byte = this.piece[this.position - this.pieceStart]; // most often there already: no view, no copy
    if (byte === undefined || this.position >= this.end) return this.take(1)[0] ?? 0;
    this.position += 1;
    return byte;
  }

  uint16(): number {
    return this.view(2).getUint16(0, true);
  }

  uint32(): number {
    return this.view(4).getUint32(0, true);
  }

  int32(): number {
    return this.view(4).getInt32(0, true);
  }

  /** An unsigned 64-bit integer, rounded beyond 2^53 (where it is out of any file's range). */
  uint64(): number {
    return Number(this.view(8).getBigUint64(0, true));
  }

  float64BigEndian(): number {
    return this.view(8).getFloat64(0, false);
  }

  /** Text of so many bytes. */
  text(length: number): string {
    return Buffer.from(this.take(length)).toString('utf8');
  }

  /** Text up to the next line feed, at most 1,000 bytes. */
  line(): string {
    const bytes: number[] = [];
    for (let byte = this.uint8(); byte !== 0x0a; byte = this.uint8()) {
      if (bytes.length === 1000) {
        throw new UserError(`${this.file.path} is damaged: a name has no end at byte ${this.position}.`);
      }
      bytes.push(byte);
    }
    return Buffer.from(bytes).toString('utf8');
  }
}
