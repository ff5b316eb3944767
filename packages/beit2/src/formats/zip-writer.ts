/**
 * Writes a zip archive of stored files, as torch.save does: zip64 records throughout, the data of each file at a
 * multiple of 64 bytes.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
import type { Append } from '../files/file-access.js';

const alignment = 64;
const full16 = 0xffff;
const full32 = 0xffffffff;
const version45 = 45; // the first with zip64
const utf8Flag = 1 << 11;
const date1980 = 0x21; // the earliest that the format can say, so that equal contents make equal files

interface Written {
  name: Buffer;
  size: number;
  checksum: number;
  start: number;
}

export class ZipWriter {
  private position = 0;
  private readonly files: Written[] = [];

  constructor(private readonly append: Append) {}

  /** Adds a file. */
  add(fileName: string, data: Uint8Array): void {
    const file = {
      name: Buffer.from(fileName),
      size: data.byteLength,
      checksum: crc32(data),
      start: this.position,
    };
    const sizes = zip64Field([file.size, file.size]);
    const unaligned = this.position + 30 + file.name.length + sizes.length + 4;
    const padding = Buffer.alloc(4 + ((alignment - (unaligned % alignment)) % alignment));
    padding.writeUInt16LE(0x4246, 0); // "FB", as PyTorch marks its padding
    padding.writeUInt16LE(padding.length - 4, 2);

    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    this.writeCommon(header, 4, file, sizes.length + padding.length);
    this.write(header, file.name, sizes, padding, data);
    this.files.push(file);
  }

  /** Writes the directory; nothing can be added after it. */
  finish(): void {
    const start = this.position;
    for (const file of this.files) {
      const extra = zip64Field([file.size, file.size, file.start]);
      const record = Buffer.alloc(46);
      record.writeUInt32LE(0x02014b50, 0);
      record.writeUInt16LE(version45, 4);
      this.writeCommon(record, 6, file, extra.length);
      record.writeUInt32LE(full32, 42);
      this.write(record, file.name, extra);
    }
    this.writeEnd(start, this.position - start);
  }

  /** The fields that local headers and directory records share, from the version on. */
  private writeCommon(record: Buffer, at: number, file: Written, extraLength: number): void {
    record.writeUInt16LE(version45, at);
    record.writeUInt16LE(utf8Flag, at + 2);
    record.writeUInt16LE(date1980, at + 8);
    record.writeUInt32LE(file.checksum, at + 10);
    record.writeUInt32LE(full32, at + 14);
    record.writeUInt32LE(full32, at + 18);
    record.writeUInt16LE(file.name.length, at + 22);
    record.writeUInt16LE(extraLength, at + 24);
  }

  private writeEnd(start: number, size: number): void {
    const end64 = Buffer.alloc(56);
    end64.writeUInt32LE(0x06064b50, 0);
    end64.writeBigUInt64LE(44n, 4);
    end64.writeUInt16LE(version45, 12);
    end64.writeUInt16LE(version45, 14);
    end64.writeBigUInt64LE(BigInt(this.files.length), 24);
    end64.writeBigUInt64LE(BigInt(this.files.length), 32);
    end64.writeBigUInt64LE(BigInt(size), 40);
    end64.writeBigUInt64LE(BigInt(start), 48);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeBigUInt64LE(BigInt(this.position), 8);
    locator.writeUInt32LE(1, 16);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(full16, 8);
    end.writeUInt16LE(full16, 10);
    end.writeUInt32LE(full32, 12);
    end.writeUInt32LE(full32, 16);
    this.write(end64, locator, end);
  }

  private write(...parts: Uint8Array[]): void {
    for (const part of parts) {
      this.append(part);
      this.position += part.byteLength;
    }
  }
}

function zip64Field(values: number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * values.length);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(8 * values.length, 2);
  values.forEach((value, i) => field.writeBigUInt64LE(BigInt(value), 4 + 8 * i));
  return field;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
