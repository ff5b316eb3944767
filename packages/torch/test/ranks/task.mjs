// A small task that one process and several solve alike.
import * as torch from '@beit2/torch';
import { nn, optim } from '@beit2/torch';

const samples = 12; // a step: two and three ranks have equal parts of them
const steps = 6;

/** @param seed Of the weights: ranks begin with different ones, and rank 0's must win. */
export function makeModel(seed, dtype) {
  torch.manualSeed(seed);
  return new nn.Sequential(new nn.Linear(6, 16), new nn.GELU(), new nn.Linear(16, 4)).to({ dtype });
}

/**
 * Trains `model` on this rank's part of each batch, `accumulate` parts after one another.
 * @returns the loss of each step over all ranks.
 */
export function train(model, dtype, { group = null, accumulate = 1 } = {}) {
  const optimizer = new optim.AdamW(model.parameters(), { lr: 0.01, weightDecay: 0.1 });
  const generator = new torch.Generator().manualSeed(7);
  const length = samples / (group?.size ?? 1) / accumulate;
  const start = (group?.rank ?? 0) * length * accumulate;
  return Array.from({ length: steps }, () => {
    const x = torch.randn([samples, 6], { generator, dtype: 'float64' }).to(dtype);
    const y = x.narrow(1, 0, 4).argmax(1);
    optimizer.zeroGrad();
    let total = 0;
    for (let i = 0; i < accumulate; i++) {
      const part = (tensor) => tensor.narrow(0, start + i * length, length);
      const pass = () => {
        const loss = nn.functional.crossEntropy(model.forward(part(x)), part(y));
        loss.div(accumulate).backward();
        total += loss.item() / accumulate;
      };
      if (group && i < accumulate - 1) model.noSync(pass);
      else pass();
    }
    optimizer.step();
    const loss = torch.tensor([total], { dtype: 'float64' });
    group?.allReduceSync(loss, { op: 'avg' });
    return loss.item();
  });
}
