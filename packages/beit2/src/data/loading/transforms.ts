/** From an image to views of fixed size, of 8 bits or of chosen bands in 16: the transforms of training and of evaluation. */
import { UserError } from '../../errors.js';
import { applyChannelJitter, drawChannelJitter } from '../augment/channel-jitter.js';
import { applyColorJitter, drawColorJitter, type ColorJitterOptions } from '../augment/color-jitter.js';
import { drawOrientation, orient, type OrientationOptions } from '../augment/orientation.js';
import { corrupt, type CorruptionSpec } from '../corruptions/corruptions.js';
import { evaluationCrop, type View } from '../pixels/center-crop.js';
import { allOfIt, type ChooseNeed, type DecodedPart } from '../pixels/decode.js';
import { type Box, type CropRequest, type ImageSize, type PixelWorkspace } from '../pixels/pixels.js';
import type { Interpolation } from '../pixels/resample.js';
import { bandCount, type Bands } from '../rasters/bands.js';
import { cropWide } from '../rasters/wide-crop.js';
import type { WidePart } from '../rasters/wide-image.js';
import { applyRandAugment, drawRandAugment, type RandAugmentOptions } from '../augment/rand-augment.js';
import type { CounterRandom } from '../random.js';

/**
 * Training: one random resized crop at the size of each view, mirrored with probability `flip`, colours jittered. The
 * reference jitters the whole image before it crops; here the crop is jittered, which is cheaper and differs in the mean
 * that contrast is about. A JPEG much larger than the crop needs is decoded at a reduced size.
 */
export interface RandomCropTransform {
  kind: 'random-crop';
  /** The channels; red, green and blue of eight bits where it is not there. */
  bands?: Bands | undefined;
  views: View[];
  /** Range of the crop's share of the image's area. */
  scale: readonly [number, number];
  /** Range of the crop's width / height, drawn log-uniformly. */
  ratio: readonly [number, number];
  /** Probability of mirroring. */
  flip: number;
  /** Turns of images without an up. */
  orientation?: OrientationOptions | undefined;
  /** Of other bands than RGB brightness and contrast, each channel by itself. */
  jitter?: ColorJitterOptions | undefined;
  /** After the jitter, the same operations for all views; of RGB only. */
  randAugment?: RandAugmentOptions | undefined;
}

/** Evaluation: the short side to `resize`, then the centre `size` x `size`. */
export interface CenterCropTransform {
  kind: 'center-crop';
  size: number;
  resize: number;
  interpolation: Interpolation;
  /** The channels; red, green and blue of eight bits where it is not there. */
  bands?: Bands | undefined;
  /** More views of the same region, after the first. */
  more?: View[] | undefined;
  /** Applied to the first view, with the same randomness in every epoch. */
  corruption?: CorruptionSpec | undefined;
}

export type Transform = RandomCropTransform | CenterCropTransform;

/**
 * The reference's evaluation: the short side to size / `cropShare`, or from 384 pixels up to the size itself, then the centre.
 * The ratio of the sides stays.
 */
export function evaluationTransform(size: number, cropShare = 0.875, more: View[] = []): CenterCropTransform {
  const resize = size >= 384 ? size : Math.trunc(size / cropShare);
  return { kind: 'center-crop', size, resize, interpolation: 'bicubic', ...(more.length > 0 && { more }) };
}

/** Values of a view: 0-255 of RGB, 0-65,535 of chosen bands. */
export type Pixels = Uint8Array | Uint16Array;

/** Channels of the views that a transform makes. */
export function channelsOf({ bands }: Transform): number {
  return bandCount(bands);
}

/** Sides of the square views that a transform makes. */
export function viewSizes(transform: Transform): number[] {
  const views = transform.kind === 'random-crop' ? transform.views : [transform, ...(transform.more ?? [])];
  return views.map((view) => view.size);
}

/** @throws UserError when a size or a range makes no sense. */
export function checkTransform(transform: Transform): void {
  const sizes = viewSizes(transform);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
    throw new UserError(`Image sizes must be whole numbers above 0, not ${sizes.join(', ')}.`);
  }
  if (transform.kind === 'center-crop' && transform.resize < transform.size) {
    throw new UserError(
      `Evaluation cannot crop ${transform.size} pixels from images resized to ${transform.resize}: ` +
        'raise the resize or lower the size.',
    );
  }
  if (transform.kind === 'random-crop') {
    const { scale, ratio } = transform;
    if (!(scale[0] > 0 && scale[0] <= scale[1] && scale[1] <= 1)) {
      throw new UserError(`Crop scale must be a range within (0, 1], not [${scale.join(', ')}].`);
    }
    if (!(ratio[0] > 0 && ratio[0] <= ratio[1])) {
      throw new UserError(`Crop ratio must be a range above 0, not [${ratio.join(', ')}].`);
    }
  }
}

// A reduced image keeps at least so many pixels for each of the view's: the last resampling then still does the smoothing
// (two thirds of a grey level from the full decode in the mean, 1.4 % less contrast between neighbours).
const reductionMargin = 1.5;

/** Decodes what is needed of one image, at least (see `decodePart`), its chosen bands where a transform has them; `choose` is called once. */
export type ReadImage = (choose: ChooseNeed) => Promise<DecodedPart | WidePart>;

