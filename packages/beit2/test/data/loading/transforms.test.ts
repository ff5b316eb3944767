import { describe, expect, test } from 'vitest';
import { decodeImage, decodePart } from '#beit2/data/pixels/decode.js';
import { PixelWorkspace, wholeOf } from '#beit2/data/pixels/pixels.js';
import { CounterRandom } from '#beit2/data/random.js';
import {
  checkTransform,
  drawCrop,
  evaluationTransform,
  transformImage,
  type ReadImage,
  type Transform,
} from '#beit2/data/loading/transforms.js';
import { pattern, patternImage } from '../fixtures.js';

const workspace = new PixelWorkspace();

async function run(transform: Transform, read: ReadImage, seed: number): Promise<Uint8Array[]> {
  const sizes =
    transform.kind === 'random-crop' ? transform.views.map((view) => view.size) : [transform.size];
  const targets = sizes.map((size) => new Uint8Array(3 * size * size));
  await transformImage(transform, read, new CounterRandom(seed), workspace, targets);
  return targets;
}

function reader(width: number, height: number): ReadImage {
  return (choose) => {
    choose({ width, height });
    return Promise.resolve({
      width,
      height,
      data: pattern(width, height),
      region: wholeOf({ width, height }),
    });
  };
}

/** Decodes everything, whatever is needed. */
function wholeReader(bytes: Buffer): ReadImage {
  return async (choose) => {
    const image = await decodeImage(bytes);
    choose(image);
    return { ...image, region: wholeOf(image) };
  };
}

const training: Transform = {
  kind: 'random-crop',
  views: [
    { size: 32, interpolation: 'bicubic' },
    { size: 16, interpolation: 'lanczos' },
  ],
  scale: [0.2, 1],
  ratio: [3 / 4, 4 / 3],
  flip: 0.5,
  jitter: { brightness: 0.4, contrast: 0.4, saturation: 0.4 },
};

describe('drawCrop', () => {
  test('boxes lie in the image, with areas and ratios from the whole range', () => {
    const areas: number[] = [];
    const ratios: number[] = [];
    for (let i = 0; i < 4000; i++) {
      const box = drawCrop(new CounterRandom(1, i), { width: 400, height: 300 }, [0.08, 1], [3 / 4, 4 / 3]);
      expect(box.left >= 0 && box.top >= 0).toBe(true);
      expect(box.left + box.width <= 400 && box.top + box.height <= 300).toBe(true);
      areas.push((box.width * box.height) / 120_000);
      ratios.push(box.width / box.height);
    }
    expect(Math.min(...areas)).toBeCloseTo(0.08, 1.5);
    expect(Math.max(...areas)).toBeGreaterThan(0.97);
    expect(Math.min(...ratios)).toBeCloseTo(3 / 4, 1.5);
    expect(Math.max(...ratios)).toBeCloseTo(4 / 3, 1.5);
  });

  test('falls back to the largest centred box when nothing fits in ten tries', () => {
    const draw = (width: number, height: number): unknown =>
      drawCrop(new CounterRandom(1), { width, height }, [1, 1], [3 / 4, 4 / 3]);
    expect(draw(1000, 30)).toEqual({ left: 480, top: 0, width: 40, height: 30 });
    expect(draw(30, 1001)).toEqual({ left: 0, top: 480, width: 30, height: 40 });
  });
});

describe('transformImage for training', () => {
  test('both views show the same crop, mirrored and jittered alike', async () => {
    for (let seed = 0; seed < 12; seed++) {
      const [large, small] = await run(training, reader(120, 90), seed);
      expect(differenceAtHalfSize(large, small)).toBeLessThan(6);
    }
  });

  test('mirrors with the given probability', async () => {
    const plain = { ...training, jitter: undefined, scale: [1, 1], ratio: [1, 1] } as const;
    const [straight] = await run({ ...plain, flip: 0 }, reader(64, 64), 0);
    const [mirrored] = await run({ ...plain, flip: 1 }, reader(64, 64), 0);
    expect(mirrored).not.toEqual(straight);
    let mirrors = 0;
    for (let seed = 0; seed < 200; seed++) {
      const [view] = await run({ ...plain, flip: 0.25 }, reader(64, 64), seed);
      if (Buffer.compare(view ?? Buffer.alloc(0), mirrored ?? Buffer.alloc(0)) === 0) mirrors++;
    }
    expect(Math.abs(mirrors - 50)).toBeLessThan(25);
  });

  test('a large JPEG comes reduced from the decoder and looks the same but for two grey levels', async () => {
    const bytes = await patternImage(1208, 904, 0, 60).jpeg({ quality: 95 }).toBuffer();
    const widths = new Set<number>();
    const reduced: ReadImage = async (choose) => {
      const image = await decodePart(bytes, choose);
      widths.add(image.width);
      return image;
    };
    const scales = [
      [0.03, 0.05],
      [0.1, 0.2],
      [0.5, 1],
    ] as const;
    for (let seed = 0; seed < 18; seed++) {
      const plain = { ...training, jitter: undefined, scale: scales[seed % 3] ?? [1, 1] };
      const [got] = await run(plain, reduced, seed);
      const [want] = await run(plain, wholeReader(bytes), seed);
      const sum = got?.reduce((a, value, i) => a + Math.abs(value - (want?.[i] ?? 0)), 0) ?? Infinity;
      expect(sum / (3 * 32 * 32)).toBeLessThan(2);
    }
    expect([...widths].sort((a, b) => a - b)).toEqual([134, 242, 403]); // 1208 / 9, / 5, / 3
  });
});

