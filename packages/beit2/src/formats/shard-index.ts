/** The index of a checkpoint in several files: `model.safetensors.index.json`, `pytorch_model.bin.index.json`. */
import { basename } from 'node:path';
import { UserError } from '../errors.js';
import type { FileReader } from '../files/file-access.js';
import { lazySchema } from '../files/lazy-schema.js';
import { printable } from '../files/printable.js';

const indexSchema = lazySchema((z) => z.object({ weight_map: z.record(z.string(), z.unknown()) }));

/** Name of each tensor and of the file beside the index that holds it. @throws UserError where it is no index */
export function readWeightMap(index: FileReader): [tensor: string, file: string][] {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder().decode(index.read(0, index.size)));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${index.path} is not a valid index: it is not JSON.`);
  }
  const { success, data } = indexSchema().safeParse(content);
  if (!success) throw new UserError(`${index.path} is not a valid index: it has no weight_map.`);
  return Object.entries(data.weight_map).map(([name, file]) => {
    // An index must not reach files outside its folder.
    if (typeof file !== 'string' || basename(file) !== file || file === '..' || file.includes('\\')) {
      throw new UserError(
        `${index.path} is not a valid index: ${printable(JSON.stringify(file))} is not the name of a file.`,
      );
    }
    return [name, file];
  });
}
