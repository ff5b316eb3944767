/** The rows of a list file, one after the other: CSV, JSON lines or Parquet. */
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { UserError } from '../../../errors.js';
import { endingOf } from '../../../files/file-access.js';
import { fileNameOf, nameFromLatin1 } from '../../../files/file-names.js';
import type { Row } from './row-texts.js';

/** What the name of a list ends in. */
const endings = ['.csv', '.tsv', '.jsonl', '.ndjson', '.parquet'];

/** Whether a file is a list of images, by its name. */
export function isListName(path: string): boolean {
  return endings.includes(endingOf(path));
}

/**
 * Hears of each row: its number as people count (in CSV the row of column names is the first), and what is in it, or in a word what is
 * wrong with it.
 */
export type TakeRow = (number: number, row: Row | string) => void;

/**
 * Reads a list from its first row to its last.
 * @throws UserError when it is no such file
 */
export async function readRows(path: string, take: TakeRow): Promise<void> {
  const ending = endingOf(path);
  if (ending === '.parquet') await readParquet(path, take);
  else {
    const start = textStart(path);
    if (ending === '.csv' || ending === '.tsv') await readCsv(path, start, take);
    else await readJsonLines(path, start, take);
  }
}

/** Where the text of a file begins: some programs put a mark of UTF-8 before it. */
function textStart(path: string): number {
  const file = openSync(fileNameOf(path), 'r');
  try {
    const head = Buffer.alloc(3);
    readSync(file, head);
    const mark = head.toString('latin1');
    if (mark.startsWith('\xff\xfe') || mark.startsWith('\xfe\xff'))
      throw new UserError(`${path} is UTF-16 text: save it as UTF-8.`);
    return mark === '\xef\xbb\xbf' ? 3 : 0;
  } finally {
    closeSync(file);
  }
}

async function readCsv(path: string, start: number, take: TakeRow): Promise<void> {
  const { default: papa } = await import('papaparse');
  // Latin-1 keeps every byte, of names that are not UTF-8 too.
  const stream = createReadStream(fileNameOf(path), { encoding: 'latin1', start });
  let number = 1;
  await new Promise<void>((resolve, reject) => {
    papa.parse<Record<string, string | string[]>>(stream, {
      header: true,
      transformHeader: (name) => nameFromLatin1(name).trim().toLowerCase(),
      step: ({ data, errors }) => {
        number++;
        const values = Object.entries(data);
        if (values.every(([, value]) => value === '')) return; // an empty line
        if (errors.some(({ type }) => type === 'Quotes')) take(number, 'row with an open quotation mark');
        else if ('__parsed_extra' in data) take(number, 'row with more values than there are columns');
        else
          take(
            number,
            Object.fromEntries(
              values.map(([name, value]) => [
                name,
                typeof value === 'string' ? nameFromLatin1(value) : value,
              ]),
            ),
          );
      },
      complete: () => resolve(),
      error: reject,
    });
  });
}

async function readJsonLines(path: string, start: number, take: TakeRow): Promise<void> {
  const lines = createInterface({
    input: createReadStream(fileNameOf(path), { encoding: 'utf8', start }),
    crlfDelay: Infinity,
  });
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() !== '') take(number, jsonRow(line));
  }
}

function jsonRow(line: string): Row | string {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Row;
  } catch {
    // told below
  }
  return 'row that is not a JSON object';
}

async function readParquet(path: string, take: TakeRow): Promise<void> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const { compressors } = await import('hyparquet-compressors');
  try {
    const file = await asyncBufferFromFile(path);
    const metadata = await parquetMetadataAsync(file);
    let number = 0;
    for (const group of metadata.row_groups) {
      const rowStart = number;
      const rowEnd = rowStart + Number(group.num_rows);
      for (const row of await parquetReadObjects({ file, metadata, compressors, rowStart, rowEnd }))
        take(++number, row);
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${path} is not a Parquet file, or is damaged: ${(error as Error).message}.`);
  }
}
