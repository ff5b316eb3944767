import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cacheFolder, type Log } from './cache.js';
import { SetupError } from './errors.js';
import { seconds } from './format.js';
import { type Archive, archives, pinnedVersion } from './pinned.js';

/** What to download: the environment's own choice, else the publisher's archive for this machine. */
function chosenArchive(): Archive | undefined {
  const { BEIT2_LIBTORCH_URL: url, BEIT2_LIBTORCH_SHA256: sha256 } = process.env;
  return url
    ? { url, sha256: sha256 ? sha256.toLowerCase() : undefined }
    : archives[`${process.platform}-${process.arch}`];
}

/**
 * Downloads the publisher's libtorch archive into `folder`. What a broken download left in the cache is gone on with.
 *
 * @returns the archive's path, or in one clause why there is none
 * @throws SetupError when the archive's hash is not the expected one
 */
export async function downloadArchive(
  folder: string,
  log: Log,
): Promise<{ archive: string } | { problem: string }> {
  const archive = chosenArchive();
  if (!archive)
    return {
      problem: `the publisher has no libtorch ${pinnedVersion} for ${process.platform} on ${process.arch}`,
    };
  const parts = join(cacheFolder(), 'downloads');
  await mkdir(parts, { recursive: true });
  const part = join(parts, `${createHash('sha256').update(archive.url).digest('hex').slice(0, 16)}.part`);
  const started = performance.now();
  log(`downloading ${archive.url}`);
  const problem = await fetchInto(archive.url, part, log);
  if (problem !== undefined) return { problem };
  if (archive.sha256 !== undefined) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(part), hash);
    const found = hash.digest('hex');
    if (found !== archive.sha256) {
      await rm(part, { force: true });
      throw new SetupError(
        `${archive.url} has the SHA-256 ${found} but ${archive.sha256} was expected: the download is deleted; try again, or check BEIT2_LIBTORCH_SHA256.`,
      );
    }
  }
  const target = join(folder, basename(new URL(archive.url).pathname) || 'libtorch.zip');
  await rename(part, target);
  log(`downloaded in ${seconds(started)}`);
  return { archive: target };
}

/** Appends to `part` what it still lacks of `url`; undefined once it is whole, else the reason in one clause. */
async function fetchInto(url: string, part: string, log: Log): Promise<string | undefined> {
  const have = (await stat(part).catch(() => undefined))?.size ?? 0;
  let response: Response;
  try {
    response = await fetch(url, { headers: have > 0 ? { Range: `bytes=${have}-` } : {} });
  } catch {
    return `${new URL(url).host} cannot be reached`;
  }
  if (response.status === 416) return undefined; // nothing is missing
  if (!response.ok || !response.body) return `${url} answers ${response.status}`;
  const goesOn = response.status === 206;
  if (goesOn) log(`going on after ${Math.round(have / 1e6)} MB`);
  try {
    const body = Readable.fromWeb(response.body);
    await pipeline(body, createWriteStream(part, { flags: goesOn ? 'a' : 'w' }));
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^E(NOSPC|DQUOT|ACCES|ROFS)$/.test(String(error.code)))
      throw error;
    return `the download of ${url} broke off (the next set-up goes on with it)`;
  }
  const expected = Number(response.headers.get('content-length') ?? NaN);
  const got = (await stat(part)).size - (goesOn ? have : 0);
  return Number.isFinite(expected) && got !== expected
    ? `the download of ${url} broke off (the next set-up goes on with it)`
    : undefined;
}
