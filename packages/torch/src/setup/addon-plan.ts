import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { cacheFolder } from './cache.js';
import { librarySuffix, type Libtorch } from './libtorch.js';

/** The C++ sources. */
export const nativeFolder = fileURLToPath(new URL('../../native/', import.meta.url));

/** What becomes one object. */
export interface AddonSource {
  /** Names in `native/` of the files that the compiler reads as one. */
  files: readonly string[];
  /** What the log and its object are called. */
  name: string;
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
  const sources = planSources(files);
  hash.update(JSON.stringify(sources));
  const target = join(cacheFolder(), 'addon', hash.digest('hex').slice(0, 20));
  return { sources, compileFlags: [...options, ...includeFlags(libtorch)], linkFlags, identity, target };
}

/**
 * Files that the compiler reads as one. Each needs the same headers of libtorch, which take longer than all of the code
 * that follows them. Names in their unnamed namespaces must differ.
 */
const readAsOne: Record<string, readonly string[]> = {
  kernels: [
    'attention.cc',
    'cosine.cc',
    'cross-entropy.cc',
    'linear-products.cc',
    'linear.cc',
    'measure-products.cc',
    'mlp.cc',
    'residual-norm.cc',
  ],
  'process groups': ['distributed.cc', 'gloo-group.cc', 'promises.cc', 'reducer.cc', 'stores.cc'],
  autograd: [
    'anomaly.cc',
    'autograd.cc',
    'callbacks.cc',
    'custom-function.cc',
    'devices.cc',
    'modes.cc',
    'process-end.cc',
    'profiler.cc',
    'streams.cc',
  ],
  tensors: [
    'dispatch.cc',
    'environment.cc',
    'operator-arguments.cc',
    'preconditions.cc',
    'snapshot.cc',
    'tensors.cc',
    'values.cc',
    'wording.cc',
  ],
};

/** The longest first, so that the last to be compiled are short. */
function planSources(files: readonly string[]): AddonSource[] {
  const groups = Object.entries(readAsOne).map(([name, group]) => ({ files: group, name, flags: [] }));
  const grouped = new Set(Object.values(readAsOne).flat());
  const others = files
    .filter((file) => !grouped.has(file))
    .flatMap((file) =>
      file === perInstructionSet ? eachSet(file) : [{ files: [file], name: file, flags: [] }],
    );
  return [...groups, ...others];
}

/** The vector loops, compiled once for each instruction set; the addon takes the widest that the processor has. */
const perInstructionSet = 'rows/rows.cc';

function eachSet(file: string): AddonSource[] {
  const avx2 = ['-mavx2', '-mfma'];
  const parts = ['f', 'bw', 'dq', 'vl'].map((part) => `-mavx512${part}`);
  const avx512 = [...avx2, ...parts, '-mprefer-vector-width=512'];
  const sets: Record<string, string[]> =
    process.arch === 'x64'
      ? { baseline: [], avx2, avx512, avx512bf16: [...avx512, '-mavx512bf16'] }
      : { baseline: [] }; // Neon belongs to every 64-bit Arm
  return Object.entries(sets).map(([set, own]) => ({
    files: [file],
    name: `${file} for ${set}`,
    flags: ['-O3', '-fno-math-errno', '-Wno-psabi', `-DBEIT2_SET=${set}`, ...own],
  }));
}

/** A hash that changes with its source files, the headers of ours that they include, the flags, libtorch and the compiler. */
export function objectHash(plan: AddonPlan, compilerVersion: string, { files, flags }: AddonSource): string {
  const hash = createHash('sha256')
    .update(plan.identity)
    .update(compilerVersion)
    .update(JSON.stringify(flags));
  for (const name of includedFiles(files)) addFile(hash, name);
  return hash.digest('hex').slice(0, 20);
}

function addFile(hash: Hash, name: string): void {
  hash.update(`\0${name}\0`).update(readFileSync(join(nativeFolder, name)));
}

/** Source files and every header of ours that they include, directly or not, as names in `native/`. */
function includedFiles(sources: readonly string[]): Set<string> {
  const found = new Set(sources);
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
    '-DNDEBUG', // as libtorch is built: without it, its headers assert by members that the released libraries do not set
    '-fPIC',
    '-fvisibility=hidden',
    '-Wall',
    '-D_GLIBCXX_USE_CXX11_ABI=1',
    '-DAT_PER_OPERATOR_HEADERS', // else the headers of autograd bring in every operator: a third of their time
  ];
  if (hasCuda(libtorch) && missingNcclHeaders(libtorch).length === 0) options.push('-DBEIT2_HAS_NCCL');
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

/** What c10d's NCCL backend includes. From CUDA 13 on the last is in a pip package that torch does not ask for. */
const ncclHeaders = ['nccl.h', 'cuda_runtime.h', 'crt/host_config.h'];

/** Headers without which a CUDA build of libtorch gets an addon without NCCL; none for a CPU build. */
export function missingNcclHeaders(libtorch: Libtorch): string[] {
  if (!hasCuda(libtorch)) return [];
  const folders = cudaIncludes(libtorch);
  return ncclHeaders.filter((name) => !folders.some((folder) => existsSync(join(folder, name))));
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
