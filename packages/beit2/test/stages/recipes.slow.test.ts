import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInRecipes } from '#beit2/config/built-in.js';
import { loadRecipe } from '#beit2/config/recipe.js';
import { readMetrics } from '#beit2/train/run/metrics.js';
import { makePictures, tinyRecipe, train } from './tiny.js';

let folder = '';
let data: string[] = [];
const at = (name: string) => join(folder, name);
const teacher = () => `teacher={ kind: beit2, path: ${at('teacher-run')}, imageSize: 16 }`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-recipes-'));
  await makePictures(at('pictures'));
  data = [`data.train=${at('pictures')}`, 'data.val=null', 'duration.steps=2', 'precision=float32'];
  await train(tinyRecipe('pretrain', 'demo-teacher', data), at('teacher-run'));
  await train(tinyRecipe('tokenizer', 'demo-tokenizer', [...data, teacher()]), at('tokenizer-run'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('every recipe, shrunk, trains for two steps', () => {
  test.each(builtInRecipes())('%s', async (name) => {
    const full = loadRecipe(name);
    if (full.stage === 'tokenizer') {
      await train(tinyRecipe('tokenizer', name, [...data, teacher()]), at(name));
    } else if (full.stage === 'finetune') {
      await train(tinyRecipe('finetune', name, [...data, 'init=null']), at(name));
    } else {
      const target =
        full.target.kind === 'tokenizer' ? [`target.path=${at('tokenizer-run')}`, 'target.imageSize=16'] : [];
      await train(tinyRecipe('pretrain', name, [...data, ...target]), at(name));
    }
    const losses = readMetrics(join(at(name), 'metrics.jsonl')).filter(
      ({ loss }) => typeof loss === 'number',
    );
    expect(losses.map(({ step }) => step)).toEqual([1, 2]);
  });
});
