import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as torch from '@beit2/torch';
import { readSafetensors } from '#beit2/formats/safetensors.js';
import { collectGallery } from '#beit2/use/gallery.js';
import { encodeImages, writeTokens } from '#beit2/use/encode.js';
import { evaluationFeatures, neighboursBoth, probeBoth } from '#beit2/evaluate/evaluate-features.js';
import { imageFeatures } from '#beit2/evaluate/frozen-features.js';
import { openSource } from '#beit2/data/sources/open-source.js';
import { evaluateTokenizer, measureTokenizer } from '#beit2/evaluate/evaluate-tokenizer.js';
import { measured } from '#beit2/evaluate/evaluation.js';
import { evaluationPrecision } from '#beit2/train/arithmetic.js';
import { openModel } from '#beit2/open/open-model.js';
import { findCheckpoint } from '#beit2/train/run/checkpoint.js';
import { Interrupted } from '#beit2/train/run/interrupt.js';
import { readMetrics } from '#beit2/train/run/metrics.js';
import { failure, numbersOf, train } from './tiny.js';
import { trainedIn } from './trained.js';

const folder = mkdtempSync(join(tmpdir(), 'beit2-stages-'));
const { pictures, teacher, tokenizer, tokenizerRecipe, pretrainRecipe, make } = trainedIn(folder);
const quiet = () => undefined;
const measuring = (images: string[] | null) => ({ images, teacher: null, say: quiet, onProgress: quiet });

beforeAll(make);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Bytes of all tensors of a run's last checkpoint. */
function weights(run: string): Map<string, string> {
  const checkpoint = findCheckpoint(run, quiet);
  return new Map(
    ['model', 'optimizer'].flatMap((part) =>
      [...checkpoint.read(part)].map(([name, tensor]): [string, string] => [
        `${part} ${name}`,
        Buffer.from(tensor.read().data).toString('base64'),
      ]),
    ),
  );
}

describe.each(['float32', 'bfloat16'])(
  'in %s, a run stopped in the middle of an epoch ends with the same bits',
  (precision) => {
    const common = [
      'duration.steps=8',
      'model.dropPath=0.3',
      `precision=${precision}`,
      'checkpoint.every.steps=4',
    ];

    test.each(['tokenizer', 'pretrain'] as const)('%s', async (stage) => {
      const recipe = stage === 'tokenizer' ? tokenizerRecipe(...common) : pretrainRecipe(...common);
      const [whole, stopped] = [`${stage}-${precision}-whole`, `${stage}-${precision}-stopped`].map((name) =>
        join(folder, name),
      );
      if (whole === undefined || stopped === undefined) throw new Error('no folders');
      await train(recipe, whole);
      // The signal comes while the fifth of eight steps (three an epoch) is under way.
      const timer = setInterval(() => {
        const lines = readMetrics(join(stopped, 'metrics.jsonl')).filter(({ loss }) => loss !== undefined);
        if (lines.length >= 4) {
          clearInterval(timer);
          process.emit('SIGINT', 'SIGINT');
        }
      }, 1);
      const error = await failure(train(recipe, stopped));
      expect(error).toBeInstanceOf(Interrupted);
      const { state } = findCheckpoint(stopped, quiet);
      expect(state.step).toBeGreaterThanOrEqual(4);
      expect(state.step).toBeLessThan(8);
      await train(recipe, stopped, true);
      expect(weights(stopped)).toEqual(weights(whole));
      expect(numbersOf(stopped)).toEqual(numbersOf(whole));
    });
  },
);

