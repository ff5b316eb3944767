/**
 * One training step of a vision transformer: forward, backward, AdamW, the same operators as peers/vit_step.py.
 * Milliseconds a step and the peak resident size, as one line of JSON. Arguments: dim depth heads tokens batch steps threads.
 */
import * as torch from '@beit2/torch';
import { nn, optim, type Tensor } from '@beit2/torch';

const [dim = 192, depth = 12, heads = 3, tokens = 64, batch = 64, steps = 5, threads = 2] = process.argv
  .slice(2)
  .map(Number);
const { functional: F } = nn;
torch.setNumThreads(threads);
torch.manualSeed(0);

class Block extends nn.Module {
  norm1 = new nn.LayerNorm(dim, { eps: 1e-6 });
  qkv = new nn.Linear(dim, 3 * dim);
  proj = new nn.Linear(dim, dim);
  norm2 = new nn.LayerNorm(dim, { eps: 1e-6 });
  fc1 = new nn.Linear(dim, 4 * dim);
  fc2 = new nn.Linear(4 * dim, dim);

  override forward(x: Tensor): Tensor {
    const qkv = this.qkv.forward(this.norm1.forward(x)).reshape([batch, tokens, 3, heads, dim / heads]);
    const [q, k, v] = qkv.permute([2, 0, 3, 1, 4]).unbind(0) as [Tensor, Tensor, Tensor];
    const y = F.scaledDotProductAttention(q, k, v).transpose(1, 2).reshape([batch, tokens, dim]);
    const z = x.add(this.proj.forward(y));
    return z.add(this.fc2.forward(F.gelu(this.fc1.forward(this.norm2.forward(z)))));
  }
}

const model = new nn.Sequential(
  ...Array.from({ length: depth }, () => new Block()),
  new nn.LayerNorm(dim, { eps: 1e-6 }),
  new nn.Linear(dim, 1000),
);
const optimizer = new optim.AdamW(model.parameters(), { lr: 1e-4, weightDecay: 0.05 });
const images = torch.randn([batch, tokens, dim]);
const labels = torch.randint(0, 1000, [batch, tokens]);

function step(): number {
  return torch.scope(() => {
    const loss = F.crossEntropy(model.forward(images).flatten(0, 1), labels.flatten());
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    return loss.item();
  });
}

step();
step();
const start = performance.now();
let loss = 0;
for (let i = 0; i < steps; i++) loss = step();
const msPerStep = (performance.now() - start) / steps;
console.log(JSON.stringify({ msPerStep, peakMiB: process.resourceUsage().maxRSS / 1024, loss }));
