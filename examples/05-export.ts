/**
 * A classifier as an ONNX file, checked against the model, and run without libtorch.
 *
 *   npx tsx examples/05-export.ts
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '@beit2/torch';
import { openModel, VisionTransformer } from 'beit2';
import { exportModel } from 'beit2/export';
import * as ort from 'onnxruntime-node';

const folder = mkdtempSync(join(tmpdir(), 'beit2-example-'));

// Any classifier serves: a fine-tuning run, a file of timm or Hugging Face. Here one with random weights.
torch.manualSeed(0);
const fresh = new VisionTransformer({
  imageSize: 64,
  patchSize: 16,
  dim: 128,
  depth: 4,
  heads: 2,
  position: 'per-block',
  layerScale: 0.1,
  classes: 10,
});
const weights = join(folder, 'classifier.safetensors');
torch.save(fresh.stateDict(), weights);

const opened = await openModel(weights, { part: 'classifier', say: console.log });
const path = join(folder, 'classifier.onnx');
const { check, opset, outputs } = await exportModel(opened, path, {
  precision: 'float32',
  externalData: false,
});
console.log(`opset ${opset}, max abs error ${JSON.stringify(check.maxAbsError)}, outputs`, outputs);

// Images go in as RGB in [0, 1]; any batch size.
const session = await ort.InferenceSession.create(path);
const pixels = Float32Array.from({ length: 2 * 3 * 64 * 64 }, () => Math.random());
const { logits } = await session.run({ images: new ort.Tensor('float32', pixels, [2, 3, 64, 64]) });
console.log('logits', logits?.dims);
