/** Kind preprocess: resize, centre crop and box crops as torchvision makes them with Pillow (tolerance `same_algorithm`). */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

import { decodeImage } from '#beit2/data/pixels/decode.js';
import { PixelWorkspace, wholeOf } from '#beit2/data/pixels/pixels.js';
import { CounterRandom } from '#beit2/data/random.js';
import { transformImage } from '#beit2/data/loading/transforms.js';

import type { GoldenCase } from '../case.js';

interface Picture {
  file: string;
  rgb_sha256: string;
  box_top_left_height_width: [number, number, number, number];
}

export async function preprocess(golden: GoldenCase): Promise<void> {
  const { resize, crop: size } = golden.config as { resize: number; crop: number };
  const workspace = new PixelWorkspace();
  const got = new Uint8Array(3 * size * size);
  for (const [name, picture] of Object.entries(golden.json.pictures as Record<string, Picture>)) {
    const image = await decodeImage(readFileSync(join(golden.folder, picture.file)));
    expect(createHash('sha256').update(image.data).digest('hex'), picture.file).toBe(picture.rgb_sha256);

    const evaluation = { kind: 'center-crop', size, resize, interpolation: 'bicubic' } as const;
    await transformImage(
      evaluation,
      () => Promise.resolve({ ...image, region: wholeOf(image) }),
      new CounterRandom(0),
      workspace,
      [got],
    );
    expectSame(golden, `out.${name}_resize_crop`, got);

    const [top, left, height, width] = picture.box_top_left_height_width;
    for (const interpolation of ['bicubic', 'lanczos'] as const) {
      workspace.load(image);
      const box = { left, top, width, height };
      workspace.copy(workspace.crop({ box, width: size, height: size, interpolation }), got);
      expectSame(golden, `out.${name}_box_${interpolation}`, got);
    }
  }
}

function expectSame(golden: GoldenCase, name: string, got: Uint8Array): void {
  const want = golden.tensor(name).toTypedArray() as Float32Array;
  const limits = golden.json.tolerance.same_algorithm as { max_abs_difference: number; share_equal: number };
  expect(got.length, name).toBe(want.length);
  const differences = Array.from(want, (value, i) => Math.abs(value - (got[i] ?? NaN) / 255));
  expect(Math.max(...differences), `${name}: largest difference`).toBeLessThanOrEqual(
    limits.max_abs_difference,
  );
  const equal = differences.filter((difference) => difference < 0.5 / 255).length / want.length;
  expect(equal, `${name}: share equal`).toBeGreaterThanOrEqual(limits.share_equal);
}
