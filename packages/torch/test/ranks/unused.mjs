// Models that leave parameters out, and buffers that ranks share.
import assert from 'node:assert/strict';

import * as torch from '@beit2/torch';
import { nn } from '@beit2/torch';

class TwoHeads extends nn.Module {
  left = new nn.Linear(2, 1);
  right = new nn.Linear(2, 1);
  steps = this.registerBuffer('steps', torch.zeros([1]));
  isReady = this.registerBuffer('isReady', torch.tensor([false]));
  forward(x, head) {
    return { output: this[head].forward(x) };
  }
}

const group = await torch.distributed.initProcessGroup({ timeoutMs: 20_000 });
const { rank, size } = group;
const x = torch.full([1, 2], rank + 1, { dtype: 'float32' });

// Rank 0 uses one head, the others the other one: both get the mean over all ranks.
const model = new TwoHeads();
const parallel = new torch.distributed.DistributedDataParallel(model, { findUnusedParameters: true });
for (let step = 0; step < 3; step++) {
  parallel.zeroGrad();
  model.steps.fill_(10 * step + rank);
  model.isReady.fill_(rank === 0);
  parallel
    .forward(x, rank === 0 ? 'left' : 'right')
    .output.sum()
    .backward();
  assert.deepEqual(
    [model.steps.tolist(), model.isReady.tolist()],
    [[10 * step], [true]],
    'buffers are those of rank 0',
  );
}
const sums = group
  .allGatherSync(x)
  .reduce((a, b) => a.add(b))
  .sub(1);
assert.deepEqual(model.left.weight.grad.tolist(), [[1 / size, 1 / size]]);
assert.ok(torch.allclose(model.right.weight.grad, sums.div(size)));

// Without the option the next forward says which parameters got nothing.
const strict = new torch.distributed.DistributedDataParallel(new TwoHeads());
strict.forward(x, 'left').output.sum().backward();
assert.throws(() => strict.forward(x, 'left'), {
  message:
    'DistributedDataParallel: the last backward gave no gradient to right.weight, right.bias. Make every output part ' +
    'of the loss, or pass findUnusedParameters: true if the model does not use all parameters',
});

// With gradients off one rank may run alone.
if (rank === 0)
  assert.deepEqual(
    torch.noGrad(() => parallel.forward(x, 'left').output.shape),
    [1, 1],
  );
assert.deepEqual([...parallel.stateDict().keys()], [...model.stateDict().keys()]);
process.send('done');
