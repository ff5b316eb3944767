/** Images that a list names: a file with a row for each. */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '../../../errors.js';
import { fileNameOf, nameBytes } from '../../../files/file-names.js';
import { labelsFromFolders, labelsFromTexts } from '../folder-labels.js';
import { openListedFiles, type ListedFiles } from '../image-folder.js';
import type { ImageSource, Labels, LeftOut } from '../image-source.js';
import { LeftOutTally, notTaken } from '../left-out.js';
import { compareNaturally } from '../natural-order.js';
import { NumbersBuilder, StringsBuilder } from '../packed-strings.js';
import { columns as readColumns, listedImage, RowFault, type ListedImage, type Row } from './row-texts.js';
import { readRows } from './read-rows.js';

/** A part of the images that a list may name beside others. */
export type Split = 'train' | 'val' | 'test';

const splitWords: ReadonlyMap<string, Split> = new Map<string, Split>([
  ['train', 'train'],
  ['training', 'train'],
  ['val', 'val'],
  ['valid', 'val'],
  ['validation', 'val'],
  ['dev', 'val'],
  ['test', 'test'],
  ['testing', 'test'],
]);

/** The splits that serve as one, the first that there is: some lists have a part for validation, some one for tests. */
const fitting: Record<Split, Split[]> = { train: ['train'], val: ['val', 'test'], test: ['test', 'val'] };

/**
 * Opens a list. Rows that cannot be used are left out and named by their number.
 * @param split the part of the images to take, where the list has that column; null takes all
 * @param image ending of the images, where it is chosen
 * @throws UserError when the list cannot be read, has no column of paths, or no image is left
 */
export async function openList(
  path: string,
  split: Split | null,
  image: string | null,
): Promise<ImageSource> {
  const list = new List(path, split, image);
  await readRows(path, (number, row) => list.add(number, row));
  const { rows, leftOut } = list.chosen();
  return openListedFiles(dirname(path), rows.build(), leftOut);
}

/** The rows of a list as they come, by their split. */
class List {
  private readonly tally = new LeftOutTally();
  private readonly parts = new Map<string, ListedRows>();
  private readonly columns = new Set<string>();
  /** Splits that are not asked for. */
  private readonly others = new Set<string>();

  constructor(
    private readonly path: string,
    private readonly split: Split | null,
    private readonly image: string | null,
  ) {}

  add(number: number, row: Row | string): void {
    try {
      if (typeof row === 'string') throw new RowFault(row);
      for (const name in row) this.columns.add(name);
      this.take(number, listedImage(row));
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      this.tally.add(error.message, `row ${number}`);
    }
  }

  private take(number: number, listed: ListedImage): void {
    if (this.image !== null && !listed.path.toLowerCase().endsWith(`.${this.image.toLowerCase()}`)) return;
    const known = splitWords.get(listed.split.toLowerCase());
    const part = this.split === null ? '' : (known ?? listed.split);
    if (part === '' || this.wanted().includes(part)) {
      const rows = this.parts.get(part) ?? new ListedRows(dirname(this.path));
      this.parts.set(part, rows);
      rows.add(number, listed);
    } else this.others.add(part);
    if (part !== '' && known === undefined) this.tally.add(`row of the split "${part}"`, `row ${number}`);
  }

  private wanted(): readonly string[] {
    return this.split === null ? [''] : fitting[this.split];
  }

  /** The rows of the split that is asked for, and what is left out. @throws UserError where there are none */
  chosen(): { rows: ListedRows; leftOut: LeftOut[] } {
    const { path, columns } = this;
    if (columns.size > 0 && !columns.has('path')) throw new UserError(this.withoutPaths());
    const unsplit = this.parts.get('');
    const hasSplits = this.split !== null && columns.has('split');
    if (hasSplits && unsplit) this.tally.add('row without a split', unsplit.first, unsplit.length);
    const rows = (hasSplits ? this.wanted() : ['']).map((part) => this.parts.get(part)).find((part) => part);
    this.countOthers(rows);
    const leftOut = this.tally.list();
    if (rows && rows.length > 0) return { rows, leftOut };
    const wanted = hasSplits ? ` of the split ${this.wanted().join(' or ')}` : '';
    const others = this.others.size > 0 ? ` Other splits in it: ${[...this.others].join(', ')}.` : '';
    const reasons = leftOut.length > 0 ? ` ${notTaken(leftOut)}` : '';
    throw new UserError(`No images${wanted} in ${path}.${others}${reasons}`);
  }

  private withoutPaths(): string {
    const names = [...this.columns].join(', ');
    return `${this.path} has no column named path: it has ${names}; the columns that are read are ${readColumns.join(', ')}.`;
  }

  private countOthers(rows: ListedRows | undefined): void {
    for (const { reason, example, count } of rows?.missing.list() ?? [])
      this.tally.add(reason, example, count);
    for (const name of this.columns)
      if (!(readColumns as readonly string[]).includes(name))
        this.tally.add(`column that is not one of ${readColumns.join(', ')}`, name);
  }
}

/** Images of one split. */
class ListedRows {
  /** Which row came first. */
  first = '';
  readonly missing = new LeftOutTally();
  private readonly names = new StringsBuilder();
  private readonly labelNumbers = new Map<string, number>();
  private readonly labels = new NumbersBuilder();
  private readonly boxes = new NumbersBuilder();
  private hasBoxes = false;
  private readonly hash = createHash('sha256');

  /** @param folder what paths are relative to */
  constructor(private readonly folder: string) {}

  get length(): number {
    return this.names.length;
  }

  add(number: number, { path, label, box }: ListedImage): void {
    const place = resolve(this.folder, path);
    if (this.first === '') this.first = `row ${number}`;
    if (!isFile(place)) {
      this.missing.add('row whose file is missing', `row ${number} (${path})`);
      return;
    }
    this.names.add(path);
    this.labels.add(this.numberOf(label));
    const { left, top, width, height } = box ?? { left: 0, top: 0, width: 0, height: 0 };
    for (const side of [left, top, width, height]) this.boxes.add(side);
    this.hasBoxes ||= box !== null;
    this.hash.update(nameBytes(path)).update(`\0${label}\0${left} ${top} ${width} ${height}\n`);
  }

  private numberOf(label: string): number {
    if (label === '') return -1;
    const number = this.labelNumbers.get(label) ?? this.labelNumbers.size;
    this.labelNumbers.set(label, number);
    return number;
  }

  build(): ListedFiles {
    const names = this.names.build();
    const boxes = new Int32Array(new SharedArrayBuffer(16 * names.length));
    boxes.set(this.boxes.build());
    return {
      names,
      labels: this.labelNumbers.size > 0 ? this.namedLabels() : labelsFromFolders(names),
      boxes: this.hasBoxes ? boxes : undefined,
      rowsHash: this.hash.digest('hex'),
    };
  }

  private namedLabels(): Labels {
    const texts = [...this.labelNumbers.keys()];
    const numbers = this.labels.build();
    const images = {
      length: numbers.length,
      *[Symbol.iterator]() {
        for (const number of numbers) yield texts[number];
      },
    };
    const isNumeric = texts.every((text) => Number.isFinite(Number(text)));
    return labelsFromTexts(images, isNumeric ? compareValues : compareNaturally);
  }
}

/** Compares numbers written as text by their value. */
function compareValues(a: string, b: string): number {
  return Number(a) - Number(b) || compareNaturally(a, b);
}

function isFile(path: string): boolean {
  try {
    return statSync(fileNameOf(path), { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false; // a part of the path is a file, or may not be looked into
  }
}
