import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { cacheFolder, isComplete, makeTemporaryFolder, publish, type Log } from './cache.js';
import { downloadArchive } from './download.js';
import { SetupError } from './errors.js';
import { seconds } from './format.js';
import { anyBuild, cpuBuild, oldestVersion, pinnedVersion } from './pinned.js';
import { downloadWheel } from './pip.js';
import { run, which } from './run.js';

/** A folder with `lib/` and `include/` of libtorch. */
export interface Libtorch {
  folder: string;
  /** As the build calls itself: `2.13.0+cpu`. */
  version: string;
  source: 'LIBTORCH' | 'LIBTORCH_USE_PYTORCH' | 'cache';
}

export const librarySuffix = process.platform === 'darwin' ? '.dylib' : '.so';

/** Whether the environment names a libtorch of the user's. */
export function namesLibtorch(): boolean {
  const { LIBTORCH, LIBTORCH_USE_PYTORCH } = process.env;
  return Boolean(LIBTORCH) || LIBTORCH_USE_PYTORCH === '1';
}

/** The libtorch that the environment asks for, if it is here already; starts no program and changes nothing. */
export function findLibtorch(): Libtorch | undefined {
  const { LIBTORCH, LIBTORCH_USE_PYTORCH } = process.env;
  if (LIBTORCH) return usable(resolve(LIBTORCH), 'LIBTORCH');
  if (LIBTORCH_USE_PYTORCH === '1') {
    const folder = rememberedPytorch();
    return folder === undefined ? undefined : usable(folder, 'LIBTORCH_USE_PYTORCH');
  }
  const cached = cachedFolder();
  return isComplete(cached) ? usable(join(cached, 'torch'), 'cache') : undefined;
}

/** The libtorch that the environment asks for, fetched where it has to be. Throws SetupError. */
export async function provideLibtorch(log: Log): Promise<Libtorch> {
  const { LIBTORCH, LIBTORCH_USE_PYTORCH } = process.env;
  if (LIBTORCH) return checked(resolve(LIBTORCH), 'LIBTORCH');
  if (LIBTORCH_USE_PYTORCH === '1') return checked(await askPythonForTorch(log), 'LIBTORCH_USE_PYTORCH');
  const cached = cachedFolder();
  if (!isComplete(cached)) {
    if (existsSync(cached)) log(`${cached} is not whole: fetching it again`);
    await fetchLibtorch(cached, log);
  }
  return checked(join(cached, 'torch'), 'cache');
}

function cachedFolder(): string {
  return join(cacheFolder(), `libtorch-${pinnedVersion}-${process.platform}-${process.arch}`);
}

// ---- Looking at a folder

function usable(folder: string, source: Libtorch['source']): Libtorch | undefined {
  const version = readVersion(folder);
  return version === undefined || isTooOld(version) ? undefined : { folder, version, source };
}

function checked(folder: string, source: Libtorch['source']): Libtorch {
  const remedy =
    source === 'LIBTORCH' ? 'set LIBTORCH to a folder that is, or unset it' : 'unset LIBTORCH_USE_PYTORCH';
  const version = readVersion(folder);
  if (version === undefined) {
    throw new SetupError(
      `${folder} is not a libtorch (lib/libtorch_cpu${librarySuffix} and include/ are needed): ${remedy} to have ${pinnedVersion} fetched.`,
    );
  }
  if (isTooOld(version)) {
    throw new SetupError(
      `${folder} is libtorch ${version}, but beit2 needs ${oldestVersion} or newer: ${remedy} to have ${pinnedVersion} fetched.`,
    );
  }
  return { folder, version, source };
}

