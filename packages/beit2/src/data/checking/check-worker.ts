/** Worker thread of `checkSource`: decodes and hashes the images that it is sent. */
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { UserError } from '../../errors.js';
import { BrokenImageError, decodeImage, reading } from '../pixels/decode.js';
import type { SourceDescription } from '../sources/image-source.js';
import { openReader } from '../sources/open-source.js';
import { perceptualHash } from './perceptual-hash.js';

/** What was found of one image. */
export type Finding = { content: string; look: [number, number] } | { reason: string };

/** Images [from, to) to look at, and what was found of them, or why the source is out of reach. */
export interface CheckOrder {
  from: number;
  to: number;
}
export type CheckReply = (CheckOrder & { findings: Finding[] }) | { failure: string };

if (!parentPort) throw new Error('internal: images are checked in a worker thread only');
const port = parentPort;
const source = openReader(workerData as SourceDescription);

async function look(index: number): Promise<Finding> {
  try {
    const bytes = await reading(source.read(index));
    const box = source.box?.(index);
    const hash = createHash('sha256').update(bytes);
    if (box) hash.update(JSON.stringify(box)); // another part of the same file is another image
    const content = hash.digest().toString('latin1', 0, 16);
    return { content, look: await perceptualHash(await decodeImage(bytes, box)) };
  } catch (error) {
    if (error instanceof BrokenImageError) return { reason: error.message };
    throw error;
  }
}

async function reply({ from, to }: CheckOrder): Promise<CheckReply> {
  try {
    const findings = await Promise.all(Array.from({ length: to - from }, (_, i) => look(from + i)));
    return { from, to, findings };
  } catch (error) {
    if (error instanceof UserError) return { failure: error.message };
    throw error; // a defect: ends the thread, which is reported
  }
}

port.on('message', (order: CheckOrder | 'close') => {
  if (order === 'close') port.close();
  else void reply(order).then((found) => port.postMessage(found));
});
