/** What a run is opened with, and what its loop tells it. */
import type { World } from '../world.js';
import type { ProgressMode } from './progress.js';
import type { RunListener } from './run-log.js';

export interface RunOptions {
  /** Folder of the run; made when missing. */
  folder: string;
  /** Resume the run that the folder holds. @default false */
  resume?: boolean;
  /** Let a resumed run go on with values, images or weights that change its later steps. @default false */
  allowChanges?: boolean;
  /** What resumes the run, for the message after Ctrl-C. @default its constructor with `resume: true` */
  goOn?: string;
  /** How progress is shown: JSON on standard output, anything else on standard error. @default 'quiet', messages only */
  progress?: ProgressMode;
  /** Profile some of the first steps; in a world of several ranks, of one only. @default false */
  profile?: boolean;
  /** Ranks that train together, each with a Run of its own; rank 0 alone writes. @default one process */
  world?: World;
  /** Hear the events of log.jsonl, and each record of the metrics as it is written. */
  listeners?: readonly RunListener[];
}

/** What a loop knows once its data is open. */
export interface Plan {
  /** Optimizer steps of the whole run. */
  totalSteps: number;
  stepsPerEpoch: number;
  /** Names of the step values that the progress line shows. */
  show: string[];
  /** Milliseconds that the loop has waited for batches so far. */
  waitedMs?: () => number;
  /** What the loop has counted so far, for the metrics. */
  counts?: () => Record<string, number>;
}
