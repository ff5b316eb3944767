import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { cacheFolder } from './cache.js';
import { librarySuffix, type Libtorch } from './libtorch.js';

/** The C++ sources. */
export const nativeFolder = fileURLToPath(new URL('../../native/', import.meta.url));

/** A file that becomes one object. */
export interface AddonSource {
  /** Its name in `native/`. */
  file: string;
  /** Name of the instruction set it is compiled for, where it is compiled for several. */
  set?: string;
  /** Flags of its own, after those of all. */
  flags: string[];
}

/** What the addon is built from, and where it goes: everything but the compiler itself. */
export interface AddonPlan {
  sources: AddonSource[];
  compileFlags: string[];
  linkFlags: string[];
  /** What else changes the result, without the paths of this clone and of the cache: both may be moved. */
  identity: string;
  /** Folder of the addon that is built from exactly this: its name is a hash of it. */
  target: string;
}

/** Reads and hashes the native sources (a few milliseconds); starts no program. */
export function planAddon(libtorch: Libtorch): AddonPlan {
  const names = readdirSync(nativeFolder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => name.endsWith('.cc'));
  const headers = names.filter((name) => /\.(h|hpp)$/.test(name));
  const options = compilerOptions(libtorch);
  const linkFlags = linkerFlags(libtorch);
  const { CXX } = process.env;
  const identity = JSON.stringify([
    libtorch.version,
    process.platform,
    process.arch,
    CXX,
    options,
    runPath(libtorch),
  ]);
  const hash = createHash('sha256')
    .update(identity)
    .update(JSON.stringify(words('LDFLAGS')));
  for (const name of [...files, ...headers]) addFile(hash, name);
  const sources = files.flatMap((file) =>
    file === perInstructionSet ? eachSet(file) : [{ file, flags: file === 'profiler.cc' ? asReleased : [] }],
  );
  hash.update(JSON.stringify(sources));
  const target = join(cacheFolder(), 'addon', hash.digest('hex').slice(0, 20));
  return { sources, compileFlags: [...options, ...includeFlags(libtorch)], linkFlags, identity, target };
}

/** The vector loops, compiled once for each instruction set; the addon takes the widest that the processor has. */
const perInstructionSet = 'rows/rows.cc';

/** libtorch is built so; without it, its RecordFunction asserts by a member that the released libraries do not set. */
const asReleased = ['-DNDEBUG'];

function eachSet(file: string): AddonSource[] {
  const avx2 = ['-mavx2', '-mfma'];
  const avx512 = [...avx2, ...['f', 'bw', 'dq', 'vl'].map((part) => `-mavx512${part}`)];
  const sets: Record<string, string[]> =
    process.arch === 'x64'
      ? { baseline: [], avx2, avx512: [...avx512, '-mprefer-vector-width=512'] }
      : { baseline: [] }; // Neon belongs to every 64-bit Arm
  return Object.entries(sets).map(([set, own]) => ({
    file,
    set,
    flags: ['-O3', '-fno-math-errno', '-Wno-psabi', `-DBEIT2_SET=${set}`, ...own],
  }));
}

/** A hash that changes with a source file, the headers of ours that it includes, the flags, libtorch and the compiler. */
export function objectHash(plan: AddonPlan, compilerVersion: string, { file, flags }: AddonSource): string {
  const hash = createHash('sha256')
    .update(plan.identity)
    .update(compilerVersion)
    .update(JSON.stringify(flags));
  for (const name of includedFiles(file)) addFile(hash, name);
  return hash.digest('hex').slice(0, 20);
}

function addFile(hash: Hash, name: string): void {
  hash.update(`\0${name}\0`).update(readFileSync(join(nativeFolder, name)));
}

