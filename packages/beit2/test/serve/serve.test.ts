/**
 * Protects: the server answers as the library does, and clients that send what is broken, huge, slow or none of it get a status and a sentence; a
 * full queue is said; it ends with the requests that are there answered.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { exportModel } from '#beit2/export/export-model.js';
import { load, VectorIndex } from '#beit2/faces/onnx.js';
import { hashModel } from '#beit2/open/hash-weights.js';
import type { FeatureOrigin } from '#beit2/search/feature-set.js';
import { buildIndex } from '#beit2/search/vector-index.js';
import { startServer, type RunningServer, type ServeOptions } from '#beit2/serve/start-server.js';
import { smallClassifier, smallTokenizer } from '../export/small-models.js';

const folder = mkdtempSync(join(tmpdir(), 'beit2-serve-'));
const files = { classifier: join(folder, 'classifier.onnx'), tokenizer: join(folder, 'tokenizer.onnx') };
const said: string[] = [];
const servers: RunningServer[] = [];
let photo = Buffer.alloc(0);
let server: RunningServer;

const usual = (model: string): ServeOptions => ({
  model,
  index: null,
  host: '127.0.0.1',
  port: 0,
  threads: 1,
  maxBytes: 50_000,
  maxPixels: 10_000,
  maxQueued: 64,
  seconds: 30,
  version: '0.0.0',
  say: (sentence) => said.push(sentence),
});

async function started(options: ServeOptions): Promise<RunningServer> {
  const one = await startServer(options);
  servers.push(one);
  return one;
}

beforeAll(async () => {
  photo = await sharp(Buffer.from(Array.from({ length: 3 * 80 * 60 }, (_, i) => (i * 31) % 256)), {
    raw: { width: 80, height: 60, channels: 3 },
  })
    .png()
    .toBuffer();
  const options = { precision: 'float32', externalData: false } as const;
  await exportModel(smallClassifier({}), files.classifier, options);
  await exportModel(smallTokenizer(), files.tokenizer, options);
  const model = await load(files.classifier, { threads: 1 });
  const vector = await model.embed(photo);
  await model.close();
  const values = new Float32Array(2 * vector.length);
  values.set(vector);
  values.set(
    vector.map((value, i) => (i % 2 ? value : -value)),
    vector.length,
  );
  const path = join(folder, 'photos.index');
  buildIndex(path, { names: ['same', 'other'], dim: vector.length, values, origin: null });
  server = await started({ ...usual(files.classifier), index: new VectorIndex(path) });
});
afterAll(async () => {
  for (const one of servers) await one.close();
  rmSync(folder, { recursive: true });
});

const post = (path: string, body: Buffer, headers: Record<string, string> = {}, at = server) =>
  fetch(at.address + path, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': 'image/png', ...headers },
  });

async function failure(response: Response): Promise<[number, string]> {
  expect(response.headers.get('content-type')).toBe('application/json');
  return [response.status, ((await response.json()) as { error: string }).error];
}

test('classify, embed and search answer as the library does', async () => {
  const model = await load(files.classifier, { threads: 1 });
  const classes = await model.classify(photo, { top: 2 });
  const vector = Array.from(await model.embed(photo));
  await model.close();
  expect(await (await post('/classify?top=2', photo)).json()).toEqual({ classes });
  expect(await (await post('/embed', photo, { 'content-type': 'application/octet-stream' })).json()).toEqual({
    vector,
  });
  const { found } = (await (await post('/search?count=1', photo)).json()) as { found: object[] };
  expect(found).toMatchObject([{ index: 0, name: 'same' }]);
});

test('a tokenizer gives codes, and says what it is no server for', async () => {
  const tokenizer = await started(usual(files.tokenizer));
  const answer = (await (await post('/tokenize', photo, {}, tokenizer)).json()) as {
    grid: number;
    tokens: number[];
  };
  expect(answer.grid).toBe(4);
  expect(answer.tokens).toHaveLength(16);
  expect(await failure(await post('/classify', photo, {}, tokenizer))).toEqual([
    404,
    '/classify needs a classifier; this model is a tokenizer.',
  ]);
});

describe('what is wrong is said', () => {
  test('in the image', async () => {
    expect(await failure(await post('/classify', Buffer.from('no image')))).toEqual([
      400,
      'The image cannot be read: it is not an image.',
    ]);
    expect(await failure(await post('/classify', photo.subarray(0, photo.length / 2)))).toMatchObject([
      400,
      /cannot be read/,
    ]);
    expect(await failure(await post('/classify', Buffer.alloc(0)))).toEqual([
      400,
      'The image cannot be read: the file is empty.',
    ]);
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    expect(await failure(await post('/classify', svg))).toEqual([
      400,
      'The image cannot be read: it is a web page or XML, not an image.',
    ]);
  });

  test('in its size', async () => {
    expect(await failure(await post('/classify', Buffer.alloc(50_001)))).toEqual([
      413,
      'The image cannot be read: it has more than 50000 bytes, the limit.',
    ]);
    const chunked = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(10_000)),
    });
    const endless = await fetch(`${server.address}/classify`, {
      method: 'POST',
      body: chunked,
      duplex: 'half',
      headers: { 'content-type': 'image/png' },
    }).then(failure, () => 'the connection was closed');
    expect([
      'the connection was closed',
      [413, 'The image cannot be read: it has more than 50000 bytes, the limit.'],
    ]).toContainEqual(endless);
    const bomb = await sharp({ create: { width: 200, height: 200, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    expect(await failure(await post('/classify', bomb))).toEqual([
      413,
      'The image cannot be read: it has 200 x 200 pixels, more than the limit of 10000.',
    ]);
  });

  test('in the request', async () => {
    expect(await failure(await post('/classify', photo, { 'content-type': 'text/plain' }))).toEqual([
      415,
      'The image must be the body of the request, with content type image/… or application/octet-stream, not text/plain.',
    ]);
    expect(await failure(await post('/classify?top=0', photo))).toMatchObject([
      400,
      /^The query is wrong at top: /,
    ]);
    expect(await failure(await post('/classify?first=1', photo))).toMatchObject([
      400,
      /^The query is wrong: .*first/,
    ]);
    expect(await failure(await fetch(`${server.address}/classify`))).toEqual([
      405,
      '/classify takes an image by POST, not GET.',
    ]);
    expect(await failure(await fetch(`${server.address}/none`))).toEqual([
      404,
      'There is no /none: the addresses are in /openapi.json.',
    ]);
  });

  test('to whoever sends no HTTP', async () => {
    const { port } = new URL(server.address);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('hello\r\n\r\n');
    const text = await new Promise<string>((resolve) =>
      socket.once('data', (data) => resolve(data.toString())),
    );
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n[^]*\{"error":"This is not an HTTP request\."\}\n$/);
    socket.destroy();
  });
});

test('a slow upload ends with 408, and takes no place of others meanwhile', async () => {
  const patient = await started({ ...usual(files.classifier), seconds: 1, maxQueued: 1 });
  const slow = new ReadableStream({
    start: (controller) => controller.enqueue(new Uint8Array(photo.subarray(0, 10))),
  });
  const late = fetch(`${patient.address}/classify`, {
    method: 'POST',
    body: slow,
    duplex: 'half',
    headers: { 'content-type': 'image/png' },
  });
  expect((await post('/classify', photo, {}, patient)).status).toBe(200);
  expect(await failure(await late)).toEqual([408, 'The image did not arrive within 1 seconds.']);
});

test('a client that leaves half-way is counted as such, not as a failure of the server', async () => {
  const { port } = new URL(server.address);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(
    `POST /embed HTTP/1.1\r\nHost: x\r\nContent-Type: image/png\r\nContent-Length: 5000\r\n\r\n${'x'.repeat(2000)}`,
  );
  const metrics = async () => (await fetch(`${server.address}/metrics`)).text();
  await metrics(); // the server has the head by now
  socket.destroy();
  await vi.waitFor(
    async () => expect(await metrics()).toContain('beit2_requests_total{route="/embed",status="499"} 1\n'),
    10_000,
  );
  expect(said).toEqual([]);
});

test('a full queue is said with Retry-After, and health and metrics are there', async () => {
  const small = await started({ ...usual(files.classifier), maxQueued: 1 });
  const answers = await Promise.all(Array.from({ length: 8 }, () => post('/classify', photo, {}, small)));
  const busy = answers.filter(({ status }) => status === 503);
  expect(answers.some(({ status }) => status === 200)).toBe(true);
  expect(busy.length).toBeGreaterThan(0);
  for (const answer of busy) {
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(await failure(answer)).toEqual([503, 'Too many images are under way: try again in a second.']);
  }
  expect(await (await fetch(`${small.address}/healthz`)).json()).toEqual({
    status: 'ok',
    part: 'classifier',
    queued: 0,
  });
  const metrics = await (await fetch(`${small.address}/metrics`)).text();
  expect(metrics).toContain(`beit2_requests_total{route="/classify",status="503"} ${busy.length}\n`);
  expect(metrics).toMatch(/^beit2_batch_images_count \d+$/m);
});

test('the description names every address with its query, and the page loads nothing from elsewhere', async () => {
  const description = (await (await fetch(`${server.address}/openapi.json`)).json()) as {
    openapi: string;
    paths: Record<string, { post?: { parameters: { name: string }[]; responses: object } }>;
  };
  expect(Object.keys(description.paths)).toEqual(['/classify', '/embed', '/search', '/healthz', '/metrics']);
  expect(description.paths['/classify']?.post?.parameters).toMatchObject([
    { name: 'top', in: 'query', schema: { type: 'integer', minimum: 1, default: 5 } },
  ]);
  expect(Object.keys(description.paths['/search']?.post?.responses ?? {})).toEqual([
    '200',
    '400',
    '408',
    '413',
    '415',
    '503',
  ]);
  const page = await fetch(server.address);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await page.text()).not.toMatch(/(?:src|href)="https?:|<script src|<link/);
});

test('it ends when the requests that are there are answered', async () => {
  const ending = await startServer(usual(files.classifier));
  const requests = Array.from({ length: 5 }, () => post('/classify', photo, {}, ending));
  await Promise.race(requests);
  await Promise.all([ending.close(), ...requests]);
  for (const request of requests) expect((await request).status).toBe(200);
  await expect(fetch(`${ending.address}/healthz`)).rejects.toThrow();
});

test('a port that is taken, and an index of another model, are refused', async () => {
  const port = Number(new URL(server.address).port);
  await expect(startServer({ ...usual(files.classifier), port })).rejects.toThrow(
    `Port ${port} of 127.0.0.1 cannot be served: another program uses it; choose another --port.`,
  );
  const path = join(folder, 'three.index');
  buildIndex(path, { names: ['a'], dim: 3, values: Float32Array.of(1, 2, 3), origin: null });
  await expect(startServer({ ...usual(files.classifier), index: new VectorIndex(path) })).rejects.toThrow(
    `The index holds vectors of 3 values, but ${files.classifier} makes vectors of 24.`,
  );
  expect(readFileSync(path).length).toBeGreaterThan(0);
  expect(said).toEqual([]);
});

test('an index is for a model with vectors, and one of other weights is said', async () => {
  const path = join(folder, 'own.index');
  const { dim } = smallClassifier({}).card;
  const own = hashModel(smallClassifier({}));
  for (const [sha256, sentences] of [
    [own, []],
    ['0'.repeat(64), [expect.stringContaining('is not the model that the index was built with')]],
  ] as const) {
    const origin: FeatureOrigin = { model: 'runs/x', pooling: 'cls', sha256, source: [] };
    buildIndex(path, { names: ['a'], dim, values: new Float32Array(dim).fill(1), origin });
    said.length = 0;
    await started({ ...usual(files.classifier), index: new VectorIndex(path) });
    expect(said).toEqual(sentences);
  }
  await expect(startServer({ ...usual(files.tokenizer), index: new VectorIndex(path) })).rejects.toThrow(
    `${files.tokenizer} holds a tokenizer, which makes no feature vectors: omit --index.`,
  );
});
