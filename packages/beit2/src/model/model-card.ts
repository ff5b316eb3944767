/** What must be known of a model to compute with its weights, and what its shapes do not show of that. */
import type { z } from 'zod';
import { activations, interpolations, precisions } from '../config/choices.js';
import type { CenterCropTransform } from '../data/loading/transforms.js';

/** Networks: BEiT and BEiT v2, VQ-KD, CLIP's image encoder, the plain vision transformer (DINO and others), DINOv2. */
const families = ['beit', 'vqkd', 'clip', 'vit', 'dinov2'] as const;

export type Activation = (typeof activations)[number];

/** The form of a card as JSON, made by `zod`. */
export function modelCardSchema(zod: typeof z) {
  const count = zod.int().positive();
  const perChannel = zod.array(zod.number()).readonly();
  const window = zod.tuple([zod.number(), zod.number()]).readonly();
  const band = zod.object({ name: zod.string(), place: count.nullable() });
  return zod.object({
    family: zod.enum(families),
    /** Width D. */
    dim: count,
    /** Blocks of the encoder. */
    depth: count,
    heads: count,
    /** Width of the hidden layer in each block. */
    hidden: count,
    /** Side of a patch, pixels. */
    patchSize: count,
    /** Added to the variance in layer norms. */
    eps: zod.number().positive(),
    activation: zod.enum(activations),
    /** The images that it takes, and how evaluation makes them: the short side to `resize` pixels, then the centre. */
    image: zod.object({
      /** Side, pixels. */
      size: count,
      channels: count,
      /** What the channels are; red, green and blue of eight bits where it is not there. */
      bands: zod
        .object({ bands: zod.array(band).readonly(), windows: zod.array(window).readonly().nullable() })
        .optional(),
      /** Of each channel, for values in [0, 1]. */
      mean: perChannel,
      std: perChannel,
      resize: count,
      interpolation: zod.enum(interpolations),
    }),
    /** Names of the classes in the order of the logits; null where nothing tells them. */
    classes: zod.array(zod.string()).readonly().nullable(),
    /** Arithmetic that it was trained in. */
    precision: zod.enum(precisions),
    /** Of a tokenizer: K codes of size d. */
    quantizer: zod.object({ codes: count, codeDim: count }).nullable(),
    /** Of a pretrained model with patch aggregation: the block, from 1, whose patch tokens the branch takes. */
    earlyLayer: count.nullable(),
    licence: zod.string().nullable(),
    /** Where the weights came from: an address or a name on a hub. */
    origin: zod.string().nullable(),
  });
}
export type ModelCard = Readonly<z.infer<ReturnType<typeof modelCardSchema>>>;

/** What a user may say of a model in place of what is read or assumed. */
export interface CardOverrides {
  heads?: number | undefined;
  eps?: number | undefined;
  activation?: Activation | undefined;
  mean?: readonly number[] | undefined;
  std?: readonly number[] | undefined;
}

/** What evaluation makes of an image for a model. */
export function evaluationOf({
  image: { size, bands, resize, interpolation },
}: Pick<ModelCard, 'image'>): CenterCropTransform {
  return { kind: 'center-crop', size, resize, interpolation, ...(bands && { bands }) };
}
