/**
 * One training step of the tokenizer (VQ-KD, no teacher: its features are given) or of pretraining (tokenizer forward
 * included), with the sizes and the arithmetic of peers/train_step.py. As one line of JSON: milliseconds a step, the peak
 * resident size, and the rate of floating-point operations in its products (counted for all tokens of every block) beside the
 * rate of these products alone. PRECISION is auto, float32 or bfloat16.
 *
 *   npx tsx bench/compare.ts train-step STAGE PRECISION IMAGE PATCH DIM DEPTH HEADS BATCH CODES STEPS THREADS
 *   npx tsx bench/compare.ts train-step pretrain bfloat16 32 4 192 12 3 64 1024 5 2
 */
import * as torch from '@beit2/torch';
import { nn, optim, type Tensor } from '@beit2/torch';

import { MaskedImageModel } from '../packages/beit2/dist/model/masked-image-model.js';
import { Tokenizer, VQKD } from '../packages/beit2/dist/tokenizer/vqkd.js';
import { parameterGroups } from '../packages/beit2/dist/train/optimizer-groups.js';
import { blockProducts, flopRates, forwardIn, precisionOf, timeSteps, type Product } from './step.js';

const [stage = 'pretrain', setting = 'float32', ...sizes] = process.argv.slice(2);
const [imageSize = 32, patchSize = 4, dim = 192, depth = 12, heads = 3, batch = 64, codes = 1024] =
  sizes.map(Number);
const [steps = 5, threads = 2] = sizes.slice(7).map(Number);
const codeDim = 32;
const teacherDim = 512;
const maskedShare = 0.4;
torch.setNumThreads(threads);
torch.manualSeed(0);
const precision = precisionOf(setting);

const images = torch.rand([batch, 3, imageSize, imageSize]);
const patches = (imageSize / patchSize) ** 2;
const encoder = { imageSize, patchSize, dim, depth, heads };
const quantizer = { codes, codeDim, kmeans: false };

const shape = { images: batch, tokens: patches + 1, dim, heads };

/** The matrix products of the tokenizer's encoder and of its search for the nearest code. */
function encoderProducts(backward: boolean): Product[] {
  const rows = batch * patches;
  return [
    { rows, in: 3 * patchSize ** 2, out: dim, count: 1, backward },
    ...blockProducts({ ...shape, depth }, backward),
    { rows, in: dim, out: dim, count: 1, backward },
    { rows, in: dim, out: codeDim, count: 1, backward },
    { rows, in: codeDim, out: codes, count: 1, backward: false },
  ];
}

interface Trained {
  model: nn.Module;
  loss: () => Tensor;
  products: Product[];
}

function tokenizerLoss(): Trained {
  const model = new VQKD({ encoder, quantizer, decoderDepth: 1, teacherDim });
  const target = torch.randn([batch, patches, teacherDim]);
  const rows = batch * patches;
  const products: Product[] = [
    ...encoderProducts(true),
    { rows, in: codeDim, out: dim, count: 1, backward: true },
    ...blockProducts({ ...shape, depth: 1 }),
    { rows, in: dim, out: dim, count: 1, backward: true },
    { rows, in: dim, out: teacherDim, count: 1, backward: true },
  ];
  return { model, loss: () => model.forward(images, target).loss, products };
}

function pretrainLoss(): Trained {
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
    const lossOf = (rows: Tensor) => nn.functional.rowCrossEntropy(rows, labels).losses.mean();
    return aggregationLogits ? lossOf(logits).add(lossOf(aggregationLogits)) : lossOf(logits);
  };
  const products: Product[] = [
    ...encoderProducts(false),
    { rows: batch * patches, in: 3 * patchSize ** 2, out: dim, count: 1, backward: true },
    ...blockProducts({ ...shape, depth: depth + aggregation.layers }),
    { rows: batch * masked, in: dim, out: codes, count: 2, backward: true },
  ];
  return { model, loss, products };
}

const { model, loss, products } = stage === 'tokenizer' ? tokenizerLoss() : pretrainLoss();
const optimizer = new optim.AdamW(parameterGroups(model.namedParameters(), { weightDecay: 0.05 }), {
  lr: 1e-4,
});

function step(): number {
  return torch.scope(() => {
    const value = forwardIn(precision, loss);
    optimizer.zeroGrad();
    value.backward();
    if (stage === 'pretrain') optim.clipGradNorm_(model.parameters(), 3);
    optimizer.step();
    return value.item();
  });
}

const { loss: value, ...times } = timeSteps(steps, step);
const peakMiB = process.resourceUsage().maxRSS / 1024;
const rates = flopRates(products, times.msPerStep, precision);
console.log(JSON.stringify({ ...times, peakMiB, loss: value, ...rates }));
