/** Writes a source into tar shards (WebDataset's naming), once, so that later epochs read few large files. */
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sharp } from '../../sharp.js';
import { pack as createTar, type Pack } from 'tar-stream';
import { UserError } from '../../errors.js';
import { BrokenImageError, decodeImage, reading } from '../pixels/decode.js';
import { formatOf } from '../pixels/image-format.js';
import { folderForClass, folderOf, paxClass } from '../sources/archives/class-folders.js';
import { isImageName, type ImageSource } from '../sources/image-source.js';
import { mapAhead } from '../map-ahead.js';

export interface PackOptions {
  /** Folder to make; it must not exist yet, or be empty. */
  folder: string;
  /** Make the short side this long where it is longer, as JPEG, as boxes of a list are written too; images are copied as they are otherwise. */
  shortSide?: number;
  /** Largest size of one shard in bytes (of images; the tar's own headers come on top). */
  shardBytes: number;
  onProgress?: (done: number) => void;
}

export interface PackResult {
  shards: string[];
  images: number;
  bytes: number;
  /** Images left out because they cannot be read. */
  broken: { name: string; reason: string }[];
}

const imagesAtOnce = 4;
const jpegQuality = 95;

/**
 * Writes `NNNNNN.tar` shards with `CLASS/NNNNNNNN.jpg` and, where the source has labels, `CLASS/NNNNNNNN.cls` (the label's
 * number). Every image is decoded once, so that no broken one gets in. The folder appears when all is written.
 * @throws UserError when the folder is in use or cannot be written.
 */
export async function packSource(source: ImageSource, options: PackOptions): Promise<PackResult> {
  const folder = resolve(options.folder);
  const partial = join(dirname(folder), `.${basename(folder)}.partial-${process.pid}`);
  try {
    if (await isInUse(folder))
      throw new UserError(`${folder} is not empty: choose a new folder for the shards.`);
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { recursive: true });
    const result = await writeShards(source, partial, options);
    await rename(partial, folder); // replaces an empty folder only
    return { ...result, shards: result.shards.map((name) => join(folder, name)) };
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined); // the first error is the one to tell
    throw explain(error, folder);
  }
}

async function isInUse(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

type Member = { extension: string; bytes: Uint8Array } | { name: string; reason: string };

async function writeShards(source: ImageSource, folder: string, options: PackOptions): Promise<PackResult> {
  const { shortSide, shardBytes, onProgress } = options;
  const result: PackResult = { shards: [], images: 0, bytes: 0, broken: [] };
  let shard: Shard | undefined;
  let index = -1;
  for await (const member of mapAhead(source.length, imagesAtOnce, (i) => encode(source, i, shortSide))) {
    index++;
    onProgress?.(index + 1);
    if ('reason' in member) {
      result.broken.push(member);
      continue;
    }
    if (!shard || shard.bytes + member.bytes.length > shardBytes) {
      await shard?.close();
      const name = `${String(result.shards.length).padStart(6, '0')}.tar`;
      shard = new Shard(join(folder, name));
      result.shards.push(name);
    }
    const label = source.label(index);
    const key = String(index).padStart(8, '0');
    const name = label === undefined ? undefined : (source.classes?.[label] ?? String(label));
    const path = name === undefined ? key : `${folderForClass(name)}/${key}`;
    await shard.add(path + member.extension, member.bytes, name);
    if (label !== undefined) await shard.add(`${path}.cls`, Buffer.from(String(label)));
    result.images++;
    result.bytes += member.bytes.length;
  }
  await shard?.close();
  if (result.images === 0) throw new UserError('None of the images can be read; nothing was packed.');
  return result;
}

async function encode(source: ImageSource, index: number, shortSide: number | undefined): Promise<Member> {
  try {
    const bytes = await reading(source.read(index));
    const box = source.box?.(index);
    const { width, height, data } = await decodeImage(bytes, box);
    const name = source.name(index);
    const extension = isImageName(name)
      ? extname(name).toLowerCase()
      : `.${formatOf(bytes)?.name.toLowerCase() ?? ''}`;
    const isLarge = shortSide !== undefined && Math.min(width, height) > shortSide;
    if (!box && !isLarge) return { extension, bytes };
    const pixels = sharp(data, { raw: { width, height, channels: 3 } });
    const written = isLarge ? pixels.resize(shortSide, shortSide, { fit: 'outside' }) : pixels;
    return { extension: '.jpg', bytes: await written.jpeg({ quality: jpegQuality }).toBuffer() };
  } catch (error) {
    if (!(error instanceof BrokenImageError)) throw error;
    return { name: source.name(index), reason: error.message };
  }
}

/** One tar file being written. */
class Shard {
  bytes = 0;
  private readonly tar: Pack = createTar();
  private readonly written: Promise<void>;
  private failure: Error | undefined;

  constructor(path: string) {
    this.written = pipeline(this.tar, createWriteStream(path, { flush: true }));
    this.written.catch((error: unknown) => {
      this.failure = error as Error;
      this.tar.destroy(this.failure); // an entry that waits for room fails too
    });
  }

  /** @param className noted where the member's folder cannot have that name */
  async add(name: string, bytes: Uint8Array, className?: string): Promise<void> {
    if (this.failure) throw this.failure;
    this.bytes += bytes.length;
    const added = new Promise<void>((resolve, reject) => {
      // One time for all: the same source gives the same bytes.
      const isNoted = className !== undefined && folderOf(name) !== className;
      const header = {
        name,
        size: bytes.length,
        mtime: new Date(0),
        ...(isNoted && { pax: { [paxClass]: className } }),
      };
      const entry = this.tar.entry(header, Buffer.from(bytes), (error) => {
        if (error) reject(error);
        else resolve();
      });
      entry.on('error', reject); // one that is under way when the disk is full tells it in no other way
    });
    await Promise.race([added, this.written]).catch((error: unknown) => {
      throw this.failure ?? error; // not that of an entry which only tells that the tar is gone
    });
  }

  async close(): Promise<void> {
    this.tar.finalize();
    await this.written;
  }
}

function explain(error: unknown, folder: string): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(error.code))) {
    return new UserError(`The disk is full: the shards in ${folder} do not fit. Nothing was kept.`);
  }
  return new UserError(`Cannot write the shards to ${folder}: ${error.message}.`);
}
