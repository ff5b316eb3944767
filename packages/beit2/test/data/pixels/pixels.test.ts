import { describe, expect, test } from 'vitest';
import { drawColorJitter } from '#beit2/data/augment/color-jitter.js';
import { PixelWorkspace, type CropRequest, type RgbImage } from '#beit2/data/pixels/pixels.js';
import { CounterRandom } from '#beit2/data/random.js';
import { pattern } from '../fixtures.js';

const image: RgbImage = { width: 61, height: 47, data: pattern(61, 47) };
const whole = { left: 0, top: 0, width: 61, height: 47 };

function crop(source: RgbImage, request: CropRequest): Uint8Array {
  const workspace = new PixelWorkspace();
  workspace.load(source);
  const planes = workspace.crop(request);
  const out = new Uint8Array(3 * planes.width * planes.height);
  workspace.copy(planes, out);
  return out;
}

/** Packed RGB to planes `[3, height, width]`. */
function planesOf({ data, width, height }: RgbImage): number[] {
  return [0, 1, 2].flatMap((channel) =>
    Array.from({ length: width * height }, (_, i) => data[3 * i + channel] ?? 0),
  );
}

/** The definition, in doubles: kernel stretched by the reduction, cut at the box, rounded to bytes after the width pass. */
function resampleExactly(source: RgbImage, request: CropRequest): number[] {
  const { box, width, height } = request;
  const kernel = (x: number): number => {
    const t = Math.abs(x);
    if (request.interpolation === 'lanczos') {
      const sinc = (v: number): number => (v === 0 ? 1 : Math.sin(Math.PI * v) / (Math.PI * v));
      return t < 3 ? sinc(t) * sinc(t / 3) : 0;
    }
    if (t < 1) return 1.5 * t ** 3 - 2.5 * t ** 2 + 1;
    return t < 2 ? -0.5 * t ** 3 + 2.5 * t ** 2 - 4 * t + 2 : 0;
  };
  const along = (from: number, length: number, size: number, i: number): [number, number][] => {
    const stretch = Math.max(1, length / size);
    const centre = from + ((i + 0.5) * length) / size;
    const pairs: [number, number][] = [];
    for (let x = Math.floor(from); x < from + length; x++) {
      pairs.push([x, kernel((x + 0.5 - centre) / stretch)]);
    }
    const sum = pairs.reduce((a, [, w]) => a + w, 0);
    return pairs.map(([x, w]) => [x, w / sum]);
  };
  const byte = (x: number): number => Math.min(255, Math.max(0, Math.round(x)));
  const out: number[] = [];
  for (let channel = 0; channel < 3; channel++) {
    const rows = Array.from({ length: source.height }, (_, y) =>
      Array.from({ length: width }, (_, i) =>
        byte(
          along(box.left, box.width, width, i).reduce(
            (a, [x, w]) => a + w * (source.data[3 * (y * source.width + x) + channel] ?? 0),
            0,
          ),
        ),
      ),
    );
    for (let j = 0; j < height; j++) {
      const weights = along(box.top, box.height, height, j);
      for (let i = 0; i < width; i++)
        out.push(byte(weights.reduce((a, [y, w]) => a + w * (rows[y]?.[i] ?? 0), 0)));
    }
  }
  return out;
}

