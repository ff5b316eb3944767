/** Protects: one process trains in a run's folder; a lock that a dead one left is taken over, by one taker, and said. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UserError } from '#beit2/errors.js';
import { RunLock } from '#beit2/train/run/run-lock.js';

const module = fileURLToPath(import.meta.resolve('#beit2/train/run/run-lock.js'));
let folder = '';
let said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-lock-'));
  said = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

const take = () => RunLock.take(folder, (sentence) => said.push(sentence));
const refusal = () => {
  try {
    take().release();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as Error).message;
  }
  throw new Error('the lock was given');
};

/** A process that takes the lock of the folder, says so or why not, and waits. */
function taker() {
  const script = `
    const { RunLock } = await import(${JSON.stringify(module)});
    try {
      RunLock.take(${JSON.stringify(folder)}, (sentence) => console.log(sentence));
      console.log('taken');
      setInterval(() => undefined, 1000);
    } catch (error) {
      console.log(error.message);
    }
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const line = new Promise<string>((resolve) =>
    child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim())),
  );
  const ended = new Promise((resolve) => child.once('close', resolve));
  return { child, line, ended };
}

test('it is held until it is given back, and leaves nothing', () => {
  const lock = take();
  expect(readdirSync(folder)).toEqual(['.lock-1']);
  expect(refusal()).toBe(
    `${folder} is in use: process ${process.pid} on ${hostname()} trains in it; wait until it ends, or choose another folder with --run.`,
  );
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
  take().release();
  expect(said).toEqual([]);
});

test('a killed process gives way, and it is said', async () => {
  const { child, line, ended } = taker();
  expect(await line).toBe('taken');
  expect(refusal()).toContain(`process ${child.pid} on ${hostname()} trains in it`);
  child.kill('SIGKILL');
  await ended;
  const lock = take();
  expect(said).toEqual([
    `Process ${child.pid} on ${hostname()} ended without releasing this run; continuing it here.`,
  ]);
  expect(readdirSync(folder)).toEqual(['.lock-2']);
  lock.release();
});

test('of twelve takers of a dead process’s lock one gets it, and each other one is told by whom', async () => {
  const dead = taker();
  await dead.line;
  dead.child.kill('SIGKILL');
  await dead.ended;
  const takers = Array.from({ length: 12 }, taker);
  const lines = await Promise.all(takers.map(({ line }) => line));
  const winners = takers.filter((_, i) => !lines[i]?.includes('is in use'));
  expect(winners).toHaveLength(1);
  for (const line of lines.filter((text) => text.includes('is in use')))
    expect(line).toMatch(new RegExp(`process ${winners[0]?.child.pid} on|at this moment`));
  for (const { child } of takers) child.kill('SIGKILL');
  await Promise.all(takers.map(({ ended }) => ended));
}, 60_000);

/** Writes a lock as another process would have it. */
function writeLock(changes: Record<string, unknown>, silentSeconds = 0): void {
  const path = join(folder, '.lock-1');
  rmSync(path, { force: true });
  const lock = take();
  const own = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  lock.release();
  writeFileSync(path, JSON.stringify({ ...own, ...changes }));
  const time = Date.now() / 1000 - silentSeconds;
  utimesSync(path, time, time);
}

test('a later process of the same number is not the one that held it', () => {
  writeLock({ started: '1' });
  take().release();
  expect(said).toHaveLength(1);
});

test('a process of another machine or container is gone after five minutes without a sign', () => {
  for (const elsewhere of [{ host: 'gpu07' }, { scope: 'another boot' }]) {
    writeLock({ ...elsewhere, pid: 1_999_999 }, 100);
    expect(refusal()).toMatch(
      /its last sign of life was 10\d s ago, and its lock expires after 300 s; remove .*\.lock-1/,
    );
    writeLock({ ...elsewhere, pid: 1_999_999 }, 301);
    take().release();
  }
});

test('a job that its scheduler started anew takes its own run back at once', () => {
  vi.stubEnv('SLURM_JOB_ID', '4711');
  writeLock({ host: 'gpu07' });
  expect(refusal()).toContain('process');
  vi.stubEnv('SLURM_RESTART_COUNT', '1');
  take().release();
  expect(said).toHaveLength(1);
});

test('a lock that a full disk cut off holds nobody up', () => {
  const path = join(folder, '.lock-1');
  writeFileSync(path, '{"host": "gp');
  expect(refusal()).toContain('has just started'); // it may be in the writing
  utimesSync(path, 1, 1);
  take().release();
});
