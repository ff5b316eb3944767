/** The body that the training commands share. */
import type { Stage, StageRecipes } from '../../config/schema.js';
import type { Run } from '../../train/run/run-folder.js';
import { progressMode, resolveRun, type RunOptions } from '../options/run-options.js';

interface TrainCommand<S extends Stage> {
  stage: S;
  /** The command up to its options, as a user would type it again. */
  command: string;
  /** Loads the stage's loop. */
  load: () => Promise<(run: Run<StageRecipes[S]>) => Promise<void>>;
  /** What to do next with the run's folder. */
  next: (folder: string) => string;
}

/** Opens the run that the arguments mean and trains it. */
export async function trainFrom<S extends Stage>(
  { stage, command, load, next }: TrainCommand<S>,
  first: string | undefined,
  rest: readonly string[],
  options: RunOptions,
): Promise<void> {
  const { recipe, folder } = resolveRun(stage, first, rest, options);
  const { Run } = await import('../../train/run/run-folder.js');
  const { World } = await import('../../train/world.js');
  const world = await World.fromEnvironment();
  const run = new Run(recipe, {
    folder,
    resume: options.resume === true,
    goOn: `${command} --run ${folder} --resume`,
    progress: progressMode(options),
    profile: options.profile === true,
    world,
  });
  try {
    const train = await load();
    await train(run);
    run.say(`Done: ${folder}. Next: ${next(folder)}`);
  } finally {
    run.close();
    world.close();
  }
}
