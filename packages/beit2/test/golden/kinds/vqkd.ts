/** Kinds vqkd-step, vqkd-train. */
import * as torch from '@beit2/torch';
import { optim, type Tensor } from '@beit2/torch';
import { expect } from 'vitest';

import { DinoTransformer } from '#beit2/tokenizer/teachers/dino.js';
import { imagenetNormalization, Normalize } from '#beit2/model/normalize.js';
import { VQKD } from '#beit2/tokenizer/vqkd.js';
import { cosineSchedule } from '#beit2/train/schedules.js';

import { expectNumbers, fromBytes, type GoldenCase, step } from '../case.js';
import { sizes, vqkdConfig, type VqkdSizes } from './configs.js';
import { expectGroups, groupsOf } from './parameter-groups.js';

/** The tokenizer of a case with its weights, and its teacher's features of images in [0, 1]. */
export function tokenizerOf(golden: GoldenCase): { model: VQKD; target: (images: Tensor) => Tensor } {
  const config = golden.config as VqkdSizes;
  const weights = golden.below('weights.');
  const of = (part: (key: string) => boolean): Map<string, Tensor> =>
    new Map([...weights].filter(([key]) => part(key)));
  const model = new VQKD(vqkdConfig(config));
  model.loadStateDict(of((key) => !/^(teacher_model|scaling_layer)\./.test(key)));
  const teacher = new DinoTransformer(sizes(config.teacher));
  teacher.loadStateDict(golden.below('weights.teacher_model.'));
  const normalize = new Normalize(imagenetNormalization);
  return { model, target: (images) => torch.noGrad(() => teacher.forward(normalize.forward(images))) };
}

export function vqkdStep(golden: GoldenCase): void {
  const images = golden.tensor('in.images');
  const { model, target } = tokenizerOf(golden);
  golden.expectClose('out.target', target(images));
  model.eval();
  golden.expectClose('out.tokens', model.tokens(images));
  const evaluated = model.forward(images, target(images));
  golden.expectClose('out.eval_loss', evaluated.loss);
  golden.expectClose('out.eval_quant_loss', evaluated.commitmentLoss);
  golden.expectClose('out.eval_rec_loss', evaluated.reconstructionLoss);

  model.train();
  const vectors = model.encode(images);
  const toMap = (x: Tensor): Tensor =>
    x.transpose(1, 2).reshape([x.shape[0] ?? 0, x.shape[2] ?? 0, model.grid, model.grid]);
  golden.expectClose('out.z', toMap(vectors));
  const codebook = model.quantize.stateDict();
  const kept = new Map([...codebook].map(([key, tensor]) => [key, tensor.clone()]));
  golden.expectClose('out.z_q', toMap(model.quantize.forward(vectors).quantized));
  model.quantize.loadStateDict(kept);
  const trained = model.forward(images, target(images));
  golden.expectClose('out.rec', trained.reconstruction);
  golden.expectClose('out.loss', trained.loss);
  golden.expectClose('out.quant_loss', trained.commitmentLoss);
  golden.expectClose('out.rec_loss', trained.reconstructionLoss);
  trained.loss.backward();
  golden.expectGradients(model);
  golden.expectAfter(model.stateDict());
}

interface VqkdTraining extends VqkdSizes {
  epochs: number;
  steps_per_epoch: number;
  warmup_epochs: number;
  lr: number;
  min_lr: number;
  betas: [number, number];
  eps: number;
  weight_decay: number;
  clip_grad: number | null;
}

export function vqkdTrain(golden: GoldenCase): void {
  const config = golden.config as VqkdTraining;
  const { model, target } = tokenizerOf(golden);
  const groups = groupsOf(model, config.weight_decay);
  expectGroups(golden, model, groups);
  const optimizer = new optim.AdamW(groups, { lr: 0, betas: config.betas, eps: config.eps });
  const totalSteps = config.epochs * config.steps_per_epoch;
  const warmupSteps = config.warmup_epochs * config.steps_per_epoch;
  const lrs = Array.from({ length: totalSteps }, (_, i) =>
    cosineSchedule({ base: config.lr, final: config.min_lr, totalSteps, warmupSteps }, i),
  );
  expectNumbers(lrs, golden.json.lr as number[], 'learning rates');
  golden.expectClose('out.lr', torch.tensor(lrs, { dtype: 'float32' }));
  const resets = golden.json.cluster_size_reset_before_steps as number[];
  for (const [i, lr] of lrs.entries()) {
    const images = fromBytes(step(golden.tensor('in.images_u8'), i));
    if (resets.includes(i)) model.quantize.resetClusterSize();
    for (const group of optimizer.paramGroups) group.lr = lr;
    const { loss, commitmentLoss, reconstructionLoss, indices } = model.forward(images, target(images));
    optimizer.zeroGrad();
    loss.backward();
    const norm = optim.clipGradNorm_(model.parameters(), config.clip_grad ?? Infinity);
    optimizer.step();
    const close = (name: string, got: Tensor): void =>
      golden.expectCloseTo(name, got, step(golden.tensor(name), i));
    close('out.loss', loss);
    close('out.quant_loss', commitmentLoss);
    close('out.rec_loss', reconstructionLoss);
    close('out.grad_norm', norm);
    close('out.tokens', indices.flatten());
  }
  expect(resets.length).toBeGreaterThan(0);
  golden.expectAfter(model.stateDict());
}
