// Rank 1 dies in the middle; the others must get an Error soon, not wait for ever.
import * as torch from '@beit2/torch';

const group = torch.distributed.initProcessGroup({ timeoutMs: 3_000 });
await group.barrier();
if (group.rank === 1) process.kill(process.pid, 'SIGKILL');
try {
  await group.allReduce(torch.zeros([4]));
  process.exit(3);
} catch (error) {
  if (!/^rank 0 of 2: allReduce failed: /.test(error.message)) process.exit(4);
  process.exit(7);
}
