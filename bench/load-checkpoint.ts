/**
 * Loading a checkpoint of torch.save into tensors: milliseconds, and the peak of the resident memory above that before,
 * as a share of the tensors' bytes (Linux), as one line of JSON; peers/load_checkpoint.py does the same with torch.load.
 * Arguments: FILE. Such a file of 346 MB: `torch.save(timm.create_model('beitv2_base_patch16_224').state_dict(), FILE)`.
 *
 *   npx tsx bench/compare.ts load-checkpoint FILE
 */
import { readFileSync } from 'node:fs';

import * as torch from '@beit2/torch';

import { readCheckpoint } from '../packages/beit2/dist/formats/checkpoint.js';

/** A figure of /proc/self/status, in bytes. */
function memory(name: string): number {
  const line = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync('/proc/self/status', 'utf8'));
  return Number(line?.[1]) * 1024;
}

const [file = ''] = process.argv.slice(2);
torch.zeros([1]); // the engine is up
const before = memory('VmRSS');
const start = performance.now();
const tensors = torch.allFromRaw(readCheckpoint(file).tensors);
const loadMs = performance.now() - start;
const bytes = [...tensors.values()].reduce((sum, tensor) => sum + tensor.nbytes, 0);
console.log(JSON.stringify({ loadMs, peakShare: (memory('VmHWM') - before) / bytes }));
