/** A list of images to leave out, as `beit2 data check` writes it: JSON lines, the first of which says of which source. */
import { z } from 'zod';
import { UserError } from '../../errors.js';
import { readText, writeFileWhole } from '../../files/file-access.js';
import { parseJson } from '../../files/json-file.js';
import type { ImageSource } from './image-source.js';
import { contentOf } from './source-content.js';
import { subset } from './subset.js';

const headSchema = z.object({ quarantine: z.literal(1), images: z.number(), names: z.string() });
const entrySchema = z.object({ index: z.int().min(0) });

/** Writes the list. `entries` go in as they are, with the names of their images. */
export function writeQuarantine(
  path: string,
  source: ImageSource,
  entries: readonly { index: number; of?: number }[],
): void {
  const { images, names } = contentOf(source);
  writeFileWhole(path, (append) => {
    const line = (value: object): void => append(Buffer.from(`${JSON.stringify(value)}\n`));
    line({ quarantine: 1, images, names });
    for (const entry of entries) {
      const name = source.name(entry.index);
      line(entry.of === undefined ? { ...entry, name } : { ...entry, name, ofName: source.name(entry.of) });
    }
  });
}

/**
 * A source without the images of a list. Lines may be taken out of the list by hand.
 * @throws UserError for a damaged list, or one of other images
 */
export function withoutQuarantined(source: ImageSource, path: string): ImageSource {
  const [head = '', ...lines] = readText(path).trim().split('\n');
  const damaged = (line: number): string =>
    `${path} was not written by \`beit2 data check\`: line ${line} is damaged.`;
  const { images, names } = parseJson(head, headSchema, damaged(1));
  if (images !== source.length || names !== contentOf(source).names) {
    throw new UserError(
      `${path} belongs to other images (${images} of them, not ${source.length}): run \`beit2 data check\` again.`,
    );
  }
  const out = new Uint8Array(source.length);
  for (const [i, line] of lines.entries()) out[parseJson(line, entrySchema, damaged(i + 2)).index] = 1;
  const kept = new Uint32Array(source.length - out.reduce((sum, one) => sum + one, 0));
  let place = 0;
  for (let index = 0; index < source.length; index++) if (out[index] === 0) kept[place++] = index;
  return subset(source, kept);
}
