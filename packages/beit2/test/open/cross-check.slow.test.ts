/**
 * Protects: what `beit2 convert` writes is loaded by the library it is for, with no key missing and the same outputs; and our
 * teachers and classifiers give the outputs of the libraries that saved them, whatever their heads, epsilon and activation.
 * Needs Python with torch, timm and transformers, in BEIT2_PYTHON or as python3.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '@beit2/torch';
import { fromRaw, type Tensor, toRaw } from '@beit2/torch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RawTensor } from '@beit2/torch/safetensors';
import { readSafetensors, writeSafetensors } from '#beit2/formats/safetensors.js';
import { convertModel } from '#beit2/open/convert-model.js';
import { openModel } from '#beit2/open/open-model.js';
import { smallClassifier, smallEncoder } from '../export/small-models.js';

const python = process.env.BEIT2_PYTHON ?? 'python3';
const script = join(import.meta.dirname, '../fixtures/scripts/cross-check.py');
const has = spawnSync(python, [
  '-c',
  'import importlib.util as u; exit(not all(map(u.find_spec, ("timm", "transformers"))))',
]);
const isThere = has.status === 0;
const bound = 1e-5;

interface Report {
  error: number;
  missing: string[];
  unexpected: string[];
  cfg?: { mean: number[]; std: number[]; crop_pct: number; interpolation: string };
}
const huggingFace = [
  ...['beit-classifier', 'beit-cls', 'beit-pretrained', 'beit-encoder', 'beit-wide'],
  ...['vit', 'vit-classifier', 'vit-no-bias', 'vit-wide'],
  ...['dinov2', 'dinov2-classifier', 'dinov2-swiglu', 'dinov2-registers', 'dinov2-registers-classifier'],
  ...['clip', 'clip-plain', 'clip-wide'],
];
const timm = ['timm-classifier', 'timm-encoder'];
/** What DINO's releases do not tell. */
const dinoHeads = { heads: 3 };

/** Our own models with random weights, as runs save them, under the names of both libraries; what they give goes to ours.safetensors. */
async function makeOurs(folder: string): Promise<void> {
  const { tensors } = readSafetensors(join(folder, 'results.safetensors'));
  const images = tensors.get('images');
  if (!images) throw new Error('no images');
  const models = {
    'ours-classifier': smallClassifier({ meanPooling: true, position: 'per-block', layerScale: 0.1 }),
    'ours-cls': smallClassifier({ meanPooling: false, position: 'absolute', layerScale: 0 }),
    'ours-encoder': smallEncoder({ meanPooling: false, position: 'per-block', layerScale: 0.1 }),
  };
  const outputs = new Map<string, RawTensor>();
  for (const [name, { part, model, card }] of Object.entries(models)) {
    const path = join(folder, `${name}.safetensors`);
    const state = [...model.stateDict()].map(([key, tensor]) => [key, toRaw(tensor)] as const);
    writeSafetensors(path, new Map(state), { card: JSON.stringify(card) });
    const given = torch.noGrad(() =>
      part === 'encoder' ? model.allTokens(fromRaw(images)) : model.forward(fromRaw(images)),
    );
    outputs.set(name, toRaw(given));
    const say = (): void => undefined;
    await convertModel(path, join(folder, `${name}-huggingface`), 'huggingface', { say });
    if (part === 'classifier') await convertModel(path, join(folder, `${name}-timm`), 'timm', { say });
  }
  writeSafetensors(join(folder, 'ours.safetensors'), outputs);
}

