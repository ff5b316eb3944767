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
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as ort from 'onnxruntime-node';
import sharp from 'sharp';
import { exportModel } from '#beit2/export/export-model.js';
import { load } from '#beit2/faces/onnx.js';
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

  test('beit2/onnx in a page answers as it does in Node, and its files are small', async () => {
    execFileSync(process.execPath, [join(root, 'scripts/build-browser.mjs')]);
    const bundle = readFileSync(join(root, 'packages/beit2/dist/browser/beit2-onnx.js'));
    const runtime = ['ort.wasm.min.mjs', 'ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'].map(
      (name) => readFileSync(join(root, 'node_modules/onnxruntime-web/dist', name)),
    );
    const compressed = [bundle, ...runtime].reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
    console.log(`browser: ${bundle.length} bytes of ours, ${compressed} bytes compressed with the runtime`);
    expect(compressed).toBeLessThan(4.5e6);
    const path = join(folder, 'page.onnx');
    await exportModel(smallClassifier({ position: 'per-block' }), path, {
      precision: 'float32',
      externalData: false,
    });
    const photos = await oddPhotos();
    files.set('/beit2-onnx.js', () => bundle);
    files.set('/model.onnx', () => readFileSync(path));
    for (const [name, bytes] of Object.entries(photos)) files.set(`/${name}`, () => bytes);
    files.set('/page.html', () => Buffer.from(pageOf(Object.keys(photos))));

    const model = await load(path, { threads: 1 });
    for (const provider of ['wasm', 'webgpu']) {
      const answer = (await visit(`/page.html?provider=${provider}`)) as Page;
      expect(answer.error).toBeUndefined();
      console.log(`browser, ${provider} asked for: first answer after ${Math.round(answer.first)} ms`);
      expect(answer.larger).toBe(false); // the software adapter is not taken, nor is the runtime for it loaded
      for (const [name, bytes] of Object.entries(photos)) {
        const want = await model.classify(bytes);
        const got = answer.classes[name] ?? [];
        expect(
          got.map((one) => one.name),
          name,
        ).toEqual(want.map((one) => one.name));
        for (const [i, { probability }] of got.entries())
          expect(Math.abs(probability - (want[i]?.probability ?? NaN)), name).toBeLessThan(1e-4);
      }
    }
    await model.close();
  });
});

interface Page {
  error?: string;
  /** Milliseconds from the start of the page's script to the first answer. */
  first: number;
  /** Whether the runtime for graphics cards was fetched. */
  larger: boolean;
  classes: Record<string, { name: string; probability: number }[]>;
}

/** A page that classifies the named photos, one at a time. */
const pageOf = (names: string[]) => `<!doctype html>
<script type="importmap">{ "imports": {
  "onnxruntime-web/wasm": "/ort/ort.wasm.min.mjs", "onnxruntime-web/webgpu": "/ort/ort.webgpu.min.mjs" } }</script>
<script type="module">
const send = (answer) => fetch('/answer', { method: 'POST', body: JSON.stringify(answer) });
try {
  const start = performance.now();
  const { load } = await import('/beit2-onnx.js');
  const provider = new URLSearchParams(location.search).get('provider');
  const model = await load('/model.onnx', { provider, wasmPaths: '/ort/', threads: 1 });
  const classes = {};
  let first = 0;
  for (const name of ${JSON.stringify(names)}) {
    classes[name] = await model.classify('/' + name);
    first ||= performance.now() - start;
  }
  const larger = performance.getEntriesByType('resource').some(({ name }) => /webgpu|jsep|asyncify/.test(name));
  await model.close();
  await send({ classes, first, larger });
} catch (error) {
  await send({ error: String(error) });
}
</script>`;

/** A photo in the formats that browsers read: colour and grey, with clear pixels, turned by EXIF, 16 bits, interlaced. */
async function oddPhotos(): Promise<Record<string, Buffer>> {
  const [width, height] = [90, 61];
  const data = Uint8Array.from({ length: 4 * width * height }, (_, i) => {
    const [x, y] = [Math.floor(i / 4) % width, Math.floor(i / (4 * width))];
    return 128 + 100 * Math.sin(x / 9 + (i % 4)) * Math.cos(y / 7);
  });
  const clear = () => sharp(data, { raw: { width, height, channels: 4 } });
  const photo = () => clear().removeAlpha();
  return {
    'plain.png': await photo().png().toBuffer(),
    'clear.png': await clear().png().toBuffer(),
    'interlaced.png': await photo().png({ progressive: true, palette: true }).toBuffer(),
    'grey.png': await photo().greyscale().png().toBuffer(),
    'plain.jpg': await photo().jpeg({ quality: 80 }).toBuffer(),
    'progressive.jpg': await photo().jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer(),
    'grey.jpg': await photo().greyscale().jpeg().toBuffer(),
    'turned.jpg': await photo().jpeg().withMetadata({ orientation: 6 }).toBuffer(),
    'lossless.webp': await clear().webp({ lossless: true, exact: true }).toBuffer(),
    'plain.webp': await photo().webp({ quality: 90 }).toBuffer(),
    'plain.gif': await photo().gif().toBuffer(),
    'plain.avif': await photo().avif({ lossless: true }).toBuffer(),
  };
}
