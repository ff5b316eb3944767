/** What is special about an image file, from its header. */
import type { Metadata } from 'sharp';
import { sharp } from '../../sharp.js';
import { openBitmap } from './bitmaps.js';
import { decoding } from './decode.js';
import { formatOf } from './image-format.js';
import { jpegHeader } from './jpeg-header.js';

/** Format of an image and its traits: gray, alpha, CMYK, 16 bits, rotated by EXIF, animated. */
export interface ImageFacts {
  format: string;
  traits: string[];
}

/** @throws BrokenImageError where the file has no header that can be read */
export async function imageFacts(bytes: Uint8Array): Promise<ImageFacts> {
  const bitmap = await decoding(bytes, () => openBitmap(bytes));
  if (bitmap) return { format: bitmap.format, traits: [] };
  return jpegFacts(bytes) ?? pngFacts(bytes) ?? factsOf(await decoding(bytes, () => sharp(bytes).metadata()));
}

/** Without EXIF a JPEG's frame header tells all: asking the library takes as long as decoding a small image. */
function jpegFacts(bytes: Uint8Array): ImageFacts | undefined {
  const header = jpegHeader(bytes);
  if (!header || header.hasExif) return undefined;
  const { components } = header;
  const traits = components === 1 ? ['gray'] : components === 4 ? ['CMYK'] : [];
  return { format: 'jpeg', traits };
}

const [grayType, grayAlphaType, rgbAlphaType] = [0, 4, 6];

/** The header chunk of a PNG and the names of those before the pixels; undefined where EXIF may turn it. */
function pngFacts(bytes: Uint8Array): ImageFacts | undefined {
  if (formatOf(bytes)?.name !== 'PNG' || bytes.length < 33) return undefined;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = new Set<string>();
  for (let at = 8; at + 12 <= file.length && !chunks.has('IDAT'); at += 12 + file.readUInt32BE(at))
    chunks.add(file.toString('latin1', at + 4, at + 8));
  if (chunks.has('eXIf') || !chunks.has('IDAT')) return undefined;
  const [depth, type] = [file[24], file[25] ?? -1];
  const traits: string[] = [];
  if (type === grayType || type === grayAlphaType) traits.push('gray');
  if (type === grayAlphaType || type === rgbAlphaType || chunks.has('tRNS')) traits.push('alpha');
  if (depth === 16) traits.push('16 bits');
  return { format: 'png', traits };
}

function factsOf(metadata: Metadata): ImageFacts {
  const { format, compression, space, hasAlpha, depth, orientation = 1, pages = 1 } = metadata;
  const traits: string[] = [];
  if (space === 'b-w' || space === 'grey16') traits.push('gray');
  if (space === 'cmyk') traits.push('CMYK');
  if (hasAlpha) traits.push('alpha');
  if (depth === 'ushort') traits.push('16 bits');
  if (orientation !== 1) traits.push('rotated by EXIF');
  if (pages > 1) traits.push('animated');
  return { format: format === 'heif' && compression === 'av1' ? 'avif' : format, traits };
}
