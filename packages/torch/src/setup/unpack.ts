import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

import { openPromise, type Entry, type ZipFile } from 'yauzl';

import { SetupError } from './errors.js';
import { inParallel } from './run.js';

const filesAtOnce = 8; // most of the 9,000 headers are small: one at a time would wait for the disk

/**
 * Unpacks the C++ part of a torch wheel or of a libtorch archive into `folder`: `torch/lib` without the Python
 * libraries and those of torch's own tests, `torch/include`, `torch.libs` (libraries that some wheels bring), the
 * version and the licences. Files of a wheel are checked against the hashes of its own RECORD.
 *
 * @returns paths inside `folder` of the shared libraries, and how many bytes were written
 * @throws SetupError for a file that is no whole zip, whose contents do not match its record, or a wheel built for CUDA
 */
export async function unpackLibtorch(
  zipPath: string,
  folder: string,
): Promise<{ libraries: string[]; bytes: number }> {
  try {
    const zip = await openPromise(zipPath, { lazyEntries: true, autoClose: false });
    try {
      return await unpackEntries(zip, folder);
    } finally {
      zip.close();
    }
  } catch (error) {
    if (error instanceof SetupError) throw error;
    if (error instanceof Error && 'syscall' in error) throw error; // the disk's, not the zip's
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupError(
      `${basename(zipPath)} is damaged (${reason}) and was thrown away: run the set-up again, and check where it comes from if that does not help.`,
      { cause: error },
    );
  }
}

async function unpackEntries(zip: ZipFile, folder: string): Promise<{ libraries: string[]; bytes: number }> {
  const waiting: { entry: Entry; target: string }[] = [];
  let record = '';
  for await (const entry of zip.eachEntry()) {
    const target = targetOf(entry.fileName);
    if (target !== undefined) waiting.push({ entry, target });
    if (entry.fileName.endsWith('.dist-info/RECORD'))
      record = await text(await zip.openReadStreamPromise(entry));
  }
  const hashes = hashesOf(record);
  if (hashes.has('torch/lib/libtorch_cuda.so')) {
    throw new SetupError(
      "pip has only a CUDA build of torch here, which does not load without NVIDIA's packages: `pip install` it in a Python environment, activate that and set LIBTORCH_USE_PYTORCH=1.",
    );
  }
  const libraries = waiting
    .map(({ target }) => target)
    .filter((path) => /^torch(\/lib|\.libs)\/[^/]+$/.test(path));
  const bytes = waiting.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  await inParallel(waiting, filesAtOnce, async ({ entry, target }) => {
    const hash = await unpackEntry(zip, entry, join(folder, target));
    const expected = hashes.get(entry.fileName);
    if (expected !== undefined && expected !== hash)
      throw new Error(`${entry.fileName} does not match its hash`);
  });
  return { libraries, bytes };
}

/** Where a file of the zip goes, or undefined where it is not needed. */
function targetOf(name: string): string | undefined {
  const path = name.replace(/^libtorch\//, 'torch/');
  if (
    path.endsWith('/') ||
    /^torch\/lib\/(libtorch_python|libshm|.*(test|aoti_custom_ops|backend_with))/.test(path)
  ) {
    return undefined;
  }
  if (/^torch\/(lib|include)\/|^torch\.libs\//.test(path)) return path;
  if (path === 'torch/version.py' || path === 'torch/build-version') return path;
  const [, licence] = /^torch(?:-[^/]*\.dist-info\/(?:.*\/)?|\/)((?:LICENSE|NOTICE)[^/]*)$/.exec(path) ?? [];
  return licence === undefined ? undefined : join('licences', licence);
}

/** @returns SHA-256 of the file, as base64url */
async function unpackEntry(zip: ZipFile, entry: Entry, target: string): Promise<string> {
  await mkdir(dirname(target), { recursive: true });
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(await zip.openReadStreamPromise(entry), hashing, createWriteStream(target));
  return hash.digest('base64url');
}

/** RECORD has a line `path,sha256=<base64url>,<bytes>` for each file of a wheel. */
function hashesOf(record: string): Map<string, string> {
  const lines = record.matchAll(/^"?(.+?)"?,sha256=([\w-]+),/gm);
  return new Map(Array.from(lines, ([, path = '', hash = '']) => [path, hash]));
}
