/** Protects: the field's checkpoints are recognised, and their keys go to ours and back without losing a bit. */
import { UserError } from '#beit2/errors.js';
import { describeStateDict, type Description } from '#beit2/model/weights/detect.js';
import { fromOfficialKeys, toOfficialKeys, type StateDict } from '#beit2/model/weights/key-maps.js';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { elementCount } from '@beit2/torch/safetensors';

interface Folded {
  depth: number;
  keys: Record<string, number[]>;
}
const file = join(import.meta.dirname, '../../fixtures/formats/keys.json');
const models = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Folded>;

/** A state dict of the model's real shapes, of as many blocks, with bytes that differ everywhere. */
function stateDict(name: string, depth = models[name]?.depth ?? 0): StateDict {
  const tensors: StateDict = new Map();
  for (const [template, shape] of Object.entries(models[name]?.keys ?? {})) {
    const blocks = template.includes('*') ? [...Array(depth).keys()] : [0];
    for (const block of blocks) {
      const key = template.replace('*', String(block));
      const read = (): Uint8Array =>
        createHash('shake128', { outputLength: elementCount(shape) })
          .update(key)
          .digest();
      tensors.set(key, { dtype: 'uint8', shape, read: () => ({ dtype: 'uint8', shape, data: read() }) });
    }
  }
  return tensors;
}

const base = { dim: 768, depth: 12, patch: 16, grid: 14, hidden: 3072 };
const expected: Record<string, Description> = {
  'timm beitv2_base_patch16_224': {
    kind: 'classifier',
    dialect: 'timm',
    title: 'BEiT or BEiT v2, classifier (key names of timm)',
    sizes: { ...base, heads: 12, classes: 1000 },
  },
  'timm beitv2_large_patch16_224': {
    kind: 'classifier',
    dialect: 'timm',
    title: 'BEiT or BEiT v2, classifier (key names of timm)',
    sizes: { ...base, dim: 1024, depth: 24, hidden: 4096, heads: 16, classes: 1000 },
  },
  'timm vit_base_patch16_224.dino': {
    kind: 'dino',
    dialect: 'official',
    title: 'plain vision transformer, such as DINO (official key names)',
    sizes: base,
  },
  BeitForImageClassification: {
    kind: 'classifier',
    dialect: 'huggingface',
    title: 'BEiT or BEiT v2, classifier (key names of Hugging Face)',
    sizes: { ...base, heads: 12, classes: 1000 },
  },
  BeitModel: {
    kind: 'encoder',
    dialect: 'huggingface',
    title: 'BEiT or BEiT v2, encoder (key names of Hugging Face)',
    sizes: { ...base, heads: 12 },
  },
  BeitForMaskedImageModeling: {
    kind: 'pretrained',
    dialect: 'huggingface',
    title: 'BEiT or BEiT v2, pretrained (key names of Hugging Face)',
    sizes: { ...base, heads: 12, codes: 8192 },
  },
  CLIPVisionModelWithProjection: {
    kind: 'clip',
    dialect: 'huggingface',
    title: 'CLIP image encoder (key names of Hugging Face)',
    sizes: { ...base, featureDim: 512 },
  },
  CLIPModel: {
    kind: 'clip',
    dialect: 'huggingface',
    title: 'CLIP image encoder (key names of Hugging Face)',
    sizes: { ...base, featureDim: 512 },
  },
  'OpenAI CLIP ViT-B/16': {
    kind: 'clip',
    dialect: 'official',
    title: 'CLIP image encoder (official key names)',
    sizes: { ...base, featureDim: 512 },
  },
  ViTModel: {
    kind: 'dino',
    dialect: 'huggingface',
    title: 'plain vision transformer, such as DINO (key names of Hugging Face)',
    sizes: base,
  },
  Dinov2Model: {
    kind: 'dinov2',
    dialect: 'huggingface',
    title: 'DINOv2 (key names of Hugging Face)',
    sizes: { ...base, patch: 14, grid: 37 },
  },
  Dinov2WithRegistersModel: {
    kind: 'dinov2',
    dialect: 'huggingface',
    title: 'DINOv2 (key names of Hugging Face)',
    sizes: { dim: 768, depth: 12, patch: 14, grid: 37, hidden: 2048 },
  },
};

