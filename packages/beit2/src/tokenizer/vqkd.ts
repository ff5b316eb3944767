/**
 * VQ-KD (BEiT v2, section 2.2): an encoder turns each patch into one of K codes, and a decoder must rebuild a teacher's
 * features from the codes. Shapes: images `[B, 3, S, S]` in [0, 1], N patches, width D, codes of size d, features of size T.
 */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';

import { initLinears } from '../model/layers.js';
import { VisionTransformer, type VisionTransformerConfig } from '../model/vision-transformer.js';
import { World } from '../train/world.js';
import { NormEmaQuantizer, type QuantizerConfig } from './norm-ema-quantizer.js';

const { functional: F, init } = nn;

/** Sizes of the part that turns images into codes. */
export interface TokenizerConfig {
  encoder: Pick<
    VisionTransformerConfig,
    'imageSize' | 'inChannels' | 'patchSize' | 'dim' | 'depth' | 'heads' | 'mlpRatio' | 'dropPath'
  >;
  quantizer: QuantizerConfig;
}

/** Sizes of the whole. */
export interface VQKDConfig extends TokenizerConfig {
  /** Blocks of the decoder (1 or 3 in the paper); its width, heads and ratio are the encoder's. */
  decoderDepth: number;
  /** Size T of a teacher's feature. */
  teacherDim: number;
}

/** Losses of a batch, with what code use is counted from. */
export interface VQKDOutput {
  /** reconstructionLoss + commitmentLoss */
  loss: Tensor;
  /** Mean over images and patches of 1 - cosine similarity, [0, 2]. */
  reconstructionLoss: Tensor;
  commitmentLoss: Tensor;
  /** Code of each patch: int64 `[B, N]`. */
  indices: Tensor;
  /** The decoder's features `[B, N, T]`. */
  reconstruction: Tensor;
}

/** Linear, Tanh, Linear, with the official keys `0` and `2`. */
function taskLayer(dim: number, out: number): nn.Sequential {
  return new nn.Sequential(new nn.Linear(dim, dim), new nn.Tanh(), new nn.Linear(dim, out));
}

/** The encoder's half: images to codes. All that pretraining needs. */
export class Tokenizer extends nn.Module {
  encoder: VisionTransformer;
  encodeTaskLayer: nn.Sequential;
  quantize: NormEmaQuantizer;

  constructor(
    readonly config: TokenizerConfig,
    world = World.alone,
  ) {
    super();
    this.encoder = new VisionTransformer({ ...config.encoder, position: 'absolute', meanPooling: true });
    this.quantize = new NormEmaQuantizer(config.quantizer, world);
    this.encodeTaskLayer = taskLayer(config.encoder.dim, config.quantizer.codeDim);
    initLinears(this.encodeTaskLayer, (weight) => init.timmTruncNormal_(weight, { std: 0.02 }));
  }

  /** Patches along a side. */
  get grid(): number {
    return this.encoder.grid;
  }

  /** Vectors to quantize, not yet of unit length: images in [0, 1] → `[B, N, d]` in float32. */
  encode(images: Tensor): Tensor {
    const tokens = this.encoder.patchTokens(images.mul(2).sub(1));
    const { device } = images;
    // In float32 under autocast too: neighbouring codes are closer than bfloat16 tells apart.
    return torch.autocast({ device, enabled: false }, () => this.encodeTaskLayer.forward(tokens.float()));
  }

  /** Codes of the patches: images in [0, 1] → int64 `[B, N]`. Neither gradients nor any state change. */
  tokens(images: Tensor): Tensor {
    return torch.scope(() => torch.noGrad(() => this.codes(this.encode(images))));
  }

  /** Codes of vectors that `encode` made: `[B, N, d]` → int64 `[B, N]`. */
  codes(vectors: Tensor): Tensor {
    const unit = F.normalize(vectors, { dim: -1 });
    return this.quantize.nearest(unit.flatten(0, 1)).view(unit.shape.slice(0, -1));
  }
}

/** Tokenizer and decoder. */
export class VQKD extends Tokenizer {
  decoder: VisionTransformer;
  decodeTaskLayer: nn.Sequential;

  constructor(
    override readonly config: VQKDConfig,
    world = World.alone,
  ) {
    super(config, world);
    const { encoder, quantizer, decoderDepth, teacherDim } = config;
    this.decoder = new VisionTransformer({
      ...encoder,
      imageSize: this.grid,
      patchSize: 1,
      inChannels: quantizer.codeDim,
      depth: decoderDepth,
      position: 'absolute',
      meanPooling: true,
    });
    this.decodeTaskLayer = taskLayer(encoder.dim, teacherDim);
    initLinears(this.decodeTaskLayer, (weight) => init.timmTruncNormal_(weight, { std: 0.02 }));
  }

  /** Features from quantized vectors: `[B, N, d]` → `[B, N, T]`. */
  decode(quantized: Tensor): Tensor {
    const [b = 0, , d = 0] = quantized.shape;
    const map = quantized.transpose(1, 2).reshape([b, d, this.grid, this.grid]);
    return this.decodeTaskLayer.forward(this.decoder.patchTokens(map));
  }

  /**
   * @param images in [0, 1]
   * @param target The teacher's features `[B, N, T]`.
   * @throws Error when the target has another shape than the decoder's features.
   */
  override forward(images: Tensor, target: Tensor): VQKDOutput {
    const { quantized, indices, commitmentLoss } = this.quantize.forward(this.encode(images));
    const reconstruction = this.decode(quantized);
    if (reconstruction.shape.join() !== target.shape.join()) {
      throw new Error(
        `the teacher's features have shape [${target.shape.join(', ')}] but the decoder's [${reconstruction.shape.join(', ')}]`,
      );
    }
    const reconstructionLoss = F.rowCosineSimilarity(reconstruction, target.float()).neg().add(1).mean();
    return {
      loss: reconstructionLoss.add(commitmentLoss),
      reconstructionLoss,
      commitmentLoss,
      indices,
      reconstruction,
    };
  }
}
