/** The publisher's archive, from a server on this machine: resumed where it broke off, and never mixed from two. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { ArchiveServer, fakeArchive, Machine } from './setup-helpers.js';

const archive = fakeArchive(1_000_000);
const sha256 = createHash('sha256').update(archive).digest('hex');

/** Bytes of the part that is on the disk. */
function bytesReceived(): number {
  const folder = join(machine.cache, 'downloads');
  const parts = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.part')) : [];
  return parts.reduce((bytes, name) => bytes + statSync(join(folder, name)).size, 0);
}

let machine: Machine;
let server: ArchiveServer;
beforeEach(async () => {
  machine = new Machine();
  machine.removeProgram('python3');
  server = new ArchiveServer(archive, bytesReceived);
  machine.env = { BEIT2_LIBTORCH_URL: await server.listen(), BEIT2_LIBTORCH_SHA256: sha256 };
});
afterEach(() => {
  server.close();
  machine.remove();
});

test('one that breaks off twice goes on from its last byte, in the same run', async () => {
  server.breaks = { answers: 2, after: 300_000 };
  const { code, log } = await machine.setup();
  expect(code).toBe(0);
  expect(server.ranges).toEqual([undefined, 'bytes=300000-', 'bytes=600000-']);
  expect(log).toMatch(/127\.0\.0\.1:\d+ broke the download off \(.+\); trying again/);
  expect(log).toContain('resuming after 600000 bytes');
  expect(readdirSync(join(machine.cache, 'downloads'))).toEqual([]);
});

test('one that a killed set-up left is resumed by the next', async () => {
  server.breaks = { answers: 1, after: 300_000 };
  const { child, outcome } = machine.start();
  child.stderr.on('data', (text: Buffer) => {
    if (text.toString().includes('trying again')) child.kill('SIGKILL');
  });
  await outcome;
  expect((await machine.setup()).code).toBe(0);
  expect(server.ranges).toEqual([undefined, 'bytes=300000-']);
});

test('another archive at the same address is not appended to the old part', async () => {
  server.breaks = { answers: 1, after: 300_000 };
  const { child, outcome } = machine.start();
  child.stderr.on('data', (text: Buffer) => {
    if (text.toString().includes('trying again')) child.kill('SIGKILL');
  });
  await outcome;
  server.content = fakeArchive(500_000);
  server.etag = '"second"';
  machine.env.BEIT2_LIBTORCH_SHA256 = createHash('sha256').update(server.content).digest('hex');
  expect((await machine.setup()).code).toBe(0);
});

test('one that keeps bringing nothing is given up, with the reason', async () => {
  server.breaks = { answers: 99, after: 0 };
  const { code, answer } = await machine.setup();
  expect(code).toBe(1);
  expect(answer.error).toMatch(/and 127\.0\.0\.1:\d+ broke the download off \(.+\); connect to a network/);
  expect(server.ranges).toHaveLength(1);
});

test('one with another hash is thrown away', async () => {
  machine.env.BEIT2_LIBTORCH_SHA256 = 'ab'.repeat(32);
  const { code, answer } = await machine.setup();
  expect(code).toBe(1);
  expect(answer.error).toBe(
    `${machine.env.BEIT2_LIBTORCH_URL ?? ''} has SHA-256 ${sha256}, not ${'ab'.repeat(32)}: it was thrown away; run the set-up again, and check the address and the hash if that does not help.`,
  );
  expect(existsSync(join(machine.cache, `libtorch-2.13.0-${process.platform}-${process.arch}`))).toBe(false);
  expect(readdirSync(join(machine.cache, 'downloads')).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('without a known hash, a page instead of an archive is refused all the same', async () => {
  delete machine.env.BEIT2_LIBTORCH_SHA256;
  server.content = Buffer.from('<html>Please log in</html>');
  const { code, answer } = await machine.setup();
  expect(code).toBe(1);
  expect(answer.error).toMatch(/^libtorch\.zip is damaged \(.+\) and was thrown away: run the set-up again/);
});
