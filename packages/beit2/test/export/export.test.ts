/** Protects: exported ONNX files compute what the models do, say what they are, and do not stay where they do not. */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as ort from 'onnxruntime-node';
import sharp from 'sharp';
import * as torch from '@beit2/torch';
import { openSource } from '#beit2/data/sources/open-source.js';
import { exportModel } from '#beit2/export/export-model.js';
import { measureCost } from '#beit2/export/measure-cost.js';
import { writeOnnx, type OnnxModel } from '#beit2/export/onnx-file.js';
import { VisionTransformer } from '#beit2/model/vision-transformer.js';
import { hashModel } from '#beit2/open/hash-weights.js';
import type { Opened } from '#beit2/open/open-model.js';
import type { MainPart } from '#beit2/open/parts.js';
import { readOnnx } from './read-onnx.js';
import { smallClassifier, smallEncoder, smallTokenizer } from './small-models.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-export-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const full = { precision: 'float32', externalData: false } as const;
const half = { precision: 'float16', externalData: false } as const;

const models: [string, () => Opened<MainPart>, string[]][] = [
  [
    'classifier of mean-pooled patches, a position table a block, layer scale',
    () => smallClassifier({ position: 'per-block', layerScale: 0.1, meanPooling: true }),
    ['logits', 'pooled'],
  ],
  [
    'classifier of [CLS], position embedding',
    () => smallClassifier({ position: 'absolute', meanPooling: false }),
    ['logits', 'pooled'],
  ],
  [
    'encoder, one position table',
    () => smallEncoder({ position: 'shared', layerScale: 0.1, meanPooling: false }),
    ['cls', 'patches', 'pooled'],
  ],
  [
    'encoder, position embedding, mean pooling',
    () => smallEncoder({ position: 'absolute' }),
    ['cls', 'patches', 'pooled'],
  ],
  ['tokenizer', smallTokenizer, ['vectors']],
];

describe.each(models)('%s', (_, make, outputs) => {
  test('float32 agrees at batch 1 and 3', async () => {
    const { check } = await exportModel(make(), join(folder, 'full.onnx'), full);
    expect(Object.keys(check.maxAbsError)).toEqual(outputs);
    for (const error of Object.values(check.maxAbsError)) expect(error).toBeLessThan(1e-5);
    expect(check.bound).toBe(1e-3);
    if (check.sameTokens !== null) expect(check.sameTokens).toBe(1);
  });

  test('float16 is half as large and within its bound', async () => {
    const { check } = await exportModel(make(), join(folder, 'half.onnx'), half);
    for (const error of Object.values(check.maxAbsError)) {
      expect(error).toBeLessThan(0.01);
      expect(error).toBeGreaterThan(1e-6);
    }
    const [small, large] = ['half', 'full'].map((name) => statSync(join(folder, `${name}.onnx`)).size);
    expect(small).toBeLessThan(0.75 * (large ?? 0));
  });

  test('int8 is smaller, within its bound, and near on an image', async () => {
    const path = join(folder, 'int8.onnx');
    const opened = make();
    const { check } = await exportModel(opened, path, { precision: 'int8', externalData: false });
    for (const error of Object.values(check.maxAbsError)) expect(error).toBeGreaterThan(1e-6);
    const photo = join(folder, 'noise.png');
    const data = Uint8Array.from({ length: 3 * 60 * 50 }, (_, i) => (i * 7919) % 256);
    await sharp(data, { raw: { width: 60, height: 50, channels: 3 } }).toFile(photo);
    const say = (sentence: string) => expect.unreachable(sentence);
    const cost = await measureCost(opened, path, await openSource([photo, photo]), say);
    expect(cost.images).toBe(2);
    expect(cost.bytes.own).toBeLessThan(0.75 * cost.bytes.float32);
    if (opened.part === 'tokenizer') expect(cost.sameTokens).toBeGreaterThan(0.8);
    else expect(cost.cosine?.least).toBeGreaterThan(0.999);
    if (opened.part === 'classifier') expect(cost.sameClass).toBe(1);
    expect(existsSync(`${path}.float32-${process.pid}.onnx`)).toBe(false);
  });

  test('every node has a name of its own, and inputs that come before it', async () => {
    const path = join(folder, 'names.onnx');
    await exportModel(make(), path, half);
    const { nodes, inputs, outputs: ends, weights } = readOnnx(path);
    const known = new Set([...inputs, ...weights.keys()]);
    for (const { name, inputs: from, outputs: to } of nodes) {
      expect(name).not.toBe('');
      for (const input of from) expect(known, `input of ${name}`).toContain(input);
      for (const output of to) {
        expect(known, `output of ${name}`).not.toContain(output);
        known.add(output);
      }
    }
    for (const end of ends) expect(known).toContain(end);
    const used = new Set(nodes.flatMap((node) => node.inputs));
    expect([...weights.keys()].filter((name) => !used.has(name))).toEqual([]);
  });
});

