/**
 * Images in tar files, read in place: WebDataset's convention (`KEY.jpg` with its label in `KEY.cls`), or class folders
 * inside the tar.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { UserError } from '../../errors.js';
import { labelsFromFolders, labelsFromTexts } from './folder-labels.js';
import {
  imageExtensions,
  isImageName,
  type ImageSource,
  type Labels,
  type SourceDescription,
  type TarMembers,
} from './image-source.js';
import { PackedStrings } from './packed-strings.js';
import { indexTar, memberKey, type TarIndex } from './tar-index.js';

type TarDescription = Extract<SourceDescription, { kind: 'tar' }>;

/**
 * Opens tar files as one source, images in the order of the files and within them.
 * @throws UserError when a file is no whole tar or there is no image.
 */
export function openTarShards(paths: readonly string[]): ImageSource {
  const shards = paths.map((path) => ({ path, index: indexTar(path) }));
  const images = shards.flatMap(({ index }, file) =>
    index.names.flatMap((name, member) => (isImageName(name) ? [{ file, member, name }] : [])),
  );
  if (images.length === 0) {
    throw new UserError(`No images in ${paths.join(', ')}: looked for ${imageExtensions.join(', ')}.`);
  }
  const members: TarMembers = {
    file: sharedUint32(images.map((image) => image.file)),
    offset: sharedFloat64(images.map(({ file, member }) => shards[file]?.index.offsets[member] ?? 0)),
    size: sharedFloat64(images.map(({ file, member }) => shards[file]?.index.sizes[member] ?? 0)),
  };
  const labels = labelsFromMembers(shards, images) ?? labelsFromFolders(images.map((image) => image.name));
  return new TarShards([...paths], members, PackedStrings.from(images.map((image) => image.name)), labels);
}

const filesOpen = 256;

/** Reads the images of a description (in a worker thread). */
export function tarReader({ paths, members }: TarDescription): (index: number) => Promise<Uint8Array> {
  const descriptors = new Map<number, number>();
  const open = (file: number): number => {
    const known = descriptors.get(file);
    if (known !== undefined) return known;
    const [oldest] = descriptors;
    if (oldest && descriptors.size >= filesOpen) {
      closeSync(oldest[1]);
      descriptors.delete(oldest[0]);
    }
    const descriptor = openSync(paths[file] ?? '', 'r');
    descriptors.set(file, descriptor);
    return descriptor;
  };
  return (index) =>
    // Synchronous: some microseconds from the page cache, where the way through the thread pool costs more.
    new Promise((resolve) => {
      const bytes = new Uint8Array(members.size[index] ?? 0);
      const file = open(members.file[index] ?? 0);
      const got = readSync(file, bytes, 0, bytes.length, members.offset[index] ?? 0);
      if (got < bytes.length) throw new Error('the tar file became shorter');
      resolve(bytes);
    });
}

class TarShards implements ImageSource {
  readonly length: number;
  readonly classes?: readonly string[];
  readonly read: (index: number) => Promise<Uint8Array>;
  private readonly labels: Int32Array | undefined;

  constructor(
    private readonly paths: string[],
    private readonly members: TarMembers,
    private readonly names: PackedStrings,
    labelled: Labels | undefined,
  ) {
    this.length = names.length;
    this.read = tarReader(this.describe());
    if (labelled) ({ classes: this.classes, labels: this.labels } = labelled);
  }

  name(index: number): string {
    return `${this.paths[this.members.file[index] ?? 0] ?? ''}:${this.names.at(index)}`;
  }

  label(index: number): number | undefined {
    return this.labels?.[index];
  }

  describe(): TarDescription {
    return { kind: 'tar', paths: this.paths, members: this.members };
  }
}

/** Labels from `KEY.cls` beside each image's `KEY.jpg`; undefined unless every image has one. */
function labelsFromMembers(
  shards: readonly { index: TarIndex }[],
  images: readonly { file: number; name: string }[],
): Labels | undefined {
  const texts: string[] = [];
  for (const { file, name } of images) {
    const text = shards[file]?.index.classTexts.get(memberKey(name));
    if (text === undefined) return undefined;
    texts.push(text);
  }
  if (!texts.every((text) => /^\d{1,7}$/.test(text))) return labelsFromTexts(texts);
  // Numbers are labels as they stand, also where these shards leave some out; a class folder gives its number a name.
  const labels = Int32Array.from(texts, Number);
  const classes = Array.from({ length: labels.reduce((a, b) => Math.max(a, b)) + 1 }, (_, i) => String(i));
  const folders = labelsFromFolders(images.map((image) => image.name));
  const pairs = new Set(folders && images.map((_, i) => `${folders.labels[i] ?? -1} ${labels[i] ?? -1}`));
  if (folders && pairs.size === folders.classes.length && pairs.size === new Set(labels).size) {
    for (const [i, label] of labels.entries())
      classes[label] = folders.classes[folders.labels[i] ?? -1] ?? '';
  }
  return { classes, labels };
}

function sharedUint32(values: readonly number[]): Uint32Array {
  const shared = new Uint32Array(new SharedArrayBuffer(4 * values.length));
  shared.set(values);
  return shared;
}

function sharedFloat64(values: readonly number[]): Float64Array {
  const shared = new Float64Array(new SharedArrayBuffer(8 * values.length));
  shared.set(values);
  return shared;
}
