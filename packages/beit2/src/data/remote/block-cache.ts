/**
 * Blocks of remote files on the local disk, shared by all threads and processes of a machine. A block appears whole or not at
 * all; those not used for the longest go first.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, utimesSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder } from '@beit2/torch/setup';
import { UserError } from '../../errors.js';

export interface BlockCacheOptions {
  folder: string;
  /** Largest size of all blocks together; 0 keeps nothing. */
  bytes: number;
  /** Size of a block; the last of a file is shorter. */
  blockBytes: number;
}

/** 80 images of 100 kB: large enough that a request's latency is no longer felt. */
const defaultBlock = 8 << 20;
const defaultGigabytes = 50;

/** The cache in beit2's cache folder; its bound is BEIT2_SHARD_CACHE_GB, by default 50. */
export function openBlockCache(): BlockCache {
  const text = process.env.BEIT2_SHARD_CACHE_GB;
  const gigabytes = text ? Number(text) : defaultGigabytes;
  if (!(gigabytes >= 0)) {
    throw new UserError(
      `BEIT2_SHARD_CACHE_GB must be a number of gigabytes, at least 0, not ${JSON.stringify(text)}.`,
    );
  }
  const folder = join(cacheFolder(), 'shard-blocks');
  return new BlockCache({ folder, bytes: gigabytes * 1e9, blockBytes: defaultBlock });
}

/** A block by what it is a part of; `length` is its size. */
export interface Block {
  /** The file with its version. */
  file: string;
  number: number;
  length: number;
}

const [heartbeatMs, staleMs, pollMs] = [2_000, 15_000, 30];
/** Times of use are written this often: they order blocks by age, no finer. */
const touchMs = 10_000;

export class BlockCache {
  readonly blockBytes: number;
  /** Whether anything is kept. */
  readonly keeps: boolean;
  private readonly fetching = new Map<string, Promise<Uint8Array>>();
  private readonly touched = new Map<string, number>();

  constructor(private readonly options: BlockCacheOptions) {
    this.blockBytes = options.blockBytes;
    this.keeps = options.bytes >= options.blockBytes;
  }

  /** Bytes [at, at + length) of a block, fetched where it is not there. Rejects as `fetch` does. */
  async read(
    block: Block,
    at: number,
    length: number,
    fetch: () => Promise<Uint8Array>,
  ): Promise<Uint8Array> {
    const path = this.pathOf(block);
    const kept = this.readKept(path, block.length, at, length);
    if (kept) return kept;
    let whole = this.fetching.get(path);
    if (!whole) {
      whole = this.bring(path, block.length, fetch).finally(() => this.fetching.delete(path));
      this.fetching.set(path, whole);
    }
    return (await whole).slice(at, at + length);
  }

  private pathOf({ file, number }: Block): string {
    const name = createHash('sha256').update(`${this.blockBytes} ${file}`).digest('hex').slice(0, 32);
    return join(this.options.folder, `${name}-${number}.block`);
  }

  private readKept(path: string, size: number, at: number, length: number): Uint8Array | undefined {
    let file: number;
    try {
      file = openSync(path, 'r');
    } catch {
      return undefined; // not there, or just removed
    }
    try {
      this.touch(path);
      const bytes = new Uint8Array(length);
      // One byte behind the block must not be there, its last one must.
      const isWhole = readSync(file, new Uint8Array(2), 0, 2, size - 1) === 1;
      return isWhole && readSync(file, bytes, 0, length, at) === length ? bytes : undefined;
    } finally {
      closeSync(file);
    }
  }

  private touch(path: string): void {
    const now = Date.now();
    if (now - (this.touched.get(path) ?? 0) < touchMs) return;
    this.touched.set(path, now);
    try {
      utimesSync(path, now / 1000, now / 1000);
    } catch {
      // It was just removed, or belongs to another user.
    }
  }

  /** Fetches a block and keeps it, unless another thread or process does: then takes over what that one brought. */
  private async bring(path: string, size: number, fetch: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const release = await this.takeTurn(path);
    if (!release) return fetch();
    try {
      const kept = this.readKept(path, size, 0, size);
      if (kept) return kept;
      const bytes = await fetch();
      await this.keep(path, bytes).catch(() => undefined); // a full disk costs time, not the run
      return bytes;
    } finally {
      await release();
    }
  }

  /** Waits for the right to fetch a block. @returns what gives it up; null where the folder cannot be written */
  private async takeTurn(path: string): Promise<(() => Promise<void>) | null> {
    const lock = `${path}.lock`;
    const folder = await mkdir(this.options.folder, { recursive: true }).catch(() => null);
    if (folder === null) return null;
    for (;;) {
      try {
        await writeFile(lock, '', { flag: 'wx' });
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return null;
      }
      const { mtimeMs = Date.now() } = (await stat(lock).catch(() => null)) ?? {};
      if (Date.now() - mtimeMs > staleMs) await rm(lock, { force: true });
      else await sleep(pollMs);
    }
    const beat = setInterval(() => {
      const now = Date.now() / 1000;
      void utimes(lock, now, now).catch(() => undefined);
    }, heartbeatMs);
    beat.unref();
    return async () => {
      clearInterval(beat);
      await rm(lock, { force: true });
    };
  }

  private async keep(path: string, bytes: Uint8Array): Promise<void> {
    await this.makeRoom();
    const part = `${path}.part-${process.pid}-${Math.random().toString(36).slice(2)}`;
    try {
      const file = await open(part, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync(); // a power cut must not leave a whole-looking block of zeros
      } finally {
        await file.close();
      }
      await rename(part, path);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  /** Removes blocks until one more fits. Counted by names, as if all were whole: sizes are asked for only when it is tight. */
  private async makeRoom(): Promise<void> {
    const { folder, bytes } = this.options;
    const names = (await readdir(folder)).filter((name) => !name.endsWith('.lock'));
    if ((names.length + 1) * this.blockBytes <= bytes) return;
    const files: { path: string; size: number; used: number }[] = [];
    for (const name of names) {
      const path = join(folder, name);
      const status = await stat(path).catch(() => null);
      if (status) files.push({ path, size: status.size, used: status.mtimeMs });
    }
    files.sort((a, b) => a.used - b.used);
    let total = files.reduce((sum, { size }) => sum + size, 0);
    if (total + this.blockBytes <= bytes) return;
    const wanted = Math.min(bytes - this.blockBytes, roomierShare * bytes);
    for (const { path, size } of files) {
      if (total <= wanted) return;
      await rm(path, { force: true });
      this.touched.delete(path);
      total -= size;
    }
  }
}

/** How full the cache is after room was made: not at every block anew. */
const roomierShare = 0.95;
