// A small task that one process and several solve alike.
import * as torch from '@beit2/torch';
import { nn, optim } from '@beit2/torch';

export function makeModel(seed) {
  torch.manualSeed(seed);
  return new nn.Sequential(new nn.Linear(6, 16), new nn.GELU(), new nn.Linear(16, 4));
}

export function makeOptimizer(model) {
  return new optim.AdamW(model.parameters(), { lr: 0.01, weightDecay: 0.1 });
}

/** Twelve samples a step, so that two and three ranks have equal parts. */
export function losses(run) {
  const generator = new torch.Generator().manualSeed(7);
  return Array.from({ length: 8 }, () => {
    const x = torch.randn([12, 6], { generator });
    return run({ x, y: x.narrow(1, 0, 4).argmax(1) });
  });
}

/** One optimizer step over `accumulate` parts of the batch; the loss is that over all ranks. */
export function step(model, optimizer, x, y, { group = null, accumulate = 1 } = {}) {
  optimizer.zeroGrad();
  let total = 0;
  const size = x.shape[0] / accumulate;
  for (let i = 0; i < accumulate; i++) {
    const part = () => {
      const loss = nn.functional.crossEntropy(
        model.forward(x.narrow(0, i * size, size)),
        y.narrow(0, i * size, size),
      );
      loss.div(accumulate).backward();
      total += loss.item() / accumulate;
    };
    if (group && i < accumulate - 1) model.noSync(part);
    else part();
  }
  optimizer.step();
  if (!group) return total;
  const mean = torch.tensor([total], { dtype: 'float64' });
  group.allReduceSync(mean, { op: 'mean' });
  return mean.item();
}
