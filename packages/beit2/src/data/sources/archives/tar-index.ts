/** An index of the members of a tar file, built by one scan over the headers and kept in the cache folder. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { cacheFolder } from '@beit2/torch/setup';
import { UserError } from '../../../errors.js';
import { isRemote, shownAddress } from '../../remote/addresses.js';
import { openBlockCache } from '../../remote/block-cache.js';
import { askRemote } from '../../remote/remote-file.js';
import { RemoteReader } from '../../remote/remote-reader.js';
import { fileNameOf, nameFromBytes } from '../../../files/file-names.js';
import { shellWord } from '../../../files/printable.js';
import { formatOf, type FileFormat } from '../../pixels/image-format.js';
import { type ArchiveIndex, MembersBuilder } from './archive-index.js';
import { paxClass } from './class-folders.js';
import { isImageName, type Shard } from '../image-source.js';
import { PackedStrings } from '../packed-strings.js';

/** Tar counts in blocks of so many bytes. */
export const tarBlock = 512;

const version = 3;

/**
 * A tar file's index, from the cache when neither its size nor its time or version have changed. The whole of a remote one
 * is fetched for it the first time.
 * @throws UserError for a file that cannot be read or is no whole tar
 */
export async function indexTar(path: string): Promise<{ shard: Shard; index: ArchiveIndex }> {
  if (!isRemote(path)) {
    const file = openSync(fileNameOf(path), 'r');
    try {
      const { size, mtimeMs } = fstatSync(file);
      const shard = { path: resolve(path), size, tag: String(mtimeMs) };
      let bytes = Buffer.alloc(0); // one for all reads: those of a large file would fill the memory before they are collected
      const read = (at: number, length: number): Buffer => {
        if (bytes.length < length) bytes = Buffer.allocUnsafeSlow(length);
        return bytes.subarray(0, readSync(file, bytes, 0, length, at));
      };
      return { shard: { ...shard, path }, index: await throughCache(shard.path, path, shard, read) };
    } finally {
      closeSync(file);
    }
  }
  const shard = await askRemote(path);
  const reader = new RemoteReader(openBlockCache());
  const read = async (at: number, length: number): Promise<Buffer> => {
    const bytes = await reader.read(shard, at, Math.min(length, shard.size - at));
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
  return { shard, index: await throughCache(path, shownAddress(path), shard, read) };
}

/** Bytes from a place on, fewer at the end of the file; they stand until the next call. */
type ReadBytes = (at: number, length: number) => Buffer | Promise<Buffer>;

async function throughCache(
  name: string,
  shown: string,
  { size, tag }: Shard,
  read: ReadBytes,
): Promise<ArchiveIndex> {
  const key = `${version} ${name} ${size} ${tag}`;
  const cached = join(cacheFolder(), 'tar-index', createHash('sha256').update(name).digest('hex'));
  const known = readCached(cached, key);
  if (known) return known;
  const index = await scan(shown, new HeaderReader(read), size);
  writeCached(cached, key, index);
  return index;
}

interface CachedIndex extends Omit<ArchiveIndex, 'names'> {
  key: string;
  text: Uint8Array;
  ends: Float64Array;
}

function readCached(path: string, key: string): ArchiveIndex | undefined {
  try {
    const cached = deserialize(readFileSync(path)) as CachedIndex;
    if (cached.key !== key) return undefined;
    return { ...cached, names: PackedStrings.copied(cached.text, cached.ends) };
  } catch {
    return undefined; // absent or damaged: scan again
  }
}

function writeCached(path: string, key: string, index: ArchiveIndex): void {
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    const fresh = `${path}.new-${process.pid}`;
    const { names, ...others } = index;
    const cached: CachedIndex = {
      ...others,
      key,
      text: Uint8Array.from(names.text),
      ends: Float64Array.from(names.ends),
    };
    writeFileSync(fresh, serialize(cached));
    renameSync(fresh, path);
  } catch {
    // Without a writable cache folder the next run scans again.
  }
}

const [regular, oldRegular, contiguous] = ['0', '\0', '7'];
const notFiles: Partial<Record<string, string>> = {
  '1': 'hard link',
  '2': 'symbolic link',
  S: 'sparse file',
};

