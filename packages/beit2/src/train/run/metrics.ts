/** `metrics.jsonl` of a run: one JSON object a line, `step` first, appended as training goes. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { replaceText } from '../../files/durable-files.js';

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

/**
 * Reads the records of a metrics file; a last line cut off by a kill is left out.
 * @param warn told in one sentence how many lines are damaged; they are passed over
 */
export function readMetrics(
  path: string,
  warn: (sentence: string) => void = () => undefined,
): MetricRecord[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  const lines = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '');
  const records = lines.flatMap((line) => parseRecord(line) ?? []);
  const damaged = lines.length - records.length;
  if (damaged > 0)
    warn(
      `${path} has ${damaged} damaged ${damaged === 1 ? 'line' : 'lines'}, which ${damaged === 1 ? 'was' : 'were'} skipped.`,
    );
  return records;
}

function parseRecord(line: string): MetricRecord | null {
  try {
    const value: unknown = JSON.parse(line);
    const isRecord =
      typeof value === 'object' && value !== null && 'step' in value && typeof value.step === 'number';
    return isRecord ? (value as MetricRecord) : null;
  } catch {
    return null;
  }
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
