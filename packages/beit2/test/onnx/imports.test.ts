/**
 * Protects: `beit2/onnx` needs neither the engine nor the training code: nothing that it imports, its threads included, leads there;
 * and what a browser gets leads to no module of Node. It runs where @beit2/torch cannot even be found.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { exportModel } from '#beit2/export/export-model.js';
import { smallClassifier } from '../export/small-models.js';

const here = fileURLToPath(new URL('../../', import.meta.url));
const root = join(here, '../..');
const folder = mkdtempSync(join(tmpdir(), 'beit2-imports-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Our own files and the packages that entry points lead to. */
async function reached(entries: string[]): Promise<{ own: string[]; packages: string[] }> {
  const { metafile } = await build({
    entryPoints: entries.map((entry) => join(here, 'dist', entry)),
    bundle: true,
    write: false,
    metafile: true,
    outdir: folder,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  const own = Object.keys(metafile.inputs).map((path) =>
    relative(join(here, 'dist'), join(process.cwd(), path)),
  );
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  const packages = imports.filter(({ external }) => external).map(({ path }) => path);
  return { own, packages: [...new Set(packages)].sort() };
}

test('in Node', async () => {
  const { own, packages } = await reached([
    'faces/onnx.js',
    'onnx/node/run-worker.js',
    'onnx/node/prepare-worker.js',
  ]);
  expect(own.length).toBeGreaterThan(15);
  expect(own.filter((path) => /^(train|stages|tokenizer|demo|evaluate|open|use)\//.test(path))).toEqual([]);
  // geotiff is loaded with the first TIFF whose bands are chosen.
  const packageNames = packages.filter((name) => !name.startsWith('node:'));
  expect(packageNames).toEqual(['geotiff', 'onnxruntime-node', 'pbf', 'zod']);
});

test('in a browser', async () => {
  const { own, packages } = await reached(['onnx/browser/index.js']);
  expect(own).toContain('onnx/exported-model.js');
  expect(packages).toEqual(['onnxruntime-web/wasm', 'onnxruntime-web/webgpu', 'pbf', 'zod']);
});

test('where @beit2/torch is not there', async () => {
  const image = join(folder, 'red.png');
  await sharp({ create: { width: 40, height: 40, channels: 3, background: 'red' } }).toFile(image);
  const file = join(folder, 'classifier.onnx');
  await exportModel(smallClassifier({}), file, { precision: 'float32', externalData: false });
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'beit2'), { recursive: true });
  for (const name of ['dist', 'package.json'])
    cpSync(join(here, name), join(modules, 'beit2', name), { recursive: true });
  const needed = [
    'sharp',
    'detect-libc',
    '@img',
    'semver',
    'zod',
    'onnxruntime-node',
    'onnxruntime-common',
    'pbf',
  ];
  for (const name of needed) symlinkSync(join(root, 'node_modules', name), join(modules, name));
  const script = `
    await import('@beit2/torch').then(() => console.log('torch is there'), () => undefined);
    const { load } = await import('beit2/onnx');
    const model = await load(${JSON.stringify(file)}, { threads: 1 });
    console.log((await model.classify(${JSON.stringify(image)})).length);
    await model.close();`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect({ stdout, stderr }).toEqual({ stdout: '4\n', stderr: '' });
});
