/**
 * The parts that all vision transformers here are made of. Shapes: `B` images, `N` tokens, `D` width, `H` heads.
 * Facts: BEiT v2 (arXiv 2208.06366), section 2 and its official implementation.
 */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';
import { relativePositionIndex } from './resize-positions.js';

const { functional: F, init } = nn;

/** Epsilon of the layer norms unless told otherwise: the official one (CLIP and Hugging Face have others). */
export const layerNormEps = 1e-6;

/** Cuts an image into patches and maps each to a token: `[B, C, h·p, w·p]` → `[B, h·w, D]`, row by row. */
export class PatchEmbed extends nn.Module {
  proj: nn.Conv2d;

  constructor(
    readonly patchSize: number,
    inChannels: number,
    dim: number,
  ) {
    super();
    this.proj = new nn.Conv2d(inChannels, dim, patchSize, { stride: patchSize });
  }

  /** @throws Error when the image's sides are not multiples of the patch size. */
  override forward(images: Tensor): Tensor {
    const [, , height = 0, width = 0] = images.shape;
    if (height % this.patchSize !== 0 || width % this.patchSize !== 0) {
      throw new Error(
        `images of ${height}x${width} cannot be divided into patches of ${this.patchSize}x${this.patchSize}`,
      );
    }
    const { weight, bias } = this.proj;
    return F.linear(this.cut(images), weight.flatten(1), bias);
  }

  // The patches as rows, `[B, N, C·p·p]`: a product over them is faster than the convolution, and gives tokens in order.
  private cut(images: Tensor): Tensor {
    const [batch = 0, channels = 0, height = 0, width = 0] = images.shape;
    const p = this.patchSize;
    return images
      .reshape([batch, channels, height / p, p, width / p, p])
      .permute([0, 2, 4, 1, 3, 5])
      .reshape([batch, (height / p) * (width / p), channels * p * p]);
  }
}

/**
 * Which row of a relative position table each pair of tokens uses, for [CLS] and a square grid of patches: int64
 * `[1 + N, 1 + N]`. The table has (2·grid - 1)² rows for pairs of patches by their distance, then one each for [CLS] to
 * patch, patch to [CLS], [CLS] to itself.
 */
function relativePositions(grid: number): Tensor {
  const tokens = grid ** 2 + 1;
  return torch.fromTypedArray(relativePositionIndex([grid, grid]), [tokens, tokens]);
}

/** The bias that each pair of tokens gets in every head: `[1, H, 1 + N, 1 + N]`. */
export function relativePositionBias(table: Tensor, index: Tensor): Tensor {
  // embedding() rather than indexing: its backward adds up the rows in parallel.
  return torch.embedding(table, index).permute([2, 0, 1]).contiguous().unsqueeze(0);
}

/**
 * Checks images `[B, C, H, W]` against the size a model was made for. Positions as an embedding can be resized
 * (`resizePositions`); relative position tables and the masked image model's positions belong to one grid.
 * @throws Error for images of another size
 */
export function checkImageSize(images: Tensor, imageSize: number): void {
  const [, , height, width] = images.shape;
  if (height === imageSize && width === imageSize) return;
  throw new Error(
    `images of ${height}x${width} pixels do not fit a model with positions for ${imageSize}x${imageSize}`,
  );
}

/** One relative position table for all blocks. */
export class RelativePositionBias extends nn.Module {
  relativePositionBiasTable: nn.Parameter;
  relativePositionIndex: Tensor;

  constructor(grid: number, heads: number) {
    super();
    this.relativePositionBiasTable = new nn.Parameter(torch.zeros([(2 * grid - 1) ** 2 + 3, heads]));
    this.relativePositionIndex = this.registerBuffer('relativePositionIndex', relativePositions(grid));
  }

  override forward(): Tensor {
    return relativePositionBias(this.relativePositionBiasTable, this.relativePositionIndex);
  }
}

/** Multi-head self-attention with biases for queries and values but none for keys. */
export class Attention extends nn.Module {
  qBias: nn.Parameter;
  vBias: nn.Parameter;
  relativePositionBiasTable?: nn.Parameter;
  relativePositionIndex?: Tensor;
  qkv: nn.Linear;
  proj: nn.Linear;

