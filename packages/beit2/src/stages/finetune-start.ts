/** The weights that a fine-tuning starts from. */
import type { FinetuneRecipe } from '../config/schema.js';
import { UserError } from '../errors.js';
import { describeNotes } from '../formats/describe-notes.js';
import type { VisionTransformer } from '../model/vision-transformer.js';
import { classesOf, loadVitWeights, modelOf, openVitWeights, type VitWeights } from './vit-weights.js';

/** What fine-tuning begins anew where the weights have none, or of another shape. */
const freshKeys = [/^head\./, /^fc_norm\./, /^norm\./];

/**
 * Copies the weights that a reference means into a classifier, and says what became of each key.
 * @param reference a run, a file, `hf:ORG/NAME` or `https://…`
 * @param classes names of the classes to learn; a head for others is dropped
 * @throws UserError when the weights do not fit the recipe's model
 */
export async function startFrom(
  model: VisionTransformer,
  reference: string,
  { model: sizes }: Pick<FinetuneRecipe, 'model'>,
  classes: readonly string[],
  say: (sentence: string) => void,
): Promise<void> {
  const weights = await openVitWeights(reference, say);
  checkModel(reference, weights, sizes);
  const known = classesOf(weights);
  const isForOthers = known !== null && known.join('\n') !== classes.join('\n');
  const kept = isForOthers ? withoutHead(weights) : weights;
  const { notes, fresh } = loadVitWeights(model, kept, freshKeys);
  const lines = describeNotes(notes, false).map(([fate, text]) => `  ${fate} ${text}`);
  if (isForOthers)
    lines.push(`  dropped head.*: its ${known.length} classes are not the ${classes.length} of the images`);
  if (fresh.length > 0) lines.push(`  fresh ${fresh.join(', ')}`);
  say([`Weights from ${reference} (${weights.title}):`, ...lines].join('\n'));
}

function withoutHead(weights: VitWeights): VitWeights {
  const isHead = (key: string): boolean => key.startsWith('head.');
  const tensors = new Map([...weights.tensors].filter(([key]) => !isHead(key)));
  const notes = weights.notes.filter(({ key, to }) => !isHead(to?.[0] ?? key));
  return { ...weights, tensors, notes };
}

/** Complains where the recipe's model is not that of the weights, with the overrides that mend it. */
function checkModel(reference: string, weights: VitWeights, model: FinetuneRecipe['model']): void {
  const wrong = Object.entries(modelOf(weights)).filter(([key, value]) => {
    const own = model[key as keyof typeof model];
    return typeof value === 'number' && typeof own === 'number'
      ? Math.abs(value - own) > 1e-9 + 1e-6 * Math.abs(key === 'normEps' ? 0 : own)
      : value !== own;
  });
  if (wrong.length === 0) return;
  const wanted = wrong.map(([key, value]) => `model.${key}=${String(value)}`).join(' ');
  const own = wrong.map(([key]) => String(model[key as keyof typeof model])).join(', ');
  throw new UserError(`${reference} holds another model than the recipe's: add ${wanted} (not ${own}).`);
}
