import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism, freemem } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, isComplete, makeTemporaryFolder, publish, type Log } from './cache.js';
import { SetupError } from './errors.js';
import { seconds } from './format.js';
import { librarySuffix, type Libtorch } from './libtorch.js';
import { run, which } from './run.js';

export const addonName = 'beit2_torch.node';

const nativeFolder = fileURLToPath(new URL('../../native/', import.meta.url));
const bytesPerCompiler = 2e9; // libtorch's headers cost about 1.5 GB of memory in each compiler process
const objectsKeptMs = 30 * 24 * 3_600_000;

/** Everything that the compiled addon depends on, but the compiler itself. */
interface Plan {
  libtorch: Libtorch;
  sources: string[];
  compileFlags: string[];
  linkFlags: string[];
  /** Published folder of the addon built from exactly this. */
  target: string;
}

/** Path of the compiled addon for a libtorch, or undefined where it has to be compiled; starts no program. */
export function findAddon(libtorch: Libtorch): string | undefined {
  const { target } = plan(libtorch);
  return isComplete(target) ? join(target, addonName) : undefined;
}

/**
 * Compiles the addon, source files side by side, reusing the objects of files that have not changed.
 *
 * @returns the path of the addon, which has been loaded once in a process of its own
 * @throws SetupError where there is no compiler, a file does not compile, or the result does not load
 */
export async function compileAddon(libtorch: Libtorch, log: Log): Promise<string> {
  const planned = plan(libtorch);
  const compiler = await findCompiler();
  const started = performance.now();
  log(`compiling ${planned.sources.length} files with ${compiler.version}`);
  const temporary = await makeTemporaryFolder();
  try {
    const objects = await compileSources(planned, compiler, temporary, log);
    const addon = join(temporary, addonName);
    const { code, stderr } = await run(compiler.path, ['-o', addon, ...objects, ...planned.linkFlags]);
    if (code !== 0) throw explainCompiler(`The addon does not link against ${libtorch.folder}`, stderr, log);
    await checkLoads(addon, libtorch);
    await publish(temporary, planned.target, [addonName]);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  await dropOldObjects();
  log(`addon compiled in ${seconds(started)}: ${join(planned.target, addonName)}`);
  return join(planned.target, addonName);
}

// ---- What to build

function plan(libtorch: Libtorch): Plan {
  const sources = readdirSync(nativeFolder)
    .filter((name) => name.endsWith('.cc'))
    .sort();
  const headers = readdirSync(nativeFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.h') || name.endsWith('.hpp'))
    .sort();
  const compileFlags = flagsForCompiling(libtorch);
  const linkFlags = flagsForLinking(libtorch);
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([
      libtorch.version,
      process.platform,
      process.arch,
      process.env['CXX'],
      compileFlags,
      linkFlags,
    ]),
  );
  for (const name of [...sources, ...headers])
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(nativeFolder, name)));
  const target = join(cacheFolder(), 'addon', hash.digest('hex').slice(0, 20));
  return { libtorch, sources, compileFlags, linkFlags, target };
}

function flagsForCompiling(libtorch: Libtorch): string[] {
  const include = join(libtorch.folder, 'include');
  const nodeApi = createRequire(import.meta.url)('node-api-headers') as { include_dir: string };
  const flags = ['-std=c++20', '-O2', '-fPIC', '-fvisibility=hidden', '-Wall', '-D_GLIBCXX_USE_CXX11_ABI=1'];
  flags.push('-I', nativeFolder, '-I', join(nativeFolder, 'shims'));
  for (const folder of [nodeApi.include_dir, include, join(include, 'torch/csrc/api/include')])
    flags.push('-isystem', folder);
  if (hasCuda(libtorch)) {
    const folders = cudaIncludes(libtorch);
    for (const folder of folders) flags.push('-isystem', folder);
    if (folders.some((folder) => existsSync(join(folder, 'cuda_runtime_api.h'))))
      flags.push('-DBEIT2_HAS_CUDA');
    if (folders.some((folder) => existsSync(join(folder, 'nccl.h')))) flags.push('-DBEIT2_HAS_NCCL');
  }
  return [...flags, ...words(process.env['CXXFLAGS'])];
}

function flagsForLinking(libtorch: Libtorch): string[] {
  const libraries = join(libtorch.folder, 'lib');
  const flags = [`-L${libraries}`, `-Wl,-rpath,${libraries}`, ...words(process.env['LDFLAGS'])];
  if (process.platform === 'darwin') {
    return ['-bundle', '-undefined', 'dynamic_lookup', ...flags, '-ltorch', '-ltorch_cpu', '-lc10'];
  }
  const cuda = hasCuda(libtorch) ? ['-ltorch_cuda', '-lc10_cuda'] : [];
  // Nothing refers to the CUDA library by name: its kernels register themselves when it is loaded.
  return ['-shared', ...flags, '-Wl,--no-as-needed', ...cuda, '-ltorch', '-ltorch_cpu', '-lc10'];
}

function hasCuda(libtorch: Libtorch): boolean {
  return existsSync(join(libtorch.folder, 'lib', `libtorch_cuda${librarySuffix}`));
}

