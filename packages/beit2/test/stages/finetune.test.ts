/** Protects: fine-tuning from any weights, its resumption to the bit, the best checkpoint, and its error messages. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as torch from '@beit2/torch';
import { fromRaw } from '@beit2/torch';
import { UserError } from '#beit2/errors.js';
import { openSafetensors, writeSafetensors } from '#beit2/formats/safetensors.js';
import { openModel } from '#beit2/open/open-model.js';
import { VisionTransformer } from '#beit2/model/vision-transformer.js';
import { classifierStart, startFrom } from '#beit2/stages/start.js';
import { findCheckpoint } from '#beit2/train/run/checkpoint.js';
import { Interrupted } from '#beit2/train/run/interrupt.js';
import { readMetrics } from '#beit2/train/run/metrics.js';
import { makePictures, numbersOf, tinyRecipe, train } from './tiny.js';

let folder = '';
let pictures = '';
let pretrained = '';
const quiet = () => undefined;
const golden = new URL('../fixtures/golden/', import.meta.url).pathname;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-finetune-'));
  pictures = join(folder, 'pictures');
  await makePictures(pictures);
  pretrained = join(folder, 'pretrained');
  const target = 'target={ kind: pixels, normalize: true }';
  await train(
    tinyRecipe('pretrain', 'demo-pretrain', [`data.train=${pictures}`, target, 'duration.steps=2']),
    pretrained,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function recipe(...overrides: string[]) {
  const own = [`data.train=${pictures}`, `data.val=${pictures}`, 'mixing.probability=0.8'];
  return tinyRecipe('finetune', 'finetune', [...own, ...overrides]);
}

/** Bytes of all tensors of a run's last checkpoint. */
function weights(run: string, parts = ['model', 'optimizer', 'ema']): Map<string, string> {
  const checkpoint = findCheckpoint(run, quiet);
  return new Map(
    parts.flatMap((part) =>
      [...checkpoint.read(part)].map(([name, tensor]): [string, string] => [
        `${part} ${name}`,
        Buffer.from(tensor.read().data).toString('base64'),
      ]),
    ),
  );
}

