/** Transformer encoders and decoders (Vaswani et al., 2017). */
import type { Device, DType } from '../dtype.js';
import { full } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { type Arguments, type ArgumentsOf, signature } from './arguments.js';
import { ModuleList, type TensorModule } from './container.js';
import { deepCopy } from './copy.js';
import { xavierUniform_ } from './init.js';
import { Module } from './module.js';
import { LayerNorm } from './normalization.js';
import { checkInteger, layerOptions } from './options.js';
import {
  type DecoderMasks,
  decoderMaskOrder,
  decoderMaskSignature,
  type EncoderMasks,
  makeNorm,
  partsOf,
  TransformerDecoderLayer,
  TransformerEncoderLayer,
  type TransformerLayerOptions,
} from './transformer-layers.js';
import { expectInstance } from '../expect.js';

/** Options of TransformerEncoder and TransformerDecoder. */
export interface TransformerStackOptions {
  /** After the last layer. @default none */
  norm?: TensorModule | null;
}

const encoderSignature = signature<
  [encoderLayer: TransformerEncoderLayer, numLayers: number],
  TransformerStackOptions
>()(2, ['norm'], {});

/** Masks of an encoder, as MultiheadAttention takes them. */
export interface EncoderStackMasks extends Omit<EncoderMasks, 'srcMask'> {
  /** `[L, L]` or `[B · heads, L, L]` */
  mask?: Tensor | null;
}

const stackMaskOrder = ['mask', 'srcKeyPaddingMask', 'isCausal'] as const;
const stackMaskSignature = signature<[src: Tensor], EncoderStackMasks>()(1, stackMaskOrder, {});

/** Copies of one encoder layer, behind one another. All start from its values. */
export class TransformerEncoder extends Module {
  layers: ModuleList<TransformerEncoderLayer>;
  readonly numLayers: number;
  norm: TensorModule | null;

  constructor(...args: ArgumentsOf<typeof encoderSignature>) {
    super();
    const [layer, numLayers, { norm = null }] = encoderSignature.read('TransformerEncoder', args);
    this.numLayers = checkInteger('TransformerEncoder', 'numLayers', numLayers);
    expectInstance('TransformerEncoder', 'encoderLayer', layer, TransformerEncoderLayer);
    this.layers = copies(layer, numLayers);
    this.norm = norm;
  }

  /** @param args src `[L, B, D]` and its masks. */
  override forward(...args: Arguments<[src: Tensor], EncoderStackMasks, typeof stackMaskOrder>): Tensor {
    const [src, { mask, ...masks }] = stackMaskSignature.read('TransformerEncoder.forward', args);
    let x = src;
    for (const layer of this.layers) x = layer.forward(x, { srcMask: mask, ...masks });
    return this.norm === null ? x : this.norm.forward(x);
  }
}

const decoderSignature = signature<
  [decoderLayer: TransformerDecoderLayer, numLayers: number],
  TransformerStackOptions
>()(2, ['norm'], {});

/** Copies of one decoder layer, behind one another. All start from its values. */
export class TransformerDecoder extends Module {
  layers: ModuleList<TransformerDecoderLayer>;
  readonly numLayers: number;
  norm: TensorModule | null;

  constructor(...args: ArgumentsOf<typeof decoderSignature>) {
    super();
    const [layer, numLayers, { norm = null }] = decoderSignature.read('TransformerDecoder', args);
    this.numLayers = checkInteger('TransformerDecoder', 'numLayers', numLayers);
    expectInstance('TransformerDecoder', 'decoderLayer', layer, TransformerDecoderLayer);
    this.layers = copies(layer, numLayers);
    this.norm = norm;
  }

  /** @param args tgt `[L, B, D]`, memory `[S, B, D]`, and their masks. */
  override forward(
    ...args: Arguments<[tgt: Tensor, memory: Tensor], DecoderMasks, typeof decoderMaskOrder>
  ): Tensor {
    const [tgt, memory, masks] = decoderMaskSignature.read('TransformerDecoder.forward', args);
    let x = tgt;
    for (const layer of this.layers) x = layer.forward(x, memory, masks);
    return this.norm === null ? x : this.norm.forward(x);
  }
}

