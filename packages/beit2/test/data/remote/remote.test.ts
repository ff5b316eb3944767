/**
 * Protects: what is read from a server is what it holds, whatever goes wrong on the way, and what cannot be read ends with a
 * sentence that names the file and no secret. Faults come from a server on 127.0.0.1.
 */
import { readdirSync, statSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BlockCache } from '#beit2/data/remote/block-cache.js';
import { askRemote, fetchRange } from '#beit2/data/remote/remote-file.js';
import { RemoteReader } from '#beit2/data/remote/remote-reader.js';
import { openReader, openSource } from '#beit2/data/sources/open-source.js';
import { folderOf, messageOf, tarOf } from '../fixtures.js';
import { s3Key, serveS3, serveShards, type Fault, type ShardServer } from './servers.js';

const bytes = randomBytes(300_000);
const closing: { close(): Promise<void> }[] = [];

beforeEach(() => {
  vi.stubEnv('BEIT2_CACHE', folderOf({}));
  vi.stubEnv('BEIT2_REMOTE_PATIENCE', '3');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const one of closing.splice(0)) await one.close();
});

async function serve(
  files: Record<string, Buffer>,
  fault?: (n: number, path: string) => Fault,
): Promise<ShardServer> {
  const server = await serveShards(files, fault);
  closing.push(server);
  return server;
}

/** The faults in their order, then none. */
const inTurn =
  (...faults: Fault[]) =>
  (n: number): Fault =>
    faults[n - 1] ?? 'none'; // request 0 asks for the size

