/** The ONNX models of tokenizer, encoder and classifier. Their input is always `images`, float32 `[batch, channels, S, S]` in [0, 1]. */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';
import type { VisionTransformer, VisionTransformerConfig } from '../model/vision-transformer.js';
import type { Normalization } from '../model/normalize.js';
import { tokenizerNormalization } from '../model/normalize.js';
import type { Tokenizer } from '../tokenizer/vqkd.js';
import { GraphBuilder, type GraphPrecision } from './graph-builder.js';
import type { OnnxValue } from './onnx-file.js';
import { addFeatures, addLayerNorm } from './transformer-graph.js';

/** A graph with what it takes and gives. */
export interface ModelGraph extends Pick<GraphBuilder, 'nodes' | 'weights'> {
  inputs: OnnxValue[];
  outputs: OnnxValue[];
}

/** Name of the input. */
export const inputName = 'images';

/** Outputs by their public names, each from a value of the graph. */
type Outputs = Record<string, { from: string; type: OnnxValue['type']; shape: readonly (number | string)[] }>;

/** Ends a graph: each output gets its public name by an Identity, so that inner names stay those of the model. */
function finish(
  graph: GraphBuilder,
  { imageSize, inChannels = 3 }: VisionTransformerConfig,
  outputs: Outputs,
): ModelGraph {
  const { nodes, weights } = graph;
  const named = Object.entries(outputs).map(([name, { from, type, shape }]): OnnxValue => {
    graph.add('Identity', name, [from]);
    return { name, type, shape };
  });
  const input: OnnxValue = {
    name: inputName,
    type: 'float32',
    shape: ['batch', inChannels, imageSize, imageSize],
  };
  return { nodes, weights, inputs: [input], outputs: named };
}

/** How a graph is built. */
export interface GraphOptions {
  /** Of weights and matrix products; layer norms and residual sums are float32 in either, as inputs and outputs are. */
  precision: GraphPrecision;
  /** Outputs `attention_1` to `attention_DEPTH` as well: `[batch, heads, 1 + N, 1 + N]`, [CLS] first. */
  attention?: boolean | undefined;
}

/** Logits `[batch, classes]` and the pooled features `[batch, D]` that they come from. @throws Error where the model has no head */
export function classifierGraph(
  model: VisionTransformer,
  normalization: Normalization,
  options: GraphOptions,
): ModelGraph {
  const { head, config } = model;
  if (!head) throw new Error('the model has no classification head');
  const graph = new GraphBuilder(options.precision);
  const { tokens, outputs } = addTokens(graph, model, normalization, options);
  const pooled = addPooled(graph, model, tokens);
  const logits = graph.linear('head', graph.toCompute(pooled), head.weight, head.bias ?? null);
  const { classes = 0 } = config;
  return finish(graph, config, {
    logits: { from: graph.toFloat(logits), type: 'float32', shape: ['batch', classes] },
    [pooledName]: { from: pooled, type: 'float32', shape: ['batch', config.dim] },
    ...outputs,
  });
}

/** Name of the output with one feature vector an image, pooled as the model was trained. */
export const pooledName = 'pooled';

/** Features as the model was trained to pool them, `[B, D]`: the norm of [CLS], or the norm of the mean of the patches. */
function addPooled(graph: GraphBuilder, { fcNorm, norm, grid }: VisionTransformer, tokens: string): string {
  if (fcNorm) {
    const patches = addSlice(graph, 'pooled_patches', tokens, 1, 1 + grid ** 2);
    const mean = graph.add('ReduceMean', 'mean', [patches, graph.integers([1])], { keepdims: 0 });
    return addLayerNorm(graph, fcNorm, mean, 'fc_norm', 'pooled_norm');
  }
  const cls = addCls(graph, tokens, 'pooled_cls');
  return norm ? addLayerNorm(graph, norm, cls, 'norm', 'pooled_norm') : cls;
}

/** Normalised [CLS] `[batch, D]`, patch features `[batch, N, D]`, row by row, and pooled features `[batch, D]`. */
export function encoderGraph(
  model: VisionTransformer,
  normalization: Normalization,
  options: GraphOptions,
): ModelGraph {
  const graph = new GraphBuilder(options.precision);
  const { norm, fcNorm, config, grid } = model;
  const { tokens, outputs } = addTokens(graph, model, normalization, options);
  const last = fcNorm ?? norm;
  const normed = last ? addLayerNorm(graph, last, tokens, fcNorm ? 'fc_norm' : 'norm') : tokens;
  const patches = addSlice(graph, 'patch_tokens', normed, 1, 1 + grid ** 2);
  return finish(graph, config, {
    cls: { from: addCls(graph, normed, 'cls_token'), type: 'float32', shape: ['batch', config.dim] },
    patches: { from: patches, type: 'float32', shape: ['batch', grid ** 2, config.dim] },
    [pooledName]: { from: addPooled(graph, model, tokens), type: 'float32', shape: ['batch', config.dim] },
    ...outputs,
  });
}

/**
 * Codes `tokens` int64 `[batch, N]`, row by row, and the unit vectors that they quantize, `vectors` `[batch, N, d]`. What
 * comes after the transformer is float32 in any case: neighbouring codes are closer than 16 bits tell apart.
 */
