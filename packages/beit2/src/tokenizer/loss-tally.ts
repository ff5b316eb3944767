/** What a reconstruction loss is worth: beside the loss of the best constant prediction on the same patches. */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';
import { World } from '../train/world.js';

/** Means of 1 - cosine similarity over patches. */
export interface LossComparison {
  reconstructionLoss: number;
  /** Of the one vector whose mean cosine similarity to the features is largest: their mean direction. */
  constantLoss: number;
}

/** Adds up losses and the teacher's unit features over all ranks; on their device, so that adding waits for nothing. */
export class LossTally {
  private sums: Tensor | null = null; // float32 [1 + T]: the loss by patch, then the unit features
  private patches: Tensor | null = null; // int64 [1]

  constructor(private readonly world = World.alone) {}

  /**
   * Every rank must add.
   * @param loss mean over the patches, one element
   * @param features the teacher's, `[..., T]`
   */
  add(loss: Tensor, features: Tensor): void {
    const { device } = features;
    const patches = features.numel() / (features.shape.at(-1) ?? 1);
    torch.scope(() =>
      torch.noGrad(() => {
        const unit = torch.nn.functional.normalize(features.float(), { dim: -1 }).flatten(0, -2);
        const sums = torch.cat([loss.detach().float().reshape([1]).mul(patches), unit.sum(0)], 0);
        const count = torch.tensor([patches], { dtype: 'int64', device });
        for (const tensor of [sums, count]) this.world.sum_(tensor);
        this.set(this.sums ? sums.add_(this.sums) : sums, this.patches ? count.add_(this.patches) : count);
      }),
    );
  }

  private set(sums: Tensor | null, patches: Tensor | null): void {
    this.sums?.dispose();
    this.patches?.dispose();
    this.sums = sums?.keep() ?? null;
    this.patches = patches?.keep() ?? null;
  }

  /** null before anything was added */
  summary(): LossComparison | null {
    const { sums, patches } = this.toJSON();
    if (!sums) return null;
    const [loss = 0, ...direction] = sums;
    return { reconstructionLoss: loss / patches, constantLoss: 1 - Math.hypot(...direction) / patches };
  }

  /** Starts anew. */
  reset(): void {
    this.set(null, null);
  }

  /** As JSON, for a checkpoint in the middle of an epoch. */
  toJSON(): { sums: number[] | null; patches: number } {
    const sums = (this.sums?.tolist() as number[] | undefined) ?? null;
    return { sums, patches: this.patches?.item() ?? 0 };
  }

  /** Takes back what toJSON() gave. */
  restore({ sums, patches }: ReturnType<LossTally['toJSON']>, device: torch.Device): void {
    this.reset();
    if (!sums) return;
    torch.scope(() => {
      this.set(
        torch.tensor(sums, { dtype: 'float32', device }),
        torch.tensor([patches], { dtype: 'int64', device }),
      );
    });
  }
}