/** Options of Transformer. */
export interface TransformerOptions extends TransformerLayerOptions {
  /** @default 512 */
  dModel?: number;
  /** @default 8 */
  nhead?: number;
  /** @default 6 */
  numEncoderLayers?: number;
  /** @default 6 */
  numDecoderLayers?: number;
}

const transformerSignature = signature<[], TransformerOptions>()(
  0,
  ['dModel', 'nhead', 'numEncoderLayers', 'numDecoderLayers', 'dimFeedforward', 'dropout', 'activation'],
  { layerNormEps: true, batchFirst: true, normFirst: true, bias: true, ...layerOptions },
);

/** Masks of encoder and decoder. */
export interface TransformerMasks extends DecoderMasks, Omit<EncoderMasks, 'isCausal'> {
  /** Promises that `srcMask` is the causal one. @default false */
  srcIsCausal?: boolean;
}

const transformerMaskOrder = [
  'srcMask',
  'tgtMask',
  'memoryMask',
  'srcKeyPaddingMask',
  'tgtKeyPaddingMask',
  'memoryKeyPaddingMask',
  'srcIsCausal',
  'tgtIsCausal',
  'memoryIsCausal',
] as const;
const transformerMaskSignature = signature<[src: Tensor, tgt: Tensor], TransformerMasks>()(
  2,
  transformerMaskOrder,
  {},
);

/** An encoder, and a decoder that attends to its output. Matrices start xavierUniform_(). */
export class Transformer extends Module {
  encoder: TransformerEncoder;
  decoder: TransformerDecoder;

  constructor(...args: ArgumentsOf<typeof transformerSignature>) {
    super();
    const [options] = transformerSignature.read('Transformer', args);
    const { dModel = 512, nhead = 8, numEncoderLayers = 6, numDecoderLayers = 6, ...layer } = options;
    const { bias, eps, factory } = partsOf(layer);
    const norm = (): LayerNorm => makeNorm(dModel, { eps, bias, ...factory });
    const encoderLayer = new TransformerEncoderLayer(dModel, nhead, layer);
    this.encoder = new TransformerEncoder(encoderLayer, numEncoderLayers, norm());
    const decoderLayer = new TransformerDecoderLayer(dModel, nhead, layer);
    this.decoder = new TransformerDecoder(decoderLayer, numDecoderLayers, norm());
    const { generator } = layer;
    for (const parameter of this.parameters())
      if (parameter.ndim > 1) xavierUniform_(parameter, { generator });
  }

  /** -∞ above the diagonal, `[size, size]`: each position sees none behind it. */
  static generateSquareSubsequentMask(
    size: number,
    { dtype, device }: { dtype?: DType; device?: Device } = {},
  ): Tensor {
    return full([size, size], -Infinity, { dtype: dtype ?? 'float32', device }).triu(1);
  }

  /** @param args src `[S, B, D]`, tgt `[L, B, D]` (with `batchFirst` `[B, …]`), and their masks. */
  override forward(
    ...args: Arguments<[src: Tensor, tgt: Tensor], TransformerMasks, typeof transformerMaskOrder>
  ): Tensor {
    const [src, tgt, masks] = transformerMaskSignature.read('Transformer.forward', args);
    const { srcMask, srcKeyPaddingMask, srcIsCausal, ...decoderMasks } = masks;
    const memory = this.encoder.forward(src, {
      mask: srcMask,
      srcKeyPaddingMask,
      isCausal: srcIsCausal,
    });
    return this.decoder.forward(tgt, memory, decoderMasks);
  }
}

function copies<M extends Module>(layer: M, count: number): ModuleList<M> {
  return new ModuleList(Array.from({ length: count }, () => deepCopy(layer)));
}
