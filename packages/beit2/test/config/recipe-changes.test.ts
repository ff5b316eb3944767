/** Protects: what counts as harmless when a run is resumed changes no bit of its later steps. */
import { expect, test } from 'vitest';
import { recipeChanges } from '#beit2/config/recipe-changes.js';

const effects = (saved: object, given: object) =>
  recipeChanges(saved as Record<string, unknown>, given as Record<string, unknown>).map(
    ({ key, effect }) => `${key} ${effect}`,
  );

test('a cache that comes or goes changes how large images are decoded; another size of it does not', () => {
  expect(effects({ data: { cache: 0 } }, { data: { cache: 500 } })).toEqual(['data.cache steps']);
  expect(effects({ data: { cache: 500 } }, { data: { cache: 0 } })).toEqual(['data.cache steps']);
  expect(effects({ data: { cache: 500 } }, { data: { cache: 900 } })).toEqual(['data.cache free']);
});
