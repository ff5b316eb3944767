/** One layer of a transformer's encoder and of its decoder (Vaswani et al., 2017). */
import type { Device, DType } from '../dtype.js';
import { gelu, relu } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { type Arguments, type ArgumentsOf, signature } from './arguments.js';
import { checkChoice } from './checks.js';
import type { TensorModule } from './container.js';
import { Dropout } from './dropout.js';
import { Linear } from './linear.js';
import { Module } from './module.js';
import { MultiheadAttention, type MultiheadAttentionForwardOptions } from './multihead-attention.js';
import { LayerNorm } from './normalization.js';
import { type LayerOptions, layerOptions } from './options.js';
import { expectTensor } from '../expect.js';

/** A function between the two linear layers of a block, by name or itself. */
export type TransformerActivation = 'relu' | 'gelu' | TensorModule | ((x: Tensor) => Tensor);

/** Options of TransformerEncoderLayer and TransformerDecoderLayer. */
export interface TransformerLayerOptions extends LayerOptions {
  /** @default 2048 */
  dimFeedforward?: number;
  /** @default 0.1 */
  dropout?: number;
  /** @default 'relu' */
  activation?: TransformerActivation;
  /** @default 1e-5 */
  layerNormEps?: number;
  /** Whether the batch comes before the sequence. @default false */
  batchFirst?: boolean;
  /** Normalize what goes into each part rather than what comes out of the sum. @default false */
  normFirst?: boolean;
  /** Whether linear layers and norms have a bias. @default true */
  bias?: boolean;
}

const layerOrder = [
  'dimFeedforward',
  'dropout',
  'activation',
  'layerNormEps',
  'batchFirst',
  'normFirst',
  'bias',
] as const;
const layerSignature = signature<[dModel: number, nhead: number], TransformerLayerOptions>()(
  2,
  layerOrder,
  layerOptions,
);

/** What a block of an encoder attends to. Masks as MultiheadAttention takes them. */
export interface EncoderMasks {
  /** `[L, L]` or `[B · heads, L, L]` */
  srcMask?: Tensor | null;
  /** `[B, L]`, true where a position is padding. */
  srcKeyPaddingMask?: Tensor | null;
  /** Promises that `srcMask` is the causal one. @default false */
  isCausal?: boolean;
}

const encoderMaskOrder = ['srcMask', 'srcKeyPaddingMask', 'isCausal'] as const;
const encoderMaskSignature = signature<[src: Tensor], EncoderMasks>()(1, encoderMaskOrder, {});

/** What encoder and decoder layers share: the block of two linear layers, and how a part is joined to its input. */
abstract class TransformerLayer extends Module {
  readonly normFirst: boolean;
  selfAttn: MultiheadAttention;

  constructor(dModel: number, nhead: number, options: TransformerLayerOptions) {
    super();
    this.normFirst = options.normFirst ?? false;
    this.selfAttn = makeAttention(dModel, nhead, options);
  }

  abstract linear1: Linear;
  abstract linear2: Linear;
  abstract dropout: Dropout;
  abstract activation: TransformerActivation;

  protected feedForward(x: Tensor): Tensor {
    const hidden = activate(this.activation, this.linear1.forward(x));
    return this.linear2.forward(this.dropout.forward(hidden));
  }

  protected join(x: Tensor, norm: LayerNorm, part: (x: Tensor) => Tensor): Tensor {
    return this.normFirst ? x.add(part(norm.forward(x))) : norm.forward(x.add(part(x)));
  }
}

/** Self-attention and two linear layers, each with a residual connection and a norm: `[L, B, D]` → `[L, B, D]`. */
export class TransformerEncoderLayer extends TransformerLayer {
  linear1: Linear;
  dropout: Dropout;
  linear2: Linear;
  norm1: LayerNorm;
  norm2: LayerNorm;
  dropout1: Dropout;
  dropout2: Dropout;
  activation: TransformerActivation;

  constructor(...args: ArgumentsOf<typeof layerSignature>) {
    const [dModel, nhead, options] = layerSignature.read('TransformerEncoderLayer', args);
    super(dModel, nhead, options);
    const { dimFeedforward, bias, p, eps, factory } = partsOf(options);
    this.linear1 = new Linear(dModel, dimFeedforward, { bias, ...factory });
    this.dropout = new Dropout(p);
    this.linear2 = new Linear(dimFeedforward, dModel, { bias, ...factory });
    this.norm1 = makeNorm(dModel, { eps, bias, ...factory });
    this.norm2 = makeNorm(dModel, { eps, bias, ...factory });
    this.dropout1 = new Dropout(p);
    this.dropout2 = new Dropout(p);
    this.activation = checkActivation('TransformerEncoderLayer', options.activation ?? 'relu');
  }

  /** @param args src `[L, B, D]` (with `batchFirst` `[B, L, D]`, without a batch `[L, D]`) and its masks. */
  override forward(...args: Arguments<[src: Tensor], EncoderMasks, typeof encoderMaskOrder>): Tensor {
    const [src, masks] = encoderMaskSignature.read('TransformerEncoderLayer.forward', args);
    expectTensor('TransformerEncoderLayer.forward', 'src', src);
    const { srcMask: attnMask = null, srcKeyPaddingMask: keyPaddingMask = null, isCausal } = masks;
    const attend = (x: Tensor): Tensor =>
      this.dropout1.forward(attention(this.selfAttn, x, x, { attnMask, keyPaddingMask, isCausal }));
    const x = this.join(src, this.norm1, attend);
    return this.join(x, this.norm2, (y) => this.dropout2.forward(this.feedForward(y)));
  }
}

