/** Protects: Python reads what torch.save() writes, and no damaged file makes torch.load() do worse than refuse it in a sentence. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SafetensorsError } from '#torch/files/index.js';
import * as torch from '#torch/index.js';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { bytesOf, everyKind } from './saved-tensors.js';

const fixture = join(import.meta.dirname, 'fixtures/save.safetensors');
const { BEIT2_PYTHON: python } = process.env;
let folder = '';
let path = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-save-'));
  path = join(folder, 'state.safetensors');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test.skipIf(python === undefined)('Python reads every dtype as it was here (needs BEIT2_PYTHON)', () => {
  const state = everyKind();
  torch.save(state, path);
  const script = `
import sys, json, torch
from safetensors.torch import load_file
raw = lambda t: bytes(t.contiguous().reshape(-1).view(torch.uint8).tolist()).hex() if t.numel() else ''
print(json.dumps({k: [str(t.dtype)[6:], list(t.shape), raw(t)] for k, t in load_file(sys.argv[1]).items()}))`;
  const found = JSON.parse(execFileSync(python ?? '', ['-c', script, path], { encoding: 'utf8' })) as unknown;
  expect(found).toEqual(Object.fromEntries([...state].map(([name, tensor]) => [name, bytesOf(tensor)])));
});

test('1,000 damaged files: each is read or refused in a sentence', () => {
  torch.save({ model: everyKind(), epoch: 3, list: [1, { a: null }] }, path);
  const sources = [readFileSync(path), readFileSync(fixture)];
  let seed = 20261128;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  let refused = 0;
  for (let i = 0; i < 1000; i++) {
    let bytes = Buffer.from(sources[i % 2] ?? '');
    const header = 8 + Number(bytes.readBigUInt64LE());
    for (let change = 0; change <= random(3); change++) {
      const at = random(random(4) === 0 ? bytes.length : header);
      const kind = random(4);
      if (kind === 0) bytes = bytes.subarray(0, at);
      else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random(9))]);
      else if (bytes.length > 0) bytes[at % bytes.length] = kind === 2 ? random(256) : 48 + random(10);
    }
    writeFileSync(path, bytes);
    try {
      torch.load(path);
    } catch (error) {
      expect(error, String(error)).toBeInstanceOf(SafetensorsError);
      expect((error as Error).message).toMatch(/^[^\n]{10,2000}\.$/);
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(500);
  expect(refused).toBeLessThan(1000);
});
