/** The numbers of a run on their way to `metrics.jsonl`, the event file, and whoever listens. */
import { join } from 'node:path';
import { isDiskFull, UserError } from '../../errors.js';
import { MetricsLog, type MetricRecord } from './metrics.js';
import type { Happening } from './run-log.js';
import { TensorBoardWriter } from './tensorboard.js';

interface RecordOptions {
  /** Step that a resumed run goes on from; 0 of a new one. */
  step: number;
  /** Whether it repeats the evaluation after that step. */
  evaluationDue: boolean;
  tensorboard: boolean;
  warn: (sentence: string) => void;
  tell: (happening: Happening) => void;
}

/** Writes records. */
export class Records {
  private readonly metrics: MetricsLog;
  private tensorBoard: TensorBoardWriter | null;

  constructor(
    private readonly folder: string,
    private readonly options: RecordOptions,
  ) {
    const { step, evaluationDue, tensorboard, warn } = options;
    this.metrics = new MetricsLog(join(folder, 'metrics.jsonl'), step, evaluationDue, warn);
    this.tensorBoard = tensorboard ? new TensorBoardWriter(folder, step) : null;
  }

  /** @throws UserError when the disk is full */
  write(record: MetricRecord): void {
    try {
      this.metrics.write(record);
      this.options.tell({ event: 'metrics', record });
      const numbers = Object.entries(record).filter(
        ([name, value]) => name !== 'step' && typeof value === 'number',
      );
      this.tensorBoard?.write(record.step, Object.fromEntries(numbers) as Record<string, number>);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      throw new UserError(
        `The metrics of step ${record.step} could not be written: the disk of ${this.folder} is full.`,
        { cause: error },
      );
    }
  }

  close(): void {
    this.tensorBoard?.close();
    this.tensorBoard = null;
  }
}
