/**
 * The 15 corruptions of ImageNet-C (Hendrycks and Dietterich 2019, arXiv 1903.12261, appendix) at five severities, for
 * images of any size: the published strengths are for 224 pixels, and their lengths are scaled by size / 224.
 * docs/finetune.md says where these differ from the published code.
 */
import { sharp } from '../../sharp.js';
import type { PlanarImage } from '../pixels/pixels.js';
import * as blur from './blurs.js';
import * as noise from './noises.js';
import { elastic, fog, frost, snow } from './weather.js';
import { FloatImage } from '../pixels/float-image.js';
import { CounterRandom } from '../random.js';

export const corruptionNames = [
  'gaussian_noise',
  'shot_noise',
  'impulse_noise',
  'defocus_blur',
  'glass_blur',
  'motion_blur',
  'zoom_blur',
  'snow',
  'frost',
  'fog',
  'brightness',
  'contrast',
  'elastic_transform',
  'pixelate',
  'jpeg_compression',
] as const;
export type CorruptionName = (typeof corruptionNames)[number];

/** Severities of each corruption: 1, the mildest, to 5. */
export const severities = [1, 2, 3, 4, 5] as const;

export interface CorruptionSpec {
  name: CorruptionName;
  /** 1-5 */
  severity: number;
}

type Corrupt = (image: FloatImage, level: number, random: CounterRandom) => void;

/** Strengths for the severities 1-5. */
const at = <T>(strengths: readonly [T, T, T, T, T], level: number): T => strengths[level] ?? strengths[4];

const pixelCorruptions: Record<Exclude<CorruptionName, 'pixelate' | 'jpeg_compression'>, Corrupt> = {
  gaussian_noise: (image, level, random) =>
    noise.gaussian(image, at([0.08, 0.12, 0.18, 0.26, 0.38], level), random),
  shot_noise: (image, level, random) => noise.shot(image, at([60, 25, 12, 5, 3], level), random),
  impulse_noise: (image, level, random) =>
    noise.impulse(image, at([0.03, 0.06, 0.09, 0.17, 0.27], level), random),
  defocus_blur: (image, level) => {
    const [radius, softness] = at<[number, number]>(
      [
        [3, 0.1],
        [4, 0.5],
        [6, 0.5],
        [8, 0.5],
        [10, 0.5],
      ],
      level,
    );
    blur.defocus(image, radius, softness);
  },
  glass_blur: (image, level, random) => {
    const strengths = at<[number, number, number]>(
      [
        [0.7, 1, 2],
        [0.9, 2, 1],
        [1, 2, 3],
        [1.1, 3, 2],
        [1.5, 4, 2],
      ],
      level,
    );
    blur.glass(image, ...strengths, random);
  },
  motion_blur: (image, level, random) => {
    const [radius, sigma] = at<[number, number]>(
      [
        [10, 3],
        [15, 5],
        [15, 8],
        [15, 12],
        [20, 15],
      ],
      level,
    );
    blur.motion(image, radius, sigma, random.uniform(-45, 45));
  },
  zoom_blur: (image, level) => {
    const [most, step] = at<[number, number]>(
      [
        [1.11, 0.01],
        [1.16, 0.01],
        [1.21, 0.02],
        [1.26, 0.02],
        [1.31, 0.03],
      ],
      level,
    );
    blur.zoom(image, most, step);
  },
  snow: (image, level, random) => snow(image, level, random),
  frost: (image, level, random) => {
    const [share, ice] = at<[number, number]>(
      [
        [1, 0.4],
        [0.8, 0.6],
        [0.7, 0.7],
        [0.65, 0.7],
        [0.6, 0.75],
      ],
      level,
    );
    frost(image, share, ice, random);
  },
  fog: (image, level, random) => {
    const [strength, decay] = at<[number, number]>(
      [
        [1.5, 2],
        [2, 2],
        [2.5, 1.7],
        [2.5, 1.5],
        [3, 1.4],
      ],
      level,
    );
    fog(image, strength, decay, random);
  },
  brightness: (image, level) => noise.brighten(image, at([0.1, 0.2, 0.3, 0.4, 0.5], level)),
  contrast: (image, level) => noise.flatten(image, at([0.4, 0.3, 0.2, 0.1, 0.05], level)),
  elastic_transform: (image, level, random) => elastic(image, level, random),
};

/** Corrupts an image in place. */
export async function corrupt(
  image: PlanarImage,
  { name, severity }: CorruptionSpec,
  random: CounterRandom,
): Promise<void> {
  if (name === 'jpeg_compression') {
    await compress(image, at([25, 18, 15, 10, 7], severity - 1));
    return;
  }
  if (name === 'pixelate') {
    blur.pixelate(image, at([0.6, 0.5, 0.4, 0.3, 0.25], severity - 1));
    return;
  }
  const pixels = FloatImage.from(image);
  pixelCorruptions[name](pixels, severity - 1, random);
  pixels.write(image);
}

/** To JPEG and back. */
async function compress({ width, height, data }: PlanarImage, quality: number): Promise<void> {
  const size = width * height;
  const packed = new Uint8Array(3 * size);
  for (let i = 0; i < size; i++)
    for (let channel = 0; channel < 3; channel++) packed[3 * i + channel] = data[channel * size + i] ?? 0;
  const jpeg = await sharp(packed, { raw: { width, height, channels: 3 } })
    .jpeg({ quality })
    .toBuffer();
  const decoded = await sharp(jpeg).raw().toBuffer();
  for (let i = 0; i < size; i++)
    for (let channel = 0; channel < 3; channel++) data[channel * size + i] = decoded[3 * i + channel] ?? 0;
}