async function failure(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

/** The weights in a golden case as a file of its own. */
function goldenFile(name: string): string {
  const { tensors } = openSafetensors(join(golden, `${name}.safetensors`));
  const own = [...tensors].filter(([key]) => key.startsWith('weights.'));
  mkdirSync(join(folder, name), { recursive: true });
  const path = join(folder, name, 'model.safetensors');
  writeSafetensors(path, new Map(own.map(([key, tensor]) => [key.slice(8), tensor])));
  const { hf_config: config } = JSON.parse(readFileSync(join(golden, `${name}.json`), 'utf8')) as {
    hf_config?: object;
  };
  if (config) writeFileSync(join(folder, name, 'config.json'), JSON.stringify(config));
  return path;
}

test('a run stopped in the middle of an epoch ends with the same bits, averages and augmentation included', async () => {
  const one = recipe(
    'duration.steps=8',
    'model.dropPath=0.3',
    'optimizer.accumulate=2',
    'optimizer.clipGrad=1',
    'emaDecay=0.5',
    'data.randomErasing.probability=0.6',
    'checkpoint.every.steps=4',
    'evaluate.every.steps=3',
  );
  const [whole, stopped] = [join(folder, 'whole'), join(folder, 'stopped')];
  await train(one, whole);
  const timer = setInterval(() => {
    const lines = readMetrics(join(stopped, 'metrics.jsonl')).filter(({ loss }) => loss !== undefined);
    if (lines.length >= 4) {
      clearInterval(timer);
      process.emit('SIGINT', 'SIGINT');
    }
  }, 1);
  expect(await failure(train(one, stopped))).toBeInstanceOf(Interrupted);
  const { step } = findCheckpoint(stopped, quiet).state;
  expect(step).toBeGreaterThanOrEqual(4);
  expect(step).toBeLessThan(8);
  await train(one, stopped, true);
  expect(weights(stopped)).toEqual(weights(whole));
  expect(weights(`${stopped}/best`, ['model'])).toEqual(weights(`${whole}/best`, ['model']));
  expect(numbersOf(stopped)).toEqual(numbersOf(whole));
  expect(numbersOf(whole).filter((record) => 'valAccuracy' in record)).toHaveLength(3);
});

test('a few epochs tell the stripes apart, and best/ holds what the log says, with names of the classes', async () => {
  const run = join(folder, 'stripes');
  await train(
    recipe(
      'duration.steps=80',
      'evaluate.every.steps=20',
      'optimizer.lr=0.01',
      'model.headInitScale=1',
      'model.position=absolute',
      'optimizer.layerDecay=1',
      'model.layerScale=0',
      'data.randAugment=null',
      'data.randomErasing=null',
      'data.cropScale=[0.6, 1]',
      'data.flip=0',
      'mixing.probability=0',
    ),
    run,
  );
  const records = readMetrics(join(run, 'metrics.jsonl'));
  const accuracies = records.flatMap(({ valAccuracy }) =>
    typeof valAccuracy === 'number' ? [valAccuracy] : [],
  );
  expect(accuracies).toHaveLength(4);
  expect(Math.max(...accuracies)).toBeGreaterThan(0.75); // chance is 0.5
  const { values } = findCheckpoint(join(run, 'best'), quiet).state;
  expect(values.best).toMatchObject({ accuracy: Math.max(...accuracies), weights: 'model' });
  const { card, model } = await openModel(join(run, 'best'), { part: 'classifier', say: quiet });
  expect(card.classes).toEqual(['across', 'down']);
  expect(card.dim).toBe(16);
  expect(model.training).toBe(false);
});

describe('what it starts from', () => {
  const start = async (path: string, classes: string[], overrides: string[] = []) => {
    const own = recipe(...overrides);
    const { normEps, ...sizes } = own.model;
    const model = new VisionTransformer({
      imageSize: own.data.imageSize,
      ...sizes,
      eps: normEps,
      classes: classes.length,
    });
    const said: string[] = [];
    const start = { ...own, init: path };
    await startFrom(model, start, classifierStart(classes), (sentence) => said.push(sentence));
    return { model, said: said.join('\n') };
  };

  test('a pretraining run: each block gets the shared table, the heads of pretraining go', async () => {
    const { model, said } = await start(pretrained, ['across', 'down']);
    const { tensors } = openSafetensors(join(findCheckpoint(pretrained, quiet).path, 'model.safetensors'));
    const table = tensors.get('rel_pos_bias.relative_position_bias_table');
    const own = model.stateDict().get('blocks.1.attn.relative_position_bias_table');
    expect(own?.tolist()).toEqual(table && fromRaw(table).tolist());
    expect(said).toContain('expanded rel_pos_bias.relative_position_bias_table →');
    expect(said).toMatch(/dropped .*mask_token.*used in pretraining only/);
    expect(said).toContain('fresh fc_norm.weight, fc_norm.bias, head.weight, head.bias');
  });

  test('a pretraining run at another resolution: the tables are resized', async () => {
    const { said } = await start(pretrained, ['across', 'down'], ['data.imageSize=24']);
    expect(said).toContain('4 × 4 → 6 × 6 patches, geometric');
  });

  test('a classifier of other classes: its head goes, and that is said', async () => {
    const sizes = [
      'model.dim=24',
      'model.depth=3',
      'model.heads=3',
      'model.patchSize=8',
      'data.imageSize=32',
    ];
    const { said } = await start(goldenFile('timm-beitv2'), ['across', 'down'], sizes);
    expect(said).toContain('dropped head.weight: it has shape [10, 24], the model [2, 24]');
    expect(said).toContain('fresh head.weight, head.bias');
  });

  test('a model of other sizes is refused with what to set', async () => {
    const error = await failure(start(goldenFile('timm-beitv2'), ['a', 'b']));
    expect(error).toBeInstanceOf(UserError);
    expect(error.message).toMatch(
      /holds a different model from the recipe's: add model\.patchSize=8 model\.dim=24 model\.depth=3 model\.heads=3 \(not 4, 16, 2, 2\)\.$/,
    );
  });

  test('a tokenizer or nothing at all', async () => {
    const path = join(golden, 'checkpoint-vqkd.pth');
    expect((await failure(start(path, ['a']))).message).toBe(
      `${path} holds VQ-KD tokenizer (official key names), not an encoder.`,
    );
    const missing = join(folder, 'none');
    expect((await failure(start(missing, ['a']))).message).toContain(missing);
  });
});

test.each(['timm-beitv2', 'hf-beit'])(
  'openModel reads %s: sizes from the weights, logits of the library',
  async (name) => {
    const { model, card } = await openModel(goldenFile(name), { part: 'classifier', say: quiet });
    const { tensors } = openSafetensors(join(golden, `${name}.safetensors`));
    const error = torch.scope(() => {
      const tensor = (key: string) => {
        const found = tensors.get(key);
        if (!found) throw new Error(key);
        return fromRaw(found);
      };
      const want = tensor('out.logits');
      return model.forward(tensor('in.images')).sub(want).abs().max().item() / want.abs().max().item();
    });
    expect(error).toBeLessThan(1e-5);
    expect(card).toMatchObject({ dim: 24, depth: 3, heads: 3, patchSize: 8, image: { size: 32 } });
    expect(model.config).toMatchObject({ meanPooling: true, classes: 10 });
  },
);

describe('wrong inputs', () => {
  test('images without class folders', async () => {
    const flat = join(pictures, 'down');
    const error = await failure(train(recipe(`data.train=${flat}`, 'data.val=null'), join(folder, 'flat')));
    expect(error.message).toBe('The training images have no labels: put them into one folder per class.');
  });

  test('other classes in validation', async () => {
    const other = join(folder, 'other');
    await makePictures(join(other, 'x'));
    mkdirSync(join(other, 'val'), { recursive: true });
    const { renameSync } = await import('node:fs');
    renameSync(join(other, 'x', 'across'), join(other, 'x', 'aslant'));
    const error = await failure(train(recipe(`data.val=${join(other, 'x')}`), join(folder, 'classes')));
    expect(error.message).toBe(
      'The validation images have the class aslant that the training images do not have, and lack the class across.',
    );
  });

  test('a classifier without a head', async () => {
    const error = await failure(openModel(pretrained, { part: 'classifier', say: quiet }));
    expect(error.message).toBe(
      `${pretrained} holds BEiT v2, pretrained (official key names), not a classifier.`,
    );
  });

  test('nothing is left behind by a start that fails', () => {
    expect(existsSync(join(folder, 'classes', 'checkpoints'))).toBe(false);
  });
});
