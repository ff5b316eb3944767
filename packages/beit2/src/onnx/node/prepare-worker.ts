/** The thread that makes of encoded images what a model takes. */
import { readFile, stat } from 'node:fs/promises';
import { workerData } from 'node:worker_threads';
import { evaluationCrop } from '../../data/pixels/center-crop.js';
import { openBitmap } from '../../data/pixels/bitmaps.js';
import { allOfIt, BrokenImageError, decodeImage, decoding, reading } from '../../data/pixels/decode.js';
import { formatOf } from '../../data/pixels/image-format.js';
import type { Pixels } from '../../data/loading/transforms.js';
import { PixelWorkspace, type RgbImage } from '../../data/pixels/pixels.js';
import { bandNames, type Bands } from '../../data/rasters/bands.js';
import { cropWide } from '../../data/rasters/wide-crop.js';
import { decodeWide } from '../../data/rasters/wide-image.js';
import { whyBroken } from '../../data/pixels/why-broken.js';
import type { ModelCard } from '../../model/model-card.js';
import { sharp } from '../../sharp.js';
import type { ImageLimits } from '../engine.js';
import { checkPixels, checkSize, ImageError, toRgbImage, type RawPixels } from '../image-input.js';
import { serveCalls, type Moved } from './thread.js';

export interface PrepareSetup extends ImageLimits {
  image: ModelCard['image'];
}

/** An image as it comes to the thread. */
export type PrepareRequest = { bytes: Uint8Array } | { path: string } | { pixels: RawPixels };

const { image, maxBytes, maxPixels } = workerData as PrepareSetup;

/** WebAssembly memory never shrinks: after an image of more pixels it is given back. */
const keptPixels = 40e6;

let workspace = new PixelWorkspace();

async function decode(bytes: Uint8Array): Promise<RgbImage> {
  checkSize(bytes.length, maxBytes);
  // libvips knows more formats, such as SVG, which is a program rather than an image.
  if (formatOf(bytes)?.kind !== 'image') throw new BrokenImageError(whyBroken(bytes, ''));
  const header =
    (await decoding(bytes, () => openBitmap(bytes))) ??
    (await decoding(bytes, () => sharp(bytes, { limitInputPixels: false }).metadata()));
  checkPixels(header, maxPixels);
  return decodeImage(bytes);
}

async function read(path: string): Promise<Uint8Array> {
  const { size } = await reading(stat(path));
  checkSize(size, maxBytes);
  return reading(readFile(path));
}

async function open(request: PrepareRequest): Promise<RgbImage> {
  if ('pixels' in request) {
    checkPixels(request.pixels, maxPixels);
    return toRgbImage(request.pixels);
  }
  return orImageError(request, async () =>
    decode('path' in request ? await read(request.path) : request.bytes),
  );
}

/** What `work` makes of an image; one that cannot be read is said to be that. */
async function orImageError<T>(request: PrepareRequest, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BrokenImageError)) throw error;
    throw new ImageError(
      error.message,
      'broken',
      'path' in request ? `The image ${request.path}` : undefined,
    );
  }
}

async function prepare(request: PrepareRequest): Promise<Moved<Pixels>> {
  if (image.bands) return moved(await prepareBands(request, image.bands));
  const decoded = await open(request);
  const { size } = image;
  const planes = new Uint8Array(3 * size * size);
  workspace.load(decoded);
  workspace.copy(workspace.crop(evaluationCrop(image, image, decoded)), planes);
  if (decoded.width * decoded.height > keptPixels) workspace = new PixelWorkspace();
  return moved(planes);
}

function moved(planes: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>): Moved<Pixels> {
  return { result: planes, transfer: [planes.buffer] };
}

/** The bands that the model takes, of a file. */
async function prepareBands(request: PrepareRequest, bands: Bands): Promise<Uint16Array<ArrayBuffer>> {
  if ('pixels' in request)
    throw new ImageError(`the model takes the bands ${bandNames(bands).join(', ')} of image files`, 'broken');
  const decoded = await orImageError(request, async () => {
    const bytes = 'path' in request ? await read(request.path) : request.bytes;
    checkSize(bytes.length, maxBytes);
    return decodeWide(bytes, bands, (full) => {
      checkPixels(full, maxPixels);
      return allOfIt(full);
    });
  });
  return cropWide(decoded, evaluationCrop(image, image, decoded)).data;
}

serveCalls(prepare, () => Promise.resolve());
