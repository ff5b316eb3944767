/**
 * Features of a folder of images, an index of them, and the images nearest to one.
 *
 *   npx tsx examples/06-embed-and-search.ts
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '@beit2/torch';
import { openModel, VisionTransformer } from 'beit2';
import { buildIndex, embedImages, searchImages, VectorIndex, writeFeatures } from 'beit2/search';
import sharp from 'sharp';

const folder = mkdtempSync(join(tmpdir(), 'beit2-example-'));

// Plain pictures, from red over green to blue: what lies near in colour should lie near in features.
const photos = join(folder, 'photos');
mkdirSync(photos);
for (let hue = 0; hue < 360; hue += 15) {
  const background = `hsl(${hue}, 80%, 50%)`;
  await sharp({ create: { width: 48, height: 48, channels: 3, background } })
    .png()
    .toFile(join(photos, `${String(hue).padStart(3, '0')}.png`));
}

// Any encoder serves: a pretraining run, official weights. Random ones already tell colours apart.
torch.manualSeed(0);
const sizes = { imageSize: 32, patchSize: 8, dim: 64, depth: 2, heads: 1 };
const fresh = new VisionTransformer({ ...sizes, meanPooling: false });
const weights = join(folder, 'encoder.safetensors');
torch.save(fresh.stateDict(), weights);

const options = { device: 'cpu', say: console.log } as const;
const encoder = await openModel(weights, { part: 'encoder', say: console.log });
const features = await embedImages(encoder, weights, [photos], {
  ...options,
  pooling: 'mean',
  onProgress: () => undefined,
});
console.log('written:', writeFeatures(join(folder, 'photos.npy'), features));

const path = join(folder, 'photos.index');
buildIndex(path, features);
const index = new VectorIndex(path);
for await (const { query, found } of searchImages(index, [join(photos, '120.png')], {
  ...options,
  count: 4,
})) {
  console.log(query, found);
}
