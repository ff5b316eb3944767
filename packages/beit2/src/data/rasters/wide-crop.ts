/** Crops of images of 16 bits and any number of channels, resampled with Pillow's filters, antialiased. */
import type { CropRequest } from '../pixels/pixels.js';
import { exactWeights, type ExactWeights } from '../pixels/resample.js';
import type { WideImage } from './wide-image.js';

const most = 65_535;

/** Memory between the two passes, kept from crop to crop. */
let scratch = new Float32Array(0);

/** `box` of an image at `width` x `height`, or the window of that. */
export function cropWide(image: WideImage, request: CropRequest): WideImage {
  const { box, interpolation, flip = false } = request;
  const { width, height, left, top } = request.window ?? { ...request, left: 0, top: 0 };
  const across = exactWeights({
    from: box.left,
    to: Math.min(box.left + box.width, image.width),
    size: request.width,
    first: left,
    count: width,
    interpolation,
    reverse: flip,
  });
  const down = exactWeights({
    from: box.top,
    to: Math.min(box.top + box.height, image.height),
    size: request.height,
    first: top,
    count: height,
    interpolation,
    reverse: false,
  });
  if (scratch.length < down.span * width) scratch = new Float32Array(down.span * width);
  const data = new Uint16Array(image.channels * width * height);
  const plane = image.width * image.height;
  for (let channel = 0; channel < image.channels; channel++) {
    const source = image.data.subarray(channel * plane, (channel + 1) * plane);
    resampleRows(source, image.width, across, down, width);
    resampleColumns(down, width, height, data.subarray(channel * width * height));
  }
  return { width, height, channels: image.channels, data };
}

/** Along the width, of those rows that the second pass needs. */
function resampleRows(
  source: Uint16Array,
  stride: number,
  { starts, weights, taps, low }: ExactWeights,
  down: ExactWeights,
  width: number,
): void {
  for (let y = 0; y < down.span; y++) {
    const line = (down.low + y) * stride + low;
    for (let x = 0; x < width; x++) {
      const from = line + (starts[x] ?? 0);
      let sum = 0;
      for (let tap = 0; tap < taps; tap++) sum += (weights[x * taps + tap] ?? 0) * (source[from + tap] ?? 0);
      scratch[y * width + x] = sum;
    }
  }
}

/** Along the height, row by row so that memory is read in order. */
function resampleColumns(
  { starts, weights, taps }: ExactWeights,
  width: number,
  height: number,
  target: Uint16Array,
): void {
  const sums = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let tap = 0; tap < taps; tap++) {
      const weight = weights[y * taps + tap] ?? 0;
      const line = ((starts[y] ?? 0) + tap) * width;
      if (weight !== 0)
        for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + weight * (scratch[line + x] ?? 0);
    }
    for (let x = 0; x < width; x++) {
      const value = sums[x] ?? 0;
      target[y * width + x] = value >= most ? most : value > 0 ? Math.round(value) : 0;
    }
  }
}
