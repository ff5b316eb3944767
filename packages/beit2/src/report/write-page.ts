import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../errors.js';
import { writeFileWhole } from '../formats/file-access.js';

/** Writes a page and says where it is, as an address that a terminal can open. @throws UserError when it cannot */
export function writePage(path: string, html: string): void {
  const file = resolve(path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileWhole(file, (append) => append(Buffer.from(html))); // a page that was there stays when this fails
  } catch (error) {
    throw new UserError(`The page could not be written to ${file}: ${(error as Error).message}.`);
  }
  process.stderr.write(`Wrote ${pathToFileURL(file).href}\n`);
}
