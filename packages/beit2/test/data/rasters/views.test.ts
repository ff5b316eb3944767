import { describe, expect, test } from 'vitest';
import { applyChannelJitter, drawChannelJitter } from '#beit2/data/augment/channel-jitter.js';
import { drawOrientation, orient } from '#beit2/data/augment/orientation.js';
import { transformImage, type Pixels, type Transform } from '#beit2/data/loading/transforms.js';
import { PixelWorkspace } from '#beit2/data/pixels/pixels.js';
import { CounterRandom } from '#beit2/data/random.js';
import { chosenBands } from '#beit2/data/rasters/bands.js';
import { exactWeights } from '#beit2/data/pixels/resample.js';
import { cropWide } from '#beit2/data/rasters/wide-crop.js';
import { decodeWide } from '#beit2/data/rasters/wide-image.js';
import { makeTiff } from './make-tiff.js';

const [width, height, bands] = [37, 29, 5];
const noise = new CounterRandom(3);
const values = Uint16Array.from({ length: width * height * bands }, () => noise.int(65_536));
const file = new Uint8Array(makeTiff(width, height, bands, values));
const choice = chosenBands({ channels: ['e=5', 'b=2', 'c=3'], window: 'type' });

async function views(transform: Transform, sizes: number[], seed = 1): Promise<Pixels[]> {
  const targets = sizes.map((size) => new Uint16Array(3 * size * size));
  if (!choice) throw new Error('no bands');
  const read = (choose: Parameters<typeof decodeWide>[2]) => decodeWide(file, choice, choose);
  await transformImage(transform, read, new CounterRandom(seed), new PixelWorkspace(), targets);
  return targets;
}

test('a crop of 16 bits is that of 8 bits, to rounding', () => {
  const rgb = Uint8Array.from({ length: 3 * width * height }, (_, i) => (values[i] ?? 0) >>> 8);
  const planes = new Uint16Array(rgb.length);
  const size = width * height;
  for (let i = 0; i < size; i++)
    for (let channel = 0; channel < 3; channel++)
      planes[channel * size + i] = 257 * (rgb[3 * i + channel] ?? 0);
  const workspace = new PixelWorkspace();
  workspace.load({ width, height, data: rgb });
  const box = { left: 3.25, top: 1.5, width: 30, height: 22.75 };
  for (const [side, flip] of [
    [12, false],
    [50, true],
  ] as const) {
    for (const interpolation of ['bicubic', 'lanczos', 'bilinear'] as const) {
      const request = { box, width: side, height: side, interpolation, flip };
      const narrow = new Uint8Array(3 * side * side);
      workspace.copy(workspace.crop(request), narrow);
      const wide = cropWide({ width, height, channels: 3, data: planes }, request);
      // 8-bit crops are rounded, and cut to 0-255, after each of two passes.
      const apart = Math.max(...narrow.map((value, i) => Math.abs(value - (wide.data[i] ?? 0) / 257)));
      expect(apart).toBeLessThan(interpolation === 'bilinear' ? 1.5 : 40);
      const mean = narrow.reduce((sum, value, i) => sum + Math.abs(value - (wide.data[i] ?? 0) / 257), 0);
      expect(mean / narrow.length).toBeLessThan(1);
    }
  }
});