async function scan(path: string, reader: HeaderReader, fileSize: number): Promise<ArchiveIndex> {
  const members = new MembersBuilder();
  let long: Extension = {};
  let hasEnded = false;
  for (let at = 0; at !== fileSize;) {
    // A file copied in part may end between two members: not even the blanks after the last one are all there then.
    if (at + tarBlock > fileSize) {
      if (hasEnded) break;
      throw new UserError(
        `${path} is truncated or not a tar file: it ends within a block of ${tarBlock} bytes.`,
      );
    }
    const header = await reader.read(at, tarBlock);
    if (isBlank(header)) {
      hasEnded = true; // but another archive may follow, as `cat a.tar b.tar` makes it
      at += tarBlock;
      continue;
    }
    if (hasEnded && !isHeader(header)) {
      members.leftOut.add('part that is no tar, behind the end of the archive', path);
      break;
    }
    checkHeader(path, header, at);
    const type = header.toString('latin1', 156, 157);
    const isExtension = 'LKxg'.includes(type);
    const size = isExtension ? numberField(header, 124, 12) : (long.size ?? numberField(header, 124, 12));
    if (!(size >= 0))
      throw new UserError(`${path} is damaged at byte ${at}: the size of a member is not a number.`);
    const start = at + tarBlock;
    if (start + size > fileSize) {
      throw new UserError(`${path} is truncated: a member at byte ${at} extends past the end of the file.`);
    }
    if (type === 'L') long.name = textField(await reader.read(start, size), 0, size);
    else if (type === 'x') long = { ...long, ...paxRecords(await reader.read(start, size)) };
    else if (!isExtension) {
      const name = (long.name ?? headerName(header)).replace(/^(\.\/)+/, '');
      const reason = notFiles[type];
      if (type === regular || type === oldRegular || type === contiguous)
        await members.add(name, start, size, long.className, (length) => reader.read(start, length));
      else if (reason !== undefined && isImageName(name)) members.leftOut.add(reason, `${path}:${name}`);
      long = {};
    }
    at = start + Math.ceil(size / tarBlock) * tarBlock;
  }
  return members.index();
}

/** What headers before a member's own say of it. */
interface Extension {
  name?: string;
  size?: number;
  className?: string;
}

function isBlank(header: Buffer): boolean {
  return header[0] === 0 && header.every((byte) => byte === 0);
}

/** Reads pieces of a file through a window that grows while the pieces lie close together and shrinks when they do not. */
class HeaderReader {
  private window: Buffer = Buffer.alloc(0);
  private start = 0;
  private length = 4096;

  constructor(private readonly readBytes: ReadBytes) {}

  async read(at: number, size: number): Promise<Buffer> {
    const inside = at >= this.start && at + size <= this.start + this.window.length;
    if (!inside) {
      const near = at < this.start + 2 * this.window.length;
      this.length = Math.max(size, near ? Math.min(2 * this.length, 1 << 20) : 4096);
      this.window = await this.readBytes(at, this.length);
      this.start = at;
    }
    return this.window.subarray(at - this.start, at - this.start + size);
  }
}

function isHeader(header: Buffer): boolean {
  let sum = 8 * 32; // the checksum's own field counts as blanks
  for (let i = 0; i < tarBlock; i++) if (i < 148 || i >= 156) sum += header[i] ?? 0;
  return sum === numberField(header, 148, 8);
}

function checkHeader(path: string, header: Buffer, at: number): void {
  if (isHeader(header)) return;
  const format = at === 0 ? formatOf(header) : undefined;
  throw new UserError(
    (format && compressedSentence(path, format)) ?? `${path} is not a tar file, or is damaged at byte ${at}.`,
  );
}

const unpackers: Partial<Record<string, string>> = {
  gzip: 'gunzip -k',
  Zstandard: 'unzstd',
  xz: 'unxz -k',
  bzip2: 'bunzip2 -k',
};

/** What to do about a compressed tar file; null for any other format. */
export function compressedSentence(path: string, { name }: FileFormat): string | null {
  const unpack = unpackers[name];
  if (unpack === undefined) return null;
  return `${path} is compressed (${name}): images are read in place, so unpack it first, with \`${unpack} ${shellWord(path)}\`.`;
}

function headerName(header: Buffer): string {
  const name = textField(header, 0, 100);
  const isUstar = header.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isUstar ? textField(header, 345, 155) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function textField(bytes: Buffer, start: number, length: number): string {
  const end = bytes.indexOf(0, start);
  return nameFromBytes(bytes.subarray(start, end === -1 || end > start + length ? start + length : end));
}

/** An octal number, or GNU's big-endian binary one when the first bit is set; NaN for anything else. */
function numberField(bytes: Buffer, start: number, length: number): number {
  if (((bytes[start] ?? 0) & 0x80) !== 0) return Number(bytes.readBigUInt64BE(start + length - 8));
  const text = bytes
    .toString('latin1', start, start + length)
    .replace(/\0.*/s, '')
    .trim();
  return /^[0-7]*$/.test(text) ? Number.parseInt(text || '0', 8) : Number.NaN;
}

/** What a pax header tells: records "LENGTH KEY=VALUE\n", the length in bytes. */
function paxRecords(bytes: Buffer): Extension {
  const found: Extension = {};
  for (let at = 0; at < bytes.length;) {
    const blank = bytes.indexOf(' ', at);
    const length = Number.parseInt(bytes.toString('latin1', at, blank), 10);
    if (blank === -1 || !(length > 0)) break;
    const [key, ...parts] = nameFromBytes(bytes.subarray(blank + 1, at + length - 1)).split('=');
    const value = parts.join('=');
    if (key === 'path') found.name = value;
    if (key === 'size') found.size = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (key === paxClass) found.className = value;
    at += length;
  }
  return found;
}
