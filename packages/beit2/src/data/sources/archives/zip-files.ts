/** Images in zip files, stored or deflated, read in place. */
import { inflateRawSync } from 'node:zlib';
import { UserError } from '../../../errors.js';
import type { ImageSource, LeftOut, Shard, SourceDescription, ZipMembers } from '../image-source.js';
import { LeftOutTally, noImages } from '../left-out.js';
import { type ArchiveImages, imagesOf, labelsOf } from './archive-images.js';
import { ArchiveSource, shardOf } from './archive-source.js';
import { localReader } from './local-reader.js';
import { dataStart, indexZip, localHeaderSize, type ZipIndex } from './zip-index.js';

type ZipDescription = Extract<SourceDescription, { kind: 'zip' }>;

/**
 * Opens zip files as one source, images in the order of the files and within them.
 * @param image the extension of the images, where it is chosen: all that follows the first dot of a member's name
 * @param others what else was left out before
 * @throws UserError when a file is no whole zip, is encrypted, or there is no image.
 */
export async function openZipFiles(
  paths: readonly string[],
  image: string | null = null,
  others: readonly LeftOut[] = [],
): Promise<ImageSource> {
  const leftOut = new LeftOutTally(others);
  const parts: ZipImages[] = [];
  for (const path of paths) {
    const { shard, index } = await indexZip(path);
    parts.push({ ...imagesOf(path, index, image, leftOut), shard, index });
  }
  const members = joined(parts);
  if (members.sizes.length === 0) throw new UserError(noImages(paths.join(', '), '', image, leftOut.list()));
  const description: ZipDescription = { kind: 'zip', shards: parts.map(({ shard }) => shard), members };
  const names = parts.map((part) => part.names);
  return new ArchiveSource(
    description,
    names,
    labelsOf(parts, new Map()),
    leftOut.list(),
    zipReader(description),
  );
}

interface ZipImages extends ArchiveImages {
  shard: Shard;
  index: ZipIndex;
}

function joined(parts: readonly ZipImages[]): ZipMembers {
  const length = parts.reduce((sum, { members }) => sum + members.length, 0);
  const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes * length);
  const starts = new Uint32Array(new SharedArrayBuffer(4 * (parts.length + 1)));
  const headers = new Float64Array(shared(8));
  const [packed, sizes] = [new Uint32Array(shared(4)), new Uint32Array(shared(4))];
  const deflated = new Uint8Array(shared(1));
  let place = 0;
  for (const [i, { members, index }] of parts.entries()) {
    for (const member of members) {
      headers[place] = index.offsets[member] ?? 0;
      packed[place] = index.packed[member] ?? 0;
      sizes[place] = index.sizes[member] ?? 0;
      deflated[place++] = index.deflated[member] ?? 0;
    }
    starts[i + 1] = place;
  }
  return { starts, headers, packed, sizes, deflated };
}

/** Reads the images of a description (in a worker thread). */
export function zipReader({ shards, members }: ZipDescription): (index: number) => Promise<Uint8Array> {
  const readLocal = localReader();
  const read = (index: number): Uint8Array => {
    const file = shardOf(members.starts, index);
    const shard = shards[file];
    if (!shard || !('path' in shard)) throw new RangeError(`internal: image ${index} lies in no zip file`);
    const at = members.headers[index] ?? 0;
    const start = dataStart(readLocal(file, shard.path, at, localHeaderSize), at);
    const bytes = readLocal(file, shard.path, start, members.packed[index] ?? 0);
    const size = members.sizes[index] ?? 0;
    if (members.deflated[index] === 0 || size === 0) return bytes;
    return inflateRawSync(bytes, { maxOutputLength: size });
  };
  return (index) => new Promise((resolve) => resolve(read(index)));
}
