/**
 * The vision transformer as tokenizer encoder, decoder and classifier. Shapes: images `[B, C, S, S]`, patch tokens
 * `[B, N, D]` with N = (S / patchSize)², row by row; a [CLS] token stands in front inside.
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
  RelativePositionBias,
  rescaleBranches,
  resizePositions,
} from './layers.js';

const { init } = nn;

/** What stands for an image: its [CLS] token, or the mean of its patch tokens. */
export type Pooling = 'cls' | 'mean';

/** Where positions enter: added to the tokens, or as a bias in attention by one shared table or one a block. */
export type PositionKind = 'absolute' | 'shared' | 'per-block';

/** Sizes and options of a VisionTransformer. */
export interface VisionTransformerConfig {
  /** Side of the images, pixels. */
  imageSize: number;
  /** Side of a patch, pixels. */
  patchSize: number;
  /** @default 3 */
  inChannels?: number;
  /** Width D. */
  dim: number;
  depth: number;
  heads: number;
  /** Hidden width of the MLP by D; the hidden width is rounded down. @default 4 */
  mlpRatio?: number;
  /** @default 'absolute' */
  position?: PositionKind;
  /** Initial value of the layer scale; 0 for none. @default 0 */
  layerScale?: number;
  /** Highest stochastic depth rate, of the last block. @default 0 */
  dropPath?: number;
  /** Pool the patch tokens by their mean (`fcNorm` after it) rather than take [CLS] (`norm` before it). @default true */
  meanPooling?: boolean;
  /** Outputs of the classification head; 0 for none. @default 0 */
  classes?: number;
  /** Factor on the head's initial weights and bias. @default 1 */
  headInitScale?: number;
  /** Epsilon of the layer norms: 1e-12 for weights that Hugging Face's library trained. @default 1e-6 */
  eps?: number;
}

/** Named sizes: patch 16 for 224 pixels, and small ones for images of 32 to 96 pixels. */
export const vitSizes = {
  tiny_patch16_224: { imageSize: 224, patchSize: 16, dim: 192, depth: 12, heads: 3 },
  small_patch16_224: { imageSize: 224, patchSize: 16, dim: 384, depth: 12, heads: 6 },
  base_patch16_224: { imageSize: 224, patchSize: 16, dim: 768, depth: 12, heads: 12 },
  large_patch16_224: { imageSize: 224, patchSize: 16, dim: 1024, depth: 24, heads: 16 },
  mini_patch4_32: { imageSize: 32, patchSize: 4, dim: 128, depth: 6, heads: 4 },
  tiny_patch4_32: { imageSize: 32, patchSize: 4, dim: 192, depth: 12, heads: 3 },
  tiny_patch8_64: { imageSize: 64, patchSize: 8, dim: 192, depth: 12, heads: 3 },
  small_patch8_96: { imageSize: 96, patchSize: 8, dim: 384, depth: 12, heads: 6 },
} as const satisfies Record<string, VisionTransformerConfig>;

/** Vision transformer of BEiT v2's tokenizer and of fine-tuning. */
export class VisionTransformer extends nn.Module {
  patchEmbed: PatchEmbed;
  clsToken: nn.Parameter; // [1, 1, D]
  posEmbed?: nn.Parameter; // [1, 1 + N, D]
  relPosBias?: RelativePositionBias;
  blocks: nn.ModuleList<Block>;
  norm?: nn.LayerNorm;
  fcNorm?: nn.LayerNorm;
  head?: nn.Linear;
  /** Patches along a side of the images it was made for. */
  readonly grid: number;

