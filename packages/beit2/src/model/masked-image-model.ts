/**
 * Masked image modelling with patch aggregation (BEiT v2, section 2.3): a vision transformer predicts the codes of
 * masked patches; a second prediction goes through [CLS] of the last block and patch tokens of an early one, which makes
 * [CLS] gather the image.
 */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';

import {
  Block,
  dropPathRates,
  initLinears,
  layerNormEps,
  PatchEmbed,
  RelativePositionBias,
  rescaleBranches,
} from './layers.js';
import type { PositionKind, VisionTransformerConfig } from './vision-transformer.js';

const { init } = nn;
const initStd = 0.02;

/** The patch-aggregation branch. */
export interface AggregationConfig {
  /** Its patch tokens are those after this block, counted from 1 (9 for base, 21 for large). */
  earlyLayer: number;
  /** Blocks of its own. */
  layers: number;
  /** Predict with the main norm and head rather than own ones. @default true */
  sharedHead?: boolean;
}

/** Sizes and options of a MaskedImageModel. */
export interface MaskedImageModelConfig extends Omit<
  VisionTransformerConfig,
  'meanPooling' | 'classes' | 'headInitScale' | 'eps'
> {
  /** Outputs a masked patch: the tokenizer's codes K. */
  codes: number;
  /** null trains without patch aggregation. */
  aggregation: AggregationConfig | null;
  /** @default 'shared' */
  position?: PositionKind;
}

/** Predictions for the M masked patches of a batch, image by image and row by row. */
export interface MaskedPrediction {
  /** `[M, K]` */
  logits: Tensor;
  /** `[M, K]` of the aggregation branch, null without one. */
  aggregationLogits: Tensor | null;
}

/** Vision transformer with a mask token and a head over the codes. */
export class MaskedImageModel extends nn.Module {
  patchEmbed: PatchEmbed;
  clsToken: nn.Parameter; // [1, 1, D]
  maskToken: nn.Parameter; // [1, 1, D]
  posEmbed?: nn.Parameter; // [1, 1 + N, D]
  relPosBias?: RelativePositionBias;
  blocks: nn.ModuleList<Block>;
  norm: nn.LayerNorm;
  lmHead: nn.Linear;
  clsPtLayers?: nn.ModuleList<Block>;
  clsPtNorm?: nn.LayerNorm;
  clsPtLmHead?: nn.Linear;
  readonly grid: number;

  /** @throws Error when sizes do not fit each other. */
  constructor(readonly config: MaskedImageModelConfig) {
    super();
    const {
      imageSize,
      patchSize,
      inChannels = 3,
      dim,
      depth,
      heads,
      mlpRatio = 4,
      codes,
      aggregation,
    } = config;
    const { position = 'shared', layerScale = 0, dropPath = 0 } = config;
    if (imageSize % patchSize !== 0) {
      throw new Error(`an image size of ${imageSize} is not a multiple of the patch size ${patchSize}`);
    }
    if (aggregation && (aggregation.earlyLayer < 1 || aggregation.earlyLayer > depth)) {
      throw new Error(`earlyLayer must be from 1 to the depth ${depth} but is ${aggregation.earlyLayer}`);
    }
    this.grid = imageSize / patchSize;
    this.patchEmbed = new PatchEmbed(patchSize, inChannels, dim);
    this.clsToken = new nn.Parameter(torch.zeros([1, 1, dim]));
    this.maskToken = new nn.Parameter(torch.zeros([1, 1, dim]));
    if (position === 'absolute') this.posEmbed = new nn.Parameter(torch.zeros([1, 1 + this.grid ** 2, dim]));
    if (position === 'shared') this.relPosBias = new RelativePositionBias(this.grid, heads);
    const ownPositionGrid = position === 'per-block' ? this.grid : undefined;
    const block = (rate: number): Block =>
      new Block(dim, { heads, mlpRatio, layerScale, dropPath: rate, ownPositionGrid, eps: layerNormEps });
    this.blocks = new nn.ModuleList(dropPathRates(dropPath, depth).map(block));
    this.norm = new nn.LayerNorm(dim, { eps: layerNormEps });
    if (aggregation) {
      const { earlyLayer, layers, sharedHead = true } = aggregation;
      // The branch's rates come from a linspace of its own, which differs from the trunk's where it is longer.
      const rates = dropPathRates(dropPath, Math.max(depth, earlyLayer + layers)).slice(
        earlyLayer,
        earlyLayer + layers,
      );
      this.clsPtLayers = new nn.ModuleList(rates.map(block));
      if (!sharedHead) {
        this.clsPtNorm = new nn.LayerNorm(dim, { eps: layerNormEps });
        this.clsPtLmHead = new nn.Linear(dim, codes);
      }
    }
    this.lmHead = new nn.Linear(dim, codes);
    this.#initialise();
  }

  #initialise(): void {
    const fill = (weight: Tensor): Tensor => init.beitTruncNormal_(weight, initStd);
    for (const weight of [this.clsToken, this.maskToken, this.posEmbed, this.patchEmbed.proj.weight]) {
      if (weight) fill(weight);
    }
    if (this.patchEmbed.proj.bias) init.zeros_(this.patchEmbed.proj.bias);
    initLinears(this, fill);
    rescaleBranches(this.blocks);
    const { aggregation } = this.config;
    if (this.clsPtLayers && aggregation) rescaleBranches(this.clsPtLayers, aggregation.earlyLayer + 1);
  }

  /**
   * Tokens before the last norm: `[B, 1 + N, D]` of the last block and, with patch aggregation, of its branch.
   * @param mask bool `[B, N]`, true where a patch is hidden; left out, nothing is.
   */
  features(images: Tensor, mask?: Tensor): { tokens: Tensor; aggregated: Tensor | null } {
    let patches = this.patchEmbed.forward(images); // [B, N, D]
    if (mask) patches = torch.where(mask.unsqueeze(-1), this.maskToken.to(patches.dtype), patches);
    const [b = 0, n = 0] = patches.shape;
    let x = torch.cat([this.clsToken.expand([b, -1, -1]).to(patches.dtype), patches], 1);
    if (this.posEmbed) x = x.add(this.posEmbed);
    const bias = this.relPosBias?.forward();
    let early: Tensor | null = null;
    let layer = 0;
    for (const block of this.blocks) {
      x = block.forward(x, bias);
      if (++layer === this.config.aggregation?.earlyLayer) early = x.narrow(1, 1, n);
    }
    if (!this.clsPtLayers || !early) return { tokens: x, aggregated: null };
    let aggregated = torch.cat([x.narrow(1, 0, 1), early], 1);
    for (const block of this.clsPtLayers) aggregated = block.forward(aggregated, bias);
    return { tokens: x, aggregated };
  }

  /** @param mask bool `[B, N]`, true where a patch is hidden. */
  override forward(images: Tensor, mask: Tensor): MaskedPrediction {
    const { tokens, aggregated } = this.features(images, mask);
    const positions = mask.flatten().nonzero().squeeze(1); // [M]
    // Norm and head see the masked patches only.
    const hidden = (x: Tensor): Tensor =>
      x
        .narrow(1, 1, mask.shape[1] ?? 0)
        .flatten(0, 1)
        .indexSelect(0, positions);
    const norm = this.clsPtNorm ?? this.norm;
    const head = this.clsPtLmHead ?? this.lmHead;
    return {
      logits: this.lmHead.forward(this.norm.forward(hidden(tokens))),
      aggregationLogits: aggregated && head.forward(norm.forward(hidden(aggregated))),
    };
  }
}
