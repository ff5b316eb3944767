import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeFileWhole } from '../files/file-access.js';
import { prepareResult } from '../files/own-files.js';

/** Writes a page and says where it is, as an address that a terminal can open. @throws UserError when it cannot, or something else is there */
export function writePage(path: string, html: string): void {
  const file = resolve(path);
  prepareResult(file, 'page');
  writeFileWhole(file, (append) => append(Buffer.from(html)));
  process.stderr.write(`Wrote ${pathToFileURL(file).href}\n`);
}
