import type { optim } from '@beit2/torch';
import { toSteps, type Recipe } from '../config/schema.js';
import { cosineSchedule } from './schedules.js';

/** One sentence for a warm-up that training ends before; null where it fits. */
export function warmupHint(
  { schedule: { warmup } }: Recipe,
  { totalSteps, stepsPerEpoch }: { totalSteps: number; stepsPerEpoch: number },
): string | null {
  const steps = toSteps(warmup, stepsPerEpoch);
  if (steps < totalSteps || totalSteps === 1) return null;
  return (
    `The warm-up (schedule.warmup) is ${steps} steps long but training has only ${totalSteps}: it is cut short, so the learning rate ` +
    'reaches optimizer.lr only at the end of training and never decays.'
  );
}

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
