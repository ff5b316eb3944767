/** Protects: pretraining and tokenizers start from weights of any reference, and it is said what became of each key. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as torch from '@beit2/torch';
import { toRaw } from '@beit2/torch';
import type { Stage, StageRecipes } from '#beit2/config/schema.js';
import { UserError } from '#beit2/errors.js';
import { writeSafetensors } from '#beit2/formats/safetensors.js';
import { maskedImageModel, vqkdConfig } from '#beit2/open/networks.js';
import { pretrainStart, startFrom, tokenizerStart } from '#beit2/stages/start.js';
import { DinoTransformer } from '#beit2/tokenizer/teachers/dino.js';
import { VQKD } from '#beit2/tokenizer/vqkd.js';
import { findCheckpoint } from '#beit2/train/run/checkpoint.js';
import { readMetrics } from '#beit2/train/run/metrics.js';
import { makePictures, tinyRecipe, train } from './tiny.js';

const folder = mkdtempSync(join(tmpdir(), 'beit2-start-'));
const pictures = join(folder, 'pictures');
const [pretrained, tokenizer, classifier] = ['pretrained', 'tokenizer', 'classifier'].map((name) =>
  join(folder, name),
) as [string, string, string];
const exact = [`data.train=${pictures}`, 'precision=float32', 'duration.steps=2'];
const pixels = 'target={ kind: pixels, normalize: true }';
const taught = `teacher={ kind: beit2, path: ${pretrained}, imageSize: 16 }`;

const pretrainRecipe = (...overrides: string[]) =>
  tinyRecipe('pretrain', 'demo-pretrain', [...exact, pixels, ...overrides]);
const tokenizerRecipe = (...overrides: string[]) =>
  tinyRecipe('tokenizer', 'demo-tokenizer', [...exact, taught, ...overrides]);

beforeAll(async () => {
  await makePictures(pictures);
  await train(pretrainRecipe(), pretrained);
  await train(tokenizerRecipe(), tokenizer);
  await train(tinyRecipe('finetune', 'finetune', [...exact, `init=${pretrained}`]), classifier);
});
afterAll(() => rmSync(folder, { recursive: true }));

type Model = ReturnType<typeof maskedImageModel> | VQKD;

async function start(model: Model, recipe: StageRecipes[Stage]) {
  const said: string[] = [];
  const kind = recipe.stage === 'tokenizer' ? tokenizerStart(recipe.quantizer) : pretrainStart;
  const report = await startFrom(model, recipe, kind, (sentence) => said.push(sentence));
  return { report, said: said.join('\n') };
}

/** Keys whose values are those of a run's last checkpoint. */
function sameKeys(model: Model, run: string): { same: string[]; other: string[] } {
  const saved = findCheckpoint(run, () => undefined).read('model');
  const keys = [...model.stateDict()].filter(([key]) => !key.endsWith('relative_position_index'));
  const isSame = ([key, tensor]: (typeof keys)[number]) => {
    const bytes = saved.get(key)?.read().data;
    return bytes !== undefined && Buffer.from(tensor.toTypedArray().buffer).equals(Buffer.from(bytes));
  };
  const [same, other] = [true, false].map((value) => keys.filter((entry) => isSame(entry) === value));
  return { same: (same ?? []).map(([key]) => key), other: (other ?? []).map(([key]) => key) };
}

describe('pretraining', () => {
  const of = (recipe: StageRecipes['pretrain'], outputs = 48) => maskedImageModel(recipe, outputs);

  test('of a pretrained run: every weight, heads and aggregation included', async () => {
    const recipe = pretrainRecipe(`init=${pretrained}`);
    const model = of(recipe);
    const { report, said } = await start(model, recipe);
    expect(report?.fresh).toEqual([]);
    expect(sameKeys(model, pretrained).other).toEqual([]);
    expect(said).toMatch(/^Weights from .*pretrained \(.*\):\n {2}kept/);
  });

  test('to predict something else: its heads begin anew, and that is said', async () => {
    const recipe = pretrainRecipe(`init=${pretrained}`);
    const model = of(recipe, 10);
    const { report, said } = await start(model, recipe);
    expect(report?.fresh).toEqual(expect.arrayContaining(['lm_head.weight', 'lm_head.bias']));
    expect(said).toContain('it has shape [48, 16], the model [10, 16]');
    expect(sameKeys(model, pretrained).other.every((key) => key.includes('lm_head'))).toBe(true);
  });

  test('at another resolution: the positions are resized', async () => {
    const recipe = pretrainRecipe(`init=${pretrained}`, 'data.imageSize=24');
    expect((await start(of(recipe), recipe)).said).toContain('4 × 4 → 6 × 6 patches');
  });

  test('of a classifier: its blocks; what pretraining alone has begins anew', async () => {
    const recipe = pretrainRecipe(`init=${classifier}`, 'model.position=per-block');
    const { report, said } = await start(of(recipe), recipe);
    expect(report?.fresh).toEqual(expect.arrayContaining(['mask_token', 'norm.weight', 'lm_head.weight']));
    expect(report?.fresh.some((key) => key.startsWith('blocks.'))).toBe(false);
    expect(said).toMatch(/dropped .*head\.weight/);
  });

  test('of layer norms with another epsilon, which pretraining cannot keep: that is said', async () => {
    const run = join(folder, 'epsilon');
    await train(tinyRecipe('finetune', 'finetune', [...exact, 'init=null', 'model.normEps=1e-3']), run);
    const recipe = pretrainRecipe(`init=${run}`, 'model.position=per-block');
    expect((await start(of(recipe), recipe)).said).toContain(
      'dropped the epsilon of its layer norms: it is 1e-3, but 1e-6 here',
    );
  });

  test('is refused of another model, with the values that fit, and of a tokenizer', async () => {
    const other = pretrainRecipe(`init=${pretrained}`, 'model.dim=32');
    await expect(start(of(other), other)).rejects.toThrow(
      new UserError(`${pretrained} holds a different model from the recipe's: add model.dim=16 (not 32).`),
    );
    const wrong = pretrainRecipe(`init=${tokenizer}`);
    await expect(start(of(wrong), wrong)).rejects.toThrow(/holds .*tokenizer.*, not an encoder\.$/);
  });

  test('a run goes on where the weights were: its first loss is near the last, and a resumed one ignores init', async () => {
    const losses = (run: string) =>
      readMetrics(join(run, 'metrics.jsonl')).flatMap(({ loss }) => (typeof loss === 'number' ? [loss] : []));
    const first = join(folder, 'first');
    const second = join(folder, 'second');
    await train(pretrainRecipe('duration.steps=30', 'optimizer.lr=3e-3'), first);
    await train(pretrainRecipe(`init=${first}`), second);
    expect(losses(second)[0]).toBeLessThan(0.95 * Number(losses(first)[0]));
    await train(pretrainRecipe('init=nowhere'), second, true);
  });
});

