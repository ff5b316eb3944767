/** What a state dict is: which model, whose key names, which sizes. */
import type { LazyTensor } from '@beit2/torch/safetensors';
import type { HuggingFaceConfig } from './sidecars.js';

/** Which model. */
export type ModelKind =
  'pretrained' | 'classifier' | 'encoder' | 'tokenizer' | 'clip' | 'dino' | 'dinov2' | 'unknown';

/** Whose key names: the official releases' (ours are the same), timm's or Hugging Face's. */
export type Dialect = 'official' | 'timm' | 'huggingface';

/** Sizes that follow from the shapes; what does not follow is left out. */
export interface ModelSizes {
  /** Width D. */
  dim?: number;
  /** Blocks of the encoder. */
  depth?: number;
  /** Attention heads: from a relative position table or a config.json, shapes tell it nowhere else. */
  heads?: number;
  /** Added to the variance in layer norms, from a config.json. */
  normEps?: number;
  /** Pixels of a patch's side; of its height where it is not square. */
  patch?: number;
  /** Pixels of its width, where that is another. */
  patchWidth?: number;
  /** Channels of the images, where they are not 3. */
  channels?: number;
  /** Patches of the picture's side, where it is square. */
  grid?: number;
  /** Width of the hidden layer in each block. */
  hidden?: number;
  classes?: number;
  /** Codes K of the codebook, or of the head that predicts them. */
  codes?: number;
  /** Code dimension d. */
  codeDim?: number;
  /** Blocks of the patch-aggregation branch. */
  aggregationDepth?: number;
  /** Blocks of the tokenizer's decoder. */
  decoderDepth?: number;
  /** Width of the features: of CLIP's projection, or of those a tokenizer's decoder predicts. */
  featureDim?: number;
}

export interface Description {
  kind: ModelKind;
  dialect: Dialect;
  /** In words, such as "BEiT v2, pretrained (official key names)". */
  title: string;
  sizes: ModelSizes;
}

type Shapes = ReadonlyMap<string, Pick<LazyTensor, 'shape'>>;

/**
 * Says what a state dict is, by its keys and shapes.
 * @param config of Hugging Face's library, which tells more sizes
 */
export function describeStateDict(tensors: Shapes, config: HuggingFaceConfig | null = null): Description {
  const own = new Map([...tensors].map(([key, tensor]) => [key.replace(backbone, ''), tensor]));
  const { kind, dialect } = recognise(own);
  const sizes = { ...configSizes(config), ...sizesOf(own) };
  return { kind, dialect, title: titleOf(kind, dialect, own), sizes };
}

/** What whole training states of DINO have in front of the encoder's keys. */
export const backbone = /^backbone\./;

function configSizes(config: HuggingFaceConfig | null): ModelSizes {
  const { num_attention_heads: heads, layer_norm_eps: normEps } = config?.vision_config ?? config ?? {};
  return {
    ...(typeof heads === 'number' ? { heads } : {}),
    ...(typeof normEps === 'number' ? { normEps } : {}),
  };
}

function recognise(tensors: Shapes): { kind: ModelKind; dialect: Dialect } {
  const has = (pattern: RegExp): boolean => [...tensors.keys()].some((key) => pattern.test(key));
  if (otherModel(tensors) !== null) return { kind: 'unknown', dialect: 'official' };
  if (has(/^quantize\./) && has(/^encoder\./)) return { kind: 'tokenizer', dialect: 'official' };
  if (has(/^visual\.(conv1|class_embedding)/)) return { kind: 'clip', dialect: 'official' };
  if (has(/^(vision_model\.)?pre_layrnorm\./)) return { kind: 'clip', dialect: 'huggingface' };

  if (has(/(^|\.)encoder\.layer\.\d+\./) && has(/patch_embeddings\.projection\.weight$/)) {
    const dialect = 'huggingface';
    if (has(/\.layer_scale1\.lambda1$/)) return { kind: 'dinov2', dialect };
    if (!has(/\.lambda_1$|relative_position_bias_table$|^beit\./)) return { kind: 'dino', dialect };
    if (has(/^lm_head\./)) return { kind: 'pretrained', dialect };
    return { kind: has(/^classifier\./) ? 'classifier' : 'encoder', dialect };
  }
  if (!has(/^blocks\.\d+\./) || !has(/^patch_embed\./)) return { kind: 'unknown', dialect: 'official' };
  if (has(/^blocks\.\d+\.ls1\.gamma$/)) return { kind: 'dinov2', dialect: 'official' };
  const isBeit = has(/\.q_bias$|relative_position_bias_table$|^(lm_head|cls_pt_layers)\./);
  if (has(/^blocks\.\d+\.attn\.qkv\.bias$/) || !isBeit) return { kind: 'dino', dialect: 'official' };
  if (has(/^(lm_head|cls_pt_layers)\./)) return { kind: 'pretrained', dialect: 'official' };
  const isTimm = has(/relative_position_bias_table$/) && !has(/relative_position_index$/);
  return { kind: has(/^head\./) ? 'classifier' : 'encoder', dialect: isTimm ? 'timm' : 'official' };
}

