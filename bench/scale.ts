/**
 * What a run of the paper's size costs on many GPUs: steps, time, cores that decode, bytes read, gradients exchanged, memory,
 * checkpoints, as a table in Markdown. Counted from the recipe and its network; the rest are the options, each an assumption or a
 * measurement that docs/scale.md names.
 *
 *   npx tsx bench/scale.ts [options] RECIPE...
 *   npx tsx bench/scale.ts tokenizer-base-clip pretrain-base-300 pretrain-base-1600
 *   npx tsx bench/scale.ts --gpus 16 --images 14197122 pretrain-large-1600
 */
import { parseArgs } from 'node:util';

import { loadRecipe } from '../packages/beit2/dist/config/recipe.js';
import { toSteps, type Recipe } from '../packages/beit2/dist/config/schema.js';
import { classifierModel, maskedImageModel, vqkdConfig } from '../packages/beit2/dist/open/networks.js';
import { VQKD } from '../packages/beit2/dist/tokenizer/vqkd.js';
import { dealParameters } from '../packages/beit2/dist/train/sharded-adamw.js';
import { trainingFlops } from '../packages/beit2/dist/train/training-flops.js';

const { values, positionals } = parseArgs({
  options: {
    gpus: { type: 'string', default: '8,64' },
    machine: { type: 'string', default: '8' }, // GPUs of one
    images: { type: 'string', default: '1281167' }, // of ImageNet-1k
    imageBytes: { type: 'string', default: '115440' }, // the mean of its tar of 147.9 GB
    peak: { type: 'string', default: '989e12' }, // operations a second in bfloat16: H100 SXM, dense, NVIDIA's data sheet
    share: { type: 'string', default: '0.3' }, // of the peak that a step reaches
    decodeMs: { type: 'string', default: '2.43' }, // of a core for an image: bench/README.md
    activationGB: { type: 'string', default: '0.1' }, // kept of an image for the backward pass
    network: { type: 'string', default: '12.5' }, // gigabytes a second of a machine, each way: 100 Gbit/s Ethernet
  },
  allowPositionals: true,
});
const given = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, Number(text)]));
const {
  machine = 8,
  images = 0,
  imageBytes = 0,
  peak = 0,
  share = 0,
  decodeMs = 0,
  activationGB = 0,
  network = 0,
} = given;
const teacherDim = 512; // features of CLIP ViT-B/16

function parametersOf(recipe: Recipe): number[] {
  const model =
    recipe.stage === 'pretrain'
      ? maskedImageModel(recipe, 8192)
      : recipe.stage === 'tokenizer'
        ? new VQKD(vqkdConfig(recipe, teacherDim))
        : classifierModel(recipe, 1000);
  return model.parameters().map((parameter) => (parameter.requiresGrad ? parameter.numel() : 0));
}

/** Operations for an image: the network that is trained, and forward a base encoder that gives its targets. */
function flopsOf(recipe: Recipe): number {
  const target = recipe.stage === 'finetune' ? 0 : trainingFlops(loadRecipe('finetune-base')) / 3;
  return trainingFlops(recipe) + target;
}

/** Elements of the fullest of so many shares of the optimizer's state. */
function fullestShare(sizes: readonly number[], ranks: number): number {
  const shares = Array.from({ length: ranks }, () => 0);
  for (const [position, rank] of dealParameters(sizes, ranks).entries())
    shares[rank] = (shares[rank] ?? 0) + (sizes[position] ?? 0);
  return Math.max(...shares);
}

const digits = (value: number, places = 0): string =>
  value.toLocaleString('en', { minimumFractionDigits: places, maximumFractionDigits: places });

function costOf(recipe: Recipe, parameters: readonly number[], gpus: number): [string, string][] {
  const count = parameters.reduce((sum, each) => sum + each, 0);
  const stepsPerEpoch = Math.floor(images / recipe.batchSize);
  const steps = toSteps(recipe.duration, stepsPerEpoch);
  const ownImages = recipe.batchSize / gpus;
  const stepSeconds = (flopsOf(recipe) * ownImages) / (peak * share);
  const perSecond = recipe.batchSize / stepSeconds;
  const machines = Math.ceil(gpus / machine);
  const gradients = 4 * count;
  const sent = (2 * (gpus - 1) * gradients) / gpus; // of each in a ring
  const sendMs = machines > 1 ? digits((sent / network / 1e9) * 1000) : 'none leave the machine';
  const states = (elements: number) => digits((8 * count + 8 * elements) / 1e9, 2);
  return [
    ['images of a step, in all / a GPU', `${digits(recipe.batchSize)} / ${digits(ownImages)}`],
    ['steps: an epoch / in all', `${digits(stepsPerEpoch)} / ${digits(steps)}`],
    ['TFLOP a step and GPU', digits((flopsOf(recipe) * ownImages) / 1e12, 2)],
    ['step, computing alone (ms)', digits(stepSeconds * 1000, 1)],
    ['images/s, all / a GPU', `${digits(perSecond)} / ${digits(perSecond / gpus)}`],
    [
      'an epoch (s) / training (h)',
      `${digits(stepsPerEpoch * stepSeconds, 1)} / ${digits((steps * stepSeconds) / 3600, 1)}`,
    ],
    ['GPU hours', digits((gpus * steps * stepSeconds) / 3600)],
    ['cores that decode for a GPU', digits((perSecond / gpus) * (decodeMs / 1000), 1)],
    ['read by a machine, without a cache (GB/s)', digits(((perSecond / machines) * imageBytes) / 1e9, 2)],
    ['read over the whole training (TB)', digits((steps * recipe.batchSize * imageBytes) / 1e12)],
    ['gradients (MB) / sent a GPU and step (MB)', `${digits(gradients / 1e6)} / ${digits(sent / 1e6)}`],
    ['sending them between machines (ms)', sendMs],
    ['weights, gradients, averages a GPU (GB)', states(count)],
    ['the same with optimizer.shard (GB)', states(fullestShare(parameters, gpus))],
    ['activations a GPU (GB)', digits(ownImages * activationGB, 1)],
    ['a checkpoint (GB)', digits((12 * count) / 1e9, 2)],
  ];
}

for (const name of positionals) {
  const columns = values.gpus.split(',').map(Number);
  const recipe = loadRecipe(name);
  const parameters = parametersOf(recipe);
  const rows = columns.map((gpus) => costOf(recipe, parameters, gpus));
  console.log(`| ${name} | ${columns.map((gpus) => `${gpus} GPUs`).join(' | ')} |`);
  console.log(`| --- | ${columns.map(() => '---').join(' | ')} |`);
  for (const [i, [label]] of (rows[0] ?? []).entries())
    console.log(`| ${label} | ${rows.map((row) => row[i]?.[1] ?? '').join(' | ')} |`);
  console.log('');
}
