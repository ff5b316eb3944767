/**
 * Masked image modelling with patch aggregation: predict the codes of masked patches.
 *
 *   npx tsx examples/02-pretrain.ts
 */
import * as torch from '@beit2/torch';
import { nn } from '@beit2/torch';
import { MaskedImageModel, Tokenizer } from 'beit2';
import { parameterGroups } from 'beit2/train';

torch.manualSeed(0);
const tokenizer = new Tokenizer({
  encoder: { imageSize: 32, patchSize: 8, dim: 64, depth: 2, heads: 4 },
  quantizer: { codes: 32, codeDim: 8 },
}).eval();
const model = new MaskedImageModel({
  imageSize: 32,
  patchSize: 8,
  dim: 64,
  depth: 4,
  heads: 4,
  layerScale: 0.1,
  codes: 32,
  aggregation: { earlyLayer: 2, layers: 2 },
});
const optimizer = new torch.optim.AdamW(parameterGroups(model.namedParameters(), { weightDecay: 0.05 }), {
  lr: 1e-3,
});
const images = torch.rand([16, 3, 32, 32]);
const mask = torch.rand([16, 16]).lt(0.4); // true where a patch is hidden

for (let step = 0; step < 20; step++) {
  const loss = torch.scope(() => {
    const labels = torch.maskedSelect(tokenizer.tokens(images), mask);
    const { logits, aggregationLogits } = model.forward(images.mul(2).sub(1), mask);
    const main = nn.functional.crossEntropy(logits, labels);
    const total = aggregationLogits ? main.add(nn.functional.crossEntropy(aggregationLogits, labels)) : main;
    optimizer.zeroGrad();
    total.backward();
    optimizer.step();
    return total.item();
  });
  if (step % 5 === 0) console.log(`step ${step}: loss ${loss.toFixed(4)}`);
}
