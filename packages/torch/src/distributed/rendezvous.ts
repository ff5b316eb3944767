/** How ranks find each other: who is there, who is missing, and whether all are on one machine. */
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Store } from './store.js';

/** What a rank says of itself. */
interface Seat {
  worldSize: number;
  machine: string;
}

const pollMs = 20;

/**
 * Waits until all ranks have come to the store.
 * @returns whether all of them run on this machine.
 * @throws Error that names the ranks that did not come in time, a rank that is taken, or ranks that disagree on the
 * world size.
 */
export async function meet(
  store: Store,
  rank: number,
  worldSize: number,
  timeoutMs: number,
): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  const key = (other: number): string => `seat/${other}`;
  if ((await store.add(`taken/${rank}`, 1)) > 1) {
    throw new Error(
      `another process is rank ${rank} of this group already: give every process a rank of its own`,
    );
  }
  const mine: Seat = { worldSize, machine: machineName() };
  await store.set(key(rank), JSON.stringify(mine));
  const ranks = Array.from({ length: worldSize }, (_, other) => other);
  while (!(await store.has(...ranks.map(key)))) {
    if (performance.now() >= deadline) {
      const isThere = await Promise.all(ranks.map((other) => store.has(key(other))));
      const missing = ranks.filter((other) => !isThere[other]);
      throw new Error(
        `rank ${rank} of ${worldSize} waited ${timeoutMs / 1000} s for ${list(missing)}, which did not come`,
      );
    }
    await sleep(pollMs);
  }
  const texts = await Promise.all(ranks.map((other) => store.get(key(other))));
  const seats = texts.map((text) => JSON.parse(text) as Seat);
  const other = seats.findIndex((seat) => seat.worldSize !== worldSize);
  if (other >= 0) {
    const theirs = seats[other]?.worldSize ?? 0;
    throw new Error(
      `rank ${rank} was told of ${worldSize} ranks, rank ${other} of ${theirs}: give all the same world size`,
    );
  }
  return seats.every((seat) => seat.machine === mine.machine);
}

/** "rank 1", "ranks 1 and 2", "ranks 1, 2 and 5". */
function list(ranks: readonly number[]): string {
  const last = ranks.at(-1) ?? '';
  return ranks.length === 1 ? `rank ${last}` : `ranks ${ranks.slice(0, -1).join(', ')} and ${last}`;
}

// Same for processes that reach each other over the loopback device: one boot of one kernel, one network namespace.
function machineName(): string {
  const parts = [hostname()];
  try {
    parts.push(
      readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(),
      readlinkSync('/proc/self/ns/net'),
    );
  } catch {
    // Only Linux has these; elsewhere the host's name has to do.
  }
  return parts.join(' ');
}
