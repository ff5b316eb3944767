/**
 * What `precision: auto` takes on this machine against both fixed choices: the same training step in all three, in turn, and
 * the ratio of auto to the faster one (1: the right choice; 1.05: it costs 5 %).
 *
 *   npx tsx bench/precision.ts [--repeats 5] BENCH ARGUMENTS BEFORE THE PRECISION -- ARGUMENTS AFTER IT
 *   npx tsx bench/precision.ts train-step pretrain -- 32 4 192 12 3 64 1024 4 2
 *   npx tsx bench/precision.ts finetune-step -- 224 16 768 12 12 4 3 2 0.1
 */
import { parseArgs } from 'node:util';

import { fastPrecision } from '../packages/beit2/dist/train/precision.js';
import { inRounds, load, median, oursOf, ratioOf } from './rounds.js';

const line = process.argv.slice(2);
const cut = line.indexOf('--');
const { values, positionals } = parseArgs({
  args: line.slice(0, cut),
  options: { repeats: { type: 'string', default: '5' } },
  allowPositionals: true,
});
const [bench, ...before] = positionals;
if (bench === undefined || cut < 0) throw new Error('name a bench and put -- where its precision belongs');

console.log(load());
const time = (precision: string) => () =>
  oursOf(bench, [...before, precision, ...line.slice(cut + 1)]).msPerStep ?? NaN;
const times = inRounds(Number(values.repeats), {
  auto: time('auto'),
  float32: time('float32'),
  bfloat16: time('bfloat16'),
});
const faster = median(times.float32) < median(times.bfloat16) ? 'float32' : 'bfloat16';
const ratio = ratioOf(times.auto, times[faster]);
const ms = (list: readonly number[]) => `${median(list).toPrecision(4)} ms`;
console.log(
  `auto (${fastPrecision('cpu')}) ${ms(times.auto)}, float32 ${ms(times.float32)}, bfloat16 ${ms(times.bfloat16)}`,
);
console.log(`auto / ${faster}: ${ratio.median.toFixed(3)} (${ratio.range})`);
console.log(load());
