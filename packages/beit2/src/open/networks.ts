/** From a card to the network that it describes, with fresh weights; and weights into a network. */
import * as torch from '@beit2/torch';
import { allFromRaw } from '@beit2/torch';
import type { FinetuneRecipe, PretrainRecipe, TokenizerRecipe } from '../config/schema.js';
import { channelCount } from '../data/rasters/bands.js';
import { UserError } from '../errors.js';
import { followNotes, planLoad } from '../model/weights/load-plan.js';
import type { KeyNote } from '../model/weights/key-maps.js';
import { checkWeights } from '../model/check-numbers.js';
import { MaskedImageModel } from '../model/masked-image-model.js';
import {
  VisionTransformer,
  type PositionKind,
  type VisionTransformerConfig,
} from '../model/vision-transformer.js';
import { Tokenizer, VQKD, type TokenizerConfig, type VQKDConfig } from '../tokenizer/vqkd.js';
import type { OpenedWeights } from './open-weights.js';

/** Sizes of a recipe's tokenizer. */
function tokenizerConfig({ data, model, quantizer }: TokenizerRecipe): TokenizerConfig {
  return { encoder: { imageSize: data.imageSize, inChannels: channelCount(data), ...model }, quantizer };
}

/** Sizes of the whole VQ-KD of a recipe, for a teacher with features of size `teacherDim`. */
export function vqkdConfig(recipe: TokenizerRecipe, teacherDim: number): VQKDConfig {
  return { ...tokenizerConfig(recipe), decoderDepth: recipe.decoder.depth, teacherDim };
}

/** Sizes of a recipe's masked image model; `outputs` a masked patch. */
export function maskedImageModel({ data, model }: PretrainRecipe, outputs: number): MaskedImageModel {
  return new MaskedImageModel({
    imageSize: data.imageSize,
    inChannels: channelCount(data),
    ...model,
    codes: outputs,
  });
}

/** The classifier of a recipe, with fresh weights. */
export function classifierModel({ data, model }: FinetuneRecipe, classes: number): VisionTransformer {
  const { normEps, ...sizes } = model;
  return new VisionTransformer({
    imageSize: data.imageSize,
    inChannels: channelCount(data),
    ...sizes,
    eps: normEps,
    classes,
  });
}

/** Weights as far as they shape a network. */
export type NetworkSource = Pick<OpenedWeights, 'card' | 'tensors' | 'sizes' | 'reference' | 'recipe'>;

/** The ratio whose product with the width, rounded down, is the hidden width. */
export function mlpRatioOf({ dim, hidden }: { dim: number; hidden: number }): number {
  const ratio = hidden / dim;
  return Math.floor(ratio * dim) < hidden ? ratio + 1e-9 : ratio;
}

/** Where positions stand in weights. */
export function positionOf({ tensors }: Pick<NetworkSource, 'tensors'>): PositionKind | undefined {
  if (tensors.has('pos_embed') || tensors.has('encoder.pos_embed')) return 'absolute';
  if (tensors.has('rel_pos_bias.relative_position_bias_table')) return 'shared';
  return tensors.has('blocks.0.attn.relative_position_bias_table') ? 'per-block' : undefined;
}

function trunkConfig({ card, tensors, reference }: NetworkSource): VisionTransformerConfig {
  if (card.activation !== 'gelu') {
    throw new UserError(
      `${reference} uses the activation ${card.activation}, but BEiT models and tokenizers support only gelu.`,
    );
  }
  const { dim, depth, heads, patchSize, eps, image } = card;
  return {
    imageSize: image.size,
    inChannels: image.channels,
    patchSize,
    dim,
    depth,
    heads,
    mlpRatio: mlpRatioOf(card),
    eps,
    position: positionOf({ tensors }) ?? 'absolute',
    layerScale: tensors.has('blocks.0.gamma_1') ? 0.1 : 0,
  };
}

/** BEiT's transformer, with its head or without. */
export function newTransformer(source: NetworkSource, withHead: boolean): VisionTransformer {
  const classes = withHead ? (source.sizes.classes ?? 0) : 0;
  return new VisionTransformer({
    ...trunkConfig(source),
    meanPooling: source.tensors.has('fc_norm.weight'),
    classes,
  });
}

/** A masked image model, its aggregation branch included where the weights have one. */
export function newMaskedImageModel(source: NetworkSource): MaskedImageModel {
  const { sizes, card, tensors } = source;
  const { aggregationDepth: layers, codes = 1 } = sizes;
  const aggregation =
    layers === undefined || card.earlyLayer === null
      ? null
      : { earlyLayer: card.earlyLayer, layers, sharedHead: !tensors.has('cls_pt_lm_head.weight') };
  return new MaskedImageModel({ ...trunkConfig(source), aggregation, codes });
}

function newTokenizerConfig(source: NetworkSource): TokenizerConfig {
  const { card, reference, recipe } = source;
  if (card.quantizer === null) throw new UserError(`${reference} has no codebook, which a tokenizer needs.`);
  const { imageSize, inChannels, patchSize, dim, depth, heads, mlpRatio, eps } = trunkConfig(source);
  if (eps !== 1e-6) {
    throw new UserError(
      `${reference} has an epsilon of ${eps} in its layer norms, but tokenizers support only 1e-6.`,
    );
  }
  const quantizer = recipe?.stage === 'tokenizer' ? recipe.quantizer : { ...card.quantizer, kmeans: false };
  return { encoder: { imageSize, inChannels, patchSize, dim, depth, heads, mlpRatio }, quantizer };
}

/** The half of a VQ-KD that turns images into codes. */
export function newTokenizer(source: NetworkSource): Tokenizer {
  return new Tokenizer(newTokenizerConfig(source));
}

/** A whole VQ-KD. @throws UserError where its decoder is not in the weights */
export function newVqkd(source: NetworkSource): VQKD {
  const { decoderDepth, featureDim } = source.sizes;
  if (decoderDepth === undefined || featureDim === undefined) {
    throw new UserError(`${source.reference} holds a tokenizer without its decoder, which is needed here.`);
  }
  return new VQKD({ ...newTokenizerConfig(source), decoderDepth, teacherDim: featureDim });
}

/** What a load did. */
export interface LoadReport {
  /** What became of each key of the file. */
  notes: KeyNote[];
  /** Keys of the model that keep its own values. */
  fresh: string[];
}

/**
 * Copies weights into a model; positions of another grid are resized, a shared position table is copied to the blocks.
 * @param fresh keys that may keep the model's own values where the file lacks them or has another shape
 * @throws UserError that lists every key missing, unexpected and mismatched, or names a tensor with NaN or infinity
 */
export function loadInto(
  model: torch.nn.Module,
  weights: Pick<OpenedWeights, 'path' | 'tensors' | 'notes'>,
  fresh: readonly RegExp[] = [],
): LoadReport {
  const plan = planLoad(weights.path, weights.tensors, model.stateDict(), { fresh });
  torch.scope(() => {
    const tensors = allFromRaw(plan.tensors);
    checkWeights(weights.path, tensors);
    model.loadStateDict(tensors, { strict: false });
  });
  return {
    notes: followNotes(weights.notes, plan.notes),
    fresh: plan.fresh.filter((key) => !key.endsWith('relative_position_index')),
  };
}
