/**
 * A vision transformer as ONNX operators. What is constant after training is folded into the weights: normalisation of the
 * images into the patch convolution, the attention's 1/√d into the queries, layer scale into the branches' last products.
 */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';
import type { nn } from '@beit2/torch';
import type { Attention, Block, PatchEmbed } from '../model/layers.js';
import type { VisionTransformer } from '../model/vision-transformer.js';
import type { Normalization } from '../model/normalize.js';
import type { GraphBuilder } from './graph-builder.js';

/**
 * [CLS] and patch tokens after the last block, before any last norm: float32 rows `[B · (1 + N), D]`; and what the tokens of
 * each block attend to, `[B, H, 1 + N, 1 + N]`.
 * @param images name of the float32 input `[B, 3, S, S]`, in [0, 1]
 * @param prefix of the names, `encoder.` in a tokenizer
 */
export function addFeatures(
  graph: GraphBuilder,
  vit: VisionTransformer,
  images: string,
  normalization: Normalization,
  prefix = '',
): { tokens: string; attention: string[] } {
  const { config, grid } = vit;
  const patches = addPatches(graph, vit.patchEmbed, images, normalization, grid ** 2, `${prefix}patch_embed`);
  let x = addCls(graph, patches, vit.clsToken, `${prefix}cls_token`);
  if (vit.posEmbed) {
    x = graph.add('Add', `${prefix}pos_embed/Add`, [x, graph.weight(`${prefix}pos_embed`, vit.posEmbed)]);
  }
  x = graph.add('Reshape', `${prefix}tokens`, [x, graph.integers([-1, config.dim])]);
  const shared =
    vit.relPosBias && addBias(graph, vit.relPosBias, config.heads, grid, `${prefix}rel_pos_bias`);
  const attention: string[] = [];
  for (const block of vit.blocks) {
    const name = `${prefix}blocks.${attention.length}`;
    x = addBlock(graph, block, x, grid, name, shared);
    attention.push(attentionOf(name));
  }
  return { tokens: x, attention };
}

/** Layer normalisation of float32 tokens, in float32. @param weights name of its weights; `name` is the node's */
export function addLayerNorm(
  graph: GraphBuilder,
  norm: nn.LayerNorm,
  x: string,
  weights: string,
  name = weights,
): string {
  if (!norm.weight || !norm.bias) throw new Error(`internal: ${weights} has no weights`);
  const inputs = [
    x,
    graph.weight(`${weights}.weight`, norm.weight),
    graph.weight(`${weights}.bias`, norm.bias),
  ];
  return graph.add('LayerNormalization', name, inputs, { axis: -1, epsilon: { float: norm.eps } });
}

/** Patch tokens of images in [0, 1]: float32 `[B, N, D]`. */
function addPatches(
  graph: GraphBuilder,
  { proj, patchSize }: PatchEmbed,
  images: string,
  { mean, std }: Normalization,
  count: number,
  name: string,
): string {
  const perChannel = (values: readonly number[]) =>
    torch.tensor([...values], { dtype: 'float32' }).view([1, -1, 1, 1]);
  const weight = proj.weight.div(perChannel(std));
  const shift = weight.mul(perChannel(mean)).sum([1, 2, 3]);
  const bias = proj.bias ? proj.bias.sub(shift) : shift.neg();
  const { dtype } = graph;
  const [dim = 0] = weight.shape;
  const map = graph.add(
    'Conv',
    `${name}.proj/Conv`,
    [
      graph.toCompute(images),
      graph.weight(`${name}.proj.weight`, weight, dtype),
      graph.weight(`${name}.proj.bias`, bias, dtype),
    ],
    { kernel_shape: [patchSize, patchSize], strides: [patchSize, patchSize] },
  );
  const rows = graph.add('Reshape', `${name}/Reshape`, [map, graph.integers([0, dim, count])]);
  return graph.toFloat(graph.add('Transpose', `${name}/Transpose`, [rows], { perm: [0, 2, 1] })); // [B, N, D]
}

/** [CLS] in front of the patches of each image. */
function addCls(graph: GraphBuilder, patches: string, cls: Tensor, name: string): string {
  const [, , dim = 0] = cls.shape;
  const batch = graph.add('Shape', `${name}/Shape`, [patches], { start: 0, end: 1 });
  const shape = graph.add('Concat', `${name}/shape`, [batch, graph.integers([1, dim])], {
    axis: 0,
  });
  const each = graph.add('Expand', `${name}/Expand`, [graph.weight(name, cls), shape]);
  return graph.add('Concat', `${name}/Concat`, [each, patches], { axis: 1 });
}

