/**
 * Protects: an exported file is enough to classify, embed, tokenize and search: the same answers as ONNX Runtime gives for what the command
 * feeds it, from every kind of input; one image or many; with bounds, cancellation and clear sentences for what it cannot do.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as ort from 'onnxruntime-node';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadImage } from '#beit2/data/loading/load-image.js';
import { exportModel } from '#beit2/export/export-model.js';
import { BusyError, ExportedModel, ImageError, load, type ImageInput } from '#beit2/faces/onnx.js';
import { evaluationOf } from '#beit2/model/model-card.js';
import { smallClassifier, smallEncoder, smallTokenizer } from '../export/small-models.js';

const folder = mkdtempSync(join(tmpdir(), 'beit2-onnx-'));
const photo = join(folder, 'photo.png');
const files = { classifier: '', encoder: '', tokenizer: '' };
const models: ExportedModel[] = [];
const opened = smallClassifier({ position: 'per-block', layerScale: 0.1, meanPooling: true });

/** Logits of the photo by ONNX Runtime itself, from pixels as the commands make them. */
async function direct(file: string, output: string): Promise<Float32Array> {
  const pixels = await loadImage(photo, evaluationOf(opened.card));
  const session = await ort.InferenceSession.create(file, { intraOpNumThreads: 1 });
  const images = new ort.Tensor(
    'float32',
    Float32Array.from(pixels, (value) => value / 255),
    [1, 3, 32, 32],
  );
  const results = await session.run({ images });
  await session.release();
  return results[output]?.data as Float32Array;
}

async function opens(file: string, options = {}): Promise<ExportedModel> {
  const model = await load(file, { threads: 1, ...options });
  models.push(model);
  return model;
}

beforeAll(async () => {
  const data = Uint8Array.from({ length: 3 * 90 * 60 }, (_, i) => (i * 7919) % 256);
  await sharp(data, { raw: { width: 90, height: 60, channels: 3 } })
    .png()
    .toFile(photo);
  const full = { precision: 'float32', externalData: false, attention: true } as const;
  for (const one of [opened, smallEncoder({ position: 'absolute' }), smallTokenizer()]) {
    files[one.part] = join(folder, `${one.part}.onnx`);
    await exportModel(one, files[one.part], full);
  }
});
afterAll(async () => {
  for (const model of models) await model.close();
  rmSync(folder, { recursive: true });
});

test('a classifier says its card and classes, and gives the softmax of what ONNX Runtime gives', async () => {
  const model = await opens(files.classifier);
  expect(model).toMatchObject({
    part: 'classifier',
    pooling: 'mean',
    precision: 'float32',
    card: opened.card,
  });
  const answer = await model.classify(readFileSync(photo));
  const logits = await direct(files.classifier, 'logits');
  const sum = logits.reduce((total, value) => total + Math.exp(value), 0);
  const want = (opened.card.classes ?? []).map((name, i) => ({
    name,
    probability: Math.exp(logits[i] ?? NaN) / sum,
  }));
  want.sort((a, b) => b.probability - a.probability);
  expect(answer.map(({ name }) => name)).toEqual(want.map(({ name }) => name));
  for (const [i, { probability }] of answer.entries())
    expect(probability).toBeCloseTo(want[i]?.probability ?? NaN, 6);
  expect(await model.classify(photo, { top: 1 })).toEqual(answer.slice(0, 1));
  expect(await model.embed(photo)).toEqual(await direct(files.classifier, 'pooled'));
});

