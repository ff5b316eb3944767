/** Protects: inspect tells what a file is and what a load does; convert goes there and back without losing a bit. */
import { UserError } from '#beit2/errors.js';
import { readCheckpoint } from '#beit2/formats/checkpoint.js';
import { classNames } from '#beit2/model/weights/class-names.js';
import { readSafetensors, writeSafetensors } from '#beit2/formats/safetensors.js';
import { convertModel, type ConversionTarget } from '#beit2/open/convert-model.js';
import { inspectModel, type InspectOptions } from '#beit2/open/inspect-model.js';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RawTensor } from '@beit2/torch/safetensors';

const goldens = join(import.meta.dirname, '../fixtures/golden');
let folder: string;
const quiet = { say: () => undefined };
const convert = (from: string, into: string, to: ConversionTarget) => convertModel(from, into, to, quiet);
const inspect = (path: string, options: Partial<InspectOptions> = {}) =>
  inspectModel(path, { ...quiet, ...options });
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-convert-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The weights in a golden as a file of their own. */
function weightsOf(golden: string): string {
  const path = join(folder, golden, 'model.safetensors');
  mkdirSync(join(folder, golden), { recursive: true });
  writeSafetensors(path, weights(golden));
  return path;
}

function weights(golden: string): Map<string, RawTensor> {
  const { tensors } = readSafetensors(join(goldens, `${golden}.safetensors`));
  const own = [...tensors].filter(([key]) => key.startsWith('weights.'));
  return new Map(own.map(([key, tensor]) => [key.slice('weights.'.length), tensor]));
}

function expectHolds(path: string, wanted: Map<string, RawTensor>): void {
  const { tensors } = readCheckpoint(path);
  expect([...tensors.keys()].sort()).toEqual([...wanted.keys()].sort());
  for (const [key, tensor] of tensors) expect(tensor.read(), key).toEqual(wanted.get(key));
}

