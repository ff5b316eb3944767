/** The weights that a fine-tuning starts from. */
import type { FinetuneRecipe } from '../config/schema.js';
import { UserError } from '../errors.js';
import { describeNotes } from '../model/weights/describe-notes.js';
import type { VisionTransformer } from '../model/vision-transformer.js';
import { loadInto, mlpRatioOf, positionOf } from '../open/networks.js';
import { openWeights, type OpenedWeights } from '../open/open-weights.js';

/** What fine-tuning begins anew where the weights have none, or of another shape. */
const freshKeys = [/^head\./, /^fc_norm\./, /^norm\./];

/**
 * Copies the weights that a reference means into a classifier, and says what became of each key.
 * @param reference a run, a file, `hf:ORG/NAME` or `https://…`
 * @param entry of the file that holds the weights, in place of the usual one
 * @param classes names of the classes to learn; a head for others is dropped
 * @throws UserError when the weights do not fit the recipe's model
 */
export async function startFrom(
  model: VisionTransformer,
  reference: string,
  { model: sizes }: Pick<FinetuneRecipe, 'model'>,
  classes: readonly string[],
  say: (sentence: string) => void,
  entry?: string,
): Promise<void> {
  const weights = await openWeights(reference, { say, entry, part: 'encoder' });
  checkModel(reference, weights, sizes);
  const known = weights.card.classes;
  const isForOthers = known !== null && known.join('\n') !== classes.join('\n');
  const kept = isForOthers ? withoutHead(weights) : weights;
  const { notes, fresh } = loadInto(model, kept, freshKeys);
  const lines = describeNotes(notes, false).map(([fate, text]) => `  ${fate} ${text}`);
  if (isForOthers)
    lines.push(`  dropped head.*: its ${known.length} classes are not the ${classes.length} of the images`);
  if (fresh.length > 0) lines.push(`  fresh ${fresh.join(', ')}`);
  say([`Weights from ${reference} (${weights.title}):`, ...lines].join('\n'));
}

function withoutHead(weights: OpenedWeights): OpenedWeights {
  const isHead = (key: string): boolean => key.startsWith('head.');
  const tensors = new Map([...weights.tensors].filter(([key]) => !isHead(key)));
  const notes = weights.notes.filter(({ key, to }) => !isHead(to?.[0] ?? key));
  return { ...weights, tensors, notes };
}

/** The model section that weights need, as far as they tell. */
function modelOf({ card, sizes, tensors, assumed }: OpenedWeights): Partial<FinetuneRecipe['model']> {
  const { patchSize, dim, depth, heads, eps } = card;
  const position = positionOf({ tensors });
  const isAssumed = (option: string): boolean => assumed.some((one) => one.option === option);
  const known: Record<string, unknown> = {
    patchSize,
    dim,
    depth,
    heads: isAssumed('heads') ? undefined : heads,
    mlpRatio: sizes.hidden === undefined ? undefined : mlpRatioOf(card),
    normEps: isAssumed('eps') ? undefined : eps,
    position: position === 'shared' ? undefined : position, // each block gets a copy of the shared table
    layerScale: tensors.has('blocks.0.gamma_1') ? undefined : 0,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}

/** Complains where the recipe's model is not that of the weights, with the overrides that mend it. */
function checkModel(reference: string, weights: OpenedWeights, model: FinetuneRecipe['model']): void {
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
