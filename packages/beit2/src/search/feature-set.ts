/** Feature vectors of images, and where they came from. Whoever only searches needs no more of them. */
import { z } from 'zod';
import type { Pooling } from '../model/vision-transformer.js';

/** Where vectors came from: what a search needs to embed its queries alike and to show what it found. */
export interface FeatureOrigin {
  /** The model, as `openModel` takes it. */
  model: string;
  pooling: Pooling;
  /** What `hashModel` gave for it, where it was noted. */
  sha256?: string | undefined;
  /** The images, as `openSource` takes them. */
  source: string[];
}

/** One vector an image. */
export interface FeatureSet {
  /** Where each image lies. */
  names: string[];
  dim: number;
  /** [names, dim], row by row. */
  values: Float32Array;
  /** null where the file does not tell. */
  origin: FeatureOrigin | null;
}

export const originSchema = z
  .object({
    model: z.string(),
    pooling: z.enum(['cls', 'mean']),
    sha256: z.string().optional(),
    source: z.array(z.string()),
  })
  .nullable();