describe('convert', () => {
  test('Hugging Face to official to timm to Hugging Face, bit for bit', async () => {
    const source = weightsOf('hf-beit');
    const { hf_config: config } = JSON.parse(readFileSync(join(goldens, 'hf-beit.json'), 'utf8')) as {
      hf_config: unknown;
    };
    writeFileSync(join(folder, 'hf-beit', 'config.json'), JSON.stringify(config));
    const official = join(folder, 'official.pth');
    const { notes } = await convert(source, official, 'official');
    expect(notes).toContainEqual({
      key: 'layer_norm_eps',
      fate: 'dropped',
      why: 'it is 1e-12, but the official code always uses 1e-6; the card in the file keeps it for beit2',
    });
    expect(await inspect(official)).toMatchObject({
      format: 'torch zip',
      entry: 'model',
      title: 'BEiT or BEiT v2, classifier (official key names)',
      sizes: { dim: 24, depth: 3, heads: 3, patch: 8, grid: 4, hidden: 96, classes: 10 },
    });
    const timm = join(folder, 'timm.safetensors');
    await convert(official, timm, 'timm');
    expect([...readCheckpoint(timm).tensors.keys()].sort()).toEqual(
      [...weights('timm-beitv2').keys()].sort(),
    );
    const back = join(folder, 'back');
    expect((await convert(timm, back, 'huggingface')).files).toEqual([
      join(back, 'model.safetensors'),
      join(back, 'config.json'),
      join(back, 'preprocessor_config.json'),
    ]);
    expectHolds(back, weights('hf-beit'));
    expect(JSON.parse(readFileSync(join(back, 'config.json'), 'utf8'))).toMatchObject({
      architectures: ['BeitForImageClassification'],
      model_type: 'beit',
      hidden_size: 24,
      num_hidden_layers: 3,
      num_attention_heads: 3,
      intermediate_size: 96,
      image_size: 32,
      patch_size: 8,
      use_mean_pooling: true,
      use_relative_position_bias: true,
      use_shared_relative_position_bias: false,
      layer_scale_init_value: 0.1,
      layer_norm_eps: 1e-12, // through two kinds of files whose own code has another
      id2label: { '9': 'LABEL_9' },
    });
  });

  test('a config.json beside the source keeps its epsilon and heads', async () => {
    const source = join(folder, 'with-config');
    cpSync(join(folder, 'hf-beit'), source, { recursive: true });
    const target = join(folder, 'with-config-again');
    await convert(source, target, 'huggingface');
    expect(JSON.parse(readFileSync(join(target, 'config.json'), 'utf8'))).toMatchObject({
      layer_norm_eps: 1e-12,
    });
    expectHolds(target, weights('hf-beit'));
  });

  test('official classifier and pretrained models there and back', async () => {
    const finetuned = weightsOf('finetune-step');
    await convert(finetuned, join(folder, 'finetuned-hf'), 'huggingface');
    await convert(join(folder, 'finetuned-hf'), join(folder, 'finetuned.pth'), 'official');
    expectHolds(join(folder, 'finetuned.pth'), weights('finetune-step'));
  });

  test('names of classes go from one kind of file to the next, and back', async () => {
    const classes = ['ant', 'bee', 'cat', 'dög', ...Array.from({ length: 6 }, (_, i) => `"${i}"`)];
    const source = join(folder, 'named', 'model.safetensors');
    mkdirSync(join(folder, 'named'));
    writeSafetensors(source, weights('timm-beitv2'), { classes: JSON.stringify(classes) });
    const chain = [
      ['named.pth', 'official'],
      ['named-hf', 'huggingface'],
      ['named-timm.safetensors', 'timm'],
      ['named-kept.safetensors', 'safetensors'],
    ] as const;
    let last = source;
    for (const [name, to] of chain) {
      const next = join(folder, name);
      await convert(last, next, to);
      expect(classNames(readCheckpoint(next).meta, 10), name).toEqual(classes);
      last = next;
    }
    expect(readCheckpoint(join(folder, 'named.pth'))).toMatchObject({ entry: 'model', meta: { classes } });
    expectHolds(last, weights('timm-beitv2'));
  });

  test('lists of another length, and names that only number the classes, are none', () => {
    expect(classNames({ classes: ['a', 'b'] }, 3)).toBeNull();
    expect(classNames({ classes: 10 }, 10)).toBeNull();
    expect(classNames({ classes: 'ten' }, 10)).toBeNull();
    expect(classNames({ config: { id2label: { 1: 'LABEL_1', 0: 'LABEL_0' } } }, 2)).toBeNull();
    expect(classNames({ config: { id2label: { 1: 'b', 0: 'a' } } }, 2)).toEqual(['a', 'b']);
  });

  test('safetensors keeps every key, of a file that is no known model too', async () => {
    const source = join(goldens, 'checkpoint-mixed.pth');
    const target = join(folder, 'mixed.safetensors');
    const { source: description, notes } = await convert(source, target, 'safetensors');
    expect(description.title).toBe('no model known here');
    expect(new Set(notes.map(({ fate }) => fate))).toEqual(new Set(['kept']));
    const wanted = [...readCheckpoint(source).tensors].map(([key, tensor]) => [key, tensor.read()] as const);
    expectHolds(target, new Map(wanted));
    await expect(convert(target, join(folder, 'x.pth'), 'official')).rejects.toThrow(
      new UserError(
        `${target} holds no model known here: it can only be converted with --to safetensors, which keeps its keys.`,
      ),
    );
  });

  test('a key that the model does not have stops it', async () => {
    const path = join(folder, 'odd.safetensors');
    writeSafetensors(
      path,
      weights('hf-beit').set('beit.adapter.weight', { dtype: 'uint8', shape: [1], data: Uint8Array.of(1) }),
    );
    await expect(convert(path, join(folder, 'odd.pth'), 'official')).rejects.toThrow(
      new UserError(
        `${path} has keys that BEiT or BEiT v2, classifier (key names of Hugging Face) does not have: beit.adapter.weight.`,
      ),
    );
  });

  test('the ending of the output says what is written', async () => {
    await expect(convert('x', 'y.txt', 'official')).rejects.toThrow(
      new UserError(
        'The name y.txt does not tell which format to write: end it in .safetensors, .pth, .pt, .bin.',
      ),
    );
    await expect(convert('x', 'y.pth', 'safetensors')).rejects.toThrow(
      new UserError('The name y.pth does not tell which format to write: end it in .safetensors.'),
    );
    const file = join(folder, 'official.pth');
    await expect(convert('x', file, 'huggingface')).rejects.toThrow(
      new UserError(`${file} is a file, but the Hugging Face format is a folder: give another name.`),
    );
  });
});

