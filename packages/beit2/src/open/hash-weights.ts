/** Hashes by which weights and models are known again. */
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { FileReader } from '../files/file-access.js';
import { readWeightMap } from '../formats/shard-index.js';
import type { ModelCard } from '../model/model-card.js';
import { hashFile } from '../files/durable-files.js';

/**
 * SHA-256, hexadecimal, of all that a model's outputs depend on: its weights, and what its card says that no weights tell,
 * which a user or a file beside them may change.
 */
export function hashModel({ path, card }: { path: string; card: ModelCard }): string {
  const { heads, eps, activation, image } = card;
  const told = JSON.stringify({ heads, eps, activation, image });
  return createHash('sha256')
    .update(`${hashWeights(path)}\n${told}`)
    .digest('hex');
}

/** SHA-256 of a file of weights, hexadecimal; of a sharded one, of the hashes of its files in the order of their names. */
export function hashWeights(path: string): string {
  if (!/\.json$/i.test(path)) return hashFile(path);
  const files = new Set(readWeightMap(new FileReader(path)).map(([, file]) => file));
  const hashes = [...files].sort().map((file) => hashFile(join(dirname(path), file)));
  return createHash('sha256').update(hashes.join('\n')).digest('hex');
}
