/** From what a user writes (a folder, a tar file, a pattern, a list) to an image source. */
import { stat } from 'node:fs/promises';
import { UserError } from '../../errors.js';
import { expandPaths } from './expand-paths.js';
import { folderReader, openImageFiles, openImageFolder } from './image-folder.js';
import { isImageName, type ImageSource, type SourceDescription } from './image-source.js';
import { openTarShards, tarReader } from './tar-shards.js';

/**
 * Opens a folder of images, a folder of .tar files, or .tar files or image files given by path, pattern (`*`, `?`),
 * braces (`{a,b}`, `{000..009}`) or as a list.
 * @throws UserError that says what is missing or unreadable.
 */
export async function openSource(spec: string | readonly string[]): Promise<ImageSource> {
  const paths = await expandPaths(typeof spec === 'string' ? [spec] : spec);
  const folders: string[] = [];
  for (const path of paths) if (await isFolder(path)) folders.push(path);
  const [folder] = folders;
  if (folder === undefined) {
    if (paths.every(isImageName)) return openImageFiles(paths);
    const other = paths.find((path) => !path.endsWith('.tar'));
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

/** Reads images by number as the described source does (in a worker thread). */
export function openReader(description: SourceDescription): (index: number) => Promise<Uint8Array> {
  if (description.kind === 'folder') return folderReader(description);
  if (description.kind === 'tar') return tarReader(description);
  const read = openReader(description.of);
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
