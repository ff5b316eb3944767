/** Images that `sharp` reads, with their own bands and at their own depth of 8 or 16 bits. */
import { sharp } from '../../sharp.js';
import { planeOf, RasterError, type OpenedRaster } from './samples.js';

const bandNames: Record<number, readonly string[]> = {
  1: ['gray'],
  2: ['gray', 'alpha'],
  3: ['red', 'green', 'blue'],
  4: ['red', 'green', 'blue', 'alpha'],
};

/** Reads the header. @throws RasterError for CMYK; what the library throws */
export async function openWithSharp(bytes: Uint8Array): Promise<OpenedRaster> {
  const open = () => sharp(bytes, { ignoreIcc: true, autoOrient: true, failOn: 'error' });
  const { autoOrient, channels, depth, space: own } = await open().metadata();
  if (own === 'cmyk') throw new RasterError('it is a CMYK image, whose bands cannot be chosen');
  const isWide = depth === 'ushort';
  if (!isWide && depth !== 'uchar')
    throw new RasterError(`it has values of the type ${depth}, whose bands cannot be chosen`);
  const type = isWide ? 'uint16' : 'uint8';
  return {
    ...autoOrient,
    type,
    bandNames: bandNames[channels] ?? [],
    read: async (places, { left, top, width, height }) => {
      const gray = channels < 3;
      // Eight bits of gray leave the library without their alpha; as colours they keep it.
      const space = isWide ? (gray ? 'grey16' : 'rgb16') : channels === 1 ? 'b-w' : 'srgb';
      const part = open()
        .extract({ left, top, width, height })
        .toColourspace(space)
        .raw({ depth: isWide ? 'ushort' : 'uchar' });
      const { data, info } = await part.toBuffer({ resolveWithObject: true });
      const packed = isWide
        ? new Uint16Array(data.buffer, data.byteOffset, data.length / 2)
        : new Uint8Array(data.buffer, data.byteOffset, data.length);
      const { channels: x } = info;
      const inPart = { left: 0, top: 0, width, height };
      const alpha = x - 1;
      const placeOf = (band: number): number => (gray && band === 1 ? alpha : band);
      return places.map((band) => planeOf(packed, type, { band: 1, x, y: x * width }, placeOf(band), inPart));
    },
  };
}
