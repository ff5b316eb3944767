/** Embedding tables. */
import { noGrad } from '../modes.js';
import type { Tensor } from '../tensor.js';
import { type ArgumentsOf, signature } from './arguments.js';
import { embedding, embeddingBag, type EmbeddingBagOptions, paddingRow } from './functional/embedding.js';
import { normal_ } from './init.js';
import { Module } from './module.js';
import { checkInteger, emptyParameter, type LayerOptions, layerOptions } from './options.js';
import type { Parameter } from './parameter.js';
import { pythonBool } from './repr.js';

/** Options of Embedding. */
export interface EmbeddingOptions extends LayerOptions {
  /** Row that starts at zero and gets no gradient; negative ones count from the end. @default none */
  paddingIdx?: number | null;
  /** Scale the rows that are looked up, in place, to at most this norm. @default none */
  maxNorm?: number | null;
  /** Order of that norm. @default 2 */
  normType?: number;
  /** Divide the gradient of a row by how often it was looked up. @default false */
  scaleGradByFreq?: boolean;
  /** Give the weight a sparse gradient. @default false */
  sparse?: boolean;
}

const embeddingSignature = signature<[numEmbeddings: number, embeddingDim: number], EmbeddingOptions>()(
  2,
  ['paddingIdx', 'maxNorm', 'normType', 'scaleGradByFreq', 'sparse'],
  layerOptions,
);

/** Rows of a table by index: int64 `[…]` → `[…, D]`. Starts standard normal. */
export class Embedding extends Module {
  readonly numEmbeddings: number;
  readonly embeddingDim: number;
  readonly paddingIdx: number | null;
  readonly maxNorm: number | null;
  readonly normType: number;
  readonly scaleGradByFreq: boolean;
  readonly sparse: boolean;
  /** `[rows, D]` */
  weight: Parameter;

  constructor(...args: ArgumentsOf<typeof embeddingSignature>) {
    super();
    const [rows, size, options] = embeddingSignature.read('Embedding', args);
    const { paddingIdx = null, maxNorm = null, normType = 2 } = options;
    const { scaleGradByFreq = false, sparse = false } = options;
    this.numEmbeddings = checkInteger('Embedding', 'numEmbeddings', rows);
    this.embeddingDim = checkInteger('Embedding', 'embeddingDim', size);
    [this.maxNorm, this.normType, this.scaleGradByFreq, this.sparse] = [
      maxNorm,
      normType,
      scaleGradByFreq,
      sparse,
    ];
    this.weight = emptyParameter([rows, size], options);
    this.paddingIdx = paddingIdx === null ? null : paddingRow('Embedding', paddingIdx, this.weight);
    startTable(this.weight, this.paddingIdx, options);
  }

  override forward(indices: Tensor): Tensor {
    const { weight, paddingIdx, maxNorm, normType, scaleGradByFreq, sparse } = this;
    return embedding(indices, weight, paddingIdx, maxNorm, normType, scaleGradByFreq, sparse);
  }

  override extraRepr(): string {
    const { paddingIdx, maxNorm, normType, scaleGradByFreq } = this;
    const parts = [`${this.numEmbeddings}, ${this.embeddingDim}`];
    if (paddingIdx !== null) parts.push(`padding_idx=${paddingIdx}`);
    if (maxNorm !== null) parts.push(`max_norm=${maxNorm}`);
    if (normType !== 2) parts.push(`norm_type=${normType}`);
    if (scaleGradByFreq) parts.push(`scale_grad_by_freq=${pythonBool(scaleGradByFreq)}`);
    if (this.sparse) parts.push('sparse=True');
    return parts.join(', ');
  }
}

/** Options of EmbeddingBag. */
export interface EmbeddingBagLayerOptions
  extends LayerOptions, Omit<EmbeddingBagOptions, 'offsets' | 'perSampleWeights'> {}

const bagSignature = signature<[numEmbeddings: number, embeddingDim: number], EmbeddingBagLayerOptions>()(
  2,
  ['maxNorm', 'normType', 'scaleGradByFreq', 'mode', 'sparse'],
  {
    includeLastOffset: true,
    paddingIdx: true,
    ...layerOptions,
  },
);

/** Sums, means or maxima of bags of rows of a table: int64 `[bags, n]` (or `[…]` with offsets) → `[bags, D]`. */
export class EmbeddingBag extends Module {
  readonly numEmbeddings: number;
  readonly embeddingDim: number;
  readonly settings: Readonly<Omit<EmbeddingBagOptions, 'offsets' | 'perSampleWeights'>>;
  /** `[rows, D]` */
  weight: Parameter;

  constructor(...args: ArgumentsOf<typeof bagSignature>) {
    super();
    const [rows, size, { dtype, device, generator, ...settings }] = bagSignature.read('EmbeddingBag', args);
    this.numEmbeddings = checkInteger('EmbeddingBag', 'numEmbeddings', rows);
    this.embeddingDim = checkInteger('EmbeddingBag', 'embeddingDim', size);
    this.settings = settings;
    this.weight = emptyParameter([rows, size], { dtype, device });
    const { paddingIdx = null } = settings;
    const row = paddingIdx === null ? null : paddingRow('EmbeddingBag', paddingIdx, this.weight);
    startTable(this.weight, row, { generator });
  }

  override forward(
    indices: Tensor,
    offsets: Tensor | null = null,
    perSampleWeights: Tensor | null = null,
  ): Tensor {
    return embeddingBag(indices, this.weight, { ...this.settings, offsets, perSampleWeights });
  }

  override extraRepr(): string {
    return `${this.numEmbeddings}, ${this.embeddingDim}, mode='${this.settings.mode ?? 'mean'}'`;
  }
}

function startTable(weight: Parameter, paddingIdx: number | null, { generator }: LayerOptions): void {
  normal_(weight, { generator });
  if (paddingIdx !== null) noGrad(() => weight.select(0, paddingIdx).zero_());
}
