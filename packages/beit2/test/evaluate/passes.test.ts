/** Protects: one name is one measurement, while a model trains and afterwards, and broken images change no figure. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSource } from '#beit2/data/sources/open-source.js';
import { evaluationTransform } from '#beit2/data/loading/transforms.js';
import { UserError } from '#beit2/errors.js';
import { evaluateClassifier, mapClasses } from '#beit2/evaluate/evaluate-classifier.js';
import { measured } from '#beit2/evaluate/evaluation.js';
import { measureTokenizer } from '#beit2/evaluate/evaluate-tokenizer.js';
import { encodeImages } from '#beit2/use/encode.js';
import { classNamesOf, openModel } from '#beit2/open/open-model.js';
import { deviceBatches } from '#beit2/train/device-batches.js';
import { readMetrics } from '#beit2/train/run/metrics.js';
import { makePictures, tinyRecipe, train } from '../stages/tiny.js';

const folder = mkdtempSync(join(tmpdir(), 'beit2-passes-'));
const pictures = join(folder, 'pictures');
const withBroken = join(folder, 'with-broken');
const teacher = join(folder, 'teacher');
const tokenizer = join(folder, 'tokenizer');
const quiet = () => undefined;
const measure = (model: string, images: string[] | null, say: (sentence: string) => void = quiet) =>
  measureTokenizer(model, { images, teacher: null, say, onProgress: quiet });
const data = [`data.train=${pictures}`, `data.val=${pictures}`, 'data.maxBroken=0.2'];
const lastOf = (run: string, name: string) =>
  readMetrics(join(run, 'metrics.jsonl')).findLast((record) => name in record)?.[name];

beforeAll(async () => {
  await makePictures(pictures);
  cpSync(pictures, withBroken, { recursive: true });
  for (const name of ['across/0a.png', 'across/5a.png', 'down/9a.png'])
    writeFileSync(join(withBroken, name), 'no picture');
  const pixels = ['target={ kind: pixels, normalize: true }', 'duration.steps=2'];
  await train(tinyRecipe('pretrain', 'demo-pretrain', [...data, ...pixels]), teacher);
  const taught = [`teacher={ kind: beit2, path: ${teacher}, imageSize: 16 }`, 'duration.steps=4'];
  await train(tinyRecipe('tokenizer', 'demo-tokenizer', [...data, ...taught]), tokenizer);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('one name is one measurement', () => {
  test('of a tokenizer, to the last digit', async () => {
    const after = await measure(tokenizer, null);
    expect(lastOf(tokenizer, 'valReconstructionLoss')).toBe(after.reconstructionLoss);
    expect(lastOf(tokenizer, 'valCommitmentLoss')).toBe(after.commitmentLoss);
    expect(lastOf(tokenizer, 'valCodeUse')).toBe(after.usage.share);
    expect(lastOf(tokenizer, 'valPerplexity')).toBe(after.usage.perplexity);
  });

  test('of a tokenizer whose teacher sees larger images', async () => {
    const run = join(folder, 'larger-teacher');
    const taught = [`teacher={ kind: beit2, path: ${teacher}, imageSize: 16 }`, 'duration.steps=2'];
    const sizes = ['data.imageSize=8', 'model.patchSize=2'];
    await train(tinyRecipe('tokenizer', 'demo-tokenizer', [...data, ...taught, ...sizes]), run);
    const after = await measure(run, null);
    expect(lastOf(run, 'valReconstructionLoss')).toBe(after.reconstructionLoss);
  });

  test('of a classifier', async () => {
    const run = join(folder, 'classifier');
    const overrides = [...data, 'duration.steps=2', 'emaDecay=null'];
    await train(tinyRecipe('finetune', 'finetune', overrides), run);
    const classifier = await openModel(run, { part: 'classifier', say: quiet });
    const source = await openSource(pictures);
    const map = mapClasses(classNamesOf(classifier), source, null);
    const evaluation = evaluateClassifier(classifier, source, map, { device: 'cpu', say: quiet });
    const { figures } = await measured(evaluation);
    expect(lastOf(run, 'valAccuracy')).toBe(figures.accuracy);
    expect(lastOf(run, 'valLoss')).toBe(figures.loss);
  });
});

describe('images that cannot be read', () => {
  test('change no figure, and are counted', async () => {
    const said: string[] = [];
    const [clean, broken] = [
      await measure(tokenizer, [pictures]),
      await measure(tokenizer, [withBroken], (sentence) => said.push(sentence)),
    ];
    expect(broken).toEqual(clean);
    expect(said.filter((sentence) => sentence.startsWith('Skipped '))).toHaveLength(3);
    expect(said.at(-1)).toBe('Left out 3 of 27 images because they cannot be read.');
  });

  test('get no codes', async () => {
    const options = { say: quiet, onProgress: quiet, pictures: null };
    const clean = await encodeImages(tokenizer, [pictures], options);
    const broken = await encodeImages(tokenizer, [withBroken], options);
    expect([...broken.tokens]).toEqual([...clean.tokens]);
    expect(broken.names.map((name) => name.slice(withBroken.length))).toEqual(
      clean.names.map((name) => name.slice(pictures.length)),
    );
  });

  test('end a pass where there are no others', async () => {
    const alone = join(folder, 'alone.png');
    writeFileSync(alone, 'no picture');
    const format = { transform: evaluationTransform(16), normalization: null };
    const options = { device: 'cpu', say: quiet, maxBroken: 1 } as const;
    const pass = deviceBatches(await openSource(alone), format, options);
    await expect(pass.next()).rejects.toThrow(new UserError('None of the 1 images can be read.'));
  });
});
