/** What the training commands share: recipe, overrides, run folder, progress. */
import { join } from 'node:path';
import { Argument, Option, type Command } from 'commander';
import { builtInRecipes } from '../../config/built-in.js';
import { loadRecipe, loadStageRecipe, ofStage } from '../../config/recipe.js';
import type { Stage, StageRecipes } from '../../config/schema.js';
import { UserError } from '../../errors.js';
import type { ProgressMode } from '../../train/run/progress.js';
import { readRunRecipe } from '../../train/run/run-recipe.js';
import { port, positiveInteger } from './numbers.js';

export interface TrainFlags {
  run?: string;
  init?: string;
  entry?: string;
  resume?: boolean;
  allowChanges?: boolean;
  quiet?: boolean;
  json?: boolean;
  profile?: boolean;
  nprocPerNode?: number;
  /** Seconds. */
  timeout?: number;
  metricsPort?: number;
  metricsHost?: string;
  webhook?: string;
}

/** Adds the arguments and options of a training command. */
export function addRunOptions(command: Command): Command {
  return command
    .addArgument(new Argument('[recipe]', 'name of a recipe (beit2 recipes lists them), or a .yaml file'))
    .addArgument(new Argument('[overrides...]', 'key=value, e.g. data.train=photos/ optimizer.lr=1e-4'))
    .option('--run <folder>', "folder of the run (default: runs/NAME, the recipe's name)")
    .option(
      '--init <model>',
      'start from the weights of a run, a file, hf:ORG/NAME or https://… (recipe key init)',
    )
    .option('--entry <name>', 'entry of that file that holds the weights (recipe key initEntry)')
    .option('--resume', 'resume the run in the folder; without a recipe, with the recipe it was started with')
    .option('--allow-changes', 'with --resume: accept values, images or weights that change further training')
    .option('--quiet', 'print messages only, no progress')
    .option('--json', 'print progress as JSON lines')
    .option('--profile', 'profile steps 3 to 12: print the time of each operator and write a Chrome trace')
    .option('--nproc-per-node <processes>', 'train with this many processes on this machine', positiveInteger)
    .option(
      '--timeout <seconds>',
      'with several processes: time to wait for one of them before the job ends (default: 1800)',
      positiveInteger,
    )
    .option('--metrics-port <port>', 'serve /metrics for Prometheus on this port', port)
    .option('--metrics-host <address>', 'address to serve the metrics on (default: 127.0.0.1)')
    .addOption(
      new Option(
        '--webhook <url>',
        'send a JSON object to this address when the codebook collapses, a loss is NaN, training waits for data, or the run ends',
      ).env('BEIT2_WEBHOOK'),
    );
}

export function progressMode({ quiet, json }: TrainFlags): ProgressMode {
  if (json) return 'json';
  if (quiet) return 'quiet';
  return process.stderr.isTTY ? 'bar' : 'lines';
}

/** Names of the built-in recipes of a stage. */
function recipesOf(stage: Stage): string[] {
  return builtInRecipes().filter((name) => loadRecipe(name).stage === stage);
}

/**
 * The recipe and folder that a training command means. The first argument may already be an override.
 * @throws UserError when no recipe is named, or it is wrong
 */
export function resolveRun<S extends Stage>(
  stage: S,
  first: string | undefined,
  rest: readonly string[],
  { run, resume, init, entry }: TrainFlags,
): { recipe: StageRecipes[S]; folder: string } {
  const named = first !== undefined && !first.includes('=');
  const overrides = [
    ...(first === undefined || named ? [] : [first]),
    ...rest,
    ...(init === undefined ? [] : [`init=${init}`]),
    ...(entry === undefined ? [] : [`initEntry=${entry}`]),
  ];
  if (named) {
    const recipe = loadStageRecipe(stage, first, overrides);
    return { recipe, folder: run ?? join('runs', recipe.name) };
  }
  if (resume && run !== undefined) {
    return { recipe: ofStage(stage, readRunRecipe(run, overrides).recipe, run), folder: run };
  }
  throw new UserError(
    resume
      ? 'Name the run to resume: --run FOLDER --resume.'
      : `Name a recipe: ${recipesOf(stage).join(', ')}, or the path of a .yaml file.`,
  );
}