/** Masks of a decoder, as MultiheadAttention takes them. */
export interface DecoderMasks {
  /** `[L, L]` or `[B · heads, L, L]` */
  tgtMask?: Tensor | null;
  /** `[L, S]` or `[B · heads, L, S]` */
  memoryMask?: Tensor | null;
  /** `[B, L]`, true where a position is padding. */
  tgtKeyPaddingMask?: Tensor | null;
  /** `[B, S]`, true where a position is padding. */
  memoryKeyPaddingMask?: Tensor | null;
  /** Promises that `tgtMask` is the causal one. @default false */
  tgtIsCausal?: boolean;
  /** Promises that `memoryMask` is the causal one. @default false */
  memoryIsCausal?: boolean;
}

export const decoderMaskOrder = [
  'tgtMask',
  'memoryMask',
  'tgtKeyPaddingMask',
  'memoryKeyPaddingMask',
  'tgtIsCausal',
  'memoryIsCausal',
] as const;
export const decoderMaskSignature = signature<[tgt: Tensor, memory: Tensor], DecoderMasks>()(
  2,
  decoderMaskOrder,
  {},
);

/** A TransformerEncoderLayer with attention to an encoder's output in its middle: `[L, B, D]`, `[S, B, D]` → `[L, B, D]`. */
export class TransformerDecoderLayer extends TransformerLayer {
  multiheadAttn: MultiheadAttention;
  linear1: Linear;
  dropout: Dropout;
  linear2: Linear;
  norm1: LayerNorm;
  norm2: LayerNorm;
  norm3: LayerNorm;
  dropout1: Dropout;
  dropout2: Dropout;
  dropout3: Dropout;
  activation: TransformerActivation;

  constructor(...args: ArgumentsOf<typeof layerSignature>) {
    const [dModel, nhead, options] = layerSignature.read('TransformerDecoderLayer', args);
    super(dModel, nhead, options);
    const { dimFeedforward, bias, p, eps, factory } = partsOf(options);
    this.multiheadAttn = makeAttention(dModel, nhead, options);
    this.linear1 = new Linear(dModel, dimFeedforward, { bias, ...factory });
    this.dropout = new Dropout(p);
    this.linear2 = new Linear(dimFeedforward, dModel, { bias, ...factory });
    this.norm1 = makeNorm(dModel, { eps, bias, ...factory });
    this.norm2 = makeNorm(dModel, { eps, bias, ...factory });
    this.norm3 = makeNorm(dModel, { eps, bias, ...factory });
    this.dropout1 = new Dropout(p);
    this.dropout2 = new Dropout(p);
    this.dropout3 = new Dropout(p);
    this.activation = checkActivation('TransformerDecoderLayer', options.activation ?? 'relu');
  }

  /** @param args tgt `[L, B, D]`, memory `[S, B, D]` (with `batchFirst` `[B, …]`), and their masks. */
  override forward(
    ...args: Arguments<[tgt: Tensor, memory: Tensor], DecoderMasks, typeof decoderMaskOrder>
  ): Tensor {
    const [tgt, memory, masks] = decoderMaskSignature.read('TransformerDecoderLayer.forward', args);
    expectTensor('TransformerDecoderLayer.forward', 'tgt', tgt);
    expectTensor('TransformerDecoderLayer.forward', 'memory', memory);
    const own = {
      attnMask: masks.tgtMask,
      keyPaddingMask: masks.tgtKeyPaddingMask,
      isCausal: masks.tgtIsCausal,
    };
    const other = {
      attnMask: masks.memoryMask,
      keyPaddingMask: masks.memoryKeyPaddingMask,
      isCausal: masks.memoryIsCausal,
    };
    const x = this.join(tgt, this.norm1, (y) => this.dropout1.forward(attention(this.selfAttn, y, y, own)));
    const z = this.join(x, this.norm2, (y) =>
      this.dropout2.forward(attention(this.multiheadAttn, y, memory, other)),
    );
    return this.join(z, this.norm3, (y) => this.dropout3.forward(this.feedForward(y)));
  }
}

/** The options of a layer with their defaults. */
export function partsOf(options: TransformerLayerOptions) {
  const { dimFeedforward = 2048, bias = true, dropout: p = 0.1, layerNormEps: eps = 1e-5 } = options;
  const { dtype, device, generator } = options;
  return { dimFeedforward, bias, p, eps, factory: { dtype, device, generator } };
}

function makeAttention(dModel: number, nhead: number, options: TransformerLayerOptions): MultiheadAttention {
  const { bias, p, factory } = partsOf(options);
  return new MultiheadAttention(dModel, nhead, {
    dropout: p,
    bias,
    batchFirst: options.batchFirst ?? false,
    ...factory,
  });
}

/** A norm of the last dimension. */
export function makeNorm(
  size: number,
  { eps, bias, dtype, device }: { eps: number; bias: boolean; dtype?: DType; device?: Device },
): LayerNorm {
  return new LayerNorm(size, { eps, bias, dtype, device });
}

function attention(
  module: MultiheadAttention,
  query: Tensor,
  memory: Tensor,
  masks: MultiheadAttentionForwardOptions,
): Tensor {
  return module.forward(query, memory, memory, { ...masks, needWeights: false })[0];
}

function activate(activation: TransformerActivation, x: Tensor): Tensor {
  if (activation === 'relu') return relu(x);
  if (activation === 'gelu') return gelu(x);
  return activation instanceof Module ? activation.forward(x) : activation(x);
}

function checkActivation(layer: string, activation: TransformerActivation): TransformerActivation {
  return typeof activation === 'string'
    ? checkChoice(layer, 'activation', ['relu', 'gelu'] as const, activation)
    : activation;
}
