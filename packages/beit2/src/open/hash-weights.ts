/** A hash by which weights are known again. */
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { FileReader } from '../files/file-access.js';
import { readWeightMap } from '../formats/shard-index.js';
import { hashFile } from '../files/durable-files.js';

/** SHA-256 of a file of weights, hexadecimal; of a sharded one, of the hashes of its files in the order of their names. */
export function hashWeights(path: string): string {
  if (!/\.json$/i.test(path)) return hashFile(path);
  const files = new Set(readWeightMap(new FileReader(path)).map(([, file]) => file));
  const hashes = [...files].sort().map((file) => hashFile(join(dirname(path), file)));
  return createHash('sha256').update(hashes.join('\n')).digest('hex');
}
