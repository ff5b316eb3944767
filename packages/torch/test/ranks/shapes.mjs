// Models of different shapes on the ranks are refused before anything is exchanged.
import * as torch from '@beit2/torch';

const group = torch.distributed.initProcessGroup({ timeoutMs: 20_000 });
const model = new torch.nn.Linear(4, 2 + group.rank);
try {
  new torch.distributed.DistributedDataParallel(model, { processGroup: group });
  process.exit(3);
} catch (error) {
  if (!(error instanceof Error)) process.exit(4);
  console.error(error.message);
}
