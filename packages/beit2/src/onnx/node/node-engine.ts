/** Runs an exported model in threads of Node: one decodes and resamples, one runs ONNX Runtime. */
import { setMaxListeners } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Pixels } from '../../data/loading/transforms.js';
import type { ModelCard } from '../../model/model-card.js';
import type { Engine, ImageLimits, Outputs } from '../engine.js';
import {
  checkSize,
  fetchBytes,
  ImageError,
  readStream,
  type ImageInput,
  type RawPixels,
} from '../image-input.js';
import { abortable, Turns } from '../turns.js';
import type { PrepareRequest, PrepareSetup } from './prepare-worker.js';
import type { RunRequest, RunResult, RunSetup } from './run-worker.js';
import { Thread } from './thread.js';

/** Images that are decoded at a time: each may take three bytes a pixel, twice. */
const decodedAtOnce = 2;

export class NodeEngine implements Engine {
  private readonly turns = new Turns(decodedAtOnce);

  private constructor(
    readonly outputs: readonly string[],
    private readonly limits: ImageLimits,
    private readonly preparing: Thread<PrepareRequest, Pixels>,
    private readonly running: Thread<RunRequest, RunResult>,
  ) {}

  /** Opens the model. @throws UserError where ONNX Runtime is not there or does not take the file */
  static async open(image: ModelCard['image'], limits: ImageLimits, setup: RunSetup): Promise<NodeEngine> {
    const running = new Thread<RunRequest, RunResult>(
      new URL('./run-worker.js', import.meta.url),
      'beit2 model',
      setup,
    );
    const prepareSetup: PrepareSetup = { image, ...limits };
    const preparing = new Thread<PrepareRequest, Pixels>(
      new URL('./prepare-worker.js', import.meta.url),
      'beit2 images',
      prepareSetup,
    );
    try {
      const described = await running.call('describe');
      if (!('names' in described)) throw new Error('internal: the thread did not describe the model');
      return new NodeEngine(described.names, limits, preparing, running);
    } catch (error) {
      await running.close();
      throw error;
    }
  }

  async prepare(image: ImageInput, signal: AbortSignal | undefined): Promise<Pixels> {
    if (signal) setMaxListeners(0, signal); // each image under way listens: above ten, Node would warn of a leak
    const request = await this.requestOf(image, signal);
    await this.turns.enter(signal);
    const work = this.preparing.call(request, memoryOf(request));
    const leave = () => this.turns.leave();
    work.then(leave, leave);
    return abortable(signal, (resolve, reject) => {
      work.then(resolve, reject);
      return () => undefined;
    });
  }

  async run(images: readonly Pixels[], wanted: readonly string[]): Promise<Outputs> {
    const transfer = images.map(({ buffer }) => buffer as ArrayBuffer);
    const result = await this.running.call({ images: [...images], wanted }, transfer);
    if (!('outputs' in result)) throw new Error('internal: the thread did not run the model');
    return result.outputs;
  }

  async close(): Promise<void> {
    await Promise.all([this.preparing.close(), this.running.close()]);
  }

  private async requestOf(image: ImageInput, signal: AbortSignal | undefined): Promise<PrepareRequest> {
    const { maxBytes } = this.limits;
    if (typeof image === 'string' || image instanceof URL) {
      const isRemote = /^https?:/i.test(String(image));
      if (isRemote) return { bytes: await fetchBytes(image, maxBytes, signal) };
      return { path: image instanceof URL ? fileURLToPath(image) : image };
    }
    if (image instanceof Uint8Array) return { bytes: new Uint8Array(image) };
    if (image instanceof ArrayBuffer) return { bytes: new Uint8Array(image.slice()) };
    if (image instanceof Blob) {
      checkSize(image.size, maxBytes);
      return { bytes: new Uint8Array(await image.arrayBuffer()) };
    }
    if (image instanceof ReadableStream) return { bytes: await readStream(image, maxBytes, signal) };
    if ('data' in image) {
      const { width, height, data } = image;
      const pixels: RawPixels = { width, height, data: new Uint8Array(data) };
      return { pixels };
    }
    throw new ImageError('Node has no pixels of an ImageBitmap: give its encoded bytes', 'broken');
  }
}

/** The memory of a request, a copy of the caller's, which moves to the thread. */
function memoryOf(request: PrepareRequest): ArrayBuffer[] {
  if ('path' in request) return [];
  return [('bytes' in request ? request.bytes : request.pixels.data).buffer as ArrayBuffer];
}
