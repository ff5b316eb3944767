/** Uncompressed TIFF files of 16-bit bands, a pixel's values side by side. */

/** @param values `[height, width, bands]` */
export function makeTiff(width: number, height: number, bands: number, values: Uint16Array): Buffer {
  const [short, long] = [3, 4];
  const entries: [tag: number, type: number, count: number, value: number][] = [
    [256, long, 1, width],
    [257, long, 1, height],
    [258, short, bands, 0], // bits of each band: behind the directory
    [259, short, 1, 1],
    [262, short, 1, 1],
    [273, long, 1, 0], // where the pixels begin
    [277, short, 1, bands],
    [278, long, 1, height],
    [279, long, 1, values.byteLength],
  ];
  const bitsAt = 8 + 2 + 12 * entries.length + 4;
  const pixelsAt = bitsAt + 2 * bands;
  const file = Buffer.alloc(pixelsAt + values.byteLength);
  file.write('II*\0', 0, 'latin1');
  file.writeUInt32LE(8, 4);
  file.writeUInt16LE(entries.length, 8);
  for (const [i, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + 12 * i;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(count, at + 4);
    const isBits = tag === 258;
    if (isBits && bands <= 2)
      for (let band = 0; band < bands; band++) file.writeUInt16LE(16, at + 8 + 2 * band);
    else file.writeUInt32LE(isBits ? bitsAt : tag === 273 ? pixelsAt : value, at + 8);
  }
  for (let band = 0; band < bands; band++) file.writeUInt16LE(16, bitsAt + 2 * band);
  Buffer.from(values.buffer, values.byteOffset, values.byteLength).copy(file, pixelsAt);
  return file;
}
