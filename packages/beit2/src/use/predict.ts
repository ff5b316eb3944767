/** Classes of images. */
import type { ImageSource } from '../data/sources/image-source.js';
import { classNamesOf, type Opened } from '../open/open-model.js';
import { imageVectors, type VectorOptions } from './image-vectors.js';

/** The likeliest classes of an image, the likeliest first. */
export interface Prediction {
  image: string;
  classes: { name: string; probability: number }[];
}

/**
 * Classifies every readable image of a source.
 * @param top how many classes to name
 * @throws UserError when no image can be read
 */
export async function* predict(
  opened: Opened<'classifier'>,
  source: ImageSource,
  top: number,
  options: VectorOptions,
): AsyncGenerator<Prediction> {
  const { model } = opened;
  const classes = classNamesOf(opened);
  const probabilities = (images: Parameters<typeof model.forward>[0]) =>
    model.forward(images).float().softmax(-1);
  for await (const { name, vector } of imageVectors(opened, source, probabilities, options)) {
    const order = [...vector.keys()].sort((a, b) => (vector[b] ?? 0) - (vector[a] ?? 0)).slice(0, top);
    const named = order.map((place) => ({
      name: classes[place] ?? String(place),
      probability: vector[place] ?? 0,
    }));
    yield { image: name, classes: named };
  }
}
