import { shownAddress } from '../../remote/addresses.js';
import {
  labelAt,
  type ImageSource,
  type Labels,
  type LeftOut,
  type Shard,
  type SourceDescription,
} from '../image-source.js';
import type { PackedStrings } from '../packed-strings.js';

type ArchiveDescription = Extract<SourceDescription, { kind: 'tar' | 'zip' }>;

/** Path or address of a shard, as messages show it. */
export function nameOf(shard: Shard): string {
  return 'path' in shard ? shard.path : shownAddress(shard.address);
}

/** The last shard that begins at or before an image. */
export function shardOf(starts: Uint32Array, index: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle;
  }
  return low;
}

/** Images of archives. */
export class ArchiveSource implements ImageSource {
  readonly length: number;
  readonly classes?: readonly string[];
  private readonly labels: Int32Array | undefined;
  private readonly shards: readonly Shard[];
  private readonly starts: Uint32Array;

  /**
   * @param names of the images of each archive
   * @param read reads what is described
   */
  constructor(
    private readonly description: ArchiveDescription,
    private readonly names: readonly PackedStrings[],
    labelled: Labels | undefined,
    readonly leftOut: readonly LeftOut[],
    readonly read: (index: number) => Promise<Uint8Array>,
  ) {
    this.shards = description.shards;
    this.starts = description.members.starts;
    this.length = description.members.sizes.length;
    if (labelled) ({ classes: this.classes, labels: this.labels } = labelled);
  }

  name(index: number): string {
    const file = shardOf(this.starts, index);
    const shard = this.shards[file];
    const name = this.names[file]?.at(index - (this.starts[file] ?? 0));
    return `${shard ? nameOf(shard) : ''}:${name ?? ''}`;
  }

  label(index: number): number | undefined {
    return labelAt(this.labels, index);
  }

  describe(): ArchiveDescription {
    return this.description;
  }
}
