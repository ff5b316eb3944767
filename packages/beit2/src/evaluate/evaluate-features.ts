/** What the frozen features of a model are worth: linear probe and nearest neighbours. */
import { labelledAs, labelledOnly } from '../data/sources/classes.js';
import { openSource } from '../data/sources/open-source.js';
import { limitSource } from '../data/sources/subset.js';
import { UserError } from '../errors.js';
import { cachedFeatures } from './feature-cache.js';
import { extractFeatures, type ImageFeatures } from './frozen-features.js';
import { linearProbe, type ProbeOptions, type ProbeResult } from './linear-probe.js';
import { nearestNeighbourAccuracy } from './nearest-neighbours.js';
import { openForUse, type UseOptions } from '../open/open-for-use.js';

export interface EvaluationOptions extends UseOptions {
  /** The model, as `openModel` takes it; of a classifier the head is left out. */
  model: string;
  /** Labelled images; null takes those of the run's recipe (data.train, data.val). */
  train: string | readonly string[] | null;
  test: string | readonly string[] | null;
  /** Use only so many training images, drawn by the seed; null takes all. */
  limit: number | null;
  /** File that keeps the features for the next evaluation; it is read where it is there. */
  featuresFile?: string;
  /** Hears how many images are done, of the training images first. */
  onProgress?: (done: number, total: number) => void;
}

/** Features of training and test images, and how many classes there are. */
export interface EvaluationFeatures {
  training: ImageFeatures;
  test: ImageFeatures;
  classes: number;
  seed: number;
}

/** Loads the model and caches the features of both sets. @throws UserError when images or labels are missing */
export async function evaluationFeatures(options: EvaluationOptions): Promise<EvaluationFeatures> {
  const { model, say, onProgress, limit, randomWeights = false } = options;
  const { opened, device, seed } = await openForUse(model, 'encoder', options);
  const trainSpec = options.train ?? opened.recipe?.data.train ?? null;
  const testSpec = options.test ?? opened.recipe?.data.val ?? null;
  if (trainSpec === null) throw new UserError('No training images given: add --train SOURCE.');
  if (testSpec === null) throw new UserError('No test images given: add --test SOURCE.');
  const all = labelledOnly(await openSource(trainSpec, { split: 'train', say }), 'training images', say);
  const asked = labelledOnly(
    await openSource(testSpec, { split: options.test ? 'test' : 'val', say }),
    'test images',
    say,
  );
  const source = limit === null ? all : limitSource(all, limit, seed);
  const { classes = [] } = source;
  const testSource = labelledAs(classes, asked, 'test images');
  const make = async () => ({
    training: await extractFeatures(opened, source, { device, say, onProgress }),
    test: await extractFeatures(opened, testSource, { device, say, onProgress }),
  });
  const key = { model: opened, randomWeights, training: source, test: testSource };
  const { featuresFile } = options;
  const sets =
    featuresFile === undefined ? await make() : await cachedFeatures(featuresFile, key, device, make);
  return { ...sets, classes: classes.length, seed };
}

/** Linear probes on [CLS] and on the mean of the patch tokens. */
export function probeBoth(
  { training, test, classes, seed }: EvaluationFeatures,
  onProgress: ProbeOptions['onProgress'] = () => undefined,
): { cls: ProbeResult; mean: ProbeResult } {
  return {
    cls: linearProbe(training.cls, test.cls, { classes, seed, onProgress }),
    mean: linearProbe(training.mean, test.mean, { classes, seed, onProgress }),
  };
}

/** Accuracy of nearest neighbours by [CLS] and by the mean of the patch tokens. */
export interface NeighbourAccuracy {
  /** Neighbours that voted: as many as were asked for, or all training images where there are fewer. */
  neighbours: number;
  cls: number;
  mean: number;
}

/** Lets `k` neighbours vote, at most all training images. */
export function neighboursBoth(
  { training, test, classes }: EvaluationFeatures,
  k: number,
): NeighbourAccuracy {
  const neighbours = Math.min(k, training.cls.labels.shape[0] ?? 0);
  return {
    neighbours,
    cls: nearestNeighbourAccuracy(training.cls, test.cls, { classes, k: neighbours }),
    mean: nearestNeighbourAccuracy(training.mean, test.mean, { classes, k: neighbours }),
  };
}
