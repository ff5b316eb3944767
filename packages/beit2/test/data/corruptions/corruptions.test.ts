/** Protects: ImageNet-C's corruptions are those of Pillow and NumPy where these define them, and repeatable everywhere. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { corrupt, type CorruptionName, corruptionNames } from '#beit2/data/corruptions/corruptions.js';
import { CounterRandom } from '#beit2/data/random.js';

describe('corruptions', () => {
  const size = 48;
  const picture = (): Uint8Array =>
    Uint8Array.from({ length: 3 * size * size }, (_, i) => {
      const [x, y] = [i % size, Math.floor(i / size) % size];
      return 128 + 60 * Math.sin(x / 3) * Math.cos(y / 4) + 40 * Math.sin(x * y) + (i > size * size ? 20 : 0);
    });
  const made = async (name: (typeof corruptionNames)[number], severity: number, seed = 1) => {
    const data = picture();
    await corrupt({ width: size, height: size, data }, { name, severity }, new CounterRandom(seed));
    return data;
  };
  const distance = (a: Uint8Array, b: Uint8Array): number =>
    Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0) / a.length);

  test.each(corruptionNames)(
    '%s changes more at severity 5 than at 1, and is the same each time',
    async (name) => {
      const [mild, severe] = [await made(name, 1), await made(name, 5)];
      expect(distance(mild, picture())).toBeGreaterThan(0.5);
      // These three change in kind: blur against shuffling, ice against light, shifts against tears.
      if (!['glass_blur', 'frost', 'elastic_transform'].includes(name))
        expect(distance(severe, picture())).toBeGreaterThan(1.05 * distance(mild, picture()));
      expect(await made(name, 5)).toEqual(severe);
    },
  );

  interface Known {
    width: number;
    height: number;
    picture: string;
    pictures: Record<'pixelate' | 'jpeg_compression' | 'contrast' | 'brightness', string[]>;
    noises: { name: CorruptionName; severity: number; level: number; meanAndStd: [number, number] }[];
  }
  // Written by test/fixtures/scripts/make-corruptions.py.
  const known = JSON.parse(
    readFileSync(new URL('../../fixtures/augment/corruptions.json', import.meta.url), 'utf8'),
  ) as Known;

  // By how many levels a value may differ, and in what share of them: pixelate and contrast in none.
  test.each([
    { name: 'pixelate', most: 0, share: 0 },
    { name: 'contrast', most: 0, share: 0 },
    { name: 'brightness', most: 1, share: 0.02 }, // fractions next to a whole number, dropped either way
    { name: 'jpeg_compression', most: 8, share: 0.05 }, // another encoder rounds otherwise
  ] as const)('$name is that of Pillow and NumPy at every severity', async ({ name, most, share }) => {
    const { width, height } = known;
    for (const [i, expected] of known.pictures[name].entries()) {
      const data = new Uint8Array(Buffer.from(known.picture, 'base64'));
      await corrupt({ width, height, data }, { name, severity: i + 1 }, new CounterRandom(1));
      const off = [...Buffer.from(expected, 'base64')].map((value, p) => Math.abs(value - (data[p] ?? NaN)));
      expect(Math.max(...off), `severity ${i + 1}`).toBeLessThanOrEqual(most);
      expect(off.filter((d) => d > 0).length / off.length, `severity ${i + 1}`).toBeLessThanOrEqual(share);
    }
  });

  test.each(known.noises)(
    "$name at severity $severity has NumPy's mean and deviation on a plane of $level",
    async ({ name, severity, level, meanAndStd: [mean, std] }) => {
      const side = 128;
      const data = new Uint8Array(3 * side * side).fill(level);
      await corrupt({ width: side, height: side, data }, { name, severity }, new CounterRandom(2));
      const found = data.reduce((sum, value) => sum + value, 0) / data.length;
      const deviation = Math.sqrt(data.reduce((sum, value) => sum + (value - found) ** 2, 0) / data.length);
      // Five standard errors of a mean; a deviation of long-tailed values is known to a few percent.
      expect(Math.abs(found - mean)).toBeLessThan((5 * std) / Math.sqrt(data.length));
      expect(Math.abs(deviation / std - 1)).toBeLessThan(0.05);
    },
  );

  test('a blur of a gray plane is that plane', async () => {
    const flat = new Uint8Array(3 * 64 * 64).fill(128);
    const image = { width: 64, height: 64, data: flat };
    await corrupt(image, { name: 'defocus_blur', severity: 5 }, new CounterRandom(2));
    expect(Math.max(...flat)).toBeLessThanOrEqual(128);
    expect(Math.min(...flat)).toBeGreaterThanOrEqual(127);
  });
});
