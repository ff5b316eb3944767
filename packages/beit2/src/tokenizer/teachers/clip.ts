/**
 * The image half of CLIP (Radford et al. 2021, arXiv 2103.00020) as a teacher: every patch token through the last norm and
 * the projection into the space shared with text.
 */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';
import { activate } from '../../model/activation.js';
import { resizePositions } from '../../model/layers.js';
import type { Activation } from '../../model/model-card.js';

const { functional: F } = nn;

/** Sizes of CLIP's vision transformer. */
export interface ClipConfig {
  imageSize: number;
  patchSize: number;
  dim: number;
  depth: number;
  heads: number;
  /** @default 4 */
  mlpRatio?: number;
  /** Size of the shared space; null for a network without the projection into it. */
  outDim: number | null;
  /** Epsilon of the layer norms. @default 1e-5, PyTorch's own, which CLIP has */
  eps?: number;
  /** @default 'quick_gelu', which CLIP has */
  activation?: Activation;
}

class ClipAttention extends nn.Module {
  inProjWeight: nn.Parameter; // [3D, D]
  inProjBias: nn.Parameter; // [3D], keys have one too
  outProj: nn.Linear;

  constructor(
    dim: number,
    readonly heads: number,
  ) {
    super();
    this.inProjWeight = new nn.Parameter(torch.zeros([3 * dim, dim]));
    this.inProjBias = new nn.Parameter(torch.zeros([3 * dim]));
    this.outProj = new nn.Linear(dim, dim);
  }

  override forward(x: Tensor): Tensor {
    const qkv = F.linear(x, this.inProjWeight, this.inProjBias);
    return this.outProj.forward(F.selfAttention(qkv, this.heads));
  }
}

class ClipMlp extends nn.Module {
  cFc: nn.Linear;
  cProj: nn.Linear;

  constructor(
    dim: number,
    hidden: number,
    private readonly activation: Activation,
  ) {
    super();
    this.cFc = new nn.Linear(dim, hidden);
    this.cProj = new nn.Linear(hidden, dim);
  }

  override forward(x: Tensor): Tensor {
    return this.cProj.forward(activate(this.cFc.forward(x), this.activation));
  }
}

class ClipBlock extends nn.Module {
  ln_1: nn.LayerNorm;
  attn: ClipAttention;
  ln_2: nn.LayerNorm;
  mlp: ClipMlp;

  constructor({ dim, heads, mlpRatio, eps, activation }: Required<ClipConfig>) {
    super();
    this.ln_1 = new nn.LayerNorm(dim, { eps });
    this.attn = new ClipAttention(dim, heads);
    this.ln_2 = new nn.LayerNorm(dim, { eps });
    this.mlp = new ClipMlp(dim, Math.floor(dim * mlpRatio), activation);
  }

  override forward(x: Tensor): Tensor {
    const y = x.add(this.attn.forward(this.ln_1.forward(x)));
    return y.add(this.mlp.forward(this.ln_2.forward(y)));
  }
}

class ClipBlocks extends nn.Module {
  resblocks: nn.ModuleList<ClipBlock>;

  constructor(config: Required<ClipConfig>) {
    super();
    this.resblocks = new nn.ModuleList(Array.from({ length: config.depth }, () => new ClipBlock(config)));
  }
}

/** The network, with the keys of CLIP's released weights below `visual.`. */
export class ClipTransformer extends nn.Module {
  classEmbedding: nn.Parameter; // [D]
  positionalEmbedding: nn.Parameter; // [1 + N, D]
  proj?: nn.Parameter; // [D, T]
  conv1: nn.Conv2d;
  lnPre: nn.LayerNorm;
  transformer: ClipBlocks;
  lnPost: nn.LayerNorm;

  constructor(readonly config: ClipConfig) {
    super();
    const whole = { mlpRatio: 4, eps: 1e-5, activation: 'quick_gelu' as const, ...config };
    const { imageSize, patchSize, dim, outDim, eps } = whole;
    this.classEmbedding = new nn.Parameter(torch.zeros([dim]));
    this.positionalEmbedding = new nn.Parameter(torch.zeros([1 + (imageSize / patchSize) ** 2, dim]));
    if (outDim !== null) this.proj = new nn.Parameter(torch.zeros([dim, outDim]));
    this.conv1 = new nn.Conv2d(3, dim, patchSize, { stride: patchSize, bias: false });
    this.lnPre = new nn.LayerNorm(dim, { eps });
    this.transformer = new ClipBlocks(whole);
    this.lnPost = new nn.LayerNorm(dim, { eps });
  }

  /** Patch tokens after the last norm, before the projection: `[B, N, D]`. */
  patchTokens(images: Tensor): Tensor {
    const { patchSize } = this.config;
    const [b = 0, , height = 0, width = 0] = images.shape;
    const patches = this.conv1.forward(images).flatten(2).transpose(1, 2); // [B, N, D]
    let x = torch.cat([this.classEmbedding.view([1, 1, -1]).expand([b, -1, -1]), patches], 1);
    x = x.add(resizePositions(this.positionalEmbedding.unsqueeze(0), height / patchSize, width / patchSize));
    x = this.lnPre.forward(x);
    for (const block of this.transformer.resblocks) x = block.forward(x);
    return this.lnPost.forward(x.narrow(1, 1, (x.shape[1] ?? 1) - 1));
  }

  /** Projected patch tokens of normalised images: `[B, N, T]`; without a projection the tokens `[B, N, D]`. */
  override forward(images: Tensor): Tensor {
    const tokens = this.patchTokens(images);
    return this.proj ? tokens.matmul(this.proj) : tokens;
  }
}
