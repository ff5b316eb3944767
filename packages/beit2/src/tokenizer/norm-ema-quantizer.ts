/**
 * Vector quantizer with a unit-length codebook that follows the encoder by a moving average (VQ-KD, section 2.2,
 * equations 1 and 2; the codebook gets no gradient). K codes of size d.
 */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';

import { World } from '../train/world.js';
import { chooseMeans, kmeans } from './kmeans.js';

const { functional: F } = nn;

/** Replaces codes that hardly anything hits by vectors of the batch; beyond the paper. */
export interface ReviveConfig {
  /** Training steps over which hits are counted before each replacement. */
  after: number;
  /** Codes with fewer hits a step than this, on average over those steps and over all ranks, are replaced. */
  below: number;
}

/** How far the count for the next revival is: what a checkpoint needs beside the state dict. */
export interface RevivalProgress {
  steps: number;
  /** Hits of each code in those steps. */
  hits: number[];
}

/** Sizes and options of a NormEmaQuantizer. */
export interface QuantizerConfig {
  /** K */
  codes: number;
  /** d */
  codeDim: number;
  /** Weight of the old code in its moving average. @default 0.99 */
  decay?: number;
  /** β, weight of the commitment loss. @default 1 */
  commitment?: number;
  /** Start the codebook by k-means on the first training batch. @default true */
  kmeans?: boolean;
  /** @default null */
  revive?: ReviveConfig | null;
}

/** What the quantizer makes of a batch of vectors. */
export interface Quantized {
  /** The codes, with the gradient passed straight through to the input: like the input. */
  quantized: Tensor;
  /** Code of each vector: int64, the input's shape without its last dimension. */
  indices: Tensor;
  /** β · mean of (sg[code] - vector)², a scalar. */
  commitmentLoss: Tensor;
}

/** What the codebook is moved by: the vectors of a batch or micro-batch and their codes. */
interface Assignment {
  /** Hits of each code: int64 `[K]`. */
  hits: Tensor;
  /** Sum of each code's vectors `[K, d]`. */
  sums: Tensor;
  /** Unit vectors `[..., d]`, where a revival may choose among them. */
  vectors: Tensor | null;
}

/** Keys as in official checkpoints: `embedding.weight` is the codebook. */
class Codebook extends nn.Module {
  weight: Tensor; // [K, d], unit rows, zero before k-means
  clusterSize: Tensor; // [K], bins of k-means
  embedAvg: Tensor; // [K, d], kept for the official layout; nothing moves it
  initted: Tensor; // [1], 1 once k-means has run

  constructor(codes: number, codeDim: number, initialised: boolean) {
    super();
    const size = [codes, codeDim];
    // Where k-means is to fill it, zeros until then.
    const start = initialised ? F.normalize(torch.randn(size), { dim: -1 }) : torch.zeros(size);
    this.weight = this.registerBuffer('weight', start);
    this.clusterSize = this.registerBuffer('clusterSize', torch.zeros([codes]));
    this.embedAvg = this.registerBuffer('embedAvg', start.clone());
    this.initted = this.registerBuffer('initted', torch.full([1], initialised ? 1 : 0, { dtype: 'float32' }));
  }
}

export class NormEmaQuantizer extends nn.Module {
  embedding: Codebook;
  clusterSize: Tensor; // [K], moving average of hits a training step
  hits: Tensor; // [K], int64, of the last training step, over all ranks
  hitsSinceRevival: Tensor; // [K], int64
  private readonly decay: number;
  private readonly commitment: number;
  private initialised: boolean | undefined;
  private stepsSinceRevival = 0;
  private isHeld = false;
  private held: Assignment[] = [];