describe('a range', () => {
  test.for<[string, Fault]>([
    ['a dropped connection', 'drop'],
    ['a cut answer', 'truncate'],
    ['a stalled connection', 'stall'],
    ['a Content-Length that is too small', 'short-length'],
    ['a Content-Length that is too large', 'long-length'],
    ['a wrong size of the whole', 'lie-total'],
    ['another part of the file', 'other-part'],
    ['429', { status: 429 }],
    ['503', { status: 503 }],
  ])('comes right in spite of %s', async ([, fault]) => {
    const server = await serve({ 'a.tar': bytes }, inTurn(fault, fault));
    const state = await askRemote(`${server.url}/a.tar`);
    expect(state.size).toBe(bytes.length);
    const got = await fetchRange(state, 1000, 250_000);
    expect(Buffer.compare(got, bytes.subarray(1000, 250_000))).toBe(0);
    const nothingMissing = fault === 'long-length';
    expect(server.requests.length).toBe(nothingMissing ? 2 : 4);
  });

  test('goes on behind what arrived before the connection broke', async () => {
    const server = await serve({ 'a.tar': bytes }, inTurn('truncate'));
    await fetchRange(await askRemote(`${server.url}/a.tar`), 0, 200_000);
    const first = Number(/^bytes=(\d+)-199999$/.exec(server.requests[2]?.range ?? '')?.[1]);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(100_000);
  });

  test('waits as long as the server asks', async () => {
    const server = await serve({ 'a.tar': bytes }, inTurn({ status: 429, retryAfter: '1' }));
    await fetchRange(await askRemote(`${server.url}/a.tar`), 0, 10);
    const [, refused, taken] = server.requests.map(({ at }) => at);
    expect((taken ?? 0) - (refused ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  test('is given up after the set time, with what was wrong', async () => {
    vi.stubEnv('BEIT2_REMOTE_PATIENCE', '1');
    const server = await serve({ 'a.tar': bytes }, (n) =>
      n === 0 ? 'none' : { status: 503, retryAfter: '7' },
    );
    const state = await askRemote(`${server.url}/a.tar`);
    expect(await messageOf(fetchRange(state, 0, 10))).toBe(
      `UserError: ${server.url}/a.tar could not be read in 1 try over 0 s: the server answers 503, and asks to wait 7 s.`,
    );
  });

  test.for<[string, Fault, string]>([
    ['404', { status: 404 }, 'cannot be read: the server answers 404.'],
    [
      '403',
      { status: 403 },
      'cannot be read: the server answers 403; if it needs a token, set BEIT2_HTTP_TOKEN.',
    ],
    [
      'a server without ranges',
      'no-ranges',
      'cannot be read in parts: its server only sends whole files; copy the shards to a disk or to a server that supports range requests.',
    ],
    [
      'a file that was replaced',
      'new-version',
      'changed on the server since it was indexed: it had 300000 bytes, now 300000 of another version; index it again.',
    ],
  ])('is refused at once: %s', async ([, fault, sentence]) => {
    const server = await serve({ 'a.tar': bytes }, inTurn(fault));
    const state = await askRemote(`${server.url}/a.tar`);
    expect(await messageOf(fetchRange(state, 0, 10))).toBe(`UserError: ${server.url}/a.tar ${sentence}`);
    expect(server.requests).toHaveLength(2);
  });
});

describe('the cache of blocks', () => {
  const block = 50_000;
  const cacheOf = (folder: string, blocks: number) =>
    new BlockCache({ folder, bytes: blocks * block, blockBytes: block });
  const blocksIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.block'));

  test('fetches a block once, for any part of it, any reader and any number at a time', async () => {
    const server = await serve({ 'a.tar': bytes });
    const state = await askRemote(`${server.url}/a.tar`);
    const folder = join(folderOf({}), 'cache');
    const readers = [0, 1].map(() => new RemoteReader(cacheOf(folder, 10)));
    const parts = [
      [0, 10],
      [49_990, 20],
      [299_999, 1],
      [0, 300_000],
      [120_000, 5],
    ] as const;
    const got = await Promise.all(
      parts.flatMap(([start, length]) => readers.map((reader) => reader.read(state, start, length))),
    );
    for (const [i, [start, length]] of parts.entries())
      for (const one of got.slice(2 * i, 2 * i + 2))
        expect(Buffer.compare(one, bytes.subarray(start, start + length))).toBe(0);
    expect(server.requests).toHaveLength(1 + 6);
    expect(readdirSync(folder)).toHaveLength(6); // neither locks nor parts are left
  });

  test('keeps to its bound and gives up what was not used for the longest', async () => {
    const server = await serve({ 'a.tar': bytes });
    const state = await askRemote(`${server.url}/a.tar`);
    const folder = join(folderOf({}), 'cache');
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const read = async (number: number): Promise<void> => {
        vi.setSystemTime(Date.now() + 60_000);
        await new RemoteReader(cacheOf(folder, 3)).read(state, number * block, 10);
        const size = blocksIn(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
        expect(size).toBeLessThanOrEqual(3 * block);
      };
      for (const number of [0, 1, 2, 0, 3, 0]) await read(number); // 1 goes for 3; 0 was used in between
      expect(server.requests).toHaveLength(1 + 4);
      await read(1);
      expect(server.requests).toHaveLength(1 + 5);
    } finally {
      vi.useRealTimers();
    }
  });

  test('reads on where its folder cannot be written', async () => {
    const server = await serve({ 'a.tar': bytes });
    const state = await askRemote(`${server.url}/a.tar`);
    const folder = join(folderOf({ file: 'in the way' }), 'file');
    const got = await new RemoteReader(cacheOf(folder, 3)).read(state, 70_000, 9);
    expect(Buffer.compare(got, bytes.subarray(70_000, 70_009))).toBe(0);
  });

  test('takes over from a process that died while it fetched', async () => {
    const server = await serve({ 'a.tar': bytes });
    const state = await askRemote(`${server.url}/a.tar`);
    const folder = folderOf({});
    await new RemoteReader(cacheOf(folder, 3)).read(state, 0, 1);
    const [name = ''] = blocksIn(folder);
    const { rmSync, utimesSync, writeFileSync } = await import('node:fs');
    rmSync(join(folder, name));
    writeFileSync(join(folder, `${name}.lock`), '');
    utimesSync(join(folder, `${name}.lock`), 1, 1);
    expect(await new RemoteReader(cacheOf(folder, 3)).read(state, 0, 1)).toHaveLength(1);
    expect(blocksIn(folder)).toEqual([name]);
  });
});

describe('shards on a server', () => {
  const shards = async () => ({
    'set/0.tar': await tarOf({ 'cat/1.jpg': 'cat one', 'dog/2.jpg': 'dog two' }),
    'set/1.tar': await tarOf({ 'dog/3.jpg': 'dog three', 'notes.txt': 'x' }),
  });

  async function contents(spec: string): Promise<unknown[]> {
    const source = await openSource(spec);
    const reader = openReader(structuredClone(source.describe())); // as in a worker thread
    return Promise.all(
      Array.from({ length: source.length }, async (_, i) => [
        source.name(i).replace(/^.*\/set/, 'set'),
        source.classes?.[source.label(i) ?? -1],
        Buffer.from(await reader.read(i)).toString(),
      ]),
    );
  }
  const expected = [
    ['set/0.tar:cat/1.jpg', 'cat', 'cat one'],
    ['set/0.tar:dog/2.jpg', 'dog', 'dog two'],
    ['set/1.tar:dog/3.jpg', 'dog', 'dog three'],
  ];

  test('are the same as on disk, over HTTP', async () => {
    const files = await shards();
    const server = await serve(files);
    expect(await contents(`${server.url}/set/{0..1}.tar`)).toEqual(expected);
    expect(await contents(`${folderOf(files)}/set`)).toEqual(expected);
    const before = server.requests.length;
    vi.stubEnv('BEIT2_SHARD_CACHE_GB', '0');
    expect(await contents(`${server.url}/set/{0..1}.tar`)).toEqual(expected);
    expect(server.requests.length - before).toBe(2 + 3); // the index is known; each image by itself
  });

  test('are the same as on disk, in S3-compatible storage: by name, pattern and prefix', async () => {
    const server = await serveS3(await shards());
    closing.push(server);
    vi.stubEnv('AWS_ENDPOINT_URL', server.url);
    vi.stubEnv('AWS_ACCESS_KEY_ID', s3Key);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', s3Key);
    expect(await contents('s3://shards/set/{0..1}.tar')).toEqual(expected);
    expect(await contents('s3://shards/se?/*.tar')).toEqual(expected);
    expect(await contents('s3://shards/set/')).toEqual(expected);
    expect(await messageOf(openSource('s3://shards/none/'))).toBe(
      'UserError: No file matches s3://shards/none/*.tar.',
    );
    const secret = 'no-such-secret-4711';
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', secret);
    const refused = await messageOf(openSource('s3://shards/set/0.tar'));
    expect(refused).toBe(
      'UserError: s3://shards/set/0.tar cannot be read: the server answers 403 (SignatureDoesNotMatch); the credentials in ' +
        'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY do not permit reading it.',
    );
  });

  test('get the token only where nobody can read along, and never show it', async () => {
    vi.stubEnv('BEIT2_HTTP_TOKEN', 'secret-0815');
    const server = await serve(await shards(), () => ({ status: 403, body: 'secret-0815' }));
    expect(await messageOf(openSource(`${server.url}/set/0.tar`))).not.toContain('0815');
    expect(server.requests[0]?.authorization).toBe('Bearer secret-0815'); // loopback
  });

  test.for([
    ['https://me:pass@host/a.tar', 'The address https://host/a.tar holds credentials'],
    ['https://host/a.tar?X-Amz-Signature=abc', 'The address https://host/a.tar holds credentials'],
    ['https://host/a.zip', 'https://host/a.zip is not a .tar file'],
    ['https://host/*.tar', 'https://host/*.tar cannot be matched: a web server does not list its files'],
    ['s3://bucket', 's3://bucket does not have the form s3://BUCKET/KEY.'],
  ])('%s is refused', async ([address, start]) => {
    const message = await messageOf(openSource(address ?? ''));
    expect(message).toContain(`UserError: ${start ?? ''}`);
    expect(message).not.toMatch(/pass|abc/);
  });
});
