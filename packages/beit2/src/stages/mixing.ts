/** Mixup (Zhang et al. 2018) and CutMix (Yun et al. 2019) of a batch with itself in reverse order, as timm's batch mode. */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';
import type { Box } from '../data/pixels/pixels.js';
import type { CounterRandom } from '../data/random.js';

export interface MixingOptions {
  /** Parameter of the beta distribution of mixup's share; 0 leaves mixup out. */
  mixup: number;
  /** The same for CutMix's area. */
  cutmix: number;
  /** That a batch is mixed. */
  probability: number;
  /** That it is CutMix, where both are on. */
  switchProbability: number;
}

/** What happens to a batch; `share` is the weight of an image's own target. */
export type Mixing = { kind: 'mixup'; share: number } | { kind: 'cutmix'; share: number; box: Box };

/** Gamma-distributed (Marsaglia and Tsang 2000). */
function gamma(random: CounterRandom, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Beta(alpha, alpha), in [0, 1]. */
export function symmetricBeta(random: CounterRandom, alpha: number): number {
  const [a, b] = [gamma(random, alpha), gamma(random, alpha)];
  return a + b === 0 ? 0.5 : a / (a + b);
}

/** Draws what happens to a batch of square images of `size` pixels; null leaves it as it is. */
export function drawMixing(random: CounterRandom, options: MixingOptions, size: number): Mixing | null {
  const { mixup, cutmix, probability, switchProbability } = options;
  if ((mixup === 0 && cutmix === 0) || random.next() >= probability) return null;
  const isCut = cutmix > 0 && (mixup === 0 || random.next() < switchProbability);
  const share = symmetricBeta(random, isCut ? cutmix : mixup);
  if (!isCut) return { kind: 'mixup', share };
  const half = Math.floor(Math.trunc(size * Math.sqrt(1 - share)) / 2);
  const [y, x] = [random.int(size), random.int(size)];
  const [top, left] = [Math.max(0, y - half), Math.max(0, x - half)];
  const box = { top, left, height: Math.min(size, y + half) - top, width: Math.min(size, x + half) - left };
  return { kind: 'cutmix', share: 1 - (box.width * box.height) / size ** 2, box };
}

/** Mixes images `[B, C, S, S]` with those in reverse order. */
export function mixImages(images: Tensor, mixing: Mixing): Tensor {
  const others = images.flip([0]);
  if (mixing.kind === 'mixup') return torch.lerp(others, images, mixing.share);
  const { top, left, height, width } = mixing.box;
  const part = (whole: Tensor): Tensor => whole.narrow(2, top, height).narrow(3, left, width);
  const mixed = images.clone();
  part(mixed).copy_(part(others));
  return mixed;
}

/**
 * Targets `[B, classes]`: 1 - smoothing on the label and smoothing spread over all classes; mixed as the images are.
 * @param labels int64 `[B]`
 */
export function softTargets(
  labels: Tensor,
  classes: number,
  smoothing: number,
  mixing: Mixing | null,
): Tensor {
  const own = nn.functional
    .oneHot(labels, classes)
    .float()
    .mul(1 - smoothing)
    .add(smoothing / classes);
  return mixing ? torch.lerp(own.flip([0]), own, mixing.share) : own;
}
