import { basename, dirname, resolve } from 'node:path';
import { isRun } from '../../report/run-status.js';
import { appendEvaluation } from '../../evaluate/evaluation-log.js';
import { say } from '../options/say.js';

/** The folder of the run that a reference names, itself or by one of its checkpoints or its best/; null for any other model. */
function runOf(reference: string): string | null {
  const folder = resolve(reference);
  const above = dirname(folder);
  if (isRun(folder)) return folder;
  const run = basename(above) === 'checkpoints' ? dirname(above) : above;
  const isPart = run !== above || ['best', 'latest'].includes(basename(folder));
  return isPart && isRun(run) ? run : null;
}

/**
 * Notes in the run that was evaluated what was measured, for its report; other models have no place for it.
 * @param images as they were named; null for those of the recipe
 */
export function keepEvaluation(
  kind: 'linear' | 'knn' | 'classify',
  model: string,
  images: string | null,
  figures: Record<string, number>,
): void {
  const run = runOf(model);
  if (run === null) return;
  try {
    appendEvaluation(run, { time: new Date().toISOString(), kind, model, images, figures });
  } catch (error) {
    say(`The result was not noted in ${run}: ${(error as Error).message}.`);
  }
}
