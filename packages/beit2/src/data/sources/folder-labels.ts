import type { Labels } from './image-source.js';
import { compareNaturally } from './natural-order.js';

/**
 * Labels from the folders that images lie in: every image exactly one folder below the folder common to all, and at least
 * two such folders, sorted by name. Undefined for any other nesting. `names` are paths with `/`.
 */
export function labelsFromFolders(names: readonly string[]): Labels | undefined {
  const [first] = names;
  if (first === undefined) return undefined;
  const common = commonFolder(names);
  const folders = names.map((name) => name.slice(common.length, name.lastIndexOf('/')));
  if (names.some((name) => name.lastIndexOf('/') <= common.length) || folders.some((f) => f.includes('/'))) {
    return undefined;
  }
  return labelsFromTexts(folders);
}

/** Labels from each image's class name. */
export function labelsFromTexts(texts: readonly string[]): Labels {
  const classes = [...new Set(texts)].sort(compareNaturally);
  const numbers = new Map(classes.map((name, i) => [name, i]));
  return { classes, labels: Int32Array.from(texts, (text) => numbers.get(text) ?? -1) };
}

/** The longest folder, with its `/`, that all paths start with; at least two folders differ behind it. */
function commonFolder(names: readonly string[]): string {
  let [common = ''] = names;
  for (const name of names) {
    while (!name.startsWith(common) || (common !== '' && !common.endsWith('/'))) {
      common = common.slice(0, common.lastIndexOf('/', common.length - 2) + 1);
    }
  }
  return common;
}
