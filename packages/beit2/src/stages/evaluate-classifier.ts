/** Evaluation of a classifier on any labelled images, on all of its classes or some. */
import * as torch from '@beit2/torch';
import type { CorruptionSpec } from '../data/corruptions.js';
import type { ImageSource } from '../data/image-source.js';
import { UserError } from '../errors.js';
import { evaluationOf } from '../model/model-card.js';
import type { Opened } from '../open/open-model.js';
import { Normalize } from '../tokenizer/teachers/teacher.js';
import { Precision } from '../train/precision.js';
import { ClassificationScores } from './classification-scores.js';
import { toImages } from './engine.js';
import { evaluationBatch, loadingOf, openLoader } from './images.js';

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
  if (!own) throw new UserError('The images have no labels: put them into one folder a class.');
  const places = new Map(classes.map((name, place) => [name, place]));
  const find = (name: string): number => {
    const place = places.get(name) ?? (/^\d+$/.test(name) ? Number(name) : -1);
    if (place >= 0 && place < classes.length) return place;
    throw new UserError(
      `The classifier has no class "${name}": it knows ${classes.slice(0, 5).join(', ')}${classes.length > 5 ? ', ...' : ''}. ` +
        'Name its classes for the folders of the images with --classes FILE.',
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

export interface ClassifyOptions {
  device: torch.Device;
  say: (sentence: string) => void;
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** Applied to every image after it is brought to size. */
  corruption?: CorruptionSpec | undefined;
}

/** Scores of a classifier on a source, its images brought to size as the classifier's card says. */
export async function evaluateClassifier(
  { model, card, recipe }: Opened<'classifier'>,
  source: ImageSource,
  { names, columns, labels: mapped }: ClassMap,
  { device, say, onProgress, corruption }: ClassifyOptions,
): Promise<ClassificationScores> {
  const { size: imageSize } = card.image;
  const transform = { ...evaluationOf(card), corruption };
  const { loader } = openLoader(
    loadingOf({ recipe }),
    { source, transform, batchSize: evaluationBatch, training: false },
    say,
  );
  const normalize = new Normalize(card.image, device);
  const precision = new Precision(card.precision, device);
  const scores = new ClassificationScores(names.length);
  const kept = columns && torch.tensor(columns, { dtype: 'int64', device });
  let done = 0;
  try {
    for await (const batch of loader.batches()) {
      torch.scope(() =>
        torch.inferenceMode(() => {
          const images = normalize.forward(toImages(batch.images, batch.size, imageSize, device));
          const all = precision.forward(() => model.forward(images));
          const labels = Int32Array.from(batch.labels ?? [], (label) => mapped[label] ?? -1);
          const truth = torch.fromTypedArray(labels, [batch.size], { device }).long();
          scores.add(kept ? all.indexSelect(1, kept) : all, truth);
        }),
      );
      done += batch.size;
      onProgress?.(done, source.length);
    }
  } finally {
    await loader.close();
    kept?.dispose();
  }
  return scores;
}