describe('inspect', () => {
  test('a pretrained model, to be fine-tuned on larger pictures', async () => {
    const inspection = await inspect(join(goldens, 'checkpoint-mim.pth'), { imageSize: 48, classes: 7 });
    expect(inspection).toMatchObject({
      title: 'BEiT v2, pretrained (official key names)',
      format: 'torch zip',
      entry: 'model',
      problem: null,
      fresh: ['fc_norm.weight', 'fc_norm.bias', 'head.weight', 'head.bias'],
      sizes: { dim: 16, depth: 2, heads: 2, patch: 8, grid: 4, hidden: 32, codes: 32, aggregationDepth: 1 },
    });
    expect(Object.keys(inspection.meta)).toEqual(['optimizer', 'epoch', 'args', 'scaler']);
    expect(inspection.load.map(({ key }) => key)).toEqual(inspection.tensors.map(({ key }) => key));
    expect(inspection.load).toContainEqual({
      key: 'rel_pos_bias.relative_position_bias_table',
      fate: 'expanded',
      to: ['blocks.0.attn.relative_position_bias_table', 'blocks.1.attn.relative_position_bias_table'],
      why: 'each block has its own table; 4 × 4 → 6 × 6 patches, geometric',
    });
  });

  test('a tokenizer, its teacher dropped', async () => {
    const { title, sizes, load } = await inspect(join(goldens, 'checkpoint-vqkd.pth'));
    expect(title).toBe('VQ-KD tokenizer (official key names)');
    expect(sizes).toMatchObject({
      dim: 16,
      depth: 2,
      codes: 32,
      codeDim: 8,
      decoderDepth: 1,
      featureDim: 16,
    });
    const dropped = load.filter(({ fate }) => fate === 'dropped').map(({ key }) => key.replace(/[._].*/, ''));
    expect([...new Set(dropped)].sort()).toEqual(['scaling', 'teacher']);
  });

  test('a checkpoint of our own runs', async () => {
    const path = join(folder, 'run');
    mkdirSync(path);
    writeSafetensors(join(path, 'model.safetensors'), weights('mim-forward'));
    writeFileSync(
      join(path, 'state.json'),
      JSON.stringify({ format: 'beit2 checkpoint 1', step: 5, files: {} }),
    );
    const { title, meta } = await inspect(path);
    expect(title).toMatch(/, saved by a beit2 run$/);
    expect(meta).toMatchObject({ step: 5 });
  });

  test('what a fine-tuning could not load is a problem, not a failure', async () => {
    const path = join(folder, 'problem.safetensors');
    const extra: RawTensor = { dtype: 'uint8', shape: [1], data: Uint8Array.of(1) };
    writeSafetensors(path, weights('timm-beitv2').set('blocks.0.extra', extra));
    const { problem, load } = await inspect(path);
    expect(problem).toBe(`${path} does not fit the model: unexpected blocks.0.extra.`);
    expect(load).toContainEqual({ key: 'blocks.0.extra', fate: 'unknown' });
  });

  test('a size of pictures that the patches do not fill is a problem', async () => {
    const { problem } = await inspect(weightsOf('timm-beitv2'), { imageSize: 31 });
    expect(problem).toBe("Images of 31 pixels cannot be divided into the model's patches of 8.");
  });

  test('images that are not square, or not RGB, by shapes and by what stands beside', async () => {
    const folderOf = (
      name: string,
      change: (tensors: Map<string, RawTensor>) => void,
      config?: object,
    ): string => {
      const path = join(folder, name);
      mkdirSync(path);
      const tensors = weights('timm-beitv2');
      change(tensors);
      writeSafetensors(join(path, 'model.safetensors'), tensors);
      if (config) writeFileSync(join(path, 'config.json'), JSON.stringify(config));
      return path;
    };
    const kernel =
      (...shape: number[]) =>
      (tensors: Map<string, RawTensor>) => {
        const data = new Uint8Array(4 * shape.reduce((product, size) => product * size, 1));
        tensors.set('patch_embed.proj.weight', { dtype: 'float32', shape, data });
      };
    const none = (): void => undefined;
    const cases: [path: string, takes: string][] = [
      [folderOf('grey', kernel(24, 1, 8, 8)), 'images of 1 channel'],
      [folderOf('spectral', kernel(24, 6, 8, 8)), 'images of 6 channels'],
      [folderOf('wide-patch', kernel(24, 3, 8, 16)), 'patches of 8 x 16 pixels'],
      [
        folderOf('wide-timm', none, { architecture: 'x', model_args: { img_size: [16, 64] } }),
        'images of 16 x 64 pixels',
      ],
      [folderOf('wide-hf', none, { model_type: 'beit', image_size: [16, 64] }), 'images of 16 x 64 pixels'],
    ];
    for (const [path, takes] of cases) {
      const sentence = `${path} takes ${takes}; only square RGB images are supported.`;
      expect((await inspect(path)).card).toBeNull();
      await expect(convert(path, join(folder, 'never.pth'), 'official')).rejects.toThrow(
        new UserError(sentence),
      );
    }
  });

  test('a folder without a checkpoint', async () => {
    const path = join(folder, 'none');
    mkdirSync(path);
    await expect(inspect(path)).rejects.toThrow(
      `The folder ${path} holds no checkpoint: it has none of model.safetensors.index.json, model.safetensors,`,
    );
  });
});
