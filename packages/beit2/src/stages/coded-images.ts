/** Images with the codes that a tokenizer gives their patches. */
import * as torch from '@beit2/torch';
import type { ImageSource } from '../data/image-source.js';
import { evaluationOf } from '../model/model-card.js';
import type { Opened } from '../open/open-model.js';
import type { CodedImage } from '../report/gallery.js';
import type { Picture } from '../report/picture.js';
import { Precision } from '../train/precision.js';
import { toImages } from './engine.js';
import { evaluationBatch, loadingOf, openLoader } from './images.js';

export interface NamedCodes extends CodedImage {
  /** Where the image lies. */
  name: string;
}

/** One image of a batch `[size, 3, side, side]`, channels last. */
function pictureOf(bytes: Uint8Array, index: number, side: number): Picture {
  const pixels = side ** 2;
  const data = new Uint8Array(3 * pixels);
  for (let channel = 0; channel < 3; channel++) {
    const plane = bytes.subarray((3 * index + channel) * pixels, (3 * index + channel + 1) * pixels);
    for (let i = 0; i < pixels; i++) data[3 * i + channel] = plane[i] ?? 0;
  }
  return { data, width: side, height: side, channels: 3 };
}

/** Codes every image of a source, in its order. Images come as evaluation sees them: resized, centre cropped. */
export async function* codedImages(
  opened: Opened<'tokenizer'>,
  source: ImageSource,
  device: torch.Device,
  say: (sentence: string) => void,
): AsyncGenerator<NamedCodes> {
  const { model: tokenizer, card } = opened;
  const side = card.image.size;
  const { grid } = tokenizer;
  const precision = new Precision(card.precision, device);
  const spec = { source, transform: evaluationOf(card), batchSize: evaluationBatch, training: false };
  const { loader } = openLoader(loadingOf(opened), spec, say);
  try {
    for await (const { images, size, indices } of loader.batches()) {
      const codes = torch.scope(() =>
        Int32Array.from(
          precision
            .forward(() => tokenizer.tokens(toImages(images, size, side, device)))
            .toTypedArray() as BigInt64Array,
          Number,
        ),
      );
      for (let i = 0; i < size; i++) {
        yield {
          name: source.name(indices[i] ?? 0),
          picture: pictureOf(images, i, side),
          codes: codes.slice(i * grid ** 2, (i + 1) * grid ** 2),
          rows: grid,
          columns: grid,
        };
      }
    }
  } finally {
    await loader.close();
  }
}
