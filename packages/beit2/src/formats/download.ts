/** Downloads a file so that a broken download goes on where it stopped, and only a whole and right one is used. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../errors.js';
import { FileReader } from '../files/file-access.js';

export interface DownloadOptions {
  headers?: Record<string, string>;
  /** SHA-256 that the file must have, hexadecimal, or its first digits. */
  sha256?: string;
  /** Bytes that the file must have. */
  size?: number;
  /** Told of the bytes so far, and of all where the server says. */
  progress?: (done: number, total: number | undefined) => void;
}

/** Times a broken connection is taken up again without having brought anything. */
const maximumTries = 5;

/** Milliseconds without a byte after which a connection counts as broken. */
const patience = 30_000;

/**
 * Brings `url` to `path`. What has arrived is kept in `path.incomplete` and used by the next try, also of another
 * run; two processes that want the same file take turns.
 * @throws UserError in one sentence where the server refuses, the connection stays broken, or the file is not the right one
 */
export async function download(url: string, path: string, options: DownloadOptions = {}): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const release = await takeLock(`${path}.lock`);
  try {
    if (existsSync(path)) return; // another process brought it meanwhile
    await fetchAll(url, `${path}.incomplete`, options);
    check(url, `${path}.incomplete`, options);
    renameSync(`${path}.incomplete`, path);
    rmSync(tagFile(path), { force: true });
  } finally {
    release();
  }
}

/** Remembers which version of the file the first part is of. */
function tagFile(path: string): string {
  return `${path.replace(/\.incomplete$/, '')}.etag`;
}

async function fetchAll(url: string, partial: string, options: DownloadOptions): Promise<void> {
  for (let tries = 0; ;) {
    const before = sizeOf(partial);
    try {
      if (await fetchRest(url, partial, options)) return;
      throw new Error('the connection ended early');
    } catch (error) {
      if (error instanceof UserError) throw error;
      tries = sizeOf(partial) > before ? 0 : tries + 1;
      if (tries === maximumTries) {
        const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
        throw new UserError(
          `${url} could not be downloaded: ${cause instanceof Error ? cause.message : String(cause)}; run the same command again to resume the download.`,
        );
      }
      await sleep(100 * 2 ** tries);
    }
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Asks for what is missing and appends it. @returns whether the file is complete */
async function fetchRest(url: string, partial: string, options: DownloadOptions): Promise<boolean> {
  const tag = tagFile(partial);
  const etag = existsSync(tag) ? readFileSync(tag, 'utf8') : '';
  const done = etag === '' ? 0 : sizeOf(partial); // without a tag nobody knows what the first part is of
  const stop = new AbortController();
  const stalled = setTimeout(() => stop.abort(new Error(`no data for ${patience / 1000} s`)), patience);
  try {
    const rest: Record<string, string> = done > 0 ? { Range: `bytes=${done}-`, 'If-Range': etag } : {};
    const headers = { 'Accept-Encoding': 'identity', ...options.headers, ...rest };
    const response = await fetch(url, { headers, signal: stop.signal });
    if (response.status === 416) {
      rmSync(partial, { force: true }); // longer than the file: of another version
      return false;
    }
    if (response.status >= 500) throw new Error(`the server answers ${response.status}`);
    if (!response.ok || !response.body) {
      throw new UserError(
        `${url} could not be downloaded: the server answers ${response.status} ${response.statusText}.`,
      );
    }
    const start = response.status === 206 ? done : 0;
    if (start > 0 && !response.headers.get('content-range')?.startsWith(`bytes ${start}-`)) {
      rmSync(partial, { force: true });
      throw new Error('the server sent the wrong part of the file');
    }
    writeFileSync(tag, strongTag(response));
    const length = response.headers.get('content-length');
    const total = length === null ? undefined : start + Number(length);
    const file = openSync(partial, start === 0 ? 'w' : 'a');
    try {
      let position = start;
      for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
        stalled.refresh();
        for (let written = 0; written < piece.byteLength;) written += writeSync(file, piece, written);
        position += piece.byteLength;
        options.progress?.(position, total);
      }
      fsyncSync(file);
      return total === undefined || position >= total;
    } finally {
      closeSync(file);
    }
  } finally {
    clearTimeout(stalled);
  }
}

/** A tag that holds for the bytes; a weak one does not. */
function strongTag(response: Response): string {
  const etag = response.headers.get('etag') ?? '';
  return etag.startsWith('W/') ? '' : etag;
}

/** Refuses a file that is not the right one, and forgets it. */
function check(url: string, partial: string, options: DownloadOptions): void {
  const why = fault(partial, options);
  if (why === null) return;
  rmSync(partial, { force: true });
  rmSync(tagFile(partial), { force: true });
  throw new UserError(`${url} was downloaded but it is the wrong file: ${why}; it was removed.`);
}

/** What is wrong with a file; null where nothing is. */
function fault(path: string, { size, sha256 }: DownloadOptions): string | null {
  const found = sizeOf(path);
  if (size !== undefined && found !== size) return `it has ${found} bytes instead of ${size}`;
  if (sha256 !== undefined)
    return hashOf(path).startsWith(sha256.toLowerCase()) ? null : 'its hash does not match';
  if (size !== undefined) return null;
  if (found === 0) return 'it is empty';
  return isWebPage(path) ? 'it is a web page' : null; // that of a server which asks to log in, or to agree
}

function isWebPage(path: string): boolean {
  const file = new FileReader(path);
  const start = Buffer.from(file.read(0, Math.min(file.size, 64))).toString('latin1');
  return /^\s*<(!doctype|html|head|\?xml)/i.test(start);
}

function hashOf(path: string): string {
  const file = new FileReader(path);
  const hash = createHash('sha256');
  const piece = new Uint8Array(1 << 20);
  for (let at = 0; at < file.size; at += piece.length) {
    hash.update(file.read(at, Math.min(piece.length, file.size - at), piece));
  }
  return hash.digest('hex');
}

/** Waits until no other process holds the lock. @returns what gives it up */
async function takeLock(path: string): Promise<() => void> {
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw explain(error, path);
    }
    if (isAbandoned(path)) rmSync(path, { force: true });
    else await sleep(200);
  }
}

/** Whether the process that took a lock is gone. */
function isAbandoned(path: string): boolean {
  try {
    const owner = Number(readFileSync(path, 'utf8'));
    if (owner === 0) return Date.now() - statSync(path).mtimeMs > patience; // its number is not written yet
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function explain(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'EACCES' && code !== 'EROFS') return error;
  return new UserError(
    `The folder ${dirname(path)} for ${basename(path)} cannot be written to: set another cache folder (BEIT2_CACHE).`,
  );
}