  /** @param grid Side of the patch grid where the block has a relative position table of its own. */
  constructor(
    dim: number,
    readonly heads: number,
    grid?: number,
  ) {
    super();
    if (dim % heads !== 0) throw new Error(`a width of ${dim} cannot be split into ${heads} heads`);
    this.qBias = new nn.Parameter(torch.zeros([dim]));
    this.vBias = new nn.Parameter(torch.zeros([dim]));
    if (grid !== undefined) {
      this.relativePositionBiasTable = new nn.Parameter(torch.zeros([(2 * grid - 1) ** 2 + 3, heads]));
      this.relativePositionIndex = this.registerBuffer('relativePositionIndex', relativePositions(grid));
    }
    this.qkv = new nn.Linear(dim, 3 * dim, { bias: false });
    this.proj = new nn.Linear(dim, dim);
  }

  /**
   * @param x `[B, N, D]`
   * @param bias Shared relative position bias `[1, H, N, N]`, added to the logits.
   * @param rows As in Block.forward().
   */
  override forward(x: Tensor, bias?: Tensor, rows?: Tensor): Tensor {
    const qkvBias = torch.cat([this.qBias, torch.zerosLike(this.vBias), this.vBias]);
    const qkv = F.linear(x, this.qkv.weight, qkvBias); // [B, N, 3·D]
    let logitBias = bias ?? null;
    if (this.relativePositionBiasTable && this.relativePositionIndex) {
      const own = relativePositionBias(this.relativePositionBiasTable, this.relativePositionIndex);
      logitBias = bias ? own.add(bias) : own;
    }
    const y = F.selfAttention(qkv, this.heads, logitBias);
    return this.proj.forward(rows ? pickRows(y, rows) : y);
  }
}

/** Some tokens of a batch: `[B, N, D]` → `[M, D]` by their places among the B·N. */
export function pickRows(tokens: Tensor, rows: Tensor): Tensor {
  return tokens.flatten(0, 1).indexSelect(0, rows);
}

/** Linear, exact GELU, Linear. */
export class Mlp extends nn.Module {
  fc1: nn.Linear;
  fc2: nn.Linear;

  constructor(dim: number, hidden: number) {
    super();
    this.fc1 = new nn.Linear(dim, hidden);
    this.fc2 = new nn.Linear(hidden, dim);
  }

  override forward(x: Tensor): Tensor {
    return F.mlp(x, this.fc1.weight, this.fc1.bias, this.fc2.weight, this.fc2.bias);
  }
}

/** Options of a Block. */
export interface BlockOptions {
  heads: number;
  mlpRatio: number;
  /** Initial value of the layer scale; 0 for none. */
  layerScale: number;
  /** Probability that a sample skips a branch in training, [0, 1). */
  dropPath: number;
  /** Side of the patch grid where the block has a relative position table of its own. */
  ownPositionGrid?: number;
  /** Epsilon of its layer norms. */
  eps: number;
}

/** `x + γ₁·attention(norm₁ x)`, then `x + γ₂·mlp(norm₂ x)`, each branch dropped at random per sample. */
export class Block extends nn.Module {
  gamma_1?: nn.Parameter;
  gamma_2?: nn.Parameter;
  norm1: nn.LayerNorm;
  attn: Attention;
  norm2: nn.LayerNorm;
  mlp: Mlp;
  readonly dropPath: number;

  constructor(dim: number, { heads, mlpRatio, layerScale, dropPath, ownPositionGrid, eps }: BlockOptions) {
    super();
    if (layerScale > 0) {
      this.gamma_1 = new nn.Parameter(torch.full([dim], layerScale, { dtype: 'float32' }));
      this.gamma_2 = new nn.Parameter(torch.full([dim], layerScale, { dtype: 'float32' }));
    }
    this.norm1 = new nn.LayerNorm(dim, { eps });
    this.attn = new Attention(dim, heads, ownPositionGrid);
    this.norm2 = new nn.LayerNorm(dim, { eps });
    this.mlp = new Mlp(dim, Math.floor(dim * mlpRatio));
    this.dropPath = dropPath;
  }

