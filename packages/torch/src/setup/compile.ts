import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { availableParallelism, freemem } from 'node:os';
import { basename, join } from 'node:path';

import { missingNcclHeaders, nativeFolder, objectHash, planAddon, type AddonPlan } from './addon-plan.js';
import { cacheFolder, isComplete, makeTemporaryFolder, publish, type Log } from './cache.js';
import { SetupError } from './errors.js';
import { seconds } from './format.js';
import type { Libtorch } from './libtorch.js';
import { inParallel, run, which } from './run.js';

const addonName = 'beit2_torch.node';
const bytesPerCompiler = 1.5e9; // memory that a compiler needs for libtorch's headers
const objectsKeptMs = 30 * 24 * 3_600_000;

/** Path of the compiled addon for a libtorch, or undefined where it has to be compiled; starts no program. */
export function findAddon(libtorch: Libtorch): string | undefined {
  const { target } = planAddon(libtorch);
  return isComplete(target) ? join(target, addonName) : undefined;
}

/**
 * Compiles the addon, source files side by side, reusing the objects of files that have not changed, and loads it
 * once in a process of its own.
 *
 * @returns the path of the addon
 * @throws SetupError where there is no compiler, a file does not compile, or the result does not load
 */
export async function compileAddon(libtorch: Libtorch, log: Log): Promise<string> {
  const plan = planAddon(libtorch);
  const compiler = await findCompiler();
  const started = performance.now();
  log(`compiling the addon with ${compiler.version}`);
  const missing = missingNcclHeaders(libtorch);
  if (missing.length > 0) {
    log(
      `NCCL is left out, because ${missing.join(', ')} cannot be found: to train on several GPUs, install nvidia-cuda-crt (in the version of nvidia-cuda-runtime) beside torch, or set CUDA_HOME to a CUDA toolkit, and run the set-up again`,
    );
  }
  const temporary = await makeTemporaryFolder();
  const finished = await makeTemporaryFolder(); // as deep in the cache as its target: the addon's path to libtorch is relative
  try {
    const objects = await compileSources(plan, compiler, temporary, log);
    const addon = join(finished, addonName);
    const { code, stderr } = await run(compiler.path, ['-o', addon, ...objects, ...plan.linkFlags]);
    if (code !== 0) throw explainCompiler(`The addon does not link against ${libtorch.folder}`, stderr, log);
    await checkLoads(addon, libtorch);
    await publish(finished, plan.target, [addonName]);
  } finally {
    for (const folder of [temporary, finished]) await rm(folder, { recursive: true, force: true });
  }
  await dropOldObjects();
  log(`addon compiled in ${seconds(started)}: ${join(plan.target, addonName)}`);
  return join(plan.target, addonName);
}

export interface Compiler {
  path: string;
  /** First line of its `--version`. */
  version: string;
}

/** The C++ compiler: $CXX, else the first of c++, g++, clang++. Throws SetupError where there is none. */
export async function findCompiler(): Promise<Compiler> {
  const { CXX } = process.env;
  for (const name of CXX ? [CXX] : ['c++', 'g++', 'clang++']) {
    const path = which(name);
    if (path === undefined) continue;
    const { code, stdout } = await run(path, ['--version']);
    if (code === 0) return { path, version: stdout.split('\n')[0] ?? path };
  }
  if (CXX)
    throw new SetupError(`CXX is ${CXX}, which does not run: set it to a C++20 compiler, or unset it.`);
  const remedy = process.platform === 'darwin' ? '`xcode-select --install`' : '`apt install g++` or its like';
  throw new SetupError(
    `No C++ compiler is on PATH (c++, g++ and clang++ were tried): ${remedy} brings one, or set CXX to yours.`,
  );
}

/** @returns one object for each source; those that are new are compiled here and kept for the next time */
async function compileSources(
  plan: AddonPlan,
  compiler: Compiler,
  temporary: string,
  log: Log,
): Promise<string[]> {
  const kept = join(cacheFolder(), 'objects');
  await mkdir(kept, { recursive: true });
  const pairs = plan.sources.map((source) => {
    const hash = objectHash(plan, compiler.version, source);
    return { source, object: join(kept, `${source.name.replaceAll(/[ /]/g, '_')}.${hash}.o`) };
  });
  const changed = pairs.filter(({ object }) => !existsSync(object));
  const atOnce = Math.max(1, Math.min(availableParallelism(), Math.floor(freemem() / bytesPerCompiler)));
  await inParallel(changed, atOnce, async ({ source, object }) => {
    const started = performance.now();
    const paths = source.files.map((file) => join(nativeFolder, file));
    const unfinished = join(temporary, basename(object));
    const [last = '', ...others] = paths.toReversed();
    const flags = [...plan.compileFlags, ...source.flags, ...others.flatMap((path) => ['-include', path])];
    const { code, stderr } = await run(compiler.path, [...flags, '-c', last, '-o', unfinished]);
    if (code !== 0) {
      const what = others.length > 0 ? `One of ${paths.join(', ')}` : last;
      throw explainCompiler(`${what} does not compile`, stderr, log);
    }
    if (stderr.trim() !== '') log(stderr.trim());
    await rename(unfinished, object);
    log(`  ${source.name} ${seconds(started)}`);
  });
  const now = new Date();
  for (const { object } of pairs) await utimes(object, now, now);
  return pairs.map(({ object }) => object);
}

function explainCompiler(what: string, stderr: string, log: Log): SetupError {
  log(stderr.trim());
  if (/No space left on device|Disk quota exceeded/.test(stderr)) {
    return new SetupError(
      `${what}, because the disk is full: free 1 GB in ${cacheFolder()} and in the temporary folder.`,
    );
  }
  if (/Killed|out of memory|virtual memory exhausted/i.test(stderr)) {
    return new SetupError(`${what}, because memory ran out: have 2 GB free and run the set-up again.`);
  }
  if (/(unrecognized|invalid value).*c\+\+20/.test(stderr)) {
    return new SetupError(
      `${what}, because the compiler knows no C++20: install g++ 11 or clang++ 14 or newer, or set CXX to one.`,
    );
  }
  const error =
    /^.*(?:error:|undefined reference to).*$/m.exec(stderr)?.[0].trim() ?? stderr.trim().split('\n').at(-1);
  return new SetupError(`${what} (${error ?? ''}): the compiler's whole message is above.`);
}

async function checkLoads(addon: string, libtorch: Libtorch): Promise<void> {
  const { code, stderr } = await run(process.execPath, ['-e', 'require(process.argv[1])', addon]);
  if (code === 0) return;
  const error =
    /^.*(?:Error: |symbol lookup error: )(.*)$/m.exec(stderr)?.[1] ?? stderr.trim().split('\n').at(-1);
  const mismatch = error?.includes('undefined symbol') === true;
  const why = mismatch
    ? 'whose libraries do not fit its headers or were built for another C++ ABI'
    : 'on this machine';
  const remedy =
    libtorch.source === 'cache'
      ? `remove ${libtorch.folder} and run the set-up again`
      : `unset ${libtorch.source}`;
  throw new SetupError(
    `The addon does not load with libtorch ${libtorch.version} of ${libtorch.folder}, ${why} (${error ?? `exit code ${code}`}): ${remedy}.`,
  );
}

async function dropOldObjects(): Promise<void> {
  const folder = join(cacheFolder(), 'objects');
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (age > objectsKeptMs) await rm(path, { force: true });
  }
}
