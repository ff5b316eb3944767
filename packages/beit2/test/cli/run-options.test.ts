import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { progressMode, resolveRun } from '#beit2/cli/options/run-options.js';
import { recipeToYaml } from '#beit2/config/recipe.js';

test('a named recipe runs in runs/NAME unless --run names a folder', () => {
  const { recipe, folder } = resolveRun('pretrain', 'cifar10-pretrain', ['optimizer.lr=0.5'], {});
  expect(recipe.optimizer.lr).toBe(0.5);
  expect(folder).toBe(join('runs', 'cifar10-pretrain'));
  expect(resolveRun('pretrain', 'cifar10-pretrain', ['name=mine'], {}).folder).toBe(join('runs', 'mine'));
  expect(resolveRun('pretrain', 'cifar10-pretrain', [], { run: 'there' }).folder).toBe('there');
});

test('a resumed run takes the recipe it was started with, and overrides on top', () => {
  const run = mkdtempSync(join(tmpdir(), 'beit2-run-'));
  const { recipe: started } = resolveRun('pretrain', 'cifar10-pretrain', ['seed=5'], {});
  writeFileSync(join(run, 'recipe.yaml'), recipeToYaml(started));
  expect(resolveRun('pretrain', undefined, [], { run, resume: true })).toEqual({
    recipe: started,
    folder: run,
  });
  const { recipe } = resolveRun('pretrain', 'data.workers=1', ['log.every=3'], { run, resume: true });
  expect(recipe).toEqual({
    ...started,
    data: { ...started.data, workers: 1 },
    log: { ...started.log, every: 3 },
  });
  expect(() => resolveRun('tokenizer', undefined, [], { run, resume: true })).toThrow(
    `${run} is a recipe of the stage pretrain, but tokenizer is needed here.`,
  );
  rmSync(run, { recursive: true });
});

test('a missing recipe is an error that lists those of the stage', () => {
  expect(() => resolveRun('tokenizer', undefined, [], {})).toThrow(
    'Name a recipe: cifar10-tokenizer, demo-tokenizer, tokenizer, tokenizer-base-clip, tokenizer-base-clip-3x, ' +
      'tokenizer-base-dino, or the path of a .yaml file.',
  );
  expect(() => resolveRun('tokenizer', 'seed=1', [], { resume: true })).toThrow(
    'Name the run to resume: --run FOLDER --resume.',
  );
  expect(() => resolveRun('tokenizer', undefined, [], { run: '/nowhere', resume: true })).toThrow(
    'There is no recipe to resume with: /nowhere/recipe.yaml cannot be read.',
  );
});

test('progress is JSON or quiet when asked for', () => {
  expect(progressMode({ json: true, quiet: true })).toBe('json');
  expect(progressMode({ quiet: true })).toBe('quiet');
});
