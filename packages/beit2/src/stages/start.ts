/** The weights that a training starts from. */
import type { nn } from '@beit2/torch';
import type { Recipe, TokenizerRecipe } from '../config/schema.js';
import { chosenBands } from '../data/rasters/bands.js';
import { UserError } from '../errors.js';
import { layerNormEps } from '../model/layers.js';
import type { ModelKind } from '../model/weights/detect.js';
import { describeNotes } from '../model/weights/describe-notes.js';
import { adaptChannels } from '../open/adapt-channels.js';
import { asTokenizerEncoder } from '../open/encoder-weights.js';
import { loadInto, mlpRatioOf, positionOf, type LoadReport } from '../open/networks.js';
import { openWeights, type OpenedWeights } from '../open/open-weights.js';
import type { ModelPart } from '../open/parts.js';

/** What a stage takes of the weights that its recipe names. */
export interface Start {
  part: ModelPart | ((kind: ModelKind) => ModelPart);
  /** The weights under the keys of this stage's model, where the file's model is another. */
  adapt?: (weights: OpenedWeights) => OpenedWeights;
  /** Keys that begin anew where the weights have none, or of another shape. */
  fresh: readonly RegExp[];
  /** Keys of the weights that this training has no use for, and why; null where there are none. */
  without?: (weights: OpenedWeights) => { keys: RegExp; why: string } | null;
}

/** For a classifier. @param classes names of those to learn; a head for others is dropped */
export function classifierStart(classes: readonly string[]): Start {
  return {
    part: 'encoder',
    fresh: [/^head\./, /^fc_norm\./, /^norm\./],
    without: ({ card: { classes: known } }) =>
      known !== null && known.join('\n') !== classes.join('\n')
        ? {
            keys: /^head\./,
            why: `its ${known.length} classes differ from the ${classes.length} of the images`,
          }
        : null,
  };
}

/** For a masked image model: of any encoder, with the heads of pretraining where the weights have them. */
export const pretrainStart: Start = {
  part: 'encoder',
  fresh: [/^(mask_token$|lm_head\.|cls_pt_)/, /^norm\./],
};

/** What a tokenizer starts from: a tokenizer, or a vision transformer that becomes its encoder. */
function tokenizerPart(kind: ModelKind): ModelPart {
  if (kind === 'dino') return 'teacher'; // a network that is opened as a teacher only
  return kind === 'pretrained' || kind === 'classifier' || kind === 'encoder' ? 'encoder' : 'tokenizer';
}

/**
 * For a tokenizer; its decoder begins anew for another teacher, its codebook for other sizes. Of a vision transformer the
 * encoder is taken.
 */
export function tokenizerStart({ codes, codeDim }: TokenizerRecipe['quantizer']): Start {
  return {
    part: tokenizerPart,
    adapt: (weights) => (weights.kind === 'tokenizer' ? weights : asTokenizerEncoder(weights)),
    fresh: [
      /^(decoder|decode_task_layer|encode_task_layer|quantize|encoder\.fc_norm)\./,
      /^encoder\.blocks\.\d+\.attn\.[qv]_bias$/,
    ],
    without: ({ kind, sizes: known }) =>
      kind === 'tokenizer' && (known.codes !== codes || known.codeDim !== codeDim)
        ? {
            keys: /^quantize\./,
            why: `its codebook has ${known.codes} codes of size ${known.codeDim}, the recipe's ${codes} of size ${codeDim}`,
          }
        : null,
  };
}

/** What of a recipe concerns the weights that it starts from. */
type StartRecipe = Pick<Recipe, 'init' | 'initEntry' | 'initChannels' | 'model'> & {
  data: Pick<Recipe['data'], 'channels' | 'window'>;
};

/**
 * Copies the weights that a recipe's `init` means into a model, and says what became of each key.
 * @returns what was loaded; null where the recipe names no weights
 * @throws UserError when there are none, they lack the part, or do not fit the recipe's model
 */
export async function startFrom(
  model: nn.Module,
  { init, initEntry, initChannels = 'names', data, model: sizes }: StartRecipe,
  { part, adapt = (own) => own, fresh: freshKeys, without }: Start,
  say: (sentence: string) => void,
): Promise<LoadReport | null> {
  if (init === null) return null;
  const opened = await openWeights(init, { say, entry: initEntry, part });
  checkModel(init, opened, sizes);
  const { weights, done: adapted } = adaptChannels(adapt(opened), chosenBands(data), initChannels);
  const unused = without?.(weights) ?? null;
  const report = loadInto(model, unused ? withoutKeys(weights, unused.keys) : weights, freshKeys);
  const { notes, fresh } = report;
  const lines = describeNotes(notes, false).map(([fate, text]) => `  ${fate} ${text}`);
  if (unused) lines.push(`  dropped ${unused.keys.source.replace(/[\^\\]/g, '')}*: ${unused.why}`);
  if (adapted !== null) lines.push(`  adapted ${adapted}`);
  if (fresh.length > 0) lines.push(`  fresh ${fresh.join(', ')}`);
  const { eps } = weights.card;
  if (!('normEps' in sizes) && eps !== layerNormEps)
    lines.push(
      `  dropped the epsilon of its layer norms: it is ${eps.toExponential()}, but ${layerNormEps.toExponential()} here`,
    );
  for (const line of [`Weights from ${init} (${weights.title}):`, ...lines]) say(line);
  return report;
}

function withoutKeys(weights: OpenedWeights, keys: RegExp): OpenedWeights {
  const tensors = new Map([...weights.tensors].filter(([key]) => !keys.test(key)));
  const notes = weights.notes.filter(({ key, to }) => !keys.test(to?.[0] ?? key));
  return { ...weights, tensors, notes };
}

/** The model section that weights need, as far as they tell. */
function modelOf({ card, sizes, tensors, assumed }: OpenedWeights): Record<string, unknown> {
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
function checkModel(reference: string, weights: OpenedWeights, model: Recipe['model']): void {
  const wrong = Object.entries(modelOf(weights)).filter(([key, value]) => {
    if (!(key in model)) return false;
    const own = model[key as keyof typeof model];
    return typeof value === 'number' && typeof own === 'number'
      ? Math.abs(value - own) > 1e-9 + 1e-6 * Math.abs(key === 'normEps' ? 0 : own)
      : value !== own;
  });
  if (wrong.length === 0) return;
  const wanted = wrong.map(([key, value]) => `model.${key}=${String(value)}`).join(' ');
  const own = wrong.map(([key]) => String(model[key as keyof typeof model])).join(', ');
  throw new UserError(`${reference} holds a different model from the recipe's: add ${wanted} (not ${own}).`);
}