test('the file says what it is and how to feed it', async () => {
  const path = join(folder, 'classifier.onnx');
  const opened = smallClassifier({ position: 'per-block', layerScale: 0.1 });
  const { files, inputs, outputs } = await exportModel(opened, path, full);
  expect(files).toEqual([path]);
  expect(inputs).toEqual([{ name: 'images', type: 'float32', shape: ['batch', 3, 32, 32] }]);
  expect(outputs).toEqual([
    { name: 'logits', type: 'float32', shape: ['batch', 4] },
    { name: 'pooled', type: 'float32', shape: ['batch', 24] },
  ]);
  const { producer, opsets, metadata, weights } = readOnnx(path);
  expect({ producer, opsets }).toEqual({ producer: 'beit2', opsets: [['', 20]] });
  expect(metadata).toEqual({
    part: 'classifier',
    beit2_version: '0.1.0',
    opset: '20',
    precision: 'float32',
    model_sha256: hashModel(opened),
    image_size: '32',
    patch_size: '8',
    input: 'RGB in [0, 1], channels first',
    normalization: 'inside',
    mean: '[0.485,0.456,0.406]',
    std: '[0.229,0.224,0.225]',
    resize: 'short side',
    resize_to: '36',
    interpolation: 'bicubic',
    pooling: 'mean',
    classes: '["ant","bee","cat","dög"]',
    card: JSON.stringify(opened.card),
  });
  expect(weights.has('blocks.1.mlp.fc2.weight')).toBe(true);
});

test("a tokenizer's file holds its codebook and says where", async () => {
  const path = join(folder, 'tokenizer.onnx');
  const opened = smallTokenizer();
  await exportModel(opened, path, full);
  const { metadata, weights } = readOnnx(path);
  const { codes, code_dim: codeDim, codebook = '', mean } = metadata;
  expect({ codes, codeDim, mean }).toEqual({ codes: '16', codeDim: '6', mean: '[0.5,0.5,0.5]' });
  const values = new Float32Array(Uint8Array.from(weights.get(codebook)?.data ?? []).buffer);
  expect(values).toEqual(opened.model.quantize.embedding.weight.toTypedArray());
});

test('float16 keeps layer norms, positions and the quantizer in float32', async () => {
  const path = join(folder, 'half.onnx');
  await exportModel(smallTokenizer(), path, half);
  const { weights } = readOnnx(path);
  const [float32, float16] = [1, 10];
  const type = (name: string) => weights.get(name)?.type;
  expect(type('encoder.blocks.0.attn.q.weight')).toBe(float16);
  expect(type('encoder.blocks.0.mlp.fc1.weight')).toBe(float16);
  for (const name of ['encoder.blocks.0.norm1.weight', 'encoder.pos_embed', 'quantize.embedding.weight']) {
    expect(type(name), name).toBe(float32);
  }
});

