/**
 * The engine alone: tensors, gradients, memory.
 *
 *   npx tsx examples/03-engine.ts
 */
import * as torch from '@beit2/torch';

const a = torch.tensor(
  [
    [1, 2],
    [3, 4],
  ],
  { dtype: 'float32', requiresGrad: true },
);
const y = a.matmul(a).sum();
y.backward();
console.log(String(a.grad));

// A scope frees everything made inside but what it returns.
const before = torch.memory().tensors;
const mean = torch.scope(() => torch.randn([1000, 1000]).square().mean().item());
console.log(`mean square ${mean.toFixed(3)}, tensors left over: ${torch.memory().tensors - before}`);
