/** The cosine schedule's ends and corners; its values are among the goldens. */
import { expect, test } from 'vitest';
import { loadRecipe } from '#beit2/config/recipe.js';
import { warmupHint } from '#beit2/train/apply-schedule.js';

import { cosineSchedule } from '#beit2/train/schedules.js';

const at = (schedule: Parameters<typeof cosineSchedule>[0], steps: number[]): number[] =>
  steps.map((step) => cosineSchedule(schedule, step));

test('warm-up from 0 to the base, which comes twice, then down', () => {
  const schedule = { base: 1, final: 0, totalSteps: 9, warmupSteps: 5 };
  const values = at(schedule, [0, 1, 2, 3, 4, 5, 6, 7, 8]);
  const expected = [0, 0.25, 0.5, 0.75, 1, 1, 0.853553, 0.5, 0.146447];
  for (const [i, value] of expected.entries()) expect(values[i]).toBeCloseTo(value, 6);
});

test('a warm-up of one step is its start', () => {
  expect(at({ base: 1, final: 0, totalSteps: 3, warmupSteps: 1, warmupStart: 0.2 }, [0, 1])).toEqual([
    0.2, 1,
  ]);
});

test('equal ends stay constant, as for a weight decay that does not change', () => {
  expect(new Set(at({ base: 0.05, final: 0.05, totalSteps: 7 }, [0, 1, 3, 6]))).toEqual(new Set([0.05]));
});

test('a run that is all warm-up never divides by the cosine that is not there', () => {
  expect(at({ base: 1, final: 0, totalSteps: 3, warmupSteps: 3 }, [0, 1, 2])).toEqual([0, 0.5, 1]);
});

test('a warm-up that training ends before is told, one that fits is not', () => {
  const recipe = (steps: number) => loadRecipe('demo-tokenizer', [`schedule.warmup.steps=${steps}`]);
  const plan = { totalSteps: 50, stepsPerEpoch: 10 };
  expect(warmupHint(recipe(49), plan)).toBeNull();
  expect(warmupHint(recipe(800), plan)).toBe(
    'The warm-up (schedule.warmup) is 800 steps long but training has only 50: it is cut short, so the learning rate ' +
      'reaches optimizer.lr only at the end of training and never decays.',
  );
});