test('of a small JPEG only the crop is decoded, with the same result', async () => {
  const bytes = await patternImage(90, 70).jpeg().toBuffer();
  for (let seed = 0; seed < 10; seed++) {
    const part = await run(training, (choose) => decodePart(bytes, choose), seed);
    expect(part).toEqual(await run(training, wholeReader(bytes), seed));
  }
});

describe('transformImage for evaluation', () => {
  test('resizes the short side and crops the centre as torchvision does', async () => {
    expect(evaluationTransform(32)).toEqual({
      kind: 'center-crop',
      size: 32,
      resize: 36,
      interpolation: 'bicubic',
    });
    expect(evaluationTransform(224)).toEqual({
      kind: 'center-crop',
      size: 224,
      resize: 256,
      interpolation: 'bicubic',
    });
    const image = { width: 50, height: 36, data: pattern(50, 36) };
    const [view] = await run(evaluationTransform(32), reader(50, 36), 0);
    // The short side is 36 already, so that the crop is a part of the image: (50 - 32) / 2 = 9, (36 - 32) / 2 = 2.
    const want = [0, 1, 2].flatMap((channel) =>
      Array.from(
        { length: 32 * 32 },
        (_, i) => image.data[3 * ((2 + Math.floor(i / 32)) * 50 + 9 + (i % 32)) + channel] ?? 0,
      ),
    );
    expect([...(view ?? [])]).toEqual(want);
  });

  test('keeps the ratio from 384 pixels up: a circle stays one', async () => {
    const transform = evaluationTransform(384);
    expect(transform).toEqual({ kind: 'center-crop', size: 384, resize: 384, interpolation: 'bicubic' });
    const radius = 150;
    const [width, height] = [1200, 400];
    const data = new Uint8Array(3 * width * height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (Math.hypot(x - width / 2, y - height / 2) < radius)
          data.fill(255, 3 * (y * width + x), 3 * (y * width + x) + 3);
      }
    }
    const region = { left: 0, top: 0, width, height };
    const part = { width, height, data, region };
    const [view = new Uint8Array()] = await run(transform, () => Promise.resolve(part), 0);
    const middle = 192 * 384;
    const across = view.subarray(middle, middle + 384).filter((value) => value > 127).length;
    const down = Array.from({ length: 384 }, (_, y) => view[y * 384 + 192] ?? 0).filter(
      (value) => value > 127,
    ).length;
    expect(Math.abs(across - down)).toBeLessThanOrEqual(1);
    expect(Math.abs(across - (2 * radius * 384) / 400)).toBeLessThanOrEqual(2);
  });
});

test('checkTransform names what makes no sense', () => {
  const random = training;
  expect(() => checkTransform({ ...random, scale: [0.5, 1.5] })).toThrow(
    'Crop scale must be a range within (0, 1], not [0.5, 1.5].',
  );
  expect(() => checkTransform({ ...random, ratio: [2, 1] })).toThrow(
    'Crop ratio must be a range above 0, not [2, 1].',
  );
  expect(() => checkTransform({ ...random, views: [{ size: 1.5, interpolation: 'bicubic' }] })).toThrow(
    'Image sizes must be whole numbers above 0, not 1.5.',
  );
  expect(() =>
    checkTransform({ kind: 'center-crop', size: 64, resize: 36, interpolation: 'bicubic' }),
  ).toThrow(
    'Evaluation cannot crop 64 pixels from images resized to 36: raise the resize or lower the size.',
  );
});

/** Mean difference between 2 x 2 means of the 32-pixel view and the 16-pixel view. */
function differenceAtHalfSize(large: Uint8Array | undefined, small: Uint8Array | undefined): number {
  let sum = 0;
  for (let i = 0; i < 3 * 16 * 16; i++) {
    const at = 64 * Math.floor(i / 16) + 2 * (i % 16);
    const four = [at, at + 1, at + 32, at + 33].map((k) => large?.[k] ?? NaN);
    sum += Math.abs(four.reduce((a, b) => a + b, 0) / 4 - (small?.[i] ?? NaN));
  }
  return sum / (3 * 16 * 16);
}
