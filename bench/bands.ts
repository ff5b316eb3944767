/**
 * What bands beyond red, green and blue are worth where they alone tell the classes: a probe after teacher, tokenizer and pretraining,
 * on all 13 bands and on three.
 *
 *     npx tsx bench/bands.ts [STEPS] [SEEDS]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBandSet, probeBands } from '../packages/beit2/test/stages/band-set.js';

const [steps = 600, seeds = 3] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'beit2-bands-'));
try {
  const set = join(folder, 'set');
  makeBandSet(set, { train: 250, val: 100 });
  const all = `[${Array.from({ length: 13 }, (_, i) => `B${i + 1}=${i + 1}`).join(', ')}]`;
  for (let seed = 0; seed < seeds; seed++) {
    const start = performance.now();
    const wide = await probeBands(set, join(folder, `all-${seed}`), {
      channels: all,
      count: 13,
      steps,
      seed,
    });
    const narrow = await probeBands(set, join(folder, `rgb-${seed}`), {
      channels: '[B4=4, B3=3, B2=2]',
      count: 3,
      steps,
      seed,
    });
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `seed ${seed}: all bands ${wide.toFixed(1)} %, three bands ${narrow.toFixed(1)} % (${seconds.toFixed(0)} s)`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