describe('a tokenizer', () => {
  const of = (recipe: StageRecipes['tokenizer'], dim = 16) => new VQKD(vqkdConfig(recipe, dim));

  test('of a tokenizer: every weight; k-means leaves its codebook', async () => {
    const recipe = tokenizerRecipe(`init=${tokenizer}`);
    const model = of(recipe);
    const { report } = await start(model, recipe);
    expect(report?.fresh).toEqual([]);
    expect(sameKeys(model, tokenizer).other).toEqual([]);
    const run = join(folder, 'from-tokenizer');
    await train(tokenizerRecipe(`init=${tokenizer}`, 'duration.steps=1', 'quantizer.decay=1'), run);
    const codebook = (path: string) => {
      const saved = findCheckpoint(path, () => undefined)
        .read('model')
        .get('quantize.embedding.weight');
      return saved ? Array.from(new Float32Array(new Uint8Array(saved.read().data).buffer)) : [];
    };
    const before = codebook(tokenizer);
    expect(before).toHaveLength(32);
    for (const [i, value] of codebook(run).entries()) expect(value).toBeCloseTo(before[i] ?? NaN, 6);
  });

  test('with another codebook: it is found anew, its old counters with it', async () => {
    const recipe = tokenizerRecipe(`init=${tokenizer}`, 'quantizer.codes=6');
    const model = of(recipe);
    const { report, said } = await start(model, recipe);
    expect(said).toContain(
      "dropped quantize.*: its codebook has 8 codes of size 4, the recipe's 6 of size 4",
    );
    expect(report?.fresh).toEqual(
      expect.arrayContaining(['quantize.embedding.weight', 'quantize.embedding.initted']),
    );
    expect(model.quantize.embedding.initted.item()).toBe(0);
  });

  test('for another teacher: the end of its decoder begins anew', async () => {
    const recipe = tokenizerRecipe(`init=${tokenizer}`);
    const { report } = await start(of(recipe, 12), recipe);
    expect(report?.fresh).toEqual(['decode_task_layer.2.weight', 'decode_task_layer.2.bias']);
  });

  test('of a plain vision transformer, such as DINO: its encoder gives the same tokens, the rest begins anew', async () => {
    const dino = new DinoTransformer({ imageSize: 16, patchSize: 4, dim: 64, depth: 2, heads: 1 });
    torch.noGrad(() =>
      dino.parameters().forEach((parameter) => parameter.add_(torch.randnLike(parameter), { alpha: 0.1 })),
    );
    const file = join(folder, 'dino.safetensors');
    writeSafetensors(file, new Map([...dino.stateDict()].map(([key, tensor]) => [key, toRaw(tensor)])));
    const recipe = tokenizerRecipe(`init=${file}`, 'model.dim=64', 'model.heads=1');
    const model = of(recipe);
    const { report, said } = await start(model, recipe);
    expect(report?.fresh.filter((key) => key.startsWith('encoder.'))).toEqual([]);
    expect(report?.fresh).toEqual(
      expect.arrayContaining(['quantize.embedding.weight', 'encode_task_layer.0.weight']),
    );
    expect(said).toContain('split 2 tensors');
    const images = torch.rand([2, 3, 16, 16]);
    const [got, want] = torch.noGrad(() => [
      model.eval().encoder.patchTokens(images),
      dino.eval().forward(images),
    ]);
    expect(torch.allclose(got, want, { atol: 1e-5 })).toBe(true);
  });

  test('is refused of a network that a tokenizer has not, with what to start from', async () => {
    const recipe = tokenizerRecipe(`init=${pretrained}`);
    await expect(start(of(recipe), recipe)).rejects.toThrow(
      /with relative positions and layer scale, which a tokenizer's encoder does not have: start from a tokenizer or a plain/,
    );
  });
});
