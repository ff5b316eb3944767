/**
 * Packs what users install into packed/, as folders and as tarballs:
 *
 *     tsx scripts/pack.ts prebuilt     libtorch's libraries and the compiled addon for this platform
 *     tsx scripts/pack.ts packages     beit2 and @beit2/torch, which name the prebuilt packages as optional dependencies
 *
 * The prebuilt package is compiled anew in a cache of its own, so that the same sources and compiler give the same bytes.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PrebuiltManifest, prebuiltPackage, sourcesHash } from '../packages/torch/src/setup/prebuilt.js';
import { setup } from '../packages/torch/src/setup/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const packed = join(root, 'packed');
/** Platforms that have a prebuilt package. */
const platforms = ['linux-x64', 'linux-arm64', 'darwin-arm64'];
const largestTarball = 130e6;

interface PackageFile {
  name: string;
  version: string;
  files: string[];
  scripts?: unknown;
  devDependencies?: unknown;
  dependencies: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const readPackage = (folder: string) =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as PackageFile;

/** Where a package comes from, as provenance compares it; known in the release workflow alone. */
function origin(): { repository?: object } {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = process.env;
  return name ? { repository: { type: 'git', url: `git+${server ?? ''}/${name}.git` } } : {};
}

/** Runs a program; ends the script with its message where it fails. */
function run(program: string, args: string[], env = process.env): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env, maxBuffer: 2 ** 28 });
  if (status === 0) return stdout;
  console.error(`pack: ${program} ${args.join(' ')} failed:\n${stderr}`);
  process.exit(1);
}

/** An empty folder in packed/. */
function emptyFolder(name: string): string {
  const folder = join(packed, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Packs a folder beside itself and says what came of it. */
function tarball(folder: string): number {
  const [{ filename } = { filename: '' }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', packed, folder]),
  ) as { filename: string }[];
  const path = join(packed, basename(filename.replace('@', '').replace('/', '-')));
  const { size } = statSync(path);
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
  console.log(`${relative(root, path)}: ${(size / 1e6).toFixed(1)} MB, sha256 ${hash}`);
  return size;
}

/** Compiles the addon in a cache of its own that shares the downloaded libtorch. */
async function compileAnew(): Promise<{ cache: string; addon: string; libtorch: string; version: string }> {
  const { libtorch } = await setup();
  const cache = mkdtempSync(join(tmpdir(), 'beit2-pack-'));
  const source = dirname(libtorch);
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const target = join(cache, basename(source), relative(source, path));
    mkdirSync(dirname(target), { recursive: true });
    try {
      linkSync(path, target);
    } catch {
      copyFileSync(path, target); // another file system
    }
  }
  const env = { ...process.env, BEIT2_CACHE: cache, CXXFLAGS: mapPaths(cache), LDFLAGS: '' };
  const cli = join(root, 'packages/torch/dist/setup/cli.js');
  const engine = JSON.parse(run(process.execPath, [cli, '--json'], env)) as {
    addon: string;
    version: string;
  };
  return { cache, ...engine, libtorch: join(cache, basename(source), 'torch') };
}

/** Keeps the folders of this machine out of the messages that the addon carries. */
const mapPaths = (cache: string) => `-ffile-prefix-map=${cache}/= -ffile-prefix-map=${root}=`;

/** The newest version of each library's symbols that a program needs. */
function needs(path: string): Record<string, string> {
  const newest: Record<string, string> = {};
  const isNewer = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true }) > 0;
  for (const [, library = '', version = ''] of run('objdump', ['-T', path]).matchAll(
    /\b(GLIBC|GLIBCXX)_([\d.]+)/g,
  ))
    if (newest[library] === undefined || isNewer(version, newest[library])) newest[library] = version;
  return newest;
}

