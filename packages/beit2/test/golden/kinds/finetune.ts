/** Kind finetune-step. */
import { nn, optim, type Tensor } from '@beit2/torch';

import { VisionTransformer } from '#beit2/model/vision-transformer.js';
import { cosineSchedule } from '#beit2/train/schedules.js';

import { expectNumbers, fromBytes, type GoldenCase, normalizeImagenet, step } from '../case.js';
import { classifierConfig, type ClassifierSizes } from './configs.js';
import { expectGroups, groupsOf } from './parameter-groups.js';

const { functional: F } = nn;

interface FinetuneTraining extends ClassifierSizes {
  smoothing: number;
  steps: number;
  layer_decay: number;
  lr: number;
  min_lr: number;
  warmup_steps: number;
  betas: [number, number];
  eps: number;
  weight_decay: number;
  clip_grad: number | null;
}

export function finetuneStep(golden: GoldenCase): void {
  const config = golden.config as FinetuneTraining;
  const model = new VisionTransformer(classifierConfig(config));
  model.loadStateDict(golden.below('weights.'));
  const [images, labels] = [golden.tensor('in.images'), golden.tensor('in.labels')];
  const logits = model.forward(images);
  golden.expectClose('out.logits', logits);
  golden.expectClose('out.features', model.pooled(images));
  golden.expectClose('out.smooth_loss', F.crossEntropy(logits, labels, { labelSmoothing: config.smoothing }));
  golden.expectClose('out.ce_loss', F.crossEntropy(logits, labels));
  const loss = F.crossEntropy(logits, golden.tensor('in.soft_targets'));
  golden.expectClose('out.soft_loss', loss);
  loss.backward();
  golden.expectGradients(model);
  model.zeroGrad();

  const groups = groupsOf(model, config.weight_decay, { decay: config.layer_decay, depth: config.depth });
  expectGroups(golden, model, groups);
  const optimizer = new optim.AdamW(groups, { lr: 0, betas: config.betas, eps: config.eps });
  const schedule = {
    base: config.lr,
    final: config.min_lr,
    totalSteps: config.steps,
    warmupSteps: config.warmup_steps,
  };
  const lrs = Array.from({ length: config.steps }, (_, i) => cosineSchedule(schedule, i));
  expectNumbers(lrs, golden.json.lr as number[], 'learning rates');
  for (const [i, lr] of lrs.entries()) {
    for (const [g, group] of optimizer.paramGroups.entries()) group.lr = lr * (groups[g]?.lrScale ?? NaN);
    const batch = normalizeImagenet(fromBytes(step(golden.tensor('in.train_images_u8'), i)));
    const trainLoss = F.crossEntropy(model.forward(batch), step(golden.tensor('in.train_soft_targets'), i));
    optimizer.zeroGrad();
    trainLoss.backward();
    const norm = optim.clipGradNorm_(model.parameters(), config.clip_grad ?? Infinity);
    optimizer.step();
    const close = (name: string, got: Tensor): void =>
      golden.expectCloseTo(name, got, step(golden.tensor(name), i));
    close('out.train_loss', trainLoss);
    close('out.train_grad_norm', norm);
  }
  golden.expectAfter(model.stateDict());
}
