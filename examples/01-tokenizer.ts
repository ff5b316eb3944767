/**
 * One training step of a visual tokenizer, on random images with a random teacher.
 *
 *   npx tsx examples/01-tokenizer.ts
 */
import * as torch from '@beit2/torch';
import { CodeUsage, codebookHealth, VQKD } from 'beit2';
import { parameterGroups } from 'beit2/train';

torch.manualSeed(0);
const tokenizer = new VQKD({
  encoder: { imageSize: 32, patchSize: 8, dim: 64, depth: 2, heads: 4 },
  quantizer: { codes: 32, codeDim: 8 },
  decoderDepth: 1,
  teacherDim: 24,
});
const optimizer = new torch.optim.AdamW(parameterGroups(tokenizer.namedParameters(), { weightDecay: 1e-4 }), {
  lr: 1e-3,
});
const usage = new CodeUsage(32);
const images = torch.rand([16, 3, 32, 32]); // [B, 3, S, S] in [0, 1]
const target = torch.randn([16, 16, 24]); // the teacher's features [B, N, T]

for (let step = 0; step < 20; step++) {
  const loss = torch.scope(() => {
    const output = tokenizer.forward(images, target);
    optimizer.zeroGrad();
    output.loss.backward();
    optimizer.step();
    usage.add(output.indices);
    return output.reconstructionLoss.item();
  });
  if (step % 5 === 0) console.log(`step ${step}: reconstruction loss ${loss.toFixed(4)}`);
}
console.log(codebookHealth(usage.summary()).sentence);
console.log('codes of the first image:', tokenizer.eval().tokens(images).select(0, 0).tolist());
