/**
 * A manifest: where every image of a source lies, its size, label and name, in one safetensors file, so that opening a source of a
 * hundred million images is reading three arrays. Names stay in the file.
 */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { RawTensor } from '@beit2/torch/safetensors';
import { UserError } from '../../errors.js';
import { FileReader } from '../../files/file-access.js';
import { fileNameOf, nameBytes } from '../../files/file-names.js';
import { parseJson } from '../../files/json-file.js';
import { lazySchema } from '../../files/lazy-schema.js';
import { openSafetensors, writeSafetensors } from '../../formats/safetensors.js';
import type { Box } from '../pixels/pixels.js';
import { FileStrings, type FileStringsPlace } from './file-strings.js';
import { folderReader } from './image-folder.js';
import {
  labelAt,
  type ImageReader,
  type ImageSource,
  type Shard,
  type SourceDescription,
  type TarMembers,
  type ZipMembers,
} from './image-source.js';
import { contentOf } from './source-content.js';
import { nameOf, shardOf } from './archives/archive-source.js';
import { tarReader } from './archives/tar-shards.js';
import { zipReader } from './archives/zip-files.js';

/** What a manifest's name ends in. */
export const manifestEnding = '.manifest';

const version = '1';

const schemas = lazySchema((z) => ({
  texts: z.object({
    beit2: z.literal('manifest'),
    version: z.literal(version),
    shards: z.string(),
    root: z.string(),
    classes: z.string(),
    names: z.string(),
    sha256: z.string(),
    rows: z.string().optional(),
  }),
  shards: z.array(
    z.union([
      z.object({ path: z.string(), size: z.number(), tag: z.string() }),
      z.object({ address: z.string(), size: z.number(), tag: z.string() }),
    ]),
  ),
  classes: z.array(z.string()).nullable(),
}));

/** The arrays that are held in memory, in the order they are hashed in. */
const held = ['starts', 'blocks', 'sizes', 'labels', 'boxes', 'headers', 'packed', 'deflated'] as const;

/**
 * Writes the manifest of a folder, a list, or of tar or zip files. Paths go in relative to the manifest, so that both can be moved together.
 * @throws UserError for parts of a source, or when the file cannot be written
 */
export function writeManifest(source: ImageSource, path: string): void {
  const description = source.describe();
  if (description.kind === 'subset' || description.kind === 'joined')
    throw new UserError(
      'A manifest lists one folder, one list, or tar or zip files, not parts of them or several sources.',
    );
  const folder = dirname(resolve(path));
  const inside = (place: string): string => relative(folder, resolve(place));
  const shards = description.kind === 'folder' ? [] : description.shards;
  const tensors = new Map<string, RawTensor>();
  const add = (name: string, dtype: RawTensor['dtype'], array: ArrayBufferView, length: number): void => {
    const data = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    tensors.set(name, { dtype, shape: [length], data });
  };
  if (description.kind !== 'folder') {
    const { starts, sizes } = description.members;
    add('starts', 'uint32', starts, starts.length);
    add('sizes', 'uint32', sizes, sizes.length);
  }
  if (description.kind === 'tar')
    add('blocks', 'uint32', description.members.blocks, description.members.blocks.length);
  if (description.kind === 'zip') {
    const { headers, packed, deflated } = description.members;
    add('headers', 'float64', headers, headers.length);
    add('packed', 'uint32', packed, packed.length);
    add('deflated', 'uint8', deflated, deflated.length);
  }
  const boxes = description.kind === 'folder' ? description.boxes : undefined;
  if (boxes) add('boxes', 'int32', boxes, boxes.length);
  if (source.classes) {
    const labels = Int32Array.from({ length: source.length }, (_, i) => source.label(i) ?? -1);
    add('labels', 'int32', labels, labels.length);
  }
  const sha256 = hashOf((name) => tensors.get(name)?.data);
  const { text, ends } = packNames(source, namesBelow(source, description));
  add('nameEnds', 'float64', ends, ends.length);
  add('names', 'uint8', text, text.length);
  const content = contentOf(source);
  writeSafetensors(path, tensors, {
    beit2: 'manifest',
    version,
    shards: JSON.stringify(
      shards.map((shard) => ('path' in shard ? { ...shard, path: inside(shard.path) } : shard)),
    ),
    root: description.kind === 'folder' ? inside(description.root) : '',
    classes: JSON.stringify(source.classes ?? null),
    names: content.names,
    sha256,
    ...(content.rows !== undefined && { rows: content.rows }),
  });
}

/** The name of each image below its folder or in its shard. */
function namesBelow(source: ImageSource, description: Described): (index: number) => string {
  if (description.kind === 'folder') {
    const root = resolve(description.root);
    return (index) => relative(root, resolve(source.name(index)));
  }
  const { shards, members } = description;
  const prefixes = shards.map((shard) => nameOf(shard).length + 1);
  return (index) => source.name(index).slice(prefixes[shardOf(members.starts, index)]);
}

function packNames(
  source: ImageSource,
  name: (index: number) => string,
): { text: Buffer; ends: Float64Array } {
  const ends = new Float64Array(source.length);
  let size = 0;
  for (let i = 0; i < source.length; i++) ends[i] = size += nameBytes(name(i)).length;
  const text = Buffer.allocUnsafe(size);
  for (let i = 0; i < source.length; i++) nameBytes(name(i)).copy(text, ends[i - 1] ?? 0);
  return { text, ends };
}

