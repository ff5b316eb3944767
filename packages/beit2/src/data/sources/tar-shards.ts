/**
 * Images in tar files, read in place: WebDataset's convention (`KEY.jpg` with its label in `KEY.cls`), or class folders
 * inside the tar.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { UserError } from '../../errors.js';
import { mapAhead } from '../loading/map-ahead.js';
import { openBlockCache } from '../remote/block-cache.js';
import { shownAddress } from '../remote/addresses.js';
import type { OnWait } from '../remote/patience.js';
import { RemoteReader } from '../remote/remote-reader.js';
import { labelsFromFolders, labelsFromTexts, type Texts } from './folder-labels.js';
import {
  isImageName,
  labelAt,
  type ImageSource,
  type Labels,
  type LeftOut,
  type Shard,
  type SourceDescription,
  type TarMembers,
} from './image-source.js';
import { LeftOutTally, noImages, reasonFor } from './left-out.js';
import { NumbersBuilder, type PackedStrings, StringsBuilder } from './packed-strings.js';
import { classTextsOf, extensionOf, type ClassTexts } from './tar-classes.js';
import { indexTar, tarBlock, type TarIndex } from './tar-index.js';

type TarDescription = Extract<SourceDescription, { kind: 'tar' }>;

const shardsAtOnce = 8;

/**
 * Opens tar files as one source, images in the order of the files and within them.
 * @param image the extension of the images, where it is chosen: all that follows the first dot of a member's name
 * @param others what else was left out before
 * @throws UserError when a file is no whole tar or there is no image.
 */
export async function openTarShards(
  paths: readonly string[],
  image: string | null = null,
  others: readonly LeftOut[] = [],
): Promise<ImageSource> {
  const leftOut = new LeftOutTally();
  for (const { reason, example, count } of others) leftOut.add(reason, example, count);
  const parts: ShardImages[] = [];
  const folderNames = new Map<string, string>();
  const indexed = mapAhead(paths.length, shardsAtOnce, (i) => indexTar(paths[i] ?? ''));
  for await (const { shard, index } of indexed) {
    parts.push(imagesOf(shard, index, image, leftOut));
    for (const [folder, name] of index.folderNames) folderNames.set(folder, name);
  }
  const members = joined(parts);
  const names = allNames(parts);
  if (names.length === 0) {
    const shown = paths.map(shownAddress).join(', ');
    throw new UserError(noImages(shown, '', image, leftOut.list()));
  }
  const labels = labelsFromMembers(parts, names, folderNames) ?? classFolders(names, folderNames);
  const shards = parts.map(({ shard }) => shard);
  return new TarShards(
    shards,
    members,
    parts.map((part) => part.names),
    labels,
    leftOut.list(),
  );
}

/** Labels by folders, under the names that were given to the classes. */
function classFolders(names: Texts, given: ReadonlyMap<string, string>): Labels | undefined {
  const labels = labelsFromFolders(names);
  return labels && { ...labels, classes: labels.classes.map((folder) => given.get(folder) ?? folder) };
}

/** The images of one tar file. */
interface ShardImages {
  shard: Shard;
  blocks: Uint32Array;
  sizes: Uint32Array;
  names: PackedStrings;
  /** Texts of the `.cls` beside each image, where there are any. */
  texts: ClassTexts | null;
}

function imagesOf(shard: Shard, index: TarIndex, image: string | null, leftOut: LeftOutTally): ShardImages {
  const { names, offsets, sizes, sniffed, formats } = index;
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
        throw new UserError(`${nameOf(shard)}:${name} is larger than an image can be.`);
      chosen.add(member);
      images.add(name);
    } else if (format && image === null) leftOut.add(reasonFor(format), `${nameOf(shard)}:${name}`);
  }
  const members = chosen.build();
  return {
    shard,
    blocks: Uint32Array.from(members, (member) => (offsets[member] ?? 0) / tarBlock),
    sizes: Uint32Array.from(members, (member) => sizes[member] ?? 0),
    names: images.build(),
    texts: index.classTexts.size > 0 ? classTextsOf(nameOf(shard), index, members) : null,
  };
}

