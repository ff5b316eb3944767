/**
 * Why an image could not be decoded, from its own bytes: libvips collects the messages of all threads in one place, so that the one
 * it gives may be another image's.
 */
import { formatOf } from './image-format.js';
import { tiffDirectory, tiffTags } from './tiff-directory.js';

/** @param message the library's own, of which only the limit on pixels is used */
export function whyBroken(bytes: Uint8Array, message: string): string {
  if (bytes.length === 0) return 'the file is empty';
  if (message.includes('pixel limit')) return 'it has more than 268 million pixels';
  const format = formatOf(bytes);
  if (!format) return notAnImage(bytes);
  if (format.kind === 'archive') return `it is no image but a ${format.name} file`;
  if (format.kind === 'other image') return `it is a ${format.name} image, a format that is not read`;
  return endsEarly(format.name, bytes)
    ? `the ${format.name} data end early`
    : `the ${format.name} data are damaged`;
}

function notAnImage(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  if (head.startsWith('version https://git-lfs'))
    return 'it is a pointer of Git LFS, not the image itself (`git lfs pull` fetches it)';
  if (/^\s*</.test(head)) return 'it is a web page or XML, not an image';
  return 'it is not an image';
}

/** Whether a file stops before the place where its own structure ends. */
function endsEarly(format: string, bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (format) {
    case 'JPEG':
      return (
        file.lastIndexOf('\xff\xd9', undefined, 'latin1') <= file.lastIndexOf('\xff\xda', undefined, 'latin1')
      );
    case 'PNG':
      return pngEndsEarly(file);
    case 'GIF':
      return !file.subarray(-16).includes(0x3b);
    case 'WebP':
      return file.length < 12 || file.readUInt32LE(4) + 8 > file.length;
    case 'TIFF':
      return tiffEndsEarly(file);
    default:
      return boxesEndEarly(file);
  }
}

function pngEndsEarly(file: Buffer): boolean {
  for (let at = 8; at + 12 <= file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString('latin1', at + 4, at + 8) === 'IEND') return false;
  return true;
}

/** Boxes of an AVIF file: 32 bits of length, those too; 1 stands for a 64-bit length, 0 for the rest of the file. */
function boxesEndEarly(file: Buffer): boolean {
  let at = 0;
  while (at + 16 <= file.length) {
    const length = file.readUInt32BE(at);
    if (length === 0) return false;
    at += length === 1 ? Number(file.readBigUInt64BE(at + 8)) : Math.max(8, length);
  }
  return at > file.length;
}

/** Whether the first directory of a TIFF, or pixels that it names, lie beyond the end of the file. */
function tiffEndsEarly(file: Buffer): boolean {
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
