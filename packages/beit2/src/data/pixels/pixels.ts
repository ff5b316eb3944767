/**
 * Pixel work of one thread on WebAssembly kernels (`kernels/pixels.ts`): crop with antialiased resampling, and Pillow's
 * colour adjustments, on 8-bit values.
 */
import { pixelKernels } from './generated/pixel-kernels.js';
import { axisWeights, type AxisWeights, type Interpolation } from './resample.js';

/** Pixels of the largest image that is decoded: as many as sharp takes. */
export const mostPixels = 0x3fff * 0x3fff;

/** Width and height in pixels. */
export interface ImageSize {
  width: number;
  height: number;
}

/** Packed RGB, row by row: `data[3 * (y * width + x) + channel]`. */
export interface RgbImage {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Planes R, G, B of 8-bit values: `data` is `[3, height, width]`. */
export interface PlanarImage {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A rectangle in pixels; coordinates may be fractional where the image was decoded at a reduced size. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The box that holds all of an image. */
export function wholeOf({ width, height }: ImageSize): Box {
  return { left: 0, top: 0, width, height };
}

/** `box` of the loaded image at `width` x `height`; with `window`, only that part of the result is made. */
export interface CropRequest {
  box: Box;
  width: number;
  height: number;
  interpolation: Interpolation;
  flip?: boolean;
  window?: Box;
}

/** Three planes R, G, B of 8-bit values in the workspace, valid until the next `load`. */
export interface Planes {
  readonly width: number;
  readonly height: number;
  readonly address: number;
  /** Bytes from one plane to the next. */
  readonly stride: number;
}

/** What is used of the global `WebAssembly`, which Node's types leave out. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
};

interface Kernels {
  memory: { buffer: ArrayBuffer; grow(pages: number): number };
  resampleWidth(...args: number[]): void;
  resampleHeight(...args: number[]): void;
  resampleWideWidth(...args: number[]): void;
  resampleWideHeight(...args: number[]): void;
  blendWithConstant(pixels: number, count: number, constant: number, factor: number): void;
  sumOfLuma(planes: number, plane: number, count: number): number;
  blendWithLuma(planes: number, plane: number, count: number, factor: number): void;
}

const pageBytes = 65_536;
const spareBytes = 64; // the kernels read and write whole vectors past the end of a buffer
const firstAddress = 1_024;
const compiled = new WebAssembly.Module(Uint8Array.from(atob(pixelKernels), (digit) => digit.charCodeAt(0)));

/** The kernels with memory of their own. Not shared between threads. */
export class KernelMemory {
  readonly kernels = new WebAssembly.Instance(compiled).exports as Kernels;
  /** Where the next buffer begins; setting it back frees what came after. */
  next = firstAddress;

  clear(): void {
    this.next = firstAddress;
  }

  /** Copies data in. @returns its address */
  place(data: ArrayBufferView): number {
    const address = this.reserve(data.byteLength);
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    new Uint8Array(this.kernels.memory.buffer).set(bytes, address);
    return address;
  }

  reserve(bytes: number): number {
    const address = this.next;
    this.next = Math.ceil((address + bytes + spareBytes) / 16) * 16;
    const missing = this.next - this.kernels.memory.buffer.byteLength;
    if (missing > 0) this.kernels.memory.grow(Math.ceil(missing / pageBytes));
    return address;
  }
}

/** One image at a time: `load` it, `crop` views of it, `adjust...` them, `copy` them out. Not shared between threads. */
export class PixelWorkspace {
  private readonly memory = new KernelMemory();
  private readonly kernels = this.memory.kernels;
  private image = { width: 0, height: 0, address: 0 };

  /** Copies the image in and forgets all views of the one before. */
  load(image: RgbImage): void {
    this.memory.clear();
    const address = this.memory.place(image.data);
    this.memory.reserve(3 * 3 * image.width); // rows are read in fours
    this.image = { width: image.width, height: image.height, address };
  }

  /** Resamples a box of the image: along the width first, 8-bit values between the two passes, as Pillow does. */
  crop(request: CropRequest): Planes {
    const { box, interpolation, flip = false } = request;
    const window = request.window ?? { left: 0, top: 0, width: request.width, height: request.height };
    const across = axisWeights(
      {
        from: box.left,
        to: Math.min(box.left + box.width, this.image.width),
        size: request.width,
        first: window.left,
        count: window.width,
        interpolation,
        reverse: flip,
      },
      4,
    );
    const down = axisWeights(
      {
        from: box.top,
        to: Math.min(box.top + box.height, this.image.height),
        size: request.height,
        first: window.top,
        count: window.height,
        interpolation,
        reverse: false,
      },
      2,
    );
    const { width, height } = window;
    const rowBytes = Math.ceil((3 * width + 1) / 16) * 16; // the last pixel is written as four bytes
    const stride = Math.ceil((width * height) / 16) * 16 + 16;
    const planes = { width, height, address: this.memory.reserve(3 * stride), stride };
    const kept = this.memory.next;
    const rows = this.memory.reserve(rowBytes * (down.span + 4));
    const scratch = this.memory.reserve(rowBytes + 48);
    const sourceStride = 3 * this.image.width;
    const source = this.image.address + down.low * sourceStride + 3 * across.low;
    this.kernels.resampleWidth(
      source,
      sourceStride,
      down.span,
      rows,
      rowBytes,
      width,
      ...this.placeWeights(across),
    );
    this.kernels.resampleHeight(
      rows,
      rowBytes,
      width,
      scratch,
      planes.address,
      stride,
      height,
      ...this.placeWeights(down),
    );
    this.memory.next = kept;
    return planes;
  }

  /** Pillow's `ImageEnhance.Brightness`: a blend with black. */
  adjustBrightness(planes: Planes, factor: number): void {
    this.kernels.blendWithConstant(planes.address, 3 * planes.stride, 0, factor);
  }

  /** Pillow's `ImageEnhance.Contrast`: a blend with the gray `mean` (of `meanLuma`). */
  adjustContrast(planes: Planes, factor: number, mean: number): void {
    this.kernels.blendWithConstant(planes.address, 3 * planes.stride, mean, factor);
  }

  /** Pillow's `ImageEnhance.Color`: a blend with the image's own luma. */
  adjustSaturation(planes: Planes, factor: number): void {
    this.kernels.blendWithLuma(planes.address, planes.stride, planes.width * planes.height, factor);
  }

  /** Mean luma (ITU-R 601), rounded to an integer in 0-255. */
  meanLuma(planes: Planes): number {
    const count = planes.width * planes.height;
    return Math.floor(this.kernels.sumOfLuma(planes.address, planes.stride, count) / count + 0.5);
  }

  /** Writes the planes as `[3, height, width]` to `target`. */
  copy(planes: Planes, target: Uint8Array): void {
    const memory = new Uint8Array(this.kernels.memory.buffer);
    const size = planes.width * planes.height;
    for (let channel = 0; channel < 3; channel++) {
      const start = planes.address + channel * planes.stride;
      target.set(memory.subarray(start, start + size), channel * size);
    }
  }

  private placeWeights({ starts, weights, taps, shift }: AxisWeights): [number, number, number, number] {
    return [this.memory.place(starts), this.memory.place(weights), taps, shift];
  }
}
