/** What images are known again by, wherever their folder lies. */
import { createHash } from 'node:crypto';
import type { ImageSource } from './image-source.js';

const separator = /[\\/]/;

/** How many of the leading parts of a name all names share. */
function sharedParts(source: ImageSource): number {
  const first = source.name(0).split(separator);
  let shared = first.length - 1;
  for (let index = 1; index < source.length; index++) {
    const parts = source.name(index).split(separator);
    let same = 0;
    while (same < shared && parts[same] === first[same]) same++;
    shared = same;
  }
  return shared;
}

function hashNames(source: ImageSource): string {
  const names = createHash('sha256');
  const shared = source.length > 0 ? sharedParts(source) : 0;
  for (let index = 0; index < source.length; index++)
    names.update(`${source.name(index).split(separator).slice(shared).join('/')}\n`);
  return names.digest('hex');
}

/**
 * Number of images and SHA-256 of their names below the folder that they share; with labels, of the class names too; of images from a
 * list, of its rows.
 */
export function contentOf(source: ImageSource): {
  images: number;
  names: string;
  rows?: string;
  classes?: string;
} {
  const { classes, rowsHash } = source;
  return {
    images: source.length,
    names: source.namesHash ?? hashNames(source),
    ...(rowsHash !== undefined && { rows: rowsHash }),
    ...(classes && { classes: createHash('sha256').update(classes.join('\n')).digest('hex') }),
  };
}
