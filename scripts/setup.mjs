// Brings a clone to where everything runs: packages installed, sources built, engine in place.
// Does only what is missing; where nothing is, it takes a moment.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = ['packages/torch', 'packages/beit2'];

/** Ends with one sentence that says what to do. */
function fail(message) {
  console.error(`setup: ${message}`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Node ${process.versions.node} is too old: install Node 20.19 or newer.`);
}

/** Compares what npm installed with what package-lock.json asks for. */
function checkInstalled() {
  const installedList = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedList)) fail('node_modules is not there: run `npm ci` first.');
  const installed = JSON.parse(readFileSync(installedList, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  for (const [path, { version, optional, link }] of Object.entries(wanted)) {
    if (!path.startsWith('node_modules/') || optional || link || installed[path]?.version === version)
      continue;
    const name = path.replace('node_modules/', '');
    fail(`node_modules does not match package-lock.json (${name} ${version} is missing): run \`npm ci\`.`);
  }
}

/** Files that a package's build is made from. */
function sourcesOf(folder) {
  const sources = readdirSync(join(root, folder, 'src'), { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, 'src', name));
  return [...sources, join(folder, 'tsconfig.json'), 'tsconfig.base.json', 'package-lock.json'].sort();
}

/** The stamp in dist/ holds the list of sources, and the time at which their build began. */
const stampOf = (folder) => join(root, folder, 'dist/.built');
const listOf = (sources) => createHash('sha256').update(sources.join('\n')).digest('hex');

function isBuilt(folder) {
  const stamp = stampOf(folder);
  if (!existsSync(stamp)) return false;
  const sources = sourcesOf(folder);
  const builtAt = statSync(stamp).mtimeMs;
  return (
    readFileSync(stamp, 'utf8') === listOf(sources) &&
    sources.every((name) => statSync(join(root, name)).mtimeMs <= builtAt)
  );
}

function build() {
  if (packages.every(isBuilt)) return;
  const began = new Date();
  console.error('setup: building the sources with tsc');
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-b'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) fail('the sources have type errors (above): correct them and run this again.');
  for (const folder of packages) {
    writeFileSync(stampOf(folder), listOf(sourcesOf(folder)));
    utimesSync(stampOf(folder), began, began);
  }
  console.error(`setup: built in ${((Date.now() - began.getTime()) / 1000).toFixed(1)} s`);
}

checkNode();
checkInstalled();
build();
const { setup, SetupError } = await import('../packages/torch/dist/setup/index.js');
try {
  await setup();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  fail(error.message);
}
