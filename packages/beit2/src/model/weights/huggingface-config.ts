/** The `config.json` and `preprocessor_config.json` that Hugging Face's library needs beside weights. */
import type { Activation, ModelCard } from '../model-card.js';
import { labelConfig } from './class-names.js';
import type { ModelKind, ModelSizes } from './detect.js';
import type { StateDict } from './key-maps.js';

const activationNames: Record<Activation, string> = {
  gelu: 'gelu',
  gelu_tanh: 'gelu_pytorch_tanh',
  quick_gelu: 'quick_gelu',
  relu: 'relu',
};

/** Keys whose values the library takes as floating-point numbers only, which in its JSON have a point. */
const floats = ['layer_scale_init_value', 'layer_norm_eps', 'layerscale_value'];

/**
 * @param tensors under our key names
 * @param sizes of their shapes
 * @returns text of config.json for the model class that the kind maps to
 */
export function huggingFaceConfig(
  kind: ModelKind,
  tensors: StateDict,
  sizes: ModelSizes,
  card: ModelCard,
): string {
  const shared = {
    hidden_size: card.dim,
    intermediate_size: card.hidden,
    num_hidden_layers: card.depth,
    num_attention_heads: card.heads,
    image_size: card.image.size,
    patch_size: card.patchSize,
    num_channels: card.image.channels,
    hidden_act: activationNames[card.activation],
    layer_norm_eps: card.eps,
  };
  const labels = sizes.classes === undefined ? {} : labelConfig(sizes.classes, card.classes);
  return toJson({ ...specific(kind, tensors, sizes, card, shared), ...labels });
}

function specific(
  kind: ModelKind,
  tensors: StateDict,
  sizes: ModelSizes,
  card: ModelCard,
  shared: Record<string, unknown>,
): Record<string, unknown> {
  const isClassifier = sizes.classes !== undefined;
  switch (kind) {
    case 'clip':
      return {
        architectures: [sizes.featureDim === undefined ? 'CLIPVisionModel' : 'CLIPVisionModelWithProjection'],
        model_type: 'clip_vision_model',
        ...shared,
        projection_dim: sizes.featureDim,
      };
    case 'dino':
      return {
        architectures: [isClassifier ? 'ViTForImageClassification' : 'ViTModel'],
        model_type: 'vit',
        ...shared,
        qkv_bias: tensors.has('blocks.0.attn.qkv.bias'),
      };
    case 'dinov2':
      return { ...shared, intermediate_size: undefined, ...dinov2(tensors, card, isClassifier) };
    default:
      return { ...beit(kind, tensors), ...shared };
  }
}

function dinov2(
  tensors: StateDict,
  { dim, hidden }: ModelCard,
  isClassifier: boolean,
): Record<string, unknown> {
  const registers = tensors.get('register_tokens')?.shape[1] ?? 0;
  const isGated = tensors.has('blocks.0.mlp.w12.weight');
  const name = registers > 0 ? 'Dinov2WithRegisters' : 'Dinov2';
  return {
    architectures: [`${name}${isClassifier ? 'ForImageClassification' : 'Model'}`],
    model_type: registers > 0 ? 'dinov2_with_registers' : 'dinov2',
    ...(registers > 0 && { num_register_tokens: registers }),
    mlp_ratio: ((isGated ? 1.5 : 1) * hidden) / dim, // two thirds of it are the width of a gated layer there
    use_swiglu_ffn: isGated,
    qkv_bias: tensors.has('blocks.0.attn.qkv.bias'),
  };
}

function beit(kind: ModelKind, tensors: StateDict): Record<string, unknown> {
  const architectures: Partial<Record<ModelKind, string>> = {
    pretrained: 'BeitForMaskedImageModeling',
    classifier: 'BeitForImageClassification',
  };
  return {
    architectures: [architectures[kind] ?? 'BeitModel'],
    model_type: 'beit',
    use_absolute_position_embeddings: tensors.has('pos_embed'),
    use_relative_position_bias: tensors.has('blocks.0.attn.relative_position_bias_table'),
    use_shared_relative_position_bias: tensors.has('rel_pos_bias.relative_position_bias_table'),
    use_mask_token: tensors.has('mask_token'),
    // The class for pretraining has its own norm at the end; with mean pooling its trunk has none before it.
    use_mean_pooling: kind === 'pretrained' || tensors.has('fc_norm.weight'),
    layer_scale_init_value: tensors.has('blocks.0.gamma_1') ? 0.1 : 0,
    vocab_size: tensors.get('lm_head.weight')?.shape[0] ?? 8192,
  };
}

/** Pillow's numbers of the filters. */
const resamplings = { lanczos: 1, bilinear: 2, bicubic: 3 };

/** @returns text of preprocessor_config.json: short side to a size, the centre, mean and deviation */
export function preprocessorConfig({ image }: ModelCard): string {
  const { size, resize, interpolation, mean, std } = image;
  return toJson({
    image_processor_type: 'BitImageProcessor', // the one that keeps the ratio of the sides and then takes the centre
    do_convert_rgb: true,
    do_resize: true,
    size: { shortest_edge: resize },
    resample: resamplings[interpolation],
    do_center_crop: true,
    crop_size: { height: size, width: size },
    do_rescale: true,
    rescale_factor: 1 / 255,
    do_normalize: true,
    image_mean: mean,
    image_std: std,
  });
}

function toJson(values: Record<string, unknown>): string {
  const text = JSON.stringify(values, null, 2) + '\n';
  const whole = new RegExp(`^(  "(?:${floats.join('|')})": -?\\d+)(,?)$`, 'gm');
  return text.replace(whole, '$1.0$2');
}
