/**
 * Runs a bench of ours and its PyTorch peer in turn and prints the median of each figure with the ratio ours / peer (below 1:
 * ours is faster or smaller): median and range of the pairs of all rounds.
 *
 *   npx tsx bench/compare.ts [--repeats 5] [--python python3] [--compile] BENCH [arguments for both]
 *
 * BENCH.ts lies here, its peer in peers/ under the same name with underscores. Both print one line of JSON with figures. With
 * --compile the peer takes part a second time, under torch.compile, where it has that mode.
 */
import { parseArgs } from 'node:util';

import { inRounds, load, median, oursOf, peerOf, ratioOf, type Figures } from './rounds.js';

const { values, positionals } = parseArgs({
  options: {
    repeats: { type: 'string', default: '5' },
    python: { type: 'string', default: 'python3' },
    compile: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const [bench, ...forward] = positionals;
if (bench === undefined) throw new Error('name a bench, such as small-ops');

console.log(load());
const results = inRounds<string, Figures>(Number(values.repeats), {
  ours: () => oursOf(bench, forward),
  peer: () => peerOf(values.python, bench, forward),
  ...(values.compile && { compiled: () => peerOf(values.python, bench, [...forward, '--compile']) }),
});
const { ours = [], ...peers } = results;

const rows = Object.keys(ours[0] ?? {}).map((figure) => {
  const of = (list: readonly Figures[]) => list.map((run) => run[figure] ?? NaN);
  const columns = Object.entries(peers).flatMap(([name, list]): [string, string][] => {
    if (list[0]?.[figure] === undefined) return [];
    const ratio = ratioOf(of(ours), of(list));
    return [
      [name, median(of(list)).toPrecision(4)],
      [`ours / ${name}`, ratio.median.toFixed(3)],
      [`range (${name})`, ratio.range],
    ];
  });
  return { figure, ours: median(of(ours)).toPrecision(4), ...Object.fromEntries(columns) };
});
console.table(rows);
console.log(load());
