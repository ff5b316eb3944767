/** `evaluations.jsonl` of a run: what the `eval` commands measured of it afterwards, one JSON object a line. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonLines } from '../files/json-lines.js';

const schema = z.object({
  /** When it was measured, as ISO 8601 has it. */
  time: z.string(),
  /** The command: `linear`, `knn` or `classify`. */
  kind: z.string(),
  /** The model as it was named: the run, or one of its checkpoints. */
  model: z.string(),
  /** The images that were measured, as they were named; null for those of the recipe. */
  images: z.string().nullable(),
  /** Accuracies and other figures by their names for reading. */
  figures: z.record(z.string(), z.number()),
});

export type EvaluationRecord = z.infer<typeof schema>;

const pathOf = (folder: string) => join(folder, 'evaluations.jsonl');

/**
 * Appends to the evaluations of a run, on a line of its own also where a kill cut the last one off.
 * @throws Error of the file system where the folder takes none
 */
export function appendEvaluation(folder: string, record: EvaluationRecord): void {
  const path = pathOf(folder);
  const isCut = existsSync(path) && !/(^|\n)$/.test(readFileSync(path, 'utf8'));
  appendFileSync(path, `${isCut ? '\n' : ''}${JSON.stringify(record)}\n`);
}

/** The evaluations of a run in the order in which they were made. @param warn as of readJsonLines() */
export function readEvaluations(folder: string, warn?: (sentence: string) => void): EvaluationRecord[] {
  return readJsonLines(pathOf(folder), (value) => schema.safeParse(value).data ?? null, warn);
}
