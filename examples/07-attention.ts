/**
 * What the patches of an image look at: the attention probabilities of one block, head by head.
 *
 *   npx tsx examples/07-attention.ts
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '@beit2/torch';
import { attentionMaps, imageAttention, openModel, VisionTransformer, writeAttentionPng } from 'beit2';
import sharp from 'sharp';

const folder = mkdtempSync(join(tmpdir(), 'beit2-example-'));
torch.manualSeed(0);
const model = new VisionTransformer({ imageSize: 64, patchSize: 8, dim: 128, depth: 3, heads: 2 }).eval();

// As tensors: [B, H, 1 + N, 1 + N], a row for each token, [CLS] first.
const maps = attentionMaps(model, torch.rand([1, 3, 64, 64]), 2);
console.log(maps.shape, 'a row sums to', maps.at(0, 0, 0).sum().item().toFixed(4));

// As pictures, from any trained model.
const image = join(folder, 'disc.png');
const disc =
  '<svg width="96" height="96"><rect width="96" height="96" fill="#246"/><circle cx="60" cy="40" r="22" fill="#fc3"/></svg>';
await sharp(Buffer.from(disc)).png().toFile(image);
const weights = join(folder, 'encoder.safetensors');
torch.save(model.stateDict(), weights);
const opened = await openModel(weights, { say: console.log });
const attention = await imageAttention(opened, image, {
  block: 3,
  from: { row: 4, column: 5 },
  device: 'cpu',
});
for (const [i, { cls, patches }] of attention.heads.entries()) {
  console.log(
    `head ${i + 1}: ${(100 * cls).toFixed(1)} % to [CLS], at most ${Math.max(...patches).toFixed(4)} to a patch`,
  );
}
const picture = join(folder, 'attention.png');
await writeAttentionPng(picture, attention);
console.log('written:', picture);
