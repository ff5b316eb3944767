/** Several runs against each other. */
import { join } from 'node:path';
import { recipeChanges } from '../config/recipe-changes.js';
import type { Recipe } from '../config/schema.js';
import { UserError } from '../errors.js';
import { readMetrics } from '../train/run/metrics.js';
import { findRuns } from './find-runs.js';
import { bestOf, isSmallerBetter, lastValues, type Figure } from './run-figures.js';
import { isRun, recipeOf } from './run-status.js';

/** A value for each run, in the order in which they were named. */
export interface Comparison {
  recipe: { key: string; values: unknown[] }[];
  /** Last values; null where a run has none. */
  figures: { name: string; values: (number | null)[] }[];
}

const recordsOf = (folder: string) => readMetrics(join(folder, 'metrics.jsonl'));

/**
 * The recipe keys in which any run differs from the first, and the last value of each metric.
 * @throws UserError when a folder holds no run
 */
export function compareRuns(folders: readonly string[]): Comparison {
  for (const folder of folders)
    if (!isRun(folder)) throw new UserError(`${folder} is not a run: give the folder of a run.`);
  const recipes = folders.map((folder): Recipe | Record<string, unknown> => recipeOf(folder) ?? {});
  const [first = {}, ...others] = recipes;
  const changes = others.map((recipe) => recipeChanges(first, recipe));
  const keys = [...new Set(changes.flat().map(({ key }) => key))].filter((key) => key !== 'name');
  const recipe = keys.map((key) => {
    const saved = changes.flat().find((change) => change.key === key)?.saved;
    const given = changes.map((list) => list.find((change) => change.key === key));
    return { key, values: [saved, ...given.map((change) => (change ? change.given : saved))] };
  });
  const last = folders.map((folder) => lastValues(recordsOf(folder)));
  const names = [...new Set(last.flat().map(({ name }) => name))];
  const figures = names.map((name) => ({
    name,
    values: last.map((values) => values.find((figure) => figure.name === name)?.value ?? null),
  }));
  return { recipe, figures };
}

/**
 * The runs below a folder that have a metric, the best first.
 * @throws UserError when none has
 */
export function rankRuns(folder: string, name: string): (Figure & { folder: string })[] {
  const runs = findRuns(folder).map((run) => ({ run, records: recordsOf(run) }));
  const found = runs.flatMap(({ run, records }) => {
    const best = bestOf(records, [name]);
    return best ? [{ folder: run, ...best }] : [];
  });
  if (found.length === 0) {
    const known = new Set(runs.flatMap(({ records }) => lastValues(records).map((figure) => figure.name)));
    const there = known.size === 0 ? 'there are no metrics' : `there are ${[...known].join(', ')}`;
    throw new UserError(`No run in ${folder} has a metric "${name}": ${there}.`);
  }
  const sign = isSmallerBetter(name) ? 1 : -1;
  return found.sort((a, b) => sign * (a.value - b.value));
}
