/**
 * Protects: the command, the library, the server, a browser and libtorch give one answer for an image of whatever format, mode and size, and refuse
 * the same files in one sentence; a browser, what it cannot decode too. `BEIT2_TEST_IMAGES=500` takes more than one of each kind.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSource } from '#beit2/data/sources/open-source.js';
import { exportModel } from '#beit2/export/export-model.js';
import { ImageError, load, type LikelyClass } from '#beit2/faces/onnx.js';
import { startServer } from '#beit2/serve/start-server.js';
import { predict } from '#beit2/use/predict.js';
import { bin } from '../processes.js';
import { Browser, buildBundle, findChromium } from './browser.js';
import { oddImages, type OddImage } from './odd-images.js';
import { smallClassifier } from './small-models.js';

const folder = mkdtempSync(join(tmpdir(), 'beit2-same-'));
const file = join(folder, 'classifier.onnx');
const images = join(folder, 'images');
const opened = smallClassifier({ position: 'per-block' }, 128);
const odd: OddImage[] = [];
const chromium = findChromium();
const count = process.env.BEIT2_TEST_IMAGES;

/** Classes, or the sentence that refuses the image. */
type Answer = LikelyClass[] | string;
let wanted: Answer[] = [];

beforeAll(async () => {
  await exportModel(opened, file, { precision: 'float32', externalData: false });
  mkdirSync(images);
  for await (const one of oddImages(count === undefined ? undefined : Number(count))) {
    odd.push(one);
    writeFileSync(join(images, one.name), one.bytes);
  }
  const model = await load(file, { threads: 1 });
  wanted = [];
  for (const { bytes } of odd) {
    const refusal = (error: unknown) => {
      if (error instanceof ImageError) return error.message;
      throw error;
    };
    wanted.push(await model.classify(bytes).catch(refusal));
  }
  await model.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The largest difference of a probability; infinite where the order of the classes differs. */
function difference(got: LikelyClass[], want: LikelyClass[]): number {
  return want.reduce((largest, { name, probability }, i) => {
    const one = got[i]?.name === name ? Math.abs(got[i].probability - probability) : Infinity;
    return Math.max(largest, one);
  }, 0);
}

/** What one user of the model may do otherwise than the library, by an image's name. */
interface Leeway {
  /** Difference of a probability. @default 1e-4 */
  bound?: (name: string) => number;
  mayRefuse?: (name: string) => boolean;
  mayRead?: (name: string) => boolean;
}

/** What differs from the library's answers, image by image. @param got answers in the order of `odd` */
function differing(got: readonly (Answer | undefined)[], leeway: Leeway = {}): string[] {
  const { bound = () => 1e-4, mayRefuse = () => false, mayRead = () => false } = leeway;
  return odd.flatMap(({ name }, i) => {
    const [own, want] = [got[i], wanted[i] ?? []];
    if (typeof own === 'object' && typeof want === 'object') {
      const error = difference(own, want);
      return error <= bound(name) ? [] : [`${name}: differs by ${error}`];
    }
    if (typeof want === 'string' && (typeof own !== 'object' || mayRead(name))) return [];
    if (typeof own === 'string' && mayRefuse(name)) return [];
    return [`${name}: ${JSON.stringify(own)} where the library says ${JSON.stringify(want)}`];
  });
}

/** Chromium has no TIFF, and decoders of its own for AVIF: other roundings of colours, and another view of what is damaged. */
const ofBrowsers: Leeway = {
  bound: (name) => (name.endsWith('.avif') ? 5e-3 : 1e-4),
  mayRefuse: (name) => /\.tif$|-cmyk|-scratched/.test(name),
  mayRead: (name) => /-scratched.*\.avif$/.test(name),
};

/** What `count` images came to. */
function summary(got: readonly Answer[]): string {
  const largest = Math.max(
    ...got.map((own, i) => {
      const want = wanted[i];
      return typeof own === 'object' && typeof want === 'object' ? difference(own, want) : 0;
    }),
  );
  const refused = (answers: readonly Answer[]) => answers.filter((one) => typeof one === 'string').length;
  return `${got.length} images, ${refused(got)} refused (library: ${refused(wanted)}), probabilities within ${largest}`;
}

test('the images tell answers apart, and what is broken is refused in one sentence', () => {
  const best = wanted.flatMap((answer) => (typeof answer === 'object' ? [answer[0]] : []));
  expect(best.length).toBeGreaterThan(0.6 * odd.length);
  expect(new Set(best.map((one) => one?.name)).size).toBeGreaterThan(1);
  const probabilities = best.map((one) => one?.probability ?? 0);
  expect(Math.max(...probabilities) - Math.min(...probabilities)).toBeGreaterThan(0.1);
  for (const answer of wanted)
    if (typeof answer === 'string') expect(answer).toMatch(/^The image cannot be read: [^\n]{5,120}\.$/);
});

test('the server answers as the library does', async () => {
  const server = await startServer({
    ...{ model: file, index: null, host: '127.0.0.1', port: 0, threads: 1, version: '0.0.0' },
    ...{ maxBytes: 20e6, maxPixels: 50e6, maxQueued: 64, seconds: 30, say: console.error },
  });
  const got: Answer[] = [];
  for (const { bytes } of odd) {
    const response = await fetch(`${server.address}/classify?top=4`, {
      method: 'POST',
      body: new Uint8Array(bytes),
    });
    const answer = (await response.json()) as { classes: LikelyClass[] } | { error: string };
    expect(response.status).toBe('classes' in answer ? 200 : 400);
    got.push('classes' in answer ? answer.classes : answer.error);
  }
  await server.close();
  expect(got).toEqual(wanted);
});

test('the command answers as the library does', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, 'predict', file, images, '--json'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  expect(status, stderr).toBe(0);
  const lines = stdout.trim().split('\n');
  const answers = new Map(
    lines.map((line) => {
      const { image, classes } = JSON.parse(line) as { image: string; classes: LikelyClass[] };
      return [basename(image), classes];
    }),
  );
  const got = odd.map(({ name }) => answers.get(name));
  expect(differing(got)).toEqual([]);
});

test('libtorch answers as the library does', async () => {
  const device = opened.model.parameters()[0]?.device;
  if (!device) throw new Error('no device');
  const answers = new Map<string, LikelyClass[]>();
  const source = await openSource([images]);
  for await (const { image, classes } of predict(opened, source, 4, { device, say: () => undefined }))
    answers.set(basename(image), classes);
  const got = odd.map(({ name }) => answers.get(name));
  expect(differing(got)).toEqual([]);
});

test.skipIf(chromium === null)(
  'a browser answers as the library does (where there is Chromium)',
  async () => {
    const browser = new Browser();
    try {
      await browser.start(chromium ?? '');
      const bundle = buildBundle();
      browser.files.set('/beit2-onnx.js', () => bundle);
      browser.files.set('/model.onnx', () => readFileSync(file));
      browser.files.set('/page.html', () => Buffer.from(page));
      for (const [i, { bytes }] of odd.entries()) browser.files.set(`/${i}`, () => bytes);
      const got = await browser.visit<Answer[] | string>(`/page.html?count=${odd.length}`);
      if (typeof got === 'string') throw new Error(got);
      if (count !== undefined) console.log(`browser: ${summary(got)}`);
      expect(differing(got, ofBrowsers)).toEqual([]);
      const sentences = got.filter((answer) => typeof answer === 'string');
      for (const sentence of sentences)
        expect(sentence).toMatch(/^The image cannot be read: [^\n]{5,120}\.$/);
    } finally {
      await browser.close();
    }
  },
);

/** Classifies the images by their numbers. */
const page = `<!doctype html>
<script type="importmap">{ "imports": {
  "onnxruntime-web/wasm": "/ort/ort.wasm.min.mjs", "onnxruntime-web/webgpu": "/ort/ort.webgpu.min.mjs" } }</script>
<script type="module">
const send = (answer) => fetch('/answer', { method: 'POST', body: JSON.stringify(answer) });
try {
  const { load, ImageError } = await import('/beit2-onnx.js');
  const model = await load('/model.onnx', { wasmPaths: '/ort/', threads: 1 });
  const answers = [];
  for (let i = 0; i < Number(new URLSearchParams(location.search).get('count')); i++) {
    const refusal = (error) => {
      if (error instanceof ImageError) return error.message;
      throw error;
    };
    const bytes = await (await fetch('/' + i)).arrayBuffer();
    answers.push(await model.classify(bytes).catch(refusal));
  }
  await model.close();
  await send(answers);
} catch (error) {
  await send(String(error));
}
</script>`;
