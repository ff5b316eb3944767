import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { cacheFolder } from './cache.js';
import { librarySuffix, type Libtorch } from './libtorch.js';

export const nativeFolder = fileURLToPath(new URL('../../native/', import.meta.url));
const shims = join(nativeFolder, 'shims');

/** What the addon is built from, and where it goes: everything but the compiler itself. */
export interface AddonPlan {
  libtorch: Libtorch;
  /** File names in `native/`. */
  sources: string[];
  compileFlags: string[];
  linkFlags: string[];
  /** Folder of the addon that is built from exactly this: its name is a hash of it. */
  target: string;
}

/** Reads and hashes the native sources (a few milliseconds); starts no program. */
export function planAddon(libtorch: Libtorch): AddonPlan {
  const names = readdirSync(nativeFolder, { recursive: true, encoding: 'utf8' }).sort();
  const sources = names.filter((name) => name.endsWith('.cc'));
  const headers = names.filter((name) => /\.(h|hpp)$/.test(name));
  const compileFlags = flagsForCompiling(libtorch);
  const linkFlags = flagsForLinking(libtorch);
  const hash = createHash('sha256');
  const { version } = libtorch;
  hash.update(
    JSON.stringify([version, process.platform, process.arch, process.env['CXX'], compileFlags, linkFlags]),
  );
  for (const name of [...sources, ...headers]) addFile(hash, name, join(nativeFolder, name));
  return {
    libtorch,
    sources,
    compileFlags,
    linkFlags,
    target: join(cacheFolder(), 'addon', hash.digest('hex').slice(0, 20)),
  };
}

/** A hash that changes with a source file, the headers of ours that it includes, the flags, libtorch and the compiler. */
export function objectHash(plan: AddonPlan, compilerVersion: string, source: string): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([plan.libtorch.version, plan.compileFlags, compilerVersion]));
  for (const file of includedFiles(join(nativeFolder, source))) addFile(hash, file, file);
  return hash.digest('hex').slice(0, 20);
}

function addFile(hash: ReturnType<typeof createHash>, name: string, path: string): void {
  hash.update(`\0${name}\0`).update(readFileSync(path));
}

/** A source file and every header of ours that it includes, directly or not. */
function includedFiles(source: string): Set<string> {
  const found = new Set([source]);
  for (const file of found) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/^\s*#\s*include\s*["<](.+?)[">]/gm)) {
      const places = [dirname(file), nativeFolder, shims].map((folder) => join(folder, name));
      const header = places.find((path) => existsSync(path));
      if (header !== undefined) found.add(header);
    }
  }
  return found;
}

function flagsForCompiling(libtorch: Libtorch): string[] {
  const include = join(libtorch.folder, 'include');
  const nodeApi = createRequire(import.meta.url)('node-api-headers') as { include_dir: string };
  const flags = ['-std=c++20', '-O2', '-fPIC', '-fvisibility=hidden', '-Wall', '-D_GLIBCXX_USE_CXX11_ABI=1'];
  flags.push(`-I${nativeFolder}`, `-I${shims}`);
  const system = [nodeApi.include_dir, include, join(include, 'torch/csrc/api/include')];
  if (hasCuda(libtorch)) {
    const cuda = cudaIncludes(libtorch);
    system.push(...cuda);
    if (cuda.some((folder) => existsSync(join(folder, 'cuda_runtime_api.h')))) flags.push('-DBEIT2_HAS_CUDA');
    if (cuda.some((folder) => existsSync(join(folder, 'nccl.h')))) flags.push('-DBEIT2_HAS_NCCL');
  }
  for (const folder of system) flags.push('-isystem', folder); // no warnings from headers that are not ours
  return [...flags, ...words(process.env['CXXFLAGS'])];
}

function flagsForLinking(libtorch: Libtorch): string[] {
  const libraries = join(libtorch.folder, 'lib');
  const flags = [`-L${libraries}`, `-Wl,-rpath,${libraries}`, ...words(process.env['LDFLAGS'])];
  if (process.platform === 'darwin') {
    return ['-bundle', '-undefined', 'dynamic_lookup', ...flags, '-ltorch', '-ltorch_cpu', '-lc10'];
  }
  // Nothing refers to the CUDA library by name: its kernels register themselves when it is loaded.
  const cuda = hasCuda(libtorch) ? ['-ltorch_cuda', '-lc10_cuda'] : [];
  return ['-shared', ...flags, '-Wl,--no-as-needed', ...cuda, '-ltorch', '-ltorch_cpu', '-lc10'];
}

function hasCuda(libtorch: Libtorch): boolean {
  return existsSync(join(libtorch.folder, 'lib', `libtorch_cuda${librarySuffix}`));
}

/** Folders with CUDA headers: those of the NVIDIA packages installed beside a torch wheel, then the toolkit's. */
function cudaIncludes(libtorch: Libtorch): string[] {
  const { CUDA_HOME, CUDA_PATH } = process.env;
  const packages = join(libtorch.folder, '..', 'nvidia');
  const wheels = existsSync(packages) ? readdirSync(packages).map((name) => join(packages, name)) : [];
  const toolkits = [CUDA_HOME, CUDA_PATH, '/usr/local/cuda'].flatMap((folder) => (folder ? [folder] : []));
  const includes = [...wheels, ...toolkits].map((folder) => join(folder, 'include'));
  return includes.filter((folder) => existsSync(folder));
}

function words(flags: string | undefined): string[] {
  return (flags ?? '').split(/\s+/).filter((word) => word !== '');
}
