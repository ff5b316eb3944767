/** TIFF, GeoTIFF and BigTIFF of any number of bands: directories by `geotiff`, blocks put together here. */
import type { GeoTIFFImage } from 'geotiff';
import type { Box } from '../pixels/pixels.js';
import {
  fromHalf,
  RasterError,
  sampleTypes,
  swapBytes,
  type OpenedRaster,
  type SampleArray,
  type SampleType,
} from './samples.js';
import { compressions, unpackBlock } from './tiff-blocks.js';
import { openWithSharp } from './with-sharp.js';

const [oldJpeg, jpeg] = [6, 7];
const [horizontal, floating] = [2, 3];
const separatePlanes = 2;

/** Bits and format (1 unsigned, 2 signed, 3 floating) to a type. */
const types: Partial<Record<string, SampleType | 'float16'>> = {
  '8 1': 'uint8',
  '8 2': 'int8',
  '16 1': 'uint16',
  '16 2': 'int16',
  '32 1': 'uint32',
  '32 2': 'int32',
  '16 3': 'float16',
  '32 3': 'float32',
  '64 3': 'float64',
};

/** Blocks of a file, tiles or strips, of which the last may be shorter. */
interface Blocks {
  width: number;
  height: number;
  perRow: number;
  perPlane: number;
  /** Values of a pixel that lie in one block. */
  bands: number;
}

interface Tiff {
  image: GeoTIFFImage;
  file: Uint8Array;
  kind: SampleType | 'float16';
  width: number;
  height: number;
  blocks: Blocks;
  isTiled: boolean;
  compression: number;
  predictor: number;
}

/** No block is unpacked to more bytes. */
const largestBlock = 2 ** 30;

/** Reads the first directory. @throws RasterError; what the library throws */
export async function openTiff(file: Uint8Array): Promise<OpenedRaster> {
  const { fromArrayBuffer } = await import('geotiff');
  const library = await fromArrayBuffer(wholeBuffer(file));
  const image = await library.getImage(0);
  const number = async (tag: Parameters<typeof image.fileDirectory.loadValue>[0], fallback: number) => {
    const value: unknown = image.fileDirectory.hasTag(tag) ? await image.fileDirectory.loadValue(tag) : null;
    return typeof value === 'number' ? value : fallback;
  };
  const compression = await number('Compression', compressions.none);
  if (compression === jpeg || compression === oldJpeg) return openWithSharp(file);
  if (!Object.values<number>(compressions).includes(compression))
    throw new RasterError(`it is a TIFF image of compression ${compression}, which is not read`);
  if ((await number('Orientation', 1)) !== 1)
    throw new RasterError('it is a TIFF image turned by its orientation tag, whose bands cannot be chosen');
  if ((await number('FillOrder', 1)) !== 1)
    throw new RasterError('it is a TIFF image with its bits in reverse order, which is not read');
  const kind = typeOf(image);
  const tiff = {
    ...blocksOf(image),
    image,
    file,
    kind,
    compression,
    predictor: await number('Predictor', 1),
  };
  const { width, height } = tiff;
  const count = image.getSamplesPerPixel();
  return {
    width,
    height,
    type: kind === 'float16' ? 'float32' : kind,
    bandNames: await bandNamesOf(image, count),
    read: (places, part) => readBands(tiff, places, part),
  };
}

