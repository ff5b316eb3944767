/** Crops of images of 16 bits and any number of channels, resampled with Pillow's filters, antialiased. */
import { KernelMemory, type CropRequest } from '../pixels/pixels.js';
import { exactWeights, type ExactWeights } from '../pixels/resample.js';
import type { WideImage } from './wide-image.js';

/** Of this thread; made at its first crop. */
let memory: KernelMemory | undefined;

/** `box` of an image at `width` x `height`, or the window of that. */
export function cropWide(
  image: WideImage,
  request: CropRequest,
): WideImage & { data: Uint16Array<ArrayBuffer> } {
  const { box, interpolation, flip = false } = request;
  const { width, height, left, top } = request.window ?? { ...request, left: 0, top: 0 };
  const across = exactWeights(
    {
      from: box.left,
      to: Math.min(box.left + box.width, image.width),
      size: request.width,
      first: left,
      count: width,
      interpolation,
      reverse: flip,
    },
    4,
  );
  const down = exactWeights({
    from: box.top,
    to: Math.min(box.top + box.height, image.height),
    size: request.height,
    first: top,
    count: height,
    interpolation,
    reverse: false,
  });
  const data = new Uint16Array(image.channels * width * height);
  const crop = planeCropper(image, across, down, { width, height });
  for (let channel = 0; channel < image.channels; channel++)
    data.set(crop(channel), channel * width * height);
  return { width, height, channels: image.channels, data };
}

/** A function that crops the plane of a channel; what it gives stands until the next call. */
function planeCropper(
  image: WideImage,
  across: ExactWeights,
  down: ExactWeights,
  { width, height }: { width: number; height: number },
): (channel: number) => Uint16Array {
  memory ??= new KernelMemory();
  memory.clear();
  const { kernels } = memory;
  const [acrossPlace, downPlace] = [placeWeights(memory, across), placeWeights(memory, down)];
  // Only the rows that the outputs need, and three more: rows are read in fours.
  const source = memory.reserve(2 * image.width * (down.span + 3));
  const rowBytes = 4 * (Math.ceil(width / 8) * 8);
  const rows = memory.reserve(rowBytes * (down.span + 3));
  const target = memory.reserve(2 * width * height);
  return (channel) => {
    const from = (channel * image.height + down.low) * image.width;
    const values = image.data.subarray(from, from + down.span * image.width);
    new Uint16Array(kernels.memory.buffer).set(values, source / 2);
    const start = source + 2 * across.low;
    kernels.resampleWideWidth(start, 2 * image.width, down.span, rows, rowBytes, width, ...acrossPlace);
    kernels.resampleWideHeight(rows, rowBytes, width, target, height, ...downPlace);
    return new Uint16Array(kernels.memory.buffer, target, width * height);
  };
}

function placeWeights(
  memory: KernelMemory,
  { starts, weights, taps }: ExactWeights,
): [number, number, number] {
  return [memory.place(starts), memory.place(Float32Array.from(weights)), taps];
}
