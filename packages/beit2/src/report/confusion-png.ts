import { sharp } from '../sharp.js';
import { writeFileWhole } from '../files/file-access.js';
import { writtenHere } from './picture.js';

const matrixSide = 800; // pixels; a cell is a whole number of them
const largestCell = 48;
const smallestNamed = 12; // pixels of a cell that still has room for a name beside it
const right = [31, 119, 80] as const;
const wrong = [192, 48, 40] as const;

/** White at 0, `full` at 1. */
function shade(full: readonly number[], share: number): number[] {
  return full.map((channel) => Math.round(255 + (channel - 255) * Math.sqrt(share)));
}

/**
 * Writes a confusion matrix as a PNG: a row a class, a column a predicted one; a cell's colour is the share of its row,
 * green on the diagonal, red beside it.
 * @param rows images by class and predicted class
 */
export async function writeConfusionPng(
  path: string,
  rows: readonly ArrayLike<number>[],
  names: readonly string[],
): Promise<void> {
  const n = rows.length;
  const pixels = new Uint8Array(3 * n * n);
  for (const [label, row] of rows.entries()) {
    const all = Array.from(row).reduce((sum, count) => sum + count, 0) || 1;
    for (let predicted = 0; predicted < n; predicted++) {
      const share = (row[predicted] ?? 0) / all;
      pixels.set(shade(label === predicted ? right : wrong, share), 3 * (label * n + predicted));
    }
  }
  const cell = Math.max(1, Math.min(largestCell, Math.floor(matrixSide / n)));
  const side = n * cell;
  const isNamed = cell >= smallestNamed;
  const margin = isNamed ? 20 + 7 * Math.min(24, Math.max(...names.map(({ length }) => length))) : 0;
  const matrix = await sharp(pixels, { raw: { width: n, height: n, channels: 3 } })
    .resize(side, side, { kernel: 'nearest' })
    .png()
    .toBuffer();
  const total = margin + side;
  const layers = [{ input: matrix, left: margin, top: margin }];
  if (isNamed) layers.push({ input: Buffer.from(labels(names, cell, margin, total)), left: 0, top: 0 });
  const png = await sharp({ create: { width: total, height: total, channels: 3, background: '#ffffff' } })
    .composite(layers)
    .withExif(writtenHere)
    .png()
    .toBuffer();
  writeFileWhole(path, (append) => append(png));
}

/** Names beside the rows and, upright, above the columns. */
function labels(names: readonly string[], cell: number, margin: number, total: number): string {
  const escape = (name: string): string =>
    name.slice(0, 24).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const size = Math.min(13, cell - 1);
  const texts = names.map((name, i) => {
    const middle = margin + (i + 0.5) * cell + size / 3;
    return (
      `<text x="${margin - 6}" y="${middle}" text-anchor="end">${escape(name)}</text>` +
      `<text transform="translate(${middle} ${margin - 6}) rotate(-90)">${escape(name)}</text>`
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${total}" height="${total}" font-family="sans-serif" font-size="${size}">${texts.join('')}</svg>`;
}
