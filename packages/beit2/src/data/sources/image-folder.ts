/** Images as files: those of a folder, of a list, or given one by one. */
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { fileNameOf } from '../../files/file-names.js';
import type { Box } from '../pixels/pixels.js';
import { FileStrings } from './file-strings.js';
import { labelsFromFolders } from './folder-labels.js';
import {
  labelAt,
  type ImageReader,
  type ImageSource,
  type Labels,
  type LeftOut,
  type SourceDescription,
} from './image-source.js';
import { boxAt, type Boxes } from './lists/boxes.js';
import { compareNaturally } from './natural-order.js';
import { PackedStrings } from './packed-strings.js';

type FolderDescription = Extract<SourceDescription, { kind: 'folder' }>;

/** The images of a folder by their paths below it, which are sorted naturally; labelled by the folders they lie in. */
export function openImageFolder(root: string, names: string[], leftOut: readonly LeftOut[]): ImageSource {
  names.sort(compareNaturally);
  return new ImageFolder(root, PackedStrings.from(names), labelsFromFolders(names), { leftOut });
}

/** Images by their paths, in the order given; labelled by the folders they lie in. */
export function openImageFiles(paths: readonly string[]): ImageSource {
  return new ImageFolder('', PackedStrings.from(paths), labelsFromFolders(paths), {});
}

/** What the rows of a list say. */
export interface ListedFiles {
  names: PackedStrings;
  labels: Labels | undefined;
  boxes: Boxes | undefined;
  /** SHA-256 of paths, labels and boxes. */
  rowsHash: string;
}

/** The images of a list, in its order. @param root what their paths are relative to */
export function openListedFiles(
  root: string,
  { names, labels, boxes, rowsHash }: ListedFiles,
  leftOut: readonly LeftOut[],
): ImageSource {
  return new ImageFolder(root, names, labels, { boxes, rowsHash, leftOut });
}

/** Reads the images of a description (in a worker thread). */
export function folderReader({ root, names, boxes }: FolderDescription): ImageReader {
  const packed = 'text' in names ? new PackedStrings(names.text, names.ends) : new FileStrings(names);
  return {
    read: (index) => readNow(placeOf(root, packed.at(index))),
    box: (index) => boxAt(boxes, index),
  };
}

/** A list may name files by whole paths. */
function placeOf(root: string, name: string): string {
  return isAbsolute(name) ? name : join(root, name);
}

/** Synchronous: the four trips through the thread pool of an asynchronous read cost more than a cached file's bytes. */
function readNow(path: string): Promise<Uint8Array> {
  return new Promise((resolve) => resolve(readFileSync(fileNameOf(path))));
}

interface Extras {
  leftOut?: readonly LeftOut[];
  boxes?: Boxes | undefined;
  rowsHash?: string;
}

class ImageFolder implements ImageSource {
  readonly length: number;
  readonly classes?: readonly string[];
  readonly leftOut: readonly LeftOut[] | undefined;
  readonly rowsHash: string | undefined;
  private readonly labels: Int32Array | undefined;
  private readonly boxes: Boxes | undefined;

  constructor(
    private readonly root: string,
    private readonly names: PackedStrings,
    labelled: Labels | undefined,
    { leftOut, boxes, rowsHash }: Extras,
  ) {
    this.length = names.length;
    this.leftOut = leftOut;
    this.boxes = boxes;
    this.rowsHash = rowsHash;
    if (labelled) ({ classes: this.classes, labels: this.labels } = labelled);
  }

  name(index: number): string {
    return placeOf(this.root, this.names.at(index));
  }

  label(index: number): number | undefined {
    return labelAt(this.labels, index);
  }

  read(index: number): Promise<Uint8Array> {
    return readNow(this.name(index));
  }

  box(index: number): Box | undefined {
    return boxAt(this.boxes, index);
  }

  describe(): FolderDescription {
    const { root, boxes } = this;
    return { kind: 'folder', root, names: { text: this.names.text, ends: this.names.ends }, boxes };
  }
}
