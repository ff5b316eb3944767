/** Multi-head attention as one function of all its weights, as PyTorch's module calls it. */
import { baddbmm, bmm, cat, constantPadNd, zeros, zerosLike } from '../../generated/functions.js';
import type { Tensor } from '../../tensor.js';
import { withOptions } from '../arguments.js';
import { shapeText } from '../checks.js';
import { scaledDotProductAttention } from './attention.js';
import { dropout } from './dropout.js';
import { linear } from './linear.js';

/** Options of multiHeadAttentionForward(). */
export interface MultiHeadAttentionForwardOptions {
  /** Whether attention weights are dropped. @default true */
  training?: boolean;
  /** `[B, S]` or `[S]`: true where a key is to be left out, or numbers that are added to the logits. */
  keyPaddingMask?: Tensor | null;
  /** Give the attention weights too, which takes the unfused form. @default true */
  needWeights?: boolean;
  /** `[L, S]` or `[B · heads, L, S]`: true where attention is forbidden, or numbers that are added to the logits. */
  attnMask?: Tensor | null;
  /** Take `qProjWeight`, `kProjWeight` and `vProjWeight` instead of `inProjWeight`. @default false */
  useSeparateProjWeight?: boolean;
  /** `[E, E]` */
  qProjWeight?: Tensor | null;
  /** `[E, size of keys]` */
  kProjWeight?: Tensor | null;
  /** `[E, size of values]` */
  vProjWeight?: Tensor | null;
  /** Give the mean of the heads' weights rather than each. @default true */
  averageAttnWeights?: boolean;
  /** Promises that `attnMask` is the causal one, so that a fused kernel need not read it. @default false */
  isCausal?: boolean;
}

const call = 'multiHeadAttentionForward';

/**
 * Attention of several heads between linear maps (Vaswani et al., 2017, section 3.2.2).
 * @param query `[L, B, E]` or `[L, E]`; keys and values `[S, B, …]` or `[S, …]`.
 * @param inProjWeight `[3·E, E]`: the maps of queries, keys and values; null with `useSeparateProjWeight`.
 * @param biasK `[1, 1, E]`, a key that every sequence gets; null for none. Likewise `biasV`.
 * @param addZeroAttn Whether every sequence gets a key and a value of zeros.
 * @returns The output, of the shape of the query, and the weights `[B, L, S]` (`[B, heads, L, S]` when not averaged), or null.
 * @throws Error for shapes that do not go together.
 */
export const multiHeadAttentionForward = withOptions(
  call,
  ['training', 'keyPaddingMask', 'needWeights', 'attnMask', 'useSeparateProjWeight'],
  {
    qProjWeight: true,
    kProjWeight: true,
    vProjWeight: true,
    averageAttnWeights: true,
    isCausal: true,
  },
  (
    query: Tensor,
    key: Tensor,
    value: Tensor,
    embedDimToCheck: number,
    numHeads: number,
    inProjWeight: Tensor | null,
    inProjBias: Tensor | null,
    biasK: Tensor | null,
    biasV: Tensor | null,
    addZeroAttn: boolean,
    dropoutP: number,
    outProjWeight: Tensor,
    outProjBias: Tensor | null,
    options: MultiHeadAttentionForwardOptions,
  ): [Tensor, Tensor | null] => {
    checkInputs(query, key, value, embedDimToCheck, numHeads, options);
    const isBatched = query.ndim === 3;
    const [q3, k3, v3] = [query, key, value].map((x) => (isBatched ? x : x.unsqueeze(1))) as Triple;
    const projected = project([q3, k3, v3], inProjWeight, inProjBias, options);
    const extended = extend(projected, biasK, biasV, masksOf(q3, options, isBatched));
    const heads = splitHeads(extended, numHeads, addZeroAttn);
    const [length = 0, batch = 0, size = 0] = q3.shape;
    const p = options.training === false ? 0 : dropoutP;
    const { mixed, weights } =
      options.needWeights === false
        ? { mixed: attendFused(heads, numHeads, p, options), weights: null }
        : attend(heads, p);
    // [B · heads, L, d] to [L, B, E]
    const joined = mixed.transpose(0, 1).reshape([length * batch, size]);
    const output = linear(joined, outProjWeight, outProjBias).view([length, batch, -1]);
    const shown = weights === null ? null : weightsOf(weights, batch, options);
    if (isBatched) return [output, shown];
    return [output.squeeze(1), shown?.squeeze(0) ?? null];
  },
);

type Triple = [Tensor, Tensor, Tensor];

