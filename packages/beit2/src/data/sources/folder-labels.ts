import type { Labels } from './image-source.js';
import { compareNaturally } from './natural-order.js';

/** Texts, one for each image, that can be gone through several times; undefined where an image has none. */
export interface Texts<T extends string | undefined = string> extends Iterable<T> {
  readonly length: number;
}

/**
 * Labels from the folders that images lie in: the first folder below the source names the class, however deep the image lies, as
 * torchvision has it. Where there is one folder only, those in it are looked at, and so on. Images beside the class folders have no
 * label; undefined where there are not two classes. `names` are paths with `/`.
 */
export function labelsFromFolders(names: Texts): Labels | undefined {
  let above = '';
  for (;;) {
    const [folder, ...others] = foldersIn(names, above);
    if (folder === undefined) return undefined;
    if (others.length > 0) break;
    above += `${folder}/`;
  }
  const folders = {
    length: names.length,
    *[Symbol.iterator]() {
      for (const name of names) yield folderIn(name, above);
    },
  };
  return labelsFromTexts(folders);
}

/** The first part of a path below `above`, where that is a folder. */
function folderIn(name: string, above: string): string | undefined {
  const end = name.indexOf('/', above.length);
  return end >= 0 && name.startsWith(above) ? name.slice(above.length, end) : undefined;
}

/** Folders below `above` that images lie in, two at most. */
function foldersIn(names: Texts, above: string): string[] {
  let first: string | undefined;
  for (const name of names) {
    const folder = folderIn(name, above);
    if (folder === undefined) continue;
    first ??= folder;
    if (folder !== first) return [first, folder];
  }
  return first === undefined ? [] : [first];
}

/** Labels from each image's class name, the classes in the order that `compare` gives them. */
export function labelsFromTexts(texts: Texts<string | undefined>, compare = compareNaturally): Labels {
  const found = new Map<string, number>(); // numbered as they come
  const labels = new Int32Array(texts.length).fill(-1);
  let place = -1;
  for (const text of texts) {
    place++;
    if (text === undefined) continue;
    let number = found.get(text);
    if (number === undefined) found.set(text, (number = found.size));
    labels[place] = number;
  }
  const classes = [...found.keys()].sort(compare);
  const sorted = new Map(classes.map((name, i) => [name, i]));
  const renumbered = Int32Array.from(found.keys(), (name) => sorted.get(name) ?? -1);
  for (let i = 0; i < labels.length; i++) labels[i] = renumbered[labels[i] ?? -1] ?? -1;
  return { classes, labels };
}
