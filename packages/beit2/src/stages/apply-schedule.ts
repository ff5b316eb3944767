import type { optim } from '@beit2/torch';
import { toSteps, type Recipe } from '../config/schema.js';
import { cosineSchedule } from '../train/schedules.js';

/**
 * Sets learning rate and weight decay of every parameter group for the step to come, counted from 0.
 * @returns both, for the metrics
 */
export function applySchedule(
  optimizer: optim.AdamW,
  { optimizer: { lr: base, weightDecay, weightDecayEnd }, schedule }: Recipe,
  step: number,
  { totalSteps, stepsPerEpoch }: { totalSteps: number; stepsPerEpoch: number },
): { lr: number; weightDecay: number } {
  const warmupSteps = Math.min(toSteps(schedule.warmup, stepsPerEpoch), totalSteps - 1);
  const lr = cosineSchedule({ base, final: schedule.minLr, totalSteps, warmupSteps }, step);
  const decay = cosineSchedule({ base: weightDecay, final: weightDecayEnd, totalSteps }, step);
  for (const group of optimizer.paramGroups) {
    group.lr = lr * (typeof group.lrScale === 'number' ? group.lrScale : 1);
    if (group.decays === true) group.weightDecay = decay;
  }
  return { lr, weightDecay: decay };
}
