/** The goldens' own config names, and ours made from them. */
import type { MaskedImageModelConfig } from '#beit2/model/masked-image-model.js';
import type { PositionKind, VisionTransformerConfig } from '#beit2/model/vision-transformer.js';
import type { VQKDConfig } from '#beit2/tokenizer/vqkd.js';

export interface TransformerSizes {
  img_size: number;
  patch_size: number;
  dim: number;
  depth: number;
  heads: number;
  mlp_ratio: number;
}

export interface VqkdSizes {
  encoder: TransformerSizes;
  decoder_depth: number;
  codes: number;
  code_dim: number;
  decay: number;
  beta?: number;
  teacher: TransformerSizes;
}

export interface MimSizes extends TransformerSizes {
  position: 'abs' | 'shared' | 'per-block';
  init_values: number;
  vocab: number;
  early_layers: number;
  head_layers: number;
  shared_lm_head: boolean;
}

export interface ClassifierSizes extends TransformerSizes {
  position: 'abs' | 'shared' | 'per-block';
  init_values: number;
  classes: number;
  mean_pooling: boolean;
}

export function sizes(config: TransformerSizes): {
  imageSize: number;
  patchSize: number;
  dim: number;
  depth: number;
  heads: number;
  mlpRatio: number;
} {
  const { img_size, patch_size, dim, depth, heads, mlp_ratio } = config;
  return { imageSize: img_size, patchSize: patch_size, dim, depth, heads, mlpRatio: mlp_ratio };
}

const positions: Record<string, PositionKind> = {
  abs: 'absolute',
  shared: 'shared',
  'per-block': 'per-block',
};

function position(name: string): PositionKind {
  const found = positions[name];
  if (!found) throw new Error(`unknown position ${name}`);
  return found;
}

export function vqkdConfig(config: VqkdSizes): VQKDConfig {
  return {
    encoder: sizes(config.encoder),
    quantizer: {
      codes: config.codes,
      codeDim: config.code_dim,
      decay: config.decay,
      commitment: config.beta ?? 1,
      kmeans: false,
    },
    decoderDepth: config.decoder_depth,
    teacherDim: config.teacher.dim,
  };
}

export function mimConfig(config: MimSizes): MaskedImageModelConfig {
  return {
    ...sizes(config),
    position: position(config.position),
    layerScale: config.init_values,
    codes: config.vocab,
    aggregation: {
      earlyLayer: config.early_layers,
      layers: config.head_layers,
      sharedHead: config.shared_lm_head,
    },
  };
}

export function classifierConfig(config: ClassifierSizes): VisionTransformerConfig {
  return {
    ...sizes(config),
    position: position(config.position),
    layerScale: config.init_values,
    classes: config.classes,
    meanPooling: config.mean_pooling,
  };
}