test('every model of the fixture is expected here', () => {
  expect(Object.keys(expected).sort()).toEqual(Object.keys(models).sort());
});

describe.each(Object.keys(expected))('%s', (name) => {
  test('is recognised, with its sizes', () => {
    expect(describeStateDict(stateDict(name))).toEqual(expected[name]);
  });

  test('every key has a fate, and none is unknown', () => {
    const tensors = stateDict(name);
    const { notes } = toOfficialKeys(tensors, describeStateDict(tensors));
    expect(notes.map(({ key }) => key).sort()).toEqual([...tensors.keys()].sort());
    expect(notes.filter(({ fate }) => fate === 'unknown')).toEqual([]);
  });
});

test.each([
  [['vit.embeddings.cls_token', 'deit.embeddings.distillation_token'], 'DeiT with a distillation token'],
  [
    ['cls_token', 'decoder_embed.weight', 'blocks.0.attn.qkv.bias', 'patch_embed.proj.weight'],
    'a masked autoencoder (MAE) with its decoder',
  ],
  [['beit3.encoder.layers.0.self_attn.k_proj.A.weight'], 'BEiT-3'],
  [
    ['embeddings.word_embeddings.weight', 'encoder.layer.0.attention.self.query.weight'],
    'a language model such as BERT',
  ],
])('%j is named, and not taken for a model that is known', (keys, name) => {
  const tensors = new Map(keys.map((key) => [key, { shape: [1] }]));
  expect(describeStateDict(tensors)).toMatchObject({
    kind: 'unknown',
    title: `${name}, which is not supported`,
  });
});

test('an encoder without image patches is no vision transformer', () => {
  const tensors = new Map([['encoder.layer.0.attention.self.query.weight', { shape: [4, 4] }]]);
  expect(describeStateDict(tensors).title).toBe('no model known here');
});

describe('from Hugging Face to ours', () => {
  test('a classifier has the keys and shapes of timm, which are the official ones', () => {
    const { tensors } = toOfficialKeys(...described('BeitForImageClassification'));
    const wanted = stateDict('timm beitv2_base_patch16_224');
    expect(shapesOf(tensors)).toEqual(shapesOf(wanted));
  });

  test('a DINO model has those of timm', () => {
    const { tensors } = toOfficialKeys(...described('ViTModel'));
    expect(shapesOf(tensors)).toEqual(shapesOf(stateDict('timm vit_base_patch16_224.dino')));
  });

  test('a CLIP model has those of the image encoder of OpenAI', () => {
    const openai = toOfficialKeys(...described('OpenAI CLIP ViT-B/16'));
    expect([...openai.tensors.keys()].every((key) => key.startsWith('visual.'))).toBe(true);
    for (const name of ['CLIPModel', 'CLIPVisionModelWithProjection']) {
      const { tensors } = toOfficialKeys(...described(name));
      expect(shapesOf(tensors)).toEqual(shapesOf(openai.tensors));
    }
  });

  test('query, key and value are joined in this order, and a transposed matrix is turned', () => {
    const clip = stateDict('CLIPVisionModelWithProjection', 1);
    const { tensors } = toOfficialKeys(clip, describeStateDict(clip));
    const parts = ['q', 'k', 'v'].map(
      (name) => clip.get(`vision_model.encoder.layers.0.self_attn.${name}_proj.weight`)?.read().data,
    );
    const joined = tensors.get('visual.transformer.resblocks.0.attn.in_proj_weight')?.read().data;
    expect(Buffer.concat(parts as Uint8Array[]).equals(joined ?? new Uint8Array(0))).toBe(true);
    const theirs = clip.get('visual_projection.weight')?.read().data ?? [];
    const ours = tensors.get('visual.proj')?.read().data ?? [];
    expect(ours[5 * 512 + 3]).toBe(theirs[3 * 768 + 5]);
  });

  test('a part that is missing leaves the others as unknown, with the reason', () => {
    const beit = stateDict('BeitModel', 1);
    beit.delete('encoder.layer.0.attention.attention.key.weight');
    const { notes } = toOfficialKeys(beit, describeStateDict(beit));
    expect(notes.filter(({ fate }) => fate === 'unknown')).toEqual([
      {
        key: 'encoder.layer.0.attention.attention.query.weight',
        fate: 'unknown',
        why: 'the other parts of blocks.0.attn.qkv.weight are missing',
      },
      {
        key: 'encoder.layer.0.attention.attention.value.weight',
        fate: 'unknown',
        why: 'the other parts of blocks.0.attn.qkv.weight are missing',
      },
    ]);
  });
});

