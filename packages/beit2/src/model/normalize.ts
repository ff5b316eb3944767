/** How networks want their images. */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';
import { UserError } from '../errors.js';

/** Mean and standard deviation by which a network wants its input normalised, per channel for values in [0, 1]. */
export interface Normalization {
  mean: readonly number[];
  std: readonly number[];
}

export const imagenetNormalization: Normalization = {
  mean: [0.485, 0.456, 0.406],
  std: [0.229, 0.224, 0.225],
};
export const clipNormalization: Normalization = {
  mean: [0.48145466, 0.4578275, 0.40821073],
  std: [0.26862954, 0.26130258, 0.27577711],
};

/** What a tokenizer does to images in [0, 1] before its encoder sees them: they become [-1, 1]. */
export function tokenizerNormalization(channels: number): Normalization {
  const half = new Array<number>(channels).fill(0.5);
  return { mean: half, std: half };
}

/** Normalises images `[B, C, S, S]` in [0, 1]. */
export class Normalize extends nn.Module {
  private readonly mean: Tensor;
  private readonly scale: Tensor;

  /** @throws UserError where it would divide by 0 or by what is no number */
  constructor({ mean, std }: Normalization, device: torch.Device = 'cpu') {
    super();
    if (!std.every((value) => value > 0 && Number.isFinite(value)) || !mean.every(Number.isFinite)) {
      throw new UserError(
        `Images cannot be normalized by the mean [${mean.join(', ')}] and the standard deviation [${std.join(', ')}]: deviations must be above 0.`,
      );
    }
    const perChannel = (values: number[]): Tensor =>
      torch.tensor(values, { dtype: 'float32', device }).view([1, -1, 1, 1]).keep();
    this.mean = perChannel([...mean]);
    this.scale = perChannel([...std]);
  }

  override forward(images: Tensor): Tensor {
    return images.sub(this.mean).div(this.scale);
  }
}
