import type { Labels } from './image-source.js';
import { compareNaturally } from './natural-order.js';

/** Names or texts, one for each image, that can be gone through several times. */
export interface Texts extends Iterable<string> {
  readonly length: number;
}

/**
 * Labels from the folders that images lie in: every image exactly one folder below the folder common to all, and at least
 * two such folders, sorted by name. Undefined for any other nesting. `names` are paths with `/`.
 */
export function labelsFromFolders(names: Texts): Labels | undefined {
  const common = commonFolder(names);
  if (common === undefined) return undefined;
  for (const name of names) {
    const end = name.lastIndexOf('/');
    if (end <= common.length || name.slice(common.length, end).includes('/')) return undefined;
  }
  const folders = {
    length: names.length,
    *[Symbol.iterator]() {
      for (const name of names) yield name.slice(common.length, name.lastIndexOf('/'));
    },
  };
  return labelsFromTexts(folders);
}

/** Labels from each image's class name. */
export function labelsFromTexts(texts: Texts): Labels {
  const found = new Map<string, number>(); // numbered as they come
  const labels = new Int32Array(texts.length);
  let place = 0;
  for (const text of texts) {
    let number = found.get(text);
    if (number === undefined) found.set(text, (number = found.size));
    labels[place++] = number;
  }
  const classes = [...found.keys()].sort(compareNaturally);
  const sorted = new Map(classes.map((name, i) => [name, i]));
  const renumbered = Int32Array.from(found.keys(), (name) => sorted.get(name) ?? -1);
  for (let i = 0; i < labels.length; i++) labels[i] = renumbered[labels[i] ?? 0] ?? -1;
  return { classes, labels };
}

/** The longest folder, with its `/`, that all paths start with; at least two folders differ behind it. */
function commonFolder(names: Texts): string | undefined {
  let common: string | undefined;
  for (const name of names) {
    common ??= name;
    while (!name.startsWith(common) || (common !== '' && !common.endsWith('/'))) {
      common = common.slice(0, common.lastIndexOf('/', common.length - 2) + 1);
    }
  }
  return common;
}