describe('there and back, bit for bit', () => {
  const lossless = [
    'BeitForImageClassification',
    'BeitModel',
    'BeitForMaskedImageModeling',
    'CLIPVisionModelWithProjection',
    'Dinov2Model',
    'Dinov2WithRegistersModel',
  ];
  test.each(lossless)('%s', (name) => {
    const source = stateDict(name, 2);
    const description = describeStateDict(source);
    const { tensors: official } = toOfficialKeys(source, description);
    const { tensors: back } = fromOfficialKeys(official, description.kind, 'huggingface');
    expectSame(back, source);
  });

  test('timm through the official names, which add the index of each table', () => {
    const source = stateDict('timm beitv2_base_patch16_224', 2);
    const { tensors: official, notes } = fromOfficialKeys(source, 'classifier', 'official');
    expect(notes.filter(({ fate }) => fate === 'computed').map(({ key }) => key)).toEqual([
      'blocks.0.attn.relative_position_index',
      'blocks.1.attn.relative_position_index',
    ]);
    expect(describeStateDict(official).dialect).toBe('official');
    expectSame(fromOfficialKeys(official, 'classifier', 'timm').tensors, source);
  });

  test('timm through Hugging Face', () => {
    const source = stateDict('timm beitv2_base_patch16_224', 2);
    const { tensors: there } = fromOfficialKeys(source, 'classifier', 'huggingface');
    expectSame(toOfficialKeys(there, describeStateDict(there)).tensors, source);
  });
});

test('the whole training state of DINO: the encoder behind "backbone.", its projection head dropped', () => {
  const dino = stateDict('timm vit_base_patch16_224.dino', 1);
  const full: StateDict = new Map([...dino].map(([key, tensor]) => [`backbone.${key}`, tensor]));
  full.set('head.mlp.0.weight', {
    dtype: 'uint8',
    shape: [0],
    read: () => ({ dtype: 'uint8', shape: [0], data: new Uint8Array() }),
  });
  const description = describeStateDict(full);
  expect(description.kind).toBe('dino');
  const { tensors, notes } = toOfficialKeys(full, description);
  expectSame(tensors, dino);
  expect(notes).toContainEqual({ key: 'backbone.cls_token', fate: 'renamed', to: ['cls_token'] });
  expect(notes).toContainEqual({
    key: 'head.mlp.0.weight',
    fate: 'dropped',
    why: 'the projection head of the training',
  });
});

test('for timm a shared table goes to every block, and what belongs to pretraining is left out', () => {
  const { tensors } = toOfficialKeys(...described('BeitForMaskedImageModeling'));
  const { tensors: timm, notes } = fromOfficialKeys(tensors, 'pretrained', 'timm');
  expect(timm.get('blocks.11.attn.relative_position_bias_table')).toBe(
    tensors.get('rel_pos_bias.relative_position_bias_table'),
  );
  expect(notes.filter(({ fate }) => fate === 'dropped').map(({ key }) => key)).toEqual([
    'mask_token',
    'lm_head.bias',
    'lm_head.weight',
  ]);
});

test('a library that has no such model says so', () => {
  expect(() => fromOfficialKeys(new Map(), 'tokenizer', 'huggingface')).toThrow(
    new UserError('Hugging Face has no key names for this model: convert it to official or safetensors.'),
  );
});

function described(name: string): [StateDict, Description] {
  const tensors = stateDict(name);
  return [tensors, describeStateDict(tensors)];
}

function shapesOf(tensors: StateDict): Record<string, number[]> {
  return Object.fromEntries([...tensors].map(([key, { shape }]) => [key, shape]));
}

function expectSame(got: StateDict, wanted: StateDict): void {
  expect([...got.keys()].sort()).toEqual([...wanted.keys()].sort());
  for (const [key, tensor] of wanted) {
    const [a, b] = [got.get(key)?.read(), tensor.read()];
    expect(a?.shape, key).toEqual(b.shape);
    expect(Buffer.compare(a?.data ?? new Uint8Array(0), b.data), key).toBe(0);
  }
}
