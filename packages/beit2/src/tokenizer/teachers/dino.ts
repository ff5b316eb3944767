/** DINO's vision transformer (Caron et al. 2021, arXiv 2104.14294) as a teacher: normalised patch tokens. */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';
import { activate } from '../../model/activation.js';
import { layerNormEps, Mlp, PatchEmbed, resizePositions } from '../../model/layers.js';
import type { Activation } from '../../model/model-card.js';

const { functional: F } = nn;

/** Sizes of a DINO transformer. */
export interface DinoConfig {
  imageSize: number;
  patchSize: number;
  dim: number;
  depth: number;
  heads: number;
  /** @default 4 */
  mlpRatio?: number;
  /** Epsilon of the layer norms. @default 1e-6 */
  eps?: number;
  /** @default 'gelu' */
  activation?: Activation;
  /** Biases of queries, keys and values. @default true */
  qkvBias?: boolean;
}

/** Attention with one full bias for queries, keys and values, or with none. */
class DinoAttention extends nn.Module {
  qkv: nn.Linear;
  proj: nn.Linear;

  constructor(
    dim: number,
    readonly heads: number,
    bias: boolean,
  ) {
    super();
    this.qkv = new nn.Linear(dim, 3 * dim, { bias });
    this.proj = new nn.Linear(dim, dim);
  }

  override forward(x: Tensor): Tensor {
    return this.proj.forward(F.selfAttention(this.qkv.forward(x), this.heads));
  }
}

/** `Mlp` with another activation than GELU. */
class OtherMlp extends Mlp {
  constructor(
    dim: number,
    hidden: number,
    private readonly activation: Activation,
  ) {
    super(dim, hidden);
  }

  override forward(x: Tensor): Tensor {
    return this.fc2.forward(activate(this.fc1.forward(x), this.activation));
  }
}

class DinoBlock extends nn.Module {
  norm1: nn.LayerNorm;
  attn: DinoAttention;
  norm2: nn.LayerNorm;
  mlp: Mlp;

  constructor({ dim, heads, mlpRatio, eps, activation, qkvBias }: Required<DinoConfig>) {
    super();
    const hidden = Math.floor(dim * mlpRatio);
    this.norm1 = new nn.LayerNorm(dim, { eps });
    this.attn = new DinoAttention(dim, heads, qkvBias);
    this.norm2 = new nn.LayerNorm(dim, { eps });
    this.mlp = activation === 'gelu' ? new Mlp(dim, hidden) : new OtherMlp(dim, hidden, activation);
  }

  override forward(x: Tensor): Tensor {
    const y = x.add(this.attn.forward(this.norm1.forward(x)));
    return y.add(this.mlp.forward(this.norm2.forward(y)));
  }
}

/** The network, with the keys of DINO's released weights. */
export class DinoTransformer extends nn.Module {
  clsToken: nn.Parameter; // [1, 1, D]
  posEmbed: nn.Parameter; // [1, 1 + N, D]
  patchEmbed: PatchEmbed;
  blocks: nn.ModuleList<DinoBlock>;
  norm: nn.LayerNorm;

  constructor(config: DinoConfig) {
    super();
    const defaults = { mlpRatio: 4, eps: layerNormEps, activation: 'gelu' as const, qkvBias: true };
    const whole = { ...defaults, ...config };
    const { imageSize, patchSize, dim, depth, eps } = whole;
    this.clsToken = new nn.Parameter(torch.zeros([1, 1, dim]));
    this.posEmbed = new nn.Parameter(torch.zeros([1, 1 + (imageSize / patchSize) ** 2, dim]));
    this.patchEmbed = new PatchEmbed(patchSize, 3, dim);
    this.blocks = new nn.ModuleList(Array.from({ length: depth }, () => new DinoBlock(whole)));
    this.norm = new nn.LayerNorm(dim, { eps });
  }

  /** Normalised patch tokens of normalised images: `[B, N, D]`. */
  override forward(images: Tensor): Tensor {
    const { patchSize } = this.patchEmbed;
    const [b = 0, , height = 0, width = 0] = images.shape;
    let x = torch.cat([this.clsToken.expand([b, -1, -1]), this.patchEmbed.forward(images)], 1);
    x = x.add(resizePositions(this.posEmbed, height / patchSize, width / patchSize));
    for (const block of this.blocks) x = block.forward(x);
    return this.norm.forward(x.narrow(1, 1, (x.shape[1] ?? 1) - 1));
  }
}