/** Queries, keys, values, and what is added to the logits: of positions, `[1 or B · heads, L, S]`, and of keys, `[B, S]`. */
interface Parts {
  q: Tensor;
  k: Tensor;
  v: Tensor;
  attnMask: Tensor | null;
  keyMask: Tensor | null;
}

// [L, B, E] each.
function project(
  [query, key, value]: Triple,
  inProjWeight: Tensor | null,
  inProjBias: Tensor | null,
  { useSeparateProjWeight = false, qProjWeight, kProjWeight, vProjWeight }: MultiHeadAttentionForwardOptions,
): Triple {
  const weights = useSeparateProjWeight ? [qProjWeight, kProjWeight, vProjWeight] : inProjWeight?.chunk(3);
  const [wq, wk, wv] = weights ?? [];
  if (!wq || !wk || !wv) {
    const needed = useSeparateProjWeight ? 'qProjWeight, kProjWeight and vProjWeight' : 'inProjWeight';
    throw new Error(`${call}: ${needed} is needed for the projections`);
  }
  if (!useSeparateProjWeight && inProjWeight !== null && query.isSame(key) && key.isSame(value)) {
    return linear(query, inProjWeight, inProjBias).chunk(3, -1) as Triple; // one product instead of three
  }
  const [bq = null, bk = null, bv = null] = inProjBias?.chunk(3) ?? [];
  return [linear(query, wq, bq), linear(key, wk, bk), linear(value, wv, bv)];
}

function masksOf(
  query: Tensor,
  {
    attnMask = null,
    keyPaddingMask = null,
    isCausal = false,
    needWeights = true,
  }: MultiHeadAttentionForwardOptions,
  isBatched: boolean,
): Pick<Parts, 'attnMask' | 'keyMask'> {
  if (isCausal && attnMask === null) throw new Error(`${call}: isCausal needs the causal attnMask too`);
  const keyMask = toAdded(keyPaddingMask, query);
  const skipsMask = isCausal && keyMask === null && !needWeights; // the fused kernel knows the causal mask
  const added = skipsMask ? null : toAdded(attnMask, query);
  return {
    attnMask: added?.ndim === 2 ? added.unsqueeze(0) : added,
    keyMask: isBatched ? keyMask : (keyMask?.unsqueeze(0) ?? null),
  };
}

// A boolean mask, true where forbidden, as numbers that are added to the logits.
function toAdded(mask: Tensor | null, like: Tensor): Tensor | null {
  if (mask === null) return null;
  if (mask.dtype !== 'bool') return mask;
  return zerosLike(mask, { dtype: like.dtype }).maskedFill(mask, -Infinity);
}

// The learned key and value at the end, which every mask lets pass.
function extend(
  [q, k, v]: Triple,
  biasK: Tensor | null,
  biasV: Tensor | null,
  { attnMask, keyMask }: Pick<Parts, 'attnMask' | 'keyMask'>,
): Parts {
  if ((biasK === null) !== (biasV === null)) throw new Error(`${call}: biasK and biasV go together`);
  if (biasK === null || biasV === null) return { q, k, v, attnMask, keyMask };
  const batch = q.shape[1] ?? 0;
  return {
    q,
    k: cat([k, biasK.expand([1, batch, -1])]),
    v: cat([v, biasV.expand([1, batch, -1])]),
    ...padMasks(attnMask, keyMask),
  };
}

function padMasks(attnMask: Tensor | null, keyMask: Tensor | null): Pick<Parts, 'attnMask' | 'keyMask'> {
  const pad = (mask: Tensor | null): Tensor | null => (mask === null ? null : constantPadNd(mask, [0, 1]));
  return { attnMask: pad(attnMask), keyMask: pad(keyMask) };
}

/** Of every head: q `[B · heads, L, d]`, k and v `[B · heads, S, d]`, and one mask that broadcasts to the logits. */
interface Heads {
  q: Tensor;
  k: Tensor;
  v: Tensor;
  mask: Tensor | null;
}

function splitHeads({ q, k, v, attnMask, keyMask }: Parts, numHeads: number, addZeroAttn: boolean): Heads {
  const [, batch = 0, size = 0] = q.shape;
  const split = (x: Tensor): Tensor =>
    x
      .contiguous()
      .view([x.shape[0] ?? 0, batch * numHeads, size / numHeads])
      .transpose(0, 1);
  if (!addZeroAttn)
    return { q: split(q), k: split(k), v: split(v), mask: merge(attnMask, keyMask, numHeads) };
  const none = zeros([batch * numHeads, 1, size / numHeads], { dtype: k.dtype, device: k.device });
  const padded = padMasks(attnMask, keyMask);
  return {
    q: split(q),
    k: cat([split(k), none], 1),
    v: cat([split(v), none], 1),
    mask: merge(padded.attnMask, padded.keyMask, numHeads),
  };
}

