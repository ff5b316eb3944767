/** Protects: the commands that use a trained model, on runs of every stage and on files of the field. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildProgram } from '#beit2/cli/main.js';
import { UserError } from '#beit2/errors.js';
import { convertModel } from '#beit2/open/convert-model.js';
import { readFeatures } from '#beit2/search/feature-file.js';
import type { SearchResult } from '#beit2/use/search.js';
import type { Prediction } from '#beit2/use/predict.js';
import { makePictures, tinyRecipe, train } from '../stages/tiny.js';

let folder = '';
let pictures = '';
let pretrained = '';
let classifier = '';
let tokenizer = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-use-'));
  pictures = join(folder, 'pictures');
  await makePictures(pictures);
  const images = [`data.train=${pictures}`, `data.val=${pictures}`];
  pretrained = join(folder, 'pretrained');
  const pixels = 'target={ kind: pixels, normalize: true }';
  await train(tinyRecipe('pretrain', 'demo-pretrain', [...images, pixels, 'duration.steps=2']), pretrained);
  classifier = join(folder, 'classifier');
  const start = [`init=${pretrained}`, 'duration.steps=6'];
  await train(tinyRecipe('finetune', 'finetune', [...images, ...start]), classifier);
  tokenizer = join(folder, 'tokenizer');
  const teacher = `teacher={ kind: beit2, path: ${pretrained}, imageSize: 16 }`;
  await train(tinyRecipe('tokenizer', 'demo-tokenizer', [...images, teacher, 'duration.steps=2']), tokenizer);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command in this process. @returns what it printed, or the sentence it failed with */
async function beit2(...args: string[]): Promise<{ stdout: string; stderr: string; failure: string | null }> {
  const printed = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      printed[name] += String(text);
      return true;
    }),
  );
  try {
    await buildProgram().parseAsync(['node', 'beit2', ...args]);
    return { ...printed, failure: null };
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return { ...printed, failure: (error as Error).message };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const lines = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
const across = (index: number) => join(pictures, 'across', `${index}.png`);

describe('predict', () => {
  test('names the classes of files and of a folder, leaves a broken image out, and says so', async () => {
    const broken = join(folder, 'broken.png');
    writeFileSync(broken, 'no picture');
    const { failure, stdout, stderr } = await beit2(
      'predict',
      classifier,
      across(0),
      broken,
      across(1),
      '--json',
    );
    expect({ failure, stderr: stderr.trim() }).toEqual({
      failure: null,
      stderr:
        `Skipped ${broken}: it is not an image.\n` + 'Left out 1 of 3 images because they cannot be read.',
    });
    const predictions = lines<Prediction>(stdout);
    expect(predictions.map(({ image }) => image)).toEqual([across(0), across(1)]);
    for (const { classes } of predictions) {
      expect(classes.map(({ name }) => name).sort()).toEqual(['across', 'down']);
      const [first, second] = classes.map(({ probability }) => probability);
      expect(first).toBeGreaterThanOrEqual(second ?? NaN);
      expect((first ?? 0) + (second ?? 0)).toBeCloseTo(1, 5);
    }
    const text = (await beit2('predict', classifier, join(pictures, 'across'), '--top', '1')).stdout;
    expect(text.split('\n').filter((line) => / % {2}(across|down)$/.test(line))).toHaveLength(12);
  });

  test("the same weights under timm's names give the same classes", async () => {
    const run = (await beit2('predict', classifier, across(3), '--json')).stdout;
    const file = join(folder, 'timm.safetensors');
    const weights = join(classifier, 'latest', 'model.safetensors');
    await convertModel(weights, file, 'timm', { say: () => undefined });
    const [ours] = lines<Prediction>(run);
    const [theirs] = lines<Prediction>((await beit2('predict', file, across(3), '--json')).stdout);
    expect(theirs).toEqual(ours); // to the last bit: the card travels
  });

  test.each([
    [() => [pretrained], /holds BEiT v2, pretrained \(official key names\), not a classifier\.$/],
    [() => [tokenizer], /holds VQ-KD tokenizer \(official key names\), not a classifier\.$/],
    [() => [join(folder, 'none')], /^There is no file .*none\.$/],
  ])('refuses what is no classifier', async (model, message) => {
    const { failure, stdout } = await beit2('predict', ...model(), across(0));
    expect(failure).toMatch(message);
    expect(stdout).toBe('');
  });
});

test('embed, index and search find an image among its own kind, with a page', async () => {
  const features = join(folder, 'out', 'pictures.npy');
  const index = join(folder, 'out', 'pictures.index');
  const html = join(folder, 'out', 'found.html');
  const embedded = await beit2('embed', pretrained, pictures, '-o', features, '--pool', 'mean');
  expect(embedded.stderr).toBe(`Wrote 24 vectors of 16 values to ${features} and ${features}.json.\n`);
  expect(readFeatures(features)).toMatchObject({
    dim: 16,
    origin: { model: pretrained, pooling: 'mean', source: [pictures] },
  });
  expect((await beit2('index', features, '-o', index)).failure).toBeNull();
  const found = await beit2('search', across(4), '--index', index, '-k', '3', '--json', '--html', html);
  const [result] = lines<SearchResult>(found.stdout);
  expect(result?.query).toBe(across(4));
  expect(result?.found).toHaveLength(3);
  // The query is in the index itself, and is no result.
  expect(result?.found.map(({ name }) => name)).not.toContain(across(4));
  const vectors = readFeatures(features);
  const row = (name: string) => {
    const place = vectors.names.indexOf(name);
    return vectors.values.subarray(16 * place, 16 * (place + 1));
  };
  for (const { name, similarity } of result?.found ?? []) {
    const [a, b] = [row(across(4)), row(name)];
    const dot = (x: Float32Array, y: Float32Array) => x.reduce((sum, v, i) => sum + v * (y[i] ?? 0), 0);
    expect(similarity).toBeCloseTo(dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)), 4);
  }
  const page = readFileSync(html, 'utf8');
  expect(page.match(/<img /g)).toHaveLength(4);
  expect(page).not.toMatch(/(?:src|href)="(?!data:)|<script|<link/);
});

