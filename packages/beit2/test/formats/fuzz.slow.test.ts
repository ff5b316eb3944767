/** Protects: no file, however damaged, makes the readers crash, hang or take more memory than it is long. */
import { UserError } from '#beit2/errors.js';
import { readCheckpoint } from '#beit2/formats/checkpoint.js';
import { describeStateDict } from '#beit2/model/weights/detect.js';
import { toOfficialKeys } from '#beit2/model/weights/key-maps.js';
import { byteCount } from '#beit2/formats/raw-tensor.js';
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
import { expect, test, vi } from 'vitest';

const fixtures = join(import.meta.dirname, '../fixtures/formats');
const files = 20_000;

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

/** Reads everything that a load reads. @returns whether the file was taken */
function readAll(path: string, size: number): boolean {
  try {
    const { tensors } = readCheckpoint(path);
    const { tensors: renamed } = toOfficialKeys(tensors, describeStateDict(tensors));
    for (const tensor of [...tensors.values(), ...renamed.values()]) {
      expect(byteCount(tensor)).toBeLessThanOrEqual(size * 3); // three tensors may be joined
      expect(tensor.read().data.byteLength).toBe(byteCount(tensor));
    }
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw new Error(`${path}: ${String(error)}`, { cause: error });
    expect(error.message).toMatch(/^[^\n]{10,2000}\.$/);
    return false;
  }
}

test(`${files} damaged files`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'beit2-fuzz-'));
  const names = readdirSync(fixtures).filter(
    (name) => /\.(pth|pt|safetensors)$/.test(name) && name !== 'resize.safetensors',
  );
  const sources = names.map((name) => readFileSync(join(fixtures, name)));
  copyFileSync(join(fixtures, 'wide.safetensors'), join(folder, 'shard'));
  names.push('index.json');
  sources.push(Buffer.from('{"weight_map":{"uint16":"shard","float8":"shard"}}'));
  const allocate = vi.spyOn(Buffer, 'allocUnsafeSlow');
  const shardSize = statSync(join(folder, 'shard')).size;
  let taken = 0;
  let allocations = 0;
  let slowest = 0;
  for (let i = 0; i < files; i++) {
    const random = new CounterRandom(20260, i);
    const which = i % sources.length;
    const bytes = mutate(sources[which] ?? Buffer.alloc(0), sources, random);
    const path = join(folder, `case${extname(names[which] ?? '')}`);
    writeFileSync(path, bytes);
    const start = performance.now();
    if (readAll(path, Math.max(bytes.length, shardSize))) taken += 1;
    slowest = Math.max(slowest, performance.now() - start);
    for (const [length] of allocate.mock.calls)
      expect(length).toBeLessThanOrEqual(Math.max(bytes.length, shardSize));
    allocations += allocate.mock.calls.length;
    allocate.mockClear();
  }
  rmSync(folder, { recursive: true });
  expect(slowest).toBeLessThan(5_000);
  expect(allocations).toBeGreaterThan(files); // the watch on them works
  // Both kinds must occur, or the changes are too mild or too harsh to test anything.
  expect(taken).toBeGreaterThan(files / 20);
  expect(taken).toBeLessThan(files * 0.9);
});
