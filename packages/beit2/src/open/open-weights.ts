/** Weights of a known model, with its card. */
import type { Recipe } from '../config/schema.js';
import type { ModelCard } from '../model/model-card.js';
import type { ModelKind } from '../model/weights/detect.js';
import { findWeights, sayStripped, type FoundWeights, type WeightOptions } from './find-weights.js';
import { choosePart, type MainPart, type ModelPart } from './parts.js';
import { readCard } from './read-card.js';
import type { Assumption } from './read-image-facts.js';

/** Weights of a known model, with all that is known of it. */
export interface OpenedWeights<P extends ModelPart = ModelPart> extends FoundWeights {
  /** What of the model is wanted. */
  part: P;
  card: ModelCard;
  /** Recipe of the run that trained them; null for weights from elsewhere. */
  recipe: Recipe | null;
  assumed: Assumption[];
}

/**
 * Opens weights for a part of their model, or for what it is.
 * @param options.part the part, or which one of each kind of model
 * @throws UserError where there are none, or their model does not have the part
 */
export async function openWeights<P extends ModelPart = MainPart>(
  reference: string,
  options: WeightOptions & { part?: P | ((kind: ModelKind) => P) | undefined },
): Promise<OpenedWeights<P>> {
  const found = await findWeights(reference, options);
  sayStripped(found, options);
  const { part: wanted } = options;
  const part = choosePart(found, typeof wanted === 'function' ? wanted(found.kind) : wanted) as P;
  return { ...found, ...(await readCard(found, options.given)), part };
}
