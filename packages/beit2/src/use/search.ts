/** Images of an index that look like others. */
import { resolve } from 'node:path';
import { openSource } from '../data/sources/open-source.js';
import { hashModel } from '../open/hash-weights.js';
import { openModel, type OpenOptions } from '../open/open-model.js';
import { checkEmbedder, embedderOf } from '../search/embedder.js';
import type { Found, VectorIndex } from '../search/vector-index.js';
import { imageVectors, poolImages, type VectorOptions } from './image-vectors.js';

/** A query with what was found for it. */
export interface SearchResult {
  query: string;
  /** The nearest first; an image of the index itself is left out where it is the query. */
  found: Found[];
}

export interface SearchOptions extends VectorOptions, Pick<OpenOptions, 'entry' | 'given'> {
  /** Results a query. */
  count: number;
  /** The model that embeds the queries; default: the one the index was built with. */
  model?: string | undefined;
}

/**
 * Finds the nearest images of an index for each readable query image.
 * @param queries as `openSource` takes them
 * @throws UserError when the index tells no model, or the model gives vectors of another size
 */
export async function* searchImages(
  index: VectorIndex,
  queries: readonly string[],
  { count, model: named, device, say, entry, given }: SearchOptions,
): AsyncGenerator<SearchResult> {
  const reference = embedderOf(index, named);
  const opened = await openModel(reference, { part: 'encoder', device, say, entry, given });
  checkEmbedder(index, { reference, isNamed: named !== undefined, sha256: hashModel(opened) }, say);
  const { model } = opened;
  const pooling = index.origin?.pooling ?? 'cls';
  const source = await openSource(queries.map((path) => resolve(path)));
  const forward = (images: Parameters<typeof poolImages>[1]) => poolImages(model, images, pooling);
  for await (const { name, vector } of imageVectors(opened, source, forward, { device, say })) {
    const found = index.search(vector, count + 1).filter((one) => one.name !== name);
    yield { query: name, found: found.slice(0, count) };
  }
}

/** Reads the encoded images of a source by their names; null for one that is not there (any more). */
export async function openNamed(
  paths: readonly string[],
): Promise<(name: string) => Promise<Uint8Array | null>> {
  const images = await openSource(paths.map((path) => resolve(path))).catch(() => null);
  if (!images) return () => Promise.resolve(null);
  const places = new Map(Array.from({ length: images.length }, (_, place) => [images.name(place), place]));
  return async (name) => {
    const place = places.get(name);
    return place === undefined ? null : images.read(place).catch(() => null);
  };
}
