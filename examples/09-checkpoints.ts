/**
 * A checkpoint from one library to another and back: what a file holds, other key names, the same bits.
 *
 *   npx tsx examples/09-checkpoints.ts
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '@beit2/torch';
import { convertModel, inspectModel, readCheckpoint, VisionTransformer } from 'beit2';

const folder = mkdtempSync(join(tmpdir(), 'beit2-example-'));

// A classifier with our key names, which are those of the official release; here with random weights.
torch.manualSeed(0);
const sizes = { imageSize: 32, patchSize: 8, dim: 64, depth: 2, heads: 1 };
const fresh = new VisionTransformer({ ...sizes, position: 'per-block', layerScale: 0.1, classes: 3 });
const ours = join(folder, 'ours.safetensors');
torch.save(fresh.stateDict(), ours, { metadata: { classes: JSON.stringify(['ant', 'bee', 'cat']) } });

// As `beit2 inspect FILE --image-size 64`: nothing is loaded, only looked at.
const say = console.log;
const { title, load, fresh: anew } = await inspectModel(ours, { imageSize: 64, say });
console.log(title);
for (const { key, fate, why } of load.filter(({ why }) => why !== undefined))
  console.log(' ', fate, key, why);
console.log('  begun anew:', anew.join(', ') || 'nothing');

// As `beit2 convert IN OUT --to huggingface`: a folder for from_pretrained; then back into a file for torch.load.
const huggingFace = join(folder, 'hugging-face');
await convertModel(ours, huggingFace, 'huggingface', { say });
console.log('Hugging Face:', [...readCheckpoint(huggingFace).tensors.keys()].slice(0, 3).join(', '), '...');
const official = join(folder, 'official.pth');
await convertModel(huggingFace, official, 'official', { say });

const back = readCheckpoint(official);
let equal = 0;
for (const [name, tensor] of readCheckpoint(ours).tensors) {
  const other = back.tensors.get(name)?.read().data;
  if (other && Buffer.compare(tensor.read().data, other) === 0) equal++;
}
console.log(`${equal} of ${back.tensors.size} tensors came back bit for bit, classes:`, back.meta.classes);