/** Version of the libtorch in a folder; undefined where the folder is none. */
function readVersion(folder: string): string | undefined {
  const needed = [join('lib', `libtorch_cpu${librarySuffix}`), join('include', 'ATen', 'ATen.h')];
  if (!needed.every((path) => existsSync(join(folder, path)))) return undefined;
  const places: [string, RegExp][] = [
    ['version.py', /^__version__ = '(.+)'/m], // an installed torch
    ['build-version', /^(\S+)/], // the publisher's archive
    ['include/torch/headeronly/version.h', /TORCH_VERSION "(.+)"/],
  ];
  for (const [file, pattern] of places) {
    try {
      const version = pattern.exec(readFileSync(join(folder, file), 'utf8'))?.[1];
      if (version !== undefined) return version;
    } catch {
      // The next place may have it.
    }
  }
  return undefined;
}

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestVersion.split('.').map(Number);
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

// ---- LIBTORCH_USE_PYTORCH: Python is asked once for each environment, its answer is kept in the cache.

function pytorchMemory(): string {
  const { PATH, VIRTUAL_ENV, CONDA_PREFIX, PYENV_VERSION, PYTHONPATH } = process.env;
  const key = JSON.stringify([PATH, VIRTUAL_ENV, CONDA_PREFIX, PYENV_VERSION, PYTHONPATH]);
  return join(cacheFolder(), 'pytorch', createHash('sha256').update(key).digest('hex').slice(0, 16));
}

function rememberedPytorch(): string | undefined {
  try {
    return readFileSync(pytorchMemory(), 'utf8');
  } catch {
    return undefined;
  }
}

async function askPythonForTorch(log: Log): Promise<string> {
  const python = ['python3', 'python'].find((name) => which(name) !== undefined);
  if (python === undefined) {
    throw new SetupError(
      'LIBTORCH_USE_PYTORCH=1 needs a Python with torch, but no python3 is on PATH: activate its environment, or unset the variable.',
    );
  }
  // find_spec does not import torch, which would take seconds.
  const script = 'import importlib.util as u; print(u.find_spec("torch").submodule_search_locations[0])';
  const { code, stdout } = await run(python, ['-c', script]);
  if (code !== 0) {
    throw new SetupError(
      `LIBTORCH_USE_PYTORCH=1, but ${which(python) ?? python} has no torch: activate the environment that has it, or unset the variable.`,
    );
  }
  const folder = stdout.trim();
  log(`using the torch of ${which(python) ?? python}: ${folder}`);
  await mkdir(join(pytorchMemory(), '..'), { recursive: true });
  await writeFile(pytorchMemory(), folder);
  return folder;
}

// ---- Fetching the pinned version

async function fetchLibtorch(target: string, log: Log): Promise<void> {
  const temporary = await makeTemporaryFolder();
  try {
    const zip = await takeZip(join(temporary, 'download'), log);
    const started = performance.now();
    const { unpackLibtorch } = await import('./unpack.js'); // with its library, only where it is needed
    const { libraries, bytes } = await unpackLibtorch(zip, join(temporary, 'unpacked'));
    await publish(join(temporary, 'unpacked'), target, [...libraries, 'torch/include/ATen/ATen.h']);
    log(`unpacked ${Math.round(bytes / 1e6)} MB into ${target} in ${seconds(started)}`);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** The CPU build's wheel from pip, else the publisher's archive, else whatever build pip has. */
async function takeZip(folder: string, log: Log): Promise<string> {
  await mkdir(folder);
  const sources = [() => downloadWheel(cpuBuild, folder, log), () => downloadArchive(folder, log)];
  if (anyBuild !== cpuBuild) sources.push(() => downloadWheel(anyBuild, folder, log));
  const problems = new Set<string>();
  for (const source of sources) {
    const started = performance.now();
    const taken = await source();
    if ('zip' in taken) {
      log(`taken in ${seconds(started)}`);
      return taken.zip;
    }
    log(taken.problem);
    problems.add(taken.problem);
  }
  throw new SetupError(
    `Cannot get libtorch ${pinnedVersion}: ${[...problems].join(', and ')}; connect to a network or point pip at a mirror, or set LIBTORCH to a folder with libtorch, or LIBTORCH_USE_PYTORCH=1 to use the torch of an active Python environment.`,
  );
}
