/** What lies in a folder and the folders below it: images, archives, and what is neither though it looks like data. */
import {
  closeSync,
  openSync,
  opendirSync,
  readSync,
  realpathSync,
  statSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.js';
import { fileNameOf, nameFromLatin1 } from '../../files/file-names.js';
import { formatBytes, formatOf, type FileFormat } from '../pixels/image-format.js';
import { isTarName } from '../remote/addresses.js';
import { isImageName, isZipName } from './image-source.js';
import { LeftOutTally, mayBeData, reasonFor } from './left-out.js';

/** Files of a folder, by their paths below it, in no order. */
export interface FolderListing {
  images: string[];
  tars: string[];
  zips: string[];
  leftOut: LeftOutTally;
}

/**
 * Lists a folder. Links are followed, hidden folders left out. What has not the ending of an image is known by its first bytes.
 * @param image the ending of the images, where it is chosen; nothing else is then taken, or missed
 * @throws UserError when a folder cannot be read
 */
export function listFolder(root: string, image: string | null): FolderListing {
  const listing: FolderListing = { images: [], tars: [], zips: [], leftOut: new LeftOutTally() };
  const walk = (folder: string, above: ReadonlySet<string>): void => {
    for (const entry of entriesOf(join(root, folder))) {
      const name = folder + nameFromLatin1(entry.name);
      const path = join(root, name);
      const kind = entry.isSymbolicLink() ? behindLink(path) : entry;
      if (kind === undefined) {
        if (mayBeData(name)) listing.leftOut.add('link to nothing', name);
      } else if (kind.isDirectory()) {
        if (entry.name.startsWith('.')) continue;
        const real = entry.isSymbolicLink() ? realpathSync(fileNameOf(path)) : path;
        if (!above.has(real)) walk(`${name}/`, new Set([...above, real]));
      } else if (kind.isFile()) sort(listing, name, path, image);
    }
  };
  walk('', new Set([realpathSync(root)]));
  return listing;
}

/** Puts a file where it belongs. */
function sort(
  { images, tars, zips, leftOut }: FolderListing,
  name: string,
  path: string,
  image: string | null,
): void {
  const base = name.slice(name.lastIndexOf('/') + 1);
  if (base.startsWith('.')) {
    // macOS writes what its file systems know of `x.jpg` into `._x.jpg`.
    if (image === null && !base.startsWith('._') && isImageName(base.slice(1)))
      leftOut.add('hidden file', name);
    return;
  }
  if (image === null ? isImageName(base) : base.toLowerCase().endsWith(`.${image.toLowerCase()}`))
    images.push(name);
  else if (isTarName(base)) tars.push(name);
  else if (isZipName(base)) zips.push(name);
  else if (image === null && mayBeData(base)) {
    const format = formatOfFile(path);
    if (format?.kind === 'image') images.push(name);
    else if (format) leftOut.add(reasonFor(format), name);
  }
}

/** Entries with their names in Latin-1, which keeps every byte. */
function* entriesOf(path: string): Generator<Dirent> {
  try {
    const folder = opendirSync(fileNameOf(path), { encoding: 'latin1', bufferSize: 1024 });
    try {
      for (let entry = folder.readSync(); entry; entry = folder.readSync()) yield entry;
    } finally {
      folder.closeSync();
    }
  } catch (error) {
    if (error instanceof UserError || (error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new UserError(`Cannot read the folder ${path}: ${(error as Error).message}.`);
  }
}

function behindLink(path: string): Stats | undefined {
  try {
    return statSync(fileNameOf(path));
  } catch {
    return undefined; // nothing there, or a loop
  }
}

/** What a file holds; undefined where it cannot be read or is none of the known formats. */
export function formatOfFile(path: string): FileFormat | undefined {
  let file: number | undefined;
  try {
    file = openSync(fileNameOf(path), 'r');
    const bytes = Buffer.alloc(formatBytes);
    return formatOf(bytes.subarray(0, readSync(file, bytes)));
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
