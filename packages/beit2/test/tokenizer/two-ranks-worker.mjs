// One rank of two-ranks.slow.test.ts: trains a tiny VQ-KD on its part of every batch and writes what it saw as JSON.
// Arguments: file to write (the rank is put in front of its ending), steps.
import { writeFileSync } from 'node:fs';

import * as torch from '@beit2/torch';

import { VQKD } from '#beit2/tokenizer/vqkd.js';
import { placeOf } from '#beit2/train/launcher.js';
import { World } from '#beit2/train/world.js';

const [file, steps] = process.argv.slice(2);
const world = await World.join(placeOf(process.env));
const { group, rank, size } = world;
torch.setNumThreads(1);
torch.manualSeed(1);

const model = new VQKD(
  {
    encoder: { imageSize: 16, patchSize: 4, dim: 32, depth: 1, heads: 2 },
    quantizer: { codes: 24, codeDim: 8, revive: { after: 3, below: 4 } },
    decoderDepth: 1,
    teacherDim: 10,
  },
  world,
);
const trained = group ? new torch.distributed.DistributedDataParallel(model, { processGroup: group }) : model;
const optimizer = new torch.optim.AdamW(model.parameters(), { lr: 2e-3 });

const seen = [];
for (let step = 0; step < Number(steps); step++) {
  torch.manualSeed(100 + step);
  const [images, target] = [torch.rand([8, 3, 16, 16]), torch.randn([8, 16, 10])];
  const part = (batch) => batch.view([8 / size, size, ...batch.shape.slice(1)]).select(1, rank); // image i is rank i % size's
  const { loss, indices } = trained.forward(part(images), part(target));
  loss.backward();
  optimizer.step();
  optimizer.zeroGrad();
  const mean = loss.detach().clone();
  group?.allReduceSync(mean, { op: 'avg' });
  seen.push({
    loss: mean.item(),
    indices: indices.tolist(),
    codebook: model.quantize.embedding.weight.flatten().tolist(),
    clusterSize: model.quantize.clusterSize.tolist(),
    revived: model.quantize.embedding.embedAvg.sum().item(),
  });
}
writeFileSync(`${file}-${rank}.json`, JSON.stringify(seen));
await world.barrier();
world.close();
