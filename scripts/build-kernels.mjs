// Compiles the pixel kernels (AssemblyScript) to WebAssembly and writes them as a module that needs no file beside it.
// `--check` compiles and compares instead, for CI.
import { Buffer } from 'node:buffer';
import { readFile, writeFile } from 'node:fs/promises';
import asc from 'assemblyscript/asc';

const source = new URL('../packages/beit2/kernels/pixels.ts', import.meta.url);
const target = new URL('../packages/beit2/src/data/pixels/generated/pixel-kernels.ts', import.meta.url);

const options = '--optimizeLevel 3 --shrinkLevel 0 --noAssert --runtime stub --enable simd'.split(' ');
const { error, stderr, stdout, binary } = await compile(await readFile(source, 'utf8'));
if (error || !binary) {
  console.error(String(stderr), String(stdout));
  process.exit(1);
}
const text = [
  '/** Generated from kernels/pixels.ts by `npm run build:kernels`: the WebAssembly module, in base64. */',
  `export const pixelKernels =\n  '${Buffer.from(binary).toString('base64')}';`,
  '',
].join('\n');
if (!process.argv.includes('--check')) await writeFile(target, text);
else if ((await readFile(target, 'utf8')) !== text) {
  console.error(
    'src/data/pixels/generated/pixel-kernels.ts is not what kernels/pixels.ts compiles to: run npm run build:kernels',
  );
  process.exit(1);
}

async function compile(code) {
  let binary;
  const result = await asc.main(['pixels.ts', '--outFile', 'pixels.wasm', ...options], {
    readFile: (name) => (name === 'pixels.ts' ? code : null),
    writeFile: (name, contents) => {
      if (name === 'pixels.wasm') binary = contents;
    },
    listFiles: () => [],
  });
  return { ...result, binary };
}