/** Reads one image and writes its views, each `[channels, size, size]`, to `targets`. */
export async function transformImage(
  transform: Transform,
  read: ReadImage,
  random: CounterRandom,
  workspace: PixelWorkspace,
  targets: readonly Pixels[],
): Promise<void> {
  if (transform.kind === 'random-crop') {
    await randomCrop(transform, read, random, workspace, targets);
    return;
  }
  const image = await read(allOfIt);
  const views = [transform, ...(transform.more ?? [])];
  const requests = views.map((view) => evaluationCrop(view, transform, image));
  if (isWide(image)) {
    for (const [i, request] of requests.entries()) targets[i]?.set(cropWide(image, request).data);
    return;
  }
  workspace.load(image);
  const crops = requests.map((request) => workspace.crop(request));
  for (const [i, crop] of crops.entries()) {
    const target = targets[i];
    if (target instanceof Uint8Array) workspace.copy(crop, target);
  }
  const { size, corruption } = transform;
  const [target] = targets;
  if (corruption && target instanceof Uint8Array)
    await corrupt({ width: size, height: size, data: target }, corruption, random);
}

function isWide(image: DecodedPart | WidePart): image is WidePart {
  return 'channels' in image;
}

async function randomCrop(
  transform: RandomCropTransform,
  read: ReadImage,
  random: CounterRandom,
  workspace: PixelWorkspace,
  targets: readonly Pixels[],
): Promise<void> {
  const largest = Math.max(...viewSizes(transform));
  let crop: Box = { left: 0, top: 0, width: 0, height: 0 };
  const image = await read((full) => {
    crop = drawCrop(random, full, transform.scale, transform.ratio);
    return { region: crop, reduction: Math.min(crop.width, crop.height) / (reductionMargin * largest) };
  });
  const across = image.width / image.region.width;
  const down = image.height / image.region.height;
  const box = {
    left: (crop.left - image.region.left) * across,
    top: (crop.top - image.region.top) * down,
    width: crop.width * across,
    height: crop.height * down,
  };
  const flip = random.next() < transform.flip;
  const requests = transform.views.map(({ size, interpolation }): CropRequest => {
    return { box, width: size, height: size, interpolation, flip };
  });
  if (isWide(image)) wideViews(transform, image, requests, random, targets);
  else colorViews(transform, image, requests, random, workspace, targets);
  const orientation = transform.orientation && drawOrientation(random, transform.orientation);
  if (orientation)
    for (const [i, { width }] of requests.entries()) if (targets[i]) orient(targets[i], width, orientation);
}

/** Crops of RGB, their colours jittered, augmented. */
function colorViews(
  { jitter: strengths, randAugment }: RandomCropTransform,
  image: DecodedPart,
  requests: readonly CropRequest[],
  random: CounterRandom,
  workspace: PixelWorkspace,
  targets: readonly Pixels[],
): void {
  const jitter = strengths && drawColorJitter(random, strengths);
  workspace.load(image);
  const views = requests.map((request) => workspace.crop(request));
  if (jitter) applyColorJitter(workspace, views, jitter);
  const operations = randAugment ? drawRandAugment(random, randAugment) : [];
  for (const [i, view] of views.entries()) {
    const target = targets[i];
    if (!(target instanceof Uint8Array)) continue;
    workspace.copy(view, target);
    const { width, height } = view;
    applyRandAugment({ width, height, data: target }, operations, randAugment?.fill ?? []);
  }
}

/** Crops of chosen bands, each channel jittered by itself. */
function wideViews(
  { jitter: strengths }: RandomCropTransform,
  image: WidePart,
  requests: readonly CropRequest[],
  random: CounterRandom,
  targets: readonly Pixels[],
): void {
  const views = requests.map((request) => cropWide(image, request));
  if (strengths) applyChannelJitter(views, drawChannelJitter(random, strengths, image.channels));
  for (const [i, view] of views.entries()) targets[i]?.set(view.data);
}

const cropTries = 10;

/** A random box as torchvision's `RandomResizedCrop.get_params` draws it. */
export function drawCrop(
  random: CounterRandom,
  { width, height }: ImageSize,
  scale: readonly [number, number],
  ratio: readonly [number, number],
): Box {
  for (let attempt = 0; attempt < cropTries; attempt++) {
    const area = width * height * random.uniform(...scale);
    const aspect = Math.exp(random.uniform(Math.log(ratio[0]), Math.log(ratio[1])));
    const w = Math.round(Math.sqrt(area * aspect));
    const h = Math.round(Math.sqrt(area / aspect));
    if (w > 0 && w <= width && h > 0 && h <= height) {
      return { top: random.int(height - h + 1), left: random.int(width - w + 1), width: w, height: h };
    }
  }
  // No fit in ten tries: the largest centred box with an allowed ratio.
  const shape = Math.min(Math.max(width / height, ratio[0]), ratio[1]);
  const w = Math.min(width, Math.round(height * shape));
  const h = Math.min(height, Math.round(width / shape));
  return { top: Math.floor((height - h) / 2), left: Math.floor((width - w) / 2), width: w, height: h };
}