describe('attention', () => {
  test('of a patch in the first block of a classifier: rows of shares, a PNG and a page', async () => {
    const name = join(folder, 'maps', 'across');
    const args = ['--block', '1', '--patch', '2,3', '--json'];
    const { stdout } = await beit2('attention', classifier, across(0), '-o', name, ...args);
    const maps = JSON.parse(stdout) as {
      grid: number;
      block: number;
      from: { row: number; column: number };
      heads: { cls: number; patches: number[] }[];
    };
    expect(maps).toMatchObject({ grid: 4, block: 1, from: { row: 2, column: 3 } });
    expect(maps.heads).toHaveLength(2);
    for (const { cls, patches } of maps.heads) {
      expect(patches).toHaveLength(16);
      expect(patches.reduce((sum, share) => sum + share, cls)).toBeCloseTo(1, 5);
    }
    const { width, height } = await sharp(`${name}.png`).metadata();
    expect([width, height]).toEqual([4 * 224 + 3 * 8, 224]); // image, mean and two heads
    const page = readFileSync(`${name}.html`, 'utf8');
    expect(page).toContain('What the patch in row 2, column 3 (framed) attends to');
    expect(page.match(/<img /g)).toHaveLength(4);
    expect(page).not.toMatch(/(?:src|href)="(?!data:)|<script|<link/);
  });

  test('of a tokenizer too', async () => {
    const name = join(folder, 'maps', 'tokenizer');
    expect((await beit2('attention', tokenizer, across(0), '-o', name)).failure).toBeNull();
    expect(existsSync(`${name}.png`)).toBe(true);
  });

  test.each([
    [['--block', '3'], 'The model has blocks 1 to 2: there is no block 3.'],
    [['--patch', '5,1'], 'The model sees 4 x 4 patches, from 1,1 to 4,4: there is no patch 5,1.'],
  ])('%j is refused', async (args, message) => {
    const { failure } = await beit2('attention', classifier, across(0), ...args);
    expect(failure).toBe(message);
  });
});

describe('export', () => {
  test('of a run, with what it found', async () => {
    const path = join(folder, 'classifier.onnx');
    const { stdout } = await beit2('export', classifier, '-o', path);
    expect(stdout).toMatch(
      new RegExp(
        `^wrote {10}${path}\npart {11}classifier, opset 20\n` +
          'input {10}images float32 \\[batch, 3, 16, 16\\]\noutput {9}logits float32 \\[batch, 2\\], pooled float32 \\[batch, 16\\]\n' +
          'max abs error {2}logits \\d\\.\\de-\\d, pooled \\d\\.\\de-\\d \\(compared with the model, at most 1\\.0e-3\\)\n$',
      ),
    );
  });

  test('of the encoder in a classifier', async () => {
    const path = join(folder, 'encoder.onnx');
    const { stdout } = await beit2(
      'export',
      classifier,
      '--part',
      'encoder',
      '-o',
      path,
      '--precision',
      'float16',
      '--json',
    );
    expect(JSON.parse(stdout)).toMatchObject({
      part: 'encoder',
      files: [path],
      outputs: [
        { name: 'cls', shape: ['batch', 16] },
        { name: 'patches', shape: ['batch', 16, 16] },
        { name: 'pooled', shape: ['batch', 16] },
      ],
      check: { passed: true },
    });
  });

  test.each([
    [() => [pretrained, '--part', 'classifier'], /holds BEiT v2, pretrained .*, not a classifier\.$/],
    [() => [tokenizer, '--part', 'encoder'], /holds VQ-KD tokenizer .*, not an encoder\.$/],
  ])('refuses a part that is not there', async (model, message) => {
    const path = join(folder, 'refused.onnx');
    const { failure } = await beit2('export', ...model(), '-o', path);
    expect(failure).toMatch(message);
    expect(existsSync(path)).toBe(false);
  });

  test('asks for the ending', async () => {
    const { failure } = await beit2('export', tokenizer, '-o', 'tokenizer.pb');
    expect(failure).toBe('tokenizer.pb must end in .onnx.');
  });
});

describe('an output that cannot be written is said in one sentence, before the work', () => {
  const commands: [string, (out: string) => string[]][] = [
    ['.npy', (out) => ['embed', pretrained, pictures, '-o', out]],
    ['.safetensors', (out) => ['convert', pretrained, out, '--to', 'official']],
    ['.onnx', (out) => ['export', classifier, '-o', out]],
    ['.png', (out) => ['attention', classifier, across(0), '-o', out.replace(/\.png$/, '')]],
    ['.png', (out) => ['eval', 'classify', classifier, '--confusion', out]],
    ['.index', (out) => ['index', join(folder, 'none.npy'), '-o', out]],
    ['.html', (out) => ['search', across(0), '--index', join(folder, 'none.index'), '--html', out]],
  ];

  test.each(commands)('%s', async (ending, args) => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const below = join(file, `out${ending}`);
    expect(await beit2(...args(below))).toEqual({
      stdout: '',
      stderr: '',
      failure: `${below} cannot be written: a part of its path is a file, not a folder.`,
    });
    const taken = join(folder, `a-folder${ending}`);
    mkdirSync(taken, { recursive: true });
    expect((await beit2(...args(taken))).failure).toBe(
      `${taken} cannot be written: there is a folder of that name.`,
    );
  });

  test('the folder of a run is a file', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const { failure } = await beit2('finetune', 'cifar10-finetune', '--run', file, `data.train=${pictures}`);
    expect(failure).toBe(`${file} is a file; a run needs a folder: choose one with --run.`);
  });
});