async function packPrebuilt(): Promise<void> {
  process.env.BEIT2_PREBUILT = '0';
  for (const name of ['LIBTORCH', 'LIBTORCH_USE_PYTORCH']) Reflect.deleteProperty(process.env, name);
  const { cache, addon, libtorch, version } = await compileAnew();
  const folder = emptyFolder(prebuiltPackage.replace('@beit2/', ''));
  try {
    // As deep as in the cache: the addon finds libtorch from where it lies itself.
    const manifest: PrebuiltManifest = {
      version,
      addon: join('addon', 'prebuilt', basename(addon)),
      libtorch: relative(cache, libtorch),
      sources: sourcesHash(),
    };
    const libraries = readdirSync(join(libtorch, 'lib')).filter((name) => /\.(so|dylib)(\.\d+)?$/.test(name));
    const isUnused = (name: string) => name.includes('global_deps'); // for Python's loader
    const files = libraries
      .filter((name) => !isUnused(name))
      .map((name) => ({ file: join(manifest.libtorch, 'lib', name), from: join(libtorch, 'lib', name) }));
    for (const { file, from } of [{ file: manifest.addon, from: addon }, ...files]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      copyFileSync(from, join(folder, file));
      run(
        'strip',
        process.platform === 'darwin' ? ['-x', join(folder, file)] : ['--strip-unneeded', join(folder, file)],
      );
    }
    cpSync(join(dirname(libtorch), 'licences'), join(folder, 'licences'), { recursive: true });
    copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
    writeFileSync(join(folder, 'prebuilt.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    const needed = process.platform === 'linux' ? needs(join(folder, manifest.addon)) : {};
    describePrebuilt(folder, version, needed);
    console.log(
      `needs ${
        Object.entries(needed)
          .map(([name, one]) => `${name} ${one}`)
          .join(', ') || 'no C library by version'
      }`,
    );
    const size = tarball(folder);
    if (size > largestTarball) {
      console.error(`pack: the tarball is larger than ${largestTarball / 1e6} MB`);
      process.exitCode = 1;
    }
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

/** package.json and README of a prebuilt package. */
function describePrebuilt(folder: string, version: string, needed: Record<string, string>): void {
  const { version: own } = readPackage('packages/torch');
  const description = {
    name: prebuiltPackage,
    version: own,
    description: `libtorch ${version} and the compiled addon of @beit2/torch for ${process.platform} ${process.arch}`,
    license: 'MIT AND BSD-3-Clause',
    ...origin(),
    type: 'commonjs',
    os: [process.platform],
    cpu: [process.arch],
    ...(process.platform === 'linux' && { libc: ['glibc'] }),
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(description, null, 2)}\n`);
  const { GLIBC, GLIBCXX } = needed;
  const system = GLIBC
    ? ` It needs glibc ${GLIBC} and a libstdc++ with GLIBCXX_${GLIBCXX ?? ''} or newer.`
    : '';
  writeFileSync(
    join(folder, 'README.md'),
    `# ${prebuiltPackage}

libtorch ${version} (the shared libraries, stripped) and the compiled addon of \`@beit2/torch\`, for ${process.platform} on
${process.arch}.${system}

\`@beit2/torch\` ${own} has this package as an optional dependency and loads it by itself; there is nothing to import. With
\`BEIT2_PREBUILT=0\`, or where \`LIBTORCH\` or \`LIBTORCH_USE_PYTORCH=1\` names another libtorch, it is left alone.

Licences: the addon is under the MIT licence (\`LICENSE\`), libtorch under the licences in \`licences/\`.
`,
  );
}

/** A package as it is published: with the files that everyone looks for, and without what only a clone uses. */
function packPackage(source: string): void {
  const description = readPackage(source);
  const folder = emptyFolder(description.name.replace('@', '').replace('/', '-'));
  for (const name of [...description.files.filter((name) => !name.startsWith('!')), 'README.md'])
    cpSync(join(root, source, name), join(folder, name), {
      recursive: true,
      filter: (path) => !/(\.tsbuildinfo|[\\/]\.built)$/.test(path),
    });
  for (const name of ['LICENSE', 'CHANGELOG.md']) copyFileSync(join(root, name), join(folder, name));
  const { version } = description;
  const published = {
    ...description,
    ...origin(),
    files: [...description.files, 'CHANGELOG.md'],
    scripts: undefined,
    devDependencies: undefined,
  };
  const own = Object.keys(published.dependencies).filter((name) => name.startsWith('@beit2/'));
  for (const name of own) published.dependencies[name] = version; // the two belong together, to the digit
  if (description.name === '@beit2/torch')
    published.optionalDependencies = Object.fromEntries(
      platforms.map((platform) => [`@beit2/torch-${platform}`, version]),
    );
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
  tarball(folder);
}

const [what = ''] = process.argv.slice(2);
run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', root]);
if (!existsSync(packed)) mkdirSync(packed);
if (what === 'prebuilt') await packPrebuilt();
else if (what === 'packages') {
  run(process.execPath, [join(root, 'scripts/build-browser.mjs')]);
  for (const folder of ['packages/torch', 'packages/beit2']) packPackage(folder);
} else {
  console.error('pack: say which: prebuilt or packages');
  process.exitCode = 1;
}
