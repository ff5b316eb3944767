/** What a file holds, by its first bytes. Runs in a browser too. */

/** A format by its name, with what to do about one that is not read. */
export interface FileFormat {
  name: string;
  kind: 'image' | 'other image' | 'archive';
}

/** As many first bytes as `formatOf` looks at. */
export const formatBytes = 264;

const image = (name: string): FileFormat => ({ name, kind: 'image' });
const other = (name: string): FileFormat => ({ name, kind: 'other image' });
const archive = (name: string): FileFormat => ({ name, kind: 'archive' });

/** Formats by what stands at a place in the file, as Latin-1. */
const signatures: readonly [at: number, text: string, format: FileFormat][] = [
  [0, '\xff\xd8\xff', image('JPEG')],
  [0, '\x89PNG', image('PNG')],
  [0, 'GIF8', image('GIF')],
  [8, 'WEBP', image('WebP')],
  [0, 'II*\0', image('TIFF')],
  [0, 'MM\0*', image('TIFF')],
  [0, 'II+\0', image('TIFF')],
  [0, 'MM\0+', image('TIFF')],
  [4, 'ftypavi', image('AVIF')],
  [4, 'ftyphei', other('HEIC')],
  [4, 'ftyphev', other('HEIC')],
  [4, 'ftypmif1', other('HEIC')],
  [4, 'ftypmsf1', other('HEIC')],
  [4, 'jP  \r\n', other('JPEG 2000')],
  [0, '\xff\x4f\xff\x51', other('JPEG 2000')],
  [4, 'JXL \r\n', other('JPEG XL')],
  [0, '\xff\x0a', other('JPEG XL')],
  [0, '8BPS', other('Photoshop')],
  [0, '\x76\x2f\x31\x01', other('OpenEXR')],
  [0, '#?RADIANCE', other('Radiance HDR')],
  [0, '\x93NUMPY', other('NumPy')],
  [0, 'SIMPLE  =', other('FITS')],
  [128, 'DICM', other('DICOM')],
  [257, 'ustar', archive('tar')],
  [0, 'PK\x03\x04', archive('zip')],
  [0, '\x1f\x8b', archive('gzip')],
  [0, '\x28\xb5\x2f\xfd', archive('Zstandard')],
  [0, '\xfd7zXZ', archive('xz')],
  [0, 'BZh', archive('bzip2')],
  [0, '7z\xbc\xaf', archive('7-Zip')],
  [0, 'Rar!', archive('RAR')],
];

/** Bytes as text, a character each; for the short stretches that signatures are. */
export const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** The format that the first bytes of a file tell; undefined for text and anything else that is no image. */
export function formatOf(bytes: Uint8Array): FileFormat | undefined {
  const head = latin1(bytes, 0, formatBytes);
  const known = signatures.find(([at, text]) => head.startsWith(text, at));
  if (known) return known[2];
  if (/^P[1-6]\s+(#|\d)/.test(head)) return image('PPM');
  if (/^P7\s+(#|WIDTH)/.test(head)) return other('PAM');
  // Two letters begin many a text; a bitmap's reserved bytes and the size of its second header do not.
  if (/^BM.{4}\0{4}.{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\0{3}/s.test(head)) return image('BMP'); // eslint-disable-line no-control-regex -- bytes
  return undefined;
}
