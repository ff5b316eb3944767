/** Nearest vectors among many, by cosine similarity: an HNSW graph (Malkov & Yashunin 2016) kept by usearch. */
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Index } from 'usearch';
import { z } from 'zod';
import { UserError } from '../errors.js';
import { prepareOutput } from '../files/file-access.js';
import { hashFile, replaceText } from '../files/durable-files.js';
import { originSchema, type FeatureOrigin, type FeatureSet } from './feature-set.js';

/** A vector that was found. */
export interface Found {
  /** Its place among those the index was built from. */
  index: number;
  name: string;
  /** Cosine similarity to the query, [-1, 1]. */
  similarity: number;
}

const describedSchema = z.object({
  dim: z.int().positive(),
  /** SHA-256 of the graph: usearch can crash on a damaged file rather than refuse it. */
  sha256: z.string(),
  names: z.array(z.string()),
  origin: originSchema,
});

/**
 * Builds an index of features and writes it: the graph to `path`, names and origin to `PATH.json`.
 * @returns the files written
 * @throws UserError when there are no features
 */
export function buildIndex(path: string, { names, dim, values, origin }: FeatureSet): string[] {
  if (names.length === 0) throw new UserError('There are no features to index.');
  prepareOutput(path);
  const graph = newGraph(dim);
  graph.add(
    BigUint64Array.from(names, (_, i) => BigInt(i)),
    values,
    1,
  ); // one thread: the same graph every time
  const unfinished = `${path}.new-${process.pid}`;
  graph.save(unfinished);
  renameSync(unfinished, path);
  const beside = `${path}.json`;
  replaceText(beside, JSON.stringify({ dim, sha256: hashFile(path), names, origin }) + '\n');
  return [path, beside];
}

/** Loads the library at the first index: many users of this package need none. */
const usearch = () => createRequire(import.meta.url)('usearch') as typeof import('usearch');

function newGraph(dimensions: number): Index {
  const { Index, MetricKind, ScalarKind } = usearch();
  return new Index({
    metric: MetricKind.Cos,
    quantization: ScalarKind.F32,
    dimensions,
    connectivity: 16, // links of a vector, as in the paper's experiments
    expansion_add: 128,
    expansion_search: 128,
    multi: false,
  });
}

/** An index on the disk; the graph is mapped into memory, not read. */
export class VectorIndex {
  readonly dim: number;
  readonly names: readonly string[];
  readonly origin: FeatureOrigin | null;
  private readonly graph: Index;

  /** @throws UserError when there is no whole index at `path` */
  constructor(path: string) {
    const beside = `${path}.json`;
    for (const file of [path, beside]) {
      if (!existsSync(file)) throw new UserError(`There is no index ${file}: beit2 index builds one.`);
    }
    try {
      const { dim, sha256, names, origin } = describedSchema.parse(JSON.parse(readFileSync(beside, 'utf8')));
      if (hashFile(path) !== sha256) throw new Error('damaged');
      this.dim = dim;
      this.names = names;
      this.origin = origin;
      this.graph = newGraph(dim);
      this.graph.view(path);
    } catch {
      throw new UserError(`${path} and ${beside} are not an index written by beit2 index: build it again.`);
    }
  }

  /**
   * The vectors nearest to a query, the nearest first.
   * @param query `[dim]`, of any length
   * @throws UserError when it has another size than the index's vectors
   */
  search(query: Float32Array, count: number): Found[] {
    if (query.length !== this.dim) {
      throw new UserError(
        `The index holds vectors of ${this.dim} values, but the query has ${query.length}.`,
      );
    }
    const { keys, distances } = this.graph.search(query, Math.min(count, this.names.length), 1);
    return Array.from(keys, (key, i) => {
      const index = Number(key);
      return { index, name: this.names[index] ?? '', similarity: 1 - (distances[i] ?? 1) };
    });
  }
}
