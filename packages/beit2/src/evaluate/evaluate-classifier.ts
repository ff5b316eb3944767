/** Evaluation of a classifier on any labelled images, on all of its classes or some. */
import * as torch from '@beit2/torch';
import type { CorruptionSpec } from '../data/corruptions/corruptions.js';
import { labelledOnly } from '../data/sources/classes.js';
import type { ImageSource } from '../data/sources/image-source.js';
import { UserError } from '../errors.js';
import type { checkOutputs } from '../model/check-numbers.js';
import type { ModelCard } from '../model/model-card.js';
import type { Opened } from '../open/open-model.js';
import { evaluationPrecision } from '../train/arithmetic.js';
import { deviceBatches, evaluationFormat, type PassOptions } from '../train/device-batches.js';
import type { Precision } from '../train/precision.js';
import { ClassificationScores } from './classification-scores.js';
import type { Evaluation } from './evaluation.js';

/** Which logits of a classifier count, and what the labels of a source mean among them. */
export interface ClassMap {
  /** Names of the classes that count, in the order of the columns. */
  names: string[];
  /** Places of those classes among the classifier's; null for all of them. */
  columns: number[] | null;
  /** For each label of the source its place in `names`. */
  labels: number[];
}

/**
 * Finds the classes of a source among a classifier's, by their names.
 * @param subset the classifier's classes that count, as names or places, one for each class of the source in its order;
 *   'folders' for those that the source's own names tell; null for all
 * @throws UserError where a class is not found
 */
export function mapClasses(
  classes: readonly string[],
  source: ImageSource,
  subset: readonly string[] | 'folders' | null,
): ClassMap {
  const own = source.classes;
  if (!own) throw new UserError('The images have no labels: put them into one folder per class.');
  const places = new Map(classes.map((name, place) => [name, place]));
  const find = (name: string): number => {
    const place = places.get(name) ?? (/^\d+$/.test(name) ? Number(name) : -1);
    if (place >= 0 && place < classes.length) return place;
    throw new UserError(
      `The classifier has no class "${name}": its classes are ${classes.slice(0, 5).join(', ')}${classes.length > 5 ? ', ...' : ''}. ` +
        'Map the folders to its classes with --classes FILE.',
    );
  };
  if (subset === null) {
    const isNumbered = classes.every((name, place) => name === String(place));
    const inOrder = isNumbered && own.length === classes.length;
    const labels = own.map((name, label) => (inOrder ? label : find(name)));
    return { names: [...classes], columns: null, labels };
  }
  const chosen = subset === 'folders' ? own : subset;
  if (chosen.length !== own.length) {
    throw new UserError(`The images have ${own.length} classes, but --classes names ${chosen.length}.`);
  }
  const columns = chosen.map(find);
  if (new Set(columns).size < columns.length) throw new UserError('--classes names a class twice.');
  return { names: [...own], columns, labels: own.map((_, label) => label) };
}

export interface ClassifyOptions extends PassOptions {
  /** Default: as the classifier's card says. */
  precision?: Precision;
  /** Applied to every image after it is brought to size. */
  corruption?: CorruptionSpec | undefined;
  /** Looks at the logits of each batch; not in training, which goes on after a measurement without a result. */
  check?: typeof checkOutputs;
}

/** What is known of a classifier: opened, or in training. */
export type Evaluated = Pick<Opened<'classifier'>, 'model' | 'recipe'> & {
  card: Pick<ModelCard, 'image' | 'precision'>;
};

/** Scores of a classifier on a source, its images brought to size as its card says. */
export async function* evaluateClassifier(
  { model, card, recipe }: Evaluated,
  source: ImageSource,
  { names, columns, labels: mapped }: ClassMap,
  { corruption, check, ...options }: ClassifyOptions,
): Evaluation<ClassificationScores> {
  const { transform, normalization } = evaluationFormat(card);
  const format = { transform: { ...transform, corruption }, normalization };
  const labelled = labelledOnly(source, 'images', options.say);
  const precision = options.precision ?? evaluationPrecision(card.precision, options.device);
  const pass = { ...recipe?.data, seed: recipe?.seed, ...options };
  const scores = new ClassificationScores(names.length);
  const integers = (values: number[]) => torch.tensor(values, { dtype: 'int64', device: options.device });
  using kept = columns && integers(columns);
  using meanings = integers(mapped);
  const { training } = model;
  model.eval();
  try {
    for await (const { images, labels, names: paths } of deviceBatches(labelled, format, pass)) {
      if (!labels) throw new UserError('The images have no labels: put them into one folder per class.');
      precision.infer(
        () => model.forward(images),
        (logits) => {
          check?.(logits, paths);
          scores.add(kept ? logits.indexSelect(1, kept) : logits, meanings.indexSelect(0, labels));
        },
      );
    }
  } finally {
    model.train(training);
  }
  const { top1, top5, loss } = scores.result();
  yield ['accuracy', top1];
  yield ['top5', top5];
  yield ['loss', loss];
  return scores;
}
