/** The set-up's sources of libtorch and its failures: with a false pip, false wheels and a server on this machine. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import {
  isComplete,
  makeTemporaryFolder,
  publish,
  sweepTemporaryFolders,
  withLock,
} from '#torch/setup/cache.js';
import { downloadArchive } from '#torch/setup/download.js';
import { findLibtorch, provideLibtorch } from '#torch/setup/libtorch.js';
import { downloadWheel } from '#torch/setup/pip.js';

const kept = { ...process.env };
let folder: string;
let log: string[];
const say = (line: string): void => void log.push(line);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-'));
  log = [];
  for (const name of ['LIBTORCH', 'LIBTORCH_USE_PYTORCH', 'BEIT2_LIBTORCH_URL', 'BEIT2_LIBTORCH_SHA256']) {
    Reflect.deleteProperty(process.env, name);
  }
  process.env.BEIT2_CACHE = join(folder, 'cache');
});
afterEach(() => {
  process.env = { ...kept };
});

/** Puts shell scripts on an otherwise empty PATH. */
function programs(scripts: Record<string, string>): void {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const [name, text] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  process.env.PATH = [bin].join(delimiter);
}

function falseLibtorch(name: string, version: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, 'lib'), { recursive: true });
  mkdirSync(join(path, 'include'), { recursive: true });
  writeFileSync(
    join(path, 'lib', process.platform === 'darwin' ? 'libtorch_cpu.dylib' : 'libtorch_cpu.so'),
    'x',
  );
  writeFileSync(join(path, 'version.py'), `__version__ = '${version}'\n`);
  return path;
}

describe('where libtorch comes from', () => {
  test('LIBTORCH comes first, without starting any program', async () => {
    programs({});
    process.env.LIBTORCH = falseLibtorch('mine', '2.13.0+cpu');
    expect(findLibtorch()).toMatchObject({ version: '2.13.0+cpu', source: 'LIBTORCH' });
    expect((await provideLibtorch(say)).folder).toBe(process.env.LIBTORCH);
  });

  test('a folder that is no libtorch, and one that is too old, are refused with what to do', async () => {
    process.env.LIBTORCH = folder;
    await expect(provideLibtorch(say)).rejects.toThrow(
      /is no libtorch .* set LIBTORCH to a folder that is, or unset it/,
    );
    process.env.LIBTORCH = falseLibtorch('old', '2.4.1');
    await expect(provideLibtorch(say)).rejects.toThrow(
      /is libtorch 2\.4\.1, but beit2 needs 2\.11\.0 or newer/,
    );
  });

  test('LIBTORCH_USE_PYTORCH asks Python once and remembers the answer', async () => {
    const torch = falseLibtorch('python-torch', '2.13.0');
    programs({ python3: `echo asked >> ${join(folder, 'count')}; echo ${torch}` });
    process.env.LIBTORCH_USE_PYTORCH = '1';
    expect((await provideLibtorch(say)).folder).toBe(torch);
    expect(findLibtorch()).toMatchObject({ folder: torch, source: 'LIBTORCH_USE_PYTORCH' });
    expect(readFileSync(join(folder, 'count'), 'utf8')).toBe('asked\n');
  });

  test('without Python, or a Python without torch, the sentence says so', async () => {
    process.env.LIBTORCH_USE_PYTORCH = '1';
    programs({});
    await expect(provideLibtorch(say)).rejects.toThrow('no python3 is on PATH');
    programs({ python3: 'exit 1' });
    await expect(provideLibtorch(say)).rejects.toThrow('has no torch: activate the environment that has it');
  });
});

