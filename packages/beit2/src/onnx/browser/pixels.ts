/** From what a browser holds as an image to its pixels. */
import { formatOf } from '../../data/pixels/image-format.js';
import { jpegHeader } from '../../data/pixels/jpeg-header.js';
import type { RgbImage } from '../../data/pixels/pixels.js';
import { endsEarly, whyBroken } from '../../data/pixels/why-broken.js';
import { checkPixels, ImageError, toRgbImage, type Bitmap } from '../image-input.js';
import { browser, type BrowserImageData } from './dom.js';
import { upright, withoutExif } from './webp-orientation.js';

/** As evaluation reads images: turned as EXIF says, profiles ignored, alpha dropped rather than multiplied in. */
const asItIs = {
  imageOrientation: 'from-image',
  colorSpaceConversion: 'none',
  premultiplyAlpha: 'none',
} as const;

/** Decodes an encoded image. @throws ImageError where it is none, damaged, or of a kind that the browser cannot read */
export async function decodeBytes(bytes: Uint8Array, maxPixels: number): Promise<RgbImage> {
  const format = formatOf(bytes);
  if (format?.kind !== 'image' || endsEarly(format.name, bytes))
    throw new ImageError(whyBroken(bytes, ''), 'broken');
  if (jpegHeader(bytes)?.components === 4)
    throw new ImageError('it is a CMYK JPEG, whose colours browsers do not convert by its profile', 'broken');
  const { bytes: unturned, orientation } =
    format.name === 'WebP' ? withoutExif(bytes) : { bytes, orientation: 1 };
  let bitmap: Bitmap;
  try {
    bitmap = await browser.createImageBitmap(new Blob([unturned]), asItIs);
  } catch {
    throw new ImageError(
      `it is a ${format.name} image that is damaged or that the browser does not read`,
      'broken',
    );
  }
  try {
    return upright(pixelsOf(bitmap, maxPixels), orientation);
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
