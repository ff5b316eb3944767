/**
 * One fine-tuning step of the classifier of base size, 224 pixels, patch 16, 1,000 classes: forward pass against soft
 * targets, backward pass, AdamW with layer decay. Its peer is timm's `beitv2_base_patch16_224` with fused attention on.
 * Milliseconds a step and the peak resident size, as one line of JSON.
 *
 *   npx tsx bench/compare.ts finetune-step PRECISION BATCH STEPS THREADS DROP_PATH
 *   npx tsx bench/compare.ts finetune-step bfloat16 4 5 2 0.1
 */
import * as torch from '@beit2/torch';
import { nn, optim } from '@beit2/torch';

import { VisionTransformer } from '../packages/beit2/dist/model/vision-transformer.js';
import { parameterGroups } from '../packages/beit2/dist/train/optimizer-groups.js';

const [precision = 'float32', ...numbers] = process.argv.slice(2);
const [batch = 4, steps = 5, threads = 2, dropPath = 0.1] = numbers.map(Number);
const base = { imageSize: 224, patchSize: 16, dim: 768, depth: 12, heads: 12 };
const classes = 1000;
torch.setNumThreads(threads);
torch.manualSeed(0);

const model = new VisionTransformer({ ...base, position: 'per-block', layerScale: 0.1, dropPath, classes });
const layerDecay = { decay: 0.65, depth: base.depth };
const optimizer = new optim.AdamW(
  parameterGroups(model.namedParameters(), { weightDecay: 0.05, layerDecay }),
  { lr: 1e-4 },
);
for (const group of optimizer.paramGroups) group.lr *= Number(group.lrScale);
const images = torch.randn([batch, 3, base.imageSize, base.imageSize]);
const targets = torch.rand([batch, classes]).softmax(1);

function step(): number {
  return torch.scope(() => {
    const forward = () => nn.functional.crossEntropy(model.forward(images).float(), targets);
    const loss = precision === 'bfloat16' ? torch.autocast({ dtype: 'bfloat16' }, forward) : forward();
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    return loss.item();
  });
}

step();
step();
const cpu = process.cpuUsage();
const start = performance.now();
let value = 0;
for (let i = 0; i < steps; i++) value = step();
const msPerStep = (performance.now() - start) / steps;
const { user, system } = process.cpuUsage(cpu);
const cpuMsPerStep = (user + system) / 1000 / steps;
const peakMiB = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ msPerStep, cpuMsPerStep, peakMiB, loss: value }));