/** Models of the field that resemble those known here, by keys of their own. */
const others: [RegExp, string][] = [
  [/(^|\.)(dist_token|distillation_token)$/, 'DeiT with a distillation token'],
  [
    /^(decoder_blocks\.|decoder_embed\.|decoder\.decoder_embed\.)/,
    'a masked autoencoder (MAE) with its decoder',
  ],
  [/^beit3\./, 'BEiT-3'],
  [/embeddings\.word_embeddings\.weight$/, 'a language model such as BERT'],
];

/** The name of a model that is not read here, in words; null where none of them is recognised. */
function otherModel(tensors: Shapes): string | null {
  for (const [pattern, name] of others)
    if ([...tensors.keys()].some((key) => pattern.test(key))) return `${name}, which is not supported`;
  return null;
}

const dialectNames: Record<Dialect, string> = {
  official: 'official key names',
  timm: 'key names of timm',
  huggingface: 'key names of Hugging Face',
};

function titleOf(kind: ModelKind, dialect: Dialect, tensors: Shapes): string {
  const version = [...tensors.keys()].some((key) => key.startsWith('cls_pt_layers.'))
    ? 'BEiT v2'
    : 'BEiT or BEiT v2';
  const names: Record<ModelKind, string> = {
    pretrained: `${version}, pretrained`,
    classifier: 'BEiT or BEiT v2, classifier',
    encoder: 'BEiT or BEiT v2, encoder',
    tokenizer: 'VQ-KD tokenizer',
    clip: 'CLIP image encoder',
    dino: 'plain vision transformer, such as DINO',
    dinov2: 'DINOv2',
    unknown: 'no model known here',
  };
  return kind === 'unknown'
    ? (otherModel(tensors) ?? names.unknown)
    : `${names[kind]} (${dialectNames[dialect]})`;
}

function sizesOf(all: Shapes): ModelSizes {
  // CLIP's text encoder has blocks too, and a tokenizer's teacher.
  const tensors = new Map([...all].filter(([key]) => !/^(text_model|transformer|teacher)/.test(key)));
  const shapeOf = (...patterns: RegExp[]): readonly number[] | undefined => {
    for (const pattern of patterns)
      for (const [key, { shape }] of tensors) if (pattern.test(key)) return shape;
    return undefined;
  };
  const convolution = shapeOf(
    /^(encoder\.)?patch_embed\.proj\.weight$/, // a tokenizer's decoder has one too
    /^visual\.conv1\.weight$/,
    /patch_embeddings\.projection\.weight$/,
    /embeddings\.patch_embedding\.weight$/,
  );
  const positions = shapeOf(
    /^(encoder\.)?pos_embed$/,
    /^visual\.positional_embedding$/,
    /embeddings\.position_embedding(s|\.weight)$/,
  );
  const table = shapeOf(/relative_position_bias_table$/);
  const codebook = shapeOf(/^quantize\.embedding\.weight$/);
  const sizes: ModelSizes = {
    dim: convolution?.[0],
    patch: convolution?.[2],
    patchWidth: convolution?.[3] === convolution?.[2] ? undefined : convolution?.[3],
    channels: convolution?.[1] === 3 ? undefined : convolution?.[1],
    depth: countBlocks(tensors, /(?:^(?:encoder\.)?blocks|resblocks|(?:^|\.)encoder\.layers?)\.(\d+)\./),
    heads: table?.[1],
    grid: gridOf(positions, table),
    hidden:
      shapeOf(
        /^(encoder\.)?blocks\.0\.mlp\.fc1\.weight$/,
        /resblocks\.0\.mlp\.c_fc\.weight$/,
        /layers?\.0\.(intermediate\.dense|mlp\.fc1)\.weight$/,
      )?.[0] ?? shapeOf(/^blocks\.0\.mlp\.w3\.weight$/, /layer\.0\.mlp\.weights_out\.weight$/)?.[1], // gated: w3 [D, hidden]
    classes: shapeOf(/^(head|classifier)\.weight$/)?.[0],
    codes: codebook?.[0] ?? shapeOf(/^lm_head\.weight$/)?.[0],
    codeDim: codebook?.[1],
    aggregationDepth: countBlocks(tensors, /^cls_pt_layers\.(\d+)\./),
    decoderDepth: countBlocks(tensors, /^decoder\.blocks\.(\d+)\./),
    featureDim:
      shapeOf(/^visual\.proj$/)?.[1] ??
      shapeOf(/^visual_projection\.weight$/, /^decode_task_layer\.2\.weight$/)?.[0],
  };
  return Object.fromEntries(Object.entries(sizes).filter(([, size]) => size !== undefined));
}

function countBlocks(tensors: Shapes, pattern: RegExp): number | undefined {
  const numbers = new Set<string>();
  for (const key of tensors.keys()) {
    const number = pattern.exec(key)?.[1];
    if (number !== undefined) numbers.add(number);
  }
  return numbers.size === 0 ? undefined : numbers.size;
}

/** Side of a square grid, from absolute positions ([CLS] among them) or from a relative position table. */
function gridOf(
  positions: readonly number[] | undefined,
  table: readonly number[] | undefined,
): number | undefined {
  const fromTable = table && (Math.sqrt((table[0] ?? 0) - 3) + 1) / 2;
  const grid = positions ? Math.sqrt((positions.at(-2) ?? 0) - 1) : fromTable;
  return Number.isInteger(grid) ? grid : undefined;
}
