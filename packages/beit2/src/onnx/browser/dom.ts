/** What is used of a browser; the package is compiled without the types of one. */
import type { Bitmap } from '../image-input.js';

export interface BrowserImageData {
  readonly width: number;
  readonly height: number;
  /** RGBA. */
  readonly data: Uint8ClampedArray;
}

interface Canvas {
  width: number;
  height: number;
  getContext(kind: '2d', options: object): CanvasContext | null;
  getContext(kind: 'webgl2', options: object): WebGl | null;
}

interface CanvasContext {
  drawImage(image: Bitmap, x: number, y: number): void;
  getImageData(x: number, y: number, width: number, height: number, settings: object): BrowserImageData;
}

export interface WebGl {
  readonly TEXTURE_2D: number;
  readonly RGBA: number;
  readonly UNSIGNED_BYTE: number;
  readonly FRAMEBUFFER: number;
  readonly COLOR_ATTACHMENT0: number;
  readonly FRAMEBUFFER_COMPLETE: number;
  readonly MAX_TEXTURE_SIZE: number;
  getParameter(name: number): number;
  createTexture(): object;
  bindTexture(target: number, texture: object): void;
  texImage2D(...args: (number | Bitmap)[]): void;
  createFramebuffer(): object;
  bindFramebuffer(target: number, framebuffer: object): void;
  framebufferTexture2D(
    target: number,
    attachment: number,
    kind: number,
    texture: object,
    level: number,
  ): void;
  checkFramebufferStatus(target: number): number;
  readPixels(
    x: number,
    y: number,
    width: number,
    height: number,
    format: number,
    type: number,
    into: Uint8Array,
  ): void;
  getExtension(name: 'WEBGL_lose_context'): { loseContext(): void } | null;
}

export interface GpuAdapter {
  readonly info: { readonly isFallbackAdapter?: boolean };
  readonly features: ReadonlySet<string>;
}

/** The globals of a page or of a worker. */
export interface BrowserGlobals {
  createImageBitmap(source: Blob, options: object): Promise<Bitmap>;
  OffscreenCanvas: new (width: number, height: number) => Canvas;
  navigator: { gpu?: { requestAdapter(): Promise<GpuAdapter | null> } };
}

export const browser = globalThis as unknown as BrowserGlobals;
