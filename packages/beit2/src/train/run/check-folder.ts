/** What a folder must be for a run to begin or resume in it. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { recipeDifferences } from '../../config/recipe.js';
import type { Recipe } from '../../config/schema.js';
import { UserError } from '../../errors.js';
import type { CheckpointStore } from './checkpoint.js';
import { readRunRecipe } from './run-recipe.js';

function describeDifferences(saved: Recipe, given: Recipe): string {
  const text = (value: unknown) => (value === undefined ? 'unset' : JSON.stringify(value));
  return recipeDifferences(saved, given)
    .map(
      (difference) => `${difference.key} (${text(difference.saved)} there, ${text(difference.given)} here)`,
    )
    .join(', ');
}

/** Refuses a folder that the run would damage. @throws UserError that says how to go on */
export function checkFolder(folder: string, recipe: Recipe, resume: boolean, store: CheckpointStore): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isFile())
    throw new UserError(`${folder} is a file; a run needs a folder: choose one with --run.`);
  if (!existsSync(join(folder, 'recipe.yaml')) && store.names().length === 0) {
    if (resume) throw new UserError(`There is no run to resume in ${folder}: it holds no recipe.yaml.`);
    if (existsSync(folder) && readdirSync(folder).length > 0) {
      throw new UserError(`${folder} is not empty and holds no run; choose another folder with --run.`);
    }
    return;
  }
  if (!resume && store.names().length > 0) {
    throw new UserError(
      `${folder} already holds a run (${store.names().at(-1) ?? ''}); go on with it by --resume or choose another folder with --run.`,
    );
  }
  const differences = resume ? describeDifferences(readRunRecipe(folder).recipe, recipe) : '';
  if (differences !== '') {
    throw new UserError(
      `${folder} holds a run of another recipe, which differs in ${differences}; ` +
        'give the recipe it was started with, or choose another folder with --run.',
    );
  }
}
