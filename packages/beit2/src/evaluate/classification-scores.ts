/** Figures of a classifier on labelled images, added up batch by batch. */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';

/** Figures of one class. */
export interface ClassScore {
  /** Images of the class. */
  images: number;
  /** Share of them that is named right, in [0, 1]; null where there are none. */
  accuracy: number | null;
}

export interface ClassificationResult {
  images: number;
  /** Share of images whose likeliest class is right, in [0, 1]. */
  top1: number;
  /** Share of images whose class is among the five likeliest. */
  top5: number;
  /** Mean cross-entropy, nats. */
  loss: number;
  /**
   * Expected calibration error (Guo et al. 2017): Σ over 15 equal bins of the confidence (the largest probability) of
   * (images in the bin / all images) · |accuracy in the bin - mean confidence in the bin|, in [0, 1].
   */
  ece: number;
  /** Mean over the classes that have images of their accuracy. */
  meanPerClass: number;
  perClass: ClassScore[];
}

const bins = 15;

/** Adds up what the figures need; nothing grows with the number of images but the list of confused pairs. */
export class ClassificationScores {
  private images = 0;
  private right1 = 0;
  private right5 = 0;
  private loss = 0;
  private readonly binImages = new Float64Array(bins);
  private readonly binRight = new Float64Array(bins);
  private readonly binConfidence = new Float64Array(bins);
  /** Images by label * classes + prediction. */
  private readonly pairs = new Map<number, number>();

  constructor(private readonly classes: number) {}

  /**
   * @param logits `[B, classes]`
   * @param labels int64 `[B]`, on the same device
   */
  add(logits: Tensor, labels: Tensor): void {
    const count = Math.min(5, this.classes);
    const [top, confidence, loss, truth] = torch.scope(() => {
      const values = logits.float();
      const [probabilities, order] = values.softmax(1).topk(count, 1);
      return [
        order.to('int32').toTypedArray() as Int32Array,
        probabilities.select(1, 0).toTypedArray() as Float32Array,
        nn.functional.crossEntropy(values, labels, { reduction: 'sum' }).item(),
        labels.to('int32').toTypedArray() as Int32Array,
      ] as const;
    });
    this.loss += loss;
    for (const [i, label] of truth.entries()) {
      const best = top.subarray(i * count, (i + 1) * count);
      this.addImage(label, best, confidence[i] ?? 0);
    }
  }

  private addImage(label: number, best: Int32Array, confidence: number): void {
    const predicted = best[0] ?? 0;
    const isRight = predicted === label ? 1 : 0;
    this.images += 1;
    this.right1 += isRight;
    this.right5 += best.includes(label) ? 1 : 0;
    // Bins are open below and closed above, as in the paper.
    const bin = Math.min(bins - 1, Math.max(0, Math.ceil(confidence * bins) - 1));
    this.binImages[bin] = (this.binImages[bin] ?? 0) + 1;
    this.binRight[bin] = (this.binRight[bin] ?? 0) + isRight;
    this.binConfidence[bin] = (this.binConfidence[bin] ?? 0) + confidence;
    const pair = label * this.classes + predicted;
    this.pairs.set(pair, (this.pairs.get(pair) ?? 0) + 1);
  }

  /** Images by class (row) and predicted class (column): `classes` rows of `classes` counts. */
  confusion(): Int32Array[] {
    const rows = Array.from({ length: this.classes }, () => new Int32Array(this.classes));
    for (const [pair, count] of this.pairs) {
      const row = rows[Math.floor(pair / this.classes)];
      if (row) row[pair % this.classes] = count;
    }
    return rows;
  }

  result(): ClassificationResult {
    const { images, classes } = this;
    const perClass = this.perClass();
    const known = perClass.flatMap(({ accuracy }) => accuracy ?? []);
    let gap = 0;
    for (let bin = 0; bin < bins; bin++)
      gap += Math.abs((this.binRight[bin] ?? 0) - (this.binConfidence[bin] ?? 0));
    return {
      images,
      top1: this.right1 / images,
      top5: classes < 5 ? 1 : this.right5 / images,
      loss: this.loss / images,
      ece: gap / images,
      meanPerClass: known.reduce((sum, accuracy) => sum + accuracy, 0) / known.length,
      perClass,
    };
  }

  private perClass(): ClassScore[] {
    const images = new Int32Array(this.classes);
    const right = new Int32Array(this.classes);
    for (const [pair, count] of this.pairs) {
      const label = Math.floor(pair / this.classes);
      images[label] = (images[label] ?? 0) + count;
      if (pair % this.classes === label) right[label] = (right[label] ?? 0) + count;
    }
    return Array.from(images, (all, label) => ({
      images: all,
      accuracy: all === 0 ? null : (right[label] ?? 0) / all,
    }));
  }
}
