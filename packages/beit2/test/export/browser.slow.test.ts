/**
 * Protects: exported files run in a browser. Headless Chromium loads them with onnxruntime-web from a server on 127.0.0.1,
 * on WebAssembly and on WebGPU (Chromium's own software adapter); outputs must be those of onnxruntime-node.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as ort from 'onnxruntime-node';
import sharp from 'sharp';
import { exportModel } from '#beit2/export/export-model.js';
import { load } from '#beit2/faces/onnx.js';
import { Browser, buildBundle, findChromium, runtimeFolder } from './browser.js';
import { smallClassifier, smallEncoder, smallTokenizer } from './small-models.js';

const chromium = findChromium();

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

const folder = mkdtempSync(join(tmpdir(), 'beit2-browser-'));
const browser = new Browser();

beforeAll(async () => {
  if (chromium !== null) await browser.start(chromium);
  browser.files.set('/run.html', () => Buffer.from(runner));
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

test.skipIf(chromium !== null)('skipped: there is no Chromium here', ({ skip }) => {
  skip('there is no Chromium here');
});

describe.skipIf(chromium === null)('in headless Chromium', () => {
  // The first, so that its first answer comes from a browser that has just started.
  test('beit2/onnx in a page answers as it does in Node, and its files are small', async () => {
    const bundle = buildBundle();
    const runtime = ['ort.wasm.min.mjs', 'ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'].map(
      (name) => readFileSync(join(runtimeFolder, name)),
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
    browser.files.set('/beit2-onnx.js', () => bundle);
    browser.files.set('/model.onnx', () => readFileSync(path));
    for (const [name, bytes] of Object.entries(photos)) browser.files.set(`/${name}`, () => bytes);
    browser.files.set('/page.html', () => Buffer.from(pageOf(Object.keys(photos))));

    const model = await load(path, { threads: 1 });
    for (const provider of ['wasm', 'webgpu']) {
      const answer = await browser.visit<Page>(`/page.html?provider=${provider}`);
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

  const models = {
    classifier: () => smallClassifier({ position: 'per-block', layerScale: 0.1 }),
    encoder: () => smallEncoder({ position: 'shared', meanPooling: false }),
    tokenizer: smallTokenizer,
  };
  // WebGPU without a graphics card is slow, so not every model there.
  test.for([
    ['wasm', 'classifier', 'float32', 1e-4],
    ['wasm', 'encoder', 'float32', 1e-4],
    ['wasm', 'tokenizer', 'float32', 1e-4],
    ['wasm', 'classifier', 'float16', 1e-2],
    ['webgpu', 'classifier', 'float32', 1e-4],
    ['webgpu', 'tokenizer', 'float32', 1e-4],
    ['webgpu', 'classifier', 'float16', 1e-2],
  ] as const)('on %s: %s, %s', async ([provider, part, precision, bound], { skip }) => {
    const path = join(folder, 'model.onnx');
    await exportModel(models[part](), path, { precision, externalData: false });
    const images = Float32Array.from({ length: 2 * 3 * 32 * 32 }, (_, i) => ((i * 7919) % 1000) / 1000);
    browser.files.set('/model.onnx', () => readFileSync(path));
    browser.files.set('/images', () => Buffer.from(images.buffer));
    const answer = await browser.visit<Answer>(`/run.html?provider=${provider}&precision=${precision}`);
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