/** Folders with CUDA headers: the toolkit's, and those of the NVIDIA packages installed beside a torch wheel. */
function cudaIncludes(libtorch: Libtorch): string[] {
  const { CUDA_HOME, CUDA_PATH } = process.env;
  const toolkits = [CUDA_HOME, CUDA_PATH, '/usr/local/cuda'].flatMap((root) =>
    root ? [join(root, 'include')] : [],
  );
  const packages = join(libtorch.folder, '..', 'nvidia');
  const wheels = existsSync(packages)
    ? readdirSync(packages).map((name) => join(packages, name, 'include'))
    : [];
  return [...wheels, ...toolkits].filter((folder) => existsSync(folder));
}

function words(flags: string | undefined): string[] {
  return (flags ?? '').split(/\s+/).filter((word) => word !== '');
}

// ---- Compiling

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
  const remedy =
    process.platform === 'darwin'
      ? '`xcode-select --install`'
      : "your system's g++ package (`apt install g++`)";
  throw new SetupError(
    `No C++ compiler is on PATH (c++, g++ and clang++ were tried): install ${remedy}, or set CXX.`,
  );
}

async function compileSources(
  planned: Plan,
  compiler: Compiler,
  temporary: string,
  log: Log,
): Promise<string[]> {
  const keep = join(cacheFolder(), 'objects');
  await mkdir(keep, { recursive: true });
  const objects = planned.sources.map((name) =>
    join(keep, `${name}.${objectKey(planned, compiler, name)}.o`),
  );
  const waiting = planned.sources.flatMap((name, index) => {
    const object = objects[index];
    return object === undefined || existsSync(object) ? [] : [{ name, object }];
  });
  const now = new Date();
  await Promise.all(objects.filter((path) => existsSync(path)).map((path) => utimes(path, now, now)));
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const started = performance.now();
      const unfinished = join(temporary, basename(next.object));
      const source = join(nativeFolder, next.name);
      const { code, stderr } = await run(compiler.path, [
        ...planned.compileFlags,
        '-c',
        source,
        '-o',
        unfinished,
      ]);
      if (code !== 0) {
        waiting.length = 0;
        throw explainCompiler(`${source} does not compile`, stderr, log);
      }
      if (stderr.trim() !== '') log(stderr.trim());
      await rename(unfinished, next.object);
      log(`  ${next.name} ${seconds(started)}`);
    }
  };
  const atOnce = Math.max(1, Math.min(availableParallelism(), Math.floor(freemem() / bytesPerCompiler)));
  await Promise.all(Array.from({ length: atOnce }, worker));
  return objects;
}

/** Changes with the source, the headers of ours that it includes, the flags, libtorch and the compiler. */
function objectKey(planned: Plan, compiler: Compiler, name: string): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([planned.libtorch.version, planned.compileFlags, compiler]));
  for (const file of includedFiles(join(nativeFolder, name)))
    hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex').slice(0, 20);
}

/** A source file and every header of ours that it includes, directly or not. */
function includedFiles(source: string): Set<string> {
  const found = new Set([source]);
  for (const file of found) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/^\s*#\s*include\s*["<](.+?)[">]/gm)) {
      const places = [dirname(file), nativeFolder, join(nativeFolder, 'shims')].map((folder) =>
        join(folder, name),
      );
      const header = places.find((path) => existsSync(path));
      if (header !== undefined) found.add(header);
    }
  }
  return found;
}

function explainCompiler(what: string, stderr: string, log: Log): SetupError {
  log(stderr.trim());
  const error =
    /^.*?(?:error|undefined reference to|ld: |Killed).*$/m.exec(stderr)?.[0].trim() ??
    'the compiler gave no reason';
  if (/No space left on device/.test(stderr)) {
    return new SetupError(
      `${what}, because the disk is full: free 1 GB in the temporary folder and in ${cacheFolder()}.`,
    );
  }
  if (/Killed|out of memory|virtual memory exhausted/i.test(stderr)) {
    return new SetupError(
      `${what}, because memory ran out: close other programs (about 2 GB are needed) and run the set-up again.`,
    );
  }
  if (/c\+\+20|unrecognized.*-std/.test(error)) {
    return new SetupError(
      `${what}, because the compiler knows no C++20: install g++ 11 or clang++ 14 or newer, or set CXX to one.`,
    );
  }
  return new SetupError(`${what} (${error}): the compiler's whole message is above.`);
}

async function checkLoads(addon: string, libtorch: Libtorch): Promise<void> {
  const { code, stderr } = await run(process.execPath, ['-e', 'require(process.argv[1])', addon]);
  if (code === 0) return;
  const reason =
    /^Error: (.*)$/m.exec(stderr)?.[1] ?? stderr.trim().split('\n').at(-1) ?? `exit code ${code}`;
  if (reason.includes('undefined symbol')) {
    throw new SetupError(
      `The addon does not load with libtorch ${libtorch.version} of ${libtorch.folder}, whose libraries do not fit its headers or were built for another C++ ABI (${reason}): use another libtorch, or unset LIBTORCH and LIBTORCH_USE_PYTORCH.`,
    );
  }
  throw new SetupError(
    `The addon does not load with libtorch ${libtorch.version} of ${libtorch.folder} (${reason}): use a libtorch for this machine, or unset LIBTORCH and LIBTORCH_USE_PYTORCH.`,
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