/** A source file and every header of ours that it includes, directly or not, as names in `native/`. */
function includedFiles(source: string): Set<string> {
  const found = new Set([source]);
  for (const file of found) {
    const text = readFileSync(join(nativeFolder, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/^\s*#\s*include\s*["<](.+?)[">]/gm)) {
      const places = [dirname(file), '.', 'shims'].map((folder) => join(folder, name));
      const header = places.find((path) => existsSync(join(nativeFolder, path)));
      if (header !== undefined) found.add(header);
    }
  }
  return found;
}

function compilerOptions(libtorch: Libtorch): string[] {
  const options = [
    '-std=c++20',
    '-O2',
    '-fPIC',
    '-fvisibility=hidden',
    '-Wall',
    '-D_GLIBCXX_USE_CXX11_ABI=1',
  ];
  const cuda = cudaIncludes(libtorch);
  if (cuda.some((folder) => existsSync(join(folder, 'cuda_runtime_api.h')))) options.push('-DBEIT2_HAS_CUDA');
  if (cuda.some((folder) => existsSync(join(folder, 'nccl.h')))) options.push('-DBEIT2_HAS_NCCL');
  return [...options, ...words('CXXFLAGS')];
}

function includeFlags(libtorch: Libtorch): string[] {
  const include = join(libtorch.folder, 'include');
  const nodeApi = createRequire(import.meta.url)('node-api-headers') as { include_dir: string };
  const system = [
    nodeApi.include_dir,
    include,
    join(include, 'torch/csrc/api/include'),
    ...cudaIncludes(libtorch),
  ];
  // -isystem: no warnings from headers that are not ours.
  return [
    `-I${nativeFolder}`,
    `-I${join(nativeFolder, 'shims')}`,
    ...system.flatMap((folder) => ['-isystem', folder]),
  ];
}

function linkerFlags(libtorch: Libtorch): string[] {
  const flags = [`-L${join(libtorch.folder, 'lib')}`, `-Wl,-rpath,${runPath(libtorch)}`, ...words('LDFLAGS')];
  if (process.platform === 'darwin') {
    return ['-bundle', '-undefined', 'dynamic_lookup', ...flags, '-ltorch', '-ltorch_cpu', '-lc10'];
  }
  // Nothing refers to the CUDA library by name: its kernels register themselves when it is loaded.
  const cuda = hasCuda(libtorch) ? ['-ltorch_cuda', '-lc10_cuda'] : [];
  return ['-shared', ...flags, '-Wl,--no-as-needed', ...cuda, '-ltorch', '-ltorch_cpu', '-lc10'];
}

/** Where the addon looks for libtorch when it is loaded: relative to itself if both are in the cache. */
function runPath({ folder, source }: Libtorch): string {
  const libraries = join(folder, 'lib');
  if (source !== 'cache') return libraries;
  const addon = process.platform === 'darwin' ? '@loader_path' : '$ORIGIN';
  return `${addon}/../../${relative(cacheFolder(), libraries)}`; // from CACHE/addon/HASH/ to CACHE/libtorch.../torch/lib
}

function hasCuda(libtorch: Libtorch): boolean {
  return existsSync(join(libtorch.folder, 'lib', `libtorch_cuda${librarySuffix}`));
}

/** Folders with CUDA headers: those of the NVIDIA packages installed beside a torch wheel, then the toolkit's. */
function cudaIncludes(libtorch: Libtorch): string[] {
  if (!hasCuda(libtorch)) return [];
  const { CUDA_HOME, CUDA_PATH } = process.env;
  const packages = join(libtorch.folder, '..', 'nvidia');
  const wheels = existsSync(packages) ? readdirSync(packages).map((name) => join(packages, name)) : [];
  const toolkits = [CUDA_HOME, CUDA_PATH, '/usr/local/cuda'].flatMap((folder) => (folder ? [folder] : []));
  const includes = [...wheels, ...toolkits].map((folder) => join(folder, 'include'));
  return includes.filter((folder) => existsSync(folder));
}

/** The user's own flags, from the variables that compilers' users know. */
function words(variable: 'CXXFLAGS' | 'LDFLAGS'): string[] {
  return (process.env[variable] ?? '').split(/\s+/).filter((word) => word !== '');
}
