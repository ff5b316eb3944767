// One rank of data-parallel training: sends its losses and last weights.
import * as torch from '@beit2/torch';

import { makeModel, train } from './task.mjs';

const [, , dtype, accumulate] = process.argv;
const group = await torch.distributed.initProcessGroup({ timeoutMs: 30_000 });
const model = makeModel(group.rank, dtype);
// Buckets of a few parameters, so that there are several, and their order is rebuilt after the first step.
const parallel = new torch.distributed.DistributedDataParallel(model, { bucketMegabytes: 0.0003 });
const losses = train(parallel, dtype, { group, accumulate: Number(accumulate) });
const weights = [...parallel.stateDict()].map(([name, tensor]) => [name, tensor.tolist()]);
process.send({ losses, weights });
