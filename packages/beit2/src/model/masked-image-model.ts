/**
 * Masked image modelling with patch aggregation (BEiT v2, section 2.3): a vision transformer predicts the codes of
 * masked patches; a second prediction goes through [CLS] of the last block and patch tokens of an early one, which makes
 * [CLS] gather the image.
 */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';

import {
  Block,
  checkImageSize,
  dropPathRates,
  initLinears,
  layerNormEps,
  PatchEmbed,
  pickRows,
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
    this.initialise();
  }

  private initialise(): void {
    const fill = (weight: Tensor): Tensor => init.beitTruncNormal_(weight, initStd);
    for (const weight of [this.clsToken, this.maskToken, this.posEmbed, this.patchEmbed.proj.weight]) {
      if (weight) fill(weight);
    }
    if (this.patchEmbed.proj.bias) init.zeros_(this.patchEmbed.proj.bias);
    // As in the reference, whose branch is made after this: its linear layers keep PyTorch's own start, biases too.
    for (const part of [this.blocks, this.lmHead, this.clsPtLmHead]) if (part) initLinears(part, fill);
    rescaleBranches(this.blocks);
    const { aggregation } = this.config;
    if (this.clsPtLayers && aggregation) rescaleBranches(this.clsPtLayers, aggregation.earlyLayer + 1);
  }

  /**
   * Tokens after the last block, before the last norm: `[B, 1 + N, D]`, without masks and the aggregation branch.
   * @throws Error for images of another size than the model's.
   */
  features(images: Tensor): Tensor {
    let x = this.embed(images);
    const bias = this.relPosBias?.forward();
    for (const block of this.blocks) x = block.forward(x, bias);
    return x;
  }

  /**
   * Tokens before the last norm of the trunk and of the aggregation branch (null without one): `[B, 1 + N, D]` each, or
   * with `rows` only those, `[M, D]`.
   * @param mask bool `[B, N]`, true where a patch is hidden.
   * @param rows int64 `[M]`, places among all B·(1 + N) tokens.
   */
  maskedFeatures(images: Tensor, mask: Tensor, rows?: Tensor): { main: Tensor; aggregated: Tensor | null } {
    let x = this.embed(images, mask);
    const [b = 0, length = 0] = x.shape;
    const bias = this.relPosBias?.forward();
    const { depth, aggregation } = this.config;
    const clsRows = torch.arange(0, b * length, length, { device: x.device }); // [B]
    let early = x;
    let layer = 0;
    let isPicked = false; // x is then [CLS] of each image and `rows`, [B + M, D]
    for (const block of this.blocks) {
      layer++;
      // Of the last block only [CLS] and `rows`, unless the branch takes all its patches from there.
      isPicked = rows !== undefined && layer === depth && layer !== aggregation?.earlyLayer;
      x = block.forward(x, bias, isPicked && rows ? torch.cat([clsRows, rows]) : undefined);
      if (layer === aggregation?.earlyLayer) early = x;
    }
    const all = rows && !isPicked ? pickRows(x, rows) : x;
    const main = isPicked ? x.narrow(0, b, (x.shape[0] ?? 0) - b) : all;
    if (!this.clsPtLayers) return { main, aggregated: null };

    const cls = isPicked ? x.narrow(0, 0, b).unsqueeze(1) : x.narrow(1, 0, 1); // [B, 1, D]
    let aggregated = torch.cat([cls, early.narrow(1, 1, length - 1)], 1);
    let left = this.clsPtLayers.length;
    for (const block of this.clsPtLayers)
      aggregated = block.forward(aggregated, bias, --left === 0 ? rows : undefined);
    return { main, aggregated };
  }

  /**
   * @param mask bool `[B, N]`, true where a patch is hidden.
   * @param positions int64 `[M]`, places of the hidden patches among all B·N; counted from the mask where left out.
   */
  override forward(
    images: Tensor,
    mask: Tensor,
    positions = mask.flatten().nonzero().squeeze(1),
  ): MaskedPrediction {
    const rows = positions.add(positions.floorDivide(mask.shape[1] ?? 1)).add(1); // each image has a [CLS] in front
    const { main, aggregated } = this.maskedFeatures(images, mask, rows);
    const norm = this.clsPtNorm ?? this.norm;
    const head = this.clsPtLmHead ?? this.lmHead;
    return {
      logits: this.lmHead.forward(this.norm.forward(main)),
      aggregationLogits: aggregated && head.forward(norm.forward(aggregated)),
    };
  }

  /** [CLS] and patches with their positions; hidden patches as the mask token: `[B, 1 + N, D]`, float32. */
  private embed(images: Tensor, mask?: Tensor): Tensor {
    checkImageSize(images, this.config.imageSize);
    const patches = this.patchEmbed.forward(images); // [B, N, D]
    const visible = mask ? torch.where(mask.unsqueeze(-1), this.maskToken, patches) : patches;
    // Under autocast the patches are in 16 bits; joining them with [CLS] makes the residual stream float32.
    const x = torch.cat([this.clsToken.expand([images.shape[0] ?? 0, -1, -1]), visible], 1);
    return this.posEmbed ? x.add(this.posEmbed) : x;
  }
}
