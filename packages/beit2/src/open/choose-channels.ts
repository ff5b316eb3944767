/** Which channels of the images a second model sees: the teacher, or the tokenizer that pretraining predicts. */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';
import { bandNames, type Bands } from '../data/rasters/bands.js';
import { UserError } from '../errors.js';
import type { ModelCard } from '../model/model-card.js';

interface Seer {
  /** Its section of the recipe. */
  name: 'teacher' | 'target';
  image: Pick<ModelCard['image'], 'channels' | 'bands'>;
  /** Names that the recipe gives it. */
  chosen: readonly string[] | undefined;
}

/**
 * Takes the channels of a model from images `[B, C, S, S]` of a recipe's bands.
 * @throws UserError where the recipe must choose them, or chooses others than there are or than the model was trained on
 */
export function channelChoice(
  { name, image, chosen }: Seer,
  bands: Bands | undefined,
): (images: Tensor) => Tensor {
  const known = bandNames(bands);
  const wanted = chosen ?? image.bands?.bands.map((band) => band.name);
  if (!wanted && image.channels === known.length) return (images) => images;
  if (wanted?.length !== image.channels) {
    const takes = `The ${name} takes ${image.channels} ${image.channels === 1 ? 'channel' : 'channels'}`;
    throw new UserError(
      `${takes}, the images have ${known.length}: choose them with ${name}.channels=[NAMES], out of ${known.join(', ')}.`,
    );
  }
  const places = wanted.map((channel) => {
    const place = known.findIndex((one) => one.toLowerCase() === channel.toLowerCase());
    if (place >= 0) return place;
    throw new UserError(
      `The ${name} takes the channel ${channel}, which the images do not have: they have ${known.join(', ')}${chosen ? '' : ` (${name}.channels chooses others)`}.`,
    );
  });
  checkWindows(name, image.bands, bands, places);
  if (places.length === known.length && places.every((place, i) => place === i)) return (images) => images;
  const indices = Int32Array.from(places);
  return (images) =>
    torch.scope(() =>
      images.indexSelect(
        1,
        torch.fromTypedArray(indices, [indices.length], { device: images.device }).long(),
      ),
    );
}

/** Values must mean the same to a model that was trained on bands. */
function checkWindows(
  name: string,
  own: Bands | undefined,
  bands: Bands | undefined,
  places: number[],
): void {
  if (!own) return;
  const text = (windows: Bands['windows'], order: readonly number[]): string =>
    windows ? order.map((place) => windows[place]?.join(' to ')).join(', ') : 'all of the type';
  const [trained, given] = [text(own.windows, [...places.keys()]), text(bands?.windows ?? null, places)];
  if (trained === given) return;
  throw new UserError(
    `The ${name} was trained with the windows ${trained} of its channels, but data.window has ${given}.`,
  );
}
