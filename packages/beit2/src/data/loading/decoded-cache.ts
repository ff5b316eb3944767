import type { RgbImage } from '../pixels/pixels.js';
import type { WideImage } from '../rasters/wide-image.js';

const unit = 64; // bytes; places are counted in units so that 31 bits reach 128 GB

/** The cache's memory, as it passes to worker threads. */
export interface DecodedCacheMemory {
  pixels: SharedArrayBuffer;
  /** For each image its place + 1 in units, 0 while it is not there; the last element is the next free place. */
  places: SharedArrayBuffer;
  /** Width and height of each image. */
  sizes: SharedArrayBuffer;
  /** Chosen bands of each image, which are kept in 16 bits; null for RGB in 8. */
  bands: number | null;
}

/**
 * Decoded images of a small data set in shared memory: all threads fill it during the first epoch and read it afterwards.
 * Images that no longer fit are decoded each time. Memory is taken from the system as it fills up.
 */
export class DecodedCache {
  readonly memory: DecodedCacheMemory;
  private readonly pixels: Uint8Array;
  private readonly places: Int32Array;
  private readonly sizes: Int32Array;

  constructor(memory: DecodedCacheMemory) {
    this.memory = memory;
    this.pixels = new Uint8Array(memory.pixels);
    this.places = new Int32Array(memory.places);
    this.sizes = new Int32Array(memory.sizes);
  }

  /** A cache for `length` images of at most `bytes` in all. */
  static create(length: number, bytes: number, bands: number | null): DecodedCache {
    return new DecodedCache({
      pixels: new SharedArrayBuffer(Math.floor(bytes / unit) * unit),
      places: new SharedArrayBuffer(4 * (length + 1)),
      sizes: new SharedArrayBuffer(8 * length),
      bands,
    });
  }

  get(index: number): RgbImage | WideImage | undefined {
    const place = Atomics.load(this.places, index);
    if (place === 0) return undefined;
    const [width = 0, height = 0] = this.sizes.subarray(2 * index, 2 * index + 2);
    const start = (place - 1) * unit;
    const { bands, pixels } = this.memory;
    if (bands === null)
      return { width, height, data: this.pixels.subarray(start, start + 3 * width * height) };
    const data = new Uint16Array(pixels, start, bands * width * height);
    return { width, height, channels: bands, data };
  }

  /** Keeps an image if there is room. Two threads that decode the same image at once waste one copy, no more. */
  put(index: number, { width, height, data }: RgbImage | WideImage): void {
    const units = Math.ceil(data.byteLength / unit);
    const next = this.places.length - 1;
    const room = this.pixels.length / unit;
    if (Atomics.load(this.places, next) + units > room) return;
    const place = Atomics.add(this.places, next, units);
    if (place + units > room) return;
    this.pixels.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), place * unit);
    this.sizes.set([width, height], 2 * index);
    Atomics.store(this.places, index, place + 1); // last: whoever sees the place sees the pixels
  }
}
