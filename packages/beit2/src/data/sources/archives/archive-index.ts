/** What is known of the files in an archive. */
import { formatBytes, formatOf, type FileFormat } from '../../pixels/image-format.js';
import { baseName, isImageName, type LeftOut } from '../image-source.js';
import { LeftOutTally, mayBeData } from '../left-out.js';
import { NumbersBuilder, type PackedStrings, StringsBuilder } from '../packed-strings.js';
import { folderOf } from './class-folders.js';

/** The files of an archive, in its order. */
export interface ArchiveIndex {
  names: PackedStrings;
  /** Where each file's bytes start (in a zip: its header) and how many there are, unpacked. */
  offsets: Float64Array;
  sizes: Float64Array;
  /** What files without the ending of an image hold, by their place: a place in `formats`. */
  sniffed: Map<number, number>;
  formats: FileFormat[];
  /** Text of each `KEY.cls` (WebDataset's label), by its place. */
  classTexts: Map<number, string>;
  /** Class names that cannot be those of folders, by the folder that stands for them (see `class-folders.ts`). */
  folderNames: Map<string, string>;
  /** Members that look like data and are no files. */
  leftOut: LeftOut[];
}

/** Gathers the files of an archive. */
export class MembersBuilder {
  private readonly names = new StringsBuilder();
  private readonly offsets = new NumbersBuilder();
  private readonly sizes = new NumbersBuilder();
  private readonly sniffed = new Map<number, number>();
  private readonly formats: FileFormat[] = [];
  private readonly classTexts = new Map<number, string>();
  private readonly folderNames = new Map<string, string>();
  readonly leftOut = new LeftOutTally();

  /** Adds a file, of which `read` gives the first bytes. */
  async add(
    name: string,
    start: number,
    size: number,
    className: string | undefined,
    read: ReadStart,
  ): Promise<void> {
    const place = this.names.length;
    this.names.add(name);
    this.offsets.add(start);
    this.sizes.add(size);
    if (className !== undefined) this.folderNames.set(folderOf(name), className);
    if (name.endsWith('.cls')) {
      if (size <= longestClass) this.classTexts.set(place, (await read(size)).toString().trim());
      return;
    }
    if (isImageName(name) || baseName(name).startsWith('.') || !mayBeData(name)) return;
    const format = formatOf(await read(Math.min(size, formatBytes)));
    if (!format) return;
    const known = this.formats.findIndex((one) => one.name === format.name);
    this.sniffed.set(place, known >= 0 ? known : this.formats.push(format) - 1);
  }

  index(): ArchiveIndex {
    return {
      names: this.names.build(),
      offsets: this.offsets.build(),
      sizes: this.sizes.build(),
      sniffed: this.sniffed,
      formats: this.formats,
      classTexts: this.classTexts,
      folderNames: this.folderNames,
      leftOut: this.leftOut.list(),
    };
  }
}

type ReadStart = (length: number) => Promise<Buffer>;

/** A class's name is not longer, in bytes. */
const longestClass = 4096;
