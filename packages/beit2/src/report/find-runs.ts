/** The runs in a folder of runs. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.js';
import { isRun } from './run-status.js';

/** Levels of folders in which runs are looked for. */
const deepest = 3;

/**
 * Folders of the runs below `folder`, itself included, by name; whatever else lies there is passed over.
 * @throws UserError when there is no such folder
 */
export function findRuns(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError(`There is no folder ${folder}.`);
  return search(folder, 0);
}

function search(folder: string, depth: number): string[] {
  if (isRun(folder)) return [folder];
  if (depth === deepest) return [];
  return subfolders(folder).flatMap((name) => search(join(folder, name), depth + 1));
}

function subfolders(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  } catch {
    return []; // one that may not be read, or has just gone
  }
}

/** Bytes of the files below a folder; links are not followed. */
export function sizeOnDisk(folder: string): number {
  let bytes = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) bytes += sizeOnDisk(path);
      else if (entry.isFile()) bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    }
  } catch {
    // a checkpoint that goes away meanwhile
  }
  return bytes;
}
