/** The demo: a tokenizer, a pretrained model and a page about both, from the images that come with the package. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sharp } from '../sharp.js';
import * as torch from '@beit2/torch';
import { loadStageRecipe } from '../config/recipe.js';
import type { Recipe, Stage, StageRecipes } from '../config/schema.js';
import { openSource } from '../data/sources/open-source.js';
import { demoReport, type DemoResults, type Neighbours } from '../report/demo-report.js';
import type { Picture } from '../report/picture.js';
import { summarize } from '../tokenizer/code-usage.js';
import { codebookHealth } from '../tokenizer/codebook-health.js';
import { readMetrics } from '../train/run/metrics.js';
import type { ProgressMode } from '../train/run/progress.js';
import { Run } from '../train/run/run-folder.js';
import { collectGallery } from '../use/gallery.js';
import { evaluationFeatures, probeBoth, type EvaluationFeatures } from '../evaluate/evaluate-features.js';
import { nearest } from '../evaluate/nearest-neighbours.js';
import { pretrain } from '../stages/pretrain.js';
import { trainTokenizer } from '../stages/tokenizer.js';

const assets = fileURLToPath(new URL('../../assets/demo/', import.meta.url));
const trainImages = join(assets, 'train.tar');
const testImages = join(assets, 'test.tar');

export interface DemoOptions {
  /** Folder of both runs and the page; runs that it holds already are gone on with. */
  folder: string;
  /** More `key=value` for both recipes. */
  overrides: readonly string[];
  progress: ProgressMode;
  say: (sentence: string) => void;
  /** Begins to show how far a part is; the result hears how much of it is done. */
  count: (title: string, unit?: string) => (done: number, total: number) => void;
}

function recipeOf<S extends Stage>(stage: S, { folder, overrides }: DemoOptions): StageRecipes[S] {
  const own = stage === 'pretrain' ? [`target.path=${join(folder, 'tokenizer')}`] : [];
  return loadStageRecipe(stage, `demo-${stage}`, [...own, ...overrides]);
}

function openRun<R extends Recipe>(recipe: R, name: string, { folder, progress }: DemoOptions): Run<R> {
  const run = join(folder, name);
  const resume = existsSync(join(run, 'recipe.yaml'));
  return new Run(recipe, { folder: run, resume, goOn: `beit2 demo --run ${folder}`, progress });
}

const neighbourRows = 12;
const neighboursShown = 6;

async function pictureOf(bytes: Uint8Array): Promise<Picture> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 3 };
}

/** For test images from all classes, the training images whose features are nearest. */
async function findNeighbours({ training, test }: EvaluationFeatures): Promise<Neighbours[]> {
  const known = await openSource(trainImages);
  const asked = await openSource(testImages);
  const queries = Array.from({ length: neighbourRows }, (_, i) =>
    Math.floor(((i + 0.5) * asked.length) / neighbourRows),
  );
  const found = torch.scope(() => {
    const features = test.mean.features.indexSelect(0, torch.tensor(queries));
    return nearest(training.mean.features, features, neighboursShown).index.tolist() as number[][];
  });
  return Promise.all(
    queries.map(async (query, i) => ({
      query: await pictureOf(await asked.read(query)),
      found: await Promise.all(
        (found[i] ?? []).map(async (index) => ({
          picture: await pictureOf(await known.read(index)),
          sameClass: known.label(index) === asked.label(query),
        })),
      ),
    })),
  );
}

/** Trains a run and lets go of it, also after an error. */
async function trainWith<R extends Recipe>(
  run: Run<R>,
  train: (run: Run<R>) => Promise<void>,
): Promise<void> {
  try {
    await train(run);
  } finally {
    run.close();
  }
}

/** Trains what is not trained yet, measures it, and makes the page. @returns the page and its main numbers */
export async function runDemo(options: DemoOptions): Promise<{ html: string; results: DemoResults }> {
  const start = performance.now();
  const { folder, say, count } = options;
  const runs = { tokenizer: join(folder, 'tokenizer'), pretraining: join(folder, 'pretraining') };

  say("1/3  Tokenizer: learning codes from which a decoder reconstructs a teacher's features.");
  await trainWith(openRun(recipeOf('tokenizer', options), 'tokenizer', options), trainTokenizer);
  say('2/3  Pretraining: a vision transformer predicts the codes of hidden patches.');
  await trainWith(openRun(recipeOf('pretrain', options), 'pretraining', options), pretrain);

  say('3/3  Evaluation: linear classifiers on frozen features, pretrained and with random weights.');
  const spec = { model: runs.pretraining, train: null, test: null, limit: null, say };
  const measure = (title: string, randomWeights: boolean) =>
    evaluationFeatures({ ...spec, randomWeights, onProgress: count(title) });
  const features = await measure('features', false);
  const baseline = await measure('features of random weights', true);
  const best = (of: EvaluationFeatures, title: string) => {
    const { cls, mean } = probeBoth(of, count(title, 'epochs'));
    return Math.max(cls.accuracy, mean.accuracy);
  };
  const probe = {
    pretrained: best(features, 'linear probe'),
    random: best(baseline, 'linear probe of random weights'),
    chance: 1 / features.classes,
  };
  const gallery = await collectGallery(runs.tokenizer, [testImages], {
    limit: Number.MAX_SAFE_INTEGER,
    say,
    onProgress: count('codes for the page'),
  });
  const pretraining = readMetrics(join(runs.pretraining, 'metrics.jsonl'));
  const results: DemoResults = {
    probe,
    neighbours: await findNeighbours(features),
    gallery,
    health: codebookHealth(summarize(gallery.counts)),
    tokenizer: readMetrics(join(runs.tokenizer, 'metrics.jsonl')),
    pretraining,
    tokenAccuracy: Number(
      pretraining.findLast(({ valAccuracy }) => valAccuracy !== undefined)?.valAccuracy ?? 0,
    ),
    trainImages: features.training.mean.labels.shape[0] ?? 0,
    testImages: features.test.mean.labels.shape[0] ?? 0,
    seconds: (performance.now() - start) / 1000,
    folder,
  };
  say('Writing the page.');
  return { html: await demoReport(results), results };
}
