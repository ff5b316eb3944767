/** Evaluation during a fine-tuning: of the weights and of their averages; the best ones are kept. */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';
import type { FinetuneRecipe } from '../config/schema.js';
import type { Batch, ImageLoader } from '../data/loader.js';
import type { VisionTransformer } from '../model/vision-transformer.js';
import type { Normalize } from '../tokenizer/teachers/teacher.js';
import type { Position } from '../train/checkpoint.js';
import type { Precision } from '../train/precision.js';
import type { Run } from '../train/run-folder.js';
import type { TrainingState } from '../train/training-state.js';
import { ClassificationScores } from './classification-scores.js';
import { toImages } from './engine.js';

/** What a step and an evaluation compute with. */
export interface ClassifierParts {
  recipe: FinetuneRecipe;
  model: VisionTransformer;
  normalize: Normalize;
  precision: Precision;
  device: torch.Device;
  classes: number;
}

/** Labels of images `from` to `from + size` of a batch: int64 `[size]`. */
export function labelsOf(batch: Batch, from: number, size: number, device: torch.Device): Tensor {
  const labels = (batch.labels ?? new Int32Array(batch.size)).subarray(from, from + size);
  return torch.fromTypedArray(labels, [size], { device }).long();
}

/** Figures of the model on the images of a loader, in evaluation mode. */
export async function classify(
  { recipe, model, normalize, precision, device, classes }: ClassifierParts,
  loader: ImageLoader,
): Promise<ClassificationScores> {
  const scores = new ClassificationScores(classes);
  const wasTraining = model.training;
  model.eval();
  for await (const batch of loader.batches()) {
    torch.scope(() =>
      torch.inferenceMode(() => {
        const { imageSize } = recipe.data;
        const images = normalize.forward(toImages(batch.images, batch.size, imageSize, device));
        const logits = precision.forward(() => model.forward(images));
        scores.add(logits, labelsOf(batch, 0, batch.size, device));
      }),
    );
  }
  model.train(wasTraining);
  return scores;
}

/** Evaluates the weights, and their averages where there are any; keeps the best in the run's folder. */
export class Evaluation {
  private best = { accuracy: -1, step: 0, weights: 'model' };

  constructor(
    private readonly run: Run<FinetuneRecipe>,
    private readonly parts: ClassifierParts,
    private readonly loader: ImageLoader,
  ) {}

  readonly values = {
    get: () => ({ best: this.best }),
    set: ({ best }: Record<string, unknown>) => {
      if (best) this.best = best as typeof this.best;
    },
  };

  /** Measures now, and keeps the weights where they are the best so far. @returns values for the metrics */
  async at(position: Position, { average, metadata = {} }: TrainingState): Promise<Record<string, number>> {
    const { step } = position;
    const record: Record<string, number> = {};
    const measure = async (weights: 'model' | 'ema', prefix: string): Promise<void> => {
      const { top1, top5, loss } = (await classify(this.parts, this.loader)).result();
      Object.assign(record, {
        [`${prefix}Accuracy`]: top1,
        [`${prefix}Top5`]: top5,
        [`${prefix}Loss`]: loss,
      });
      if (top1 <= this.best.accuracy) return;
      this.best = { accuracy: top1, step, weights };
      this.run.keepBest(position, this.parts.model.stateDict(), { best: this.best }, metadata);
    };
    await measure('model', 'val');
    if (!average) return record;
    average.swap();
    try {
      await measure('ema', 'valEma');
    } finally {
      average.swap();
    }
    return record;
  }

  /** One sentence about the best weights. */
  summary(): string {
    const { accuracy, step, weights } = this.best;
    const which = weights === 'ema' ? 'averaged weights' : 'weights';
    return `Best: top-1 ${(100 * accuracy).toFixed(2)} % with the ${which} of step ${step}, in ${this.run.folder}/best.`;
  }
}
