import { openSource } from '../data/open-source.js';
import { UserError } from '../errors.js';
import { Precision } from '../train/precision.js';
import { prepareEngine } from './engine.js';
import { evaluation, evaluationBatch, openLoader } from './images.js';
import { openTeacher } from './open-teacher.js';
import { evaluateTokenizer, type TokenizerEvaluation } from './tokenizer-evaluation.js';
import { findTrained, loadVqkd } from './trained.js';

/**
 * Measures a trained tokenizer on images.
 * @param images what to measure on; null takes data.val of the run
 * @param onProgress hears how many images are done
 * @throws UserError when the run, its teacher or the images are missing
 */
export async function measureTokenizer(
  path: string,
  images: readonly string[] | null,
  say: (sentence: string) => void,
  onProgress: (done: number) => void,
): Promise<TokenizerEvaluation> {
  const device = prepareEngine(findTrained(path, say).recipe);
  const { model, recipe } = loadVqkd(path, device, say);
  const teacher = await openTeacher(recipe.teacher, device, say);
  const { data } = recipe;
  if (teacher.imageSize !== data.imageSize) {
    throw new UserError(
      `The teacher takes images of ${teacher.imageSize} pixels and the tokenizer of ${data.imageSize}; such a pair is measured only while it trains (data.val).`,
    );
  }
  const chosen = images ?? data.val;
  if (chosen === null) throw new UserError('No images are named: give a folder or tar files after the run.');
  const source = await openSource(chosen);
  const spec = { source, transform: evaluation(data), batchSize: evaluationBatch, training: false };
  const { loader } = openLoader(recipe, spec, say);
  const counted = async function* () {
    let done = 0;
    for await (const batch of loader.batches()) {
      yield batch;
      onProgress((done += batch.size));
    }
  };
  try {
    return await evaluateTokenizer(
      model,
      teacher,
      counted(),
      new Precision(recipe.precision, device),
      device,
    );
  } finally {
    await loader.close();
  }
}
