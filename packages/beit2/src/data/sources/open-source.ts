/** From what a user writes (a folder, a tar file, an address, a pattern, a list) to an image source. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.js';
import { fileNameOf } from '../../files/file-names.js';
import { checkAddress, isRemote, isTarName, shownAddress } from '../remote/addresses.js';
import type { OnWait } from '../remote/patience.js';
import { expandPaths } from './expand-paths.js';
import { folderReader, openImageFiles, openImageFolder } from './image-folder.js';
import {
  isImageName,
  isZipName,
  type ImageReader,
  type ImageSource,
  type SourceDescription,
} from './image-source.js';
import { joinSources, partOf } from './joined.js';
import { noImages, notTaken } from './left-out.js';
import { formatOfFile, listFolder } from './list-folder.js';
import { openList, type Split } from './lists/open-list.js';
import { isListName } from './lists/read-rows.js';
import { manifestEnding, openManifest } from './manifest.js';
import { compareNaturally } from './natural-order.js';
import { compressedSentence } from './archives/tar-index.js';
import { openTarShards, tarReader } from './archives/tar-shards.js';
import { openZipFiles, zipReader } from './archives/zip-files.js';

export interface OpenOptions {
  /** Ending of the images, such as `tif`, where they are chosen by it: the rest of what is there is then not looked at. */
  image?: string | null;
  /** The part of the images to take from lists that have a column of splits; all of them otherwise. */
  split?: Split | null;
  /** Hears what looks like data and is not taken. */
  say?: (sentence: string) => void;
}

/** A source whose images training draws `weight` times in an epoch. */
export interface WeightedPath {
  path: string;
  weight: number;
}

/** What a user writes for a source: one path, pattern or address, or several. */
export type SourceSpec = string | readonly (string | WeightedPath)[];

/** The paths of a source. */
export function pathsOf(spec: SourceSpec): string[] {
  return itemsOf(spec).map(({ path }) => path);
}

function itemsOf(spec: SourceSpec): WeightedPath[] {
  const list = typeof spec === 'string' ? [spec] : spec;
  return list.map((one) => (typeof one === 'string' ? { path: one, weight: 1 } : one));
}

/**
 * Opens a folder of images, of .tar or of .zip files, or .tar files, .zip files or image files given by path, pattern (`*`, `?`),
 * braces (`{a,b}`, `{000..009}`) or as a list. Tar files may also lie on a web server (`https://`) or in S3-compatible storage
 * (`s3://BUCKET/KEY`, where patterns and `s3://BUCKET/PREFIX/` work too). A `.manifest` stands for what it lists, and so does a list
 * of files with a column of paths (`.csv`, `.tsv`, `.jsonl`, `.ndjson`, `.parquet`).
 * @throws UserError that says what is missing or unreadable.
 */
export async function openSource(
  spec: SourceSpec,
  { image = null, split = null, say }: OpenOptions = {},
): Promise<ImageSource> {
  const groups: Group[] = [];
  for (const { path, weight } of itemsOf(spec)) {
    const paths = await expandPaths([withTars(path)]);
    for (const one of paths.filter(isRemote)) checkShard(one);
    addGroups(groups, paths, weight, weight === 1 ? 0 : groups.length);
  }
  const parts: ImageSource[] = [];
  for (const group of groups) parts.push(await openGroup(group, image, split));
  const [first] = parts;
  if (!first) throw new UserError('No images are named.');
  const weights = groups.map(({ weight }) => weight);
  const source = parts.length === 1 && weights[0] === 1 ? first : joinSources(parts, weights);
  const { leftOut = [] } = source;
  if (leftOut.length > 0) say?.(notTaken(leftOut));
  return source;
}

type Kind = 'folder' | 'manifest' | 'list' | 'tar' | 'zip' | 'image';

interface Group {
  kind: Kind;
  paths: string[];
  weight: number;
}

/**
 * Adds paths to groups that make one source each: neighbouring tar files, zip files or images of one weight; a folder, a manifest or a list is
 * one of its own.
 * @param from the first group that may grow
 */
function addGroups(groups: Group[], paths: readonly string[], weight: number, from: number): void {
  for (const path of paths) {
    const kind = kindOf(path);
    const last = groups.length > from ? groups.at(-1) : undefined;
    const isWhole = kind === 'folder' || kind === 'manifest' || kind === 'list';
    if (last?.kind === kind && last.weight === weight && !isWhole) last.paths.push(path);
    else groups.push({ kind, paths: [path], weight });
  }
}

