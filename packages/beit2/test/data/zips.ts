/** Zip files written by hand, for what usual programs do not write. */
import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a zip. */
export interface ZipMember {
  name: string | Buffer;
  contents?: Uint8Array | string;
  method?: 'stored' | 'deflated' | number;
  /** General purpose flags: 1 is encrypted, 0x800 a name in UTF-8. */
  flags?: number;
  /** Attributes of Unix, such as those of a link. */
  mode?: number;
  /** Sizes and places in the 64-bit field alone. */
  zip64?: boolean;
}

const full = 0xffff_ffff;
const methods: Record<string, number> = { stored: 0, deflated: 8 };

function field(name: Buffer, bytes: Buffer, member: ZipMember, size: number, at?: number): Buffer {
  const { method = 'stored', flags = 0, contents = '', zip64 = false, mode = 0 } = member;
  const isCentral = at !== undefined;
  const wide = Buffer.alloc(isCentral ? 28 : 20);
  wide.writeUInt16LE(1, 0);
  wide.writeUInt16LE(wide.length - 4, 2);
  for (const [i, value] of [size, bytes.length, at ?? 0].slice(0, isCentral ? 3 : 2).entries())
    wide.writeBigUInt64LE(BigInt(value), 4 + 8 * i);
  const extra = zip64 ? wide : Buffer.alloc(0);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(45, 0);
  common.writeUInt16LE(flags, 2);
  common.writeUInt16LE(typeof method === 'number' ? method : (methods[method] ?? 0), 4);
  common.writeUInt32LE(crc32(Buffer.from(contents)), 10);
  common.writeUInt32LE(zip64 ? full : bytes.length, 14);
  common.writeUInt32LE(zip64 ? full : size, 18);
  common.writeUInt16LE(name.length, 22);
  common.writeUInt16LE(extra.length, 24);
  if (!isCentral) return Buffer.concat([Buffer.from('PK\x03\x04'), common, name, extra, bytes]);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(mode * 2 ** 16, 6);
  tail.writeUInt32LE(zip64 ? full : at, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02\x2d\x03', 'latin1'), common, tail, name, extra]);
}

/** A zip file of the given members. */
export function zipOf(members: readonly ZipMember[]): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const member of members) {
    const contents = Buffer.from(member.contents ?? '');
    const bytes = member.method === 'deflated' ? deflateRawSync(contents) : contents;
    const name = Buffer.from(member.name);
    const file = field(name, bytes, member, contents.length);
    files.push(file);
    directory.push(field(name, bytes, member, contents.length, at));
    at += file.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...directory, end]);
}
