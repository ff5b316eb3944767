/**
 * Why an image could not be decoded, from its own bytes: libvips collects the messages of all threads in one place, so that the one
 * it gives may be another image's. Runs in a browser too.
 */
import { formatOf, latin1 } from './image-format.js';
import { tiffDirectory, tiffTags } from './tiff-directory.js';

/** @param message the library's own, of which only the limit on pixels is used; of formats that are decoded here, the reason */
export function whyBroken(bytes: Uint8Array, message: string): string {
  if (bytes.length === 0) return 'the file is empty';
  if (message.includes('pixel limit')) return 'it has more than 268 million pixels';
  const format = formatOf(bytes);
  if (!format) return notAnImage(bytes);
  if (format.name === 'BMP' || format.name === 'PPM') return message;
  if (format.kind === 'archive') return `it is no image but a ${format.name} file`;
  if (format.name === 'NumPy') return 'it is a NumPy array, whose bands data.channels must choose';
  if (format.kind === 'other image') return `it is a ${format.name} image, a format that is not read`;
  return endsEarly(format.name, bytes)
    ? `the ${format.name} data end early`
    : `the ${format.name} data are damaged`;
}

function notAnImage(bytes: Uint8Array): string {
  const head = latin1(bytes, 0, 64);
  if (head.startsWith('version https://git-lfs'))
    return 'it is a pointer of Git LFS, not the image itself (`git lfs pull` fetches it)';
  if (/^\s*</.test(head)) return 'it is a web page or XML, not an image';
  return 'it is not an image';
}

/** Whether a file stops before the place where its own structure ends; false for a format whose structure is not looked at. */
export function endsEarly(format: string, file: Uint8Array): boolean {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  switch (format) {
    case 'JPEG':
      return lastMarker(file, 0xd9) <= lastMarker(file, 0xda);
    case 'PNG':
      return pngEndsEarly(file, view);
    case 'GIF':
      return !file.subarray(-16).includes(0x3b);
    case 'WebP':
      return file.length < 12 || view.getUint32(4, true) + 8 > file.length;
    case 'TIFF':
      return tiffEndsEarly(file);
    case 'AVIF':
      return boxesEndEarly(view);
    default:
      return false;
  }
}

/** Where a JPEG's last marker of a kind stands; below 0 where there is none. */
function lastMarker(file: Uint8Array, kind: number): number {
  let at = file.lastIndexOf(kind);
  while (at > 0 && file[at - 1] !== 0xff) at = file.lastIndexOf(kind, at - 1);
  return at - 1;
}

function pngEndsEarly(file: Uint8Array, view: DataView): boolean {
  for (let at = 8; at + 12 <= file.length; at += 12 + view.getUint32(at))
    if (latin1(file, at + 4, at + 8) === 'IEND') return false;
  return true;
}

/** Boxes of an AVIF file: 32 bits of length, those too; 1 stands for a 64-bit length, 0 for the rest of the file. */
function boxesEndEarly(view: DataView): boolean {
  let at = 0;
  while (at + 16 <= view.byteLength) {
    const length = view.getUint32(at);
    if (length === 0) return false;
    at += length === 1 ? Number(view.getBigUint64(at + 8)) : Math.max(8, length);
  }
  return at > view.byteLength;
}

/** Whether the first directory of a TIFF, or pixels that it names, lie beyond the end of the file. */
function tiffEndsEarly(file: Uint8Array): boolean {
  try {
    const directory = tiffDirectory(file);
    const numbers = (strips: number, tiles: number) => directory?.get(strips) ?? directory?.get(tiles) ?? [];
    const sizes = numbers(tiffTags.stripSizes, tiffTags.tileSizes);
    return numbers(tiffTags.stripOffsets, tiffTags.tileOffsets).some(
      (start, i) => start + (sizes[i] ?? 0) > file.length,
    );
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}
