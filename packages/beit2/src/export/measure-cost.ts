/** What an exported file loses against one of float32, measured on images: answers, size and speed. */
import { existsSync, rmSync, statSync } from 'node:fs';
import type { ImageSource } from '../data/sources/image-source.js';
import { UserError } from '../errors.js';
import { load } from '../onnx/node/load.js';
import type { ExportedModel } from '../onnx/exported-model.js';
import { imagesOf } from '../use/exported.js';
import type { Opened } from '../open/open-model.js';
import type { MainPart } from '../open/parts.js';
import { exportModel } from './export-model.js';

export interface ExportCost {
  /** Images that could be read. */
  images: number;
  /** Share of images with the same likeliest class, of a classifier. */
  sameClass: number | null;
  /** Share of images whose likeliest class is their folder's, where the folders are named as the classes. */
  accuracy: { own: number; float32: number } | null;
  /** Between the two feature vectors of an image, of an encoder or classifier. */
  cosine: { mean: number; least: number } | null;
  /** Share of patches with the same code, of a tokenizer. */
  sameTokens: number | null;
  bytes: { own: number; float32: number };
  /** Images a second after the first, decoding included; null of one image. */
  speed: { own: number; float32: number } | null;
}

/** What a model says of every image, by the image's place. */
interface Answers {
  classes: Map<number, string>;
  vectors: Map<number, Float32Array>;
  tokens: Map<number, Int32Array>;
  /** From the first answer to the last. */
  seconds: number;
}

/**
 * Measures a file against a float32 export of the same model, which is written beside it for the time.
 * @param say told of images that cannot be read
 * @throws UserError when none can be read
 */
export async function measureCost(
  opened: Opened<MainPart>,
  path: string,
  source: ImageSource,
  say: (sentence: string) => void,
): Promise<ExportCost> {
  const reference = `${path}.float32-${process.pid}.onnx`;
  const externalData = existsSync(`${path}.data`);
  try {
    await exportModel(opened, reference, { precision: 'float32', externalData });
    const own = await answersOf(path, source, say);
    const float32 = await answersOf(reference, source, () => undefined);
    return {
      ...compare(own, float32, source),
      bytes: { own: sizeOf(path), float32: sizeOf(reference) },
      speed: countOf(own) > 1 ? { own: speedOf(own), float32: speedOf(float32) } : null,
    };
  } finally {
    for (const file of [reference, `${reference}.data`]) rmSync(file, { force: true });
  }
}

const sizeOf = (path: string) =>
  statSync(path).size + (statSync(`${path}.data`, { throwIfNoEntry: false })?.size ?? 0);
const countOf = ({ vectors, tokens }: Answers) => vectors.size + tokens.size;
const speedOf = (answers: Answers) => (countOf(answers) - 1) / answers.seconds;

async function answersOf(
  path: string,
  source: ImageSource,
  say: (sentence: string) => void,
): Promise<Answers> {
  const model = await load(path);
  const answers: Answers = { classes: new Map(), vectors: new Map(), tokens: new Map(), seconds: 0 };
  try {
    await features(model, source, answers, say);
    if (countOf(answers) === 0) throw new UserError(`None of the ${source.length} images can be read.`);
    if (model.part === 'classifier') {
      const many = model.classify(imagesOf(source), { top: 1, onBroken: () => undefined });
      for await (const { index, classes } of many) answers.classes.set(index, classes[0]?.name ?? '');
    }
    return answers;
  } finally {
    await model.close();
  }
}

async function features(
  model: ExportedModel,
  source: ImageSource,
  answers: Answers,
  say: (sentence: string) => void,
): Promise<void> {
  const onBroken = (name: string, { reason }: { reason: string }) => say(`Skipped ${name}: ${reason}.`);
  let first = 0; // what comes before is the start of the threads
  const note = () => {
    first ||= performance.now();
    answers.seconds = (performance.now() - first) / 1000;
  };
  if (model.part === 'tokenizer') {
    for await (const { index, tokens } of model.tokenize(imagesOf(source), { onBroken })) {
      answers.tokens.set(index, tokens);
      note();
    }
    return;
  }
  for await (const { index, vector } of model.embed(imagesOf(source), { onBroken })) {
    answers.vectors.set(index, vector);
    note();
  }
}

function compare(own: Answers, float32: Answers, source: ImageSource): Omit<ExportCost, 'bytes' | 'speed'> {
  const cosines = pairs(own.vectors, float32.vectors).map(([a, b]) => cosineOf(a, b));
  const codes = pairs(own.tokens, float32.tokens).map(([a, b]) =>
    shareOf(Array.from(a, (code, i) => code === b[i])),
  );
  const classes = pairs(own.classes, float32.classes).map(([a, b]) => a === b);
  const labelled = [...float32.classes.keys()].filter((index) => source.label(index) !== undefined);
  const accuracy = (answers: Answers) =>
    shareOf(
      labelled.map((index) => source.classes?.[source.label(index) ?? -1] === answers.classes.get(index)),
    );
  const known = new Set(float32.classes.values());
  const isLabelled = source.classes?.some((name) => known.has(name)) === true;
  return {
    images: countOf(own),
    sameClass: classes.length === 0 ? null : shareOf(classes),
    accuracy: isLabelled ? { own: accuracy(own), float32: accuracy(float32) } : null,
    cosine:
      cosines.length === 0
        ? null
        : { mean: mean(cosines), least: cosines.reduce((a, b) => Math.min(a, b), 1) },
    sameTokens: codes.length === 0 ? null : mean(codes),
  };
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const shareOf = (hits: boolean[]) => hits.filter(Boolean).length / hits.length;

/** The values of both for each place that both have. */
function pairs<T>(one: Map<number, T>, other: Map<number, T>): [T, T][] {
  return [...one].flatMap(([index, value]): [T, T][] => {
    const second = other.get(index);
    return second === undefined ? [] : [[value, second]];
  });
}

function cosineOf(a: Float32Array, b: Float32Array): number {
  const dot = (x: Float32Array, y: Float32Array) => x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}
