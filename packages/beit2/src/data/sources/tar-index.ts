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
import { UserError } from '../../errors.js';
import { isRemote, shownAddress } from '../remote/addresses.js';
import { openBlockCache } from '../remote/block-cache.js';
import { askRemote } from '../remote/remote-file.js';
import { RemoteReader } from '../remote/remote-reader.js';
import type { Shard } from './image-source.js';

/** The regular files of a tar, in the order of the archive. */
export interface TarIndex {
  names: string[];
  /** Where each file's bytes start and how many there are. */
  offsets: Float64Array;
  sizes: Float64Array;
  /** Text of each `KEY.cls` (WebDataset's label) by its key, which is the path up to the first dot of the file name. */
  classTexts: Map<string, string>;
}

/** Tar counts in blocks of so many bytes. */
export const tarBlock = 512;

const version = 2;

/**
 * A tar file's index, from the cache when neither its size nor its time or version have changed. The whole of a remote one
 * is fetched for it the first time.
 * @throws UserError for a file that cannot be read or is no whole tar
 */
export async function indexTar(path: string): Promise<{ shard: Shard; index: TarIndex }> {
  if (!isRemote(path)) {
    const file = openSync(path, 'r');
    try {
      const { size, mtimeMs } = fstatSync(file);
      const shard = { path: resolve(path), size, tag: String(mtimeMs) };
      const read = (at: number, length: number): Buffer => {
        const bytes = Buffer.allocUnsafe(length);
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

/** Bytes from a place on, fewer at the end of the file. */
type ReadBytes = (at: number, length: number) => Buffer | Promise<Buffer>;

async function throughCache(
  name: string,
  shown: string,
  { size, tag }: Shard,
  read: ReadBytes,
): Promise<TarIndex> {
  const key = `${version} ${name} ${size} ${tag}`;
  const cached = join(cacheFolder(), 'tar-index', createHash('sha256').update(name).digest('hex'));
  const known = readCached(cached, key);
  if (known) return known;
  const index = await scan(shown, new HeaderReader(read), size);
  writeCached(cached, key, index);
  return index;
}

interface CachedIndex extends Omit<TarIndex, 'names'> {
  key: string;
  names: string;
}

function readCached(path: string, key: string): TarIndex | undefined {
  try {
    const cached = deserialize(readFileSync(path)) as CachedIndex;
    if (cached.key !== key) return undefined;
    return { ...cached, names: cached.names.split('\0') };
  } catch {
    return undefined; // absent or damaged: scan again
  }
}

function writeCached(path: string, key: string, index: TarIndex): void {
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    const fresh = `${path}.new-${process.pid}`;
    const cached: CachedIndex = { ...index, key, names: index.names.join('\0') };
    writeFileSync(fresh, serialize(cached));
    renameSync(fresh, path);
  } catch {
    // Without a writable cache folder the next run scans again.
  }
}

/** WebDataset's key of a member: the path up to the first dot of the file name. */
export function memberKey(name: string): string {
  const dot = name.indexOf('.', name.lastIndexOf('/') + 1);
  return dot === -1 ? name : name.slice(0, dot);
}

async function scan(path: string, reader: HeaderReader, fileSize: number): Promise<TarIndex> {
  const names: string[] = [];
  const offsets: number[] = [];
  const sizes: number[] = [];
  const classTexts = new Map<string, string>();
  let long: { name?: string; size?: number } = {}; // what a header before this one says of it
  let at = 0;
  while (at !== fileSize) {
    // A file copied in part may end between two members: not even the blanks after the last one are all there then.
    if (at + tarBlock > fileSize) {
      throw new UserError(
        `${path} is cut short or not a tar file: it ends within a block of ${tarBlock} bytes.`,
      );
    }
    const header = await reader.read(at, tarBlock);
    if (header.every((byte) => byte === 0)) break;
    checkHeader(path, header, at);
    const type = header.toString('latin1', 156, 157);
    const isExtension = 'LKxg'.includes(type);
    const size = isExtension ? numberField(header, 124, 12) : (long.size ?? numberField(header, 124, 12));
    const start = at + tarBlock;
    if (start + size > fileSize) {
      throw new UserError(`${path} is cut short: a member at byte ${at} extends past the end of the file.`);
    }
    if (type === 'L') long.name = textField(await reader.read(start, size), 0, size);
    else if (type === 'x') long = { ...long, ...paxRecords(await reader.read(start, size)) };
    else if (!isExtension) {
      if (type === '0' || type === '\0') {
        const name = (long.name ?? headerName(header)).replace(/^(\.\/)+/, '');
        names.push(name);
        offsets.push(start);
        sizes.push(size);
        if (name.endsWith('.cls'))
          classTexts.set(memberKey(name), (await reader.read(start, size)).toString().trim());
      }
      long = {};
    }
    at = start + Math.ceil(size / tarBlock) * tarBlock;
  }
  return { names, offsets: Float64Array.from(offsets), sizes: Float64Array.from(sizes), classTexts };
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

function checkHeader(path: string, header: Buffer, at: number): void {
  let sum = 8 * 32; // the checksum's own field counts as blanks
  for (let i = 0; i < tarBlock; i++) if (i < 148 || i >= 156) sum += header[i] ?? 0;
  if (sum === numberField(header, 148, 8)) return;
  if (header[0] === 0x1f && header[1] === 0x8b) {
    throw new UserError(
      `${path} is compressed: images are read in place, so unpack it to a plain .tar first.`,
    );
  }
  throw new UserError(`${path} is not a tar file, or is damaged at byte ${at}.`);
}

function headerName(header: Buffer): string {
  const name = textField(header, 0, 100);
  const isUstar = header.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isUstar ? textField(header, 345, 155) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function textField(bytes: Buffer, start: number, length: number): string {
  const end = bytes.indexOf(0, start);
  return bytes.toString('utf8', start, end === -1 || end > start + length ? start + length : end);
}

/** An octal number, or GNU's big-endian binary one when the first bit is set. */
function numberField(bytes: Buffer, start: number, length: number): number {
  if (((bytes[start] ?? 0) & 0x80) !== 0) return Number(bytes.readBigUInt64BE(start + length - 8));
  return Number.parseInt(
    bytes
      .toString('latin1', start, start + length)
      .replace(/\0.*/, '')
      .trim() || '0',
    8,
  );
}

/** `path` and `size` of a pax header: records "LENGTH KEY=VALUE\n", the length in bytes. */
function paxRecords(bytes: Buffer): { name?: string; size?: number } {
  const found: { name?: string; size?: number } = {};
  for (let at = 0; at < bytes.length;) {
    const blank = bytes.indexOf(' ', at);
    const length = Number.parseInt(bytes.toString('latin1', at, blank), 10);
    if (blank === -1 || !(length > 0)) break;
    const [key, ...value] = bytes.toString('utf8', blank + 1, at + length - 1).split('=');
    if (key === 'path') found.name = value.join('=');
    if (key === 'size') found.size = Number(value.join('='));
    at += length;
  }
  return found;
}
