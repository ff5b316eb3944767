/**
 * A set of 16-bit images of 13 bands whose four classes show in bands 8 and 11 alone, and the road over it: a teacher that predicts
 * pixels, its tokenizer, pretraining on the codes, a probe.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadStageRecipe } from '#beit2/config/recipe.js';
import { CounterRandom } from '#beit2/data/random.js';
import { evaluationFeatures, probeBoth } from '#beit2/evaluate/evaluate-features.js';
import { makeTiff } from '../data/rasters/make-tiff.js';
import { train } from './tiny.js';

const [side, bands] = [16, 13];
/** From 0. */
const telling = [7, 10];

/** Writes `FOLDER/train` and `FOLDER/val`, a folder for each class in both. */
export function makeBandSet(folder: string, { train: training, val }: { train: number; val: number }): void {
  for (const [set, [name, perClass]] of [['train', training] as const, ['val', val] as const].entries())
    for (let label = 0; label < 4; label++) {
      mkdirSync(join(folder, name, `class${label}`), { recursive: true });
      for (let index = 0; index < perClass; index++) {
        const file = makeTiff(side, side, bands, makeImage(label, new CounterRandom(11, set, label, index)));
        writeFileSync(join(folder, name, `class${label}`, `${index}.tif`), file);
      }
    }
}

/** Waves and noise in all bands; in the telling ones the class makes them brighter or darker. */
function makeImage(label: number, random: CounterRandom): Uint16Array {
  const wave = () => [random.uniform(0.1, 0.5), random.uniform(0.1, 0.5), random.uniform(0, 6.28)] as const;
  const waves = Array.from({ length: bands }, wave);
  const values = new Uint16Array(side * side * bands);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      for (const [band, [across, down, start]] of waves.entries()) {
        let value = 1500 + 500 * Math.sin(across * x + down * y + start) + 200 * random.normal();
        const place = telling.indexOf(band);
        if (place >= 0) value += (label >> place) % 2 === 1 ? 250 : -250;
        values[(y * side + x) * bands + band] = Math.min(65_535, Math.max(0, Math.round(value)));
      }
  return values;
}

export interface BandRun {
  /** Of the recipes' `data.channels`, as on the command line. */
  channels: string;
  count: number;
  /** Optimizer steps of teacher, tokenizer and pretraining. */
  steps: number;
  seed: number;
}

/** Accuracy of a linear probe on the mean of the patch tokens, in percent. */
export async function probeBands(set: string, folder: string, run: BandRun): Promise<number> {
  const { channels, count, steps, seed } = run;
  const half = `[${new Array<number>(count).fill(0.5).join(', ')}]`;
  const common = [
    'device=cpu',
    'threads=1',
    'precision=float32',
    `seed=${seed}`,
    'name=bands',
    `data.train=${join(set, 'train')}`,
    'data.val=null',
    `data.channels=${channels}`,
    'data.window=[0, 3000]',
    'data.imageSize=16',
    'data.workers=1',
    'data.flip=0',
    'model.dim=48',
    'model.depth=3',
    'model.heads=3',
    `duration={ steps: ${steps} }`,
    'schedule.warmup={ steps: 20 }',
    'checkpoint.every={ steps: 100000 }',
    'log.tensorboard=false',
  ];
  const model = ['model.aggregation=null', `data.mean=${half}`, `data.std=${half}`];
  const [teacher, tokenizer, pretrained] = ['teacher', 'tokenizer', 'pretrained'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const pixels = ['target={ kind: pixels, normalize: false }'];
  await train(loadStageRecipe('pretrain', 'demo-pretrain', [...common, ...model, ...pixels]), teacher);
  const taught = [`teacher={ kind: beit2, path: ${teacher}, imageSize: 16 }`, 'quantizer.codes=32'];
  await train(loadStageRecipe('tokenizer', 'demo-tokenizer', [...common, ...taught]), tokenizer);
  const codes = [`target.path=${tokenizer}`, 'target.imageSize=16'];
  await train(loadStageRecipe('pretrain', 'demo-pretrain', [...common, ...model, ...codes]), pretrained);
  const features = await evaluationFeatures({
    model: pretrained,
    train: join(set, 'train'),
    test: join(set, 'val'),
    limit: null,
    device: 'cpu',
    say: () => undefined,
  });
  return 100 * probeBoth(features).mean.accuracy;
}
