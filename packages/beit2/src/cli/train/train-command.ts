/** The body that the training commands share. */
import { openSource } from '../../data/sources/open-source.js';
import type { Recipe, Stage, StageRecipes } from '../../config/schema.js';
import { UserError } from '../../errors.js';
import type { Place } from '../../train/launcher.js';
import type { Run } from '../../train/run/run-folder.js';
import { progressMode, resolveRun, type TrainFlags } from '../options/run-options.js';
import { startRanks } from './start-ranks.js';

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

/** Opens the run that the arguments mean and trains it, over the processes that a launcher or `--nproc-per-node` started. */
export async function trainFrom<S extends Stage>(
  { stage, command, load, next }: TrainCommand<S>,
  first: string | undefined,
  rest: readonly string[],
  options: TrainFlags,
): Promise<void> {
  const { ownLauncher, placeOf } = await import('../../train/launcher.js');
  const place = placeOf(process.env);
  const { nprocPerNode: processes = 1 } = options;
  if (processes > 1 && place?.launcher !== ownLauncher) {
    resolveRun(stage, first, rest, options); // a wrong recipe is one process's error, not that of each
    return startRanks(processes, place);
  }
  const { recipe, folder } = resolveRun(stage, first, rest, options);
  const { Run } = await import('../../train/run/run-folder.js');
  const { World } = await import('../../train/world.js');
  const resume = options.resume === true || (await isStartedAnew(place, folder));
  const goOn = `${command} --run ${shellWord(folder)} --resume`;
  const world = await World.join(place, options.timeout === undefined ? undefined : options.timeout * 1000);
  try {
    const run = new Run(recipe, {
      folder,
      resume,
      allowChanges: options.allowChanges === true,
      goOn,
      progress: progressMode(options),
      profile: options.profile === true,
      world,
    });
    try {
      if (place) run.say(`Training in ${place.size} processes (${place.launcher}).`);
      const train = await load();
      await train(run);
      if (!world.isMain) return;
      const step = next(await nextStep(recipe, shellWord(folder)));
      run.say(`Done: ${folder}. Next: ${step}, or beit2 report ${shellWord(folder)}`);
    } catch (error) {
      run.ended(error);
      throw error;
    } finally {
      run.close();
    }
  } catch (error) {
    throw world.isLost(error)
      ? new UserError(`${error.message} Go on with: ${goOn}`, { cause: error })
      : error;
  } finally {
    world.close();
  }
}

/** Whether a launcher has restarted the job, and there is a checkpoint to go on from. */
async function isStartedAnew(place: Place | null, folder: string): Promise<boolean> {
  if (!place || place.restarts === 0) return false;
  const { CheckpointStore } = await import('../../train/run/checkpoint.js');
  return new CheckpointStore(folder, 1, () => undefined).names().length > 0;
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
