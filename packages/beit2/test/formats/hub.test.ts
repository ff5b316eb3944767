/** Protects: weights by name come whole and right, from where a broken download stopped, once, and never from offline. */
import { UserError } from '#beit2/errors.js';
import { download } from '#beit2/formats/download.js';
import { parseHubReference, resolveWeights } from '#beit2/formats/hub.js';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

const content = Buffer.from(Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) % 251));
const hash = createHash('sha256').update(content).digest('hex');
const commit = 'c0ffee'.padEnd(40, '0');

/** What the server does with the next requests for content; the last one stays. */
let plan: ('whole' | 'break' | 'refuse' | 'other version')[] = ['whole'];
let requests: { path: string; range: string | undefined }[] = [];
let files: Record<string, Buffer> = {};

function serveContent(request: IncomingMessage, response: ServerResponse, bytes: Buffer): void {
  const mode = plan.length > 1 ? plan.shift() : plan[0];
  const etag = mode === 'other version' ? '"second"' : '"first"';
  if (mode === 'refuse') {
    response.writeHead(403).end();
    return;
  }
  const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
  const fits = range !== undefined && request.headers['if-range'] === etag;
  const start = fits ? Number(range) : 0;
  const rest = bytes.subarray(start);
  response.writeHead(fits ? 206 : 200, {
    etag,
    'content-length': rest.length,
    ...(fits ? { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` } : {}),
  });
  if (mode !== 'break') response.end(rest);
  else response.write(rest.subarray(0, 100_000), () => setTimeout(() => response.destroy(), 20));
}

const server = createServer((request, response) => {
  const path = request.url ?? '';
  requests.push({ path, range: request.headers.range });
  if (path.startsWith('/api/models/org/model/revision/')) {
    const known = path.includes('/main?') || path.includes('/v1?');
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(
        known ? { _id: '1', id: 'org/model', sha: commit, lastModified: '2024-01-01' } : { error: 'none' },
      ),
    );
  } else if (path === `/api/models/org/model/paths-info/${commit}`) {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      const { paths } = JSON.parse(body) as { paths: string[] };
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify(paths.filter((name) => name in files).map(infoOf)));
    });
  } else {
    const name = path.replace(`/org/model/resolve/${commit}/`, '').replace('/files/', '');
    const bytes = files[name];
    if (bytes) serveContent(request, response, bytes);
    else response.writeHead(404).end();
  }
});

function infoOf(path: string): unknown {
  const bytes = files[path] ?? Buffer.alloc(0);
  const oid = createHash('sha256').update(bytes).digest('hex');
  const lfs = path.endsWith('.json') ? undefined : { oid, size: bytes.length, pointerSize: 130 };
  return { path, type: 'file', oid: oid.slice(0, 40), size: bytes.length, lfs };
}

let folder: string;
let address: string;
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-hub-'));
  vi.stubEnv('HF_ENDPOINT', address);
  vi.stubEnv('HF_HUB_CACHE', join(folder, 'hub'));
  vi.stubEnv('HF_HUB_OFFLINE', '');
  vi.stubEnv('HF_TOKEN', undefined);
  vi.stubEnv('BEIT2_CACHE', join(folder, 'beit2'));
  plan = ['whole'];
  requests = [];
  files = { 'model.safetensors': content, 'w.pth': content };
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('download', () => {
  test('goes on where a broken connection stopped', async () => {
    plan = ['break', 'break', 'whole'];
    const path = join(folder, 'w.pth');
    await download(`${address}/files/w.pth`, path, { sha256: hash });
    expect(readFileSync(path).equals(content)).toBe(true);
    expect(requests.map(({ range }) => range)).toEqual([undefined, 'bytes=100000-', 'bytes=200000-']);
    expect(existsSync(`${path}.incomplete`) || existsSync(`${path}.lock`) || existsSync(`${path}.etag`)).toBe(
      false,
    );
  });

  test('goes on in another run', async () => {
    const path = join(folder, 'w.pth');
    writeFileSync(`${path}.incomplete`, content.subarray(0, 250_000));
    writeFileSync(`${path}.etag`, '"first"');
    writeFileSync(`${path}.lock`, '999999999'); // of a process that is gone
    const seen: [number, number | undefined][] = [];
    await download(`${address}/files/w.pth`, path, { progress: (done, total) => seen.push([done, total]) });
    expect(readFileSync(path).equals(content)).toBe(true);
    expect(requests.map(({ range }) => range)).toEqual(['bytes=250000-']);
    expect(seen.at(-1)).toEqual([300_000, 300_000]);
  });

  test('begins again where the file on the server is another by now', async () => {
    const path = join(folder, 'w.pth');
    writeFileSync(`${path}.incomplete`, Buffer.alloc(250_000));
    writeFileSync(`${path}.etag`, '"first"');
    plan = ['other version'];
    await download(`${address}/files/w.pth`, path);
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  test('removes a file that is not the right one', async () => {
    const path = join(folder, 'w.pth');
    const url = `${address}/files/w.pth`;
    await expect(download(url, path, { sha256: '0'.repeat(64) })).rejects.toThrow(
      new UserError(
        `${url} was downloaded but it is the wrong file: its hash does not match; it was removed.`,
      ),
    );
    await expect(download(url, path, { size: 5 })).rejects.toThrow(
      'it has 300000 bytes instead of 5; it was removed.',
    );
    expect(existsSync(path) || existsSync(`${path}.incomplete`)).toBe(false);
  });

  test('a refusal is final and said in one sentence', async () => {
    plan = ['refuse'];
    const url = `${address}/files/w.pth`;
    await expect(download(url, join(folder, 'w.pth'))).rejects.toThrow(
      new UserError(`${url} could not be downloaded: the server answers 403 Forbidden.`),
    );
    expect(requests.length).toBe(1);
  });

  test('two at once fetch it once', async () => {
    const path = join(folder, 'w.pth');
    await Promise.all([1, 2].map(() => download(`${address}/files/w.pth`, path)));
    expect(requests.length).toBe(1);
  });
});

describe('resolveWeights', () => {
  test('a path stays a path', async () => {
    expect(await resolveWeights('some/file.pth')).toBe('some/file.pth');
  });

  test('a model of the hub, once, in the layout of the shared cache', async () => {
    const path = await resolveWeights('hf:org/model');
    expect(path).toBe(join(folder, 'hub/models--org--model/snapshots', commit, 'model.safetensors'));
    expect(readFileSync(path).equals(content)).toBe(true);
    expect(readFileSync(join(folder, 'hub/models--org--model/blobs', hash)).equals(content)).toBe(true);
    expect(readFileSync(join(folder, 'hub/models--org--model/refs/main'), 'utf8')).toBe(commit);
    requests = [];
    expect(await resolveWeights(`hf:org/model@${commit}`)).toBe(path);
    expect(requests).toEqual([]);
    vi.stubEnv('HF_HUB_OFFLINE', '1');
    expect(await resolveWeights('hf:org/model')).toBe(path);
    expect(requests).toEqual([]);
  });

  test('brings the config.json beside the weights, where there is one', async () => {
    files['config.json'] = Buffer.from('{ "model_type": "beit" }');
    const path = await resolveWeights('hf:org/model');
    expect(readFileSync(join(dirname(path), 'config.json'), 'utf8')).toBe('{ "model_type": "beit" }');
    expect(existsSync(join(dirname(path), 'preprocessor_config.json'))).toBe(false);
  });

  test('a revision and a file by name', async () => {
    files['sub/w.pth'] = content.subarray(0, 10);
    const path = await resolveWeights('hf:org/model@v1:sub/w.pth');
    expect(readFileSync(path).length).toBe(10);
  });

  test('an index with all its files', async () => {
    files = {
      'model.safetensors.index.json': Buffer.from(
        '{"weight_map":{"a":"m-1.safetensors","b":"m-2.safetensors","c":"m-1.safetensors"}}',
      ),
      'm-1.safetensors': content,
      'm-2.safetensors': content.subarray(1),
    };
    const path = await resolveWeights('hf:org/model');
    expect(path.endsWith('model.safetensors.index.json')).toBe(true);
    expect(existsSync(join(path, '../m-1.safetensors')) && existsSync(join(path, '../m-2.safetensors'))).toBe(
      true,
    );
  });

  test('what is not there is said in one sentence', async () => {
    await expect(resolveWeights('hf:org/model@other')).rejects.toThrow(
      new UserError(
        'The hub refuses the model org/model (status 404): check its name and revision, and set HF_TOKEN if it is not public.',
      ),
    );
    await expect(resolveWeights('hf:org/model:none.pth')).rejects.toThrow(
      new UserError('The model org/model has no file none.pth: name one with hf:org/model:FILE.'),
    );
    vi.stubEnv('HF_ENDPOINT', 'http://127.0.0.1:9');
    await expect(resolveWeights('hf:org/model')).rejects.toThrow(
      /^The hub cannot be reached: .*; with HF_HUB_OFFLINE=1 only the cache is used\.$/,
    );
    vi.stubEnv('HF_HUB_OFFLINE', '1');
    await expect(resolveWeights('hf:org/model@v1')).rejects.toThrow(
      new UserError(
        'The model org/model (v1) is not in the cache, and HF_HUB_OFFLINE forbids downloading it.',
      ),
    );
  });

  test('an address, once, with its hash', async () => {
    const reference = `${address}/files/w.pth#sha256=${hash}`;
    const path = await resolveWeights(reference);
    expect(readFileSync(path).equals(content)).toBe(true);
    expect(await resolveWeights(reference, { offline: true })).toBe(path);
    expect(requests.length).toBe(1);
    await expect(resolveWeights(`${address}/files/w.pth#sha256=${'1'.repeat(64)}`)).rejects.toThrow(
      'its hash does not match',
    );
  });

  test("the hash in a name as PyTorch's hub writes it is checked", async () => {
    files[`w-${hash.slice(0, 8)}.pth`] = content;
    files['w-12345678.pth'] = content;
    await resolveWeights(`${address}/files/w-${hash.slice(0, 8)}.pth`);
    await expect(resolveWeights(`${address}/files/w-12345678.pth`)).rejects.toThrow(
      'its hash does not match',
    );
  });

  test.each([
    ['hf:model', 'is not the name of a model'],
    ['hf:org/model:../../etc/passwd', 'is not the name of a model'],
    ['hf:org/..', 'is not the name of a model'],
    ['http://example.org/w.pth', 'is not encrypted'],
    ['https://', 'is not a valid address.'],
    ['https://example.org/w.pth#md5=1', 'only #sha256= with 64 hexadecimal digits is allowed there.'],
  ])('%s is refused', async (reference, why) => {
    await expect(resolveWeights(reference)).rejects.toThrow(why);
    expect(requests).toEqual([]);
  });
});

test('the parts of a name', () => {
  expect(parseHubReference('hf:org/a.b-c@refs/pr/1:x/y.pth')).toEqual({
    name: 'org/a.b-c',
    revision: 'refs/pr/1',
    file: 'x/y.pth',
  });
  expect(parseHubReference('hf:org/model')).toEqual({ name: 'org/model', revision: 'main', file: null });
});
