/** Embedding tables. */
import { embedding } from '../generated/functions.js';
import { noGrad } from '../modes.js';
import { checkOptions, type OptionNames } from '../options.js';
import type { Tensor } from '../tensor.js';
import { normal_ } from './init.js';
import { Module } from './module.js';
import { checkInteger, emptyParameter, type LayerOptions, layerOptions } from './options.js';
import type { Parameter } from './parameter.js';

/** Options of Embedding. */
export interface EmbeddingOptions extends LayerOptions {
  /** Row that starts at zero and gets no gradient. @default none */
  paddingIdx?: number;
}

const embeddingOptions: OptionNames<EmbeddingOptions> = { paddingIdx: true, ...layerOptions };

/** Rows of a table by index: int64 `[…]` → `[…, D]`. Starts standard normal. */
export class Embedding extends Module {
  readonly numEmbeddings: number;
  readonly embeddingDim: number;
  readonly paddingIdx: number | null;
  /** `[rows, D]` */
  weight: Parameter;

  constructor(numEmbeddings: number, embeddingDim: number, options: EmbeddingOptions = {}) {
    super();
    const { paddingIdx, dtype, device, generator } = checkOptions('Embedding', options, embeddingOptions);
    this.numEmbeddings = checkInteger('Embedding', 'numEmbeddings', numEmbeddings);
    this.embeddingDim = checkInteger('Embedding', 'embeddingDim', embeddingDim);
    this.paddingIdx =
      paddingIdx === undefined ? null : checkInteger('Embedding', 'paddingIdx', paddingIdx, 0);
    if (this.paddingIdx !== null && this.paddingIdx >= numEmbeddings) {
      throw new RangeError(
        `Embedding: expected paddingIdx below numEmbeddings ${numEmbeddings} but received ${this.paddingIdx}`,
      );
    }
    this.weight = emptyParameter([numEmbeddings, embeddingDim], { dtype, device });
    normal_(this.weight, { generator });
    const { weight, paddingIdx: row } = this;
    if (row !== null) noGrad(() => weight.select(0, row).zero_());
  }

  override forward(indices: Tensor): Tensor {
    return embedding(this.weight, indices, this.paddingIdx ?? -1);
  }

  override extraRepr(): string {
    const sizes = `${this.numEmbeddings}, ${this.embeddingDim}`;
    return this.paddingIdx === null ? sizes : `${sizes}, padding_idx=${this.paddingIdx}`;
  }
}
