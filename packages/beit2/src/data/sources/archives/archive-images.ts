/** Images in archives and their labels: WebDataset's convention (`KEY.jpg` with its label in `KEY.cls`), or class folders in the archive. */
import { UserError } from '../../../errors.js';
import { labelsFromFolders, labelsFromTexts, type Texts } from '../folder-labels.js';
import { isImageName, type Labels } from '../image-source.js';
import { type LeftOutTally, reasonFor } from '../left-out.js';
import { NumbersBuilder, type PackedStrings, StringsBuilder } from '../packed-strings.js';
import type { ArchiveIndex } from './archive-index.js';
import { classTextsOf, extensionOf, type ClassTexts } from './class-texts.js';

/** The images of one archive. */
export interface ArchiveImages {
  /** Places of the images among the members of the archive. */
  members: Float64Array;
  names: PackedStrings;
  /** Texts of the `.cls` beside each image, where there are any. */
  texts: ClassTexts | null;
}

/**
 * The images among the members of an archive.
 * @param path of the archive, as messages show it
 * @param image the extension of the images, where it is chosen: all that follows the first dot of a member's name
 */
export function imagesOf(
  path: string,
  index: ArchiveIndex,
  image: string | null,
  leftOut: LeftOutTally,
): ArchiveImages {
  const { names, sizes, sniffed, formats } = index;
  const chosen = new NumbersBuilder();
  const images = new StringsBuilder();
  for (const { reason, example, count } of index.leftOut) leftOut.add(reason, example, count);
  for (let member = 0; member < names.length; member++) {
    const name = names.at(member);
    const format = formats[sniffed.get(member) ?? -1];
    if (
      image === null
        ? isImageName(name) || format?.kind === 'image'
        : extensionOf(name) === image.toLowerCase()
    ) {
      if ((sizes[member] ?? 0) > 0xffff_ffff)
        throw new UserError(`${path}:${name} is larger than an image can be.`);
      chosen.add(member);
      images.add(name);
    } else if (format && image === null) leftOut.add(reasonFor(format), `${path}:${name}`);
  }
  const members = chosen.build();
  return {
    members,
    names: images.build(),
    texts: index.classTexts.size > 0 ? classTextsOf(path, index, members) : null,
  };
}

/** The names of all images of several archives. */
function allNames(parts: readonly { names: PackedStrings }[]): Texts {
  return {
    length: parts.reduce((sum, { names }) => sum + names.length, 0),
    *[Symbol.iterator]() {
      for (const { names } of parts) yield* names;
    },
  };
}

/**
 * Labels of the images of archives: from the `.cls` beside them, else from their folders.
 * @param folderNames names of classes by the folders that stand for them
 */
export function labelsOf(
  parts: readonly ArchiveImages[],
  folderNames: ReadonlyMap<string, string>,
): Labels | undefined {
  const names = allNames(parts);
  return labelsFromMembers(parts, names, folderNames) ?? classFolders(names, folderNames);
}

/** Labels by folders, under the names that were given to the classes. */
function classFolders(names: Texts, given: ReadonlyMap<string, string>): Labels | undefined {
  const labels = labelsFromFolders(names);
  return labels && { ...labels, classes: labels.classes.map((folder) => given.get(folder) ?? folder) };
}

/** Numbers above this are names of classes, not their places: a list of that many classes would be mostly empty. */
const highestPlace = 99_999;

/** Labels from `KEY.cls` beside each image's `KEY.jpg`; undefined where no image has one. */
function labelsFromMembers(
  parts: readonly ArchiveImages[],
  names: Texts,
  folderNames: ReadonlyMap<string, string>,
): Labels | undefined {
  if (!parts.some(({ texts }) => texts?.places.some((place) => place >= 0))) return undefined;
  const byText = labelsFromTexts({
    length: names.length,
    *[Symbol.iterator]() {
      for (const part of parts)
        for (let i = 0; i < part.names.length; i++) yield part.texts?.texts[part.texts.places[i] ?? -1];
    },
  });
  if (!byText.classes.every((text) => /^\d+$/.test(text) && Number(text) <= highestPlace)) return byText;
  // Numbers are labels as they stand, also where these shards leave some out; a class folder gives its number a name.
  const numbers = byText.classes.map(Number);
  const labels = byText.labels.map((place) => numbers[place] ?? -1);
  const highest = numbers.reduce((a, b) => Math.max(a, b));
  const classes = Array.from({ length: highest + 1 }, (_, i) => String(i));
  const folders = classFolders(names, folderNames);
  if (folders && isOneToOne(folders.labels, labels)) {
    for (const [i, label] of labels.entries())
      if (label >= 0) classes[label] = folders.classes[folders.labels[i] ?? -1] ?? '';
  }
  return { classes, labels };
}

/** Whether two labellings tell the same images apart. */
function isOneToOne(one: Int32Array, other: Int32Array): boolean {
  const there = new Map<number, number>();
  const back = new Map<number, number>();
  for (const [i, a] of one.entries()) {
    const b = other[i] ?? -1;
    if (b < 0) continue;
    if (a < 0 || (there.get(a) ?? b) !== b || (back.get(b) ?? a) !== a) return false;
    there.set(a, b);
    back.set(b, a);
  }
  return true;
}
