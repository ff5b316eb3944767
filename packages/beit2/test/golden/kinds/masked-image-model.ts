/** Kinds mim-forward, mim-train. */
import * as torch from '@beit2/torch';
import { nn, optim, type Tensor } from '@beit2/torch';

import { MaskedImageModel } from '#beit2/model/masked-image-model.js';
import { cosineSchedule } from '#beit2/train/schedules.js';

import { expectNumbers, fromBytes, GoldenCase, normalizeImagenet, step } from '../case.js';
import { mimConfig, type MimSizes } from './configs.js';
import { expectGroups, groupsOf } from './parameter-groups.js';
import { tokenizerOf } from './vqkd.js';

const { functional: F } = nn;

const flatMask = (mask: Tensor): Tensor => mask.flatten(1).bool();
const accuracy = (logits: Tensor, labels: Tensor): Tensor => logits.argmax(-1).eq(labels).float().mean();

interface Step {
  logits: Tensor;
  logitsCls: Tensor;
  loss1: Tensor;
  loss2: Tensor;
  loss: Tensor;
}

function forward(model: MaskedImageModel, images: Tensor, mask: Tensor, labels: Tensor): Step {
  const { logits, aggregationLogits } = model.forward(images, mask);
  if (!aggregationLogits) throw new Error('the model has no aggregation branch');
  const loss1 = F.crossEntropy(logits, labels);
  const loss2 = F.crossEntropy(aggregationLogits, labels);
  return { logits, logitsCls: aggregationLogits, loss1, loss2, loss: loss1.add(loss2) };
}

export function mimForward(golden: GoldenCase): void {
  const model = new MaskedImageModel(mimConfig(golden.config as MimSizes));
  model.loadStateDict(golden.below('weights.'));
  const [images, mask, labels] = [
    golden.tensor('in.images'),
    flatMask(golden.tensor('in.mask')),
    golden.tensor('in.labels'),
  ];
  const { logits, logitsCls, loss1, loss2, loss } = forward(model, images, mask, labels);
  golden.expectClose('out.logits', logits);
  golden.expectClose('out.logits_cls', logitsCls);
  golden.expectClose('out.loss_1', loss1);
  golden.expectClose('out.loss_2', loss2);
  golden.expectClose('out.loss', loss);
  golden.expectClose('out.acc_1', accuracy(logits, labels));
  golden.expectClose('out.acc_2', accuracy(logitsCls, labels));
  const { main, aggregated } = model.maskedFeatures(images, mask);
  const patches = (x: Tensor): Tensor => x.narrow(1, 1, (x.shape[1] ?? 1) - 1);
  golden.expectClose('out.patch_tokens', model.norm.forward(patches(main)));
  if (!aggregated) throw new Error('the model has no aggregation branch');
  golden.expectClose('out.patch_tokens_cls', (model.clsPtNorm ?? model.norm).forward(patches(aggregated)));
  loss.backward();
  golden.expectGradients(model);
}

interface MimTraining extends MimSizes {
  tokenizer: string;
  epochs: number;
  steps_per_epoch: number;
  warmup_epochs: number;
  lr: number;
  min_lr: number;
  betas: [number, number];
  eps: number;
  weight_decay: number;
  weight_decay_end: number;
  clip_grad: number | null;
}

export function mimTrain(golden: GoldenCase): void {
  const config = golden.config as MimTraining;
  const { model: tokenizer } = tokenizerOf(new GoldenCase(golden.folder, config.tokenizer));
  tokenizer.eval();
  const model = new MaskedImageModel(mimConfig(config));
  model.loadStateDict(golden.below('weights.'));
  const groups = groupsOf(model, config.weight_decay);
  expectGroups(golden, model, groups);
  const optimizer = new optim.AdamW(groups, { lr: 0, betas: config.betas, eps: config.eps });
  const totalSteps = config.epochs * config.steps_per_epoch;
  const warmupSteps = config.warmup_epochs * config.steps_per_epoch;
  const steps = Array.from({ length: totalSteps }, (_, i) => i);
  const lrs = steps.map((i) =>
    cosineSchedule({ base: config.lr, final: config.min_lr, totalSteps, warmupSteps }, i),
  );
  const decays = steps.map((i) =>
    cosineSchedule({ base: config.weight_decay, final: config.weight_decay_end, totalSteps }, i),
  );
  expectNumbers(lrs, golden.json.lr as number[], 'learning rates');
  expectNumbers(decays, golden.json.weight_decay as number[], 'weight decays');
  golden.expectClose('out.lr', torch.tensor(lrs, { dtype: 'float32' }));
  golden.expectClose('out.weight_decay', torch.tensor(decays, { dtype: 'float32' }));
  for (const i of steps) {
    for (const group of optimizer.paramGroups) {
      group.lr = lrs[i] ?? NaN;
      if (group.weightDecay > 0) group.weightDecay = decays[i] ?? NaN;
    }
    const images = fromBytes(step(golden.tensor('in.images_u8'), i));
    const mask = flatMask(step(golden.tensor('in.mask'), i));
    const tokens = tokenizer.tokens(images);
    const labels = torch.maskedSelect(tokens, mask);
    const { logits, logitsCls, loss1, loss2, loss } = forward(model, normalizeImagenet(images), mask, labels);
    optimizer.zeroGrad();
    loss.backward();
    const norm = optim.clipGradNorm_(model.parameters(), config.clip_grad ?? Infinity);
    optimizer.step();
    const close = (name: string, got: Tensor): void =>
      golden.expectCloseTo(name, got, step(golden.tensor(name), i));
    close('out.tokens', tokens.flatten());
    close('out.labels', labels);
    close('out.loss', loss);
    close('out.loss_1', loss1);
    close('out.loss_2', loss2);
    close('out.mlm_acc_1', accuracy(logits, labels));
    close('out.mlm_acc_2', accuracy(logitsCls, labels));
    close('out.grad_norm', norm);
  }
  golden.expectAfter(model.stateDict());
}
