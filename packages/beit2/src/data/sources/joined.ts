/** Several sources as one. */
import type { Box } from '../pixels/pixels.js';
import { labelsFromTexts } from './folder-labels.js';
import {
  labelAt,
  type ImageSource,
  type Labels,
  type LeftOut,
  type SourceDescription,
  type WeightedPart,
} from './image-source.js';
import { LeftOutTally } from './left-out.js';

/**
 * Sources one after the other; classes of the same name are the same.
 * @param weights how often training draws the images of each in an epoch
 */
export function joinSources(parts: readonly ImageSource[], weights: readonly number[]): ImageSource {
  return new Joined(parts, weights);
}

/** The part that image `index` lies in, and its place there. `starts` has the first image of each part, and at the end their number. */
export function partOf(starts: readonly number[], index: number): [part: number, place: number] {
  let part = 0;
  while (index >= (starts[part + 1] ?? Infinity)) part++;
  return [part, index - (starts[part] ?? 0)];
}

class Joined implements ImageSource {
  readonly length: number;
  readonly classes?: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly rowsHash: string | undefined;
  readonly parts: readonly WeightedPart[] | undefined;
  private readonly starts: number[] = [0];
  private readonly labels: Int32Array | undefined;

  constructor(
    private readonly sources: readonly ImageSource[],
    weights: readonly number[],
  ) {
    const leftOut = new LeftOutTally();
    for (const part of sources) {
      this.starts.push((this.starts.at(-1) ?? 0) + part.length);
      for (const { reason, example, count } of part.leftOut ?? []) leftOut.add(reason, example, count);
    }
    this.length = this.starts.at(-1) ?? 0;
    this.leftOut = leftOut.list();
    this.parts = weights.some((weight) => weight !== 1)
      ? sources.map(({ length }, i) => ({ length, weight: weights[i] ?? 1 }))
      : undefined;
    const hashes = sources.flatMap(({ rowsHash }) => rowsHash ?? []);
    this.rowsHash = hashes.length > 0 ? hashes.join(' ') : undefined;
    const labelled = joinLabels(sources, this.length);
    if (labelled) ({ classes: this.classes, labels: this.labels } = labelled);
  }

  name(index: number): string {
    const [part, place] = this.at(index);
    return part.name(place);
  }

  label(index: number): number | undefined {
    return labelAt(this.labels, index);
  }

  read(index: number): Promise<Uint8Array> {
    const [part, place] = this.at(index);
    return part.read(place);
  }

  box(index: number): Box | undefined {
    const [part, place] = this.at(index);
    return part.box?.(place);
  }

  describe(): SourceDescription {
    return { kind: 'joined', parts: this.sources.map((part) => part.describe()), starts: this.starts };
  }

  private at(index: number): [part: ImageSource, place: number] {
    const [number, place] = partOf(this.starts, index);
    const part = this.sources[number];
    if (!part || index < 0 || index >= this.length)
      throw new RangeError(`image ${index} is outside the ${this.length} of the sources`);
    return [part, place];
  }
}

function joinLabels(parts: readonly ImageSource[], length: number): Labels | undefined {
  if (parts.every(({ classes }) => classes === undefined)) return undefined;
  return labelsFromTexts({
    length,
    *[Symbol.iterator]() {
      for (const part of parts)
        for (let i = 0; i < part.length; i++) yield part.classes?.[part.label(i) ?? -1];
    },
  });
}