test('weights beside the file start at pages; small ones stay inside', async () => {
  const path = join(folder, 'apart.onnx');
  const opened = smallEncoder({ position: 'shared' });
  const { files, check } = await exportModel(opened, path, { precision: 'float32', externalData: true });
  expect(files).toEqual([path, `${path}.data`]);
  expect(check.passed).toBe(true);
  const { weights } = readOnnx(path);
  const large = weights.get('blocks.0.mlp.fc1.weight')?.external;
  expect(large).toMatchObject({ location: 'apart.onnx.data', length: String(4 * 24 * 96) });
  expect(Number(large?.offset) % 4096).toBe(0);
  expect(weights.get('blocks.0.norm1.weight')?.external).toBeNull();
});

test.each([
  ['classifier', smallClassifier({ position: 'per-block' })],
  ['tokenizer', smallTokenizer()],
] as const)('the attention of every block of a %s is an output where it is wanted', async (_, opened) => {
  const path = join(folder, 'attention.onnx');
  const { outputs, check } = await exportModel(opened, path, { ...half, attention: true });
  const attention = outputs.filter(({ name }) => name.startsWith('attention'));
  const shape = ['batch', 3, 17, 17];
  expect(attention).toEqual([
    { name: 'attention_1', type: 'float32', shape },
    { name: 'attention_2', type: 'float32', shape },
  ]);
  for (const { name } of attention) expect(check.maxAbsError[name]).toBeLessThan(0.01);
});

test('any batch size runs', async () => {
  const path = join(folder, 'batch.onnx');
  await exportModel(smallEncoder({ position: 'per-block' }), path, full);
  const session = await ort.InferenceSession.create(path, { intraOpNumThreads: 1 });
  const images = new ort.Tensor('float32', new Float32Array(5 * 3 * 32 * 32), [5, 3, 32, 32]);
  const { cls, patches } = await session.run({ images });
  expect([cls?.dims, patches?.dims]).toEqual([
    [5, 24],
    [5, 16, 24],
  ]);
});

/** A model that gives something else than its weights say. */
class Shifted extends VisionTransformer {
  shift = 0;
  override forward(images: torch.Tensor): torch.Tensor {
    return super.forward(images).add(this.shift);
  }
}

describe('a file that differs is refused and removed', () => {
  test.each([
    [
      0.002,
      full,
      /^The exported file differs from the model by more than 1\.0e-3 \(logits 2\.0e-3, pooled .*\) and was removed\.$/,
    ],
    [
      NaN,
      full,
      "The model's output for a random image contains NaN: its weights are damaged, or it needs another precision.",
    ],
    [
      0.5,
      { precision: 'float16', externalData: true } as const,
      /^The exported file differs from the model by more than .* and was removed: export it without --precision float16\.$/,
    ],
  ])('by %d', async (shift, options, message) => {
    const opened = smallClassifier({ position: 'absolute' });
    const model = new Shifted(opened.model.config);
    model.loadStateDict(opened.model.stateDict());
    model.eval().requiresGrad_(false);
    model.shift = shift;
    const path = join(folder, 'refused.onnx');
    await expect(exportModel({ ...opened, model }, path, options)).rejects.toThrow(message);
    expect(existsSync(path) || existsSync(`${path}.data`)).toBe(false);
  });
});

test('more than 2 GB need --external-data', () => {
  const huge: OnnxModel = {
    name: 'huge',
    opset: 20,
    producerVersion: '0',
    description: '',
    metadata: {},
    inputs: [],
    outputs: [],
    nodes: [],
    weights: new Map([
      [
        'w',
        {
          dtype: 'float32',
          shape: [600, 1_000_000],
          read: () => {
            throw new Error('read');
          },
        },
      ],
    ]),
  };
  const path = join(folder, 'huge.onnx');
  expect(() => writeOnnx(path, huge)).toThrow(
    'The model has 2.4 GB of weights, more than the 2 GB of an ONNX file: add --external-data.',
  );
  expect(existsSync(path)).toBe(false);
});
