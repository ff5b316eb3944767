/** `metrics.jsonl` of a run: one JSON object a line, `step` first, appended as training goes. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { replaceText } from './durable-files.js';

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

/** Reads the records of a metrics file; a last line cut off by a kill is left out. */
export function readMetrics(path: string): MetricRecord[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as MetricRecord);
}

/** Appends to a run's metrics file. */
export class MetricsLog {
  /** @param resumeStep lines of later steps are dropped: the run goes on from there and writes them again */
  constructor(
    private readonly path: string,
    resumeStep: number,
  ) {
    if (!existsSync(path)) return;
    const kept = readMetrics(path).filter((record) => record.step <= resumeStep);
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
