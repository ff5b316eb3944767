/** From what a browser holds as an image to its pixels. */
import type { RgbImage } from '../../data/pixels/pixels.js';
import { checkPixels, ImageError, toRgbImage, type Bitmap } from '../image-input.js';
import { browser, type BrowserImageData } from './dom.js';

/** As evaluation reads images: turned as EXIF says, profiles ignored, alpha dropped rather than multiplied in. */
const asItIs = {
  imageOrientation: 'from-image',
  colorSpaceConversion: 'none',
  premultiplyAlpha: 'none',
} as const;

/** Decodes an encoded image. @throws ImageError where the browser cannot read it */
export async function decodeBlob(blob: Blob, maxPixels: number): Promise<RgbImage> {
  let bitmap: Bitmap;
  try {
    bitmap = await browser.createImageBitmap(blob, asItIs);
  } catch {
    throw new ImageError('the browser does not know its format, or it is damaged', 'broken');
  }
  try {
    return pixelsOf(bitmap, maxPixels);
  } finally {
    bitmap.close();
  }
}

/** The pixels of a bitmap. @throws ImageError where it is too large */
export function pixelsOf(bitmap: Bitmap, maxPixels: number): RgbImage {
  checkPixels(bitmap, maxPixels);
  return toRgbImage(throughWebGl(bitmap) ?? throughCanvas(bitmap));
}

/** A canvas multiplies colours with alpha, so that those of clear pixels are lost; null where WebGL cannot take it. */
function throughWebGl(bitmap: Bitmap): BrowserImageData | null {
  const { width, height } = bitmap;
  const gl = new browser.OffscreenCanvas(1, 1).getContext('webgl2', { antialias: false });
  if (!gl) return null;
  try {
    if (Math.max(width, height) > gl.getParameter(gl.MAX_TEXTURE_SIZE)) return null;
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
    gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
    if (gl.checkFramebufferStatus(gl.FRAMEBUFFER) !== gl.FRAMEBUFFER_COMPLETE) return null;
    const data = new Uint8Array(4 * width * height);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, data);
    return { width, height, data: new Uint8ClampedArray(data.buffer) };
  } finally {
    gl.getExtension('WEBGL_lose_context')?.loseContext(); // browsers keep only a few of them
  }
}

function throughCanvas(bitmap: Bitmap): BrowserImageData {
  const { width, height } = bitmap;
  const context = new browser.OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new ImageError('the browser gives no canvas for it', 'broken');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, width, height, { colorSpace: 'srgb' });
}
