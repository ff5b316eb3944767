/** Parameter groups: which parameters decay, and by how much a layer's learning rate is lowered. */
import { optim } from '@beit2/torch';
import { expect, test } from 'vitest';

import { loadRecipe } from '#beit2/config/recipe.js';
import { MaskedImageModel } from '#beit2/model/masked-image-model.js';
import { VisionTransformer } from '#beit2/model/vision-transformer.js';
import { applySchedule } from '#beit2/train/apply-schedule.js';
import { parameterGroups } from '#beit2/train/optimizer-groups.js';

const tiny = { imageSize: 8, patchSize: 4, dim: 8, depth: 2, heads: 2, layerScale: 0.1 };

test('biases, vectors, [CLS] and positions do not decay; mask token and position tables do', () => {
  const aggregation = { earlyLayer: 1, layers: 1 };
  const model = new MaskedImageModel({ ...tiny, codes: 4, aggregation });
  const names = new Map(model.namedParameters().map(([name, parameter]) => [parameter, name]));
  const groups = parameterGroups(model.namedParameters(), { weightDecay: 0.05 });
  expect(groups.map(({ name, weightDecay, lrScale }) => ({ name, weightDecay, lrScale }))).toEqual([
    { name: 'no decay', weightDecay: 0, lrScale: 1 },
    { name: 'decay', weightDecay: 0.05, lrScale: 1 },
  ]);
  const decaying = groups[1]?.params.map((parameter) => names.get(parameter)) ?? [];
  expect(decaying.filter((name) => !/(qkv|proj|fc1|fc2)\.weight$/.test(name ?? ''))).toEqual([
    'mask_token',
    'rel_pos_bias.relative_position_bias_table',
    'lm_head.weight',
  ]);
  const count = groups.reduce((sum, { params }) => sum + params.length, 0);
  expect(count).toBe(model.parameters().length);
});

test('layer decay: a group for each layer and kind, embedding lowest, head full', () => {
  const model = new VisionTransformer({ ...tiny, classes: 3 });
  const groups = parameterGroups(model.namedParameters(), {
    weightDecay: 0.05,
    layerDecay: { decay: 0.5, depth: 2 },
  });
  expect(Object.fromEntries(groups.map(({ name, lrScale }) => [name, lrScale]))).toEqual({
    'layer 0, decay': 0.125,
    'layer 0, no decay': 0.125,
    'layer 1, decay': 0.25,
    'layer 1, no decay': 0.25,
    'layer 2, decay': 0.5,
    'layer 2, no decay': 0.5,
    'layer 3, decay': 1,
    'layer 3, no decay': 1,
  });
});

test('frozen parameters are left out', () => {
  const model = new VisionTransformer({ ...tiny, classes: 3 });
  for (const block of model.blocks) block.requiresGrad_(false);
  const trained = parameterGroups(model.namedParameters(), { weightDecay: 0.05 }).flatMap(
    ({ params }) => params,
  );
  expect(trained.length).toBe(model.parameters().filter(({ requiresGrad }) => requiresGrad).length);
  expect(trained.length).toBeLessThan(10);
});

test('a weight decay that starts at 0 rises for what decays, and for nothing else', () => {
  const model = new VisionTransformer({ ...tiny, classes: 3 });
  const groups = parameterGroups(model.namedParameters(), { weightDecay: 0 });
  const optimizer = new optim.AdamW(groups, { lr: 1e-3 });
  const recipe = loadRecipe('pretrain', ['optimizer.weightDecay=0', 'optimizer.weightDecayEnd=0.5']);
  const span = { totalSteps: 10, stepsPerEpoch: 10 };
  const decayAt = (step: number) => {
    applySchedule(optimizer, recipe, step, span);
    return Object.fromEntries(
      optimizer.paramGroups.map(({ name, weightDecay }): [string, number] => [String(name), weightDecay]),
    );
  };
  expect(decayAt(0)).toEqual({ decay: 0, 'no decay': 0 });
  const { decay, 'no decay': none } = decayAt(9);
  expect(none).toBe(0);
  expect(decay).toBeGreaterThan(0.45);
});
