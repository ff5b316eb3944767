/**
 * One training step of the tokenizer (VQ-KD, no teacher: its features are given) or of pretraining (tokenizer forward
 * included), with the sizes and the arithmetic of peers/train_step.py. Milliseconds a step and the peak resident size,
 * as one line of JSON.
 *
 *   npx tsx bench/compare.ts train-step STAGE PRECISION IMAGE PATCH DIM DEPTH HEADS BATCH CODES STEPS THREADS
 *   npx tsx bench/compare.ts train-step pretrain bfloat16 32 4 192 12 3 64 1024 5 2
 */
import * as torch from '@beit2/torch';
import { nn, optim, type Tensor } from '@beit2/torch';

import { MaskedImageModel } from '../packages/beit2/dist/model/masked-image-model.js';
import { Tokenizer, VQKD } from '../packages/beit2/dist/tokenizer/vqkd.js';
import { parameterGroups } from '../packages/beit2/dist/train/optimizer-groups.js';

const [stage = 'pretrain', precision = 'float32', ...sizes] = process.argv.slice(2);
const [imageSize = 32, patchSize = 4, dim = 192, depth = 12, heads = 3, batch = 64, codes = 1024] =
  sizes.map(Number);
const [steps = 5, threads = 2] = sizes.slice(7).map(Number);
const codeDim = 32;
const teacherDim = 512;
const maskedShare = 0.4;
torch.setNumThreads(threads);
torch.manualSeed(0);

const images = torch.rand([batch, 3, imageSize, imageSize]);
const patches = (imageSize / patchSize) ** 2;
const encoder = { imageSize, patchSize, dim, depth, heads };
const quantizer = { codes, codeDim, kmeans: false };

function forward(body: () => Tensor): Tensor {
  return precision === 'bfloat16' ? torch.autocast({ dtype: 'bfloat16' }, body) : body();
}

function tokenizerLoss(): { model: nn.Module; loss: () => Tensor } {
  const model = new VQKD({ encoder, quantizer, decoderDepth: 1, teacherDim });
  const target = torch.randn([batch, patches, teacherDim]);
  return { model, loss: () => model.forward(images, target).loss };
}

function pretrainLoss(): { model: nn.Module; loss: () => Tensor } {
  const tokenizer = new Tokenizer({ encoder, quantizer }).eval().requiresGrad_(false);
  const aggregation = { earlyLayer: Math.round(depth * 0.75), layers: 2 };
  const model = new MaskedImageModel({ ...encoder, layerScale: 0.1, codes, aggregation });
  const masked = Math.floor(maskedShare * patches);
  const order = torch.rand([batch, patches]).argsort(1);
  const mask = torch
    .zeros([batch, patches])
    .scatter(1, order.narrow(1, 0, masked), 1)
    .bool();
  const positions = mask.flatten().nonzero().squeeze(1);
  const loss = (): Tensor => {
    const labels = tokenizer.tokens(images).flatten().indexSelect(0, positions);
    const { logits, aggregationLogits } = model.forward(images, mask);
    const main = nn.functional.crossEntropy(logits.float(), labels);
    return aggregationLogits ? main.add(nn.functional.crossEntropy(aggregationLogits.float(), labels)) : main;
  };
  return { model, loss };
}

const { model, loss } = stage === 'tokenizer' ? tokenizerLoss() : pretrainLoss();
const optimizer = new optim.AdamW(parameterGroups(model.namedParameters(), { weightDecay: 0.05 }), {
  lr: 1e-4,
});

function step(): number {
  return torch.scope(() => {
    const value = forward(loss);
    optimizer.zeroGrad();
    value.backward();
    if (stage === 'pretrain') optim.clipGradNorm_(model.parameters(), 3);
    optimizer.step();
    return value.item();
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
