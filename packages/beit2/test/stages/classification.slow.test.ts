/** Protects: the figures of `eval classify`, its class subsets, and errors under corruptions. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as torch from '@beit2/torch';
import type { ImageSource } from '#beit2/data/sources/image-source.js';
import { openSource } from '#beit2/data/sources/open-source.js';
import { openModel } from '#beit2/open/open-model.js';
import { ClassificationScores } from '#beit2/evaluate/classification-scores.js';
import {
  corruptHere,
  isCorruptedFolder,
  measureCorrupted,
  parseCorruptions,
  readBaseline,
} from '#beit2/evaluate/corruption-robustness.js';
import { readEvaluations } from '#beit2/evaluate/evaluation-log.js';
import { mapClasses } from '#beit2/evaluate/evaluate-classifier.js';
import { makePictures, tinyRecipe, train } from './tiny.js';

describe('ClassificationScores', () => {
  test('accuracy, confusions and calibration by hand', () => {
    // Probabilities of the likeliest class: 0.9 (right), 0.9 (wrong), 0.6 (right), 0.6 (right), of three classes.
    const logits = torch.tensor([
      [0.9, 0.05, 0.05],
      [0.9, 0.05, 0.05],
      [0.2, 0.6, 0.2],
      [0.2, 0.2, 0.6],
    ]);
    const scores = new ClassificationScores(3);
    scores.add(logits.log(), torch.tensor([0, 1, 1, 2]));
    const result = scores.result();
    expect(result).toMatchObject({ images: 4, top1: 0.75, top5: 1 });
    expect(result.perClass).toEqual([
      { images: 1, accuracy: 1 },
      { images: 2, accuracy: 0.5 },
      { images: 1, accuracy: 1 },
    ]);
    expect(result.meanPerClass).toBeCloseTo(2.5 / 3, 12);
    // 2/4 * |0.5 - 0.9| + 2/4 * |1 - 0.6|
    expect(result.ece).toBeCloseTo(0.4, 6);
    expect(result.loss).toBeCloseTo(-Math.log(0.9 * 0.05 * 0.6 * 0.6) / 4, 5);
    expect(scores.confusion().map((row) => [...row])).toEqual([
      [1, 0, 0],
      [1, 1, 0],
      [0, 0, 1],
    ]);
  });

  test('top-5 among more classes', () => {
    const logits = torch.arange(8, { dtype: 'float32' }).expand([2, 8]);
    const scores = new ClassificationScores(8);
    scores.add(logits, torch.tensor([3, 2]));
    expect(scores.result()).toMatchObject({ top1: 0, top5: 0.5 });
  });
});

describe('mapClasses', () => {
  const of = (...classes: string[]) => ({ classes }) as unknown as ImageSource;

  test('finds classes by their names', () => {
    expect(mapClasses(['cat', 'dog', 'owl'], of('dog', 'owl'), null)).toEqual({
      names: ['cat', 'dog', 'owl'],
      columns: null,
      labels: [1, 2],
    });
  });

  test('takes the order where the classifier knows numbers only', () => {
    expect(mapClasses(['0', '1'], of('cat', 'dog'), null).labels).toEqual([0, 1]);
  });

  test('keeps a subset, by numbers, names or folders', () => {
    const map = { names: ['b', 'c'], columns: [2, 1], labels: [0, 1] };
    expect(mapClasses(['x', 'y', 'z'], of('b', 'c'), ['2', 'y'])).toEqual(map);
    expect(mapClasses(['a', 'c', 'b'], of('b', 'c'), 'folders')).toEqual(map);
  });

  test('says what is wrong', () => {
    expect(() => mapClasses(['cat', 'dog'], of('emu'), null)).toThrow(
      'The classifier has no class "emu": its classes are cat, dog. Map the folders to its classes with --classes FILE.',
    );
    expect(() => mapClasses(['a', 'b', 'c'], of('a', 'b'), ['1'])).toThrow(
      'The images have 2 classes, but --classes names 1.',
    );
    expect(() => mapClasses(['a', 'b', 'c'], of('a', 'b'), ['1', '1'])).toThrow(
      '--classes names a class twice.',
    );
    expect(() => mapClasses(['a'], {} as ImageSource, null)).toThrow('The images have no labels');
  });
});

describe('a trained classifier', () => {
  const bin = fileURLToPath(new URL('../../bin/beit2.js', import.meta.url));
  let folder = '';
  let pictures = '';
  let run = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'beit2-classify-'));
    [pictures, run] = [join(folder, 'pictures'), join(folder, 'run')];
    await makePictures(pictures);
    const data = [`data.train=${pictures}`, `data.val=${pictures}`];
    await train(tinyRecipe('finetune', 'finetune', [...data, 'duration.steps=2']), run);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function classify(...args: string[]) {
    const options = ['eval', 'classify', run, '--device', 'cpu', ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...options], { encoding: 'utf8' });
    return { status, stdout, stderr };
  }

  test('eval classify prints figures and writes the confusions as a picture', async () => {
    const png = join(folder, 'confusion.png');
    const { stdout, status } = classify('--confusion', png);
    expect(stdout).toMatch(/^images {15}24 in 2 classes\ntop-1 /);
    expect(stdout).toContain('ECE, 15 equal confidence bins');
    expect(status).toBe(0);
    expect(readEvaluations(run)).toMatchObject([
      { kind: 'classify', model: run, images: null, figures: { images: 24 } },
    ]);
    const { width, height } = await sharp(png).metadata();
    // Two cells of 48, names of six letters, the words of the axes; the scale is wider than the matrix.
    expect([width, height]).toEqual([92 + 320 + 12, 92 + 96 + 72]);
  });

  test('eval classify with a file of classes', () => {
    const file = join(folder, 'classes.txt');
    writeFileSync(file, '1 # down\n0\n');
    const { stdout } = classify('--classes', file, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ images: 24, classes: ['across', 'down'] });
    expect(classify('--classes', join(folder, 'none'))).toEqual({
      status: 1,
      stdout: '',
      stderr: `error: The class file ${join(folder, 'none')} does not exist; use --classes folders for the class folders of the images.\n`,
    });
  });

  test('corruptions, made here and from folders, relative to a baseline', async () => {
    const classifier = await openModel(run, { part: 'classifier', say: () => undefined });
    const names = ['brightness', 'contrast'] as const;
    const file = join(folder, 'baseline.json');
    writeFileSync(
      file,
      '{ "brightness": 0.5, "corruptions": { "brightness": { "error": 0.4 }, "contrast": 0.25 } }',
    );
    const baseline = readBaseline(file, names);
    expect([...baseline]).toEqual([
      ['brightness', 0.4],
      ['contrast', 0.25],
    ]);
    const options = { names, subset: null, baseline, device: 'cpu' as const, say: () => undefined };
    const here = await corruptHere(classifier, await openSource(pictures), options);
    const { brightness, contrast } = here.corruptions;
    if (!brightness || !contrast) throw new Error('a corruption is missing');
    expect(brightness.errors).toHaveLength(5);
    expect(brightness.relative).toBeCloseTo(brightness.error / 0.4, 12);
    expect(here.meanError).toBeCloseTo((brightness.error + contrast.error) / 2, 12);
    expect(here.meanRelative).toBeCloseTo((brightness.error / 0.4 + contrast.error / 0.25) / 2, 12);

    const layout = join(folder, 'corrupted');
    for (const severity of ['1', '2', '3', '4', '5'])
      cpSync(pictures, join(layout, 'fog', severity), { recursive: true });
    expect([isCorruptedFolder(layout), isCorruptedFolder(pictures)]).toEqual([true, false]);
    const given = await measureCorrupted(classifier, layout, { ...options, names: ['fog'], baseline: null });
    expect(new Set(given.corruptions.fog?.errors).size).toBe(1); // the same images at each severity
    expect(given.meanRelative).toBeNull();
    let seen = 0;
    const counted = { ...options, names: ['fog'] as const, baseline: null, limit: 3 };
    await measureCorrupted(classifier, layout, {
      ...counted,
      onProgress: (done) => (seen = Math.max(seen, done)),
    });
    expect(seen).toBe(3); // of each severity

    expect(() => parseCorruptions('fog,rain')).toThrow(
      'There is no corruption "rain": choose among gaussian_noise',
    );
    expect(() => readBaseline(file, ['fog'])).toThrow(`The baseline ${file} has no error above 0 for fog.`);
  });
});
