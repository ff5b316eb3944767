/** From what a user writes (a folder, a tar file, an address, a pattern, a list) to an image source. */
import { stat } from 'node:fs/promises';
import { UserError } from '../../errors.js';
import { checkAddress, isRemote, isTarName, shownAddress } from '../remote/addresses.js';
import type { OnWait } from '../remote/patience.js';
import { expandPaths } from './expand-paths.js';
import { folderReader, openImageFiles, openImageFolder } from './image-folder.js';
import { isImageName, type ImageSource, type SourceDescription } from './image-source.js';
import { manifestEnding, openManifest } from './manifest.js';
import { openTarShards, tarReader } from './tar-shards.js';

/**
 * Opens a folder of images, a folder of .tar files, or .tar files or image files given by path, pattern (`*`, `?`),
 * braces (`{a,b}`, `{000..009}`) or as a list. Tar files may also lie on a web server (`https://`) or in S3-compatible storage
 * (`s3://BUCKET/KEY`, where patterns and `s3://BUCKET/PREFIX/` work too). A `.manifest` stands for what it lists.
 * @throws UserError that says what is missing or unreadable.
 */
export async function openSource(spec: string | readonly string[]): Promise<ImageSource> {
  const paths = await expandPaths((typeof spec === 'string' ? [spec] : spec).map(withTars));
  for (const path of paths.filter(isRemote)) checkShard(path);
  const [first] = paths;
  if (paths.length === 1 && first?.endsWith(manifestEnding) && !isRemote(first)) return openManifest(first);
  const folders: string[] = [];
  for (const path of paths) if (!isRemote(path) && (await isFolder(path))) folders.push(path);
  const [folder] = folders;
  if (folder === undefined) {
    if (paths.every((path) => isImageName(path) && !isRemote(path))) return openImageFiles(paths);
    const other = paths.find((path) => !isTarName(path));
    if (other !== undefined) throw new UserError(`${other} is neither a folder nor a .tar file.`);
    return openTarShards(paths);
  }
  if (paths.length > 1) {
    throw new UserError(
      `Images come from one folder or from several .tar files; ${folder} is one of ${paths.length} paths.`,
    );
  }
  const shards = await expandPaths([`${folder}/*.tar`]).catch(() => []);
  return shards.length > 0 ? openTarShards(shards) : openImageFolder(folder);
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
export function openReader(
  description: SourceDescription,
  onWait?: OnWait,
): (index: number) => Promise<Uint8Array> {
  if (description.kind === 'folder') return folderReader(description);
  if (description.kind === 'tar') return tarReader(description, onWait);
  const read = openReader(description.of, onWait);
  return (index) => read(description.indices[index] ?? 0);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserError(`No such file or folder: ${path}.`);
    throw new UserError(`Cannot read ${path}: ${(error as Error).message}.`);
  }
}
