/** A folder of images: class sub-folders, or any nesting without labels. */
import { readFileSync, type Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../errors.js';
import { FileStrings } from './file-strings.js';
import { labelsFromFolders } from './folder-labels.js';
import { imageExtensions, isImageName, type ImageSource, type SourceDescription } from './image-source.js';
import { compareNaturally } from './natural-order.js';
import { PackedStrings } from './packed-strings.js';

type FolderDescription = Extract<SourceDescription, { kind: 'folder' }>;

/**
 * Lists the images below `root`, sorted naturally by path. Links are followed, hidden files and folders left out.
 * @throws UserError when a folder cannot be read or there is no image.
 */
export async function openImageFolder(root: string): Promise<ImageSource> {
  const names = await listImages(root, '', new Set([await realpath(root)]));
  if (names.length === 0) {
    throw new UserError(
      `No images in ${root}: looked for ${imageExtensions.join(', ')} in it and the folders below.`,
    );
  }
  return new ImageFolder(root, names.sort(compareNaturally));
}

/** Images by their paths, in the order given; class names are those of their folders, where all lie in folders. */
export function openImageFiles(paths: readonly string[]): ImageSource {
  return new ImageFolder('', paths);
}

/** Reads the images of a description (in a worker thread). */
export function folderReader({ root, names }: FolderDescription): (index: number) => Promise<Uint8Array> {
  const packed = 'text' in names ? new PackedStrings(names.text, names.ends) : new FileStrings(names);
  return (index) => readNow(join(root, packed.at(index)));
}

/** Synchronous: the four trips through the thread pool of an asynchronous read cost more than a cached file's bytes. */
function readNow(path: string): Promise<Uint8Array> {
  return new Promise((resolve) => resolve(readFileSync(path)));
}

class ImageFolder implements ImageSource {
  readonly length: number;
  readonly classes?: readonly string[];
  private readonly names: PackedStrings;
  private readonly labels: Int32Array | undefined;

  constructor(
    private readonly root: string,
    names: readonly string[],
  ) {
    this.length = names.length;
    this.names = PackedStrings.from(names);
    const labelled = labelsFromFolders(names);
    if (labelled) ({ classes: this.classes, labels: this.labels } = labelled);
  }

  name(index: number): string {
    return join(this.root, this.names.at(index));
  }

  label(index: number): number | undefined {
    return this.labels?.[index];
  }

  read(index: number): Promise<Uint8Array> {
    return readNow(this.name(index));
  }

  describe(): FolderDescription {
    return { kind: 'folder', root: this.root, names: { text: this.names.text, ends: this.names.ends } };
  }
}

/** Paths of images below `root/folder`, relative to `root`; `above` holds the real paths on the way, against loops of links. */
async function listImages(root: string, folder: string, above: ReadonlySet<string>): Promise<string[]> {
  const images: string[] = [];
  for (const entry of await readFolder(join(root, folder))) {
    if (entry.name.startsWith('.')) continue;
    const name = folder + entry.name;
    const path = join(root, name);
    const kind = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
    if (kind?.isDirectory()) {
      const real = entry.isSymbolicLink() ? await realpath(path) : path;
      if (above.has(real)) continue;
      // Not spread: a folder may hold more images than a call takes arguments.
      for (const image of await listImages(root, `${name}/`, new Set([...above, real]))) images.push(image);
    } else if (kind?.isFile() && isImageName(name)) images.push(name);
  }
  return images;
}

async function readFolder(path: string): Promise<Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    throw new UserError(`Cannot read the folder ${path}: ${(error as Error).message}.`);
  }
}
