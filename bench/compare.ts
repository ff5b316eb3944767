/**
 * Runs a bench of ours and its PyTorch peer in turn, A B A B ..., and prints the median of each figure with the ratio
 * ours / peer (below 1: ours is faster or smaller).
 *
 *   npx tsx bench/compare.ts [--repeats 5] [--python python3] BENCH [arguments for both]
 *
 * BENCH.ts lies here, its peer in peers/ under the same name with underscores. Both print one line of JSON with figures.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { repeats: { type: 'string', default: '5' }, python: { type: 'string', default: 'python3' } },
  allowPositionals: true,
});
const [bench, ...forward] = positionals;
if (bench === undefined) throw new Error('name a bench, such as small-ops');
const here = import.meta.dirname;

function run(command: string, args: string[]): Record<string, number> {
  const lines = execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
    .trim()
    .split('\n');
  return JSON.parse(lines.at(-1) ?? '{}') as Record<string, number>;
}

const ours: Record<string, number>[] = [];
const peers: Record<string, number>[] = [];
for (let i = 0; i < Number(values.repeats); i++) {
  ours.push(run(process.execPath, ['--import', 'tsx', `${here}/${bench}.ts`, ...forward]));
  peers.push(run(values.python, [`${here}/peers/${bench.replaceAll('-', '_')}.py`, ...forward]));
}

function median(list: number[]): number {
  const sorted = list.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

const rows = Object.keys(ours[0] ?? {}).map((figure) => {
  const mine = ours.map((run) => run[figure] ?? NaN);
  const theirs = peers.map((run) => run[figure] ?? NaN);
  const ratios = mine.map((value, i) => value / (theirs[i] ?? NaN));
  return {
    figure,
    ours: median(mine).toPrecision(4),
    peer: median(theirs).toPrecision(4),
    ratio: median(ratios).toFixed(3),
    'ratio min-max': `${Math.min(...ratios).toFixed(3)}-${Math.max(...ratios).toFixed(3)}`,
  };
});
console.table(rows);
