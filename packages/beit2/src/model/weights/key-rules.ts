/**
 * How the same weights are named: our keys, which are those of the official releases, against Hugging Face's.
 * `*` stands for a block's number. Several names against one are joined along the rows.
 */

/** One tensor of ours and what it is elsewhere. */
export interface KeyRule {
  ours: string;
  theirs: readonly string[];
  /** Theirs is the transposed matrix. */
  transposed?: boolean;
}

function one(ours: string, theirs: string): KeyRule {
  return { ours, theirs: [theirs] };
}

/** A layer with weight and bias. */
function layer(ours: string, theirs: string): KeyRule[] {
  return [one(`${ours}.weight`, `${theirs}.weight`), one(`${ours}.bias`, `${theirs}.bias`)];
}

/** Query, key and value in one against apart. */
function joined(ours: string, theirs: string, names: readonly string[], what: 'weight' | 'bias'): KeyRule {
  return { ours, theirs: names.map((name) => `${theirs}.${name}.${what}`) };
}

const queryKeyValue = ['query', 'key', 'value'] as const;

const vitEmbeddings: KeyRule[] = [
  one('cls_token', 'embeddings.cls_token'),
  one('mask_token', 'embeddings.mask_token'),
  one('pos_embed', 'embeddings.position_embeddings'),
  ...layer('patch_embed.proj', 'embeddings.patch_embeddings.projection'),
  ...layer('norm', 'layernorm'),
  ...layer('head', 'classifier'),
];

const vitAttention: KeyRule[] = [
  joined('blocks.*.attn.qkv.weight', 'encoder.layer.*.attention.attention', queryKeyValue, 'weight'),
  ...layer('blocks.*.attn.proj', 'encoder.layer.*.attention.output.dense'),
];

const vitBlock: KeyRule[] = [
  ...layer('blocks.*.norm1', 'encoder.layer.*.layernorm_before'),
  ...layer('blocks.*.norm2', 'encoder.layer.*.layernorm_after'),
  ...layer('blocks.*.mlp.fc1', 'encoder.layer.*.intermediate.dense'),
  ...layer('blocks.*.mlp.fc2', 'encoder.layer.*.output.dense'),
];

const qkvBias = joined(
  'blocks.*.attn.qkv.bias',
  'encoder.layer.*.attention.attention',
  queryKeyValue,
  'bias',
);

/** BeitModel, BeitForImageClassification, BeitForMaskedImageModeling, without their prefix `beit.`. */
export const beitRules: KeyRule[] = [
  ...vitEmbeddings,
  ...layer('fc_norm', 'pooler.layernorm'),
  ...layer('lm_head', 'lm_head'),
  one(
    'rel_pos_bias.relative_position_bias_table',
    'encoder.relative_position_bias.relative_position_bias_table',
  ),
  ...vitAttention,
  ...vitBlock,
  one('blocks.*.attn.q_bias', 'encoder.layer.*.attention.attention.query.bias'),
  one('blocks.*.attn.v_bias', 'encoder.layer.*.attention.attention.value.bias'),
  one(
    'blocks.*.attn.relative_position_bias_table',
    'encoder.layer.*.attention.attention.relative_position_bias.relative_position_bias_table',
  ),
  one('blocks.*.gamma_1', 'encoder.layer.*.lambda_1'),
  one('blocks.*.gamma_2', 'encoder.layer.*.lambda_2'),
];

/** ViTModel and its kin (DINO), without their prefix `vit.`. */
export const vitRules: KeyRule[] = [...vitEmbeddings, ...vitAttention, ...vitBlock, qkvBias];

/** Dinov2Model and its kin, without their prefix `dinov2.`. */
export const dinov2Rules: KeyRule[] = [
  ...vitEmbeddings,
  one('register_tokens', 'embeddings.register_tokens'),
  ...vitAttention,
  qkvBias,
  ...layer('blocks.*.norm1', 'encoder.layer.*.norm1'),
  ...layer('blocks.*.norm2', 'encoder.layer.*.norm2'),
  one('blocks.*.ls1.gamma', 'encoder.layer.*.layer_scale1.lambda1'),
  one('blocks.*.ls2.gamma', 'encoder.layer.*.layer_scale2.lambda1'),
  ...layer('blocks.*.mlp.fc1', 'encoder.layer.*.mlp.fc1'),
  ...layer('blocks.*.mlp.fc2', 'encoder.layer.*.mlp.fc2'),
  ...layer('blocks.*.mlp.w12', 'encoder.layer.*.mlp.weights_in'),
  ...layer('blocks.*.mlp.w3', 'encoder.layer.*.mlp.weights_out'),
];

const projections = ['q_proj', 'k_proj', 'v_proj'] as const;
const clipBlock = 'visual.transformer.resblocks.*';

/** CLIPVisionModel, CLIPVisionModelWithProjection, CLIPModel, without their prefix `vision_model.`; ours are OpenAI's. */
export const clipRules: KeyRule[] = [
  one('visual.class_embedding', 'embeddings.class_embedding'),
  one('visual.conv1.weight', 'embeddings.patch_embedding.weight'),
  one('visual.positional_embedding', 'embeddings.position_embedding.weight'),
  ...layer('visual.ln_pre', 'pre_layrnorm'), // spelt so there
  ...layer('visual.ln_post', 'post_layernorm'),
  { ours: 'visual.proj', theirs: ['visual_projection.weight'], transposed: true },
  joined(`${clipBlock}.attn.in_proj_weight`, 'encoder.layers.*.self_attn', projections, 'weight'),
  joined(`${clipBlock}.attn.in_proj_bias`, 'encoder.layers.*.self_attn', projections, 'bias'),
  ...layer(`${clipBlock}.attn.out_proj`, 'encoder.layers.*.self_attn.out_proj'),
  ...layer(`${clipBlock}.ln_1`, 'encoder.layers.*.layer_norm1'),
  ...layer(`${clipBlock}.ln_2`, 'encoder.layers.*.layer_norm2'),
  ...layer(`${clipBlock}.mlp.c_fc`, 'encoder.layers.*.mlp.fc1'),
  ...layer(`${clipBlock}.mlp.c_proj`, 'encoder.layers.*.mlp.fc2'),
];
