import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as sleep } from 'node:timers/promises';

import { cacheFolder, type Log } from './cache.js';
import { SetupError } from './errors.js';
import { archives, type Archive } from './pinned.js';

const stallMs = 60_000;
const attempts = 10;

/**
 * Downloads the publisher's libtorch archive for this machine into `folder`. What a broken download left is kept in the
 * cache and resumed from its last byte, in this run and in later ones.
 *
 * @returns the archive's path, or in one clause why there is none
 * @throws SetupError where the archive does not have the hash that it should have
 */
export async function downloadArchive(
  folder: string,
  log: Log,
): Promise<{ zip: string } | { problem: string }> {
  const source = chooseArchive();
  if (source === undefined) {
    return { problem: `its publisher has no archive for ${process.platform} ${process.arch}` };
  }
  const name = createHash('sha256').update(source.url).digest('hex').slice(0, 16);
  const part = join(cacheFolder(), 'downloads', `${name}.part`);
  await mkdir(join(part, '..'), { recursive: true });
  log(`downloading ${source.url}`);
  for (let attempt = 1; ; attempt++) {
    const before = await sizeOf(part);
    const problem = await downloadRest(source.url, part, log);
    if (problem === undefined) return { zip: await accept(source, part, join(folder, 'libtorch.zip')) };
    // Another attempt is worth it only where this one brought something.
    if (attempt === attempts || (await sizeOf(part)) === before) return { problem };
    log(`${problem}; trying again`);
    await sleep(1000);
  }
}

/** BEIT2_LIBTORCH_URL and BEIT2_LIBTORCH_SHA256 replace the publisher's own address (for a mirror). */
function chooseArchive(): Archive | undefined {
  const { BEIT2_LIBTORCH_URL: url, BEIT2_LIBTORCH_SHA256: sha256 } = process.env;
  const known = url ? { url } : archives[`${process.platform}-${process.arch}`];
  return known && sha256 ? { ...known, sha256: sha256.toLowerCase() } : known;
}

/** Checks the hash, if one is known, and moves the archive to its place. */
async function accept({ url, sha256 }: Archive, part: string, archive: string): Promise<string> {
  const hash = createHash('sha256');
  if (sha256 !== undefined) {
    await pipeline(createReadStream(part), hash);
    const found = hash.digest('hex');
    if (found !== sha256) {
      await rm(part);
      throw new SetupError(
        `${url} has SHA-256 ${found}, not ${sha256}: it was thrown away; run the set-up again, and check the address and the hash if that does not help.`,
      );
    }
  }
  await rename(part, archive);
  await rm(`${part}.validator`, { force: true });
  return archive;
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}

/**
 * Appends what is missing to the partial file, if the server still has the same archive; else starts again.
 *
 * @returns undefined once all is there, else in one clause why not
 */
async function downloadRest(url: string, part: string, log: Log): Promise<string | undefined> {
  const have = await sizeOf(part);
  const validator = await readFile(`${part}.validator`, 'utf8').catch(() => '');
  const headers =
    have > 0 && validator !== '' ? { range: `bytes=${have}-`, 'if-range': validator } : undefined;
  const stall = new AbortController();
  const timer = setTimeout(() => stall.abort(), stallMs);
  let failure = 'cannot be reached';
  try {
    const response = await fetch(url, { headers, signal: stall.signal });
    if (response.status === 416) {
      await response.body?.cancel();
      if (response.headers.get('content-range') === `bytes */${have}`) return undefined;
      await rm(part, { force: true });
    }
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      return `${url} answers ${response.status} ${response.statusText}`.trim();
    }
    failure = 'broke the download off';
    const resumed = response.status === 206;
    if (resumed) log(`resuming after ${have} bytes`);
    await writeFile(`${part}.validator`, validatorOf(response));
    const body = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
    const keepAlive = async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        timer.refresh();
        yield chunk;
      }
    };
    await pipeline(body, keepAlive, createWriteStream(part, { flags: resumed ? 'a' : 'w' }));
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error; // the disk's, not the network's
    const reason = stall.signal.aborted ? `nothing came for ${stallMs / 1000} s` : networkReason(error);
    return `${new URL(url).host} ${failure} (${reason})`;
  } finally {
    clearTimeout(timer);
  }
}

/** What identifies these very bytes in a later If-Range; empty where the server names nothing that may stand there. */
function validatorOf(response: Response): string {
  const etag = response.headers.get('etag');
  if (etag !== null && !etag.startsWith('W/')) return etag;
  return response.headers.get('last-modified') ?? '';
}

/** fetch says only "fetch failed" or "terminated"; the reason is its cause. */
function networkReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause : error;
  return 'code' in cause ? String(cause.code) : cause.message;
}
