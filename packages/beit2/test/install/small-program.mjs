// Trains, exports and classifies, on whatever runtime runs it; prints one line of JSON.
import assert from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '@beit2/torch';
import { openModel, VisionTransformer } from 'beit2';
import { exportModel } from 'beit2/export';
import { load } from 'beit2/onnx';
import sharp from 'sharp';

const folder = mkdtempSync(join(tmpdir(), 'beit2-small-'));
const [size, colours] = [32, ['red', 'blue']];

/** Plain pictures of one colour each, `[B, 3, S, S]` in [-1, 1]. */
function batch() {
  const images = torch.randn([16, 3, size, size]).mul(0.1);
  const labels = torch.arange(16).remainder(2);
  for (let i = 0; i < 16; i++)
    images
      .select(0, i)
      .select(0, 2 * (i % 2))
      .add_(1);
  return { images, labels };
}

try {
  torch.manualSeed(0);
  const sizes = { imageSize: size, patchSize: 16, dim: 64, depth: 1, heads: 1 };
  const model = new VisionTransformer({ ...sizes, position: 'absolute', classes: colours.length });
  const optimizer = new torch.optim.AdamW(model.parameters(), { lr: 3e-3 });
  const losses = Array.from({ length: 20 }, () =>
    torch.scope(() => {
      const { images, labels } = batch();
      const loss = torch.nn.functional.crossEntropy(model.forward(images), labels);
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
      return loss.item();
    }),
  );
  assert(losses.at(-1) < 0.5 * losses[0], `the loss went from ${losses[0]} to ${losses.at(-1)}`);

  const weights = join(folder, 'model.safetensors');
  torch.save(model.stateDict(), weights);
  const opened = await openModel(weights, { part: 'classifier', say: () => undefined });
  const file = join(folder, 'model.onnx');
  await exportModel(opened, file, { precision: 'float32', externalData: false });

  const classifier = await load(file, { threads: 1 });
  const answers = [];
  for (const background of colours) {
    const bytes = await sharp({ create: { width: 50, height: 40, channels: 3, background } })
      .png()
      .toBuffer();
    const [best] = await classifier.classify(bytes, { top: 1 });
    answers.push(best.name);
  }
  await classifier.close();
  assert.notEqual(answers[0], answers[1]);
  console.log(JSON.stringify({ losses: [losses[0], losses.at(-1)], answers }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