describe('pip', () => {
  test('no Python, no pip, no network and no such version are told apart', async () => {
    programs({});
    expect(await downloadWheel(folder, say)).toEqual({ problem: 'neither Python nor pip is on PATH' });
    programs({ python3: 'exit 1' });
    expect(await downloadWheel(folder, say)).toMatchObject({
      problem: expect.stringContaining('python3 has no pip') as string,
    });
    const pip = (message: string): string =>
      `case "$*" in *--version*) echo pip 24.0;; *) echo "${message}" >&2; exit 1;; esac`;
    programs({ python3: pip('NewConnectionError') });
    expect(await downloadWheel(folder, say)).toMatchObject({
      problem: expect.stringContaining('pip reached no package index') as string,
    });
    programs({ python3: pip('ERROR: No matching distribution found') });
    expect(await downloadWheel(folder, say)).toMatchObject({
      problem: expect.stringMatching(/pip found no torch==.* for this machine/) as string,
    });
    programs({ python3: pip('OSError: No space left on device') });
    await expect(downloadWheel(folder, say)).rejects.toThrow('The disk is full');
  });
});

describe('the cache', () => {
  test('a half-written folder does not count, a published one does, a cut file is noticed', async () => {
    const target = join(folder, 'cache', 'thing');
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'a'), '12');
    expect(isComplete(target)).toBe(false);
    const temporary = await makeTemporaryFolder();
    writeFileSync(join(temporary, 'a'), '12345');
    await publish(temporary, target, ['a']);
    expect(isComplete(target)).toBe(true);
    writeFileSync(join(target, 'a'), '1');
    expect(isComplete(target)).toBe(false);
  });

  test('two at once: the work of one is done before that of the other begins', async () => {
    const order: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push(`${name} ends`);
    };
    await Promise.all([withLock(say, work('one')), withLock(say, work('two'))]);
    expect(order[1]).toBe(order[0]?.replace('begins', 'ends'));
    expect(order).toHaveLength(4);
  });

  test('the lock and the leftovers of a killed set-up are taken away', async () => {
    const leftover = join(folder, 'cache', 'tmp', `${(await import('node:os')).hostname()}+999999999+x`);
    mkdirSync(leftover, { recursive: true });
    writeFileSync(join(folder, 'cache', 'setup.lock'), `${(await import('node:os')).hostname()}+999999999`);
    await withLock(say, () => sweepTemporaryFolders());
    expect(existsSync(leftover)).toBe(false);
  });

  test('a cache that cannot be written is a sentence, not a stack', async () => {
    const { explainFileError } = await import('#torch/setup/cache.js');
    writeFileSync(join(folder, 'cache'), 'a file in the place of the folder');
    const error: unknown = await withLock(say, () => Promise.resolve()).catch((caught: unknown) =>
      explainFileError(caught),
    );
    expect(String(error)).toMatch(
      /The cache folder .* cannot be written .*: set BEIT2_CACHE to a folder that can/,
    );
  });
});

describe("the publisher's archive", () => {
  const content = Buffer.from('an archive of libtorch, or so it says'.repeat(1000));
  let server: Server;

  beforeEach(async () => {
    server = createServer((request, response) => {
      const { range } = request.headers;
      if (request.url === '/missing.zip') {
        response.writeHead(404).end();
        return;
      }
      const from = range === undefined ? 0 : Number(/bytes=(\d+)-/.exec(range)?.[1]);
      const body = content.subarray(from);
      response.writeHead(range === undefined ? 200 : 206, { 'content-length': body.length });
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    process.env.BEIT2_LIBTORCH_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/libtorch.zip`;
  });
  afterEach(() => void server.close());

  test('an answer that is no file, and a server that is not there, are named', async () => {
    process.env.BEIT2_LIBTORCH_URL = process.env.BEIT2_LIBTORCH_URL?.replace('libtorch.zip', 'missing.zip');
    expect(await downloadArchive(folder, say)).toMatchObject({
      problem: expect.stringContaining('answers 404') as string,
    });
    process.env.BEIT2_LIBTORCH_URL = 'http://127.0.0.1:9/libtorch.zip';
    expect(await downloadArchive(folder, say)).toMatchObject({
      problem: expect.stringContaining('cannot be reached') as string,
    });
  });
});
