/**
 * Protects: bands beyond red, green and blue come through the whole road, from the file over teacher, tokenizer and pretraining to
 * the probe, and into the exported file. bench/bands.ts measures the same at length.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportModel } from '#beit2/export/export-model.js';
import { load } from '#beit2/faces/onnx.js';
import { openModel } from '#beit2/open/open-model.js';
import { embedImages } from '#beit2/use/embed.js';
import { makeBandSet, probeBands } from './band-set.js';

const folder = mkdtempSync(join(tmpdir(), 'beit2-bands-'));
const set = join(folder, 'set');
const [all, rgb] = [join(folder, 'all'), join(folder, 'rgb')];
const names = Array.from({ length: 13 }, (_, i) => `B${i + 1}`);
beforeAll(() => makeBandSet(set, { train: 80, val: 50 }));
afterAll(() => rmSync(folder, { recursive: true }));

test('all bands tell classes that three do not', async () => {
  const channels = `[${names.map((name, i) => `${name}=${i + 1}`).join(', ')}]`;
  const wide = await probeBands(set, all, { channels, count: 13, steps: 150, seed: 0 });
  const narrow = await probeBands(set, rgb, {
    channels: '[B4=4, B3=3, B2=2]',
    count: 3,
    steps: 150,
    seed: 0,
  });
  expect(wide - narrow).toBeGreaterThan(20);
}, 200_000);

test('the exported file takes the same bands, and gives the same features', async () => {
  const file = join(folder, 'encoder.onnx');
  const quiet = { device: 'cpu', say: () => undefined } as const;
  const opened = await openModel(join(all, 'pretrained'), { ...quiet, part: 'encoder' });
  const { check } = await exportModel(opened, file, { precision: 'float32', externalData: false });
  expect(check.passed).toBe(true);
  const images = join(set, 'val', 'class0');
  const {
    names: paths,
    dim,
    values,
  } = await embedImages(opened, all, [images], { ...quiet, onProgress: () => undefined });
  const exported = await load(file);
  try {
    expect(exported.card.image.bands?.bands.map(({ name }) => name)).toEqual(names);
    const vector = await exported.embed(new Uint8Array(readFileSync(paths[3] ?? '')));
    const apart = Math.max(...vector.map((value, i) => Math.abs(value - (values[3 * dim + i] ?? NaN))));
    expect(apart).toBeLessThan(1e-4);
    await expect(exported.embed({ width: 2, height: 2, data: new Uint8Array(12) })).rejects.toThrow(
      'the model takes the bands B1, B2,',
    );
  } finally {
    await exported.close();
  }
}, 60_000);