test('a baseline without corruptions is refused', async () => {
  const { failure } = await beit2('eval', 'classify', classifier, '--baseline', join(folder, 'none.json'));
  expect(failure).toBe('--baseline needs --corruptions, whose errors it divides.');
});

describe('broken JSON beside the data is one sentence', () => {
  const broken = (name: string, text = '[1,\n') => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  test('class lists and baselines', async () => {
    const evaluate = ['eval', 'classify', classifier];
    const classes = broken('classes.json');
    expect((await beit2(...evaluate, '--classes', classes)).failure).toBe(
      `${classes} is not a JSON list of class names and numbers.`,
    );
    expect((await beit2(...evaluate, '--classes', folder)).failure).toBe(
      `${folder} is a folder, not a file.`,
    );
    for (const text of ['hello\n', 'null', '[]']) {
      const baseline = broken('baseline.json', text);
      const { failure } = await beit2(...evaluate, '--corruptions', 'fog', '--baseline', baseline);
      expect(failure).toBe(`${baseline} is not a valid JSON of errors by corruption.`);
    }
  });

  test('names beside vectors, and fewer names than vectors', async () => {
    const vectors = join(folder, 'vectors.npy');
    expect((await beit2('embed', pretrained, pictures, '-o', vectors)).failure).toBeNull();
    const index = ['index', vectors, '-o', join(folder, 'vectors.index')];
    broken('vectors.npy.json');
    expect((await beit2(...index)).failure).toBe(
      `${vectors}.json is not a valid JSON of the names and the origin of ${vectors}.`,
    );
    broken('vectors.npy.json', '{ "names": ["a"], "origin": null }');
    expect((await beit2(...index)).failure).toMatch(/vectors\.npy has \d+ vectors but 1 names\.$/);
  });

  test('the configuration of an image processor', async () => {
    const hub = join(folder, 'hub');
    await convertModel(join(classifier, 'best'), hub, 'huggingface', { say: () => undefined });
    const config = broken('hub/preprocessor_config.json');
    expect((await beit2('predict', hub, across(0))).failure).toBe(`${config} is not valid JSON.`);
  });
});

