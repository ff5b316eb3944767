/** Protects: files of features come back as they were, and the index finds what brute force finds. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CounterRandom } from '#beit2/data/random.js';
import { readFeatures, writeFeatures } from '#beit2/search/feature-file.js';
import type { FeatureSet } from '#beit2/search/feature-set.js';
import { buildIndex, VectorIndex } from '#beit2/search/vector-index.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-search-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const origin: FeatureSet['origin'] = { model: '/runs/pretrain', pooling: 'mean', source: ['/photos'] };

/** Vectors around 40 centres, as features of images lie. */
function clustered(count: number, dim: number, seed: number): FeatureSet {
  const values = new Float32Array(count * dim);
  for (let i = 0; i < count; i++) {
    const own = new CounterRandom(seed, i);
    const center = new CounterRandom(9, own.int(40));
    for (let j = 0; j < dim; j++) values[i * dim + j] = center.normal() + 0.7 * own.normal();
  }
  return { names: Array.from({ length: count }, (_, i) => `image ${i}`), dim, values, origin };
}

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = (x: Float32Array, y: Float32Array) => x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

describe('files of features', () => {
  test.each([
    ['safetensors', origin],
    ['npy', origin],
    ['jsonl', null],
  ])('.%s gives back what was written', (ending, kept) => {
    const set = clustered(5, 7, 1);
    const path = join(folder, `features.${ending}`);
    expect(writeFeatures(path, set)).toEqual(ending === 'npy' ? [path, `${path}.json`] : [path]);
    expect(readFeatures(path)).toEqual({ ...set, origin: kept });
  });

  test('.npy has the header of format 1.0', () => {
    const path = join(folder, 'header.npy');
    writeFeatures(path, {
      names: ['a', 'b'],
      dim: 3,
      values: Float32Array.of(1, 2, 3, 4, 5, 6),
      origin: null,
    });
    const text = `\x93NUMPY\x01\x00v\x00{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }`;
    const bytes = Buffer.concat([
      Buffer.from(text.padEnd(127) + '\n', 'latin1'),
      Buffer.from(Float32Array.of(1, 2, 3, 4, 5, 6).buffer),
    ]);
    expect(readFeatures(path).values).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6));
    expect(Buffer.compare(bytes, readFileSync(path))).toBe(0);
  });

  test('wrong files are named', () => {
    const write = (name: string, text: string) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    };
    expect(() => readFeatures('x.csv')).toThrow(
      'x.csv must end in .safetensors, .npy, .jsonl, which determines the format of the features.',
    );
    const none = join(folder, 'none.npy');
    expect(() => readFeatures(none)).toThrow(`There is no file ${none}.`);
    const npy = write('bad.npy', 'no numpy');
    expect(() => readFeatures(npy)).toThrow(`${npy} is not a .npy file with rows of float32.`);
    const lines = write('bad.jsonl', '{"name":"a","vector":[1,2]}\n{"name":"b","vector":[1]}\n');
    expect(() => readFeatures(lines)).toThrow(
      `${lines}, line 2, has a vector of 1 values, but others have 2.`,
    );
    const broken = write('broken.jsonl', '{"name":');
    expect(() => readFeatures(broken)).toThrow(`${broken}, line 1, is not JSON.`);
    const other = write('other.jsonl', '{"title":"a"}\n');
    expect(() => readFeatures(other)).toThrow(`${other}, line 1, has no name with a vector of numbers.`);
  });
});

describe('the index', () => {
  test('finds at least 95 of 100 true neighbours among 3,000', () => {
    const set = clustered(3000, 64, 2);
    const path = join(folder, 'large.index');
    expect(buildIndex(path, set)).toEqual([path, `${path}.json`]);
    const index = new VectorIndex(path);
    const queries = clustered(50, 64, 3);
    const row = ({ values, dim }: FeatureSet, i: number) => values.subarray(i * dim, (i + 1) * dim);
    let hits = 0;
    for (let i = 0; i < 50; i++) {
      const query = row(queries, i);
      const similarities = set.names.map((_, j) => cosine(query, row(set, j)));
      const places = [...similarities.keys()].sort((a, b) => (similarities[b] ?? 0) - (similarities[a] ?? 0));
      const best = new Set(places.slice(0, 10));
      const found = index.search(query, 10);
      hits += found.filter(({ index: place }) => best.has(place)).length;
      for (const { index: place, similarity, name } of found) {
        expect(similarity).toBeCloseTo(similarities[place] ?? NaN, 4);
        expect(name).toBe(`image ${place}`);
      }
      expect(found.map(({ similarity }) => similarity)).toEqual(
        found.map(({ similarity }) => similarity).sort((a, b) => b - a),
      );
    }
    expect(hits / 500).toBeGreaterThanOrEqual(0.95);
    expect(index.origin).toEqual(origin);
  });

  test('gives no more than it has', () => {
    const path = join(folder, 'small.index');
    buildIndex(path, clustered(3, 8, 4));
    expect(new VectorIndex(path).search(new Float32Array(8).fill(1), 10)).toHaveLength(3);
  });

  test('says what is wrong', () => {
    const none = join(folder, 'none.index');
    expect(() => new VectorIndex(none)).toThrow(`There is no index ${none}: beit2 index builds one.`);
    const path = join(folder, 'damaged.index');
    buildIndex(path, clustered(20, 8, 5));
    expect(() => new VectorIndex(path).search(new Float32Array(9), 1)).toThrow(
      'The index holds vectors of 8 values, but the query has 9.',
    );
    const refusal = `${path} and ${path}.json are not an index written by beit2 index: build it again.`;
    for (const graph of ['no graph', readFileSync(path).subarray(0, -50)]) {
      const damaged = join(folder, 'other.index');
      writeFileSync(damaged, graph);
      writeFileSync(`${damaged}.json`, readFileSync(`${path}.json`));
      expect(() => new VectorIndex(damaged)).toThrow(refusal.replaceAll(path, damaged));
    }
    writeFileSync(`${path}.json`, '{}');
    expect(() => new VectorIndex(path)).toThrow(refusal);
    expect(() => buildIndex(path, { names: [], dim: 8, values: new Float32Array(0), origin: null })).toThrow(
      'There are no features to index.',
    );
  });
});
