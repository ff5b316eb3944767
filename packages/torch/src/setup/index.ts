import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { explainFileError, sweepTemporaryFolders, withLock, type Log } from './cache.js';
import { compileAddon, findAddon } from './compile.js';
import { SetupError } from './errors.js';
import { glibcVersion } from './explain-load.js';
import { findLibtorch, namesLibtorch, provideLibtorch } from './libtorch.js';
import { findPrebuilt } from './prebuilt.js';

export { cacheFolder } from './cache.js';
export { diagnose, type Finding } from './diagnose.js';
export { SetupError } from './errors.js';
export type { Log } from './cache.js';

/** What the loader needs. */
export interface Engine {
  /** Path of the compiled addon. */
  addon: string;
  /** Folder with `lib/` of libtorch, and `include/` where the addon was compiled here. */
  libtorch: string;
  /** libtorch's own version string: `2.13.0+cpu`. */
  version: string;
}

/**
 * The engine if everything is in place, else undefined: of the libtorch that the environment names, else the prebuilt package's, else of
 * the cache. Starts no program and writes nothing.
 */
export function locateEngine(): Engine | undefined {
  const prebuilt = namesLibtorch() ? null : findPrebuilt();
  if (prebuilt && 'addon' in prebuilt) {
    const { addon, libtorch, version } = prebuilt;
    return { addon, libtorch, version };
  }
  const libtorch = findLibtorch();
  const addon = libtorch && findAddon(libtorch);
  return libtorch && addon ? { addon, libtorch: libtorch.folder, version: libtorch.version } : undefined;
}

/**
 * Puts in place what is missing: libtorch is found or fetched, the addon compiled. Does nothing where all is there;
 * two at once do the work once.
 *
 * @throws SetupError with one sentence that says what is wrong and what to try
 */
export async function setup({ log = toStderr }: { log?: Log } = {}): Promise<Engine> {
  const ready = locateEngine();
  if (ready !== undefined) return ready;
  checkPlatform();
  try {
    return await withLock(log, async () => {
      await sweepTemporaryFolders();
      const libtorch = await provideLibtorch(log);
      const addon = findAddon(libtorch) ?? (await compileAddon(libtorch, log));
      return { addon, libtorch: libtorch.folder, version: libtorch.version };
    });
  } catch (error) {
    throw explainFileError(error);
  }
}

/** `setup` for callers that cannot wait for a Promise: runs it in a process of its own, whose log goes to stderr. */
export function setupSync(): Engine {
  const ready = locateEngine();
  if (ready !== undefined) return ready;
  const cli = fileURLToPath(new URL('./cli.js', import.meta.url));
  const { stdout, status } = spawnSync(process.execPath, [cli, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (stdout === '') {
    throw new SetupError(
      `The set-up was stopped before it was done (exit code ${status ?? 'none'}): run it again.`,
    );
  }
  const answer = JSON.parse(stdout) as Engine | { error: string };
  if ('error' in answer) throw new SetupError(answer.error);
  return answer;
}

function checkPlatform(): void {
  if (process.platform !== 'linux' && process.platform !== 'darwin') {
    throw new SetupError(
      `beit2 runs on Linux and macOS, not on ${process.platform}: on Windows use it inside WSL 2.`,
    );
  }
  if (process.platform === 'linux' && glibcVersion() === undefined) {
    throw new SetupError(
      'libtorch needs glibc, which this Linux does not have: use one that does, such as Debian.',
    );
  }
}

function toStderr(line: string): void {
  process.stderr.write(`setup: ${line}\n`);
}
