/** Runs an exported model in a browser, with onnxruntime-web. */
import type * as ort from 'onnxruntime-web/wasm';
import { evaluationCrop } from '../../data/pixels/center-crop.js';
import type { Pixels } from '../../data/loading/transforms.js';
import { PixelWorkspace, type RgbImage } from '../../data/pixels/pixels.js';
import type { ModelCard } from '../../model/model-card.js';
import type { Engine, ImageLimits, Outputs } from '../engine.js';
import {
  checkPixels,
  checkSize,
  fetchBytes,
  readStream,
  toRgbImage,
  type ImageInput,
} from '../image-input.js';
import { inputOf, outputsOf } from '../tensors.js';
import { decodeBytes, pixelsOf } from './pixels.js';

export class BrowserEngine implements Engine {
  readonly outputs: readonly string[];
  private readonly workspace = new PixelWorkspace();

  constructor(
    private readonly image: ModelCard['image'],
    private readonly limits: ImageLimits,
    private readonly session: ort.InferenceSession,
    private readonly Feed: typeof ort.Tensor,
  ) {
    this.outputs = session.outputNames;
  }

  async prepare(image: ImageInput, signal: AbortSignal | undefined): Promise<Uint8Array> {
    const decoded = await this.decode(image, signal);
    signal?.throwIfAborted();
    const { size } = this.image;
    const planes = new Uint8Array(3 * size * size);
    this.workspace.load(decoded);
    this.workspace.copy(this.workspace.crop(evaluationCrop(this.image, this.image, decoded)), planes);
    return planes;
  }

  async run(images: readonly Pixels[], wanted: readonly string[]): Promise<Outputs> {
    const results = await this.session.run(
      { images: new this.Feed('float32', ...inputOf(images, this.image.channels)) },
      wanted,
    );
    return outputsOf(results);
  }

  close(): Promise<void> {
    return this.session.release();
  }

  private async decode(image: ImageInput, signal: AbortSignal | undefined): Promise<RgbImage> {
    const { maxBytes, maxPixels } = this.limits;
    if (typeof image === 'object' && 'width' in image) {
      if (!('data' in image)) return pixelsOf(image, maxPixels);
      checkPixels(image, maxPixels);
      return toRgbImage(image);
    }
    const bytes = await this.bytesOf(image, signal);
    checkSize(bytes.length, maxBytes);
    return decodeBytes(bytes, maxPixels);
  }

  private async bytesOf(
    image: Exclude<ImageInput, { width: number }>,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array> {
    const { maxBytes } = this.limits;
    if (image instanceof Blob) {
      checkSize(image.size, maxBytes);
      return new Uint8Array(await image.arrayBuffer());
    }
    if (image instanceof ReadableStream) return readStream(image, maxBytes, signal);
    if (typeof image === 'string' || image instanceof URL) return fetchBytes(image, maxBytes, signal);
    return image instanceof Uint8Array ? image : new Uint8Array(image);
  }
}
