/** Images as files: those of a folder, or given one by one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileNameOf } from '../../files/file-names.js';
import { FileStrings } from './file-strings.js';
import { labelsFromFolders } from './folder-labels.js';
import {
  labelAt,
  type ImageSource,
  type Labels,
  type LeftOut,
  type SourceDescription,
} from './image-source.js';
import { compareNaturally } from './natural-order.js';
import { PackedStrings } from './packed-strings.js';

type FolderDescription = Extract<SourceDescription, { kind: 'folder' }>;

/** The images of a folder by their paths below it, which are sorted naturally; labelled by the folders they lie in. */
export function openImageFolder(root: string, names: string[], leftOut: readonly LeftOut[]): ImageSource {
  names.sort(compareNaturally);
  return new ImageFolder(root, names, labelsFromFolders(names), leftOut);
}

/** Images by their paths, in the order given; labelled by the folders they lie in. */
export function openImageFiles(paths: readonly string[]): ImageSource {
  return new ImageFolder('', paths, labelsFromFolders(paths));
}

/** Reads the images of a description (in a worker thread). */
export function folderReader({ root, names }: FolderDescription): (index: number) => Promise<Uint8Array> {
  const packed = 'text' in names ? new PackedStrings(names.text, names.ends) : new FileStrings(names);
  return (index) => readNow(join(root, packed.at(index)));
}

/** Synchronous: the four trips through the thread pool of an asynchronous read cost more than a cached file's bytes. */
function readNow(path: string): Promise<Uint8Array> {
  return new Promise((resolve) => resolve(readFileSync(fileNameOf(path))));
}

class ImageFolder implements ImageSource {
  readonly length: number;
  readonly classes?: readonly string[];
  private readonly names: PackedStrings;
  private readonly labels: Int32Array | undefined;

  constructor(
    private readonly root: string,
    names: readonly string[],
    labelled: Labels | undefined,
    readonly leftOut?: readonly LeftOut[],
  ) {
    this.length = names.length;
    this.names = PackedStrings.from(names);
    if (labelled) ({ classes: this.classes, labels: this.labels } = labelled);
  }

  name(index: number): string {
    return join(this.root, this.names.at(index));
  }

  label(index: number): number | undefined {
    return labelAt(this.labels, index);
  }

  read(index: number): Promise<Uint8Array> {
    return readNow(this.name(index));
  }

  describe(): FolderDescription {
    return { kind: 'folder', root: this.root, names: { text: this.names.text, ends: this.names.ends } };
  }
}
