/** What the benches share: processes that print figures, rounds that alternate, medians with ranges. */
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';

export type Figures = Record<string, number>;

/** The figures that a program prints as JSON on its last line. */
export function figuresOf(command: string, args: readonly string[]): Figures {
  const lines = execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
    .trim()
    .split('\n');
  return JSON.parse(lines.at(-1) ?? '{}') as Figures;
}

/** The figures of a bench here. */
export function oursOf(bench: string, args: readonly string[]): Figures {
  return figuresOf(process.execPath, ['--import', 'tsx', `${import.meta.dirname}/${bench}.ts`, ...args]);
}

/** The figures of its peer in Python. */
export function peerOf(python: string, bench: string, args: readonly string[]): Figures {
  return figuresOf(python, [`${import.meta.dirname}/peers/${bench.replaceAll('-', '_')}.py`, ...args]);
}

/**
 * Takes each kind once a round, in turn and every other round backwards, so that a machine that drifts or has other work does
 * the same to all of them.
 * @returns for each kind its results, one a round
 */
export function inRounds<K extends string, T>(rounds: number, kinds: Record<K, () => T>): Record<K, T[]> {
  const names = Object.keys(kinds) as K[];
  const results = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<K, T[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) results[name].push(kinds[name]());
  }
  return results;
}

export function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** Median and range of the ratios of pairs, each of one round. */
export interface Ratio {
  median: number;
  range: string;
}

export function ratioOf(ours: readonly number[], theirs: readonly number[]): Ratio {
  const ratios = ours.map((value, i) => value / (theirs[i] ?? NaN));
  const range = `${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)}`;
  return { median: median(ratios), range };
}

/** What else the machine had to do: figures of a busy one are worth little. */
export function load(): string {
  const [minute = 0, , quarter = 0] = loadavg();
  return `load ${minute.toFixed(1)} (last minute), ${quarter.toFixed(1)} (last quarter of an hour)`;
}