/** The library takes whole buffers. */
function wholeBuffer({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer {
  return buffer instanceof ArrayBuffer && byteLength === buffer.byteLength
    ? buffer
    : (buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
}

function typeOf(image: GeoTIFFImage): SampleType | 'float16' {
  const count = image.getSamplesPerPixel();
  const kinds = Array.from({ length: count }, (_, band) => {
    const [bits, format] = [image.getBitsPerSample(band), image.getSampleFormat(band)];
    return `${bits} ${format === 4 ? 1 : format}`; // 4: of no known format
  });
  const [first = ''] = kinds;
  if (!/^\d+ \d$/.test(first)) throw new RasterError('the TIFF data are damaged');
  const type = types[first];
  if (kinds.some((kind) => kind !== first))
    throw new RasterError('it is a TIFF image whose bands have different types, which are not read');
  if (type === undefined)
    throw new RasterError(`it is a TIFF image of values of ${first.split(' ')[0]} bits, which are not read`);
  return type;
}

function blocksOf(image: GeoTIFFImage): Pick<Tiff, 'blocks' | 'width' | 'height' | 'isTiled'> {
  const [width, height] = [image.getWidth(), image.getHeight()];
  const [blockWidth, blockHeight] = [image.getTileWidth(), image.getTileHeight()];
  if (!(width > 0 && height > 0 && blockWidth > 0 && blockHeight > 0))
    throw new RasterError('the TIFF data are damaged');
  const isTiled = image.isTiled;
  const perRow = Math.ceil(width / blockWidth);
  const blocks = {
    width: blockWidth,
    height: blockHeight,
    perRow,
    perPlane: perRow * Math.ceil(height / blockHeight),
    bands: image.planarConfiguration === separatePlanes ? 1 : image.getSamplesPerPixel(),
  };
  return { blocks, width, height, isTiled };
}

/** What GDAL writes as the description of each band. */
async function bandNamesOf(image: GeoTIFFImage, count: number): Promise<(string | undefined)[]> {
  const names: (string | undefined)[] = [];
  const hasNames = image.fileDirectory.hasTag('GDAL_METADATA');
  for (let band = 0; band < count; band++) {
    const told = hasNames ? (await image.getGDALMetadata(band))?.DESCRIPTION : undefined;
    names.push(typeof told === 'string' ? told : undefined);
  }
  return names;
}

async function readBands(tiff: Tiff, places: readonly number[], part: Box): Promise<SampleArray[]> {
  const { blocks, kind, image } = tiff;
  const type = kind === 'float16' ? 'float32' : kind;
  const planes = places.map(() => new sampleTypes[type].array(part.width * part.height));
  const [firstColumn, firstRow] = [
    Math.floor(part.left / blocks.width),
    Math.floor(part.top / blocks.height),
  ];
  for (let row = firstRow; row * blocks.height < part.top + part.height; row++)
    for (let column = firstColumn; column * blocks.width < part.left + part.width; column++) {
      const corner = { left: column * blocks.width, top: row * blocks.height };
      const index = row * blocks.perRow + column;
      if (image.planarConfiguration === separatePlanes) {
        for (const [i, band] of places.entries()) {
          const values = await readBlock(tiff, band * blocks.perPlane + index, row);
          if (planes[i]) copyBand(values, 0, { ...corner, blocks }, planes[i], part);
        }
        continue;
      }
      const values = await readBlock(tiff, index, row);
      for (const [i, band] of places.entries())
        if (planes[i]) copyBand(values, band, { ...corner, blocks }, planes[i], part);
    }
  return planes;
}

/** Of what a block and the part have in common, one band. */
function copyBand(
  values: SampleArray,
  band: number,
  { left, top, blocks }: { left: number; top: number; blocks: Blocks },
  plane: SampleArray,
  part: Box,
): void {
  const [fromX, toX] = [Math.max(left, part.left), Math.min(left + blocks.width, part.left + part.width)];
  const [fromY, toY] = [Math.max(top, part.top), Math.min(top + blocks.height, part.top + part.height)];
  for (let y = fromY; y < toY; y++) {
    let from = ((y - top) * blocks.width + fromX - left) * blocks.bands + band;
    let to = (y - part.top) * part.width + fromX - part.left;
    for (let x = fromX; x < toX; x++, from += blocks.bands) plane[to++] = values[from] ?? 0;
  }
}

/** The values of one block in this machine's byte order. */
async function readBlock(
  { image, file, kind, blocks, isTiled, compression, predictor, height }: Tiff,
  index: number,
  row: number,
): Promise<SampleArray> {
  const each = kind === 'float16' ? 2 : sampleTypes[kind].array.BYTES_PER_ELEMENT;
  const rows = isTiled ? blocks.height : Math.min(blocks.height, height - row * blocks.height);
  const length = rows * blocks.width * blocks.bands * each;
  if (length > largestBlock)
    throw new RasterError('it has blocks of more than a gigabyte, which are not read');
  const [offsets, sizes] = isTiled
    ? (['TileOffsets', 'TileByteCounts'] as const)
    : (['StripOffsets', 'StripByteCounts'] as const);
  const start = Number(await image.fileDirectory.loadValueIndexed(offsets, index));
  const size = Number(await image.fileDirectory.loadValueIndexed(sizes, index));
  if (size === 0) return emptyBlock(image, kind, length / each);
  if (!(start + size <= file.length)) throw new RangeError('beyond the end of the file');
  const bytes = await unpackBlock(file.slice(start, start + size), compression, length, image);
  if (predictor === floating) undoFloating(bytes, blocks.width * blocks.bands, blocks.bands, each);
  else if (!image.littleEndian) swapBytes(bytes, each);
  const values = viewOf(bytes, kind, length / each);
  if (predictor === horizontal) undoDifferences(values, blocks.width * blocks.bands, blocks.bands);
  return kind === 'float16' ? fromHalf(values as Uint16Array) : values;
}

/** A block that the file leaves out. */
function emptyBlock(image: GeoTIFFImage, kind: Tiff['kind'], count: number): SampleArray {
  const type = kind === 'float16' ? 'float32' : kind;
  return new sampleTypes[type].array(count).fill(image.getGDALNoData() ?? 0);
}

/** Values over bytes; half precision as its bits. */
function viewOf(bytes: Uint8Array<ArrayBuffer>, kind: Tiff['kind'], count: number): SampleArray {
  const { array } = sampleTypes[kind === 'float16' ? 'uint16' : kind];
  const aligned = bytes.byteOffset % array.BYTES_PER_ELEMENT === 0 ? bytes : bytes.slice();
  return new array(aligned.buffer, aligned.byteOffset, count);
}

/** Each value is the difference from the pixel before. */
function undoDifferences(values: SampleArray, row: number, bands: number): void {
  // Integers wrap around in their own width; floats were taken as integers of theirs.
  const { buffer, byteOffset, length, BYTES_PER_ELEMENT: each } = values;
  if (each === 8) throw new RasterError('it is a TIFF image of differences of 64 bits, which are not read');
  const integers =
    each === 1
      ? new Uint8Array(buffer, byteOffset, length)
      : each === 2
        ? new Uint16Array(buffer, byteOffset, length)
        : new Uint32Array(buffer, byteOffset, length);
  for (let start = 0; start + row <= length; start += row)
    for (let i = start + bands; i < start + row; i++)
      integers[i] = (integers[i] ?? 0) + (integers[i - bands] ?? 0);
}

/** Rows hold the first bytes of all their values, then the second ones, as differences; the highest byte comes first. */
function undoFloating(bytes: Uint8Array, row: number, bands: number, each: number): void {
  const rowBytes = row * each;
  for (let start = 0; start + rowBytes <= bytes.length; start += rowBytes) {
    const line = bytes.subarray(start, start + rowBytes);
    for (let i = bands; i < rowBytes; i++) line[i] = (line[i] ?? 0) + (line[i - bands] ?? 0);
    const split = line.slice();
    for (let i = 0; i < row; i++)
      for (let byte = 0; byte < each; byte++) line[i * each + byte] = split[(each - 1 - byte) * row + i] ?? 0;
  }
}
