/**
 * Fine-tuning: a classifier with layer-wise learning-rate decay, RandAugment, mixup and label smoothing.
 *
 *   npx tsx examples/04-finetune.ts
 */
import * as torch from '@beit2/torch';
import { nn } from '@beit2/torch';
import { ClassificationScores, VisionTransformer } from 'beit2';
import {
  applyRandAugment,
  CounterRandom,
  drawMixing,
  drawRandAugment,
  mixImages,
  parameterGroups,
  softTargets,
} from 'beit2/train';

torch.manualSeed(0);
const size = 16;
const classes = 2;

/** A batch of striped pictures: `[B, 3, 16, 16]` in [-1, 1], across in class 0, down in class 1. */
function stripes(epoch: number, count: number, augmented: boolean) {
  const labels = Array.from({ length: count }, (_, i) => i % classes);
  const pictures = labels.map((label, i) => {
    const random = new CounterRandom(7, epoch, i);
    const [low, width] = [random.int(120), 2 + random.int(3)];
    const data = Uint8Array.from({ length: 3 * size * size }, (_, place) => {
      const along = label === 0 ? Math.floor(place / size) % size : place % size;
      return Math.floor(along / width) % 2 === 0 ? low : low + 120;
    });
    const operations = augmented ? drawRandAugment(random, { layers: 1, magnitude: 3, noise: 0.5 }) : [];
    applyRandAugment({ width: size, height: size, data }, operations, [128, 128, 128]);
    return torch.fromTypedArray(data, [3, size, size]);
  });
  const images = torch.stack(pictures).float().div(127.5).sub(1);
  return { images, labels: torch.tensor(labels) };
}

// Weights to start from: const { model } = await openModel('timm-beitv2.pth', { part: 'classifier', say: console.warn });
const model = new VisionTransformer({
  imageSize: size,
  patchSize: 4,
  dim: 48,
  depth: 3,
  heads: 3,
  position: 'absolute',
  dropPath: 0.1,
  classes,
});
const layerDecay = { decay: 0.8, depth: 3 };
const groups = parameterGroups(model.namedParameters(), { weightDecay: 0.05, layerDecay });
const optimizer = new torch.optim.AdamW(groups, { lr: 3e-3 });
for (const group of optimizer.paramGroups) group.lr *= Number(group.lrScale);

for (let step = 0; step < 100; step++) {
  const loss = torch.scope(() => {
    const { images, labels } = stripes(step, 32, true);
    const mixing = drawMixing(
      new CounterRandom(1, step),
      { mixup: 0.8, cutmix: 0, probability: 0.5, switchProbability: 0 },
      size,
    );
    const inputs = mixing ? mixImages(images, mixing) : images;
    const targets = softTargets(labels, classes, 0.1, mixing);
    const total = nn.functional.crossEntropy(model.forward(inputs), targets);
    optimizer.zeroGrad();
    total.backward();
    optimizer.step();
    return total.item();
  });
  if (step % 20 === 0) console.log(`step ${step}: loss ${loss.toFixed(4)}`);
}

model.eval();
const scores = new ClassificationScores(classes);
torch.scope(() => {
  const { images, labels } = stripes(1000, 200, false);
  torch.noGrad(() => scores.add(model.forward(images), labels));
});
const { top1, ece } = scores.result();
console.log(
  `new pictures: top-1 ${(100 * top1).toFixed(1)} %, calibration error ${(100 * ece).toFixed(1)} %`,
);
