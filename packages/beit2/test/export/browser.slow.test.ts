/**
 * Protects: exported files run in a browser. Headless Chromium loads them with onnxruntime-web from a server on 127.0.0.1,
 * on WebAssembly and on WebGPU (Chromium's own software adapter); outputs must be those of onnxruntime-node.
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
import { loadImage } from '#beit2/data/loading/load-image.js';
import { evaluationTransform } from '#beit2/data/loading/transforms.js';
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

type Provider = 'wasm' | 'webgpu';

/** What the page below sends back: values of every output, and how many shaders the GPU was given. */
interface Answer {
  error?: string;
  /** What this browser lacks. */
  missing?: string;
  outputs?: Record<string, number[]>;
  dispatches?: number;
}

const runner = `<!doctype html><script type="module">
const send = (answer) => fetch('/answer', { method: 'POST', body: JSON.stringify(answer) });
let dispatches = 0;
const count = (method) => {
  const own = GPUComputePassEncoder.prototype[method];
  GPUComputePassEncoder.prototype[method] = function (...args) {
    dispatches++;
    return own.apply(this, args);
  };
};
try {
  const search = new URLSearchParams(location.search);
  const provider = search.get('provider');
  const adapter = provider === 'webgpu' ? await navigator.gpu?.requestAdapter() : null;
  if (provider === 'webgpu' && !adapter) {
    await send({ missing: 'WebGPU adapter, even in software' });
  } else if (provider === 'webgpu' && search.get('precision') === 'float16' && !adapter.features.has('shader-f16')) {
    await send({ missing: 'float16 on its WebGPU adapter (shader-f16)' });
  } else {
    if (provider === 'webgpu') ['dispatchWorkgroups', 'dispatchWorkgroupsIndirect'].forEach(count);
    const ort = await import('/ort/ort.min.mjs');
    ort.env.wasm.numThreads = 1;
    ort.env.wasm.wasmPaths = '/ort/';
    const images = new Float32Array(await (await fetch('/images')).arrayBuffer());
    const side = Math.sqrt(images.length / 6);
    const session = await ort.InferenceSession.create('/model.onnx', { executionProviders: [provider] });
    const results = await session.run({ images: new ort.Tensor('float32', images, [2, 3, side, side]) });
    const outputs = Object.fromEntries(Object.entries(results).map(([name, { data }]) => [name, Array.from(data, Number)]));
    await send({ outputs, dispatches });
  }
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
    '--disable-dev-shm-usage',
    '--no-first-run',
    '--enable-unsafe-webgpu', // also without a graphics card:
    '--use-webgpu-adapter=swiftshader',
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
  const models = [
    ['classifier', 'float32', 1e-4, () => smallClassifier({ position: 'per-block', layerScale: 0.1 })],
    ['encoder', 'float32', 1e-4, () => smallEncoder({ position: 'shared', meanPooling: false })],
    ['tokenizer', 'float32', 1e-4, smallTokenizer],
    ['classifier', 'float16', 1e-2, () => smallClassifier({ position: 'absolute' })],
  ] as const;
  const providers: Provider[] = ['wasm', 'webgpu'];

  test.for(providers.flatMap((provider) => models.map((model) => [provider, ...model] as const)))(
    'on %s: %s, %s',
    async ([provider, , precision, bound, make], { skip }) => {
      const path = join(folder, 'model.onnx');
      await exportModel(make(), path, { precision, externalData: false });
      const images = Float32Array.from({ length: 2 * 3 * 32 * 32 }, (_, i) => ((i * 7919) % 1000) / 1000);
      files.set('/model.onnx', () => readFileSync(path));
      files.set('/images', () => Buffer.from(images.buffer));
      const answer = (await visit(`/run.html?provider=${provider}&precision=${precision}`)) as Answer;
      expect(answer.error).toBeUndefined();
      if (answer.missing) skip(`this Chromium has no ${answer.missing}`);
      // one for each node that runs there: the graph has dozens
      if (provider === 'webgpu') expect(answer.dispatches).toBeGreaterThan(20);

      const session = await ort.InferenceSession.create(path, { intraOpNumThreads: 1 });
      const want = await session.run({ images: new ort.Tensor('float32', images, [2, 3, 32, 32]) });
      const outputs = answer.outputs ?? {};
      expect(Object.keys(outputs).sort()).toEqual(Object.keys(want).sort());
      for (const [name, { data }] of Object.entries(want)) {
        const values = Array.from(data as Float32Array | BigInt64Array, Number);
        const got = outputs[name] ?? [];
        expect(got).toHaveLength(values.length);
        const error = Math.max(...got.map((value, i) => Math.abs(value - (values[i] ?? NaN))));
        expect(error, name).toBeLessThanOrEqual(bound);
      }
    },
  );

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
const provider = new URLSearchParams(location.search).get('provider') ?? undefined;
const adapter = await navigator.gpu?.requestAdapter();
const model = await openModel(ort, bytes, adapter ? provider : undefined);
const bitmap = await createImageBitmap(await (await fetch('/photo.png')).blob());
const pixels = preprocess(bitmap, model.metadata);
const classes = await model.classify(bitmap);
await fetch('/answer', { method: 'POST', body: JSON.stringify({ metadata: model.metadata, provider: model.provider, pixels: Array.from(pixels), classes }) });
</script>`),
    );
    type Page = {
      metadata: Record<string, string>;
      provider: Provider;
      pixels: number[];
      classes: { name: string; probability: number }[];
    };
    const answer = (await visit('/example.html')) as Page;
    expect(answer.provider).toBe('wasm'); // the software adapter is not taken by itself
    expect(answer.metadata).toEqual(metadata);
    const ours = await loadImage(photo, evaluationTransform(32, 0.875));
    const errors = answer.pixels.map((value, i) => Math.abs(255 * value - (ours[i] ?? NaN)));
    expect(errors).toHaveLength(3 * 32 * 32);
    expect(Math.max(...errors)).toBeLessThanOrEqual(1.001); // grey levels, of 255
    const names = answer.classes.map(({ name }) => name);
    expect(names.sort()).toEqual(['ant', 'bee', 'cat', 'dög']);
    expect(answer.classes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5);

    const onGpu = (await visit('/example.html?provider=webgpu')) as Page;
    expect(onGpu.classes.map(({ name }) => name).sort()).toEqual(names);
    for (const { name, probability } of onGpu.classes) {
      expect(probability).toBeCloseTo(answer.classes.find((own) => own.name === name)?.probability ?? NaN, 4);
    }
  });
});
