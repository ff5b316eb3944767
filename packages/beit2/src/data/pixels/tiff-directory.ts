/** The numbers of a TIFF file's first directory. Runs in a browser too. */
import { latin1 } from './image-format.js';

/** Tags that are looked at. */
export const tiffTags = {
  photometric: 262,
  stripOffsets: 273,
  stripSizes: 279,
  tileOffsets: 324,
  tileSizes: 325,
} as const;

const bytesOf: Partial<Record<number, number>> = { 3: 2, 4: 4 }; // SHORT and LONG

/**
 * Values of the first directory by tag, of whole numbers only; undefined for BigTIFF and what is no TIFF.
 * @throws RangeError where they lie beyond the end of the file
 */
export function tiffDirectory(file: Uint8Array): Map<number, number[]> | undefined {
  const order = latin1(file, 0, 2);
  if (order !== 'II' && order !== 'MM') return undefined;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const short = (at: number): number => view.getUint16(at, order === 'II');
  const long = (at: number): number => view.getUint32(at, order === 'II');
  if (short(2) !== 42) return undefined;
  const directory = long(4);
  const entries = short(directory);
  const values = new Map<number, number[]>();
  for (let at = directory + 2; at < directory + 2 + 12 * entries; at += 12) {
    const [width, count] = [bytesOf[short(at + 2)], long(at + 4)];
    if (width === undefined) continue;
    const from = width * count > 4 ? long(at + 8) : at + 8;
    if (from + width * count > file.length) throw new RangeError('beyond the end of the file');
    const read = width === 2 ? short : long;
    values.set(
      short(at),
      Array.from({ length: count }, (_, i) => read(from + width * i)),
    );
  }
  return values;
}
