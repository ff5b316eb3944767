/** The body that the training commands share. */
import { openSource } from '../../data/sources/open-source.js';
import type { Recipe, Stage, StageRecipes } from '../../config/schema.js';
import type { Run } from '../../train/run/run-folder.js';
import { progressMode, resolveRun, type TrainFlags } from '../options/run-options.js';

interface TrainCommand<S extends Stage> {
  stage: S;
  /** The command up to its options, as a user would type it again. */
  command: string;
  /** Loads the stage's loop. */
  load: () => Promise<(run: Run<StageRecipes[S]>) => Promise<void>>;
  /** A command for what the run has trained, which works as it is printed. */
  next: (run: NextStep<StageRecipes[S]>) => string;
}

/** What the next command depends on, ready for a command line. */
export interface NextStep<R extends Recipe> {
  folder: string;
  data: R['data'];
  /** The images to look at: those of validation, else those of training. */
  images: string;
  /** Whether the images of training and validation have labels, of the same classes. */
  isLabelled: boolean;
}

/** Opens the run that the arguments mean and trains it. */
export async function trainFrom<S extends Stage>(
  { stage, command, load, next }: TrainCommand<S>,
  first: string | undefined,
  rest: readonly string[],
  options: TrainFlags,
): Promise<void> {
  const { recipe, folder } = resolveRun(stage, first, rest, options);
  const { Run } = await import('../../train/run/run-folder.js');
  const { World } = await import('../../train/world.js');
  const world = await World.fromEnvironment();
  const run = new Run(recipe, {
    folder,
    resume: options.resume === true,
    allowChanges: options.allowChanges === true,
    goOn: `${command} --run ${shellWord(folder)} --resume`,
    progress: progressMode(options),
    profile: options.profile === true,
    world,
  });
  try {
    const train = await load();
    await train(run);
    const step = next(await nextStep(recipe, shellWord(folder)));
    run.say(`Done: ${folder}. Next: ${step}, or beit2 report ${shellWord(folder)}`);
  } finally {
    run.close();
    world.close();
  }
}

async function nextStep<R extends Recipe>({ data }: R, folder: string): Promise<NextStep<R>> {
  const images = [data.val ?? data.train ?? []].flat().map(shellWord).join(' ');
  const [training, validation] = [await classesOf(data.train), await classesOf(data.val)];
  return { folder, data, images, isLabelled: training !== null && training === validation };
}

/** The classes of images as one text; null where they have no labels, or have gone meanwhile. */
async function classesOf(source: Recipe['data']['train']): Promise<string | null> {
  if (source === null) return null;
  const opened = await openSource(source).catch(() => null);
  return opened?.classes?.join('/') ?? null;
}

/** A word of a command line, quoted where a shell would read it otherwise. */
const shellWord = (word: string) =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
