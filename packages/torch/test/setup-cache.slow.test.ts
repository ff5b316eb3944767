/** What keeps the cache whole: two set-ups at once, killed ones, broken copies; and a warm start that does nothing. */
import {
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { librarySuffix, Machine } from './setup-helpers.js';

let machine: Machine;
beforeEach(() => {
  machine = new Machine();
});
afterEach(() => {
  machine.remove();
});

const downloads = () => machine.called(/ download /).length;
const links = () => machine.called(/-ltorch_cpu/).length;

/** Waits until the scripts have been called so. */
async function untilCalled(pattern: RegExp): Promise<void> {
  while (machine.called(pattern).length === 0) await sleep(20);
}

describe('two at once', () => {
  test('do the work once, and both have it', async () => {
    machine.program('python3', machine.python(`sleep 1; cp '${machine.root}/wheel' "$dest/torch.whl"`));
    const [first, second] = await Promise.all([machine.setup(), machine.setup()]);
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(first.answer).toEqual(second.answer);
    expect(downloads()).toBe(1);
    expect(links()).toBe(1);
    expect(first.log + second.log).toMatch(
      /another set-up \(process (\d+|\?)\) is at work on \S+: waiting for it/,
    );
  });
});

describe('a killed set-up', () => {
  test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
    'by %s while pip is at work leaves nothing that hinders the next',
    async (signal) => {
      machine.program('python3', machine.python(`sleep 2; cp '${machine.root}/wheel' "$dest/torch.whl"`));
      const { child, outcome } = machine.start();
      await untilCalled(/ download /);
      child.kill(signal);
      expect((await outcome).code).toBe(null);
      expect(existsSync(join(machine.cache, 'setup.lock'))).toBe(true);
      machine.program('python3', machine.python());
      expect((await machine.setup()).code).toBe(0);
      expect(readdirSync(join(machine.cache, 'tmp'))).toEqual([]);
      expect(existsSync(join(machine.cache, 'setup.lock'))).toBe(false);
    },
  );

  test('while the compiler is at work leaves the finished objects, and no addon', async () => {
    machine.program(
      'c++',
      machine.compiler('echo object > "$out"', `sleep 2; cp '${machine.root}/loadable' "$out"`),
    );
    const { child, outcome } = machine.start();
    await untilCalled(/-ltorch_cpu/);
    child.kill('SIGKILL');
    await outcome;
    expect(existsSync(join(machine.cache, 'addon'))).toBe(false);
    const compiled = machine.called(/ -c .*\.cc /).length;
    machine.program('c++', machine.compiler());
    expect((await machine.setup()).code).toBe(0);
    expect(machine.called(/ -c .*\.cc /)).toHaveLength(compiled);
    expect(downloads()).toBe(1);
  });

  test('on another machine that shares the cache is given up after half a minute without a sign of life', async () => {
    await machine.setup();
    rmSync(join(machine.cache, 'addon'), { recursive: true });
    const lock = join(machine.cache, 'setup.lock');
    writeFileSync(lock, `another-${hostname()}+1`);
    const old = new Date(Date.now() - 31_000);
    utimesSync(lock, old, old);
    expect((await machine.setup()).code).toBe(0);
  });
});

describe('a broken cache', () => {
  test('a library cut short is fetched again', async () => {
    const { answer } = await machine.setup();
    truncateSync(join(answer.libtorch ?? '', 'lib', `libtorch_cpu.${librarySuffix}`), 3);
    const { code, log } = await machine.setup();
    expect(code).toBe(0);
    expect(log).toContain('is not whole: fetching it again');
    expect(downloads()).toBe(2);
    expect(links()).toBe(1); // the addon still fits
  });

  test('headers that are gone are fetched again', async () => {
    const { answer } = await machine.setup();
    rmSync(join(answer.libtorch ?? '', 'include'), { recursive: true });
    expect((await machine.setup()).code).toBe(0);
    expect(downloads()).toBe(2);
  });

  test('an addon that is gone or cut short is linked again from the kept objects', async () => {
    const { answer } = await machine.setup();
    const compiled = machine.called(/ -c .*\.cc /).length;
    truncateSync(answer.addon ?? '', 10);
    expect((await machine.setup()).answer).toEqual(answer);
    rmSync(answer.addon ?? '');
    expect((await machine.setup()).answer).toEqual(answer);
    expect(links()).toBe(3);
    expect(machine.called(/ -c .*\.cc /)).toHaveLength(compiled);
    expect(downloads()).toBe(1);
  });

  test('a cache moved elsewhere is as good there', async () => {
    await machine.setup();
    const moved = join(machine.root, 'moved');
    renameSync(machine.cache, moved);
    machine.env = { ...machine.env, BEIT2_CACHE: moved };
    const before = machine.called(/./).length;
    expect((await machine.setup()).answer.addon?.startsWith(moved)).toBe(true);
    expect(machine.called(/./)).toHaveLength(before);
  });
});

describe('a warm start', () => {
  test('starts no program and writes nothing', async () => {
    await machine.setup();
    // Every way to start a program, and to change a file, throws.
    const script = machine.file(
      'warm.mjs',
      `import child from 'node:child_process';
       import fs from 'node:fs';
       import { syncBuiltinESMExports } from 'node:module';
       const refuse = (name) => () => { throw new Error(name + ' was called'); };
       for (const name of ['spawn', 'spawnSync', 'exec', 'execFile', 'execSync', 'fork']) child[name] = refuse(name);
       for (const name of ['writeFileSync', 'mkdirSync', 'renameSync', 'rmSync']) fs[name] = refuse(name);
       for (const name of ['writeFile', 'mkdir', 'mkdtemp', 'rename', 'rm']) fs.promises[name] = refuse(name);
       syncBuiltinESMExports();
       const { locateEngine, setup, setupSync } = await import('#torch/setup/index.js');
       const engines = [locateEngine(), setupSync(), await setup()].map((engine) => JSON.stringify(engine));
       console.log(new Set(engines).size === 1 ? engines[0] : JSON.stringify({ error: engines }));`,
    );
    const before = machine.called(/./).length;
    const { answer, log } = await machine.run([script]);
    expect(answer.addon).toMatch(/beit2_torch\.node$/);
    expect(log).toBe('');
    expect(machine.called(/./)).toHaveLength(before);
  });

  test('where something is missing, locateEngine says so without an error', async () => {
    const script = machine.file(
      'locate.mjs',
      `import { locateEngine } from '#torch/setup/index.js';
       console.log(JSON.stringify({ error: String(locateEngine()) }));`,
    );
    expect((await machine.run([script])).answer.error).toBe('undefined');
    machine.env = { LIBTORCH: machine.bin };
    expect((await machine.run([script])).answer.error).toBe('undefined');
    expect(machine.called(/./)).toEqual([]);
  });
});
