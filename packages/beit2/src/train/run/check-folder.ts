/** What a folder must be for a run to begin or resume in it, and how it is taken for one. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeChanges, recipeChanges, type Change } from '../../config/recipe-changes.js';
import { recipeToYaml } from '../../config/recipe.js';
import type { Recipe } from '../../config/schema.js';
import { UserError } from '../../errors.js';
import { replaceText } from '../../files/durable-files.js';
import type { CheckpointStore, RunCheckpoint } from './checkpoint.js';
import { isLock, RunLock } from './run-lock.js';
import { readRunRecipe, repairRunRecipe } from './run-recipe.js';

/** A folder that is taken for a run. */
export interface OpenedFolder {
  lock: RunLock;
  /** The checkpoint to go on from. */
  resumed: RunCheckpoint | null;
  /** Whether nothing was in it. */
  isNew: boolean;
}

/**
 * Takes a folder for a run to begin or resume in, with its recipe in it.
 * @throws UserError that says how to go on, or who trains in it
 */
export function openFolder(
  folder: string,
  recipe: Recipe,
  options: { resume: boolean; allowChanges: boolean },
  store: CheckpointStore,
  say: (sentence: string) => void,
): OpenedFolder {
  const { resume } = options;
  checkPlace(folder, resume, store);
  const isNew = !existsSync(folder) || readdirSync(folder).length === 0;
  mkdirSync(folder, { recursive: true });
  const lock = RunLock.take(folder, say);
  try {
    const changes = checkFolder(folder, recipe, options, store);
    store.clean();
    const resumed = resume ? store.newestToLoad() : null;
    if (resume) repairRunRecipe(folder, say);
    if (!resume || changes.length > 0) replaceText(join(folder, 'recipe.yaml'), recipeToYaml(recipe));
    if (changes.length > 0) say(`Changed since the run was started: ${describeChanges(changes)}.`);
    // Of a run that ended before its first checkpoint.
    if (!resume) rmSync(join(folder, 'best'), { recursive: true, force: true });
    return { lock, resumed, isNew };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Refuses what is no folder for a run at all. @throws UserError that says how to go on */
function checkPlace(folder: string, resume: boolean, store: CheckpointStore): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isFile())
    throw new UserError(`${folder} is a file; a run needs a folder: choose one with --run.`);
  if (existsSync(join(folder, 'recipe.yaml')) || store.names().length > 0) return;
  if (resume) throw new UserError(`There is no run to resume in ${folder}: it holds no recipe.yaml.`);
  // A run that begins at this moment has a lock and a recipe that is being written.
  const isOwn = (name: string) => isLock(name) || name.startsWith('recipe.yaml.');
  const others = existsSync(folder) ? readdirSync(folder).filter((name) => !isOwn(name)) : [];
  if (others.length > 0)
    throw new UserError(`${folder} is not empty and is not a run; choose another folder with --run.`);
}

/**
 * Refuses a folder that the run would damage.
 * @returns where a run is resumed, what its recipe had otherwise
 * @throws UserError that says how to go on
 */
function checkFolder(
  folder: string,
  recipe: Recipe,
  { resume, allowChanges }: { resume: boolean; allowChanges: boolean },
  store: CheckpointStore,
): Change[] {
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
      `The weights in ${folder} do not fit changes of ${describeChanges(shaping)}; start a new run in another folder (--run).`,
    );
  }
  if (stepping.length > 0 && !allowChanges) {
    throw new UserError(
      `To resume ${folder} with ${describeChanges(stepping)} would change its later steps; ` +
        'add --allow-changes if you want that, or keep the saved values.',
    );
  }
}
