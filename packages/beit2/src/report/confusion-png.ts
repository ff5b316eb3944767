import { sharp } from '../sharp.js';
import { writeFileWhole } from '../files/file-access.js';
import { escapeHtml } from './html.js';
import { writtenHere } from './picture.js';

const matrixSide = 800; // pixels; a cell is a whole number of them
const largestCell = 48;
const smallestNamed = 12; // pixels of a cell that still has room for a name beside it
const smallestNumbered = 30; // and for a number in it
const line = 24; // pixels of a line of text
const right = [31, 119, 80] as const;
const wrong = [192, 48, 40] as const;

/** White at 0, `full` at 1. */
function shade(full: readonly number[], share: number): number[] {
  return full.map((channel) => Math.round(255 + (channel - 255) * Math.sqrt(share)));
}

interface Cell {
  count: number;
  /** Of the images of its class. */
  share: number;
  isRight: boolean;
}

/** The cells of a matrix, row by row. */
function cellsOf(rows: readonly ArrayLike<number>[]): Cell[] {
  return rows.flatMap((row, label) => {
    const counts = Array.from({ length: rows.length }, (_, predicted) => row[predicted] ?? 0);
    const all = counts.reduce((sum, count) => sum + count, 0) || 1;
    return counts.map((count, predicted) => ({ count, share: count / all, isRight: label === predicted }));
  });
}

/** Where the parts of the picture are, in pixels. */
interface Layout {
  cell: number;
  side: number;
  /** Left of the matrix and above it. */
  margin: number;
  width: number;
  height: number;
  isNamed: boolean;
}

function layoutOf(names: readonly string[]): Layout {
  const cell = Math.max(1, Math.min(largestCell, Math.floor(matrixSide / names.length)));
  const side = names.length * cell;
  const isNamed = cell >= smallestNamed;
  const longest = Math.min(24, Math.max(...names.map(({ length }) => length)));
  const margin = line + (isNamed ? 14 + 9 * longest : 0);
  const width = margin + Math.max(side, 320) + 12; // the scale has 320
  return { cell, side, margin, width, height: margin + side + 3 * line, isNamed };
}

/**
 * Writes a confusion matrix as a PNG: a row a class, a column a predicted one; a cell's colour is the share of its row, green on the diagonal, red
 * beside it. Cells with room for it show their number of images; a scale says what the colours mean.
 * @param rows images by class and predicted class
 */
export async function writeConfusionPng(
  path: string,
  rows: readonly ArrayLike<number>[],
  names: readonly string[],
): Promise<void> {
  const n = rows.length;
  const cells = cellsOf(rows);
  const layout = layoutOf(names);
  const { side, margin, width, height } = layout;
  const pixels = Uint8Array.from(
    cells.flatMap(({ share, isRight }) => shade(isRight ? right : wrong, share)),
  );
  const matrix = await sharp(pixels, { raw: { width: n, height: n, channels: 3 } })
    .resize(side, side, { kernel: 'nearest' })
    .png()
    .toBuffer();
  const png = await sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .composite([
      { input: matrix, left: margin, top: margin },
      { input: Buffer.from(drawing(cells, names, layout)), left: 0, top: 0 },
    ])
    .withExif(writtenHere)
    .png()
    .toBuffer();
  writeFileWhole(path, (append) => append(png));
}

/** What lies over the matrix and around it. */
function drawing(cells: readonly Cell[], names: readonly string[], layout: Layout): string {
  const { side, margin, width, height, isNamed, cell } = layout;
  const middle = margin + side / 2;
  const axes =
    `<text x="${middle}" y="17" text-anchor="middle">predicted class</text>` +
    `<text transform="translate(17 ${middle}) rotate(-90)" text-anchor="middle">true class</text>` +
    `<rect x="${margin - 0.5}" y="${margin - 0.5}" width="${side + 1}" height="${side + 1}" fill="none" stroke="#888"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="13">${axes}` +
    (isNamed ? labels(names, layout) : '') +
    (cell >= smallestNumbered ? numbers(cells, names.length, layout) : '') +
    `${scale(margin, margin + side + line)}</svg>`
  );
}

/** Names beside the rows and, upright, above the columns. */
function labels(names: readonly string[], { cell, margin }: Layout): string {
  const size = Math.min(13, cell - 1);
  const texts = names.map((name, i) => {
    const middle = margin + (i + 0.5) * cell + size / 3;
    return (
      `<text x="${margin - 6}" y="${middle}" text-anchor="end">${escapeHtml(name.slice(0, 24))}</text>` +
      `<text transform="translate(${middle} ${margin - 6}) rotate(-90)">${escapeHtml(name.slice(0, 24))}</text>`
    );
  });
  return `<g font-size="${size}">${texts.join('')}</g>`;
}

/** Numbers of images in the cells that have any. */
function numbers(cells: readonly Cell[], columns: number, { cell, margin }: Layout): string {
  const texts = cells.map(({ count, share }, i) => {
    if (count === 0) return '';
    const x = margin + ((i % columns) + 0.5) * cell;
    const y = margin + (Math.floor(i / columns) + 0.5) * cell + 4;
    const size = Math.min(12, (1.6 * (cell - 4)) / String(count).length);
    return `<text x="${x}" y="${y}" font-size="${size}" fill="${share > 0.4 ? '#fff' : '#222'}" text-anchor="middle">${count}</text>`;
  });
  return texts.join('');
}

/** The colours of shares from 0 to 100 %, of right answers above those of wrong ones. */
function scale(left: number, top: number): string {
  const steps = 40;
  const strip = (full: readonly number[], y: number) =>
    Array.from({ length: steps }, (_, i) => {
      const color = shade(full, i / (steps - 1)).join(',');
      return `<rect x="${left + 4 * i}" y="${y}" width="4.5" height="10" fill="rgb(${color})"/>`;
    }).join('');
  return (
    `${strip(right, top)}${strip(wrong, top + 14)}` +
    `<text x="${left + 4 * steps + 8}" y="${top + 10}">right</text><text x="${left + 4 * steps + 8}" y="${top + 24}">wrong</text>` +
    `<text x="${left}" y="${top + 42}">0 to 100 % of the images of a class</text>`
  );
}
