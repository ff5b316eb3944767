import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepareOutput, writeFileWhole } from '../files/file-access.js';

/** Writes a page and says where it is, as an address that a terminal can open. @throws UserError when it cannot */
export function writePage(path: string, html: string): void {
  const file = resolve(path);
  prepareOutput(file);
  writeFileWhole(file, (append) => append(Buffer.from(html)));
  process.stderr.write(`Wrote ${pathToFileURL(file).href}\n`);
}