describe('an exported file is run itself, by ONNX Runtime', () => {
  const cpu = ['--device', 'cpu'];

  test('predict gives what the model gives, and leaves out what is broken', async () => {
    const path = join(folder, 'own.onnx');
    await beit2('export', classifier, '-o', path);
    const broken = join(folder, 'broken-too.png');
    writeFileSync(broken, 'no picture');
    const own = await beit2('predict', path, across(0), broken, across(1), '--json', ...cpu);
    expect(own.stderr).toBe(
      `Skipped ${broken}: it is not an image.\n` + 'Left out 1 of 3 images because they cannot be read.\n',
    );
    const want = lines<Prediction>(
      (await beit2('predict', classifier, across(0), across(1), '--json')).stdout,
    );
    const got = lines<Prediction>(own.stdout);
    expect(got.map(({ image }) => image)).toEqual([across(0), across(1)]);
    for (const [i, { classes }] of got.entries()) {
      const shares = new Map(want[i]?.classes.map(({ name, probability }) => [name, probability]));
      for (const { name, probability } of classes)
        expect(probability).toBeCloseTo(shares.get(name) ?? NaN, 3); // the run may compute in bfloat16
    }
    expect(await beit2('predict', path, broken)).toMatchObject({
      failure: 'None of the 1 images can be read.',
    });
  });

  test('embed, index and search', async () => {
    const path = join(folder, 'own-encoder.onnx');
    await beit2('export', pretrained, '-o', path);
    const features = join(folder, 'own.npy');
    const index = join(folder, 'own.index');
    expect((await beit2('embed', path, pictures, '-o', features, '--pool', 'mean')).failure).toBeNull();
    expect(readFeatures(features)).toMatchObject({ dim: 16, origin: { model: path, pooling: 'mean' } });
    await beit2('index', features, '-o', index);
    const found = await beit2('search', across(4), '--index', index, '-k', '2', '--json');
    const [result] = lines<SearchResult>(found.stdout);
    expect(result?.found).toHaveLength(2);
    expect(result?.found.map(({ name }) => name)).not.toContain(across(4));
  });

  test.each([
    [
      ['--heads', '2'],
      /^--heads has no effect on .*own\.onnx, which says itself how it computes: leave it out, or name the model that was exported\.$/,
    ],
    [
      ['--device', 'cuda'],
      /own\.onnx runs on the CPU, not on cuda: leave --device out, or name the model that was exported\.$/,
    ],
  ])('%j is refused', async (flags, message) => {
    const { failure } = await beit2('predict', join(folder, 'own.onnx'), across(0), ...flags);
    expect(failure).toMatch(message);
  });
});
