/** The recipes that come with the package. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.js';
import { isSection, readValues, type ValueSource } from './value-source.js';
import type { Stage } from './schema.js';

const packageFolder = fileURLToPath(new URL('../../', import.meta.url));
const recipeFolder = join(packageFolder, 'recipes');

/** Names of the recipes that come with the package. */
export function builtInRecipes(): string[] {
  const files = readdirSync(recipeFolder).filter((file) => file.endsWith('.yaml'));
  return files.map((file) => file.slice(0, -'.yaml'.length)).sort();
}

/** Path of the recipe that holds a stage's defaults, with a comment on each key. */
export function defaultsOf(stage: Stage): string {
  return join(recipeFolder, `${stage}.yaml`);
}

/** Path of a recipe given by file name or by the name of a built-in one. @throws UserError when there is none */
export function findRecipe(nameOrPath: string, from = '.'): string {
  const asFile = resolve(from, nameOrPath);
  if (/\.ya?ml$/.test(nameOrPath) && existsSync(asFile)) return asFile;
  const builtIn = join(recipeFolder, nameOrPath.endsWith('.yaml') ? nameOrPath : `${nameOrPath}.yaml`);
  if (existsSync(builtIn)) return builtIn;
  throw new UserError(
    `There is no recipe "${nameOrPath}": give the path of a .yaml file or one of ${builtInRecipes().join(', ')}.`,
  );
}

/** A recipe file. In those of the package, `package:PATH` names a file of the package. @throws UserError as readValues() does */
export function readRecipeValues(path: string): ValueSource {
  const layer = readValues(path);
  if (dirname(path) !== dirname(defaultsOf('tokenizer'))) return layer;
  return { ...layer, values: Object.fromEntries(Object.entries(layer.values).map(resolved)) };
}

function resolved([key, value]: [string, unknown]): [string, unknown] {
  if (isSection(value)) return [key, Object.fromEntries(Object.entries(value).map(resolved))];
  const isOurs = typeof value === 'string' && value.startsWith('package:');
  return [key, isOurs ? join(packageFolder, value.slice('package:'.length)) : value];
}

/** The header comment of a recipe file: command, hardware, duration and expected figure. */
export function recipeHeader(name: string): string {
  const lines = readFileSync(findRecipe(name), 'utf8').split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^# ?/, ''))
    .join('\n');
}
