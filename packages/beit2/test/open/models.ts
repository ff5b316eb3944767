/** Tiny models of each kind in every form of a reference, one of them on a server, and the command as a test calls it. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '@beit2/torch';
import { vi } from 'vitest';
import { buildProgram } from '#beit2/cli/main.js';
import { readCheckpoint } from '#beit2/formats/checkpoint.js';
import { writeSafetensors } from '#beit2/formats/safetensors.js';
import { convertModel, type ConversionTarget } from '#beit2/open/convert-model.js';
import { makePictures, tinyRecipe, train } from '../stages/tiny.js';

export const quiet = () => undefined;
export let folder = '';
export let pictures = '';
/** Files that the server on 127.0.0.1 has, by name, of one model of the hub each. */
const served = new Map<string, Buffer>();
const server = createServer((request, response) => {
  const path = request.url ?? '';
  const [, model = ''] = /\/(?:org|files)\/(\w+)/.exec(path) ?? [];
  const commit = 'c0ffee'.padEnd(40, '0');
  const json = (value: unknown): void =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  if (path.includes('/revision/')) {
    json({ _id: '1', id: `org/${model}`, sha: commit, lastModified: '2024-01-01' });
  } else if (path.includes('/paths-info/')) {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      const { paths } = JSON.parse(body) as { paths: string[] };
      json(
        paths.flatMap((name) => {
          const bytes = served.get(`${model}/${name}`);
          if (!bytes) return [];
          const oid = createHash('sha256').update(bytes).digest('hex');
          return [{ path: name, type: 'file', oid: oid.slice(0, 40), size: bytes.length }];
        }),
      );
    });
  } else {
    const bytes = served.get(`${model}/${path.split('/').at(-1) ?? ''}`);
    if (bytes) response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
    else response.writeHead(404).end();
  }
});
let address = '';

export type Kind = 'tokenizer' | 'pretrained' | 'classifier';
/** References of each kind of model to the same weights, by the form of the reference. */
export const references: Record<Kind, Record<string, string>> = {
  tokenizer: {},
  pretrained: {},
  classifier: {},
};

/** Trains and converts the models. */
export async function makeModels(): Promise<void> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'beit2-table-'));
  torch.getNumThreads(); // loads libtorch from the cache that there is, not from the new one
  vi.stubEnv('HF_ENDPOINT', address);
  vi.stubEnv('HF_HUB_CACHE', join(folder, 'hub'));
  vi.stubEnv('HF_HUB_OFFLINE', '');
  vi.stubEnv('BEIT2_CACHE', join(folder, 'beit2'));
  pictures = join(folder, 'pictures');
  await makePictures(pictures);
  const data = [`data.train=${pictures}`, `data.val=${pictures}`, 'data.evalCrop=0.7'];
  const run = (name: string): string => join(folder, name);
  const own = ['data.mean=[0.4,0.5,0.6]', 'data.std=[0.3,0.25,0.2]', 'duration.steps=2'];
  const pixels = 'target={ kind: pixels, normalize: true }';
  await train(tinyRecipe('pretrain', 'demo-pretrain', [...data, ...own, pixels]), run('pretrained'));
  const teacher = `teacher={ kind: beit2, path: ${run('pretrained')}, imageSize: 16 }`;
  await train(
    tinyRecipe('tokenizer', 'demo-tokenizer', [...data, teacher, 'duration.steps=2']),
    run('tokenizer'),
  );
  await train(tinyRecipe('finetune', 'finetune', [...data, ...own, 'model.normEps=1e-5']), run('classifier'));
  await makeReferences('pretrained', ['official', 'huggingface', 'safetensors', 'timm']);
  await makeReferences('tokenizer', ['official', 'safetensors']);
  await makeReferences('classifier', ['official', 'huggingface', 'safetensors', 'timm']);
}

/** Removes them, and stops the server. */
export function removeModels(): void {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}

async function makeReferences(kind: Kind, targets: ConversionTarget[]): Promise<void> {
  const run = join(folder, kind);
  const [step = ''] = readdirSync(join(run, 'checkpoints')).slice(-1);
  const all: Record<string, string> = {
    run,
    checkpoint: join(run, 'checkpoints', step),
    latest: join(run, 'latest'),
  };
  const say = quiet;
  const convert = (name: string, to: ConversionTarget) => convertModel(run, join(folder, name), to, { say });
  for (const to of targets) {
    const name =
      to === 'official' ? `${kind}.PTH` : to === 'safetensors' ? `${kind}.safetensors` : `${kind}-${to}`;
    await convert(name, to);
    all[to] = join(folder, name);
  }
  all.sharded = shard(kind, join(folder, `${kind}.safetensors`));
  const hub = all.huggingface ?? null;
  const files = hub === null ? [] : readdirSync(hub).map((name) => join(hub, name));
  for (const path of files) served.set(`${kind}/${path.split('/').at(-1) ?? ''}`, readFileSync(path));
  if (hub === null)
    served.set(`${kind}/model.safetensors`, readFileSync(join(folder, `${kind}.safetensors`)));
  served.set(`${kind}/weights.pth`, readFileSync(join(folder, `${kind}.PTH`)));
  all.hub = `hf:org/${kind}`;
  all.https = `${address}/files/${kind}/weights.pth`;
  references[kind] = all;
}

/** The file's tensors in two files and an index. */
function shard(kind: string, path: string): string {
  const { tensors, meta } = readCheckpoint(path);
  const into = join(folder, `${kind}-sharded`);
  mkdirSync(into);
  const map: Record<string, string> = {};
  const halves = [new Map(), new Map()] as [typeof tensors, typeof tensors];
  [...tensors].forEach(([key, tensor], i) => halves[(i % 2) as 0 | 1].set(key, tensor));
  halves.forEach((half, i) => {
    const name = `model-${i}.safetensors`;
    writeSafetensors(join(into, name), half, meta as Record<string, string>);
    for (const key of half.keys()) map[key] = name;
  });
  const index = join(into, 'model.safetensors.index.json');
  writeFileSync(index, JSON.stringify({ weight_map: map }));
  return index;
}

/** What a command prints. @throws what it fails with */
export async function beit2(...args: string[]): Promise<string> {
  let printed = '';
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const silent = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  try {
    await buildProgram().parseAsync(['node', 'beit2', ...args]);
    return printed;
  } finally {
    out.mockRestore();
    silent.mockRestore();
  }
}

export const one = () => join(pictures, 'across', '0.png');
export const cpu = ['--device', 'cpu'];
