/** Protects: every command that takes a model takes it in every form, and the same weights give the same figures in all. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTeacher } from '#beit2/open/open-teacher.js';
import { classifierStart, startFrom } from '#beit2/stages/start.js';
import { openTarget } from '#beit2/stages/targets.js';
import { readCheckpoint } from '#beit2/formats/checkpoint.js';
import { writeSafetensors } from '#beit2/formats/safetensors.js';
import { classifierModel } from '#beit2/open/networks.js';
import { tinyRecipe } from '../stages/tiny.js';
import {
  beit2,
  cpu,
  folder,
  makeModels,
  one,
  pictures,
  quiet,
  references,
  removeModels,
  type Kind,
} from './models.js';
beforeAll(makeModels);
afterAll(removeModels);

/** Results of an action for each form of a model; all of them must be the first one's. */
async function sameForAll(
  kind: Kind,
  act: (reference: string, form: string) => Promise<unknown>,
): Promise<void> {
  const results: Record<string, unknown> = {};
  for (const [form, reference] of Object.entries(references[kind])) {
    try {
      results[form] = await act(reference, form);
    } catch (error) {
      results[form] = (error as Error).message;
    }
  }
  const forms = Object.keys(results);
  expect(forms.length).toBe(kind === 'tokenizer' ? 8 : 10);
  expect(results).toEqual(Object.fromEntries(forms.map((form) => [form, results.run])));
  expect(typeof results.run).not.toBe('string');
}

