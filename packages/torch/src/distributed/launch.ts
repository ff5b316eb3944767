/** Several ranks on this machine. */
import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { checkOptions, type OptionNames } from '../options.js';

/** Options of launch(). */
export interface LaunchOptions {
  /** Arguments of the script. */
  args?: readonly string[];
  /** Variables of the ranks, beside those of this process and RANK, LOCAL_RANK, WORLD_SIZE, MASTER_ADDR, MASTER_PORT. */
  env?: NodeJS.ProcessEnv;
  /** Called with what a rank passes to `process.send`. */
  onMessage?: (message: unknown, rank: number) => void;
}

const launchOptions: OptionNames<LaunchOptions> = { args: true, env: true, onMessage: true };

// Ranks that see another one die need about a second to say so themselves.
const graceMs = 3_000;
const killMs = 5_000;

/** The end of a rank that failed. */
export class RankError extends Error {
  override name = 'RankError';

  /**
   * @param exitCode null where it could not be started, or a signal ended it
   * @param signal that ended it
   */
  constructor(
    readonly rank: number,
    readonly exitCode: number | null,
    readonly signal: NodeJS.Signals | null,
    how: string,
  ) {
    super(`rank ${rank} ${how}`);
  }
}

/**
 * Runs `script` in one process a rank, which share the processors, and waits until all have ended. When one fails the
 * others are stopped. Ctrl-C reaches the ranks through the terminal; SIGTERM, SIGHUP, SIGUSR1 and SIGUSR2 are passed on to them.
 *
 * @throws RankError of the first rank that failed, with its exit code or signal.
 * @example await launch(new URL('./train.js', import.meta.url), 2, { args: ['--epochs', '10'] });
 */
export async function launch(
  script: string | URL,
  worldSize: number,
  options: LaunchOptions = {},
): Promise<void> {
  checkOptions('launch', options, launchOptions);
  if (!Number.isInteger(worldSize) || worldSize < 1) {
    throw new Error(`launch() expected a whole number of ranks of at least 1 but received ${worldSize}`);
  }
  const common: NodeJS.ProcessEnv = {
    OMP_NUM_THREADS: String(Math.max(1, Math.floor(availableParallelism() / worldSize))),
    OMP_WAIT_POLICY: 'PASSIVE', // spinning threads would take the processor from the other ranks
    ...process.env,
    ...options.env,
    WORLD_SIZE: String(worldSize),
    MASTER_ADDR: '127.0.0.1',
    MASTER_PORT: String(await freePort()),
  };
  const path = script instanceof URL ? fileURLToPath(script) : script;
  const ranks = Array.from({ length: worldSize }, (_, rank) => {
    const child = fork(path, [...(options.args ?? [])], {
      env: { ...common, RANK: String(rank), LOCAL_RANK: String(rank) },
    });
    child.on('message', (message) => options.onMessage?.(message, rank));
    return child;
  });
  await withSignals(ranks, async () => {
    const ends = ranks.map(ended);
    try {
      await Promise.all(ends);
    } catch (failure) {
      await stop(ranks, Promise.allSettled(ends));
      throw failure;
    }
  });
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

function killAll(ranks: readonly ChildProcess[], signal: NodeJS.Signals): void {
  for (const child of ranks) if (isRunning(child)) child.kill(signal);
}

/** Resolves when a rank has ended well. */
function ended(child: ChildProcess, rank: number): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(new RankError(rank, null, null, `could not be started: ${error.message}`)),
    );
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else {
        const how = code === null ? `signal ${signal ?? ''}` : `exit code ${code}`;
        reject(new RankError(rank, code, signal, `ended with ${how}`));
      }
    });
  });
}

/** Ends the ranks that are left: by themselves, else by SIGTERM, else by SIGKILL. */
async function stop(ranks: readonly ChildProcess[], ends: Promise<unknown>): Promise<void> {
  const isOver = (): boolean => !ranks.some(isRunning);
  await Promise.race([ends, sleep(graceMs, undefined, { ref: false })]);
  if (isOver()) return;
  killAll(ranks, 'SIGTERM');
  await Promise.race([ends, sleep(killMs, undefined, { ref: false })]);
  killAll(ranks, 'SIGKILL');
  await ends;
}

/** Signals that ranks get from here; a system without one has none to pass on. */
const passedOn: readonly NodeJS.Signals[] =
  process.platform === 'win32' ? ['SIGTERM'] : ['SIGTERM', 'SIGHUP', 'SIGUSR1', 'SIGUSR2'];

/** Keeps this process alive on Ctrl-C until the ranks have ended, and lets none outlive it. */
async function withSignals(ranks: readonly ChildProcess[], run: () => Promise<void>): Promise<void> {
  const onInterrupt = (): void => undefined;
  const passOn = (signal: NodeJS.Signals): void => killAll(ranks, signal);
  const onExit = (): void => killAll(ranks, 'SIGKILL');
  process.on('SIGINT', onInterrupt).on('exit', onExit);
  for (const signal of passedOn) process.on(signal, passOn);
  try {
    await run();
  } finally {
    process.off('SIGINT', onInterrupt).off('exit', onExit);
    for (const signal of passedOn) process.off(signal, passOn);
  }
}

/** A port of the loopback device that nothing listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
