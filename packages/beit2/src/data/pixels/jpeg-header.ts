/** The frame header of a JPEG file. Runs in a browser too. */
import type { ImageSize } from './pixels.js';

/** What a JPEG file's frame header tells, and whether EXIF data come before it. */
export interface JpegHeader extends ImageSize {
  /** Colour components: 1 is gray, 4 CMYK. */
  components: number;
  hasExif: boolean;
}

/** The header of a JPEG; undefined for anything else. */
export function jpegHeader(bytes: Uint8Array): JpegHeader | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hasExif = false;
  for (let at = 2; at + 9 <= bytes.length;) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) return undefined;
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    // SOF0-SOF15 hold the size; C4 (Huffman tables), C8 and CC (arithmetic coding) lie among them.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && at + 10 <= bytes.length) {
      const [height, width, components] = [
        view.getUint16(at + 5),
        view.getUint16(at + 7),
        view.getUint8(at + 9),
      ];
      return { width, height, components, hasExif };
    }
    if (marker === 0xe1 && view.getUint32(at + 4) === 0x45786966) hasExif = true; // APP1 "Exif"
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
