// One rank of the collectives' test: throws where a value is wrong.
import assert from 'node:assert/strict';

import * as torch from '@beit2/torch';

torch.setNumThreads(1);
const group = torch.distributed.initProcessGroup({ timeoutMs: 60_000 });
const { rank, size } = group;
const ranks = Array.from({ length: size }, (_, i) => i);
const sum = ranks.reduce((a, b) => a + b + 1, 0);

for (const dtype of ['float32', 'float64', 'int64', 'int32']) {
  const mine = () => torch.full([2, 3], rank + 1, { dtype });
  const summed = mine();
  await group.allReduce(summed);
  assert.deepEqual(summed.tolist(), Array(2).fill(Array(3).fill(sum)));
  const largest = mine();
  group.allReduceSync(largest, { op: 'max' });
  assert.equal(largest.max().item(), size);
  const smallest = mine();
  group.allReduceSync(smallest, { op: 'min' });
  assert.equal(smallest.max().item(), 1);
  const product = mine();
  await group.allReduce(product, { op: 'product' });
  assert.equal(
    product.max().item(),
    ranks.reduce((a, b) => a * (b + 1), 1),
  );
  const sent = mine();
  await group.broadcast(sent, size - 1);
  assert.equal(sent.min().item(), size);
  const all = await group.allGather(mine());
  assert.deepEqual(
    all.map((tensor) => tensor.max().item()),
    ranks.map((r) => r + 1),
  );
  assert.deepEqual(
    group.allGatherSync(mine()).map((tensor) => tensor.min().item()),
    ranks.map((r) => r + 1),
  );
}

const mean = torch.full([4], rank, { dtype: 'float32' });
await group.allReduce(mean, { op: 'mean' });
assert.ok(Math.abs(mean.max().item() - (size - 1) / 2) < 1e-6);

const rows = torch.arange(size * 2, { dtype: 'float32' });
assert.deepEqual((await group.reduceScatter(rows)).tolist(), [2 * rank * size, (2 * rank + 1) * size]);
await assert.rejects(group.reduceScatter(torch.zeros([size * 2 + 1])), /cannot cut a first dimension/);

// The event loop turns while ranks wait for each other.
let turns = 0;
const timer = setInterval(() => turns++, 5);
if (rank === 0) await new Promise((resolve) => setTimeout(resolve, 300));
await group.barrier();
clearInterval(timer);
assert.ok(turns > 5, `only ${turns} turns of the event loop`);

// Nothing that JavaScript passes in may end the process.
for (const bad of [undefined, null, 'x', {}, NaN, -1, 1e9]) {
  assert.throws(() => group.broadcastSync(torch.zeros([1]), bad));
  assert.throws(() => group.broadcastSync(bad, 0));
}
assert.throws(() => group.allReduceSync(torch.zeros([1]), { op: 'median' }), /expected 'sum'/);
await group.barrier();
group.close();
assert.throws(() => group.barrierSync(), /process group that was not closed/);
