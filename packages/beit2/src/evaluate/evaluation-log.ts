/** `evaluations.jsonl` of a run: what the `eval` commands measured of it afterwards, one JSON object a line. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

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

/** Appends to the evaluations of a run. @throws Error of the file system where the folder takes none */
export function appendEvaluation(folder: string, record: EvaluationRecord): void {
  appendFileSync(pathOf(folder), JSON.stringify(record) + '\n');
}

/** The evaluations of a run in the order in which they were made; lines that are damaged are left out. */
export function readEvaluations(folder: string): EvaluationRecord[] {
  if (!existsSync(pathOf(folder))) return [];
  return readFileSync(pathOf(folder), 'utf8')
    .split('\n')
    .flatMap((line) => parse(line) ?? []);
}

function parse(line: string): EvaluationRecord | null {
  try {
    return schema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
