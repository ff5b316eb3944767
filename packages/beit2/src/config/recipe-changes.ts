/** What differs between the recipe that a run has and the one that it is to go on with. */
import type { Recipe } from './schema.js';
import { isSection, type Values } from './value-source.js';

/**
 * What a change does to a run: `free`, the same is computed (or it is how long, where images and weights lie, and what they hold is
 * checked); `steps`, later steps become others; `weights`, those of the run no longer fit.
 */
export type Effect = 'free' | 'steps' | 'weights';

export interface Change {
  key: string;
  saved: unknown;
  given: unknown;
  effect: Effect;
}

/** Keys and whole sections without an effect on a step, but that sums are rounded otherwise on another device or number of threads. */
const free = [
  'name',
  'device',
  'threads',
  'init',
  'initEntry',
  'initChannels',
  'duration',
  'data.train',
  'data.val',
  'data.workers',
  'data.prefetch',
  'data.cache',
  'data.maxBroken',
  'target.path',
  'target.entry',
  'teacher.path',
  'teacher.entry',
  'optimizer.shard',
  'evaluate',
  'checkpoint',
  'log',
];

/** Keys and whole sections that shape the weights. */
const shaping = [
  'stage',
  'model',
  'data.imageSize',
  'data.channels',
  'decoder',
  'quantizer.codes',
  'quantizer.codeDim',
  'target.kind',
];

/** Keys of `model` that shape nothing. */
const shapeless = ['model.dropPath', 'model.headInitScale'];

/** The weights of the sources that a recipe trains on, in their order; 1 where none is given. */
function weightsOf(train: unknown): string {
  return [train]
    .flat()
    .map((one) => (isSection(one) ? one.weight : 1))
    .join(' ');
}

/** Whether sources are drawn in other shares; without weights their places may change freely. */
function areWeighedAnew(saved: unknown, given: unknown): boolean {
  const [before, now] = [weightsOf(saved), weightsOf(given)];
  return before !== now && /[^1 ]/.test(before + now);
}

function effectOf(key: string, saved: unknown, given: unknown): Effect {
  const isIn = (names: readonly string[]) => names.some((name) => key === name || key.startsWith(`${name}.`));
  // With a cache images are decoded whole, without one reduced where they are large: other pixels.
  if (key === 'data.cache' && (saved === 0) !== (given === 0)) return 'steps';
  if (key === 'data.train' && areWeighedAnew(saved, given)) return 'steps';
  if (isIn(free)) return 'free';
  if (isIn(shaping) && !shapeless.includes(key)) return 'weights';
  return key === 'emaDecay' && (saved === null || given === null) ? 'weights' : 'steps';
}

/** The keys on which two recipes differ. */
export function recipeChanges(saved: Values | Recipe, given: Values | Recipe, prefix = ''): Change[] {
  const a = saved as Values;
  const b = given as Values;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((name) => {
    const key = prefix + name;
    const [left, right] = [a[name], b[name]];
    if (JSON.stringify(left) === JSON.stringify(right)) return [];
    if (isSection(left) && isSection(right)) return recipeChanges(left, right, `${key}.`);
    return [{ key, saved: left, given: right, effect: effectOf(key, left, right) }];
  });
}

/** The changes in words: `optimizer.lr from 0.001 to 0.5, data.val from null to "photos/val"`. */
export function describeChanges(changes: readonly Change[]): string {
  const text = (value: unknown) => (value === undefined ? 'unset' : JSON.stringify(value));
  return changes.map(({ key, saved, given }) => `${key} from ${text(saved)} to ${text(given)}`).join(', ');
}