function hashOf(bytes: (name: string) => Uint8Array | undefined): string {
  const hash = createHash('sha256');
  for (const name of held) hash.update(bytes(name) ?? '');
  return hash.digest('hex');
}

/**
 * Opens the source that a manifest lists, without a look at the images: 12 bytes of memory an image in tar files, 21 in zip files, 4 in a folder.
 * @throws UserError when it is damaged, or a shard on disk has another size than then
 */
export function openManifest(path: string): ImageSource {
  const { tensors, metadata, places } = openSafetensors(path);
  const { success, data: texts } = schemas().texts.safeParse(metadata);
  const damaged = `${path} is not a manifest of this version, or is damaged: write it again with \`beit2 data index\`.`;
  if (!success) throw new UserError(damaged);
  const load = (name: string): SharedArrayBuffer | undefined => {
    const place = places.get(name);
    return place && readShared(path, place.start, place.end);
  };
  const arrays = new Map(held.map((name) => [name, load(name)] as const));
  const bytesOf = (name: string): Uint8Array | undefined => {
    const array = arrays.get(name as Held);
    return array && new Uint8Array(array);
  };
  const [ends, text] = [places.get('nameEnds'), places.get('names')];
  if (!ends || !text || hashOf(bytesOf) !== texts.sha256) throw new UserError(damaged);
  const folder = dirname(resolve(path));
  const shards = parseJson(texts.shards, schemas().shards, damaged).map((shard) =>
    'path' in shard ? { ...shard, path: join(folder, shard.path) } : shard,
  );
  for (const shard of shards) checkSize(shard, path);
  const [labels, boxes] = [arrays.get('labels'), arrays.get('boxes')];
  const names = {
    path,
    textAt: text.start,
    endsAt: ends.start,
    length: tensors.get('nameEnds')?.shape[0] ?? 0,
  };
  const description: Described =
    shards.length > 0
      ? { shards, ...archiveOf(arrays) }
      : { kind: 'folder', root: join(folder, texts.root), names, boxes: boxes && new Int32Array(boxes) };
  if (description.kind !== 'folder')
    for (const [name, array] of Object.entries<ArrayLike<number>>({ ...description.members }))
      if (name !== 'starts' && array.length !== names.length) throw new UserError(damaged);
  return new ManifestSource(
    names,
    description,
    texts,
    parseJson(texts.classes, schemas().classes, damaged) ?? undefined,
    labels && new Int32Array(labels),
  );
}

type Held = (typeof held)[number];

/** Where the images of tar or zip files lie; empty arrays where there are none. */
function archiveOf(
  arrays: ReadonlyMap<Held, SharedArrayBuffer | undefined>,
): { kind: 'tar'; members: TarMembers } | { kind: 'zip'; members: ZipMembers } {
  const memory = (name: Held) => arrays.get(name) ?? new SharedArrayBuffer(0);
  const numbers = (name: Held) => new Uint32Array(memory(name));
  const both = { starts: numbers('starts'), sizes: numbers('sizes') };
  if (!arrays.get('headers')) return { kind: 'tar', members: { ...both, blocks: numbers('blocks') } };
  const headers = new Float64Array(memory('headers'));
  const deflated = new Uint8Array(memory('deflated'));
  return { kind: 'zip', members: { ...both, headers, packed: numbers('packed'), deflated } };
}

/** Bytes of a file in memory that threads share. */
function readShared(path: string, start: number, end: number): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(end - start);
  new FileReader(path).read(start, end - start, new Uint8Array(memory));
  return memory;
}

/** Remote shards are compared at their first request. */
function checkSize(shard: Shard, manifest: string): void {
  if (!('path' in shard)) return;
  const size = statSync(fileNameOf(shard.path), { throwIfNoEntry: false })?.size;
  if (size === shard.size) return;
  throw new UserError(
    `${shard.path} ${size === undefined ? 'is missing' : `has ${size} bytes instead of ${shard.size}`}, so ${manifest} is out of date: ` +
      'write it again with `beit2 data index`.',
  );
}

type Described = Exclude<SourceDescription, { kind: 'joined' | 'subset' }>;

class ManifestSource implements ImageSource {
  readonly length: number;
  readonly namesHash: string;
  readonly rowsHash: string | undefined;
  private readonly names: FileStrings;
  private readonly reader: ImageReader;

  constructor(
    names: FileStringsPlace,
    private readonly description: Described,
    hashes: { names: string; rows?: string | undefined },
    readonly classes: readonly string[] | undefined,
    private readonly labels: Int32Array | undefined,
  ) {
    this.length = names.length;
    this.names = new FileStrings(names);
    this.namesHash = hashes.names;
    this.rowsHash = hashes.rows;
    this.reader =
      description.kind === 'folder'
        ? folderReader(description)
        : { read: description.kind === 'tar' ? tarReader(description) : zipReader(description) };
  }

  name(index: number): string {
    const { description } = this;
    if (description.kind === 'folder') return join(description.root, this.names.at(index));
    const shard = description.shards[shardOf(description.members.starts, index)];
    return `${shard ? nameOf(shard) : ''}:${this.names.at(index)}`;
  }

  label(index: number): number | undefined {
    return labelAt(this.labels, index);
  }

  read(index: number): Promise<Uint8Array> {
    return this.reader.read(index);
  }

  box(index: number): Box | undefined {
    return this.reader.box?.(index);
  }

  describe(): SourceDescription {
    return this.description;
  }
}
