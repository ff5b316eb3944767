/** Protects: no file, however damaged, makes the readers crash, hang or take more memory than it is long. */
import { UserError } from '#beit2/errors.js';
import { exportModel } from '#beit2/export/export-model.js';
import { readSafetensors, writeSafetensors } from '#beit2/formats/safetensors.js';
import { findWeights } from '#beit2/open/find-weights.js';
import { inspectModel } from '#beit2/open/inspect-model.js';
import { readCard } from '#beit2/open/read-card.js';
import { CounterRandom } from '#beit2/data/random.js';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { byteCount } from '@beit2/torch/safetensors';
import { smallClassifier } from '../export/small-models.js';

const fixtures = join(import.meta.dirname, '../fixtures/formats');
const golden = join(import.meta.dirname, '../fixtures/golden');
/** Damaged files; BEIT2_FUZZ=20000 takes as many, in a quarter of an hour. */
const cases = Number(process.env.BEIT2_FUZZ ?? 2_000);
/** Milliseconds that one may take, and bytes beyond one and a half times its size. */
const longest = 2_000;
const allowance = 100e6;

/** Numbers that readers trip over, as they stand in files. */
const extremes = [
  'ffffffff',
  'ffffff7f',
  '00000080',
  '00000000',
  'ffffffffffffffff',
  'ffffffffffffff7f',
  '01',
  'ff',
].map((hex) => Buffer.from(hex, 'hex'));

/** A few changes of random kinds at random places. */
function mutate(source: Buffer, others: Buffer[], random: CounterRandom): Buffer {
  let bytes = Buffer.from(source);
  const changes = 1 + random.int(4);
  for (let i = 0; i < changes && bytes.length > 0; i++) {
    const at = random.int(bytes.length);
    const length = 1 + random.int(16);
    const other = others[random.int(others.length)] ?? source;
    const start = random.int(other.length);
    switch (random.int(8)) {
      case 0:
        bytes[at] = random.int(256);
        break;
      case 1:
        bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(8));
        break;
      case 2:
        (extremes[random.int(extremes.length)] ?? source).copy(bytes, at);
        break;
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
        break;
      case 4:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - length))]);
        break;
      case 5:
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          other.subarray(start, start + length),
          bytes.subarray(at),
        ]);
        break;
      case 6:
        other.copy(bytes, at, start, start + length);
        break;
      default:
        bytes = bytes.subarray(0, random.int(4) === 0 ? at : bytes.length);
    }
  }
  return bytes;
}

/** Peak of the process's memory while `body` runs, less what it had before; null where the system does not tell. */
async function peakOf(body: () => Promise<void>): Promise<number | null> {
  if (process.platform !== 'linux') return body().then(() => null);
  const status = (name: string): number =>
    1024 * Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  writeFileSync('/proc/self/clear_refs', '5'); // begins the peak anew
  const before = status('VmRSS');
  await body();
  return status('VmHWM') - before;
}

const quiet = { say: () => undefined };

/** Looks into a file and reads everything that a load reads. @returns whether it was taken */
async function readAll(path: string, size: number): Promise<boolean> {
  try {
    const found = await findWeights(path, quiet);
    for (const tensor of [...found.checkpoint.tensors.values(), ...found.tensors.values()]) {
      expect(byteCount(tensor)).toBeLessThanOrEqual(size * 3); // three tensors may be joined
      expect(tensor.read().data.byteLength).toBe(byteCount(tensor));
    }
    if (found.kind !== 'unknown') await readCard(found);
    await inspectModel(path, quiet);
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw new Error(`${path}: ${String(error)}`, { cause: error });
    expect(error.message).toMatch(/^[^\n]{10,2000}\.$/);
    return false;
  }
}

/** Sums of many cases, held to the bounds one by one. */
class Tally {
  taken = 0;
  slowest = 0;
  largest = 0;

  async add(path: string, size: number): Promise<void> {
    const start = performance.now();
    const peak = await peakOf(async () => {
      if (await readAll(path, size)) this.taken += 1;
    });
    const took = performance.now() - start;
    this.slowest = Math.max(this.slowest, took);
    this.largest = Math.max(this.largest, peak ?? 0);
    expect(took).toBeLessThan(longest);
    expect(peak ?? 0).toBeLessThan(1.5 * size + allowance);
  }

