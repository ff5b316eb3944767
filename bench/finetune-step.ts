/**
 * One fine-tuning step of a classifier with 1,000 classes: forward pass against soft targets, backward pass, AdamW with layer
 * decay. Its peer is timm's BEiT v2 model of the same sizes with fused attention on. As one line of JSON: milliseconds a step,
 * the peak resident size, and the rates of floating-point operations as in train-step. PRECISION is auto, float32 or bfloat16.
 *
 *   npx tsx bench/compare.ts finetune-step PRECISION IMAGE PATCH DIM DEPTH HEADS BATCH STEPS THREADS DROP_PATH
 *   npx tsx bench/compare.ts finetune-step bfloat16 32 4 192 12 3 64 4 2 0.1
 *   npx tsx bench/compare.ts finetune-step bfloat16 224 16 768 12 12 4 3 2 0.1
 */
import * as torch from '@beit2/torch';
import { nn, optim } from '@beit2/torch';

import { VisionTransformer } from '../packages/beit2/dist/model/vision-transformer.js';
import { parameterGroups } from '../packages/beit2/dist/train/optimizer-groups.js';
import { blockProducts, flopRates, forwardIn, precisionOf, timeSteps } from './step.js';

const [setting = 'float32', ...numbers] = process.argv.slice(2);
const [imageSize = 224, patchSize = 16, dim = 768, depth = 12, heads = 12] = numbers.map(Number);
const [batch = 4, steps = 5, threads = 2, dropPath = 0.1] = numbers.slice(5).map(Number);
const classes = 1000;
torch.setNumThreads(threads);
torch.manualSeed(0);
const precision = precisionOf(setting);

const sizes = { imageSize, patchSize, dim, depth, heads };
const model = new VisionTransformer({ ...sizes, position: 'per-block', layerScale: 0.1, dropPath, classes });
const layerDecay = { decay: 0.65, depth };
const optimizer = new optim.AdamW(
  parameterGroups(model.namedParameters(), { weightDecay: 0.05, layerDecay }),
  { lr: 1e-4 },
);
for (const group of optimizer.paramGroups) group.lr *= Number(group.lrScale);
const images = torch.randn([batch, 3, imageSize, imageSize]);
const targets = torch.rand([batch, classes]).softmax(1);
const patches = (imageSize / patchSize) ** 2;
const products = [
  { rows: batch * patches, in: 3 * patchSize ** 2, out: dim, count: 1, backward: true },
  ...blockProducts({ images: batch, tokens: patches + 1, dim, heads, depth }),
  { rows: batch, in: dim, out: classes, count: 1, backward: true },
];

function step(): number {
  return torch.scope(() => {
    const forward = () => nn.functional.crossEntropy(model.forward(images).float(), targets);
    const loss = forwardIn(precision, forward);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    return loss.item();
  });
}

const { loss, ...times } = timeSteps(steps, step);
const peakMiB = process.resourceUsage().maxRSS / 1024;
const rates = flopRates(products, times.msPerStep, precision);
console.log(JSON.stringify({ ...times, peakMiB, loss, ...rates }));
