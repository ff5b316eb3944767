/** What an exported model takes as images. Runs in a browser too. */
import { UserError } from '../errors.js';

/** Pixels row by row, RGB or RGBA (an `ImageData` is one); alpha is dropped. */
export interface RawPixels {
  readonly width: number;
  readonly height: number;
  /** `[height, width, 3 or 4]`, 0-255. */
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** An `ImageBitmap`, in a browser. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  close(): void;
}

/**
 * One image: an encoded file as bytes, `Blob`, `File` or stream; a path (in Node) or an address, as text or `URL`; or pixels. A stream
 * is read once.
 */
export type ImageInput =
  Uint8Array | ArrayBuffer | Blob | ReadableStream<Uint8Array> | string | URL | RawPixels | Bitmap;

/** An image with the name that its answer carries. */
export interface NamedImage {
  name: string;
  image: ImageInput;
}

/** Many images. */
export type ImageInputs = Iterable<ImageInput | NamedImage> | AsyncIterable<ImageInput | NamedImage>;

/** An image that cannot be used. */
export class ImageError extends UserError {
  /**
   * @param reason part of a sentence
   * @param kind broken: the file is damaged or of no format that is read; too-large: it is above a limit
   */
  constructor(
    readonly reason: string,
    readonly kind: 'broken' | 'too-large',
    readonly which = 'The image',
  ) {
    super(`${which} cannot be read: ${reason}.`);
  }
}

/** Whether it is many images rather than one: bytes, texts and streams can be iterated too, but are one. */
export function isMany(input: ImageInput | ImageInputs): input is ImageInputs {
  if (typeof input === 'string' || ArrayBuffer.isView(input) || input instanceof ReadableStream) return false;
  return Symbol.iterator in input || Symbol.asyncIterator in input;
}

/** The name that an image's answer carries: the one that it was given, its path, address or file name, or its number. */
function nameOf(image: ImageInput, index: number): string {
  if (typeof image === 'string') return image;
  if (image instanceof URL) return image.href;
  return 'name' in image && typeof image.name === 'string' ? image.name : String(index);
}

/** Takes an item of many images apart. */
export function named(item: ImageInput | NamedImage, index: number): NamedImage {
  if (typeof item === 'object' && 'image' in item) return item;
  return { name: nameOf(item, index), image: item };
}

/** @throws ImageError where an encoded image has more bytes than are allowed */
export function checkSize(bytes: number, maxBytes: number): void {
  if (bytes <= maxBytes) return;
  throw new ImageError(`it has more than ${maxBytes} bytes, the limit`, 'too-large');
}

/** @throws ImageError where an image has more pixels than are allowed */
export function checkPixels({ width, height }: { width: number; height: number }, maxPixels: number): void {
  if (width * height <= maxPixels) return;
  throw new ImageError(
    `it has ${width} x ${height} pixels, more than the limit of ${maxPixels}`,
    'too-large',
  );
}

/** Reads a stream to its end. @param onPart hears of each part's bytes, and may refuse them. @throws ImageError where it breaks, or has more bytes than are allowed; it is then cancelled */
export async function readStream(
  stream: ReadableStream<Uint8Array>,
  maxBytes: number,
  signal?: AbortSignal,
  onPart?: (bytes: number) => void,
): Promise<Uint8Array> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  const stop = () => void reader.cancel(signal?.reason).catch(() => undefined);
  signal?.addEventListener('abort', stop);
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      checkSize(size, maxBytes);
      onPart?.(next.value.length);
      parts.push(next.value);
    }
    signal?.throwIfAborted();
  } catch (error) {
    stop();
    signal?.throwIfAborted();
    if (error instanceof UserError) throw error;
    throw new ImageError((error as Error).message, 'broken');
  } finally {
    signal?.removeEventListener('abort', stop);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Reads what an address holds. @throws UserError where the server refuses */
export async function fetchBytes(
  address: URL | string,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(address, { signal: signal ?? null });
  } catch (error) {
    signal?.throwIfAborted();
    throw new UserError(`${String(address)} cannot be fetched: ${(error as Error).message}.`, {
      cause: error,
    });
  }
  if (!response.ok || !response.body)
    throw new UserError(`${String(address)} cannot be fetched: the server answers ${response.status}.`);
  return readStream(response.body as ReadableStream<Uint8Array>, maxBytes, signal);
}

/** Packed RGB of raw pixels. @throws ImageError where the number of bytes is neither RGB's nor RGBA's */
export function toRgbImage({ width, height, data }: RawPixels): {
  width: number;
  height: number;
  data: Uint8Array;
} {
  const channels = data.length / (width * height);
  if ((channels !== 3 && channels !== 4) || !(width > 0 && height > 0)) {
    throw new ImageError(
      `pixels of ${width} x ${height} with ${data.length} bytes are neither RGB nor RGBA`,
      'broken',
    );
  }
  if (channels === 3)
    return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.length) };
  const rgb = new Uint8Array(3 * width * height);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = data[from] ?? 0;
    rgb[to + 1] = data[from + 1] ?? 0;
    rgb[to + 2] = data[from + 2] ?? 0;
  }
  return { width, height, data: rgb };
}
