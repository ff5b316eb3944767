/** Protects: a reference to a model that is wrong or odd ends every command with one clear sentence and exit code 1. */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '@beit2/torch';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { main } from '#beit2/cli/main.js';

const golden = join(import.meta.dirname, '../fixtures/golden');
const recipe = join(import.meta.dirname, '../../recipes/finetune.yaml');
const folder = mkdtempSync(join(tmpdir(), 'beit2-references-'));
const at = (...names: string[]): string => join(folder, ...names);
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(at(name), content);
  return at(name);
};
const server = createServer((request, response) => {
  const path = request.url ?? '';
  if (path.includes('html')) response.writeHead(200).end('<!doctype html><html>Log in</html>');
  else if (path.includes('empty')) response.writeHead(200).end();
  else if (path.includes('loop')) response.writeHead(302, { location: path }).end();
  else response.writeHead(404).end('nothing');
});
let address = '';

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  torch.getNumThreads(); // loads libtorch from the cache that there is
  vi.stubEnv('HF_ENDPOINT', address);
  vi.stubEnv('HF_HUB_CACHE', at('hub'));
  vi.stubEnv('HF_HUB_OFFLINE', '');
  vi.stubEnv('BEIT2_CACHE', at('cache'));
  for (const name of ['folder', 'with space', 'run/checkpoints', 'broken-run', 'dir.pth'])
    mkdirSync(at(name), { recursive: true });
  copyFileSync(recipe, at('run/recipe.yaml'));
  file('broken-run/recipe.yaml', ': not : yaml : [');
  symlinkSync('loop', at('loop'));
  symlinkSync('gone', at('dangling.pth'));
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a command line prints and gives. */
async function beit2(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const [out, error] = [[] as string[], [] as string[]];
  const streams = [process.stdout, process.stderr] as const;
  const spies = streams.map((stream, i) =>
    vi
      .spyOn(stream, 'write')
      .mockImplementation((text) => ((i === 0 ? out : error).push(String(text)), true)),
  );
  process.stdout.setMaxListeners(0).removeAllListeners('error'); // each call adds its own
  process.stderr.setMaxListeners(0).removeAllListeners('error');
  try {
    return { code: await main(['node', 'beit2', ...args]), out: out.join(''), error: error.join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const local = (): string[] => [
  ...['', ' ', '.', '/', '/dev/null', '~/none.pth', '*.pth', 'ftp://x/y.pth', 'file:///etc/passwd', 'none'],
  ...[
    'none.pth',
    'none/none.pth',
    'folder',
    'with space',
    'run',
    'run/best',
    'run/latest',
    'run/checkpoints',
  ].map((name) => at(name)),
  ...['broken-run', 'dir.pth', 'loop', 'loop/x', 'dangling.pth', 'a\u0000b.pth', 'a\u001b[31m.pth'].map(
    (name) => at(name),
  ),
  ...['', '.pth', '.safetensors', '.onnx'].map((ending) => at('x'.repeat(300) + ending)),
  ...['.pth', '.bin', '.safetensors', '.onnx', '.json'].map((ending) => file(`text${ending}`, 'only a text')),
  ...['.pth', '.bin', '.safetensors', '.onnx', '.json'].map((ending) => file(`empty${ending}`, '')),
  file('it\'s "quoted" $HOME.pth', 'x'),
  file('with space/x y.pth', 'x'),
  file('web.pth', '<html></html>'),
  file('pointer.bin', 'version https://git-lfs.github.com/spec/v1\noid'),
  file('pickle.pth', Buffer.from('80024b012e', 'hex')),
  file('index.json', '{"weight_map":{"a":"none.safetensors"}}'),
  file('cut.safetensors', readFileSync(join(golden, 'hf-beit.safetensors')).subarray(0, 50_000)),
  file('cut.pth', readFileSync(join(golden, 'checkpoint-mim.pth')).subarray(0, 90_000)),
  `${at('text.pth')}/`,
  at('text.pth', 'inside'),
];
const remote = (): string[] => [
  ...['hf:', 'hf:x', 'hf:../../etc', 'hf:org/na me', 'hf:org/none', 'hf:org/none@v1', 'hf:org/none:a.bin'],
  ...['hf:html/model', 'hf:empty/model', 'https://', 'https://no such host/w', 'http://example.org/w.pth'],
  ...['/404.pth', '/html.pth', '/empty.pth', '/loop.pth', '', '/x.pth#sha256=zz'].map(
    (path) => address + path,
  ),
  `${address}/html.bin#sha256=${'0'.repeat(64)}`,
  `${address}/${'x'.repeat(300)}.pth`,
];

const commands: Record<string, (reference: string) => string[]> = {
  inspect: (reference) => ['inspect', reference],
  convert: (reference) => ['convert', reference, at('out.pth'), '--to', 'official'],
  predict: (reference) => ['predict', reference, at('none.png'), '--device', 'cpu'],
  'eval knn': (reference) => ['eval', 'knn', reference, '--train', at('folder'), '--test', at('folder')],
  'tokenizer encode': (reference) => ['tokenizer', 'encode', reference, at('folder'), '-o', at('out.json')],
  search: (reference) => ['search', at('none.png'), '--index', reference],
};

test.each(Object.entries(commands))('%s: every wrong reference', async (name, command) => {
  const references = [...local(), ...(name === 'inspect' ? remote() : [])];
  for (const reference of references) {
    const { code, out, error } = await beit2(...command(reference));
    expect({ code, out }, `${reference}: ${error}`).toEqual({ code: 1, out: '' });
    expect(error, reference).toMatch(/^error: [^\p{Cc}]{10,}\.\n$/u);
    expect(error, reference).not.toContain('unexpected');
  }
});

test('a web page or nothing in place of a download is not kept', async () => {
  const [page, nothing] = [`${address}/html.pth`, `${address}/empty.pth`];
  for (const [url, why] of [
    [page, 'it is a web page'],
    [nothing, 'it is empty'],
  ] as const) {
    const error = `error: ${url} was downloaded but it is the wrong file: ${why}; it was removed.\n`;
    expect(await beit2('inspect', url)).toEqual({ code: 1, out: '', error });
  }
});
