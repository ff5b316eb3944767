/** How learning rate and weight decay change over a run. */

/** A cosine with a linear warm-up in front. */
export interface CosineSchedule {
  /** Value after the warm-up. */
  base: number;
  /** Value that the cosine goes to; the last step lies one step before it. */
  final: number;
  /** Steps of the whole run. */
  totalSteps: number;
  /** Steps of the warm-up, whose first value is `warmupStart` and whose last is `base`. @default 0 */
  warmupSteps?: number;
  /** @default 0 */
  warmupStart?: number;
}

/**
 * Value at a step, counted from 0. The warm-up's last value comes again as the cosine's first, and with a warm-up
 * from 0 the first step changes no weights: both as in the reference.
 */
export function cosineSchedule(
  { base, final, totalSteps, warmupSteps = 0, warmupStart = 0 }: CosineSchedule,
  step: number,
): number {
  if (step < warmupSteps) {
    return warmupSteps === 1 ? warmupStart : warmupStart + ((base - warmupStart) * step) / (warmupSteps - 1);
  }
  const done = (step - warmupSteps) / (totalSteps - warmupSteps);
  return final + 0.5 * (base - final) * (1 + Math.cos(Math.PI * done));
}
