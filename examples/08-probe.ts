/**
 * What frozen features are worth: a linear probe and nearest neighbours on pictures of stripes, across or down.
 *
 *   npx tsx examples/08-probe.ts
 */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';
import { linearProbe, MaskedImageModel, nearestNeighbourAccuracy } from 'beit2';

torch.manualSeed(0);
// A real one: const { model } = await openModel('runs/pretrain', { part: 'masked-image-model', say: console.warn });
const model = new MaskedImageModel({
  imageSize: 32,
  patchSize: 8,
  dim: 64,
  depth: 2,
  heads: 4,
  codes: 32,
  aggregation: null,
}).eval();

/** `count` pictures [count, 3, 32, 32] with stripes across (class 0) or down (class 1), under noise. */
function stripes(count: number): { images: Tensor; labels: Tensor } {
  const labels = torch.arange(0, count).remainder(2);
  const wave = torch
    .arange(0, 32)
    .mul(Math.PI / 4)
    .sin(); // [32]
  const across = wave.view([1, 32, 1]).expand([3, 32, 32]);
  const down = wave.view([1, 1, 32]).expand([3, 32, 32]);
  const clean = torch.where(labels.view([count, 1, 1, 1]).eq(0), across, down);
  return { images: clean.add(torch.randn(clean.shape).mul(0.5)), labels };
}

/** Mean of the patch tokens of each picture, [count, 64]. */
function labelled(count: number): { features: Tensor; labels: Tensor } {
  return torch.scope(() =>
    torch.noGrad(() => {
      const { images, labels } = stripes(count);
      const tokens = model.norm.forward(model.features(images)); // [count, 1 + 16, 64]
      return { features: tokens.narrow(1, 1, 16).mean(1), labels };
    }),
  );
}

const [training, test] = [labelled(400), labelled(200)];
const { accuracy, learningRate } = linearProbe(training, test, { classes: 2, epochs: 10, seed: 0 });
console.log(`linear probe: ${(100 * accuracy).toFixed(1)} % (learning rate ${learningRate})`);
const neighbours = nearestNeighbourAccuracy(training, test, { classes: 2, k: 10 });
console.log(`10 nearest neighbours: ${(100 * neighbours).toFixed(1)} %`);
