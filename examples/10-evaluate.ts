/**
 * A classifier on labelled images: accuracy, calibration, a corruption, the confusions; and the classes of one image.
 *
 *   npx tsx examples/10-evaluate.ts
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '@beit2/torch';
import {
  classNamesOf,
  corruptHere,
  evaluateClassifier,
  mapClasses,
  measured,
  openModel,
  openSource,
  predict,
  VisionTransformer,
} from 'beit2';
import sharp from 'sharp';

const folder = mkdtempSync(join(tmpdir(), 'beit2-example-'));

// One folder a class: dark and bright pictures.
for (const [name, base] of [
  ['bright', 170],
  ['dark', 40],
] as const) {
  mkdirSync(join(folder, 'pictures', name), { recursive: true });
  for (let i = 0; i < 8; i++) {
    const background = { r: base + 5 * i, g: base, b: base + 3 * i };
    await sharp({ create: { width: 40, height: 40, channels: 3, background } })
      .png()
      .toFile(join(folder, 'pictures', name, `${i}.png`));
  }
}

// Any classifier serves: a fine-tuning run, a file of timm or Hugging Face. Here one with random weights.
torch.manualSeed(0);
const sizes = { imageSize: 32, patchSize: 8, dim: 64, depth: 2, heads: 1 };
const fresh = new VisionTransformer({ ...sizes, position: 'per-block', layerScale: 0.1, classes: 2 });
const weights = join(folder, 'classifier.safetensors');
torch.save(fresh.stateDict(), weights, { metadata: { classes: JSON.stringify(['bright', 'dark']) } });

const options = { device: 'cpu', say: console.log } as const;
const classifier = await openModel(weights, { part: 'classifier', say: console.log });
const source = await openSource(join(folder, 'pictures'));
const classes = mapClasses(classNamesOf(classifier), source, null);
const { result: scores } = await measured(evaluateClassifier(classifier, source, classes, options));
const { top1, ece, perClass } = scores.result();
console.log(`top-1 ${top1}, calibration error ${ece.toFixed(3)}, by class`, perClass);

const robustness = { ...options, names: ['fog'] as const, subset: null, baseline: null };
const { corruptions } = await corruptHere(classifier, source, robustness);
console.log('errors in fog of severity 1 to 5:', corruptions.fog?.errors);

const one = await openSource(join(folder, 'pictures', 'dark', '0.png'));
for await (const { image, classes } of predict(classifier, one, 2, options)) console.log(image, classes);
