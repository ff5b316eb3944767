/** What a folder must be for a run to begin or resume in it. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeChanges, recipeChanges, type Change } from '../../config/recipe-changes.js';
import type { Recipe } from '../../config/schema.js';
import { UserError } from '../../errors.js';
import type { CheckpointStore } from './checkpoint.js';
import { readRunRecipe } from './run-recipe.js';

/**
 * Refuses a folder that the run would damage.
 * @returns where a run is resumed, what its recipe had otherwise
 * @throws UserError that says how to go on
 */
export function checkFolder(
  folder: string,
  recipe: Recipe,
  { resume, allowChanges }: { resume: boolean; allowChanges: boolean },
  store: CheckpointStore,
): Change[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isFile())
    throw new UserError(`${folder} is a file; a run needs a folder: choose one with --run.`);
  if (!existsSync(join(folder, 'recipe.yaml')) && store.names().length === 0) {
    if (resume) throw new UserError(`There is no run to resume in ${folder}: it holds no recipe.yaml.`);
    if (existsSync(folder) && readdirSync(folder).length > 0) {
      throw new UserError(`${folder} is not empty and holds no run; choose another folder with --run.`);
    }
    return [];
  }
  if (!resume && store.names().length > 0) {
    throw new UserError(
      `${folder} already holds a run (${store.names().at(-1) ?? ''}); resume it with --resume or choose another folder with --run.`,
    );
  }
  if (!resume) return [];
  const changes = recipeChanges(readRunRecipe(folder).recipe, recipe);
  checkChanges(folder, changes, allowChanges);
  return changes;
}

function checkChanges(folder: string, changes: readonly Change[], allowChanges: boolean): void {
  const those = (effect: Change['effect']) => changes.filter((change) => change.effect === effect);
  const [shaping, stepping] = [those('weights'), those('steps')];
  if (shaping.length > 0) {
    throw new UserError(
      `The weights of ${folder} do not fit a change of ${describeChanges(shaping)}; start a new run, with another --run.`,
    );
  }
  if (stepping.length > 0 && !allowChanges) {
    throw new UserError(
      `To resume ${folder} with ${describeChanges(stepping)} would change its later steps; ` +
        'add --allow-changes if that is meant, or leave the values as they were.',
    );
  }
}
