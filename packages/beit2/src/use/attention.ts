/** What the parts of an image look at in a trained model. */
import * as torch from '@beit2/torch';
import { loadImage } from '../data/loading/load-image.js';
import { UserError } from '../errors.js';
import { checkNumbers } from '../formats/float-values.js';
import { attentionMaps } from '../model/attention-maps.js';
import { evaluationOf } from '../model/model-card.js';
import { Normalize } from '../model/normalize.js';
import type { Opened } from '../open/open-model.js';
import type { MainPart } from '../open/parts.js';
import type { HeadMap, ImageAttention, PatchPlace } from '../report/attention-pictures.js';
import { interleaved } from '../report/picture.js';
import { toImages } from '../train/device-batches.js';

/**
 * Attention maps of an image: of `block` (from 1; the last by default), as the patch `from` looks, or [CLS] where it is null.
 * @throws UserError when the image cannot be read, there is no such block or patch, or the model gives NaN
 */
export async function imageAttention(
  opened: Opened<MainPart>,
  path: string,
  {
    block: chosen,
    from,
    device,
  }: { block?: number | undefined; from: PatchPlace | null; device: torch.Device },
): Promise<ImageAttention> {
  const { card } = opened;
  const model = opened.part === 'tokenizer' ? opened.model.encoder : opened.model;
  const { grid, config } = model;
  const block = chosen ?? config.depth;
  if (!Number.isInteger(block) || block < 1 || block > config.depth) {
    throw new UserError(`The model has blocks 1 to ${config.depth}: there is no block ${block}.`);
  }
  const inside = (place: number) => Number.isInteger(place) && place >= 1 && place <= grid;
  if (from && !(inside(from.row) && inside(from.column))) {
    throw new UserError(
      `The model sees ${grid} x ${grid} patches, from 1,1 to ${grid},${grid}: there is no patch ${from.row},${from.column}.`,
    );
  }
  const side = card.image.size;
  const planes = await loadImage(path, evaluationOf(card));
  const token = from ? 1 + (from.row - 1) * grid + from.column - 1 : 0;
  const rows = torch.scope(() => {
    const pixels = toImages(planes, 1, card.image.channels, device);
    const images = new Normalize(card.image, device).forward(pixels);
    const looks = attentionMaps(model, images, block).select(2, token).squeeze(0); // [H, 1 + N]
    return torch
      .cat([looks.mean(0, true), looks], 0)
      .float()
      .toFloat32Array();
  });
  checkNumbers(rows, `The model's attention for ${path}`);
  const length = 1 + grid ** 2;
  const heads = Array.from({ length: config.heads + 1 }, (_, i): HeadMap => {
    const row = rows.subarray(i * length, (i + 1) * length);
    return { cls: row[0] ?? 0, patches: row.slice(1) };
  });
  const [mean = { cls: 0, patches: new Float32Array(grid ** 2) }, ...each] = heads;
  return { picture: interleaved(planes, side), grid, block, from, heads: each, mean };
}