/** Path or address of a shard, as messages show it. */
export function nameOf(shard: Shard): string {
  return 'path' in shard ? shard.path : shownAddress(shard.address);
}

function joined(parts: readonly ShardImages[]): TarMembers {
  const starts = shared(parts.length + 1);
  for (const [i, { names }] of parts.entries()) starts[i + 1] = (starts[i] ?? 0) + names.length;
  const length = starts[parts.length] ?? 0;
  const [blocks, sizes] = [shared(length), shared(length)];
  for (const [i, part] of parts.entries()) {
    blocks.set(part.blocks, starts[i]);
    sizes.set(part.sizes, starts[i]);
  }
  return { starts, blocks, sizes };
}

function shared(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(4 * length));
}

function allNames(parts: readonly { names: PackedStrings }[]): Texts {
  return {
    length: parts.reduce((sum, { names }) => sum + names.length, 0),
    *[Symbol.iterator]() {
      for (const { names } of parts) yield* names;
    },
  };
}

const filesOpen = 256;

/** Reads the images of a description (in a worker thread). */
export function tarReader(
  { shards, members }: TarDescription,
  onWait?: OnWait,
): (index: number) => Promise<Uint8Array> {
  const readLocal = localReader();
  let remote: RemoteReader | undefined;
  // Reading from disk is synchronous: some microseconds from the page cache, where the way through the thread pool costs more.
  return async (index) => {
    const file = shardOf(members.starts, index);
    const shard = shards[file];
    const start = (members.blocks[index] ?? 0) * tarBlock;
    const size = members.sizes[index] ?? 0;
    if (!shard) throw new RangeError(`internal: image ${index} lies in no shard`);
    if ('path' in shard) return readLocal(file, shard.path, start, size);
    remote ??= new RemoteReader(openBlockCache(), onWait);
    return remote.read(shard, start, size);
  };
}

/** Reads parts of files that stay open, the oldest closed where there are many. */
function localReader(): (file: number, path: string, start: number, size: number) => Uint8Array {
  const descriptors = new Map<number, number>();
  const open = (file: number, path: string): number => {
    const known = descriptors.get(file);
    if (known !== undefined) return known;
    const [oldest] = descriptors;
    if (oldest && descriptors.size >= filesOpen) {
      closeSync(oldest[1]);
      descriptors.delete(oldest[0]);
    }
    const descriptor = openSync(path, 'r');
    descriptors.set(file, descriptor);
    return descriptor;
  };
  return (file, path, start, size) => {
    const bytes = new Uint8Array(size);
    const got = readSync(open(file, path), bytes, 0, size, start);
    if (got < size) throw new Error('the tar file was truncated while in use');
    return bytes;
  };
}

/** The last shard that begins at or before an image. */
export function shardOf(starts: Uint32Array, index: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle;
  }
  return low;
}

class TarShards implements ImageSource {
  readonly length: number;
  readonly classes?: readonly string[];
  readonly read: (index: number) => Promise<Uint8Array>;
  private readonly labels: Int32Array | undefined;

  constructor(
    private readonly shards: Shard[],
    private readonly members: TarMembers,
    private readonly names: readonly PackedStrings[],
    labelled: Labels | undefined,
    readonly leftOut: readonly LeftOut[],
  ) {
    this.length = members.sizes.length;
    this.read = tarReader(this.describe());
    if (labelled) ({ classes: this.classes, labels: this.labels } = labelled);
  }

  name(index: number): string {
    const file = shardOf(this.members.starts, index);
    const shard = this.shards[file];
    const name = this.names[file]?.at(index - (this.members.starts[file] ?? 0));
    return `${shard ? nameOf(shard) : ''}:${name ?? ''}`;
  }

  label(index: number): number | undefined {
    return labelAt(this.labels, index);
  }

  describe(): TarDescription {
    return { kind: 'tar', shards: this.shards, members: this.members };
  }
}

/** Numbers above this are names of classes, not their places: a list of that many classes would be mostly empty. */
const highestPlace = 99_999;

/** Labels from `KEY.cls` beside each image's `KEY.jpg`; undefined where no image has one. */
function labelsFromMembers(
  parts: readonly ShardImages[],
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
