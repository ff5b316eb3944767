/** Where images come from: files of a folder or a list, or members of zip files or of tar files, which may lie on servers. */
import { endingOf } from '../../files/file-access.js';
import type { Box } from '../pixels/pixels.js';
import type { RemoteState } from '../remote/remote-file.js';
import type { FileStringsPlace } from './file-strings.js';
import type { Boxes } from './lists/boxes.js';
import type { PackedStrings } from './packed-strings.js';

/** Neighbouring images of a source that training draws `weight` times an epoch each. */
export interface WeightedPart {
  length: number;
  weight: number;
}

/** Reads images by their number. */
export interface ImageReader {
  /** The encoded image. Rejects when it cannot be read. */
  read(index: number): Promise<Uint8Array>;
  /** The part of the image that counts, in pixels of the upright image; undefined, or no such function, where all of it does. */
  box?(index: number): Box | undefined;
}

/** A fixed list of encoded images, numbered from 0. */
export interface ImageSource extends ImageReader {
  readonly length: number;
  /** Class names by label; absent where the source has no labels. */
  readonly classes?: readonly string[] | undefined;
  /** What looked like data and is not among the images. */
  readonly leftOut?: readonly LeftOut[] | undefined;
  /** `contentOf`'s hash of the names, where it is known already. */
  readonly namesHash?: string;
  /** SHA-256 of the rows of a list, where one names the images. */
  readonly rowsHash?: string | undefined;
  /** Neighbouring images that training draws more or less often than once an epoch, where the user said so. */
  readonly parts?: readonly WeightedPart[] | undefined;
  /** Where image `index` lies, for people. */
  name(index: number): string;
  /** Label of image `index`, a place in `classes`; undefined where it has none. */
  label(index: number): number | undefined;
  /** What a worker thread needs to read the same images; passes through `postMessage` without a copy of the lists. */
  describe(): SourceDescription;
}

export type SourceDescription =
  | {
      kind: 'folder';
      root: string;
      names: Pick<PackedStrings, 'text' | 'ends'> | FileStringsPlace;
      boxes?: Boxes | undefined;
    }
  | { kind: 'tar'; shards: Shard[]; members: TarMembers }
  | { kind: 'zip'; shards: Shard[]; members: ZipMembers }
  | { kind: 'joined'; parts: SourceDescription[]; starts: number[] }
  | { kind: 'subset'; of: SourceDescription; indices: Uint32Array };

/** A tar or zip file: on disk by its path, else as the server told of it. */
export type Shard = { path: string; size: number; tag: string } | RemoteState;

/** Where every image of a list of tar files lies: 8 bytes each, in memory that threads share. */
export interface TarMembers {
  /** Number of the first image of each shard; at the end that of all images. */
  starts: Uint32Array;
  /** Where an image begins in its shard, in tar's blocks of 512 bytes. */
  blocks: Uint32Array;
  /** Bytes. */
  sizes: Uint32Array;
}

/** Where every image of a list of zip files lies: 21 bytes each, in memory that threads share. */
export interface ZipMembers {
  /** Number of the first image of each file; at the end that of all images. */
  starts: Uint32Array;
  /** Where the header before an image stands in its file. */
  headers: Float64Array;
  /** Bytes in the file. */
  packed: Uint32Array;
  /** Bytes unpacked. */
  sizes: Uint32Array;
  /** 1 for an image that is compressed. */
  deflated: Uint8Array;
}

export const imageExtensions = ['.jpg', '.jpeg', '.png', '.webp', '.tif', '.tiff', '.gif', '.avif'] as const;

/** The last part of a path with `/`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a file name has the extension of an image that `sharp` reads; hidden files do not count. */
export function isImageName(path: string): boolean {
  const name = baseName(path);
  return !name.startsWith('.') && (imageExtensions as readonly string[]).includes(endingOf(name));
}

/** Whether a file name ends as that of a zip file. */
export function isZipName(path: string): boolean {
  return endingOf(path) === '.zip';
}

/** Files of one kind that are not taken from a source. */
export interface LeftOut {
  /** What they are, such as "BMP image". */
  reason: string;
  count: number;
  /** The first of them. */
  example: string;
}

/** Labels of a source, one for each image; -1 for an image without one. */
export interface Labels {
  classes: string[];
  labels: Int32Array;
}

/** The label of an image among those of a source. */
export function labelAt(labels: Int32Array | undefined, index: number): number | undefined {
  const label = labels?.[index];
  return label === undefined || label < 0 ? undefined : label;
}