describe('the tokenizer', () => {
  test('learns: the loss falls, and every number of an epoch is written', async () => {
    const run = join(folder, 'learning');
    await train(tokenizerRecipe('duration.epochs=20', 'optimizer.lr=3e-3', 'evaluate.every.epochs=10'), run);
    const records = readMetrics(join(run, 'metrics.jsonl'));
    const losses = records.flatMap(({ loss }) => (typeof loss === 'number' ? [loss] : []));
    expect(losses).toHaveLength(60);
    expect(losses.at(-1)).toBeLessThan(0.8 * (losses[0] ?? 0));
    const epochs = records.filter(({ health }) => health !== undefined);
    expect(epochs.map(({ step }) => step)).toEqual(Array.from({ length: 20 }, (_, i) => 3 * (i + 1)));
    expect(Object.keys(epochs[0] ?? {})).toEqual([
      'step',
      'codeUse',
      'perplexity',
      'effectiveRank',
      'constantLoss',
      'health',
      'healthLevel',
    ]);
    expect(
      records
        .filter(({ valReconstructionLoss }) => valReconstructionLoss !== undefined)
        .map(({ step }) => step),
    ).toEqual([30, 60]);
  });

  test('in two parts a step counts every image once', async () => {
    const run = join(folder, 'accumulated');
    await train(tokenizerRecipe('duration.epochs=1', 'optimizer.accumulate=2'), run);
    const { values } = findCheckpoint(run, quiet).state;
    const counts = values.lastUsage as number[];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(24 * 16);
  });

  test('is measured without a change to its checkpoint', async () => {
    const before = weights(tokenizer);
    const result = await measureTokenizer(tokenizer, measuring(null));
    expect(result.images).toBe(24);
    expect(result.usage.vectors).toBe(24 * 16);
    expect(result.reconstructionLoss).toBeGreaterThan(0);
    expect(result).toEqual(await measureTokenizer(tokenizer, measuring([pictures])));
    expect(weights(tokenizer)).toEqual(before);
  });

  test('is measured against the best constant prediction, which is perfect for a teacher that sees no difference', async () => {
    const { worth, reconstructionLoss } = await measureTokenizer(tokenizer, measuring(null));
    expect(worth).toMatchObject({ reconstructionLoss, codeDim: 4 });
    expect(worth.constantLoss).toBeGreaterThan(1e-4);
    const { model, card } = await openModel(tokenizer, { say: quiet, part: 'vqkd' });
    const { grid } = model;
    const { teacherDim: dim } = model.config;
    const features = ({ shape: [batch = 0] }: torch.Tensor) =>
      Promise.resolve(torch.ones([batch, grid ** 2, dim]));
    const blind = { name: 'blind', imageSize: card.image.size, grid, dim, features };
    const taught = { model, card, teacher: blind, precision: evaluationPrecision('float32', 'cpu') };
    const { result } = await measured(
      evaluateTokenizer(taught, await openSource([pictures]), { seed: 0, device: 'cpu', say: quiet }),
    );
    expect(result.worth.constantLoss).toBeCloseTo(0, 5);
    expect(result.reconstructionLoss).toBeGreaterThan(0.01);
  });

  test('encodes images to JSON and safetensors alike, with a picture of each', async () => {
    const maps = join(folder, 'maps');
    const encoded = await encodeImages(tokenizer, [pictures], {
      say: quiet,
      onProgress: quiet,
      pictures: maps,
    });
    expect(encoded).toMatchObject({ grid: 4, codes: 8 });
    writeTokens(join(folder, 'tokens.json'), encoded);
    writeTokens(join(folder, 'tokens.safetensors'), encoded);
    const json = JSON.parse(readFileSync(join(folder, 'tokens.json'), 'utf8')) as {
      images: { name: string; tokens: number[][] }[];
    };
    expect(json.images).toHaveLength(24);
    const raw = readSafetensors(join(folder, 'tokens.safetensors')).tensors.get('tokens');
    expect(raw?.shape).toEqual([24, 4, 4]);
    const { data } = raw ?? { data: new Uint8Array() };
    expect([...new Int32Array(data.buffer, data.byteOffset, data.byteLength / 4)]).toEqual(
      json.images.flatMap(({ tokens }) => tokens.flat()),
    );
    expect(existsSync(join(maps, '000000-0.png'))).toBe(true);
  });

  test('codes each image as it codes it alone', async () => {
    const { model } = await openModel(tokenizer, { part: 'tokenizer', say: quiet });
    const { images, counts } = await collectGallery(tokenizer, [pictures], {
      limit: 100,
      say: quiet,
      onProgress: quiet,
    });
    expect(images).toHaveLength(24);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(24 * 16);
    const [image] = images;
    if (!image) throw new Error('no image');
    const pixels = torch
      .fromTypedArray(image.picture.data, [1, 16, 16, 3])
      .permute([0, 3, 1, 2])
      .float()
      .div(255);
    expect([...image.codes]).toEqual((model.tokens(pixels).tolist() as number[][])[0]);
  });
});

