/** What a reconstruction loss is worth: beside the loss of the best constant prediction on the same patches. */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';

/** Means of 1 - cosine similarity over patches. */
export interface LossComparison {
  reconstructionLoss: number;
  /** Of the one vector whose mean cosine similarity to the features is largest: their mean direction. */
  constantLoss: number;
}

/** Adds up losses and the teacher's unit features; on their device, so that adding waits for nothing. */
export class LossTally {
  #sums: Tensor | null = null; // [1 + T]: the loss by patch, then the unit features
  #patches = 0;

  /**
   * @param loss mean over the patches, one element
   * @param features the teacher's, `[..., T]`
   */
  add(loss: Tensor, features: Tensor): void {
    const patches = features.numel() / (features.shape.at(-1) ?? 1);
    const sums = torch.scope(() =>
      torch.noGrad(() => {
        const unit = torch.nn.functional.normalize(features.float(), { dim: -1 }).flatten(0, -2);
        const added = torch.cat([loss.detach().float().reshape([1]).mul(patches), unit.sum(0)], 0);
        return this.#sums ? this.#sums.add(added) : added;
      }),
    );
    this.#sums?.dispose();
    this.#sums = sums.keep();
    this.#patches += patches;
  }

  /** null before anything was added */
  summary(): LossComparison | null {
    if (!this.#sums) return null;
    const [loss = 0, ...direction] = this.#sums.tolist() as number[];
    return {
      reconstructionLoss: loss / this.#patches,
      constantLoss: 1 - Math.hypot(...direction) / this.#patches,
    };
  }

  /** Starts anew. */
  reset(): void {
    this.#sums?.dispose();
    this.#sums = null;
    this.#patches = 0;
  }

  /** As JSON, for a checkpoint in the middle of an epoch. */
  toJSON(): { sums: number[] | null; patches: number } {
    return { sums: (this.#sums?.tolist() as number[] | undefined) ?? null, patches: this.#patches };
  }

  /** Takes back what toJSON() gave. */
  restore({ sums, patches }: ReturnType<LossTally['toJSON']>, device: torch.Device): void {
    this.reset();
    if (sums) this.#sums = torch.tensor(sums, { dtype: 'float32', device }).keep();
    this.#patches = patches;
  }
}
