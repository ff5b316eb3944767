/** Kinds quantizer-train and kmeans. */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';
import { expect } from 'vitest';

import { kmeans } from '#beit2/tokenizer/kmeans.js';
import { NormEmaQuantizer, updateClusterSize_ } from '#beit2/tokenizer/norm-ema-quantizer.js';

import { type GoldenCase, step } from '../case.js';

/** `[b, d, h, w]` → `[b, h·w, d]`, which is how vectors come to the quantizer here, and back. */
const toVectors = (map: Tensor): Tensor => map.flatten(2).transpose(1, 2);
const toMap = (vectors: Tensor, like: Tensor): Tensor => vectors.transpose(1, 2).reshape(like.shape);

export function quantizerTrain(golden: GoldenCase): void {
  const { codes, code_dim, decay, beta, steps } = golden.config as {
    codes: number;
    code_dim: number;
    decay: number;
    beta: number;
    steps: number;
  };
  const quantizer = new NormEmaQuantizer({
    codes,
    codeDim: code_dim,
    decay,
    commitment: beta,
    kmeans: false,
  });
  quantizer.loadStateDict(golden.below('weights.'));
  const r = golden.tensor('in.r');
  for (let i = 0; i < steps; i++) {
    const z = step(golden.tensor('in.z'), i).clone().requiresGrad_();
    const { quantized, indices, commitmentLoss } = quantizer.forward(toVectors(z));
    const map = toMap(quantized, z);
    commitmentLoss.add(map.mul(r).sum()).backward();
    const close = (name: string, got: Tensor): void =>
      golden.expectCloseTo(name, got, step(golden.tensor(name), i));
    close('out.indices', indices.flatten());
    close('out.loss', commitmentLoss);
    close('out.z_q', map);
    if (!z.grad) throw new Error('no gradient');
    close('grad.z', z.grad);
    close('after.embedding.weight', quantizer.embedding.weight);
    close('after.cluster_size', quantizer.clusterSize);
  }
  quantizer.eval();
  const before = quantizer.clusterSize.clone();
  const z = golden.tensor('in.z_eval');
  const { quantized, indices, commitmentLoss } = quantizer.forward(toVectors(z));
  golden.expectClose('out.eval_indices', indices.flatten());
  golden.expectClose('out.eval_loss', commitmentLoss);
  golden.expectClose('out.eval_z_q', toMap(quantized, z));
  golden.expectClose('out.eval_codebook', quantizer.embedding.weight);
  // The reference counts in evaluation too, inside the model; ours must not, so the count is made here.
  expect(quantizer.clusterSize.tolist()).toEqual(before.tolist());
  updateClusterSize_(before, torch.bincount(indices.flatten(), { minlength: codes }).float(), decay);
  golden.expectClose('out.eval_cluster_size', before);
}

export function kmeansCase(golden: GoldenCase): void {
  const config = golden.config as { clusters: number; code_dim: number; iterations: number; decay: number };
  const { iterations, clusters, code_dim, decay } = config;
  for (const kind of ['cosine', 'euclid']) {
    const { means, bins } = kmeans(golden.tensor(`in.samples_${kind}`), golden.tensor(`in.means_${kind}`), {
      iterations,
      cosine: kind === 'cosine',
    });
    golden.expectClose(`out.${kind}_means`, means);
    golden.expectClose(`out.${kind}_bins`, bins);
  }

  // The quantizer's start from the stored choice of means, then its first training call, which must not start again.
  const z = golden.tensor('in.init_z');
  const quantizer = new NormEmaQuantizer({ codes: clusters, codeDim: code_dim, decay });
  const unit = nn.functional.normalize(toVectors(z).flatten(0, 1), { dim: -1 });
  quantizer.start(unit, unit.indexSelect(0, golden.tensor('in.init_choice')));
  const { quantized, indices, commitmentLoss } = quantizer.forward(toVectors(z));
  golden.expectClose('out.init_indices', indices.flatten());
  golden.expectClose('out.init_loss', commitmentLoss);
  golden.expectClose('out.init_z_q', toMap(quantized, z));
  golden.expectClose('out.init_codebook', quantizer.embedding.weight);
  golden.expectClose('out.init_embedding_cluster_size', quantizer.embedding.clusterSize);
  golden.expectClose('out.init_cluster_size', quantizer.clusterSize);
  golden.expectClose('out.init_initted', quantizer.embedding.initted);
}
