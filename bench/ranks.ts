/**
 * Pretraining steps on several Gloo processes against one process with all the threads, at the same batch: images a second of each, in
 * rounds that alternate; of the processes the step-time breakdown, and how much of the gradients' exchange the backward pass hides.
 *
 *   npx tsx bench/ranks.ts [--repeats 3] [--ranks 2] [--shard] PRECISION IMAGE PATCH DIM DEPTH HEADS BATCH CODES STEPS
 *   npx tsx bench/ranks.ts bfloat16 32 4 192 12 3 64 1024 10
 *   npx tsx bench/ranks.ts bfloat16 224 16 768 12 12 16 8192 4
 *
 * PRECISION is auto, float32 or bfloat16; BATCH the images of all processes. Figures are of rank 0, milliseconds a step:
 * `exchange` from the first gradients exchanged to the last, `exposed` what of it came after the backward pass's own work. `hidden` is 1 - exposed / exchange.
 */
import { parseArgs } from 'node:util';

import * as torch from '@beit2/torch';
import { nn } from '@beit2/torch';

import { loadStageRecipe } from '../packages/beit2/dist/config/recipe.js';
import { MaskedImageModel } from '../packages/beit2/dist/model/masked-image-model.js';
import { accumulate } from '../packages/beit2/dist/train/accumulate.js';
import { placeOf } from '../packages/beit2/dist/train/launcher.js';
import { openOptimizer } from '../packages/beit2/dist/train/optimizer-groups.js';
import { Precision } from '../packages/beit2/dist/train/precision.js';
import { Replicas } from '../packages/beit2/dist/train/replicas.js';
import { StepClock } from '../packages/beit2/dist/train/step-clock.js';
import { World } from '../packages/beit2/dist/train/world.js';
import { inRounds, load, median, oursOf, ratioOf, type Figures } from './rounds.js';
import { precisionOf } from './step.js';

const { values: options, positionals } = parseArgs({
  options: {
    repeats: { type: 'string', default: '3' },
    ranks: { type: 'string', default: '2' },
    shard: { type: 'boolean', default: false },
    size: { type: 'string' }, // run once, in so many processes, and print the figures as JSON
  },
  allowPositionals: true,
});
const [setting = 'auto', ...sizes] = positionals;
const [imageSize = 32, patchSize = 4, dim = 192, depth = 12, heads = 3] = sizes.map(Number);
const [batch = 64, codes = 1024, steps = 10] = sizes.slice(5).map(Number);
const ranks = Number(options.ranks);

/** Steps in one process of `world`. */
async function trainIn(world: World): Promise<Figures> {
  torch.manualSeed(0);
  const precision = new Precision(precisionOf(setting), 'cpu');
  const aggregation = { earlyLayer: Math.round(depth * 0.75), layers: 2 };
  const model = new MaskedImageModel({
    imageSize,
    patchSize,
    dim,
    depth,
    heads,
    layerScale: 0.1,
    codes,
    aggregation,
  });
  const { optimizer: settings } = loadStageRecipe('pretrain', 'pretrain', [
    `optimizer.shard=${options.shard}`,
  ]);
  const optimizer = openOptimizer(model, settings, world);
  const replicas = new Replicas(model, world);
  const clock = new StepClock();
  clock.isTiming = true;

  const own = batch / world.size;
  const patches = (imageSize / patchSize) ** 2;
  const masked = Math.floor(0.4 * patches);
  const images = torch.rand([own, 3, imageSize, imageSize]);
  const order = torch.rand([own, patches]).argsort(1);
  const masks = torch
    .zeros([own, patches])
    .scatter(1, order.narrow(1, 0, masked), 1)
    .bool();
  const positions = masks.flatten().nonzero().squeeze(1);
  const labels = torch.randint(0, codes, [own * masked]);
  const lossOf = (rows: torch.Tensor) => nn.functional.rowCrossEntropy(rows, labels).losses.mean();

  const exchanges: { total: number; exposed: number }[] = [];
  const step = async () => {
    const values = await accumulate({ replicas, precision, optimizer, clock }, settings, [null], () =>
      precision.forward(() => {
        const { logits, aggregationLogits } = replicas.forward(images, masks, positions);
        const main = lossOf(logits);
        return { loss: aggregationLogits ? main.add(lossOf(aggregationLogits)) : main };
      }),
    );
    for (const value of Object.values(values)) if (value instanceof torch.Tensor) value.dispose();
    clock.step();
    exchanges.push(replicas.exchangeTimes());
  };
  for (let i = 0; i < 2; i++) await step();
  clock.take();
  exchanges.length = 0;
  const start = performance.now();
  for (let i = 0; i < steps; i++) await step();
  const msPerStep = (performance.now() - start) / steps;
  const mean = (name: 'total' | 'exposed') => exchanges.reduce((sum, times) => sum + times[name], 0) / steps;
  const times = clock.take();
  const [exchange, exposed] = [mean('total'), mean('exposed')];
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  const hidden: Figures = world.size > 1 ? { exchange, exposed, hidden: 1 - exposed / exchange } : {};
  return { imagesPerSecond: (batch / msPerStep) * 1000, msPerStep, ...hidden, ...times, peakMiB };
}

/** Runs this file in so many processes, which share out the threads. @returns figures of rank 0 */
async function figuresIn(size: number): Promise<Figures> {
  let figures: Figures = {};
  await torch.distributed.launch(import.meta.filename, size, {
    args: process.argv.slice(2),
    env: { OMP_NUM_THREADS: String(ranks / size) },
    onMessage: (message, rank) => {
      if (rank === 0) figures = message as Figures;
    },
  });
  return figures;
}

if (process.env.RANK !== undefined) {
  const world = await World.join(placeOf(process.env));
  process.send?.(await trainIn(world));
  await world.barrier();
  world.close();
} else if (options.size !== undefined) {
  console.log(JSON.stringify(await figuresIn(Number(options.size))));
} else {
  console.log(load());
  const sized = (size: number) => () => oursOf('ranks', ['--size', String(size), ...process.argv.slice(2)]);
  const { one, several } = inRounds(Number(options.repeats), { one: sized(1), several: sized(ranks) });
  const of = (list: readonly Figures[], figure: string) => list.map((figures) => figures[figure] ?? NaN);
  const names = Object.keys(several[0] ?? {});
  console.table(
    names.map((figure) => ({
      figure,
      'one process': Number(median(of(one, figure)).toPrecision(4)),
      [`${ranks} processes`]: Number(median(of(several, figure)).toPrecision(4)),
    })),
  );
  const { median: ratio, range } = ratioOf(of(several, 'imagesPerSecond'), of(one, 'imagesPerSecond'));
  console.log(`images/s, ${ranks} processes / one: ${ratio.toFixed(3)} (${range})`);
  console.log(load());
}
