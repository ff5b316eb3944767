// Ranks that lose one another in the way that the first argument says; what a rank then sees goes to the test.
import { setTimeout as sleep } from 'node:timers/promises';

import * as torch from '@beit2/torch';

const [, , what] = process.argv;
const timeoutMs = 1_000;
await torch.distributed.initProcessGroup({ timeoutMs: 60_000 }); // processes may take long to start
const group = await torch.distributed.ProcessGroup.join({ timeoutMs });
const { rank } = group;
const began = Date.now();
const die = () => process.kill(process.pid, 'SIGKILL');

/** Sends the Error of a collective and the milliseconds until it came. */
async function report(run) {
  try {
    await run();
    process.send({ rank, message: 'no Error' });
  } catch (error) {
    process.send({ rank, message: error.message, ms: Date.now() - began });
  }
}

const cases = {
  async death() {
    if (rank === 1) die();
    await report(() => group.allReduce(torch.zeros([4])));
    await report(() => group.barrierSync());
  },
  async deathOfServer() {
    if (rank === 0) die();
    await report(() => group.broadcastSync(torch.zeros([4]), 1));
  },
  async deathInBackward() {
    const model = new torch.distributed.DistributedDataParallel(new torch.nn.Linear(3, 2), {
      processGroup: group,
    });
    const output = model.forward(torch.ones([2, 3]));
    if (rank === 1) die();
    await report(() => output.sum().backward());
  },
  async late() {
    if (rank === 1) await sleep(timeoutMs + 1_200);
    if (rank !== 1) await report(() => group.allGather(torch.zeros([2])));
  },
  async disagreement() {
    await report(() => group.allReduce(torch.zeros([rank + 1])));
    await report(() => (rank === 0 ? group.barrierSync() : group.broadcastSync(torch.zeros([2]), 1)));
    await report(() =>
      group.allReduce(torch.zeros([2], { dtype: rank === 0 ? 'float64' : 'float32' }), { op: 'max' }),
    );
    await report(() => group.barrier());
  },
  async otherModel() {
    const model = new torch.nn.Sequential(new torch.nn.Linear(4, 3), new torch.nn.Linear(3, 2 + rank));
    await report(() => new torch.distributed.DistributedDataParallel(model, { processGroup: group }));
    await report(() => group.barrier());
  },
  // Rank 0 leaves while its collective waits for the others: none of its ways may hang or crash.
  async exit() {
    if (rank !== 0) return void (await sleep(1_000));
    group.allReduce(torch.zeros([1])).catch(() => undefined);
    globalThis.setTimeout(() => process.exit(0), 100);
  },
  async destroy() {
    if (rank !== 0) return void (await sleep(1_000));
    globalThis.setTimeout(() => group.destroy(), 100);
    await report(() => group.allReduce(torch.zeros([1])));
  },
};
await cases[what]();
