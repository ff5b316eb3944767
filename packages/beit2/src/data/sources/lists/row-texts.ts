/** From a row of a list to what it says of an image. */
import type { Box } from '../../pixels/pixels.js';

/** The columns of a list. */
export const columns = ['path', 'label', 'split', 'x', 'y', 'width', 'height'] as const;
type Column = (typeof columns)[number];
const boxColumns = ['x', 'y', 'width', 'height'] as const;

/** A row by its columns: texts, or values as JSON or Parquet have them. */
export type Row = Readonly<Partial<Record<string, unknown>>>;

/** One image of a list; empty texts where nothing is said. */
export interface ListedImage {
  path: string;
  label: string;
  split: string;
  box: Box | null;
}

/** A fault of a row, by which it is counted. */
export class RowFault extends Error {
  override readonly name = 'RowFault';
}

/** @throws RowFault where the row does not name an image, or has values that cannot be used */
export function listedImage(row: Row): ListedImage {
  const path = textAt(row, 'path');
  if (path === '') throw new RowFault('row without a path');
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(path))
    throw new RowFault('row with a web address, where only files on disk are read');
  return { path, label: textAt(row, 'label'), split: textAt(row, 'split'), box: boxOf(row) };
}

function textAt(row: Row, column: Column): string {
  const value = row[column];
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return column === 'path' ? value : value.trim();
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  throw new RowFault(`row whose ${column} is neither text nor a number`);
}

/** The box of a row, rounded to whole pixels; null where it has none. */
function boxOf(row: Row): Box | null {
  const texts = boxColumns.map((column) => textAt(row, column));
  if (texts.every((text) => text === '')) return null;
  const [x = NaN, y = NaN, width = NaN, height = NaN] = texts.map((text) =>
    text === '' ? NaN : Number(text),
  );
  const [left, top] = [Math.round(x), Math.round(y)];
  const box = { left, top, width: Math.round(x + width) - left, height: Math.round(y + height) - top };
  const isWhole = left >= 0 && top >= 0 && box.width > 0 && box.height > 0;
  if (!isWhole || left + box.width > largest || top + box.height > largest)
    throw new RowFault('row whose x, y, width and height are not a box');
  return box;
}

/** No image has longer sides. */
const largest = 2 ** 24;