test('a crop is the sum of the weighted values along both axes, cut to 16 bits', () => {
  const [channels, rows, columns] = [5, 37, 61];
  const data = Uint16Array.from(
    { length: channels * rows * columns },
    (_, i) => (((i * 7_919) % 4_093) * 16) % 65_536, // both ends are exceeded between the passes
  );
  const box = { left: 2.5, top: 3, width: 55.25, height: 30.5 };
  for (const [width, height, interpolation] of [
    [19, 11, 'bicubic'],
    [90, 53, 'lanczos'],
    [3, 64, 'bilinear'],
  ] as const) {
    const window = { left: 1, top: 2, width: width - 2, height: height - 3 };
    const request = { box, width, height, interpolation, window };
    const crop = cropWide({ width: columns, height: rows, channels, data }, request);
    const axis = { interpolation, reverse: false };
    const across = exactWeights({ ...axis, from: 2.5, to: 57.75, size: width, first: 1, count: width - 2 });
    const down = exactWeights({ ...axis, from: 3, to: 33.5, size: height, first: 2, count: height - 3 });
    const at = (channel: number, y: number, x: number): number => {
      let sum = 0;
      for (let j = 0; j < down.taps; j++)
        for (let i = 0; i < across.taps; i++) {
          const row = down.low + (down.starts[y] ?? 0) + j;
          const column = across.low + (across.starts[x] ?? 0) + i;
          const weight = (down.weights[y * down.taps + j] ?? 0) * (across.weights[x * across.taps + i] ?? 0);
          if (weight !== 0) sum += weight * (data[(channel * rows + row) * columns + column] ?? NaN);
        }
      return Math.min(65_535, Math.max(0, Math.round(sum)));
    };
    let apart = 0;
    for (let channel = 0; channel < channels; channel++)
      for (let y = 0; y < height - 3; y++)
        for (let x = 0; x < width - 2; x++) {
          const value = crop.data[(channel * (height - 3) + y) * (width - 2) + x] ?? NaN;
          apart = Math.max(apart, Math.abs(value - at(channel, y, x)));
        }
    expect(apart).toBeLessThanOrEqual(1);
  }
});

test('an evaluation of the size of the image keeps every value', async () => {
  const transform = {
    kind: 'center-crop',
    size: 29,
    resize: 29,
    interpolation: 'bicubic',
    bands: choice,
  } as const;
  const [view] = await views(transform, [29]);
  const expected: number[] = [];
  for (const band of [4, 1, 2])
    for (let y = 0; y < 29; y++)
      for (let x = 4; x < 33; x++) expected.push(values[(y * width + x) * bands + band] ?? 0);
  expect([...(view ?? [])]).toEqual(expected);
});

test('training crops are the same for the same draw, and both views show the same', async () => {
  const view = (size: number) => ({ size, interpolation: 'bicubic' as const });
  const transform: Transform = {
    kind: 'random-crop',
    bands: choice,
    views: [view(16), view(16)],
    scale: [0.2, 1],
    ratio: [0.75, 1.33],
    flip: 0.5,
    orientation: { flipVertical: 0.5, turns: true },
    jitter: { brightness: 0.4, contrast: 0.4, saturation: 0.4 },
  };
  const [first, second] = await views(transform, [16, 16]);
  expect(first).toEqual(second);
  expect((await views(transform, [16, 16]))[0]).toEqual(first);
  expect((await views(transform, [16, 16], 2))[0]).not.toEqual(first);
});

describe('orientation', () => {
  const square = (): Uint8Array => Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);

  test('mirrors and turns each channel', () => {
    const flipped = square();
    orient(flipped, 2, { isFlipped: true, quarters: 0 });
    expect([...flipped]).toEqual([3, 4, 1, 2, 7, 8, 5, 6]);
    const turned = square();
    orient(turned, 2, { isFlipped: false, quarters: 1 });
    expect([...turned]).toEqual([3, 1, 4, 2, 7, 5, 8, 6]);
    for (let i = 0; i < 3; i++) orient(turned, 2, { isFlipped: false, quarters: 1 });
    expect([...turned]).toEqual([...square()]);
  });

  test('draws nothing for what is turned off, so that other draws stay as they were', () => {
    const random = new CounterRandom(1);
    expect(drawOrientation(random, { flipVertical: 0, turns: false })).toEqual({
      isFlipped: false,
      quarters: 0,
    });
    expect(random.next()).toBe(new CounterRandom(1).next());
  });
});

test('jitter changes each channel by its own factors', () => {
  const image = () => ({
    width: 2,
    height: 2,
    channels: 2,
    data: Uint16Array.of(0, 100, 200, 300, 0, 100, 200, 300),
  });
  const jittered = image();
  applyChannelJitter(
    [jittered],
    [
      { brightness: 2, contrast: 1 },
      { brightness: 1, contrast: 0.5 },
    ],
  );
  expect([...jittered.data]).toEqual([0, 200, 400, 600, 75, 125, 175, 225]);
  const factors = drawChannelJitter(new CounterRandom(1), { brightness: 0.4, contrast: 0 }, 3);
  expect(new Set(factors.map(({ brightness }) => brightness)).size).toBe(3);
  expect(factors.every(({ contrast }) => contrast === 1)).toBe(true);
});
