/** `metrics.jsonl` of a run: one JSON object a line, `step` first, appended as training goes. */
import { appendFileSync, existsSync } from 'node:fs';
import { replaceText } from '../../files/durable-files.js';
import { readJsonLines } from '../../files/json-lines.js';

/** A value that JSON cannot hold as a number is written as `"NaN"`, `"Infinity"` or `"-Infinity"`. */
export type MetricValue = number | string;

export interface MetricRecord {
  step: number;
  [name: string]: MetricValue;
}

function toLine(record: MetricRecord): string {
  const values = Object.entries(record).map(([name, value]) => [
    name,
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
  ]);
  return JSON.stringify(Object.fromEntries(values)) + '\n';
}

/** Reads the records of a metrics file, as readJsonLines() does. */
export function readMetrics(path: string, warn?: (sentence: string) => void): MetricRecord[] {
  return readJsonLines(path, (value) => (isRecord(value) ? value : null), warn);
}

function isRecord(value: unknown): value is MetricRecord {
  return typeof value === 'object' && value !== null && 'step' in value && typeof value.step === 'number';
}

/** Whether a record is an evaluation's. */
const isEvaluation = (record: MetricRecord): boolean =>
  Object.keys(record).some((name) => name.startsWith('val'));

/** Appends to a run's metrics file. */
export class MetricsLog {
  /**
   * @param resumeStep lines of later steps are dropped: the run goes on from there and writes them again
   * @param evaluationDue that of `resumeStep` is dropped too: the run repeats it
   * @param warn as of readMetrics(); damaged lines are dropped too
   */
  constructor(
    private readonly path: string,
    resumeStep: number,
    evaluationDue = false,
    warn?: (sentence: string) => void,
  ) {
    if (!existsSync(path)) return;
    const isAgain = (record: MetricRecord) =>
      record.step > resumeStep || (evaluationDue && record.step === resumeStep && isEvaluation(record));
    const kept = readMetrics(path, warn).filter((record) => !isAgain(record));
    replaceText(path, kept.map(toLine).join(''));
  }

  write(record: MetricRecord): void {
    appendFileSync(this.path, toLine(record));
  }
}

/** The name of a metric for reading: `valLoss` as `val loss`. */
export function readable(name: string): string {
  return name.replace(
    /([a-z])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
}