describe('PixelWorkspace.crop', () => {
  test.each([
    { box: whole, width: 16, height: 16, interpolation: 'bicubic' },
    { box: whole, width: 16, height: 16, interpolation: 'lanczos' },
    { box: { left: 11, top: 7, width: 30, height: 33 }, width: 21, height: 13, interpolation: 'bicubic' },
    { box: { left: 50, top: 40, width: 11, height: 7 }, width: 37, height: 29, interpolation: 'lanczos' },
    { box: { left: 3, top: 5, width: 1, height: 2 }, width: 5, height: 5, interpolation: 'bicubic' },
    {
      box: { left: 10.5, top: 3.25, width: 20.5, height: 31.75 },
      width: 12,
      height: 12,
      interpolation: 'bicubic',
    },
  ] as const)('$interpolation of $box to $width x $height is what the definition says', (request) => {
    const got = crop(image, request);
    const want = resampleExactly(image, request);
    expect(got).toHaveLength(want.length);
    const differences = want.map((value, i) => Math.abs(value - (got[i] ?? -1)));
    expect(Math.max(...differences)).toBeLessThanOrEqual(1);
    expect(differences.filter((d) => d > 0).length / want.length).toBeLessThan(0.02);
  });

  test('leaves an image alone that has the size already', () => {
    const request = { box: whole, width: 61, height: 47, interpolation: 'bicubic' } as const;
    expect([...crop(image, request)]).toEqual(planesOf(image));
  });

  test('keeps one colour exactly, also at the ends of the range', () => {
    for (const value of [0, 1, 127, 254, 255]) {
      const flat = { width: 61, height: 47, data: new Uint8Array(3 * 61 * 47).fill(value) };
      for (const interpolation of ['bicubic', 'lanczos'] as const) {
        const out = crop(flat, { box: whole, width: 24, height: 100, interpolation });
        expect(new Set(out)).toEqual(new Set([value]));
      }
    }
  });

  test('flip is the mirror image of the same crop', () => {
    const request = {
      box: { left: 4, top: 2, width: 50, height: 40 },
      width: 19,
      height: 9,
      interpolation: 'lanczos',
    } as const;
    const straight = [...crop(image, request)];
    const rows = Array.from({ length: 27 }, (_, y) => straight.slice(19 * y, 19 * (y + 1)).reverse());
    expect([...crop(image, { ...request, flip: true })]).toEqual(rows.flat());
  });

  test('a window is the same part of the whole result', () => {
    const request = { box: whole, width: 40, height: 31, interpolation: 'bicubic' } as const;
    const full = [...crop(image, request)];
    const part = crop(image, { ...request, window: { left: 5, top: 3, width: 20, height: 18 } });
    const want = [0, 1, 2].flatMap((channel) =>
      Array.from({ length: 18 }, (_, y) => {
        const start = (channel * 31 + y + 3) * 40 + 5;
        return full.slice(start, start + 20);
      }).flat(),
    );
    expect([...part]).toEqual(want);
  });

  test('takes large and small images in turn: memory grows, nothing of the last image shows', () => {
    const workspace = new PixelWorkspace();
    const large = { width: 2001, height: 1501, data: pattern(2001, 1501) };
    const request = { box: whole, width: 8, height: 8, interpolation: 'bicubic' } as const;
    const out = new Uint8Array(192);
    workspace.load(large);
    workspace.crop({ ...request, box: { left: 0, top: 0, width: 2001, height: 1501 } });
    workspace.load(image);
    workspace.copy(workspace.crop(request), out);
    expect(out).toEqual(crop(image, request));
  });
});

describe('colour adjustments', () => {
  // Pillow: out = degenerate + factor * (in - degenerate) in float32, fraction dropped, cut to 0-255.
  const blend = (from: number, to: number, factor: number): number =>
    Math.min(
      255,
      Math.max(0, Math.trunc(Math.fround(from + Math.fround(Math.fround(factor) * (to - from))))),
    );
  const luma = (r: number, g: number, b: number): number => (19595 * r + 38470 * g + 7471 * b + 0x8000) >> 16;
  const size = 13 * 11;
  const small: RgbImage = { width: 13, height: 11, data: pattern(13, 11, 3) };
  const before = planesOf(small);
  const pixel = (i: number): [number, number, number] => [
    before[i % size] ?? 0,
    before[(i % size) + size] ?? 0,
    before[(i % size) + 2 * size] ?? 0,
  ];

  function adjusted(
    adjust: (workspace: PixelWorkspace, planes: ReturnType<PixelWorkspace['crop']>) => void,
  ): number[] {
    const workspace = new PixelWorkspace();
    workspace.load(small);
    const box = { left: 0, top: 0, width: 13, height: 11 };
    const planes = workspace.crop({ box, width: 13, height: 11, interpolation: 'bicubic' });
    adjust(workspace, planes);
    const out = new Uint8Array(3 * size);
    workspace.copy(planes, out);
    return [...out];
  }

  test.each([0, 0.61, 1, 1.39, 3])('brightness, contrast and saturation by %f are Pillow’s', (factor) => {
    expect(adjusted((workspace, planes) => workspace.adjustBrightness(planes, factor))).toEqual(
      before.map((value) => blend(0, value, factor)),
    );
    const lumas = Array.from({ length: size }, (_, i) => luma(...pixel(i)));
    const mean = Math.floor(lumas.reduce((a, b) => a + b, 0) / size + 0.5);
    expect(
      adjusted((workspace, planes) => workspace.adjustContrast(planes, factor, workspace.meanLuma(planes))),
    ).toEqual(before.map((value) => blend(mean, value, factor)));
    expect(adjusted((workspace, planes) => workspace.adjustSaturation(planes, factor))).toEqual(
      before.map((value, i) => blend(luma(...pixel(i)), value, factor)),
    );
  });

  test('jitter draws every order alike often and factors from the whole range', () => {
    const orders = new Map<string, number>();
    const factors: number[] = [];
    for (let i = 0; i < 3000; i++) {
      const steps = drawColorJitter(new CounterRandom(1, i), {
        brightness: 0.4,
        contrast: 0.2,
        saturation: 3,
      });
      const order = steps.map(([name]) => name).join();
      orders.set(order, (orders.get(order) ?? 0) + 1);
      factors.push(steps.find(([name]) => name === 'brightness')?.[1] ?? NaN);
      expect(steps.find(([name]) => name === 'saturation')?.[1]).toBeGreaterThanOrEqual(0);
    }
    expect(orders.size).toBe(6);
    for (const count of orders.values()) expect(Math.abs(count - 500)).toBeLessThan(110);
    expect(Math.min(...factors)).toBeCloseTo(0.6, 2);
    expect(Math.max(...factors)).toBeCloseTo(1.4, 2);
  });
});
