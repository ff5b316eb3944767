import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { builtInRecipes, defaultsOf, recipeHeader } from '#beit2/config/built-in.js';
import { explainRecipe } from '#beit2/config/explain-recipe.js';
import { loadRecipe, loadStageRecipe, readSavedRecipe, recipeToYaml } from '#beit2/config/recipe.js';
import { maskedCount, toSteps } from '#beit2/config/schema.js';
import { describeChanges, recipeChanges } from '#beit2/config/recipe-changes.js';
import { UserError } from '#beit2/errors.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-recipe-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function recipeFile(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The message of the UserError that `act` throws. */
function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

describe('built-in recipes', () => {
  test.each(builtInRecipes())(
    '%s loads, and its header says command, hardware, duration and figure',
    (name) => {
      expect(loadRecipe(name).name).toBe(name);
      if (['tokenizer', 'pretrain', 'finetune'].includes(name)) return; // the defaults, which are no runs
      for (const part of ['Command:', 'Hardware:', 'Duration:', 'Expected:'])
        expect(recipeHeader(name)).toContain(part);
    },
  );

  test.each(['tokenizer', 'pretrain', 'finetune'] as const)('every value of %s has a comment', (stage) => {
    const lines = readFileSync(defaultsOf(stage), 'utf8').split('\n');
    expect(lines.filter((line) => /^ *\w+: *[^ #]/.test(line) && !line.includes(' # '))).toEqual([]);
  });

  test('a printed recipe explains its own values, and reads as the recipe', () => {
    const recipe = loadRecipe('demo-pretrain', ['optimizer.lr=0.125', 'duration.steps=7']);
    const text = explainRecipe(recipe);
    expect(parse(text)).toEqual(recipe);
    expect(text).toContain('  lr: 0.125 # peak\n');
    expect(text).toContain('duration: { steps: 7 } # epochs or steps (optimizer steps)\n');
  });

  test("the demo's recipes name files of the package, wherever the command runs", () => {
    const { data, teacher } = loadStageRecipe('tokenizer', 'demo-tokenizer');
    for (const path of [data.train, data.val, teacher.path]) {
      if (typeof path !== 'string') throw new Error('the demo has one path each');
      expect(existsSync(path)).toBe(true);
    }
    const own = recipeFile('own.yaml', 'extends: demo-tokenizer\ndata: { val: package:x.tar }\n');
    expect(loadRecipe(own).data).toMatchObject({ train: data.train, val: 'package:x.tar' });
  });

  test('the paper runs hold the published values', () => {
    const base = loadStageRecipe('tokenizer', 'tokenizer-base-clip');
    expect(base.quantizer).toMatchObject({ codes: 8192, codeDim: 32, decay: 0.99 });
    expect(base.optimizer).toMatchObject({ lr: (5e-5 * 512) / 128, betas: [0.9, 0.99], weightDecay: 1e-4 });
    expect(loadStageRecipe('tokenizer', 'tokenizer-base-clip-3x').decoder.depth).toBe(3);
    expect(loadStageRecipe('tokenizer', 'tokenizer-base-dino').teacher).toEqual({
      kind: 'dino',
      path: null,
      imageSize: 224,
    });

    const large = loadStageRecipe('pretrain', 'pretrain-large-1600');
    expect(large.model).toMatchObject({ dim: 1024, depth: 24, heads: 16, layerScale: 1e-5, dropPath: 0.1 });
    expect(large.model.aggregation).toEqual({ earlyLayer: 21, layers: 2, sharedHead: true });
    expect(large.optimizer).toMatchObject({
      lr: 1.5e-3,
      betas: [0.9, 0.999],
      weightDecay: 0.05,
      clipGrad: 3,
    });
    expect(large.duration).toEqual({ epochs: 1600 });
    expect(loadStageRecipe('pretrain', 'pretrain-base-300').optimizer.betas).toEqual([0.9, 0.98]);
  });

  // epochs, warm-up, images a step, learning rate, layer decay, stochastic depth, mixup, CutMix
  test.each([
    ['finetune-base', [100, 20, 1024, 5e-4, 0.65, 0.1, 0.8, 1]],
    ['finetune-large', [50, 5, 1024, 5e-4, 0.8, 0.2, 0.8, 1]],
    ['finetune-base-21k', [90, 20, 4096, 6e-4, 0.75, 0.1, 0.8, 1]],
    ['finetune-large-21k', [90, 20, 4096, 6e-4, 0.75, 0.2, 0.8, 1]],
    ['finetune-base-after-21k', [30, 20, 1024, 5e-5, 0.75, 0.1, 0, 0]],
    ['finetune-large-after-21k', [20, 5, 1024, 7e-5, 0.8, 0.25, 0, 0]],
  ])('%s holds the published values', (name, values) => {
    const { duration, schedule, batchSize, optimizer, model, mixing } = loadStageRecipe('finetune', name);
    const epochs = (span: object) => ('epochs' in span ? span.epochs : null);
    expect([
      epochs(duration),
      epochs(schedule.warmup),
      batchSize,
      optimizer.lr,
      optimizer.layerDecay,
      model.dropPath,
      mixing.mixup,
      mixing.cutmix,
    ]).toEqual(values);
    expect(model).toMatchObject(name.includes('large') ? { dim: 1024, depth: 24 } : { dim: 768, depth: 12 });
  });
});

describe('overrides', () => {
  test('are typed by YAML and reach nested keys', () => {
    const recipe = loadStageRecipe('pretrain', 'cifar10-pretrain', [
      'optimizer.lr=1e-3',
      'data.cropScale=[0.5, 1]',
      'model.aggregation=null',
      'data.train=my images/2024: best',
      'log.tensorboard=false',
    ]);
    expect(recipe.optimizer.lr).toBe(0.001);
    expect(recipe.data.cropScale).toEqual([0.5, 1]);
    expect(recipe.model.aggregation).toBeNull();
    expect(recipe.data.train).toBe('my images/2024: best');
    expect(recipe.log.tensorboard).toBe(false);
  });

  test('steps take the place of epochs, and a section of another kind takes the place of the old one', () => {
    const recipe = loadStageRecipe('pretrain', 'cifar10-pretrain', [
      'duration.steps=7',
      'target.kind=pixels',
      'target.normalize=true',
    ]);
    expect(recipe.duration).toEqual({ steps: 7 });
    expect(recipe.target).toEqual({ kind: 'pixels', normalize: true });
  });

  test('without a key or a value is an error', () => {
    expect(messageOf(() => loadRecipe('pretrain', ['optimizer.lr']))).toBe(
      '"optimizer.lr" is not an override: write key=value, for example optimizer.lr=1e-3.',
    );
  });
});

describe('unknown keys', () => {
  test.each([
    ['optimizer.lrr', 'optimizer.lr'],
    ['lr', 'optimizer.lr'],
    ['model.patch_size', 'model.patchSize'],
    ['optimiser', 'optimizer'],
    ['data.worker', 'data.workers'],
  ])('%s is refused and names the nearest known key', (key, nearest) => {
    expect(messageOf(() => loadRecipe('pretrain', [`${key}=1`]))).toBe(
      `the command line: unknown key "${key}"; the nearest known one is "${nearest}".`,
    );
  });

  test('in a file are named with file and line', () => {
    const path = recipeFile(
      'typo.yaml',
      'stage: pretrain\n# comment\noptimizer:\n  betas: [0.9, 0.99]\n  weight_decy: 0.1\n',
    );
    expect(messageOf(() => loadRecipe(path))).toBe(
      'typo.yaml:5: unknown key "optimizer.weight_decy"; the nearest known one is "optimizer.weightDecay".',
    );
  });

  test('of another kind of section are refused', () => {
    expect(messageOf(() => loadRecipe('tokenizer', ['teacher.output=features']))).toBe(
      'the command line: "teacher.output" is not used here (teacher is of another kind).',
    );
  });
});

describe('wrong values', () => {
  test('name the file, the line and the key', () => {
    const path = recipeFile('wrong.yaml', 'extends: cifar10-pretrain\noptimizer:\n  lr: fast\n');
    expect(messageOf(() => loadRecipe(path))).toBe(
      'wrong.yaml:3: optimizer.lr: expected number, received string.',
    );
  });

  test('image size not a multiple of the patch', () => {
    expect(messageOf(() => loadRecipe('cifar10-pretrain', ['data.imageSize=30']))).toBe(
      'the command line: data.imageSize: must be a multiple of model.patchSize: 30 is not a multiple of 4.',
    );
  });

  test('more masked patches than there are', () => {
    expect(messageOf(() => loadRecipe('cifar10-pretrain', ['masking.masked=64']))).toBe(
      'the command line: masking.masked: must leave some of the 64 patches masked and some visible, but masks 64.',
    );
  });

  test('a part of a patch to mask', () => {
    expect(messageOf(() => loadRecipe('cifar10-pretrain', ['masking.masked=1.5']))).toBe(
      'the command line: masking.masked: must be a share below 1 or a whole number of patches.',
    );
  });

  test('both epochs and steps', () => {
    expect(messageOf(() => loadRecipe('pretrain', ['duration={ epochs: 2, steps: 3 }']))).toBe(
      'the command line: duration: give either epochs or steps.',
    );
  });

  test('a recipe that does not exist, one of another stage, a circle, and broken YAML', () => {
    expect(messageOf(() => loadRecipe('cifar11'))).toMatch(/^There is no recipe "cifar11": give the path/);
    expect(messageOf(() => loadStageRecipe('tokenizer', 'pretrain-base-300'))).toBe(
      'pretrain-base-300 is a recipe of the stage pretrain, but tokenizer is needed here.',
    );
    const circle = recipeFile('a.yaml', 'extends: b.yaml\n');
    recipeFile('b.yaml', 'extends: a.yaml\n');
    expect(messageOf(() => loadRecipe(circle))).toMatch(/^These recipes extend each other in a circle: /);
    expect(messageOf(() => loadRecipe(recipeFile('broken.yaml', 'a: 1\nname: [x\nb: 2\n')))).toMatch(
      /^broken\.yaml:\d: [^\n]*[^:\n.]\.$/,
    );
    mkdirSync(join(folder, 'folder.yaml'));
    expect(messageOf(() => loadRecipe(join(folder, 'folder.yaml')))).toBe(
      `${join(folder, 'folder.yaml')} is a folder, not a file.`,
    );
  });
});

describe('a saved recipe', () => {
  test('reads back equal', () => {
    const recipe = loadRecipe('cifar10-tokenizer', ['data.train=x.tar']);
    expect(readSavedRecipe(recipeFile('recipe.yaml', recipeToYaml(recipe)))).toEqual({ recipe, missing: [] });
  });

  test('and another differ in keys, each with what it does to a run that goes on', () => {
    const saved = loadRecipe('cifar10-pretrain');
    const given = loadRecipe('cifar10-pretrain', [
      'data.workers=7',
      'duration.steps=3',
      'optimizer.lr=1e-4',
      'model.dropPath=0.2',
      'model.depth=10',
      'target.path=moved/tokenizer',
    ]);
    const changes = recipeChanges(saved, given);
    expect(Object.fromEntries(changes.map(({ key, effect }) => [key, effect]))).toEqual({
      'data.workers': 'free',
      'duration.epochs': 'free',
      'duration.steps': 'free',
      'optimizer.lr': 'steps',
      'model.dropPath': 'steps',
      'model.depth': 'weights',
      'target.path': 'free',
    });
    expect(describeChanges(changes.filter(({ key }) => key === 'optimizer.lr'))).toBe(
      'optimizer.lr from 0.003 to 0.0001',
    );
  });
});

test('durations become steps', () => {
  expect(toSteps({ epochs: 2 }, 390)).toBe(780);
  expect(toSteps({ epochs: 0.5 }, 391)).toBe(196);
  expect(toSteps({ steps: 12 }, 390)).toBe(12);
  expect(toSteps({ epochs: 0 }, 390)).toBe(0);
  expect(toSteps({ epochs: 0.001 }, 390)).toBe(1);
});

test('masked patches are a share below 1 and a count from 1', () => {
  expect(maskedCount(0.4, 64)).toBe(26);
  expect(maskedCount(75, 196)).toBe(75);
});

test.each(['data.std=[0, 0.2, 0.2]', 'data.std=[0.2, -0.1, 0.2]'])(
  'a deviation of 0 or below is refused: %s',
  (override) => {
    expect(() => loadRecipe('pretrain', [override])).toThrow(
      /data\.std\.[01]: must be above 0, because the channel is divided by it\.$/,
    );
  },
);