  /** Both kinds must occur, or the changes are too mild or too harsh to test anything. */
  check(count: number, title: string): void {
    const { taken, slowest, largest } = this;
    const peak = `${(largest / 1e6).toFixed(0)} MB at most`;
    process.stderr.write(
      `${title}: ${count} cases, ${taken} taken, ${slowest.toFixed(0)} ms at most, ${peak}\n`,
    );
    expect(taken).toBeGreaterThan(count / 20);
    expect(taken).toBeLessThan(count * 0.95);
  }
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-fuzz-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test(`${cases} damaged files of weights`, async () => {
  const names = readdirSync(fixtures).filter(
    (name) => /\.(pth|pt|safetensors)$/.test(name) && name !== 'resize.safetensors',
  );
  const sources = names.map((name) => readFileSync(join(fixtures, name)));
  copyFileSync(join(fixtures, 'wide.safetensors'), join(folder, 'shard'));
  names.push('index.json', 'model.onnx', 'known.pth', 'known.safetensors');
  const onnx = join(folder, 'source.onnx');
  await exportModel(smallClassifier({}), onnx, { precision: 'float32', externalData: false });
  sources.push(
    Buffer.from('{"weight_map":{"uint16":"shard","float8":"shard"}}'),
    readFileSync(onnx),
    readFileSync(join(golden, 'checkpoint-mim.pth')),
    ownWeights('hf-beit'),
  );
  const allocate = vi.spyOn(Buffer, 'allocUnsafeSlow');
  const shardSize = statSync(join(folder, 'shard')).size;
  const tally = new Tally();
  let allocations = 0;
  for (let i = 0; i < cases; i++) {
    const random = new CounterRandom(20260, i);
    const which = i % sources.length;
    const bytes = mutate(sources[which] ?? Buffer.alloc(0), sources, random);
    const path = join(folder, `case${extname(names[which] ?? '')}`);
    const size = Math.max(bytes.length, shardSize);
    writeFileSync(path, bytes);
    await tally.add(path, size);
    for (const [length] of allocate.mock.calls) expect(length).toBeLessThanOrEqual(size);
    allocations += allocate.mock.calls.length;
    allocate.mockClear();
  }
  expect(allocations).toBeGreaterThan(cases); // the watch on them works
  tally.check(cases, 'weights');
});

/** The weights in a golden as a file of their own. */
function ownWeights(name: string): Buffer<ArrayBuffer> {
  const path = join(folder, `${name}.safetensors`);
  const { tensors } = readSafetensors(join(golden, `${name}.safetensors`));
  const own = [...tensors].filter(([key]) => key.startsWith('weights.'));
  writeSafetensors(path, new Map(own.map(([key, tensor]) => [key.slice('weights.'.length), tensor])));
  return readFileSync(path);
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Values that readers do not expect. */
const odd: Json[] = [
  ...[null, true, -1, 0, 1.5, 1e308, 2 ** 53, '', 'gelu', '\u0000\n', 'x'.repeat(100_000)],
  ...[[], {}, [[[[[]]]]], [1, 2], [0, 0, 0], ['a', 'b', 'c'], { a: null }, { __proto__: null }],
];

/** One value of a JSON tree replaced, removed or added. */
function mutateJson(value: Json, random: CounterRandom): Json {
  const any = odd[random.int(odd.length)] ?? null;
  if (value === null || typeof value !== 'object' || random.int(8) === 0) return any;
  if (Array.isArray(value)) {
    const at = random.int(value.length + 1);
    return [...value.slice(0, at), mutateJson(value[at] ?? null, random), ...value.slice(at + 1)];
  }
  const keys = Object.keys(value);
  const key = keys[random.int(keys.length)] ?? 'vision_config';
  const { [key]: child = null, ...rest } = value;
  const change = random.int(6);
  if (change === 0) return rest;
  return { ...rest, [change === 1 ? 'vision_config' : key]: mutateJson(child, random) };
}

test(`${cases / 2} damaged sidecars`, async () => {
  const beside = mkdtempSync(join(folder, 'beside-'));
  const settings = (name: string): Json =>
    (JSON.parse(readFileSync(join(golden, `${name}.json`), 'utf8')) as { hf_config: Json }).hf_config;
  const image = { shortest_edge: 36, height: 32, width: 32 };
  const processor = { do_normalize: true, image_mean: [0.5, 0.5, 0.5], image_std: [0.5, 0.5, 0.5] };
  const cfg = { mean: [0.4, 0.5, 0.6], std: [0.2, 0.2, 0.2], crop_pct: 0.9, interpolation: 'bicubic' };
  const sources: [config: Json, processor: Json, weights: Buffer][] = [
    [
      settings('hf-beit'),
      { ...processor, size: image, crop_size: image, resample: 3 },
      ownWeights('hf-beit'),
    ],
    [
      { architecture: 'beitv2', label_names: ['a'], pretrained_cfg: cfg },
      processor,
      ownWeights('timm-beitv2'),
    ],
  ];
  const tally = new Tally();
  for (let i = 0; i < cases / 2; i++) {
    const random = new CounterRandom(20261, i);
    const [config, preprocessor, weights] = sources[i % 2] ?? sources[0] ?? [null, null, Buffer.alloc(0)];
    const model = join(beside, 'model.safetensors');
    writeFileSync(model, weights);
    const files = { 'config.json': config, 'preprocessor_config.json': preprocessor };
    let size = statSync(model).size;
    for (const [name, value] of Object.entries(files)) {
      const text = Buffer.from(JSON.stringify(random.int(3) === 0 ? value : mutateJson(value, random)));
      const bytes = random.int(4) === 0 ? mutate(text, [text], random) : text;
      writeFileSync(join(beside, name), bytes);
      size += bytes.length;
    }
    await tally.add(beside, size);
  }
  tally.check(cases / 2, 'sidecars');
});
