// One rank of the data-parallel test: writes its losses and last weights to the file OUT.RANK.
import { writeFileSync } from 'node:fs';

import * as torch from '@beit2/torch';

import { losses, makeModel, makeOptimizer, step } from './task.mjs';

torch.setNumThreads(1);
const [out, accumulate] = [process.argv[2], Number(process.argv[3])];
const group = torch.distributed.initProcessGroup({ timeoutMs: 60_000 });
const model = makeModel(group.rank); // another start on every rank: rank 0's must win
const parallel = new torch.distributed.DistributedDataParallel(model, { processGroup: group });
const optimizer = makeOptimizer(parallel);
const trained = losses(({ x, y }) => {
  const part = x.shape[0] / group.size;
  const mine = (tensor) => tensor.narrow(0, group.rank * part, part);
  return step(parallel, optimizer, mine(x), mine(y), { group, accumulate });
});
const weights = [...parallel.stateDict()].map(([name, tensor]) => [name, tensor.tolist()]);
writeFileSync(`${out}.${group.rank}`, JSON.stringify({ losses: trained, weights }));