  /** @throws Error when the image size is no multiple of the patch size, or the width none of the heads. */
  constructor(readonly config: VisionTransformerConfig) {
    super();
    const { imageSize, patchSize, inChannels = 3, dim, depth, heads, mlpRatio = 4 } = config;
    const {
      position = 'absolute',
      layerScale = 0,
      dropPath = 0,
      meanPooling = true,
      classes = 0,
      eps = layerNormEps,
    } = config;
    if (imageSize % patchSize !== 0) {
      throw new Error(`an image size of ${imageSize} is not a multiple of the patch size ${patchSize}`);
    }
    this.grid = imageSize / patchSize;
    this.patchEmbed = new PatchEmbed(patchSize, inChannels, dim);
    this.clsToken = new nn.Parameter(torch.zeros([1, 1, dim]));
    if (position === 'absolute') this.posEmbed = new nn.Parameter(torch.zeros([1, 1 + this.grid ** 2, dim]));
    if (position === 'shared') this.relPosBias = new RelativePositionBias(this.grid, heads);
    const ownPositionGrid = position === 'per-block' ? this.grid : undefined;
    const rates = dropPathRates(dropPath, depth);
    this.blocks = new nn.ModuleList(
      rates.map(
        (rate) => new Block(dim, { heads, mlpRatio, layerScale, dropPath: rate, ownPositionGrid, eps }),
      ),
    );
    if (meanPooling) this.fcNorm = new nn.LayerNorm(dim, { eps });
    else this.norm = new nn.LayerNorm(dim, { eps });
    if (classes > 0) this.head = new nn.Linear(dim, classes);
    this.initialise(config.headInitScale ?? 1);
  }

  // At std 0.02 timm's cut at ±2 cuts nothing; the convolution keeps PyTorch's own start.
  private initialise(headInitScale: number): void {
    const fill = (weight: Tensor): Tensor => init.timmTruncNormal_(weight, { std: 0.02 });
    fill(this.clsToken);
    if (this.posEmbed) fill(this.posEmbed);
    initLinears(this, fill);
    rescaleBranches(this.blocks);
    const { head } = this;
    if (head)
      torch.noGrad(() => [head.weight, head.bias].forEach((parameter) => parameter?.mul_(headInitScale)));
  }

  /**
   * [CLS] and patch tokens after the last block, before any last norm: `[B, 1 + N, D]`.
   * @param images `[B, C, H, W]`; of another size than the model's only with absolute positions, which are resized.
   * @param blocks stop after so many blocks
   * @throws Error for a size that does not fit.
   */
  features(images: Tensor, blocks = this.config.depth): Tensor {
    if (!this.posEmbed) checkImageSize(images, this.config.imageSize);
    const { patchSize } = this.patchEmbed;
    const [b = 0, , height = 0, width = 0] = images.shape;
    const patches = this.patchEmbed.forward(images);
    // Under autocast the patches are in 16 bits; joining them with [CLS] makes the residual stream float32.
    let x = torch.cat([this.clsToken.expand([b, -1, -1]), patches], 1);
    if (this.posEmbed) x = x.add(resizePositions(this.posEmbed, height / patchSize, width / patchSize));
    const bias = this.relPosBias?.forward();
    for (const block of [...this.blocks].slice(0, blocks)) x = block.forward(x, bias);
    return x;
  }

  /** Normalised patch tokens `[B, N, D]`. */
  patchTokens(images: Tensor): Tensor {
    const tokens = this.features(images);
    return this.lastNorm(tokens.narrow(1, 1, (tokens.shape[1] ?? 1) - 1));
  }

  /** Normalised [CLS] and patch tokens `[B, 1 + N, D]`. */
  allTokens(images: Tensor): Tensor {
    return this.lastNorm(this.features(images));
  }

  /** One vector an image: `[B, D]`. */
  pooled(images: Tensor): Tensor {
    const tokens = this.features(images);
    const length = tokens.shape[1] ?? 1;
    // With mean pooling the norm comes after the mean, of the patch tokens alone.
    return this.fcNorm
      ? this.fcNorm.forward(tokens.narrow(1, 1, length - 1).mean(1))
      : this.lastNorm(tokens.select(1, 0));
  }

  /** Class logits `[B, classes]`; pooled features where there is no head. */
  override forward(images: Tensor): Tensor {
    const pooled = this.pooled(images);
    return this.head ? this.head.forward(pooled) : pooled;
  }

  private lastNorm(tokens: Tensor): Tensor {
    return (this.fcNorm ?? this.norm)?.forward(tokens) ?? tokens;
  }
}

/** The pooling that a model was trained with. */
export function ownPooling(model: VisionTransformer): Pooling {
  return model.fcNorm ? 'mean' : 'cls';
}