test('the same image in every form gives the same answer', async () => {
  const model = await opens(files.classifier);
  const bytes = readFileSync(photo);
  const own = new Uint8Array(bytes);
  const raw = await sharp(photo).raw().toBuffer();
  const rgba = await sharp(photo).ensureAlpha(0.5).raw().toBuffer();
  const server = createServer((_, response) => response.end(bytes)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/photo.png`;
  const forms: Record<string, ImageInput> = {
    buffer: bytes,
    'part of a buffer': Buffer.concat([Buffer.alloc(9), bytes]).subarray(9),
    'array buffer': own.buffer,
    blob: new Blob([own]),
    stream: new Blob([own]).stream() as ReadableStream<Uint8Array>,
    path: photo,
    'file URL': pathToFileURL(photo),
    address,
    URL: new URL(address),
    'RGB pixels': { width: 90, height: 60, data: new Uint8Array(raw) },
    ImageData: { width: 90, height: 60, data: new Uint8ClampedArray(rgba) },
  };
  const want = await model.classify(bytes);
  for (const [form, image] of Object.entries(forms)) expect(await model.classify(image), form).toEqual(want);
  server.close();
  expect(bytes.length).toBe(readFileSync(photo).length); // the caller's memory stays the caller's
});

test('a model loaded from bytes, a URL or an address is the same', async () => {
  const server = createServer((_, response) => response.end(readFileSync(files.encoder))).listen(
    0,
    '127.0.0.1',
  );
  await new Promise((resolve) => server.once('listening', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/encoder.onnx`;
  const want = await direct(files.encoder, 'pooled');
  for (const from of [readFileSync(files.encoder), pathToFileURL(files.encoder), new URL(address)]) {
    await using model = await load(from, { threads: 1 });
    expect(await model.embed(photo)).toEqual(want);
  }
  server.close();
});

test('many images come in order, with their names, however slowly they are given', async () => {
  const model = await opens(files.encoder);
  async function* slowly(): AsyncGenerator<ImageInput> {
    for (const image of [photo, new File([readFileSync(photo)], 'mine.png'), readFileSync(photo)]) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      yield image;
    }
  }
  const want = await direct(files.encoder, 'pooled');
  const seen = [];
  for await (const { index, name, vector } of model.embed(slowly())) {
    seen.push([index, name]);
    // In a batch of several the sums of a row may be made in another order.
    for (const [i, value] of vector.entries()) expect(value).toBeCloseTo(want[i] ?? NaN, 5);
  }
  expect(seen).toEqual([
    [0, photo],
    [1, 'mine.png'],
    [2, '2'],
  ]);
  const cls = await model.embed(photo, { pooling: 'cls' });
  expect(cls).toEqual(await direct(files.encoder, 'cls'));
});

test('many images at once make Node warn of nothing, with a signal of their own or the user’s', async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => void warnings.push(warning);
  process.on('warning', note);
  const model = await opens(files.encoder);
  const photos = Array.from({ length: 40 }, () => photo);
  for await (const { vector } of model.embed(photos)) expect(vector).toHaveLength(model.card.dim);
  const { signal } = new AbortController();
  await Promise.all(photos.map((one) => model.embed(one, { signal })));
  await new Promise(setImmediate); // a warning is emitted in a turn of its own
  process.off('warning', note);
  expect(warnings).toEqual([]);
});

test('the source of many images is asked only for as many as are under way, and is left when the loop is', async () => {
  const model = await opens(files.classifier, { maxBatch: 2, maxQueued: 8 });
  let given = 0;
  let left = false;
  function* endless(): Generator<string> {
    try {
      for (;;) {
        given++;
        yield photo;
      }
    } finally {
      left = true;
    }
  }
  for await (const { index } of model.classify(endless())) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(given).toBeLessThanOrEqual(index + 6); // four under way, one answered, one asked for
    if (index === 20) break;
  }
  expect(left).toBe(true);
});

test('a broken image ends the iteration, or is told and left out', async () => {
  const model = await opens(files.tokenizer);
  const broken = join(folder, 'broken.png');
  writeFileSync(broken, 'no picture');
  const sentence = `The image ${broken} cannot be read: it is not an image.`;
  await expect(async () => {
    for await (const answer of model.tokenize([photo, broken])) expect(answer.index).toBe(0);
  }).rejects.toThrow(sentence);
  const told: string[] = [];
  const indices: number[] = [];
  const onBroken = (name: string, { reason }: ImageError) => told.push(`${name}: ${reason}`);
  for await (const { index } of model.tokenize([broken, photo], { onBroken })) indices.push(index);
  expect(indices).toEqual([1]);
  expect(told).toEqual([`${broken}: it is not an image`]);
  await expect(model.tokenize(new Uint8Array())).rejects.toThrow(
    'The image cannot be read: the file is empty.',
  );
});

