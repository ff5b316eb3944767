/** The body that the training commands share. */
import { shellWord } from '../../files/printable.js';
import type { Split } from '../../data/sources/lists/open-list.js';
import { openSource, pathsOf } from '../../data/sources/open-source.js';
import type { Recipe, Stage, StageRecipes } from '../../config/schema.js';
import { EndedElsewhere, UserError } from '../../errors.js';
import type { Job, Place } from '../../train/launcher.js';
import { Interrupted } from '../../train/run/interrupt.js';
import type { Run } from '../../train/run/run-folder.js';
import type { World } from '../../train/world.js';
import { watchRun, type Watchers } from '../../watch/watch-run.js';
import { progressMode, resolveRun, type TrainFlags } from '../options/run-options.js';
import { say } from '../options/say.js';
import { startRanks } from './start-ranks.js';

/** Milliseconds that the end of a command waits for a webhook's answer; after a signal it has to be short. */
const [deliveryLimit, signalLimit] = [10_000, 2000];

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
  const { jobOf, ownLauncher, placeOf } = await import('../../train/launcher.js');
  const place = placeOf(process.env);
  const { nprocPerNode: processes = 1 } = options;
  if (processes > 1 && place?.launcher !== ownLauncher) {
    resolveRun(stage, first, rest, options); // a wrong recipe is one process's error, not that of each
    return startRanks(processes, place);
  }
  const { recipe, folder } = resolveRun(stage, first, rest, options);
  const { Run } = await import('../../train/run/run-folder.js');
  const resume = options.resume === true || (await isStartedAnew(jobOf(process.env), folder));
  const goOn = `${command} --run ${shellWord(folder)} --resume`;
  const isMain = (place?.rank ?? 0) === 0;
  let warn = say;
  const watch = isMain ? await watchRun(folder, watchersOf(options), (text) => warn(text)) : null;
  let limit = deliveryLimit;
  try {
    const world = await joinOthers(place, options.timeout === undefined ? undefined : options.timeout * 1000);
    try {
      const open = () =>
        new Run(recipe, {
          folder,
          resume,
          allowChanges: options.allowChanges === true,
          goOn,
          progress: progressMode(options),
          profile: options.profile === true,
          world,
          listeners: watch ? [watch.listener] : [],
        });
      const run = await onAllRanks(world, open);
      warn = (text) => run.say(text, 'warning');
      await trainIn(run, { load, next, place });
    } catch (error) {
      throw world.isLost(error)
        ? new UserError(`${error.message} Resume with: ${goOn}`, { cause: error })
        : error;
    } finally {
      world.close();
    }
  } catch (error) {
    if (error instanceof Interrupted) limit = signalLimit;
    throw error;
  } finally {
    await watch?.close(limit);
  }
}

const patienceMs = 10_000;

/** Joins the other processes; says what this one was told of them when they do not come. */
async function joinOthers(place: Place | null, timeoutMs: number | undefined): Promise<World> {
  const { World } = await import('../../train/world.js');
  if (!place) return World.alone;
  const { rank, localRank, size, launcher } = place;
  const waits = `Rank ${rank} of ${size} (${launcher}, local rank ${localRank}) waits for the others at ${meetingPoint(place)}.`;
  const timer = setTimeout(() => say(waits), patienceMs);
  try {
    return await World.join(place, timeoutMs);
  } finally {
    clearTimeout(timer);
  }
}

function meetingPoint({ masterAddr, masterPort }: Place): string {
  return `${masterAddr}:${masterPort}`;
}

/** Trains an opened run and says what to do with it next. */
async function trainIn<S extends Stage>(
  run: Run<StageRecipes[S]>,
  { load, next, place }: Pick<TrainCommand<S>, 'load' | 'next'> & { place: Place | null },
): Promise<void> {
  const folder = shellWord(run.folder);
  try {
    if (place)
      run.say(
        `Training in ${place.size} processes (${place.launcher}), which met at ${meetingPoint(place)}.`,
      );
    const train = await load();
    await train(run);
    if (!run.world.isMain) return;
    run.say(
      `Done: ${run.folder}. Next: ${next(await nextStep(run.recipe, folder))}, or beit2 report ${folder}`,
    );
  } catch (error) {
    run.ended(error);
    throw error;
  } finally {
    run.close();
  }
}

/** What the flags of a command say of those that are told of its run. */
function watchersOf({ metricsPort: port, metricsHost, webhook }: TrainFlags): Watchers {
  if (metricsHost !== undefined && port === undefined)
    throw new UserError('--metrics-host says where to serve metrics: add --metrics-port.');
  const metrics = port === undefined ? null : { host: metricsHost ?? '127.0.0.1', port };
  return { metrics, webhook: webhook ?? null };
}

/** Opens a run on every rank, or on none: where one cannot, it says why and all end. */
async function onAllRanks<R extends Recipe>(world: World, open: () => Run<R>): Promise<Run<R>> {
  let run: Run<R> | null = null;
  let failure: unknown = null;
  try {
    run = open();
  } catch (error) {
    failure = error;
  }
  const anyFailed = (await world.maxLater(run ? 0 : 1)) > 0;
  if (!run) throw failure;
  if (!anyFailed) return run;
  run.close();
  throw new EndedElsewhere('Another process could not open the run.');
}

/** Whether a scheduler or launcher has started the job anew, and there is a checkpoint to go on from. */
async function isStartedAnew(job: Job | null, folder: string): Promise<boolean> {
  if (!job || job.restarts === 0) return false;
  const { CheckpointStore } = await import('../../train/run/checkpoint.js');
  return new CheckpointStore(folder, 1, () => undefined).names().length > 0;
}

async function nextStep<R extends Recipe>({ data }: R, folder: string): Promise<NextStep<R>> {
  const images = pathsOf(data.val ?? data.train ?? [])
    .map(shellWord)
    .join(' ');
  const [training, validation] = [await classesOf(data.train, 'train'), await classesOf(data.val, 'val')];
  return { folder, data, images, isLabelled: training !== null && training === validation };
}

/** The classes of images as one text; null where they have no labels, or have gone meanwhile. */
async function classesOf(source: Recipe['data']['train'], split: Split): Promise<string | null> {
  if (source === null) return null;
  const opened = await openSource(source, { split }).catch(() => null);
  return opened?.classes?.join('/') ?? null;
}
