/**
 * Protects: exported files run in a browser. Headless Chromium loads them with onnxruntime-web from a server on 127.0.0.1,
 * on WebAssembly and, where the machine has one, on WebGPU; outputs must be those of onnxruntime-node.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as ort from 'onnxruntime-node';
import sharp from 'sharp';
import { exportModel } from '#beit2/export/export-model.js';
import { loadImage } from '#beit2/data/load-image.js';
import { evaluationTransform } from '#beit2/data/transforms.js';
import { smallClassifier, smallEncoder, smallTokenizer } from './small-models.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const chromium = findChromium();

function findChromium(): string | null {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // not this one
    }
  }
  return null;
}

/** What the page below sends back: float32 values of every output, by provider. */
type Answer = Record<'wasm' | 'webgpu', Record<string, number[]> | null> & { error?: string };

const runner = `<!doctype html><script type="module">
const send = (answer) => fetch('/answer', { method: 'POST', body: JSON.stringify(answer) });
try {
  const ort = await import('/ort/ort.min.mjs');
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = '/ort/';
  const images = new Float32Array(await (await fetch('/images')).arrayBuffer());
  const side = Math.sqrt(images.length / 6);
  const run = async (provider) => {
    const session = await ort.InferenceSession.create('/model.onnx', { executionProviders: [provider] });
    const outputs = await session.run({ images: new ort.Tensor('float32', images, [2, 3, side, side]) });
    return Object.fromEntries(Object.entries(outputs).map(([name, { data }]) => [name, Array.from(data, Number)]));
  };
  const adapter = await navigator.gpu?.requestAdapter();
  await send({ wasm: await run('wasm'), webgpu: adapter ? await run('webgpu') : null });
} catch (error) {
  await send({ error: String(error) });
}
</script>`;

let folder = '';
let server: Server;
let address = '';
let browser: ChildProcess | null = null;
/** Files that the server gives, by path; functions are asked each time. */
const files = new Map<string, () => Buffer>();
let onAnswer: (answer: unknown) => void = () => undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-browser-'));
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method === 'POST') {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        onAnswer(JSON.parse(Buffer.concat(parts).toString()));
        response.end();
      });
      return;
    }
    const runtime = join(root, 'node_modules/onnxruntime-web/dist', pathname.slice('/ort/'.length));
    const isRuntime =
      pathname.startsWith('/ort/') && /^\/ort\/[\w.-]+$/.test(pathname) && existsSync(runtime);
    const content = files.get(pathname)?.() ?? (isRuntime ? readFileSync(runtime) : null);
    const types: Record<string, string> = {
      html: 'text/html',
      mjs: 'text/javascript',
      js: 'text/javascript',
      wasm: 'application/wasm',
    };
    const type = types[pathname.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    response.writeHead(content ? 200 : 404, { 'content-type': type });
    response.end(content ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  files.set('/run.html', () => Buffer.from(runner));
});

