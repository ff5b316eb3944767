/** Multi-head attention as a layer. */
import type { Tensor } from '../tensor.js';
import { type Arguments, type ArgumentsOf, signature } from './arguments.js';
import { multiHeadAttentionForward } from './functional/multihead-attention.js';
import { xavierNormal_, xavierUniform_, zeros_ } from './init.js';
import { Linear } from './linear.js';
import { Module } from './module.js';
import {
  checkInteger,
  checkProbability,
  emptyParameter,
  type LayerOptions,
  layerOptions,
} from './options.js';
import type { Parameter } from './parameter.js';
import { expectTensor } from '../expect.js';

/** Options of MultiheadAttention. */
export interface MultiheadAttentionOptions extends LayerOptions {
  /** Probability of dropping an attention weight, in training. @default 0 */
  dropout?: number;
  /** Whether the projections have a bias. @default true */
  bias?: boolean;
  /** Whether every sequence gets a learned key and value. @default false */
  addBiasKv?: boolean;
  /** Whether every sequence gets a key and a value of zeros. @default false */
  addZeroAttn?: boolean;
  /** Size of the keys. @default embedDim */
  kdim?: number | null;
  /** Size of the values. @default embedDim */
  vdim?: number | null;
  /** Whether the batch comes before the sequence. @default false */
  batchFirst?: boolean;
}

const attentionSignature = signature<[embedDim: number, numHeads: number], MultiheadAttentionOptions>()(
  2,
  ['dropout', 'bias', 'addBiasKv', 'addZeroAttn', 'kdim', 'vdim', 'batchFirst'],
  layerOptions,
);

/** Options of MultiheadAttention.forward(). */
export interface MultiheadAttentionForwardOptions {
  /** `[B, S]` or `[S]`: true where a key is to be left out, or numbers that are added to the logits. */
  keyPaddingMask?: Tensor | null;
  /** Give the attention weights too, which takes the slower, unfused form. @default true */
  needWeights?: boolean;
  /** `[L, S]` or `[B · heads, L, S]`: true where attention is forbidden, or numbers that are added to the logits. */
  attnMask?: Tensor | null;
  /** Give the mean of the heads' weights rather than each. @default true */
  averageAttnWeights?: boolean;
  /** Promises that `attnMask` is the causal one. @default false */
  isCausal?: boolean;
}

const forwardOrder = ['keyPaddingMask', 'needWeights', 'attnMask', 'averageAttnWeights', 'isCausal'] as const;
const forwardSignature = signature<
  [query: Tensor, key: Tensor, value: Tensor],
  MultiheadAttentionForwardOptions
>()(3, forwardOrder, {});

/** Attention of several heads between linear maps (Vaswani et al., 2017, section 3.2.2). */
export class MultiheadAttention extends Module {
  readonly embedDim: number;
  readonly numHeads: number;
  readonly kdim: number;
  readonly vdim: number;
  readonly dropout: number;
  readonly addZeroAttn: boolean;
  readonly batchFirst: boolean;
  /** `[3·E, E]`; null when keys or values have a size of their own. */
  inProjWeight: Parameter | null = null;
  /** `[E, E]`; null when `inProjWeight` has all three. */
  qProjWeight: Parameter | null = null;
  /** `[E, kdim]` */
  kProjWeight: Parameter | null = null;
  /** `[E, vdim]` */
  vProjWeight: Parameter | null = null;
  /** `[3·E]`; starts at 0. */
  inProjBias: Parameter | null = null;
  /** `[1, 1, E]`, a key of every sequence. */
  biasK: Parameter | null = null;
  /** `[1, 1, E]`, a value of every sequence. */
  biasV: Parameter | null = null;
  outProj: Linear;

  /** @throws RangeError when the heads do not divide `embedDim`. */
  constructor(...args: ArgumentsOf<typeof attentionSignature>) {
    super();
    const layer = 'MultiheadAttention';
    const [embedDim, numHeads, options] = attentionSignature.read(layer, args);
    const { dropout = 0, bias = true, addBiasKv = false, addZeroAttn = false, batchFirst = false } = options;
    this.embedDim = checkInteger(layer, 'embedDim', embedDim);
    this.numHeads = checkInteger(layer, 'numHeads', numHeads);
    if (embedDim % numHeads !== 0) {
      throw new RangeError(
        `${layer}: expected numHeads to divide embedDim ${embedDim} but received ${numHeads}`,
      );
    }
    this.kdim = checkInteger(layer, 'kdim', options.kdim ?? embedDim);
    this.vdim = checkInteger(layer, 'vdim', options.vdim ?? embedDim);
    this.dropout = checkProbability(layer, 'dropout', dropout);
    [this.addZeroAttn, this.batchFirst] = [addZeroAttn, batchFirst];
    const empty = (...shape: number[]): Parameter => emptyParameter(shape, options);
    if (this.kdim === embedDim && this.vdim === embedDim) this.inProjWeight = empty(3 * embedDim, embedDim);
    else {
      this.qProjWeight = empty(embedDim, embedDim);
      this.kProjWeight = empty(embedDim, this.kdim);
      this.vProjWeight = empty(embedDim, this.vdim);
    }
    if (bias) this.inProjBias = zeros_(empty(3 * embedDim));
    const { dtype, device, generator } = options;
    this.outProj = new Linear(embedDim, embedDim, { bias, dtype, device, generator });
    if (addBiasKv) [this.biasK, this.biasV] = [empty(1, 1, embedDim), empty(1, 1, embedDim)];
    this.#start(options);
  }

  #start({ generator }: LayerOptions): void {
    const maps = [this.inProjWeight, this.qProjWeight, this.kProjWeight, this.vProjWeight];
    for (const weight of maps) if (weight !== null) xavierUniform_(weight, { generator });
    if (this.outProj.bias !== null) zeros_(this.outProj.bias);
    for (const bias of [this.biasK, this.biasV]) if (bias !== null) xavierNormal_(bias, { generator });
  }

  /**
   * @param args query `[L, B, E]`, key `[S, B, kdim]`, value `[S, B, vdim]` (with `batchFirst` `[B, …]`; without a batch two
   * dimensions), and options.
   * @returns The output, of the shape of the query, and the weights `[B, L, S]` (`[B, heads, L, S]` when not averaged), or null.
   */
  override forward(
    ...args: Arguments<
      [query: Tensor, key: Tensor, value: Tensor],
      MultiheadAttentionForwardOptions,
      typeof forwardOrder
    >
  ): [Tensor, Tensor | null] {
    const [query, key, value, options] = forwardSignature.read('MultiheadAttention.forward', args);
    for (const [name, x] of Object.entries({ query, key, value })) {
      expectTensor('MultiheadAttention.forward', name, x);
    }
    const turned = this.batchFirst && query.ndim === 3;
    const turn = (x: Tensor): Tensor => (turned ? x.transpose(0, 1) : x);
    const q = turn(query);
    const k = key.isSame(query) ? q : turn(key);
    const v = value.isSame(key) ? k : turn(value);
    const { qProjWeight, kProjWeight, vProjWeight } = this;
    const [output, weights] = multiHeadAttentionForward(
      q,
      k,
      v,
      this.embedDim,
      this.numHeads,
      this.inProjWeight,
      this.inProjBias,
      this.biasK,
      this.biasV,
      this.addZeroAttn,
      this.dropout,
      this.outProj.weight,
      this.outProj.bias,
      {
        ...options,
        training: this.training,
        useSeparateProjWeight: this.inProjWeight === null,
        qProjWeight,
        kProjWeight,
        vProjWeight,
      },
    );
    return [turn(output), weights];
  }
}