  /** @param world Ranks that share the codebook: start, sums and revival are those of all together. */
  constructor(
    readonly config: QuantizerConfig,
    readonly world = World.alone,
  ) {
    super();
    this.decay = config.decay ?? 0.99;
    this.commitment = config.commitment ?? 1;
    this.embedding = new Codebook(config.codes, config.codeDim, !(config.kmeans ?? true));
    this.clusterSize = this.registerBuffer('clusterSize', torch.zeros([config.codes]));
    // Apart from clusterSize, which starts at zero in each epoch, and not persistent: official files have no such keys.
    const counts = () => torch.zeros([config.codes], { dtype: 'int64' });
    this.hits = this.registerBuffer('hits', counts(), { persistent: false });
    this.hitsSinceRevival = this.registerBuffer('hitsSinceRevival', counts(), { persistent: false });
  }

  /**
   * Nearest code of each vector; in training the codebook then moves, which changes neither this call's codes nor loss.
   * @param z `[..., d]`, of any length and dtype; computed in float32, under autocast too.
   */
  override forward(z: Tensor): Quantized {
    return withoutAutocast(z, () => {
      const unit = F.normalize(z.float(), { dim: -1 });
      const vectors = unit.detach();
      if (this.training) this.startOnce(vectors);
      const nearest = this.nearest(vectors.flatten(0, -2));
      const codes = this.embedding.weight.indexSelect(0, nearest).view(unit.shape);
      const commitmentLoss = F.mseLoss(unit, codes).mul(this.commitment);
      if (this.training) torch.noGrad(() => this.follow(vectors, nearest));
      return {
        quantized: unit.add(codes.sub(unit).detach()),
        indices: nearest.view(unit.shape.slice(0, -1)),
        commitmentLoss,
      };
    });
  }

  /** Index of the nearest code by squared distance, in float32: unit vectors `[n, d]` → int64 `[n]`. */
  nearest(unit: Tensor): Tensor {
    return torch.noGrad(() =>
      withoutAutocast(unit, () => {
        const { weight } = this.embedding;
        // |z|² is the same for all codes; the rest of |z - e|² in one product.
        const lengths = weight.square().sum(1).unsqueeze(0);
        return torch.addmm(lengths, unit, weight.t(), { beta: 1, alpha: -2 }).argmin(1);
      }),
    );
  }

  /** Zeroes the moving average of hits, as the reference does at the start of an epoch. */
  resetClusterSize(): void {
    this.clusterSize.zero_();
  }

  /**
   * Runs `body`, whose training calls are counted and move nothing: the next one outside moves the codebook by all of them. For
   * all micro-batches of a batch but the last.
   */
  hold<T>(body: () => torch.Synchronous<T>): T {
    this.isHeld = true;
    try {
      return body() as T;
    } finally {
      this.isHeld = false;
    }
  }

  /** k-means on the vectors of all ranks, in the first training call. */
  private startOnce(vectors: Tensor): void {
    this.initialised ??= this.embedding.initted.item() !== 0;
    if (this.initialised) return;
    const samples = this.ofAllRanks(vectors);
    this.start(samples, chooseMeans(samples, this.config.codes));
  }

  /**
   * Sets the codebook to the k-means of unit vectors; every rank takes rank 0's result.
   * @param samples `[n, d]`
   * @param means `[K, d]` to start from.
   */
  start(samples: Tensor, means: Tensor): void {
    torch.noGrad(() => {
      this.world.broadcast_(means);
      const clusters = kmeans(samples, means);
      this.world.broadcast_(clusters.means);
      this.embedding.weight.copy_(clusters.means);
      this.embedding.clusterSize.copy_(clusters.bins);
      this.embedding.initted.fill_(1);
    });
    this.initialised = true;
  }

  /** Counts the codes of unit vectors `[..., d]`, and moves the codebook unless it is held. */
  private follow(vectors: Tensor, nearest: Tensor): void {
    const { revive } = this.config;
    const hits = torch.bincount(nearest, { minlength: this.config.codes }); // [K]
    const sums = torch.zerosLike(this.embedding.weight).indexAdd_(0, nearest, vectors.flatten(0, -2)); // [K, d]
    const mayRevive = revive && this.stepsSinceRevival + 1 >= revive.after;
    this.held.push({ hits, sums, vectors: mayRevive ? vectors : null });
    if (this.isHeld) {
      for (const tensor of [hits, sums, mayRevive && vectors]) if (tensor) tensor.keep();
      return;
    }
    const assignments = this.held;
    this.held = [];
    this.move(assignments);
    for (const assignment of assignments.slice(0, -1))
      for (const tensor of Object.values(assignment)) (tensor as Tensor | null)?.dispose();
  }

