/** The recipe that a run's folder holds: in recipe.yaml, and once more in the header of each checkpoint. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseSavedRecipe, recipeToYaml, readSavedRecipe, type SavedRecipe } from '../../config/recipe.js';
import type { Recipe } from '../../config/schema.js';
import { replaceText } from '../../files/durable-files.js';
import { openSafetensors } from '../../formats/safetensors.js';
import { CheckpointStore } from './checkpoint.js';

export interface RunRecipe {
  recipe: Recipe;
  /** What was wrong with recipe.yaml and what was done about it, in one sentence; null where nothing was. */
  problem: string | null;
}

/**
 * Reads a run's recipe with `key=value` overrides on top. A recipe.yaml that is missing, broken or incomplete gives way to the
 * newest checkpoint's; keys that neither has, as of an older version, take their defaults.
 * @throws UserError when there is no recipe at all, or an override is wrong
 */
export function readRunRecipe(folder: string, overrides: readonly string[] = []): RunRecipe {
  const path = join(folder, 'recipe.yaml');
  const own = attempt(() => readSavedRecipe(path, overrides));
  if (own.value && own.value.missing.length === 0) return { recipe: own.value.recipe, problem: null };
  const kept = checkpointRecipe(folder, overrides);
  const damage = existsSync(path) ? 'is damaged' : 'is missing';
  if (kept && (own.value === null || kept.missing.length < own.value.missing.length)) {
    return {
      recipe: kept.recipe,
      problem: `${path} ${damage}: using the recipe of the newest checkpoint instead.`,
    };
  }
  if (own.value === null) throw own.error;
  const { recipe, missing } = own.value;
  const keys =
    missing.slice(0, 5).join(', ') + (missing.length > 5 ? `, and ${missing.length - 5} more` : '');
  return { recipe, problem: `${path} lacks ${keys}; using the current defaults.` };
}

/** Writes a run's recipe.yaml anew where it is lost or damaged, and says so. */
export function repairRunRecipe(folder: string, say: (sentence: string) => void): void {
  const { recipe, problem } = readRunRecipe(folder);
  if (problem === null) return;
  say(problem);
  replaceText(join(folder, 'recipe.yaml'), recipeToYaml(recipe));
}

/** The recipe in the newest checkpoint that can be read; null where there is none. */
function checkpointRecipe(folder: string, overrides: readonly string[]): SavedRecipe | null {
  const store = new CheckpointStore(folder, 1, () => undefined);
  for (const name of store.names().reverse()) {
    const file = join(folder, 'checkpoints', name, 'model.safetensors');
    const text = attempt(() => openSafetensors(file).metadata.recipe).value;
    if (text) return parseSavedRecipe(text, `the recipe in ${file}`, overrides);
  }
  return null;
}

type Attempt<T> = { value: T; error: null } | { value: null; error: unknown };

function attempt<T>(body: () => T): Attempt<T> {
  try {
    return { value: body(), error: null };
  } catch (error) {
    return { value: null, error };
  }
}
