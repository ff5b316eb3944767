/** The best that a run reached, by a figure of its metrics. */
import type { Stage } from '../config/schema.js';
import type { MetricRecord } from '../train/run/metrics.js';

/** A value of a metric, and after how many steps it was measured. */
export interface Figure {
  name: string;
  value: number;
  step: number;
}

/** By what runs of a stage are judged: the first group that a run has measured. */
const judgedBy: Record<Stage, string[][]> = {
  tokenizer: [['valReconstructionLoss'], ['reconstructionLoss'], ['loss']],
  pretrain: [['valLoss'], ['loss']],
  finetune: [['valAccuracy', 'valEmaAccuracy'], ['loss']],
};

/** Whether a smaller value of a metric is the better one. */
export const isSmallerBetter = (name: string): boolean => /loss$|^dataWait$|^gradNorm$/i.test(name);

/** Every finite value of a metric, in the order of the file. */
export function valuesOf(records: readonly MetricRecord[], name: string): Figure[] {
  return records.flatMap(({ step, [name]: value }) =>
    typeof value === 'number' ? [{ name, value, step }] : [],
  );
}

/** The last value of each metric, in the order in which they first appear. */
export function lastValues(records: readonly MetricRecord[]): Figure[] {
  const names = new Set(records.flatMap((record) => Object.keys(record)));
  names.delete('step');
  return [...names].flatMap((name) => valuesOf(records, name).at(-1) ?? []);
}

/** The best value of any of the metrics; null where there is none. */
export function bestOf(records: readonly MetricRecord[], names: readonly string[]): Figure | null {
  const better = (a: Figure, b: Figure) => (isSmallerBetter(a.name) ? b.value < a.value : b.value > a.value);
  const all = names.flatMap((name) => valuesOf(records, name));
  return all.reduce<Figure | null>((best, figure) => (best && !better(best, figure) ? best : figure), null);
}

/** The best of a run by what runs of its stage are judged by. */
export function bestOfStage(records: readonly MetricRecord[], stage: Stage | null): Figure | null {
  for (const names of stage === null ? [['loss']] : judgedBy[stage]) {
    const best = bestOf(records, names);
    if (best) return best;
  }
  return null;
}
