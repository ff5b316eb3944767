/** Protects: a recipe or a model that does not fit is refused in one sentence that says how to mend it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '#beit2/errors.js';
import { evaluationFeatures } from '#beit2/evaluate/evaluate-features.js';
import { openModel } from '#beit2/open/open-model.js';
import { writeTokens } from '#beit2/use/encode.js';
import { failure, train } from './tiny.js';
import { trainedIn } from './trained.js';

const folder = mkdtempSync(join(tmpdir(), 'beit2-bad-input-'));
const { teacher, tokenizer, tokenizerRecipe, pretrainRecipe, make } = trainedIn(folder);
const quiet = () => undefined;

beforeAll(make);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('bad input is one sentence', () => {
  const inRun = (name: string) => join(folder, `bad-${name}`);
  test.each([
    [
      'teacher with another grid',
      () => train(tokenizerRecipe('data.imageSize=20'), inRun('grid')),
      /^The teacher \(.*\) has a grid of 4 x 4 features but the encoder has one of 5 x 5 patches; choose data.imageSize, model.patchSize and teacher.imageSize to match\.$/,
    ],
    [
      'codebook larger than the vectors of the first batch',
      () => train(tokenizerRecipe('quantizer.codes=129'), inRun('codes')),
      /^The codebook has 129 codes but the first batch has only 128 vectors to start them from; raise batchSize, /,
    ],
    [
      'no training images',
      () => train(tokenizerRecipe('data.train=null'), inRun('none')),
      /^No training images given: add data\.train=FOLDER\.$/,
    ],
    [
      'no tokenizer',
      () => train(pretrainRecipe('target.path=null'), inRun('target')),
      /^No tokenizer given: add target\.path=MODEL/,
    ],
    [
      'tokenizer of another size',
      () => train(pretrainRecipe('target.imageSize=32'), inRun('size')),
      /takes images of 16 pixels; set target\.imageSize=16, not 32\.$/,
    ],
    [
      'tokenizer with another grid',
      () => train(pretrainRecipe('data.imageSize=32'), inRun('target-grid')),
      /has a grid of 4 x 4 patches but the model has one of 8 x 8; choose data.imageSize and model.patchSize to match\.$/,
    ],
    [
      'run of another stage',
      () => train(pretrainRecipe(`target.path=${teacher}`), inRun('stage')),
      /holds BEiT v2, pretrained .*, not a tokenizer\.$/,
    ],
    [
      'probe of a tokenizer',
      () =>
        evaluationFeatures({
          ...{ model: tokenizer, train: null, test: null, limit: null },
          ...{ randomWeights: false, say: quiet },
        }),
      /\/tokenizer holds VQ-KD tokenizer .*, not an encoder\.$/,
    ],
    [
      'more images a batch than there are',
      () => train(pretrainRecipe('batchSize=64'), inRun('batch')),
      /^24 images do not fill one batch of 64/,
    ],
    [
      'missing device',
      () => train(pretrainRecipe('device=cuda:7'), inRun('device')),
      /^device cuda:7 cannot be used: /,
    ],
  ])('%s', async (_, act, message) => {
    const error = await failure(act());
    expect(error).toBeInstanceOf(UserError);
    expect(error.message).toMatch(message);
  });

  test('a model file of someone else', async () => {
    const copy = join(folder, 'other.safetensors');
    writeTokens(copy, { names: [], grid: 1, codes: 1, tokens: new Int32Array(0) });
    await expect(openModel(copy, { say: quiet })).rejects.toThrow(`${copy} holds no model known here.`);
  });
});
