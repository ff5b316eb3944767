/** The `config.json` that Hugging Face's library needs beside weights, from the weights' shapes. */
import { labelConfig } from './class-names.js';
import { describeStateDict, type ModelKind, type ModelSizes } from './detect.js';
import type { StateDict } from './key-maps.js';

/** Width of an attention head where no table tells: that of every released model. */
const headSize = 64;

/**
 * @param tensors under our key names
 * @param known sizes that the source told beside its shapes
 * @param classes names of a classifier's classes, null where there are none
 * @returns values of config.json for the model class that the kind maps to
 */
export function huggingFaceConfig(
  kind: ModelKind,
  tensors: StateDict,
  known: ModelSizes,
  classes: readonly string[] | null,
): Record<string, unknown> {
  const sizes = { ...known, ...describeStateDict(tensors).sizes };
  const { dim = 0, patch = 1, grid = 1 } = sizes;
  const shared = {
    hidden_size: dim,
    intermediate_size: sizes.hidden,
    num_hidden_layers: sizes.depth,
    num_attention_heads: sizes.heads ?? Math.max(1, Math.round(dim / headSize)),
    image_size: patch * grid,
    patch_size: patch,
    num_channels: 3,
    hidden_act: 'gelu',
    layer_norm_eps: sizes.normEps ?? (kind === 'clip' ? 1e-5 : 1e-6),
  };
  const labels = sizes.classes === undefined ? {} : labelConfig(sizes.classes, classes);
  switch (kind) {
    case 'clip':
      return {
        architectures: ['CLIPVisionModelWithProjection'],
        model_type: 'clip_vision_model',
        ...shared,
        hidden_act: 'quick_gelu', // OpenAI's
        projection_dim: sizes.featureDim,
      };
    case 'dino':
      return { architectures: ['ViTModel'], model_type: 'vit', ...shared, qkv_bias: true };
    case 'dinov2':
      return {
        architectures: ['Dinov2Model'],
        model_type: 'dinov2',
        ...shared,
        intermediate_size: undefined,
        ...dinov2(tensors, sizes.hidden, dim),
      };
    default:
      return { ...beit(kind, tensors), ...shared, ...labels };
  }
}

function dinov2(tensors: StateDict, hidden: number | undefined, dim: number): Record<string, unknown> {
  return {
    mlp_ratio: hidden === undefined ? 4 : hidden / dim,
    use_swiglu_ffn: tensors.has('blocks.0.mlp.w12.weight'),
    qkv_bias: true,
  };
}

function beit(kind: ModelKind, tensors: StateDict): Record<string, unknown> {
  const architectures = {
    pretrained: 'BeitForMaskedImageModeling',
    classifier: 'BeitForImageClassification',
  };
  return {
    architectures: [kind === 'pretrained' || kind === 'classifier' ? architectures[kind] : 'BeitModel'],
    model_type: 'beit',
    use_absolute_position_embeddings: tensors.has('pos_embed'),
    use_relative_position_bias: tensors.has('blocks.0.attn.relative_position_bias_table'),
    use_shared_relative_position_bias: tensors.has('rel_pos_bias.relative_position_bias_table'),
    use_mask_token: tensors.has('mask_token'),
    use_mean_pooling: tensors.has('fc_norm.weight'),
    layer_scale_init_value: tensors.has('blocks.0.gamma_1') ? 0.1 : 0,
    vocab_size: tensors.get('lm_head.weight')?.shape[0] ?? 8192,
  };
}
