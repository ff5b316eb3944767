import type { Device } from '@beit2/torch';
import { openSource } from '../data/open-source.js';
import { UserError } from '../errors.js';
import { evaluationOf } from '../model/model-card.js';
import { openModel, type Opened } from '../open/open-model.js';
import { openTeacher } from '../open/open-teacher.js';
import type { Teacher } from '../tokenizer/teachers/teacher.js';
import { Precision } from '../train/precision.js';
import { evaluationBatch, loadingOf, openLoader } from './images.js';
import { openForUse, type UseOptions } from './open-for-use.js';
import { evaluateTokenizer, type TokenizerEvaluation } from './tokenizer-evaluation.js';

export interface TokenizerMeasurement extends UseOptions {
  /** What to measure on; null takes data.val of the run. */
  images: readonly string[] | null;
  /** The teacher whose features the decoder rebuilds, as `openModel` takes it; null takes that of the run. */
  teacher: string | null;
  /** Hears how many images are done. */
  onProgress: (done: number, total: number) => void;
}

/**
 * Measures a trained tokenizer on images.
 * @throws UserError when the tokenizer, its teacher or the images are missing
 */
export async function measureTokenizer(
  reference: string,
  { images, teacher: named, onProgress, ...options }: TokenizerMeasurement,
): Promise<TokenizerEvaluation> {
  const { say } = options;
  const { opened, device } = await openForUse(reference, 'vqkd', options);
  const { model, card, recipe } = opened;
  const teacher = await teacherOf(opened, reference, named, device, say);
  const chosen = images ?? recipe?.data.val ?? null;
  if (chosen === null)
    throw new UserError('No images are named: give a folder or tar files after the model.');
  const source = await openSource(chosen);
  const spec = { source, transform: evaluationOf(card), batchSize: evaluationBatch, training: false };
  const { loader } = openLoader(loadingOf(opened), spec, say);
  const counted = async function* () {
    let done = 0;
    for await (const batch of loader.batches()) {
      yield batch;
      onProgress((done += batch.size), source.length);
    }
  };
  try {
    return await evaluateTokenizer(model, teacher, counted(), new Precision(card.precision, device), device);
  } finally {
    await loader.close();
  }
}

/** @throws UserError where none is known, or it does not take the tokenizer's images */
async function teacherOf(
  { card, recipe, model }: Opened<'vqkd'>,
  reference: string,
  named: string | null,
  device: Device,
  say: (sentence: string) => void,
): Promise<Teacher> {
  const own = recipe?.stage === 'tokenizer' ? recipe.teacher : null;
  if (named === null && own === null) {
    throw new UserError(
      `${reference} does not say which teacher it learned from: name it with --teacher MODEL.`,
    );
  }
  const options = { device, say, part: 'teacher', imageSize: card.image.size } as const;
  const teacher =
    named === null && own
      ? await openTeacher(own, device, say)
      : (await openModel(named ?? '', options)).model;
  if (teacher.imageSize !== card.image.size) {
    throw new UserError(
      `The teacher takes images of ${teacher.imageSize} pixels and the tokenizer of ${card.image.size}; such a pair is measured only while it trains (data.val).`,
    );
  }
  const { teacherDim } = model.config;
  if (teacher.dim !== teacherDim || teacher.grid !== model.grid) {
    throw new UserError(
      `The teacher (${teacher.name}) gives ${teacher.grid} x ${teacher.grid} features of size ${teacher.dim}, but ${reference} rebuilds ` +
        `${model.grid} x ${model.grid} of size ${teacherDim}.`,
    );
  }
  return teacher;
}
