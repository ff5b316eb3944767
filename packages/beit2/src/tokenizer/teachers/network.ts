/** A network of this process as a teacher. */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';

import { type Normalization, Normalize } from '../../model/normalize.js';
import type { Teacher } from './teacher.js';

/** What a network must tell to teach. */
export interface NetworkTeacherOptions {
  name: string;
  imageSize: number;
  grid: number;
  dim: number;
  normalization: Normalization;
  /** Held so that its weights live as long as the teacher. */
  network: nn.Module;
  /** Normalised images → features `[B, grid², dim]`. */
  patchFeatures: (images: Tensor) => Tensor;
  device: torch.Device;
}

/** Wraps a network: no gradients, its own normalisation. */
export function networkTeacher(options: NetworkTeacherOptions): Teacher {
  const { name, imageSize, grid, dim, network, patchFeatures, device } = options;
  network.to({ device }).eval().requiresGrad_(false);
  const normalize = new Normalize(options.normalization, device);
  return {
    name,
    imageSize,
    grid,
    dim,
    features: (images) =>
      Promise.resolve(torch.scope(() => torch.noGrad(() => patchFeatures(normalize.forward(images))))),
  };
}
