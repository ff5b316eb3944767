/** Teachers: the ONNX one on a real model, networks of this process, and what they refuse. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as torch from '@beit2/torch';
import * as ort from 'onnxruntime-node';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';

import { UserError } from '#beit2/errors.js';
import { DinoTransformer } from '#beit2/tokenizer/teachers/dino.js';
import { networkTeacher } from '#beit2/tokenizer/teachers/network.js';
import { openOnnxTeacher, type OnnxTeacherOptions } from '#beit2/tokenizer/teachers/onnx.js';
import { imagenetNormalization, Normalize } from '#beit2/model/normalize.js';
import { collectGarbage } from '../collect-garbage.js';

const data = process.env.BEIT2_TEST_DATA ?? join(import.meta.dirname, '../../../../../shared/data');
const model = join(data, 'teacher-cifar10.onnx');
const none = { mean: [0, 0, 0], std: [1, 1, 1] } as const;
const options: OnnxTeacherOptions = { path: model, output: 'features', imageSize: 32, normalization: none };

const folder = mkdtempSync(join(tmpdir(), 'beit2-teacher-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => torch.manualSeed(0));

/** Message of the UserError that opening a teacher throws. */
async function refusal(changes: Partial<OnnxTeacherOptions>): Promise<string> {
  const error: unknown = await openOnnxTeacher({ ...options, ...changes }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  return (error as UserError).message;
}

describe.skipIf(!existsSync(model))('an ONNX teacher (needs teacher-cifar10.onnx in the test data)', () => {
  test('tells its grid and size, and gives what ONNX Runtime computes, row by row', async () => {
    const teacher = await openOnnxTeacher(options);
    expect(teacher).toMatchObject({ name: `ONNX model ${model}`, imageSize: 32, grid: 8, dim: 256 });
    const images = torch.rand([5, 3, 32, 32]);
    const features = await teacher.features(images);
    expect(features.shape).toEqual([5, 64, 256]);
    expect(features.requiresGrad).toBe(false);

    const session = await ort.InferenceSession.create(model);
    const input = new ort.Tensor('float32', images.toFloat32Array(), [5, 3, 32, 32]);
    const { features: want } = await session.run({ images: input }, ['features']);
    const largest = features
      .sub(torch.fromTypedArray(want?.data as Float32Array, [5, 64, 256]))
      .abs()
      .max()
      .item();
    expect(largest).toBeLessThan(1e-4);
  });

  test('normalises its input first', async () => {
    const plain = await openOnnxTeacher(options);
    const normalizing = await openOnnxTeacher({
      ...options,
      normalization: { mean: [0.5, 0.5, 0.5], std: [0.25, 0.5, 1] },
    });
    const images = torch.rand([2, 3, 32, 32]);
    const seen = images.sub(0.5).mul(torch.tensor([4, 2, 1]).view([1, 3, 1, 1]));
    const difference = (await normalizing.features(images)).sub(await plain.features(seen));
    expect(difference.abs().max().item()).toBeLessThan(1e-3);
  });

  test('keeps no tensors', async () => {
    const teacher = await openOnnxTeacher(options);
    const images = torch.rand([2, 3, 32, 32]);
    await collectGarbage();
    const before = torch.memory().tensors;
    const features = await teacher.features(images);
    expect(torch.memory().tensors).toBe(before + 1);
    features.dispose();
  });

  test('refuses an output that is not there, one that is no grid, and images of another size', async () => {
    expect(await refusal({ output: 'feature' })).toBe(
      `The teacher ${model} has no output feature; set teacher.output to one of features, logits.`,
    );
    expect(await refusal({ output: 'logits' })).toBe(
      `The output logits of the teacher ${model} has shape [1, 10], which is not a square grid of features; choose another output.`,
    );
    const size = await refusal({ imageSize: 64 });
    expect(size).toContain(
      `The teacher ${model} does not take images of 64x64 pixels (teacher.imageSize): Got`,
    );
    expect(size).not.toContain('\n');
  });
});

test('a file that is missing or no ONNX model', async () => {
  const missing = join(folder, 'missing.onnx');
  expect(await refusal({ path: missing })).toBe(
    `The teacher ${missing} does not exist; set teacher.path to an ONNX file.`,
  );
  const broken = join(folder, 'broken.onnx');
  writeFileSync(broken, 'not a model');
  expect(await refusal({ path: broken })).toContain(`The teacher ${broken} cannot be opened:`);
});

test('a network as a teacher: its own normalisation, no gradient, nothing left behind', async () => {
  const network = new DinoTransformer({ imageSize: 16, patchSize: 4, dim: 12, depth: 1, heads: 2 });
  const teacher = networkTeacher({
    name: 'tiny',
    imageSize: 16,
    grid: 4,
    dim: 12,
    normalization: imagenetNormalization,
    network,
    patchFeatures: (images) => network.forward(images),
    device: 'cpu',
  });
  const images = torch.rand([2, 3, 16, 16]);
  await collectGarbage();
  const live = torch.memory().tensors;
  const features = await teacher.features(images);
  expect(torch.memory().tensors).toBe(live + 1);
  expect(features.shape).toEqual([2, 16, 12]);
  expect(features.requiresGrad).toBe(false);
  expect(network.training).toBe(false);
  const want = network.forward(new Normalize(imagenetNormalization).forward(images));
  expect(features.sub(want).abs().max().item()).toBe(0);
});