/** A relative position table as what attention adds to its logits: `[1, H, 1 + N, 1 + N]`, constant for a runtime. */
function addBias(
  graph: GraphBuilder,
  {
    relativePositionBiasTable: table,
    relativePositionIndex: index,
  }: Pick<Attention, 'relativePositionBiasTable' | 'relativePositionIndex'>,
  heads: number,
  grid: number,
  name: string,
): string | undefined {
  if (!table || !index) return undefined;
  const length = 1 + grid ** 2;
  // All blocks share one index, flat so that one transposition of [H, rows] tables gives the order attention wants.
  const places = graph.weight('relative_position_index', index.flatten(), 'int64');
  const rows = graph.weight(`${name}.relative_position_bias_table`, table.t(), graph.dtype); // [H, rows]
  const picked = graph.add('Gather', `${name}.relative_position/Gather`, [rows, places], { axis: 1 });
  const shape = graph.integers([1, heads, length, length]);
  return graph.add('Reshape', `${name}.relative_position/Reshape`, [picked, shape]);
}

/** Name of the attention of a block. */
const attentionOf = (block: string) => `${block}.attn/Softmax`;

/** `x + γ₁·attention(norm₁ x)`, then `x + γ₂·mlp(norm₂ x)`, of rows `[B · (1 + N), D]`. */
function addBlock(
  graph: GraphBuilder,
  { norm1, attn, norm2, mlp, gamma_1, gamma_2 }: Block,
  x: string,
  grid: number,
  name: string,
  shared: string | undefined,
): string {
  const own = addBias(graph, attn, attn.heads, grid, `${name}.attn`);
  const bias = own && shared ? graph.add('Add', `${name}.attn/bias`, [own, shared]) : (own ?? shared);
  const normed = graph.toCompute(addLayerNorm(graph, norm1, x, `${name}.norm1`));
  const heads = addAttention(graph, attn, normed, bias, 1 + grid ** 2, `${name}.attn`);
  const attended = addScaled(graph, heads, attn.proj, gamma_1, `${name}.attn.proj`);
  const y = graph.add('Add', `${name}/Add_1`, [x, attended]);

  const tokens = graph.toCompute(addLayerNorm(graph, norm2, y, `${name}.norm2`));
  const hidden = graph.blockLinear(`${name}.mlp.fc1`, tokens, mlp.fc1.weight, mlp.fc1.bias ?? null);
  const active = graph.add('Gelu', `${name}.mlp/Gelu`, [hidden]);
  const mixed = addScaled(graph, active, mlp.fc2, gamma_2, `${name}.mlp.fc2`);
  return graph.add('Add', `${name}/Add_2`, [y, mixed]);
}

/** γ · (W x + b), float32. */
function addScaled(
  graph: GraphBuilder,
  x: string,
  { weight, bias }: nn.Linear,
  gamma: Tensor | undefined,
  name: string,
): string {
  if (!gamma) return graph.toFloat(graph.blockLinear(name, x, weight, bias ?? null));
  return graph.toFloat(
    graph.blockLinear(name, x, weight.mul(gamma.unsqueeze(1)), bias ? bias.mul(gamma) : null),
  );
}

/** Attention up to its last projection, for images of `length` rows each. */
function addAttention(
  graph: GraphBuilder,
  { qkv, qBias, vBias, heads }: Attention,
  x: string,
  bias: string | undefined,
  length: number,
  name: string,
): string {
  const [dim = 0] = qBias.shape;
  const size = dim / heads;
  const parts = qkv.weight.chunk(3, 0);
  const split = graph.integers([-1, length, heads, size]);
  const part = (which: 'q' | 'k' | 'v', perm: number[]): string => {
    const weight = parts['qkv'.indexOf(which)];
    if (!weight) throw new Error('internal: attention without weights');
    const scale = which === 'q' ? size ** -0.5 : 1;
    const own = { q: qBias.mul(scale), k: null, v: vBias }[which];
    const projected = graph.blockLinear(`${name}.${which}`, x, scale === 1 ? weight : weight.mul(scale), own);
    const apart = graph.add('Reshape', `${name}.${which}/Reshape`, [projected, split]);
    return graph.add('Transpose', `${name}.${which}/Transpose`, [apart], { perm });
  };
  const q = part('q', [0, 2, 1, 3]); // [B, H, 1 + N, D / H]
  const k = part('k', [0, 2, 3, 1]); // [B, H, D / H, 1 + N]
  const v = part('v', [0, 2, 1, 3]);
  const products = graph.add('MatMul', `${name}/logits`, [q, k]);
  const logits = bias ? graph.add('Add', `${name}/Add`, [products, bias]) : products;
  const probabilities = graph.add('Softmax', `${name}/Softmax`, [logits], { axis: -1 });
  const mixed = graph.add('MatMul', `${name}/MatMul`, [probabilities, v]);
  const joined = graph.add('Transpose', `${name}/Transpose`, [mixed], { perm: [0, 2, 1, 3] });
  return graph.add('Reshape', `${name}/Reshape`, [joined, graph.integers([-1, dim])]);
}
