/** Protects: every command that takes a model takes it in every form, and the same weights give the same figures in all. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildProgram } from '#beit2/cli/main.js';
import { readCheckpoint } from '#beit2/formats/checkpoint.js';
import { writeSafetensors } from '#beit2/formats/safetensors.js';
import { convertModel, type ConversionTarget } from '#beit2/open/convert-model.js';
import { openModel } from '#beit2/open/open-model.js';
import { openTeacher } from '#beit2/open/open-teacher.js';
import { startFrom } from '#beit2/stages/finetune-start.js';
import { openTarget } from '#beit2/stages/targets.js';
import { classifierModel } from '#beit2/open/networks.js';
import { makePictures, tinyRecipe, train } from '../stages/tiny.js';

/** All forms of a reference, or (BEIT2_WHOLE_TABLE is not set) four of them: the whole takes minutes. */
const isWhole = process.env.BEIT2_WHOLE_TABLE === '1';
const quiet = () => undefined;
let folder = '';
let pictures = '';
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

type Kind = 'tokenizer' | 'pretrained' | 'classifier';
/** References of each kind of model to the same weights, by the form of the reference. */
const references: Record<Kind, Record<string, string>> = { tokenizer: {}, pretrained: {}, classifier: {} };

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'beit2-table-'));
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
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

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
async function beit2(...args: string[]): Promise<string> {
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

/** Results of an action for each form of a model; all of them must be the first one's. */
async function sameForAll(
  kind: Kind,
  act: (reference: string, form: string) => Promise<unknown>,
): Promise<void> {
  const results: Record<string, unknown> = {};
  for (const [form, reference] of Object.entries(references[kind])) {
    try {
      results[form] = await act(reference, form);
    } catch (error) {
      results[form] = (error as Error).message;
    }
  }
  const forms = Object.keys(results);
  expect(forms.length).toBeGreaterThanOrEqual(isWhole ? (kind === 'tokenizer' ? 8 : 10) : 3);
  expect(results).toEqual(Object.fromEntries(forms.map((form) => [form, results.run])));
  expect(typeof results.run).not.toBe('string');
}

const one = () => join(pictures, 'across', '0.png');
const cpu = ['--device', 'cpu'];

describe('a classifier', () => {
  test('predict', () =>
    sameForAll('classifier', async (model) => {
      const text = await beit2('predict', model, one(), '--json', ...cpu);
      return JSON.parse(text) as unknown;
    }));

  test('eval classify: figures to the last digit', () =>
    sameForAll('classifier', async (model) => {
      const args = ['eval', 'classify', model, '--data', pictures, '--json', ...cpu];
      return JSON.parse(await beit2(...args)) as unknown;
    }));

  test('attention', () =>
    sameForAll('classifier', async (model) => {
      const args = ['attention', model, one(), '-o', join(folder, 'map'), '--json', ...cpu];
      return JSON.parse(await beit2(...args)) as unknown;
    }));

  test('export', () =>
    sameForAll('classifier', async (model) => {
      const text = await beit2('export', model, '-o', join(folder, 'out.onnx'), '--json');
      const { metadata } = JSON.parse(text) as { metadata: Record<string, string> };
      const { classes, mean, std, resize_to: resize } = metadata;
      return { classes, mean, std, resize };
    }));
});

describe('an encoder, of a pretrained model and of a classifier', () => {
  for (const kind of ['pretrained', 'classifier'] as const) {
    test(`eval knn and linear of a ${kind} model`, () =>
      sameForAll(kind, async (model) => {
        const args = [model, '--train', pictures, '--test', pictures, '--json', '--threads', '1', ...cpu];
        const knn: unknown = JSON.parse(await beit2('eval', 'knn', ...args));
        const linear: unknown = model.startsWith('h')
          ? null
          : JSON.parse(await beit2('eval', 'linear', ...args));
        return { knn, isLinear: linear !== undefined };
      }));

    test(`embed with a ${kind} model`, () =>
      sameForAll(kind, async (model, form) => {
        const file = join(folder, `${form}.jsonl`);
        await beit2('embed', model, one(), '-o', file, ...cpu);
        return JSON.parse(readFileSync(file, 'utf8')) as unknown;
      }));

    test(`inspect and convert a ${kind} model`, () =>
      sameForAll(kind, async (model, form) => {
        const { card } = JSON.parse(await beit2('inspect', model, '--json')) as { card: object };
        await beit2('convert', model, join(folder, `${form}-again.pth`), '--to', 'official');
        return { ...card, earlyLayer: null, origin: null };
      }));

    test(`the start of a fine-tuning from a ${kind} model`, () =>
      sameForAll(kind, async (model) => {
        const recipe = tinyRecipe(
          'finetune',
          'finetune',
          kind === 'classifier' ? ['model.normEps=1e-5'] : [],
        );
        const network = classifierModel(recipe, 2);
        await startFrom(network, model, recipe, ['across', 'down'], quiet);
        return network.blocks[0]?.attn.qkv.weight.sum().item();
      }));

    test(`a ${kind} model as the teacher`, () =>
      sameForAll(kind, async (path) => {
        const { grid, dim } = await openTeacher({ kind: 'beit2', path, imageSize: 16 }, 'cpu', quiet);
        return { grid, dim };
      }));
  }
});

describe('a tokenizer', () => {
  test('encode', () =>
    sameForAll('tokenizer', async (model, form) => {
      const file = join(folder, `${form}-codes.json`);
      await beit2('tokenizer', 'encode', model, one(), '-o', file, '--heads', '2');
      return JSON.parse(readFileSync(file, 'utf8')) as unknown;
    }));

  test('eval', () =>
    sameForAll('tokenizer', async (model) => {
      const teacher = ['--teacher', join(folder, 'pretrained')];
      return JSON.parse(await beit2('tokenizer', 'eval', model, pictures, '--json', ...teacher)) as unknown;
    }));

  test('gallery', () =>
    sameForAll('tokenizer', async (model) => {
      await beit2(
        'tokenizer',
        'gallery',
        model,
        pictures,
        '-o',
        join(folder, 'gallery.html'),
        '--limit',
        '2',
      );
      return true;
    }));

  test('the target of pretraining', () =>
    sameForAll('tokenizer', async (path) => {
      const recipe = tinyRecipe('pretrain', 'demo-pretrain', [`target.path=${path}`, 'target.imageSize=16']);
      return (await openTarget(recipe, 'cpu', quiet)).outputs;
    }));
});

test('the best weights of a run, and a part that is not there: one sentence everywhere', async () => {
  const best = join(folder, 'classifier', 'best');
  expect(JSON.parse(await beit2('predict', best, one(), '--json', ...cpu))).toHaveProperty('image');
  const { tokenizer, pretrained } = references;
  const [code = '', encoder = ''] = [tokenizer.official, pretrained.hub];
  const cases: [string[], string][] = [
    [['predict', code, one()], `${code} holds VQ-KD tokenizer (official key names), not a classifier.`],
    [
      ['embed', code, one(), '-o', join(folder, 'x.npy')],
      `${code} holds VQ-KD tokenizer (official key names), not an encoder.`,
    ],
    [['eval', 'knn', code], `${code} holds VQ-KD tokenizer (official key names), not an encoder.`],
    [
      ['tokenizer', 'encode', encoder, one(), '-o', join(folder, 'x.json')],
      `${encoder} holds BEiT or BEiT v2, pretrained (key names of Hugging Face), not a tokenizer.`,
    ],
  ];
  for (const [args, message] of cases) await expect(beit2(...args)).rejects.toThrow(message);
});

describe('what would go wrong in silence', () => {
  /** A copy of the classifier's weights with another value in its head. */
  function damaged(name: string, value: number): string {
    const source = readCheckpoint(join(folder, 'classifier.safetensors'));
    const tensors = new Map(source.tensors);
    const bias = source.tensors.get('head.bias')?.read();
    if (!bias) throw new Error('no head');
    new Float32Array(bias.data.buffer, bias.data.byteOffset, 1)[0] = value;
    tensors.set('head.bias', { ...bias, read: () => bias });
    const path = join(folder, name);
    writeSafetensors(path, tensors, source.meta as Record<string, string>);
    return path;
  }

  test('NaN is refused', async () => {
    await expect(beit2('predict', damaged('nan.safetensors', NaN), one(), ...cpu)).rejects.toThrow(
      `The model's output for ${one()} contains NaN: its weights are damaged, or it needs another precision.`,
    );
    const file = join(folder, 'nan.jsonl');
    writeFileSync(file, '{"name":"a","vector":[1,null]}\n');
    await expect(beit2('index', file, '-o', join(folder, 'nan.index'))).rejects.toThrow(/nan\.jsonl/);
  });

  test('an index whose model was replaced', async () => {
    const model = join(folder, 'replaced.safetensors');
    cpSync(join(folder, 'classifier.safetensors'), model);
    const [features, index] = [join(folder, 'replaced.npy'), join(folder, 'replaced.index')] as const;
    await beit2('embed', model, pictures, '-o', features, ...cpu);
    await beit2('index', features, '-o', index);
    await beit2('search', one(), '--index', index, ...cpu);
    damaged('replaced.safetensors', 5);
    await expect(beit2('search', one(), '--index', index, ...cpu)).rejects.toThrow(
      `The weights of ${model} are not those that the index was built with: embed its images again, or name the model with --model.`,
    );
    await beit2('search', one(), '--index', index, '--model', model, ...cpu);
  });

  test('a result over the weights it is made of', async () => {
    const model = join(folder, 'classifier.PTH');
    const message = `${model} is where the weights are read from: give another name.`;
    await expect(beit2('convert', model, model, '--to', 'official')).rejects.toThrow(message);
    const hub = join(folder, 'classifier-huggingface');
    await expect(beit2('convert', hub, hub, '--to', 'timm')).rejects.toThrow(`${hub} is where`);
    const own = join(folder, 'classifier.safetensors');
    await expect(beit2('embed', own, pictures, '-o', own, ...cpu)).rejects.toThrow(`${own} is where`);
  });

  test('a sidecar that is not as its library writes it', async () => {
    const broken = join(folder, 'broken-sidecar');
    cpSync(join(folder, 'classifier-huggingface'), broken, { recursive: true });
    const config = join(broken, 'config.json');
    writeFileSync(config, '{"model_type":"beit","vision_config":null}');
    await expect(openModel(broken, { say: quiet })).rejects.toThrow(
      `${config} is not the configuration of a model: vision_config: expected object, received null.`,
    );
  });
});
