/** Images in tar files, read in place. */
import { UserError } from '../../../errors.js';
import { mapAhead } from '../../map-ahead.js';
import { shownAddress } from '../../remote/addresses.js';
import { openBlockCache } from '../../remote/block-cache.js';
import type { OnWait } from '../../remote/patience.js';
import { RemoteReader } from '../../remote/remote-reader.js';
import type { ImageSource, LeftOut, Shard, SourceDescription, TarMembers } from '../image-source.js';
import { LeftOutTally, noImages } from '../left-out.js';
import { type ArchiveImages, imagesOf, labelsOf } from './archive-images.js';
import { ArchiveSource, nameOf, shardOf } from './archive-source.js';
import { localReader } from './local-reader.js';
import { indexTar, tarBlock } from './tar-index.js';

type TarDescription = Extract<SourceDescription, { kind: 'tar' }>;

const shardsAtOnce = 8;

/**
 * Opens tar files as one source, images in the order of the files and within them.
 * @param image the extension of the images, where it is chosen: all that follows the first dot of a member's name
 * @param others what else was left out before
 * @throws UserError when a file is no whole tar or there is no image.
 */
export async function openTarShards(
  paths: readonly string[],
  image: string | null = null,
  others: readonly LeftOut[] = [],
): Promise<ImageSource> {
  const leftOut = new LeftOutTally(others);
  const parts: TarImages[] = [];
  const folderNames = new Map<string, string>();
  const indexed = mapAhead(paths.length, shardsAtOnce, (i) => indexTar(paths[i] ?? ''));
  for await (const { shard, index } of indexed) {
    const images = imagesOf(nameOf(shard), index, image, leftOut);
    const blocks = Uint32Array.from(images.members, (member) => (index.offsets[member] ?? 0) / tarBlock);
    const sizes = Uint32Array.from(images.members, (member) => index.sizes[member] ?? 0);
    parts.push({ ...images, shard, blocks, sizes });
    for (const [folder, name] of index.folderNames) folderNames.set(folder, name);
  }
  const members = joined(parts);
  if (members.sizes.length === 0) {
    const shown = paths.map(shownAddress).join(', ');
    throw new UserError(noImages(shown, '', image, leftOut.list()));
  }
  const description: TarDescription = { kind: 'tar', shards: parts.map(({ shard }) => shard), members };
  const names = parts.map((part) => part.names);
  const labels = labelsOf(parts, folderNames);
  return new ArchiveSource(description, names, labels, leftOut.list(), tarReader(description));
}

/** The images of one tar file. */
interface TarImages extends ArchiveImages {
  shard: Shard;
  blocks: Uint32Array;
  sizes: Uint32Array;
}

function joined(parts: readonly TarImages[]): TarMembers {
  const starts = shared(parts.length + 1);
  for (const [i, { names }] of parts.entries()) starts[i + 1] = (starts[i] ?? 0) + names.length;
  const length = starts[parts.length] ?? 0;
  const [blocks, sizes] = [shared(length), shared(length)];
  for (const [i, part] of parts.entries()) {
    blocks.set(part.blocks, starts[i]);
    sizes.set(part.sizes, starts[i]);
  }
  return { starts, blocks, sizes };
}

function shared(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(4 * length));
}

/** Reads the images of a description (in a worker thread). */
export function tarReader(
  { shards, members }: TarDescription,
  onWait?: OnWait,
): (index: number) => Promise<Uint8Array> {
  const readLocal = localReader();
  let remote: RemoteReader | undefined;
  // Reading from disk is synchronous: some microseconds from the page cache, where the way through the thread pool costs more.
  return async (index) => {
    const file = shardOf(members.starts, index);
    const shard = shards[file];
    const start = (members.blocks[index] ?? 0) * tarBlock;
    const size = members.sizes[index] ?? 0;
    if (!shard) throw new RangeError(`internal: image ${index} lies in no shard`);
    if ('path' in shard) return readLocal(file, shard.path, start, size);
    remote ??= new RemoteReader(openBlockCache(), onWait);
    return remote.read(shard, start, size);
  };
}
