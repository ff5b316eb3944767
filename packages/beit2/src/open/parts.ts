/** Which parts weights of each kind have, and the sentence for those that they do not have. */
import { UserError } from '../errors.js';
import type { ModelKind } from '../model/weights/detect.js';
import type { MaskedImageModel } from '../model/masked-image-model.js';
import type { VisionTransformer } from '../model/vision-transformer.js';
import type { Teacher } from '../tokenizer/teachers/teacher.js';
import type { Tokenizer, VQKD } from '../tokenizer/vqkd.js';

/** What each part is, in evaluation mode and without gradients. */
export interface ModelParts {
  /** Images in [0, 1] to codes. */
  tokenizer: Tokenizer;
  /** A tokenizer with the decoder that rebuilds its teacher's features. */
  vqkd: VQKD;
  /** Normalised images to [CLS] and patch features, without a head. */
  encoder: VisionTransformer;
  /** Normalised images to logits. */
  classifier: VisionTransformer;
  /** An encoder with its mask token, its head over the codes and its aggregation branch. */
  'masked-image-model': MaskedImageModel;
  /** Images in [0, 1] to features of their patches. */
  teacher: Teacher;
}
export type ModelPart = keyof ModelParts;

/** What there is of a model where no part is asked for. */
export type MainPart = 'tokenizer' | 'encoder' | 'classifier';

/** Parts that each kind of weights has, the main one first. */
const partsOf: Record<ModelKind, readonly ModelPart[]> = {
  tokenizer: ['tokenizer', 'vqkd'],
  classifier: ['classifier', 'encoder', 'teacher'],
  pretrained: ['encoder', 'masked-image-model', 'teacher'],
  encoder: ['encoder', 'teacher'],
  clip: ['teacher'],
  dino: ['teacher'],
  dinov2: [],
  unknown: [],
};

const mainParts: readonly ModelPart[] = ['tokenizer', 'encoder', 'classifier'];

const nouns: Record<ModelPart, string> = {
  tokenizer: 'a tokenizer',
  vqkd: 'a tokenizer',
  encoder: 'an encoder',
  classifier: 'a classifier',
  'masked-image-model': 'a pretrained model with its head',
  teacher: 'a teacher',
};

/** The part that is wanted, or the main one. @throws UserError where the weights do not have it */
export function choosePart(
  { kind, reference, title }: { kind: ModelKind; reference: string; title: string },
  wanted: ModelPart | undefined,
): ModelPart {
  const parts = partsOf[kind];
  const part = wanted ?? parts.find((one) => mainParts.includes(one));
  if (part !== undefined && parts.includes(part)) return part;
  if (kind === 'unknown') throw new UserError(`${reference} holds ${title}.`);
  const noun = wanted === undefined ? 'a tokenizer, encoder or classifier' : nouns[wanted];
  throw new UserError(`${reference} holds ${title}, not ${noun}.`);
}
