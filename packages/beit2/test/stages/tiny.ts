/** A folder of small pictures and shrunk recipes, so that stages run in a second. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { loadStageRecipe } from '#beit2/config/recipe.js';
import type { Stage, StageRecipes } from '#beit2/config/schema.js';
import { CounterRandom } from '#beit2/data/random.js';
import { trainStage } from '#beit2/stages/train-stage.js';
import { type MetricRecord, readMetrics } from '#beit2/train/run/metrics.js';
import { Run } from '#beit2/train/run/run-folder.js';

/** Square pictures in two classes: horizontal and vertical stripes in random colours. */
export async function makePictures(
  folder: string,
  { perClass = 12, side = 20 }: { perClass?: number; side?: number } = {},
): Promise<void> {
  for (const [label, name] of ['across', 'down'].entries()) {
    mkdirSync(join(folder, name), { recursive: true });
    for (let index = 0; index < perClass; index++) {
      const random = new CounterRandom(5, label, index);
      const [a, b, width] = [random.int(256), random.int(256), 2 + random.int(4)];
      const data = Uint8Array.from({ length: side * side * 3 }, (_, i) => {
        const pixel = Math.floor(i / 3);
        const along = label === 0 ? Math.floor(pixel / side) : pixel % side;
        return (Math.floor(along / width) % 2 === 0 ? a : b) ^ ((i % 3) * 40);
      });
      const image = sharp(data, { raw: { width: side, height: side, channels: 3 } });
      await image.png().toFile(join(folder, name, `${index}.png`));
    }
  }
}

/** Overrides that make any recipe tiny, but leave its kind of everything as it is. */
const tiny = [
  'device=cpu',
  'threads=1',
  'batchSize=8',
  'data.workers=1',
  'data.prefetch=1',
  'model.dim=16',
  'model.depth=2',
  'model.heads=2',
  'schedule.warmup.steps=2',
  'checkpoint.every.steps=100',
  'evaluate.every.steps=100',
  'log.every=1',
  'log.tensorboard=false',
];

/** Overrides for images of 16 pixels with patches of 4. */
const smallImages = ['data.imageSize=16', 'model.patchSize=4', 'data.evalCrop=1'];

export function tinyRecipe<S extends Stage>(stage: S, name: string, overrides: string[]): StageRecipes[S] {
  const sizes = {
    tokenizer: ['quantizer.codes=8', 'quantizer.codeDim=4'],
    pretrain: [
      'model.aggregation={ earlyLayer: 1, layers: 1, sharedHead: true }',
      'masking.masked=0.4',
      'masking.minBlock=2',
    ],
    finetune: [],
  };
  return loadStageRecipe(stage, name, [
    'data.val=null',
    ...tiny,
    ...smallImages,
    ...sizes[stage],
    ...overrides,
  ]);
}

/** Trains a tokenizer, a model or a classifier in `folder`, quietly. */
export function train(recipe: StageRecipes[Stage], folder: string, resume = false): Promise<void> {
  return trainStage(new Run(recipe, { folder, resume, goOn: 'again', progress: 'quiet' }));
}

/** What a promise throws. */
export async function failure(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

/** What depends on the machine rather than on the training. */
const ofTheMachine = [
  'imagesPerSecond',
  'dataWait',
  'stepSeconds',
  'forward',
  'backward',
  'optimizer',
  'communication',
  'checkpoint',
  'modelFlopUtilization',
  'residentBytes',
];

/** The metrics of a run that another run of the same recipe must have, too. */
export function numbersOf(run: string): Partial<MetricRecord>[] {
  return readMetrics(join(run, 'metrics.jsonl')).map((record) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => !ofTheMachine.includes(key))),
  );
}
