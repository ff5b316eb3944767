/** Parts of a source: the same images, fewer of them. */
import { UserError } from '../../errors.js';
import type { Box } from '../pixels/pixels.js';
import type { ImageSource, SourceDescription, WeightedPart } from './image-source.js';
import { CounterRandom, permutation } from '../random.js';

/** Images `indices` of `source`, which rise; labels, class names and weights stay. */
export function subset(source: ImageSource, indices: ArrayLike<number>): ImageSource {
  return new Subset(source, Uint32Array.from(indices));
}

/** `count` images chosen by `seed`, in the order of the source (all of them when there are no more). */
export function limitSource(source: ImageSource, count: number, seed: number): ImageSource {
  if (!Number.isInteger(count) || count < 1) {
    throw new UserError(`A limit must be a whole number of at least 1 image, not ${count}.`);
  }
  return count >= source.length ? source : subset(source, choose(source.length, count, seed).chosen);
}

/**
 * Splits a source at random into two that share no image: the first with `share` of the images (0-1), both in the order
 * of the source.
 */
export function splitSource(source: ImageSource, share: number, seed: number): [ImageSource, ImageSource] {
  const count = Math.round(source.length * share);
  if (!(count > 0 && count < source.length)) {
    throw new UserError(
      `Cannot split ${source.length} images at a share of ${share}: one part would be empty.`,
    );
  }
  const { chosen, rest } = choose(source.length, count, seed);
  return [subset(source, chosen), subset(source, rest)];
}

function choose(length: number, count: number, seed: number): { chosen: Uint32Array; rest: Uint32Array } {
  const order = permutation(length, new CounterRandom(seed));
  return { chosen: order.slice(0, count).sort(), rest: order.slice(count).sort() };
}

class Subset implements ImageSource {
  readonly length: number;
  readonly classes?: readonly string[];
  readonly leftOut: ImageSource['leftOut'];
  readonly rowsHash: string | undefined;
  readonly parts: ImageSource['parts'];

  constructor(
    private readonly source: ImageSource,
    private readonly indices: Uint32Array,
  ) {
    this.length = indices.length;
    if (source.classes) this.classes = source.classes;
    this.leftOut = source.leftOut;
    this.rowsHash = source.rowsHash;
    this.parts = source.parts && partsOf(source.parts, indices);
  }

  name(index: number): string {
    return this.source.name(this.place(index));
  }

  label(index: number): number | undefined {
    return this.source.label(this.place(index));
  }

  read(index: number): Promise<Uint8Array> {
    return this.source.read(this.place(index));
  }

  box(index: number): Box | undefined {
    return this.source.box?.(this.place(index));
  }

  describe(): SourceDescription {
    return { kind: 'subset', of: this.source.describe(), indices: this.indices };
  }

  private place(index: number): number {
    const place = this.indices[index];
    if (place === undefined) throw new RangeError(`image ${index} is outside the subset of ${this.length}`);
    return place;
  }
}

/** What is left of the parts of a source. */
function partsOf(parts: readonly WeightedPart[], indices: Uint32Array): WeightedPart[] {
  let [place, end] = [0, 0];
  return parts.map(({ length, weight }) => {
    end += length;
    const first = place;
    while (place < indices.length && (indices[place] ?? 0) < end) place++;
    return { length: place - first, weight };
  });
}
