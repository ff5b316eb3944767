/** From an image to 8-bit views of fixed size: the transforms of training and of evaluation. */
import { UserError } from '../../errors.js';
import { applyColorJitter, drawColorJitter, type ColorJitterOptions } from '../augment/color-jitter.js';
import { corrupt } from '../corruptions/corruptions.js';
import { evaluationCrop, type CenterCropTransform, type View } from '../pixels/center-crop.js';
import type { ChooseNeed, DecodedPart } from '../pixels/decode.js';
import { wholeOf, type Box, type ImageSize, type PixelWorkspace } from '../pixels/pixels.js';
import { applyRandAugment, drawRandAugment, type RandAugmentOptions } from '../augment/rand-augment.js';
import type { CounterRandom } from '../random.js';

/**
 * Training: one random resized crop at the size of each view, mirrored with probability `flip`, colours jittered. The
 * reference jitters the whole image before it crops; here the crop is jittered, which is cheaper and differs in the mean
 * that contrast is about. A JPEG much larger than the crop needs is decoded at a reduced size.
 */
export interface RandomCropTransform {
  kind: 'random-crop';
  views: View[];
  /** Range of the crop's share of the image's area. */
  scale: readonly [number, number];
  /** Range of the crop's width / height, drawn log-uniformly. */
  ratio: readonly [number, number];
  /** Probability of mirroring. */
  flip: number;
  jitter?: ColorJitterOptions | undefined;
  /** After the jitter, the same operations for all views. */
  randAugment?: RandAugmentOptions | undefined;
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

/** Decodes what is needed of one image, at least (see `decodePart`); `choose` is called once. */
export type ReadImage = (choose: ChooseNeed) => Promise<DecodedPart>;

/** Reads one image and writes its views, each `[3, size, size]`, to `targets`. */
export async function transformImage(
  transform: Transform,
  read: ReadImage,
  random: CounterRandom,
  workspace: PixelWorkspace,
  targets: readonly Uint8Array[],
): Promise<void> {
  if (transform.kind === 'random-crop') {
    await randomCrop(transform, read, random, workspace, targets);
    return;
  }
  const image = await read((full) => ({ region: wholeOf(full), reduction: 1 }));
  workspace.load(image);
  const views = [transform, ...(transform.more ?? [])];
  const crops = views.map((view) => workspace.crop(evaluationCrop(view, transform, image)));
  for (const [i, crop] of crops.entries()) if (targets[i]) workspace.copy(crop, targets[i]);
  const { size, corruption } = transform;
  const [target] = targets;
  if (corruption && target) await corrupt({ width: size, height: size, data: target }, corruption, random);
}

async function randomCrop(
  transform: RandomCropTransform,
  read: ReadImage,
  random: CounterRandom,
  workspace: PixelWorkspace,
  targets: readonly Uint8Array[],
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
  const jitter = transform.jitter && drawColorJitter(random, transform.jitter);

  workspace.load(image);
  const views = transform.views.map(({ size, interpolation }) =>
    workspace.crop({ box, width: size, height: size, interpolation, flip }),
  );
  if (jitter) applyColorJitter(workspace, views, jitter);
  const { randAugment } = transform;
  const operations = randAugment ? drawRandAugment(random, randAugment) : [];
  for (const [i, view] of views.entries()) {
    const target = targets[i];
    if (!target) continue;
    workspace.copy(view, target);
    const { width, height } = view;
    applyRandAugment({ width, height, data: target }, operations, randAugment?.fill ?? []);
  }
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