  /**
   * @param x `[B, N, D]`
   * @param bias Shared relative position bias `[1, H, N, N]`.
   * @param rows int64 `[M]`: of all B·N tokens only these are wanted, as `[M, D]`. What comes after attention works on
   *   each token alone, so the others cost nothing there.
   */
  override forward(x: Tensor, bias?: Tensor, rows?: Tensor): Tensor {
    // The scope drops what autograd does not need as soon as the block is done.
    return torch.scope(() => {
      const [b = 0, n = 0] = x.shape;
      const samples = rows?.floorDivide(n);
      const attended = this.attn.forward(F.normForLinear(this.norm1, x), bias, rows);
      const y = F.residual(rows ? pickRows(x, rows) : x, this.dropBranch(attended, b, samples), this.gamma_1);
      const mixed = this.mlp.forward(F.normForLinear(this.norm2, y));
      return F.residual(y, this.dropBranch(mixed, b, samples), this.gamma_2);
    });
  }

  /**
   * Stochastic depth: zeroes a branch for whole samples with probability `dropPath`, scales it by 1 / (1 - dropPath) for
   * the others. @param samples int64 `[M]`, the sample of each row of `branch` where it is `[M, D]`.
   */
  private dropBranch(branch: Tensor, b: number, samples?: Tensor): Tensor {
    if (!this.training || this.dropPath === 0) return branch;
    const keep = 1 - this.dropPath;
    const { dtype, device } = branch;
    const factors = torch.empty([b], { dtype, device }).bernoulli_(keep).div_(keep);
    return branch.mul(samples ? factors.indexSelect(0, samples).unsqueeze(1) : factors.view([b, 1, 1]));
  }
}

/** Drop-path rates of `depth` blocks: from 0 to `rate` in equal steps, in float32 as the official code has them. */
export function dropPathRates(rate: number, depth: number): number[] {
  return torch.scope(() => torch.linspace(0, rate, depth).tolist() as number[]);
}

/**
 * Divides the last projection of each branch of block l (counted from 1) by √(2·l), so that the residual stream starts
 * with the same variance at every depth.
 */
export function rescaleBranches(blocks: Iterable<nn.Module>, firstLayer = 1): void {
  torch.noGrad(() => {
    let layer = firstLayer;
    for (const block of blocks) {
      if (!(block instanceof Block)) continue;
      block.attn.proj.weight.div_(Math.sqrt(2 * layer));
      block.mlp.fc2.weight.div_(Math.sqrt(2 * layer));
      layer++;
    }
  });
}

/** Truncated normal weights (std 0.02) and zero biases for every Linear of `module`, by the given way to cut. */
export function initLinears(module: nn.Module, fill: (weight: Tensor) => unknown): void {
  module.apply((child) => {
    if (!(child instanceof nn.Linear)) return;
    fill(child.weight);
    if (child.bias) init.zeros_(child.bias);
  });
}

/**
 * Position embedding `[1, 1 + g², D]` for a grid of another size: bicubic by the factor (cells + 0.1) / g, which also sets
 * where samples are taken, as DINO, CLIP's teacher form and the official encoder have it. [CLS]'s part stays.
 */
export function resizePositions(positions: Tensor, rows: number, columns: number): Tensor {
  const [, length = 1, dim = 0] = positions.shape;
  const grid = Math.sqrt(length - 1);
  if (rows === grid && columns === grid) return positions;
  const patches = positions
    .narrow(1, 1, length - 1)
    .reshape([1, grid, grid, dim])
    .permute([0, 3, 1, 2]);
  const resized = F.interpolate(patches, {
    scaleFactor: [(rows + 0.1) / grid, (columns + 0.1) / grid],
    mode: 'bicubic',
  });
  return torch.cat(
    [positions.narrow(1, 0, 1), resized.permute([0, 2, 3, 1]).reshape([1, rows * columns, dim])],
    1,
  );
}
