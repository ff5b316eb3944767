/** Whole stages in several processes, for tests that compare what they become. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { distributed, fromRaw } from '@beit2/torch';
import { recipeToYaml } from '#beit2/config/recipe.js';
import type { Stage } from '#beit2/config/schema.js';
import { openSafetensors } from '#beit2/formats/safetensors.js';
import { findCheckpoint } from '#beit2/train/run/checkpoint.js';
import { tinyRecipe } from './tiny.js';

export interface Outcome {
  /** Folder of the run. */
  run: string;
  metrics: Record<string, number | string>[];
  /** By file of the checkpoint, `model` or `optimizer`, and name. */
  model: Map<string, number[]>;
  optimizer: Map<string, number[]>;
}

/** A part of a training: so many ranks, up to a step; 0 is the end of the run. */
export interface Part {
  ranks: number;
  until: number;
  overrides?: string[];
}

/**
 * Trains a tiny recipe in a new folder beside `pictures`, part after part, each resumed from the one before.
 * @returns its metrics and its last checkpoint
 */
export async function trainRanks(
  stage: Stage,
  pictures: string,
  overrides: readonly string[],
  parts: readonly Part[],
): Promise<Outcome> {
  const run = mkdtempSync(join(dirname(pictures), `${stage}-`));
  for (const { ranks, until, overrides: own = [] } of parts) {
    const recipe = tinyRecipe(stage, stage, [
      `data.train=${pictures}`,
      `data.val=${pictures}`,
      'precision=float32',
      ...overrides,
      ...own,
    ]);
    const file = `${run}.yaml`;
    writeFileSync(file, recipeToYaml(recipe));
    await distributed.launch(join(import.meta.dirname, 'ranks-worker.mjs'), ranks, {
      args: [file, run, String(until)],
    });
  }
  const lines = readFileSync(join(run, 'metrics.jsonl'), 'utf8').trim().split('\n');
  const metrics = lines.map((line) => JSON.parse(line) as Outcome['metrics'][number]);
  const { path } = findCheckpoint(run, () => undefined);
  return { run, metrics, model: valuesOf(path, 'model'), optimizer: valuesOf(path, 'optimizer') };
}

function valuesOf(checkpoint: string, file: string): Map<string, number[]> {
  const { tensors } = openSafetensors(join(checkpoint, `${file}.safetensors`));
  return new Map(
    [...tensors].map(([key, tensor]) => [
      key,
      Array.from(fromRaw(tensor.read()).float().flatten().toTypedArray(), Number),
    ]),
  );
}
