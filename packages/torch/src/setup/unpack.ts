import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { SetupError } from './errors.js';

/**
 * Unpacks the C++ part of a torch wheel or of a libtorch archive into `folder`: `torch/lib` without the Python
 * libraries, `torch/include`, `torch.libs` (libraries that some wheels bring), versions and licences.
 * Files of a wheel are checked against the hashes of its own RECORD.
 *
 * @returns paths inside `folder` of the shared libraries, and how many bytes were written
 * @throws SetupError for a file that is no whole zip, or whose contents do not match its record
 */
export async function unpackLibtorch(
  zipPath: string,
  folder: string,
): Promise<{ libraries: string[]; bytes: number }> {
  const zip = await openPromise(zipPath, { lazyEntries: true }).catch((error: unknown) => {
    throw damaged(zipPath, error);
  });
  const hashes = new Map<string, string>();
  let record: string | undefined;
  let bytes = 0;
  const libraries: string[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('.dist-info/RECORD'))
        record = await text(await zip.openReadStreamPromise(entry));
      const target = targetOf(entry.fileName);
      if (target === undefined) continue;
      hashes.set(entry.fileName, await unpackEntry(zip, entry, join(folder, target)));
      bytes += entry.uncompressedSize;
      if (/^torch(\/lib|\.libs)\/[^/]+$/.test(target)) libraries.push(target);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('E')) throw error; // the disk's
    throw damaged(zipPath, error);
  }
  if (record !== undefined) checkRecord(record, hashes, zipPath);
  return { libraries, bytes };
}

/** Where a file of the zip goes, or undefined where it is not needed. */
function targetOf(name: string): string | undefined {
  if (name.endsWith('/') || name.includes('..')) return undefined;
  const path = name.replace(/^libtorch\//, 'torch/');
  if (/^torch\/lib\/(libtorch_python|libshm|.*test)/.test(path)) return undefined;
  if (/^torch\/(lib|include)\/|^torch\.libs\//.test(path)) return path;
  if (path === 'torch/version.py' || path === 'torch/build-version') return path;
  const licence = /(?:^|\/)((?:LICENSE|NOTICE)[^/]*)$/.exec(path);
  return licence !== null && /^torch[^/]*\.dist-info\/|^torch\/[^/]+$/.test(path)
    ? `licences/${licence[1] ?? ''}`
    : undefined;
}

async function unpackEntry(zip: ZipFile, entry: Entry, target: string): Promise<string> {
  await mkdir(dirname(target), { recursive: true });
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const mode = (entry.externalFileAttributes >>> 16) & 0o111 ? 0o755 : 0o644;
  await pipeline(await zip.openReadStreamPromise(entry), hashing, createWriteStream(target, { mode }));
  return hash.digest('base64url');
}

/** RECORD has a line `path,sha256=<base64url>,<bytes>` for each file of the wheel. */
function checkRecord(record: string, hashes: Map<string, string>, zipPath: string): void {
  for (const line of record.split('\n')) {
    const [, path, expected] = /^"?(.+?)"?,sha256=([\w-]+),/.exec(line) ?? [];
    const found = path === undefined ? undefined : hashes.get(path);
    if (found !== undefined && found !== expected)
      throw damaged(zipPath, new Error(`${path ?? ''} does not match its hash`));
  }
}

function damaged(zipPath: string, cause: unknown): SetupError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SetupError(`${zipPath} is damaged (${reason}): remove it and run the set-up again.`, { cause });
}