test('codes and attention are those of the file', async () => {
  const model = await opens(files.tokenizer);
  const { grid, tokens } = await model.tokenize(photo);
  expect(grid).toBe(4);
  expect([...tokens]).toEqual(Array.from(await direct(files.tokenizer, 'tokens'), Number));
  const { heads, mean, block } = await model.attention(photo, { block: 1, from: { row: 2, column: 3 } });
  expect({ block, heads: heads.length }).toEqual({ block: 1, heads: 3 });
  const maps = await direct(files.tokenizer, 'attention_1'); // [3, 17, 17]
  const row = 1 + 4 + 2;
  expect([...(heads[2]?.patches ?? [])]).toEqual([
    ...maps.subarray((2 * 17 + row) * 17 + 1, (2 * 17 + row + 1) * 17),
  ]);
  expect(mean.patches.reduce((sum, share) => sum + share, mean.cls)).toBeCloseTo(1, 5);
});

describe('what a model cannot do is said in one sentence', () => {
  test.each<[keyof typeof files, (model: ExportedModel) => Promise<unknown>, RegExp]>([
    [
      'encoder',
      (model) => model.classify(photo),
      /encoder\.onnx holds an encoder: classify needs a classifier\.$/,
    ],
    [
      'tokenizer',
      (model) => model.embed(photo),
      /holds a tokenizer: embed needs an encoder or classifier\.$/,
    ],
    ['classifier', (model) => model.tokenize(photo), /holds a classifier: tokenize needs a tokenizer\.$/],
    [
      'classifier',
      (model) => model.embed(photo, { pooling: 'cls' }),
      /was exported as a classifier, which has no cls features: export it with --part encoder\.$/,
    ],
    [
      'encoder',
      (model) => model.attention(photo, { block: 3 }),
      /^The model has blocks 1 to 2, and no block 3\.$/,
    ],
  ])('%s', async (part, act, sentence) => {
    await expect(act(await opens(files[part]))).rejects.toThrow(sentence);
  });

  test('a file of another program, none, and damaged ones', async () => {
    const other = join(folder, 'other.onnx');
    writeFileSync(other, 'no model');
    await expect(load(other)).rejects.toThrow(/is not an ONNX file, or is damaged\.$/);
    await expect(load(join(folder, 'none.onnx'))).rejects.toThrow(/^There is no file .*none\.onnx\.$/);
    const cut = readFileSync(files.classifier).subarray(0, 9000);
    await expect(load(cut)).rejects.toThrow(/is not an ONNX file, or is damaged\.$/);
  });
});

test('bounds: bytes, pixels, images at once; cancellation; close', async () => {
  const model = await opens(files.classifier, { maxQueued: 2, maxBytes: 20_000, maxPixels: 6000 });
  await expect(model.classify(new Uint8Array(20_001))).rejects.toMatchObject({
    kind: 'too-large',
    message: 'The image cannot be read: it has more than 20000 bytes, the limit.',
  });
  const large = await sharp({ create: { width: 100, height: 61, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  await expect(model.classify(large)).rejects.toMatchObject({ kind: 'too-large' });
  const three = [1, 2, 3].map(() => model.classify(photo));
  const settled = await Promise.allSettled(three);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  await expect(three[2]).rejects.toBeInstanceOf(BusyError);

  const gone = new Error('gone');
  await expect(model.classify(photo, { signal: AbortSignal.abort(gone) })).rejects.toBe(gone);
  const abort = new AbortController();
  const cancelled = model.classify(photo, { signal: abort.signal });
  abort.abort(gone);
  await expect(cancelled).rejects.toBe(gone);

  const last = model.classify(photo);
  const closing = model.close();
  expect(await last).toHaveLength(4); // what is under way is answered
  await closing;
  await expect(model.classify(photo)).rejects.toThrow('The model was closed.');
});
