// Backward passes of two ranks, and what exchangeTimes() says of each; rank 1 sends nothing that rank 0 does not.
import * as torch from '#torch/index.js';
import { distributed, nn } from '#torch/index.js';

const group = await distributed.initProcessGroup();
const factor = torch.randn([512, 512]).div(512 ** 0.5);

/** A small layer, whose gradient comes last, work of about 50 ms without parameters, and a large layer, whose gradient comes first. */
class Hiding extends nn.Module {
  first = new nn.Linear(64, 512);
  last = new nn.Linear(512, 4096);
  forward(x) {
    let y = this.first.forward(x);
    for (let i = 0; i < 10; i++) y = y.matmul(factor);
    return this.last.forward(y);
  }
}
/** The same with a last layer whose exchange takes a small part of that time. */
class Gaps extends Hiding {
  last = new nn.Linear(512, 1024);
}
/** One layer: its gradients are the end of the backward pass. */
class Exposing extends nn.Module {
  only = new nn.Linear(64, 16384);
  forward(x) {
    return this.only.forward(x);
  }
}

const now = () => performance.now();
const sleepMs = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Times of some backward passes. @param lateMs by which rank 1 begins them */
function measure(model, rows, lateMs = 0) {
  const parallel = new distributed.DistributedDataParallel(model, { bucketMegabytes: 1 });
  const first = parallel.exchangeTimes();
  const x = torch.randn([rows, 64]);
  const passes = [];
  for (let i = 0; i < 6; i++) {
    const loss = torch.scope(() => parallel.forward(x).square().mean());
    group.barrierSync();
    const start = now();
    if (group.rank === 1) sleepMs(lateMs);
    loss.backward();
    const wall = now() - start;
    loss.dispose();
    if (i > 1) passes.push({ wall, ...parallel.exchangeTimes() });
  }
  return { first, passes };
}

process.send({
  hiding: measure(new Hiding(), 1024),
  gaps: measure(new Gaps(), 1024),
  exposing: measure(new Exposing(), 16),
  late: measure(new Exposing(), 16, 200),
});
await group.barrier();
group.destroy();