afterAll(() => {
  browser?.kill('SIGKILL');
  server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Opens a page of the server and waits for what it posts. */
async function visit(path: string): Promise<unknown> {
  const answered = new Promise((resolve, reject) => {
    onAnswer = resolve;
    setTimeout(() => reject(new Error(`${path} posted nothing in two minutes`)), 120_000).unref();
  });
  const profile = mkdtempSync(join(folder, 'profile-'));
  const options = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--no-first-run',
  ];
  browser = spawn(chromium ?? '', [...options, `--user-data-dir=${profile}`, address + path], {
    stdio: 'ignore',
  });
  try {
    return await answered;
  } finally {
    const gone = new Promise((resolve) => browser?.once('exit', resolve));
    browser.kill('SIGKILL');
    await gone;
    browser = null;
  }
}

describe.skipIf(chromium === null)('in headless Chromium (skipped where there is none)', () => {
  test.each([
    ['classifier', 'float32', 1e-4, () => smallClassifier({ position: 'per-block', layerScale: 0.1 })],
    ['encoder', 'float32', 1e-4, () => smallEncoder({ position: 'shared', meanPooling: false })],
    ['tokenizer', 'float32', 1e-4, smallTokenizer],
    ['classifier', 'float16', 1e-2, () => smallClassifier({ position: 'absolute' })],
  ] as const)('%s, %s', async (_, precision, bound, make) => {
    const path = join(folder, 'model.onnx');
    await exportModel(make(), path, { precision, externalData: false });
    const images = Float32Array.from({ length: 2 * 3 * 32 * 32 }, (_, i) => ((i * 7919) % 1000) / 1000);
    files.set('/model.onnx', () => readFileSync(path));
    files.set('/images', () => Buffer.from(images.buffer));
    const answer = (await visit('/run.html')) as Answer;
    expect(answer.error).toBeUndefined();

    const session = await ort.InferenceSession.create(path, { intraOpNumThreads: 1 });
    const want = await session.run({ images: new ort.Tensor('float32', images, [2, 3, 32, 32]) });
    for (const outputs of [answer.wasm, answer.webgpu]) {
      if (!outputs) continue; // no WebGPU here
      expect(Object.keys(outputs).sort()).toEqual(Object.keys(want).sort());
      for (const [name, { data }] of Object.entries(want)) {
        const values = Array.from(data as Float32Array | BigInt64Array, Number);
        const got = outputs[name] ?? [];
        expect(got).toHaveLength(values.length);
        const error = Math.max(...got.map((value, i) => Math.abs(value - (values[i] ?? NaN))));
        expect(error, name).toBeLessThanOrEqual(bound);
      }
    }
  });

  test("the example page's preprocessing is near ours, and it names the classes of a dropped image", async () => {
    const photo = join(folder, 'photo.png');
    const data = Uint8Array.from({ length: 3 * 90 * 60 }, (_, i) => {
      const [x, y] = [Math.floor(i / 3) % 90, Math.floor(i / 270)];
      return 128 + 100 * Math.sin(x / 9 + (i % 3)) * Math.cos(y / 7);
    });
    await sharp(data, { raw: { width: 90, height: 60, channels: 3 } })
      .png()
      .toFile(photo);
    const path = join(folder, 'page.onnx');
    const opened = smallClassifier({ position: 'per-block' });
    const { metadata } = await exportModel(opened, path, { precision: 'float32', externalData: false });
    files.set('/example.js', () => readFileSync(join(root, 'examples/browser/beit2.js')));
    files.set('/model.onnx', () => readFileSync(path));
    files.set('/photo.png', () => readFileSync(photo));
    files.set('/example.html', () =>
      Buffer.from(`<!doctype html><script type="module">
import * as ort from '/ort/ort.min.mjs';
import { openModel, preprocess } from '/example.js';
ort.env.wasm.numThreads = 1;
ort.env.wasm.wasmPaths = '/ort/';
const bytes = new Uint8Array(await (await fetch('/model.onnx')).arrayBuffer());
const model = await openModel(ort, bytes);
const bitmap = await createImageBitmap(await (await fetch('/photo.png')).blob());
const pixels = preprocess(bitmap, model.metadata);
const classes = await model.classify(bitmap);
await fetch('/answer', { method: 'POST', body: JSON.stringify({ metadata: model.metadata, pixels: Array.from(pixels), classes }) });
</script>`),
    );
    const answer = (await visit('/example.html')) as {
      metadata: Record<string, string>;
      pixels: number[];
      classes: { name: string; probability: number }[];
    };
    expect(answer.metadata).toEqual(metadata);
    const ours = await loadImage(photo, evaluationTransform(32, 0.875));
    const errors = answer.pixels.map((value, i) => Math.abs(255 * value - (ours[i] ?? NaN)));
    expect(errors).toHaveLength(3 * 32 * 32);
    expect(Math.max(...errors)).toBeLessThanOrEqual(1.001); // grey levels, of 255
    const names = answer.classes.map(({ name }) => name);
    expect(names.sort()).toEqual(['ant', 'bee', 'cat', 'dög']);
    expect(answer.classes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5);
  });
});
