/** Evaluation during a fine-tuning: of the weights and of their averages; the best ones are kept. */
import type { Device } from '@beit2/torch';
import type { FinetuneRecipe } from '../config/schema.js';
import type { ImageSource } from '../data/sources/image-source.js';
import { evaluateClassifier, mapClasses } from './evaluate-classifier.js';
import { measured, withPrefix } from './evaluation.js';
import type { VisionTransformer } from '../model/vision-transformer.js';
import type { Position } from '../train/run/checkpoint.js';
import { evaluatedImages } from '../train/device-batches.js';
import type { Precision } from '../train/precision.js';
import type { Run } from '../train/run/run-folder.js';
import type { TrainingState } from '../train/run/training-state.js';

/** What is evaluated, and on what. */
export interface EvaluatedOn {
  model: VisionTransformer;
  classes: readonly string[];
  precision: Precision;
  source: ImageSource;
  device: Device;
}

/** Evaluates the weights, and their averages where there are any; keeps the best in the run's folder. */
export class Evaluation {
  private best = { accuracy: -1, step: 0, weights: 'model' };

  constructor(
    private readonly run: Run<FinetuneRecipe>,
    private readonly evaluated: EvaluatedOn,
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
      const figures = await this.measure();
      Object.assign(record, withPrefix(prefix, figures));
      const { accuracy = 0 } = figures;
      if (accuracy <= this.best.accuracy) return;
      this.best = { accuracy, step, weights };
      await this.run.keepBest(position, this.evaluated.model.stateDict(), { best: this.best }, metadata);
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

  private async measure(): Promise<Record<string, number>> {
    const { model, classes, source, ...how } = this.evaluated;
    const { recipe } = this.run;
    const options = { ...how, ...this.run.evaluationOptions() };
    const map = mapClasses(classes, source, null);
    const card = { image: evaluatedImages(recipe.data), precision: recipe.precision };
    const evaluation = evaluateClassifier({ model, card, recipe }, source, map, options);
    return (await measured(evaluation)).figures;
  }

  /** One sentence about the best weights. */
  summary(): string {
    const { accuracy, step, weights } = this.best;
    const which = weights === 'ema' ? 'averaged weights' : 'weights';
    return `Best: top-1 ${(100 * accuracy).toFixed(2)} % with the ${which} of step ${step}, in ${this.run.folder}/best.`;
  }
}