  /** Moves every code towards the mean of its vectors, and keeps it at unit length. */
  private move(assignments: Assignment[]): void {
    const { weight } = this.embedding;
    const total = (name: 'hits' | 'sums') =>
      assignments.map((assignment) => assignment[name]).reduce((sum, value) => sum.add(value));
    const [hits, sums] = [total('hits'), total('sums')];
    this.world.sum_(hits);
    this.world.sum_(sums);
    this.hits.copy_(hits);
    updateClusterSize_(this.clusterSize, hits, this.decay);
    const means = F.normalize(sums.div(hits.clampMin(1).unsqueeze(1)), { dim: -1 });
    const targets = torch.where(hits.unsqueeze(1).eq(0), weight, means);
    weight.copy_(F.normalize(weight.mul(this.decay).add(targets, { alpha: 1 - this.decay }), { dim: -1 }));
    if (this.config.revive) this.countTowardsRevival(assignments, this.config.revive);
  }

  private countTowardsRevival(assignments: Assignment[], { after, below }: ReviveConfig): void {
    this.hitsSinceRevival.add_(this.hits);
    if (++this.stepsSinceRevival < after) return;
    const order = this.hitsSinceRevival.argsort(); // the least hit first, as there may be too few vectors for all
    const dead = this.hitsSinceRevival.indexSelect(0, order).lt(below * after);
    this.revive(assignments, order.maskedSelect(dead));
    this.hitsSinceRevival.zero_();
    this.stepsSinceRevival = 0;
  }

  /** Puts different vectors of the batch in the place of dead codes `[n]`, of the first where it has too few, with the average hits. */
  private revive(assignments: Assignment[], candidates: Tensor): void {
    const vectors = assignments
      .flatMap((assignment) => assignment.vectors ?? [])
      .map((vectors) => this.ofAllRanks(vectors));
    const samples = torch.cat(vectors, 0);
    const count = Math.min(candidates.shape[0] ?? 0, samples.shape[0] ?? 0);
    if (count === 0) return;
    const dead = candidates.narrow(0, 0, count);
    const replacements = chooseMeans(samples, count);
    this.world.broadcast_(replacements);
    this.embedding.weight.indexCopy_(0, dead, replacements);
    this.embedding.embedAvg.indexCopy_(0, dead, replacements);
    this.clusterSize.indexFill_(0, dead, this.clusterSize.mean());
    this.embedding.clusterSize.indexFill_(0, dead, this.embedding.clusterSize.mean());
  }

  /** Vectors `[B, ..., d]` of this rank → those of all `[n, d]`, in an order that the number of ranks does not change. */
  private ofAllRanks(vectors: Tensor): Tensor {
    return this.world.gather(vectors).flatten(0, -2);
  }

  /** For a checkpoint in the middle of a count; null without revival. */
  revivalProgress(): RevivalProgress | null {
    if (!this.config.revive) return null;
    return { steps: this.stepsSinceRevival, hits: this.hitsSinceRevival.tolist() as number[] };
  }

  /** Takes back what revivalProgress() gave. */
  restoreRevival({ steps, hits }: RevivalProgress): void {
    this.stepsSinceRevival = steps;
    torch.scope(() => this.hitsSinceRevival.copy_(torch.tensor(hits, { dtype: 'int64' })));
  }
}

/** Neighbouring codes are closer than 16 bits tell apart. */
function withoutAutocast<T>({ device }: Tensor, body: () => torch.Synchronous<T>): T {
  return torch.autocast<T>({ device, enabled: false }, body);
}

/** One step of the moving average of hits. */
export function updateClusterSize_(clusterSize: Tensor, counts: Tensor, decay: number): void {
  clusterSize.mul_(decay).add_(counts, { alpha: 1 - decay });
}
