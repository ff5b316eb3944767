/**
 * From a recipe's name to its checked values: the stage's defaults, then each file of the `extends` chain,
 * then `key=value` arguments.
 */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { stringify } from 'yaml';
import type { z } from 'zod';
import { UserError } from '../errors.js';
import { defaultsOf, findRecipe, readRecipeValues } from './built-in.js';
import { knownKeys, nearestKey } from './keys.js';
import {
  isSection,
  mergeValues,
  overrideValues,
  parseValues,
  readValues,
  type ValueSource,
  type Values,
} from './value-source.js';
import { stageSchemas, type Recipe, type Stage, type StageRecipes } from './schema.js';

const isStage = (value: unknown): value is Stage => typeof value === 'string' && value in stageSchemas;

/** The file and what it extends, most general first. */
function readChain(path: string, seen: string[] = []): ValueSource[] {
  if (seen.includes(path))
    throw new UserError(`These recipes extend each other in a circle: ${[...seen, path].join(' -> ')}.`);
  const { values, where } = readRecipeValues(path);
  const { extends: base, ...own } = values;
  const layer = { values: own, where };
  if (typeof base === 'string')
    return [...readChain(findRecipe(base, dirname(path)), [...seen, path]), layer];
  if (!isStage(own.stage)) {
    const stages = Object.keys(stageSchemas).join(' or ');
    throw new UserError(`${where('stage')}: the recipe must set extends or stage: ${stages}.`);
  }
  const defaults = defaultsOf(own.stage);
  return path === defaults ? [layer] : [...readChain(defaults, [...seen, path]), layer];
}

function checkKeys(stage: Stage, { values, where }: ValueSource, prefix = ''): void {
  for (const [key, value] of Object.entries(values)) {
    const dotted = prefix + key;
    if (!knownKeys(stage).has(dotted)) {
      const nearest = nearestKey(stage, dotted);
      throw new UserError(
        `${where(dotted)}: unknown key "${dotted}"; the nearest known one is "${nearest}".`,
      );
    }
    if (isSection(value)) checkKeys(stage, { values: value, where }, `${dotted}.`);
  }
}

function lastWhere(layers: ValueSource[], path: string[]): string {
  const written = (layer: ValueSource) => {
    let value: unknown = layer.values;
    for (const part of path) value = isSection(value) ? value[part] : undefined;
    return value !== undefined;
  };
  return layers.findLast(written)?.where(path.join('.')) ?? layers.at(-1)?.where('') ?? '';
}

function explain(issue: z.core.$ZodIssue, layers: ValueSource[]): string {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const key = [...path, issue.keys[0] ?? ''];
    return `${lastWhere(layers, key)}: "${key.join('.')}" is not used here (${path.join('.')} is of another kind).`;
  }
  const message = issue.message.replace(/^Invalid (input|option): /, '').replace(/^Too (small|big): /, '');
  return `${lastWhere(layers, path)}: ${path.join('.')}: ${message}.`;
}

/** Checks merged layers against their stage's schema. */
function check(layers: ValueSource[]): Recipe {
  const values = layers.reduce<Values>((merged, layer) => mergeValues(merged, layer.values), {});
  const { stage } = values;
  if (!isStage(stage)) {
    const stages = Object.keys(stageSchemas).join(' or ');
    throw new UserError(`${lastWhere(layers, ['stage'])}: stage must be ${stages}, not "${String(stage)}".`);
  }
  for (const layer of layers) checkKeys(stage, layer);
  const result = stageSchemas[stage].safeParse(values);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UserError(issue ? explain(issue, layers) : 'internal: the recipe check failed without an issue.');
}

/**
 * The checked recipe of a built-in name or a file, with `key=value` overrides on top.
 * @throws UserError that names the file and line of an unknown key or a wrong value.
 */
export function loadRecipe(nameOrPath: string, overrides: readonly string[] = []): Recipe {
  return check([...readChain(findRecipe(nameOrPath)), overrideValues(overrides)]);
}

/** The recipe for one stage. @throws UserError also when the recipe is another stage's. */
export function loadStageRecipe<S extends Stage>(
  stage: S,
  nameOrPath: string,
  overrides: readonly string[] = [],
): StageRecipes[S] {
  return ofStage(stage, loadRecipe(nameOrPath, overrides), nameOrPath);
}

/** `recipe` as one of `stage`. @throws UserError when it is another stage's. */
export function ofStage<S extends Stage>(stage: S, recipe: Recipe, name: string): StageRecipes[S] {
  if (recipe.stage === stage) return recipe as StageRecipes[S];
  throw new UserError(`${name} is a recipe of the stage ${recipe.stage}, but ${stage} is needed here.`);
}

/** A recipe as a run saved it. */
export interface SavedRecipe {
  recipe: Recipe;
  /** Keys that it lacks, as one of an older version does; they have their defaults. */
  missing: string[];
}

/**
 * Reads the recipe that a run saved, with `key=value` overrides on top.
 * @throws UserError when there is none
 */
export function readSavedRecipe(path: string, overrides: readonly string[] = []): SavedRecipe {
  if (!existsSync(path)) throw new UserError(`There is no recipe to resume with: ${path} cannot be read.`);
  return completed(readValues(path), overrides);
}

/** The same from text, e.g. that of a checkpoint; `name` stands for it in messages. */
export function parseSavedRecipe(text: string, name: string, overrides: readonly string[] = []): SavedRecipe {
  return completed(parseValues(text, name), overrides);
}

/** The recipe in a text, keys that it lacks with their defaults; `name` stands for it in messages. */
export function parseRecipe(text: string, name: string): Recipe {
  return parseSavedRecipe(text, name).recipe;
}

function completed(saved: ValueSource, overrides: readonly string[]): SavedRecipe {
  const { stage } = saved.values;
  if (!isStage(stage)) return { recipe: check([saved]), missing: [] };
  const defaults = readValues(defaultsOf(stage));
  const recipe = check([defaults, saved, overrideValues(overrides)]);
  return { recipe, missing: missingKeys(mergeValues(defaults.values, saved.values), saved.values) };
}

/** Dotted keys of `whole` that `part` lacks. */
function missingKeys(whole: Values, part: Values, prefix = ''): string[] {
  return Object.entries(whole).flatMap(([name, value]) => {
    if (!(name in part)) return [prefix + name];
    const own = part[name];
    return isSection(value) && isSection(own) ? missingKeys(value, own, `${prefix}${name}.`) : [];
  });
}

/** The complete recipe as YAML, as it is saved with the run. */
export function recipeToYaml(recipe: Recipe): string {
  return stringify(recipe, { flowCollectionPadding: true });
}
