/** The patch embedding of weights for images of other channels than they were trained on. */
import { elementCount } from '@beit2/torch/safetensors';
import { bandNames, type Bands } from '../data/rasters/bands.js';
import { derived } from '../formats/derived-tensors.js';
import { fromFloat32, toFloat32 } from '../formats/float-values.js';
import type { OpenedWeights } from './open-weights.js';

/** Where a channel's weights come from: a channel of the same name, else the mean of all; the mean always; or all in turn. */
export type ChannelInit = 'names' | 'mean' | 'repeat';

const isPatchEmbedding = /^(encoder\.)?patch_embed\.proj\.weight$/;

/**
 * Weights for the channels of a recipe, and a sentence on what was done; the weights as they are, and null, where they have these
 * channels. With more channels than before all are scaled down, so that their sum keeps its size.
 */
export function adaptChannels<W extends OpenedWeights>(
  weights: W,
  bands: Bands | undefined,
  how: ChannelInit,
): { weights: W; done: string | null } {
  const [before, after] = [bandNames(weights.card.image.bands), bandNames(bands)];
  const key = [...weights.tensors.keys()].find((one) => isPatchEmbedding.test(one));
  const tensor = key === undefined ? undefined : weights.tensors.get(key);
  if (key === undefined || tensor?.shape.length !== 4 || before.join('\n') === after.join('\n'))
    return { weights, done: null };
  const [dim = 0, channels = 0, ...patch] = tensor.shape;
  const scale = Math.min(1, channels / after.length);
  const from = after.map((name, i) => {
    if (how === 'repeat') return i % channels;
    const place = before.findIndex((one) => one.toLowerCase() === name.toLowerCase());
    return how === 'names' && place >= 0 ? place : null;
  });
  const { dtype } = tensor;
  const adapted = derived(dtype, [dim, after.length, ...patch], () =>
    fromFloat32(
      spread(toFloat32(tensor.read()), { dim, channels, each: elementCount(patch) }, from, scale),
      dtype,
    ),
  );
  const tensors = new Map(weights.tensors).set(key, adapted);
  const done =
    `${key}: ${channels} channels became ${after.length}, ${describe(from, after)}` +
    (scale < 1 ? `, all times ${scale.toPrecision(2)}` : '');
  return { weights: { ...weights, tensors }, done };
}

function describe(from: readonly (number | null)[], names: readonly string[]): string {
  const found = names.filter((_, i) => from[i] !== null);
  if (found.length === 0) return 'each the mean of the old ones';
  if (found.length < names.length)
    return `${found.join(', ')} by name and the others the mean of the old ones`;
  return 'each a copy of an old one';
}

/** `[dim, channels, each]` → `[dim, from.length, each]`; a null in `from` stands for the mean. */
function spread(
  values: Float32Array,
  { dim, channels, each }: { dim: number; channels: number; each: number },
  from: readonly (number | null)[],
  scale: number,
): Float32Array {
  const result = new Float32Array(dim * from.length * each);
  let to = 0;
  for (let row = 0; row < dim; row++) {
    const valueAt = (channel: number, i: number): number =>
      values[(row * channels + channel) * each + i] ?? 0;
    for (const channel of from)
      for (let i = 0; i < each; i++) {
        let value = 0;
        if (channel !== null) value = valueAt(channel, i);
        else for (let one = 0; one < channels; one++) value += valueAt(one, i) / channels;
        result[to++] = scale * value;
      }
  }
  return result;
}