/** Numbers to four places: an exported file is run by ONNX Runtime, whose sums are made in another order. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, one: unknown) =>
    typeof one === 'number' ? Math.round(1e4 * one) / 1e4 : one,
  );

describe('a classifier', () => {
  test('predict', () =>
    sameForAll('classifier', async (model) => {
      const text = await beit2('predict', model, one(), '--json', ...cpu);
      return rounded(JSON.parse(text));
    }));

  test('eval classify: figures to the last digit', () =>
    sameForAll('classifier', async (model) => {
      const args = ['eval', 'classify', model, '--data', pictures, '--json', ...cpu];
      return JSON.parse(await beit2(...args)) as unknown;
    }));

  test('eval classify after conversions there and back: figures to the last digit', async () => {
    const figures = async (model: string): Promise<string> =>
      beit2('eval', 'classify', model, '--data', pictures, '--json', ...cpu);
    const want = await figures(references.classifier.run ?? '');
    let last = references.classifier.run ?? '';
    const chain = [
      ...(['official', 'huggingface', 'timm', 'safetensors'] as const),
      ...(['huggingface', 'official', 'safetensors', 'timm', 'official'] as const),
    ];
    for (const [i, to] of chain.entries()) {
      const ending = { official: '.pth', huggingface: '', timm: '', safetensors: '.safetensors' }[to];
      const next = join(folder, `chain-${i}${ending}`);
      await beit2('convert', last, next, '--to', to);
      expect(await figures(next), `${i}: ${to}`).toBe(want);
      last = next;
    }
  });

  test('attention', () =>
    sameForAll('classifier', async (model) => {
      const args = ['attention', model, one(), '-o', join(folder, 'map'), '--json', ...cpu];
      return JSON.parse(await beit2(...args)) as unknown;
    }));

  test('export', () =>
    sameForAll('classifier', async (model) => {
      const text = await beit2('export', model, '-o', join(folder, 'out.onnx'), '--json');
      const { metadata } = JSON.parse(text) as { metadata: Record<string, string> };
      const { classes, mean, std, resize_to: resize } = metadata;
      return { classes, mean, std, resize };
    }));
});

describe('an encoder, of a pretrained model and of a classifier', () => {
  for (const kind of ['pretrained', 'classifier'] as const) {
    for (const probe of ['knn', 'linear']) {
      test(`eval ${probe} of a ${kind} model`, () =>
        sameForAll(kind, async (model) => {
          const args = [model, '--train', pictures, '--test', pictures, '--json', '--threads', '1', ...cpu];
          return JSON.parse(await beit2('eval', probe, ...args)) as unknown;
        }));
    }

    test(`embed with a ${kind} model`, () =>
      sameForAll(kind, async (model, form) => {
        const file = join(folder, `${form}.jsonl`);
        await beit2('embed', model, one(), '-o', file, ...cpu);
        return rounded(JSON.parse(readFileSync(file, 'utf8')));
      }));

    test(`inspect and convert a ${kind} model`, () =>
      sameForAll(kind, async (model, form) => {
        const { card } = JSON.parse(await beit2('inspect', model, '--json')) as { card: object };
        await beit2('convert', model, join(folder, `${form}-again.pth`), '--to', 'official');
        return { ...card, earlyLayer: null, origin: null };
      }));

    test(`the start of a fine-tuning from a ${kind} model`, () =>
      sameForAll(kind, async (model) => {
        const recipe = tinyRecipe(
          'finetune',
          'finetune',
          kind === 'classifier' ? ['model.normEps=1e-5'] : [],
        );
        const network = classifierModel(recipe, 2);
        await startFrom(network, { ...recipe, init: model }, classifierStart(['across', 'down']), quiet);
        return network.blocks[0]?.attn.qkv.weight.sum().item();
      }));

    test(`a ${kind} model as the teacher`, () =>
      sameForAll(kind, async (path) => {
        const { grid, dim } = await openTeacher({ kind: 'beit2', path, imageSize: 16 }, 'cpu', quiet);
        return { grid, dim };
      }));
  }
});

describe('a tokenizer', () => {
  test('encode', () =>
    sameForAll('tokenizer', async (model, form) => {
      const file = join(folder, `${form}-codes.json`);
      await beit2('tokenizer', 'encode', model, one(), '-o', file, '--heads', '2');
      return JSON.parse(readFileSync(file, 'utf8')) as unknown;
    }));

  test('eval', () =>
    sameForAll('tokenizer', async (model) => {
      const teacher = ['--teacher', join(folder, 'pretrained')];
      return JSON.parse(await beit2('tokenizer', 'eval', model, pictures, '--json', ...teacher)) as unknown;
    }));

  test('gallery', () =>
    sameForAll('tokenizer', async (model) => {
      await beit2(
        'tokenizer',
        'gallery',
        model,
        pictures,
        '-o',
        join(folder, 'gallery.html'),
        '--limit',
        '2',
      );
      return true;
    }));

  test('the target of pretraining', () =>
    sameForAll('tokenizer', async (path) => {
      const recipe = tinyRecipe('pretrain', 'demo-pretrain', [`target.path=${path}`, 'target.imageSize=16']);
      return (await openTarget(recipe, 'cpu', quiet)).outputs;
    }));
});

test('the best weights of a run', async () => {
  const best = join(folder, 'classifier', 'best');
  expect(JSON.parse(await beit2('predict', best, one(), '--json', ...cpu))).toHaveProperty('image');
});

test('a part that is not there: one sentence everywhere', async () => {
  const dino = join(folder, 'dino.safetensors');
  const { tensors } = readCheckpoint(
    join(import.meta.dirname, '../fixtures/golden/teacher-dino.safetensors'),
  );
  const own = [...tensors].filter(([key]) => key.startsWith('weights.'));
  writeSafetensors(dino, new Map(own.map(([key, tensor]) => [key.slice('weights.'.length), tensor])));
  const code = references.tokenizer.official ?? '';
  const encoder = references.pretrained.hub ?? '';
  const titles: Record<string, string> = {
    [code]: 'VQ-KD tokenizer (official key names)',
    [encoder]: 'BEiT or BEiT v2, pretrained (key names of Hugging Face)',
    [dino]: 'plain vision transformer, such as DINO (official key names)',
  };
  const out = (name: string): string[] => ['-o', join(folder, name)];
  const sets = ['--train', pictures, '--test', pictures];
  const cases: [use: (model: string) => Promise<unknown>, noun: string, wrong: string[]][] = [
    [(model) => beit2('predict', model, one()), 'a classifier', [code, encoder, dino]],
    [(model) => beit2('eval', 'classify', model, '--data', pictures), 'a classifier', [code, encoder, dino]],
    [
      (model) => beit2('export', model, ...out('p.onnx'), '--part', 'classifier'),
      'a classifier',
      [code, encoder],
    ],
    [(model) => beit2('embed', model, one(), ...out('p.npy')), 'an encoder', [code, dino]],
    [(model) => beit2('eval', 'knn', model, ...sets), 'an encoder', [code, dino]],
    [(model) => beit2('eval', 'linear', model, ...sets), 'an encoder', [code, dino]],
    [(model) => beit2('export', model, ...out('p.onnx')), 'a tokenizer, encoder or classifier', [dino]],
    [(model) => beit2('attention', model, one(), ...out('p')), 'a tokenizer, encoder or classifier', [dino]],
    [(model) => beit2('tokenizer', 'encode', model, one(), ...out('p.json')), 'a tokenizer', [encoder, dino]],
    [(model) => beit2('tokenizer', 'eval', model, pictures), 'a tokenizer', [encoder, dino]],
    [
      (model) => beit2('tokenizer', 'gallery', model, pictures, ...out('p.html')),
      'a tokenizer',
      [encoder, dino],
    ],
    [
      (path) => openTarget(tinyRecipe('pretrain', 'demo-pretrain', [`target.path=${path}`]), 'cpu', quiet),
      'a tokenizer',
      [encoder, dino],
    ],
    [(path) => openTeacher({ kind: 'beit2', path, imageSize: 16 }, 'cpu', quiet), 'a teacher', [code]],
    [
      (path) => {
        const recipe = tinyRecipe('finetune', 'finetune', []);
        const start = classifierStart(['across', 'down']);
        return startFrom(classifierModel(recipe, 2), { ...recipe, init: path }, start, quiet);
      },
      'an encoder',
      [code, dino],
    ],
  ];
  for (const [use, noun, wrong] of cases) {
    for (const model of wrong)
      await expect(use(model), `${String(use)} ${model}`).rejects.toThrow(
        `${model} holds ${titles[model] ?? ''}, not ${noun}.`,
      );
  }
});