describe('pretraining', () => {
  test('writes how much of its time went into waiting for data', async () => {
    const run = join(folder, 'waited');
    await train(pretrainRecipe('duration.steps=4'), run);
    const steps = readMetrics(join(run, 'metrics.jsonl')).filter(({ loss }) => loss !== undefined);
    const waits = steps.map(({ dataWait }) => dataWait);
    expect(waits).toHaveLength(4);
    expect(waits[0]).toBeUndefined(); // the workers start in the first step
    for (const wait of waits.slice(1)) {
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(1);
    }
    expect(readFileSync(join(run, 'log.txt'), 'utf8')).toMatch(/ Waited for data \d+\.\d % of the time\.\n/);
  });

  test('without patch aggregation has one loss, with it two that sum up', async () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    await train(pretrainRecipe('duration.steps=2', 'model.aggregation=null'), one);
    await train(pretrainRecipe('duration.steps=2'), two);
    const [a] = readMetrics(join(one, 'metrics.jsonl'));
    const [b] = readMetrics(join(two, 'metrics.jsonl'));
    expect(a?.aggregationLoss).toBeUndefined();
    expect(a?.loss).toBe(a?.mainLoss);
    expect(b?.loss).toBeCloseTo(Number(b?.mainLoss) + Number(b?.aggregationLoss), 5);
    expect(Number(a?.accuracy)).toBeLessThanOrEqual(1);
    // Eight codes that the untrained head cannot tell apart: the loss starts near ln 8.
    expect(a?.mainLoss).toBeCloseTo(Math.log(8), 0);
  });

  test('two parts of a batch give the same step as the whole batch', async () => {
    const [one, two] = [join(folder, 'whole-batch'), join(folder, 'in-parts')];
    const exact = ['duration.steps=3', 'precision=float32'];
    await train(pretrainRecipe(...exact), one);
    await train(pretrainRecipe(...exact, 'optimizer.accumulate=2'), two);
    const losses = (run: string) =>
      readMetrics(join(run, 'metrics.jsonl')).flatMap(({ loss }) => (typeof loss === 'number' ? [loss] : []));
    // The first step's losses are equal but for rounding, which AdamW turns into whole steps where gradients are tiny.
    for (const [i, loss] of losses(one).entries()) expect(losses(two)[i]).toBeCloseTo(loss, i === 0 ? 5 : 3);
  });

  test('probe and neighbours work on its features, and on random weights', async () => {
    const run = join(folder, 'probed');
    await train(pretrainRecipe('duration.steps=2'), run);
    for (const randomWeights of [false, true]) {
      const features = await evaluationFeatures({
        model: run,
        train: null,
        test: null,
        limit: null,
        randomWeights,
        say: quiet,
      });
      expect(features.training.cls.features.shape).toEqual([24, 16]);
      expect(features.classes).toBe(2);
      const probe = probeBoth(features);
      expect(probe.mean.accuracy).toBeGreaterThan(0.5);
      // The test images are the training images.
      expect(neighboursBoth(features, 1)).toEqual({ neighbours: 1, cls: 1, mean: 1 });
      expect(neighboursBoth(features, 999).neighbours).toBe(features.training.cls.labels.shape[0]);
    }
  });

  test('the features of an image do not hold on to its tokens', async () => {
    const { model } = await openModel(teacher, { part: 'encoder', say: quiet });
    const { cls, mean } = imageFeatures(model, torch.zeros([2, 3, 16, 16]));
    expect([cls.isContiguous(), mean.isContiguous()]).toEqual([true, true]);
  });

  test('features kept in a file are read by the next evaluation of the same model and images, and by no other', async () => {
    const run = join(folder, 'kept');
    await train(pretrainRecipe('duration.steps=1'), run);
    let images = 0;
    const evaluate = (options: { randomWeights?: boolean; limit?: number; featuresFile?: string }) =>
      evaluationFeatures({
        ...{ model: run, train: null, test: null, limit: null, randomWeights: false },
        ...{ say: quiet, onProgress: () => images++, featuresFile: join(folder, 'kept.safetensors') },
        ...options,
      });
    const made = await evaluate({});
    expect(images).toBeGreaterThan(0);
    images = 0;
    const kept = await evaluate({});
    expect(images).toBe(0);
    for (const set of ['training', 'test'] as const) {
      for (const pooling of ['cls', 'mean'] as const) {
        expect(kept[set][pooling].features.tolist()).toEqual(made[set][pooling].features.tolist());
        expect(kept[set][pooling].labels.tolist()).toEqual(made[set][pooling].labels.tolist());
      }
    }
    const other = /kept\.safetensors does not hold the features of this model on these images; delete it, /;
    await expect(evaluate({ randomWeights: true })).rejects.toThrow(other);
    await expect(evaluate({ limit: 8 })).rejects.toThrow(other);
    await expect(evaluate({ featuresFile: join(folder, 'kept.npy') })).rejects.toThrow(
      /must end in \.safetensors/,
    );
  });
});

test('a model.safetensors alone tells what it is', async () => {
  const alone = join(folder, 'alone.safetensors');
  cpSync(join(findCheckpoint(tokenizer, quiet).path, 'model.safetensors'), alone);
  const [one, other] = await Promise.all([alone, tokenizer].map((path) => openModel(path, { say: quiet })));
  expect(one?.recipe).toEqual(other?.recipe);
  expect(one?.card).toEqual(other?.card);
});
