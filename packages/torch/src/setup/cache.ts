import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from './errors.js';

export type Log = (line: string) => void;

const heartbeatMs = 2_000;
const staleAfterMs = 30_000;
const abandonedAfterMs = 24 * 3_600_000;

/** Where libtorch and the compiled addon are kept: BEIT2_CACHE, else the user's cache folder. */
export function cacheFolder(): string {
  const { BEIT2_CACHE: own, XDG_CACHE_HOME: xdg } = process.env;
  if (own) return resolve(own);
  if (xdg) return join(resolve(xdg), 'beit2');
  return process.platform === 'darwin'
    ? join(homedir(), 'Library', 'Caches', 'beit2')
    : join(homedir(), '.cache', 'beit2');
}

/** Makes the cache folder. Throws SetupError where it cannot be made. */
function makeCacheFolder(): string {
  const folder = cacheFolder();
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new SetupError(
      `The cache folder ${folder} cannot be made (${code}): set BEIT2_CACHE to a folder that can.`,
    );
  }
  return folder;
}

/** The set-up's sentence for an error of the file system; other errors are returned as they are. */
export function explainFileError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const { code } = error;
  const cache = cacheFolder();
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new SetupError(
      `The disk with ${cache} is full: free about 1 GB there, or set BEIT2_CACHE to a folder on another disk.`,
    );
  }
  if ('path' in error && String(error.path).startsWith(cache)) {
    return new SetupError(
      `The cache folder ${cache} cannot be written (${String(code)}): set BEIT2_CACHE to a folder that can.`,
    );
  }
  return error;
}

// ---- Complete folders: made in a temporary place, listed in complete.json, renamed into place.

interface Manifest {
  /** Bytes of each file that is checked, by its path inside the folder. */
  files: Record<string, number>;
}

/** Whether a published folder still holds every file it was published with, at its size. */
export function isComplete(folder: string): boolean {
  try {
    const { files } = JSON.parse(readFileSync(join(folder, 'complete.json'), 'utf8')) as Manifest;
    return Object.entries(files).every(([path, bytes]) => statSync(join(folder, path)).size === bytes);
  } catch {
    return false;
  }
}

/** An empty folder on the cache's disk, named after this process so that a later set-up can tell whether it is abandoned. */
export async function makeTemporaryFolder(): Promise<string> {
  const parent = join(cacheFolder(), 'tmp');
  await mkdir(parent, { recursive: true });
  return mkdtemp(join(parent, `${hostname()}+${process.pid}+`));
}

/** Moves a finished temporary folder to its place in one step; `checked` are the files whose sizes later runs compare. */
export async function publish(temporary: string, target: string, checked: string[]): Promise<void> {
  const files: Manifest['files'] = {};
  for (const path of checked) files[path] = (await stat(join(temporary, path))).size;
  await writeFile(
    join(temporary, 'complete.json'),
    JSON.stringify({ files } satisfies Manifest, undefined, 2),
  );
  await mkdir(join(target, '..'), { recursive: true });
  if (existsSync(target) && !isComplete(target)) {
    await rename(target, join(await makeTemporaryFolder(), basename(target))); // swept later: it may be in use
  }
  await rename(temporary, target).catch((error: unknown) => {
    if (!isComplete(target)) throw error; // else another set-up was faster
  });
}

/** Removes what killed set-ups left behind. */
export async function sweepTemporaryFolders(): Promise<void> {
  const parent = join(cacheFolder(), 'tmp');
  for (const name of await readdir(parent).catch(() => [])) {
    const [host, pid] = name.split('+');
    const age = Date.now() - ((await stat(join(parent, name)).catch(() => undefined))?.mtimeMs ?? Date.now());
    if ((host === hostname() && !isRunning(Number(pid))) || age > abandonedAfterMs) {
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
}

// ---- The lock: it only spares a second set-up the work; what keeps the cache whole is the rename above.

/** Runs `work` while no other set-up on this cache does; takes over from one that was killed. */
export async function withLock<T>(log: Log, work: () => Promise<T>): Promise<T> {
  const path = join(makeCacheFolder(), 'setup.lock');
  await acquireLock(path, log);
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(path, { force: true });
  }
}

async function acquireLock(path: string, log: Log): Promise<void> {
  for (let waited = false; ; waited = true) {
    try {
      await writeFile(path, `${hostname()}+${process.pid}`, { flag: 'wx' });
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const [host, pid] = (await readFile(path, 'utf8').catch(() => '')).split('+');
    const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now());
    if ((host === hostname() && !isRunning(Number(pid))) || age > staleAfterMs) {
      await rm(path, { force: true });
      continue;
    }
    if (!waited) log(`another set-up (process ${pid ?? '?'}) is at work on ${cacheFolder()}: waiting for it`);
    await sleep(200);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
