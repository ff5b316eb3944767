/** What a tokenizer is worth on images that it was not trained on. */
import type { Device } from '@beit2/torch';
import type { ImageSource } from '../data/sources/image-source.js';
import { openSource } from '../data/sources/open-source.js';
import { UserError } from '../errors.js';
import type { ModelCard } from '../model/model-card.js';
import { openModel, type Opened } from '../open/open-model.js';
import { openTeacher, teacherOfBands } from '../open/open-teacher.js';
import { openForUse, type UseOptions } from '../open/open-for-use.js';
import { CodeUsage, type CodeUsageSummary } from '../tokenizer/code-usage.js';
import { type CodebookWorth, effectiveRank } from '../tokenizer/codebook-health.js';
import { LossTally } from '../tokenizer/loss-tally.js';
import { type Teacher, withTeacher } from '../tokenizer/teachers/teacher.js';
import type { VQKD } from '../tokenizer/vqkd.js';
import { evaluationPrecision } from '../train/arithmetic.js';
import { deviceBatches, evaluationFormat, type PassOptions } from '../train/device-batches.js';
import type { Precision } from '../train/precision.js';
import { type Evaluation, measured } from './evaluation.js';

/** Means over all images. */
export interface TokenizerEvaluation {
  /** Mean of 1 - cosine similarity to the teacher's features, [0, 2]. */
  reconstructionLoss: number;
  commitmentLoss: number;
  usage: CodeUsageSummary;
  worth: CodebookWorth;
  images: number;
}

/** A tokenizer, opened or in training, with the teacher that it learns from. */
export interface TaughtTokenizer {
  model: VQKD;
  card: Pick<ModelCard, 'image'>;
  teacher: Teacher;
  precision: Precision;
}

/** Losses and code use on images as evaluation has them; changes nothing in the model. */
export async function* evaluateTokenizer(
  { model, card, teacher, precision }: TaughtTokenizer,
  source: ImageSource,
  options: PassOptions,
): Evaluation<TokenizerEvaluation> {
  const { size, interpolation } = card.image;
  const more = teacher.imageSize === size ? [] : [{ size: teacher.imageSize, interpolation }];
  const format = { ...evaluationFormat(card, more), normalization: null };
  const usage = new CodeUsage(model.config.quantizer.codes, options.device);
  const losses = new LossTally();
  const sums = { commitmentLoss: 0, images: 0 };
  const { training } = model;
  model.eval();
  try {
    for await (const batch of withTeacher(deviceBatches(source, format, options), teacher)) {
      const { images, target, size } = batch;
      precision.infer(
        () => model.forward(images, target),
        (output) => {
          usage.add(output.indices);
          losses.add(output.reconstructionLoss, target);
          sums.commitmentLoss += output.commitmentLoss.item() * size;
        },
      );
      sums.images += size;
    }
  } finally {
    model.train(training);
  }
  const { images } = sums;
  const summary = usage.summary();
  const { reconstructionLoss, constantLoss } = losses.summary() ?? {
    reconstructionLoss: NaN,
    constantLoss: NaN,
  };
  const rank = effectiveRank(model.quantize.embedding.weight, summary.counts);
  const result = {
    reconstructionLoss,
    commitmentLoss: sums.commitmentLoss / images,
    usage: summary,
    worth: { effectiveRank: rank, codeDim: model.config.quantizer.codeDim, reconstructionLoss, constantLoss },
    images,
  };
  yield ['reconstructionLoss', result.reconstructionLoss];
  yield ['commitmentLoss', result.commitmentLoss];
  yield ['codeUse', result.usage.share];
  yield ['perplexity', result.usage.perplexity];
  return result;
}

export interface TokenizerMeasurement extends UseOptions {
  /** What to measure on; null takes data.val of the run. */
  images: readonly string[] | null;
  /** The teacher whose features the decoder rebuilds, as `openModel` takes it; null takes that of the run. */
  teacher: string | null;
  /** Hears how many images are done, of how many. */
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
  if (chosen === null) throw new UserError('No images given: name a folder or tar files after the model.');
  const source = await openSource(chosen, { split: images ? 'test' : 'val', say });
  const taught = { model, card, teacher, precision: evaluationPrecision(card.precision, device) };
  const pass = { ...recipe?.data, seed: recipe?.seed, device, say, onProgress };
  const { result } = await measured(evaluateTokenizer(taught, source, pass));
  if (Number.isFinite(result.reconstructionLoss + result.commitmentLoss)) return result;
  throw new UserError(
    `The losses of ${reference} are not finite: its teacher (${teacher.name}) or the tokenizer gives NaN, or another precision is needed.`,
  );
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
  const { bands } = card.image;
  if (named === null && own === null) {
    throw new UserError(`${reference} does not record its teacher: name it with --teacher MODEL.`);
  }
  const options = { device, say, part: 'teacher', imageSize: card.image.size } as const;
  const openNamed = async (path: string): Promise<Teacher> => {
    const { model: other, card: its } = await openModel(path, options);
    return teacherOfBands(other, its.image, own?.channels, bands);
  };
  const teacher =
    named === null && own ? await openTeacher(own, device, say, bands) : await openNamed(named ?? '');
  const { teacherDim } = model.config;
  if (teacher.dim !== teacherDim || teacher.grid !== model.grid) {
    throw new UserError(
      `The teacher (${teacher.name}) gives ${teacher.grid} x ${teacher.grid} features of size ${teacher.dim}, but ${reference} reconstructs ` +
        `${model.grid} x ${model.grid} of size ${teacherDim}.`,
    );
  }
  return teacher;
}