function merge(attnMask: Tensor | null, keyMask: Tensor | null, numHeads: number): Tensor | null {
  if (keyMask === null) return attnMask;
  const [batch = 0, keys = 0] = keyMask.shape;
  const perHead = keyMask
    .view([batch, 1, 1, keys])
    .expand([-1, numHeads, -1, -1])
    .reshape([batch * numHeads, 1, keys]);
  return attnMask === null ? perHead : attnMask.add(perHead);
}

function attend({ q, k, v, mask }: Heads, dropoutP: number): { mixed: Tensor; weights: Tensor } {
  const scaled = q.mul(Math.sqrt(1 / (q.shape[2] ?? 1)));
  const keys = k.transpose(-2, -1);
  const logits = mask === null ? bmm(scaled, keys) : baddbmm(mask, scaled, keys);
  const all = logits.softmax(-1);
  const weights = dropoutP > 0 ? dropout(all, dropoutP) : all;
  return { mixed: bmm(weights, v), weights };
}

function attendFused(
  { q, k, v, mask }: Heads,
  numHeads: number,
  dropoutP: number,
  { isCausal = false, keyPaddingMask }: MultiHeadAttentionForwardOptions,
): Tensor {
  const [count = 0, length = 0, size = 0] = q.shape;
  const batch = count / numHeads;
  const split = (x: Tensor): Tensor => x.contiguous().view([batch, numHeads, -1, size]);
  const attnMask =
    mask?.shape[0] === 1 ? mask.unsqueeze(0) : (mask?.view([batch, numHeads, -1, k.shape[1] ?? 0]) ?? null);
  const causal = isCausal && (keyPaddingMask ?? null) === null && attnMask === null;
  return scaledDotProductAttention(split(q), split(k), split(v), attnMask, dropoutP, causal).reshape([
    count,
    length,
    size,
  ]);
}

function weightsOf(
  weights: Tensor,
  batch: number,
  { averageAttnWeights = true }: MultiHeadAttentionForwardOptions,
): Tensor {
  const [count = 0, length = 0, keys = 0] = weights.shape;
  const perHead = weights.view([batch, count / batch, length, keys]);
  return averageAttnWeights ? perHead.mean([1]) : perHead;
}

function checkInputs(
  query: Tensor,
  key: Tensor,
  value: Tensor,
  size: number,
  numHeads: number,
  { attnMask, keyPaddingMask, useSeparateProjWeight = false }: MultiHeadAttentionForwardOptions,
): void {
  const shapes = `query ${shapeText(query)}, key ${shapeText(key)}, value ${shapeText(value)}`;
  const isBatched = query.ndim === 3;
  if ((!isBatched && query.ndim !== 2) || key.ndim !== query.ndim || value.ndim !== query.ndim) {
    throw new Error(`${call}: expected 3 dimensions, or 2 without a batch, but received ${shapes}`);
  }
  if (query.shape.at(-1) !== size) {
    throw new Error(`${call}: expected a query of size ${size} but received ${shapes}`);
  }
  if (size % numHeads !== 0) {
    throw new RangeError(`${call}: expected numHeads to divide ${size} but received ${numHeads}`);
  }
  const last = useSeparateProjWeight ? -1 : undefined;
  if (key.shape.slice(0, last).join() !== value.shape.slice(0, last).join()) {
    throw new Error(`${call}: expected keys and values that fit each other but received ${shapes}`);
  }
  const [batch, length, keys] = [
    isBatched ? (query.shape[1] ?? 0) : 1,
    query.shape[0] ?? 0,
    key.shape[0] ?? 0,
  ];
  checkMask('attnMask', attnMask, [
    [length, keys],
    [batch * numHeads, length, keys],
  ]);
  checkMask('keyPaddingMask', keyPaddingMask, [isBatched ? [batch, keys] : [keys]]);
}

function checkMask(
  name: string,
  mask: Tensor | null | undefined,
  allowed: readonly (readonly number[])[],
): void {
  if (mask === null || mask === undefined) return;
  if (mask.dtype !== 'bool' && !mask.dtype.includes('float')) {
    throw new TypeError(`${call}: expected booleans or floats for ${name} but received ${mask.dtype}`);
  }
  if (allowed.some((shape) => shape.join() === mask.shape.join())) return;
  const wanted = allowed.map((shape) => `[${shape.join(', ')}]`).join(' or ');
  throw new Error(`${call}: expected ${wanted} for ${name} but received ${shapeText(mask)}`);
}
