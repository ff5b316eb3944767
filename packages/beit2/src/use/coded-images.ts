/** Images with the codes that a tokenizer gives their patches. */
import type { ImageSource } from '../data/sources/image-source.js';
import { checkOutputs } from '../model/check-numbers.js';
import type { Opened } from '../open/open-model.js';
import type { CodedImage } from '../report/gallery.js';
import { interleaved } from '../report/picture.js';
import { evaluationPrecision } from '../train/arithmetic.js';
import { deviceBatches, evaluationFormat, type PassOptions } from '../train/device-batches.js';

export interface NamedCodes extends CodedImage {
  /** Where the image lies. */
  name: string;
}

/**
 * Codes every image of a source that can be read, in its order. Images come as evaluation sees them: resized, centre cropped.
 * @throws UserError when the tokenizer gives NaN or infinity
 */
export async function* codedImages(
  { model: tokenizer, card }: Opened<'tokenizer'>,
  source: ImageSource,
  options: PassOptions,
): AsyncGenerator<NamedCodes> {
  const { size: side, channels } = card.image;
  const values = channels * side ** 2;
  const { grid } = tokenizer;
  const precision = evaluationPrecision(card.precision, options.device);
  const format = { ...evaluationFormat(card), normalization: null }; // a tokenizer takes images in [0, 1]
  for await (const { images, names, pixels } of deviceBatches(source, format, { maxBroken: 1, ...options })) {
    const codes = precision.infer(
      () => tokenizer.encode(images),
      (vectors) => {
        checkOutputs(vectors, names);
        return tokenizer.codes(vectors).to('int32').toTypedArray() as Int32Array;
      },
    );
    for (const [i, name] of names.entries()) {
      yield {
        name,
        picture: interleaved(pixels.subarray(values * i, values * (i + 1)), side),
        codes: codes.slice(i * grid ** 2, (i + 1) * grid ** 2),
        rows: grid,
        columns: grid,
      };
    }
  }
}
