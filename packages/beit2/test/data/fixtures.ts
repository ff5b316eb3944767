/** Small images and folders made on the spot. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pack as createTar } from 'tar-stream';
import sharp, { type Sharp } from 'sharp';
import { afterAll } from 'vitest';
import { CounterRandom } from '#beit2/data/random.js';

/** Packed RGB that is different everywhere: gradients, waves of `period` pixels and a little noise. */
export function pattern(width: number, height: number, seed = 0, period = 40): Uint8Array {
  const random = new CounterRandom(seed);
  const data = new Uint8Array(3 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 3 * (y * width + x);
      data[at] = (200 * x) / width + random.int(40);
      data[at + 1] = (200 * y) / height + random.int(40);
      data[at + 2] = 100 + 80 * Math.sin((2 * Math.PI * (x + 1.4 * y)) / period + seed) + random.int(40);
    }
  }
  return data;
}

/** A sharp pipeline on `pattern`. */
export function patternImage(width: number, height: number, seed = 0, period = 40): Sharp {
  return sharp(pattern(width, height, seed, period), { raw: { width, height, channels: 3 } });
}

/** A folder that goes away after the test file; `files` are paths in it with their contents. */
export function folderOf(files: Record<string, Uint8Array | string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'beit2-data-'));
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), contents);
  }
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A tar file of the given members. */
export async function tarOf(members: Record<string, Uint8Array | string>): Promise<Buffer> {
  const tar = createTar();
  for (const [name, contents] of Object.entries(members)) tar.entry({ name }, Buffer.from(contents));
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** One tar header and its padded contents, written by hand for what tar-stream does not write. */
export function tarMember(name: string, type: string, contents: Uint8Array): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write('0000644\0', 100);
  header.write(contents.length.toString(8).padStart(11, '0') + '\0', 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(type, 156);
  header.write('ustar  \0', 257); // GNU's magic
  const sum = header.reduce((a, b) => a + b, 0);
  header.write(sum.toString(8).padStart(6, '0') + '\0 ', 148);
  return Buffer.concat([header, contents, Buffer.alloc((512 - (contents.length % 512)) % 512)]);
}

/** The message of the error that `work` ends with. */
export async function messageOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : 'no Error'),
  );
}
