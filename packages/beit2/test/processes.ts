/** Commands as a user starts them, and the processes behind them. */
import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The script of the `beit2` command. */
export const bin = fileURLToPath(new URL('../bin/beit2.js', import.meta.url));

/** How a command ended. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** What it wrote to standard output and standard error. */
  text: string;
}

export interface Started {
  child: ChildProcess;
  ended: Promise<Ended>;
}

/** Starts a program and gathers what it writes. */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): Started {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (text += data.toString()));
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal, text })),
  );
  return { child, ended };
}

/** Process ids of the ranks of a run, by rank; found by their variables (Linux). */
export function ranksOf(run: string): Map<number, number> {
  const found = new Map<number, number>();
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(`--run\0${run}\0`)) continue;
      const [, rank] = /\0RANK=(\d+)\0/.exec(readFileSync(`/proc/${id}/environ`, 'utf8')) ?? [];
      if (rank !== undefined) found.set(Number(rank), Number(id));
    } catch {
      // ended meanwhile
    }
  }
  return found;
}

/** Lines that a run's metrics have. */
export function linesOf(run: string): number {
  const path = join(run, 'metrics.jsonl');
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 1 : 0;
}

/** Waits until something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(20);
}
