/** What commands do with an exported model: they run the file itself, with ONNX Runtime. */
import { resolve } from 'node:path';
import { cutOut } from '../data/pixels/cut-out.js';
import { openSource } from '../data/sources/open-source.js';
import type { ImageSource } from '../data/sources/image-source.js';
import { UserError } from '../errors.js';
import { endingOf } from '../files/file-access.js';
import { hashFile } from '../files/durable-files.js';
import type { ExportedModel, ManyOptions } from '../onnx/exported-model.js';
import type { NamedImage } from '../onnx/image-input.js';
import type { FeatureSet } from '../search/feature-set.js';
import type { VectorIndex } from '../search/vector-index.js';
import type { Prediction } from './predict.js';
import type { SearchResult } from './search.js';

/** Whether a reference is a file that `beit2 export` writes. */
export function isExported(reference: string): boolean {
  return endingOf(reference) === '.onnx' && !/^(hf:|https?:)/.test(reference);
}

type Say = (sentence: string) => void;

/** The images of a source, each read when its turn comes. */
export function* imagesOf(source: ImageSource): Generator<NamedImage, void, void> {
  for (let index = 0; index < source.length; index++) {
    const pull = async (stream: ReadableStreamDefaultController<Uint8Array>) => {
      const box = source.box?.(index);
      const bytes = await source.read(index);
      stream.enqueue(box ? await cutOut(bytes, box) : bytes);
      stream.close();
    };
    yield { name: source.name(index), image: new ReadableStream({ pull }) };
  }
}

/** Answers for all images of a source that can be read. @throws UserError when none can */
async function* answers<T>(
  source: ImageSource,
  say: Say,
  ask: (images: Iterable<NamedImage>, options: ManyOptions) => AsyncGenerator<T, void, void>,
): AsyncGenerator<T, void, void> {
  const { length } = source;
  let done = 0;
  const onBroken: ManyOptions['onBroken'] = (name, { reason }) => say(`Skipped ${name}: ${reason}.`);
  for await (const answer of ask(imagesOf(source), { onBroken })) {
    done++;
    yield answer;
  }
  if (done === 0) throw new UserError(`None of the ${length} images can be read.`);
  if (done < length) say(`Left out ${length - done} of ${length} images because they cannot be read.`);
}

/** As `predict`, of an exported classifier. */
export async function* predictExported(
  model: ExportedModel,
  images: readonly string[],
  top: number,
  say: Say,
): AsyncGenerator<Prediction, void, void> {
  const source = await openSource(images);
  const all = answers(source, say, (each, options) => model.classify(each, { top, ...options }));
  for await (const { name, classes } of all) yield { image: name, classes };
}

/** As `embedImages`, with an exported encoder or classifier. */
export async function embedExported(
  model: ExportedModel,
  path: string,
  images: readonly string[],
  {
    pooling = model.pooling ?? 'cls',
    say,
    onProgress,
  }: {
    pooling?: 'cls' | 'mean' | undefined;
    say: Say;
    onProgress: (done: number, total: number) => void;
  },
): Promise<FeatureSet> {
  const paths = images.map((one) => resolve(one));
  const source = await openSource(paths);
  const names: string[] = [];
  const { dim } = model.card;
  const values = new Float32Array(source.length * dim);
  for await (const { name, vector } of answers(source, say, (each, options) =>
    model.embed(each, { pooling, ...options }),
  )) {
    values.set(vector, names.length * dim);
    names.push(name);
    onProgress(names.length, source.length);
  }
  const origin = { model: resolve(path), pooling, sha256: model.modelHash ?? hashFile(path), source: paths };
  return { names, dim, values: values.subarray(0, names.length * dim), origin };
}

/** As `searchImages`, with an exported encoder or classifier. */
export async function* searchExported(
  model: ExportedModel,
  index: VectorIndex,
  queries: readonly string[],
  count: number,
  say: Say,
): AsyncGenerator<SearchResult, void, void> {
  const source = await openSource(queries.map((one) => resolve(one)));
  const all = answers(source, say, (each, options) =>
    model.search(each, { index, count: count + 1, ...options }),
  );
  for await (const { name, found } of all) {
    yield { query: name, found: found.filter((one) => one.name !== name).slice(0, count) };
  }
}
