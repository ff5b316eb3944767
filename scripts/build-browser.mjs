// Bundles `beit2/onnx` for pages without a build step: one file, with onnxruntime-web left to the page's import map.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('../packages/beit2/', import.meta.url));

await build({
  entryPoints: [`${folder}dist/onnx/browser/index.js`],
  outfile: `${folder}dist/browser/beit2-onnx.js`,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  platform: 'browser',
  external: ['onnxruntime-web/*'],
  legalComments: 'none',
});
