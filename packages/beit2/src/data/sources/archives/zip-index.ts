/** The members of a zip file, from its directory. */
import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { constants, inflateRawSync } from 'node:zlib';
import type { Entry, getFileNameLowLevel as decodeName } from 'yauzl';
import { UserError } from '../../../errors.js';
import { fileNameOf } from '../../../files/file-names.js';
import { baseName, isImageName, type Shard } from '../image-source.js';
import { mayBeData } from '../left-out.js';
import { NumbersBuilder } from '../packed-strings.js';
import { type ArchiveIndex, MembersBuilder } from './archive-index.js';

/** A zip's files; `offsets` are where their headers stand. */
export interface ZipIndex extends ArchiveIndex {
  /** Bytes of each file in the archive. */
  packed: Float64Array;
  /** Whether each is compressed (1), not stored as it is. */
  deflated: Uint8Array;
}

const [storedMethod, deflateMethod] = [0, 8];
/** Bytes of the header before a file, without its name and extra fields. */
export const localHeaderSize = 30;

/**
 * Reads the directory of a zip file.
 * @throws UserError for a file that cannot be read, is no whole zip, or is encrypted
 */
export async function indexZip(path: string): Promise<{ shard: Shard; index: ZipIndex }> {
  const { RandomAccessReader, fromRandomAccessReaderPromise, getFileNameLowLevel } = (await import('yauzl'))
    .default;
  const file = openSync(fileNameOf(path), 'r');
  /** Hands the library bytes of large reads: its own are of some dozen bytes each. */
  class Window extends RandomAccessReader {
    private window: Buffer = Buffer.alloc(0);
    private start = 0;

    override read(
      ...[buffer, offset, length, position, done]: Parameters<InstanceType<typeof RandomAccessReader>['read']>
    ): void {
      if (position < this.start || position + length > this.start + this.window.length) {
        this.window = readAt(file, position, Math.max(length, 1 << 16));
        this.start = position;
      }
      const from = position - this.start;
      const count = this.window.copy(buffer, offset, from, from + length);
      done(count === length ? null : new Error('the file ends early'));
    }
  }
  try {
    const { size, mtimeMs } = fstatSync(file);
    // Sizes of encrypted files are another matter than damage.
    const options = {
      decodeStrings: false,
      lazyEntries: true,
      autoClose: false,
      validateEntrySizes: false,
    };
    const zip = await fromRandomAccessReaderPromise(new Window(), size, options);
    const scan = new Scan({ path, file, size }, getFileNameLowLevel);
    for await (const entry of zip.eachEntry()) await scan.add(entry);
    return { shard: { path, size, tag: String(mtimeMs) }, index: scan.index() };
  } catch (error) {
    if (error instanceof UserError) throw error;
    const [reason = ''] = (error as Error).message.split('.');
    throw new UserError(`${path} is not a zip file, or is damaged: ${reason}.`);
  } finally {
    closeSync(file);
  }
}

type Decode = typeof decodeName;

/** In an entry's flags: its name is UTF-8. */
const utf8Flag = 0x800;
/** The extra field with a name in UTF-8 beside one that is not. */
const unicodePath = 0x7075;

/** What the directory tells, gathered. */
class Scan {
  private readonly members = new MembersBuilder();
  private readonly packed = new NumbersBuilder();
  private readonly deflated = new NumbersBuilder();

  constructor(
    private readonly zip: { path: string; file: number; size: number },
    private readonly decode: Decode,
  ) {}

  /** @throws UserError for a file that is encrypted, or that would reach beyond the end of the zip */
  async add(entry: Entry): Promise<void> {
    const { path } = this.zip;
    const name = nameOfEntry(entry, this.decode);
    if (name.endsWith('/') || entry.fileNameRaw.length === 0) return;
    const isLink = ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;
    const isSupported = [storedMethod, deflateMethod].includes(entry.compressionMethod);
    if (entry.isEncrypted())
      throw new UserError(`${path} is encrypted (${name} in it): unpack it with its password first.`);
    if (isLink || !isSupported) {
      const base = baseName(name);
      if (isImageName(name) || (!isLink && !base.startsWith('.') && mayBeData(name)))
        this.members.leftOut.add(
          isLink ? 'symbolic link' : `file compressed by method ${entry.compressionMethod}, not deflate`,
          `${path}:${name}`,
        );
      return;
    }
    const { relativeOffsetOfLocalHeader: at, uncompressedSize: size, compressedSize } = entry;
    if (at + localHeaderSize + compressedSize > this.zip.size)
      throw new UserError(`${path} is damaged: ${name} would reach beyond its end.`);
    const isDeflated = entry.compressionMethod === deflateMethod;
    const read = (length: number) => Promise.resolve(this.start(at, isDeflated, compressedSize, length));
    await this.members.add(name, at, size, undefined, read);
    this.packed.add(compressedSize);
    this.deflated.add(isDeflated ? 1 : 0);
  }

  /** The first bytes of a file; none where it is damaged, which reading it will tell if it is an image by name. */
  private start(at: number, isDeflated: boolean, packed: number, length: number): Buffer {
    const start = dataStart(readAt(this.zip.file, at, localHeaderSize), at);
    // As many bytes as a few hundred take at most when they do not compress.
    const bytes = readAt(this.zip.file, start, Math.min(packed, length + 1024));
    if (!isDeflated) return bytes.subarray(0, length);
    try {
      return inflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, length);
    } catch {
      return Buffer.alloc(0);
    }
  }

  index(): ZipIndex {
    return {
      ...this.members.index(),
      packed: this.packed.build(),
      deflated: Uint8Array.from(this.deflated.build()),
    };
  }
}

/** Where the bytes of a file begin, from the header before it, which stands at `at`. */
export function dataStart(header: Uint8Array, at: number): number {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < localHeaderSize || view.getUint32(0, true) !== 0x04034b50)
    throw new Error('the zip file is damaged: a file is not where its directory says');
  return at + localHeaderSize + view.getUint16(26, true) + view.getUint16(28, true);
}

/** Bytes from a place on, fewer at the end of the file. */
function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, position));
}

/** A file's name in the archive. UTF-8 is often not declared; what is neither is in the code page of DOS. */
function nameOfEntry({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry, decode: Decode): string {
  const isPlain = isUtf8(fileNameRaw) && !extraFields.some(({ id }) => id === unicodePath);
  const name = isPlain
    ? fileNameRaw.toString()
    : decode(generalPurposeBitFlag & ~utf8Flag, fileNameRaw, extraFields, false);
  return name.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
}
