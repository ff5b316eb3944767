/** Protects: a run's recipe is found although recipe.yaml is damaged, missing, or of a version that knew fewer keys. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadRecipe, recipeToYaml } from '#beit2/config/recipe.js';
import { writeSafetensors } from '#beit2/formats/safetensors.js';
import { readRunRecipe } from '#beit2/train/run/run-recipe.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-recipe-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const recipe = loadRecipe('demo-tokenizer', ['optimizer.lr=0.0123', 'duration.steps=7', 'data.cache=12']);
const yaml = recipeToYaml(recipe);
const saveYaml = (text: string) => writeFileSync(join(folder, 'recipe.yaml'), text);

function saveCheckpoint(step: string, text = yaml): void {
  const path = join(folder, 'checkpoints', step);
  mkdirSync(path, { recursive: true });
  writeSafetensors(join(path, 'model.safetensors'), new Map(), { recipe: text });
}

test('a whole recipe.yaml is taken, with overrides', () => {
  saveYaml(yaml);
  expect(readRunRecipe(folder)).toEqual({ recipe, problem: null });
  expect(readRunRecipe(folder, ['log.every=3']).recipe.log.every).toBe(3);
});

test.each([
  ['cut short', yaml.slice(0, yaml.length / 2), 'is damaged'],
  ['filled with NUL', '\0'.repeat(500), 'is damaged'],
  ['missing', null, 'is missing'],
])('%s: the newest checkpoint has it', (_, text, damage) => {
  if (text !== null) saveYaml(text);
  saveCheckpoint('step-00000004', recipeToYaml(loadRecipe('demo-tokenizer')));
  saveCheckpoint('step-00000008');
  mkdirSync(join(folder, 'checkpoints', 'step-00000012')); // without weights
  expect(readRunRecipe(folder)).toEqual({
    recipe,
    problem: `${join(folder, 'recipe.yaml')} ${damage}: using the recipe of the newest checkpoint instead.`,
  });
});

test('a key that an older version did not know takes its default, and that is told', () => {
  const older = yaml.replace(/^ {2}cache: .*\n/m, '');
  expect(older).not.toBe(yaml);
  saveYaml(older);
  saveCheckpoint('step-00000004', older);
  const { recipe: read, problem } = readRunRecipe(folder);
  expect(read).toEqual({ ...recipe, data: { ...recipe.data, cache: loadRecipe('tokenizer').data.cache } });
  expect(problem).toBe(`${join(folder, 'recipe.yaml')} lacks data.cache; using the current defaults.`);
});

test('with neither there is one sentence', () => {
  expect(() => readRunRecipe(folder)).toThrow(
    `There is no recipe to resume with: ${join(folder, 'recipe.yaml')} cannot be read.`,
  );
});
