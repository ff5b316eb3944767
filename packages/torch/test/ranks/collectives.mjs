// One rank of the test of values: throws where one is wrong.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import * as torch from '@beit2/torch';

const group = await torch.distributed.initProcessGroup({ timeoutMs: 30_000 });
const { rank, size } = group;
assert.equal(rank, Number(process.env.RANK));
assert.equal(torch.distributed.getWorldSize(), size);
const ranks = Array.from({ length: size }, (_, other) => other);
const total = (of) => ranks.map(of).reduce((a, b) => a + b);

for (const dtype of ['float32', 'float64', 'float16', 'bfloat16', 'int64', 'int32', 'int8', 'uint8']) {
  const mine = () => torch.full([2, 3], rank + 1, { dtype });
  const filled = (value) => Array(2).fill(Array(3).fill(value));
  const wanted = { sum: total((r) => r + 1), min: 1, max: size, product: size === 2 ? 2 : 6 };
  for (const [op, value] of Object.entries(wanted)) {
    const [now, later] = [mine(), mine()];
    group.allReduceSync(now, { op });
    await group.allReduce(later, { op });
    assert.deepEqual([now.tolist(), later.tolist()], [filled(value), filled(value)], `${op} of ${dtype}`);
  }
}

// What only moves may have any dtype.
const bytes = (tensor) => [...new Uint8Array(tensor.toTypedArray().buffer)];
for (const dtype of ['bool', 'int16', 'complex64', 'float8_e4m3fn', 'float32']) {
  const of = (other) =>
    torch
      .tensor([
        [other, 1],
        [0, other % 2],
      ])
      .to(dtype);
  const mine = () => of(rank);
  const theirs = (other) => bytes(of(other));
  const sent = mine();
  await group.broadcast(sent, size - 1);
  assert.deepEqual(bytes(sent), theirs(size - 1), `broadcast of ${dtype}`);
  assert.deepEqual((await group.allGather(mine())).map(bytes), ranks.map(theirs), `allGather of ${dtype}`);
  const gathered = group.gatherSync(mine(), 1);
  assert.deepEqual(gathered?.map(bytes), rank === 1 ? ranks.map(theirs) : undefined, `gather of ${dtype}`);
}

// A view that is not contiguous, a parameter, a tensor without dimensions, one without elements.
const columns = torch.arange(6, { dtype: 'float32' }).view([2, 3]).t();
group.allReduceSync(columns, { op: 'avg' });
assert.deepEqual(columns.tolist(), [
  [0, 3],
  [1, 4],
  [2, 5],
]);
const parameter = new torch.nn.Parameter(torch.full([2], rank, { dtype: 'float32' }));
await group.broadcast(parameter, 1);
assert.deepEqual([parameter.tolist(), parameter.isLeaf, parameter.requiresGrad], [[1, 1], true, true]);
assert.deepEqual(
  group.allGatherSync(torch.tensor(rank)).map((t) => t.item()),
  ranks,
);
assert.deepEqual(
  (await group.allGather(torch.zeros([0, 3]))).map((t) => t.shape),
  ranks.map(() => [0, 3]),
);

const rows = torch.arange(size * 2, { dtype: 'float64' }).add(rank);
const part = await group.reduceScatter(rows, { op: 'avg' });
assert.deepEqual(
  part.tolist(),
  [2 * rank, 2 * rank + 1].map((v) => v + total((r) => r) / size),
);
assert.deepEqual(rows.tolist()[0], rank, 'the input of reduceScatter stays');

// Collectives that overlap end with the values of their own, and the event loop turns while ranks wait.
let turns = 0;
const timer = globalThis.setInterval(() => turns++, 5);
if (rank === 0) await sleep(300);
const many = Array.from({ length: 20 }, (_, i) => torch.full([1], rank * i));
await Promise.all(many.map((tensor) => group.allReduce(tensor)));
globalThis.clearInterval(timer);
assert.deepEqual(
  many.map((t) => t.item()),
  many.map((_, i) => i * total((r) => r)),
);
assert.ok(turns > 5, `only ${turns} turns of the event loop`);

// A second group at the same address, over a file, and the first one anew.
const second = await torch.distributed.ProcessGroup.join({ rank: size - 1 - rank });
assert.deepEqual(
  second.allGatherSync(torch.tensor(rank)).map((t) => t.item()),
  ranks.toReversed?.() ?? [...ranks].reverse(),
);
const file = new torch.distributed.FileStore(process.argv[2], size, { timeoutMs: 10_000 });
const third = await torch.distributed.ProcessGroup.join({ store: file });
await third.barrier();
torch.distributed.destroyProcessGroup();
await (await torch.distributed.initProcessGroup()).barrier();
process.send('done');