/** @throws UserError for what cannot be a source */
function kindOf(path: string): Kind {
  if (isRemote(path)) return 'tar';
  if (isFolder(path)) return 'folder';
  if (path.endsWith(manifestEnding)) return 'manifest';
  if (isListName(path)) return 'list';
  if (isTarName(path)) return 'tar';
  if (isZipName(path)) return 'zip';
  if (isImageName(path)) return 'image';
  const format = formatOfFile(path);
  if (format?.kind === 'image') return 'image';
  if (format?.name === 'tar' || format?.name === 'zip') return format.name;
  if (format?.kind === 'other image')
    throw new UserError(`${path} is a ${format.name} image, a format that is not read.`);
  throw new UserError(
    (format && compressedSentence(path, format)) ??
      `${path} is not a folder, a tar or zip file, a list or an image.`,
  );
}

function openGroup(
  { kind, paths }: Group,
  image: string | null,
  split: Split | null,
): ImageSource | Promise<ImageSource> {
  const [first = ''] = paths;
  switch (kind) {
    case 'folder':
      return openFolder(first, image);
    case 'manifest':
      return openManifest(first);
    case 'list':
      return openList(first, split, image);
    case 'tar':
      return openTarShards(paths, image);
    case 'zip':
      return openZipFiles(paths, image);
    case 'image':
      return openImageFiles(paths);
  }
}

/** A folder holds images, tar files or zip files: what there is most of. The rest is left out, which is noted. */
function openFolder(root: string, image: string | null): ImageSource | Promise<ImageSource> {
  const { images, tars, zips, leftOut } = listFolder(root, image);
  const [archives, open, name] =
    zips.length > tars.length
      ? ([zips, openZipFiles, 'zip'] as const)
      : ([tars, openTarShards, 'tar'] as const);
  const takesArchives = archives.length > images.length;
  const taken = takesArchives ? `${name} files` : 'images';
  if (takesArchives) leftOut.add(`image beside ${taken}`, images[0] ?? '', images.length);
  for (const [kind, files] of [
    ['tar', tars],
    ['zip', zips],
  ] as const)
    if (!takesArchives || kind !== name)
      leftOut.add(`${kind} file beside ${taken}`, files[0] ?? '', files.length);
  if (takesArchives)
    return open(
      archives.sort(compareNaturally).map((path) => join(root, path)),
      image,
      leftOut.list(),
    );
  if (images.length === 0)
    throw new UserError(noImages(root, ' in it and the folders below', image, leftOut.list()));
  return openImageFolder(root, images, leftOut.list());
}

/** `s3://BUCKET/PREFIX/` means the tar files there. */
function withTars(path: string): string {
  return /^s3:\/\/.*\/$/is.test(path) ? `${path}*.tar` : path;
}

function checkShard(address: string): void {
  checkAddress(address);
  if (isTarName(address)) return;
  throw new UserError(
    `${shownAddress(address)} is not a .tar file: images on a server are read from tar shards, as in ` +
      'https://HOST/train-{000..146}.tar or s3://BUCKET/PREFIX/ (`beit2 data pack` makes them).',
  );
}

/** Reads images by number as the described source does (in a worker thread); `onWait` hears when a server is away. */
export function openReader(description: SourceDescription, onWait?: OnWait): ImageReader {
  if (description.kind === 'folder') return folderReader(description);
  if (description.kind === 'tar') return { read: tarReader(description, onWait) };
  if (description.kind === 'zip') return { read: zipReader(description) };
  if (description.kind === 'joined') {
    const readers = description.parts.map((part) => openReader(part, onWait));
    const at = (index: number): [reader: ImageReader, place: number] => {
      const [part, place] = partOf(description.starts, index);
      const reader = readers[part];
      if (!reader) throw new RangeError(`internal: image ${index} lies in no part`);
      return [reader, place];
    };
    return {
      read: (index) => {
        const [reader, place] = at(index);
        return reader.read(place);
      },
      box: (index) => {
        const [reader, place] = at(index);
        return reader.box?.(place);
      },
    };
  }
  const whole = openReader(description.of, onWait);
  const place = (index: number): number => description.indices[index] ?? 0;
  return { read: (index) => whole.read(place(index)), box: (index) => whole.box?.(place(index)) };
}

function isFolder(path: string): boolean {
  try {
    return statSync(fileNameOf(path)).isDirectory();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserError(`No such file or folder: ${path}.`);
    throw new UserError(`Cannot read ${path}: ${(error as Error).message}.`);
  }
}