describe.skipIf(!isThere)('with timm and transformers (needs them in BEIT2_PYTHON)', () => {
  let folder = '';
  let report: Record<string, Report> = {};
  let results = new Map<string, Tensor>();
  const say = () => undefined;
  const run = (mode: string): string => {
    const { status, stdout, stderr } = spawnSync(python, [script, mode, folder], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'beit2-cross-'));
    run('make');
    for (const name of [...huggingFace, ...timm]) {
      const middle = join(folder, `${name}.pth`);
      await convertModel(join(folder, name), middle, 'official', { say });
      const target = timm.includes(name) ? 'timm' : 'huggingface';
      await convertModel(middle, join(folder, `${name}-back`), target, { say });
    }
    const dino = join(folder, 'dino-huggingface');
    await convertModel(join(folder, 'dino.pth'), dino, 'huggingface', { say, given: dinoHeads });
    await convertModel(dino, join(folder, 'dino-back.pth'), 'official', { say });
    await makeOurs(folder);
    report = JSON.parse(run('check')) as Record<string, Report>;
    const { tensors } = readSafetensors(join(folder, 'results.safetensors'));
    results = new Map([...tensors].map(([name, tensor]) => [name, fromRaw(tensor)]));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([...huggingFace, ...timm])('%s: to our names and back, loaded there', (name) => {
    const { error, missing, unexpected } = report[name] ?? { error: NaN, missing: [], unexpected: [] };
    // The pooler of these models is not used here and does not travel: the library starts it anew.
    expect({ missing: missing.filter((key) => !key.startsWith('pooler.dense')), unexpected }).toEqual({
      missing: [],
      unexpected: [],
    });
    expect(error).toBeLessThan(bound);
  });

  test.each([
    'ours-classifier',
    'ours-cls',
    'ours-encoder',
    'ours-classifier-timm',
    'ours-cls-timm',
    'dino',
    'dino-huggingface',
  ])('%s, loaded there', (name) => {
    const { error, missing, unexpected } = report[name] ?? { error: NaN, missing: [], unexpected: [] };
    expect({ missing: missing.filter((key) => !key.startsWith('pooler.')), unexpected }).toEqual({
      missing: [],
      unexpected: [],
    });
    expect(error).toBeLessThan(bound);
  });

  test('timm finds mean, deviation, crop and interpolation', () => {
    const { mean, std, crop_pct: crop, interpolation } = report['timm-classifier']?.cfg ?? {};
    expect({ mean, std, crop, interpolation }).toEqual({
      mean: [0.4, 0.5, 0.6],
      std: [0.2, 0.25, 0.3],
      crop: 0.8,
      interpolation: 'bilinear',
    });
  });

  const plain = { mean: [0, 0, 0], std: [1, 1, 1] } as const;
  function error(got: Tensor, want: Tensor): number {
    return torch.scope(() => got.sub(want).abs().max().item() / want.abs().max().item());
  }
  const result = (name: string): Tensor => {
    const found = results.get(name);
    if (!found) throw new Error(`no result ${name}`);
    return found;
  };

  test.each(['vit', 'vit-no-bias', 'vit-wide', 'clip', 'clip-plain', 'clip-wide', 'beit-encoder'])(
    '%s as a teacher gives its patch tokens',
    async (name) => {
      const { model } = await openModel(join(folder, name), { part: 'teacher', say, given: plain });
      const got = await model.features(result('images'));
      const all = result(name.startsWith('clip') ? `${name}-features` : name);
      expect(error(got, name.startsWith('clip') ? all : all.narrow(1, 1, 16))).toBeLessThan(bound);
    },
  );

  test("DINO's own keys as a teacher give the patch tokens of timm", async () => {
    const given = { ...plain, ...dinoHeads };
    const { model } = await openModel(join(folder, 'dino.pth'), { part: 'teacher', say, given });
    const got = await model.features(result('images'));
    expect(error(got, result('dino').narrow(1, 1, 16))).toBeLessThan(bound);
  });

  test.each(['beit-classifier', 'beit-cls', 'beit-wide', 'timm-classifier'])(
    '%s as a classifier gives its logits',
    async (name) => {
      const { model, card } = await openModel(join(folder, name), { part: 'classifier', say });
      expect(card).toMatchObject({ heads: name === 'beit-wide' ? 5 : 3, classes: ['ant', 'bee', 'cat'] });
      expect(
        error(
          torch.noGrad(() => model.forward(result('images'))),
          result(name),
        ),
      ).toBeLessThan(bound);
    },
  );
});