export function tokenizerGraph(tokenizer: Tokenizer, options: GraphOptions): ModelGraph {
  const graph = new GraphBuilder(options.precision);
  const { encoder, encodeTaskLayer, quantize, grid } = tokenizer;
  const normalization = tokenizerNormalization(encoder.config.inChannels ?? 3);
  const { tokens, outputs } = addTokens(graph, encoder, normalization, options, 'encoder.');
  const patches = addSlice(graph, 'patch_tokens', tokens, 1, 1 + grid ** 2);
  const last = encoder.fcNorm ?? encoder.norm;
  const normed = last ? addLayerNorm(graph, last, patches, 'encoder.fc_norm') : patches;
  const [first, , second] = [...encodeTaskLayer];
  if (!(first instanceof torch.nn.Linear && second instanceof torch.nn.Linear)) {
    throw new Error('internal: the task layer is not Linear, Tanh, Linear');
  }
  const exact = new GraphBuilder('float32');
  const rows = exact.add('Reshape', 'patch_rows', [normed, exact.integers([-1, encoder.config.dim])]);
  const hidden = exact.linear('encode_task_layer.0', rows, first.weight, first.bias ?? null);
  const active = exact.add('Tanh', 'encode_task_layer.1', [hidden]);
  const z = exact.linear('encode_task_layer.2', active, second.weight, second.bias ?? null);
  const { encoder: sizes, quantizer } = tokenizer.config;
  const { codeDim } = quantizer;
  const unit = addUnit(exact, z, 'quantize/unit');
  const nearest = addNearest(exact, unit, quantize.embedding.weight);
  const tokensByImage = exact.add('Reshape', 'quantize/tokens', [nearest, exact.integers([-1, grid ** 2])]);
  const each = exact.integers([-1, grid ** 2, codeDim]);
  const vectors = exact.add('Reshape', 'quantize/vectors', [unit, each]);
  graph.nodes.push(...exact.nodes);
  for (const [name, weight] of exact.weights) graph.weights.set(name, weight);

  return finish(graph, sizes, {
    tokens: { from: tokensByImage, type: 'int64', shape: ['batch', grid ** 2] },
    vectors: { from: vectors, type: 'float32', shape: ['batch', grid ** 2, codeDim] },
    ...outputs,
  });
}

/** [CLS] and patch tokens before any last norm, float32 `[B, 1 + N, D]`, and the outputs of attention that are wanted. */
function addTokens(
  graph: GraphBuilder,
  vit: VisionTransformer,
  normalization: Normalization,
  options: GraphOptions,
  prefix = '',
): { tokens: string; outputs: Outputs } {
  const rows = addFeatures(graph, vit, inputName, normalization, prefix);
  const length = 1 + vit.grid ** 2;
  const shape = graph.integers([-1, length, vit.config.dim]);
  const outputs: Outputs = {};
  for (const [i, from] of (options.attention ? rows.attention : []).entries()) {
    const of = { type: 'float32', shape: ['batch', vit.config.heads, length, length] } as const;
    outputs[attentionName(i + 1)] = { from: graph.toFloat(from), ...of };
  }
  return { tokens: graph.add('Reshape', `${prefix}features`, [rows.tokens, shape]), outputs };
}

/** Name of the output with the attention of a block, from 1. */
export const attentionName = (block: number) => `attention_${block}`;

/** z / max(|z|, 1e-12). */
function addUnit(graph: GraphBuilder, z: string, name: string): string {
  const length = graph.add('ReduceL2', `${name}/ReduceL2`, [z, graph.integers([-1])], {
    keepdims: 1,
  });
  const least = graph.weight(`${name}/least`, torch.tensor(1e-12, { dtype: 'float32' }));
  return graph.add('Div', name, [z, graph.add('Max', `${name}/Max`, [length, least])]);
}

/** Name of the codebook's tensor `[K, d]` in a tokenizer's file. */
export const codebookName = 'quantize.embedding.weight';

/** Of rows `[n, d]`, the place of the nearest row of the codebook `[K, d]`: argmin of |e|² - 2 z·e. */
function addNearest(graph: GraphBuilder, unit: string, codebook: Tensor): string {
  const lengths = graph.weight('quantize/lengths', codebook.square().sum(1));
  const inputs = [unit, graph.weight(codebookName, codebook), lengths];
  const distances = graph.add('Gemm', 'quantize/distances', inputs, { alpha: { float: -2 }, transB: 1 });
  return graph.add('ArgMin', 'quantize/ArgMin', [distances], { axis: -1, keepdims: 0 });
}

/** Tokens `from` to before `to`: `[B, to - from, D]`. */
function addSlice(graph: GraphBuilder, name: string, tokens: string, from: number, to: number): string {
  return graph.add('Slice', name, [
    tokens,
    graph.integers([from]),
    graph.integers([to]),
    graph.integers([1]),
  ]);
}

/** The first token of each image: `[B, D]`. */
function addCls(graph: GraphBuilder, tokens: string, name: string): string {
  const first = addSlice(graph, `${name}/Slice`, tokens, 0, 1);
  return graph.add('Squeeze', `${name}/Squeeze`, [first, graph.integers([1])]);
}
