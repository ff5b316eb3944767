/** Images that clients send: bounded in size, in time, and in what all of them hold together. */
import { BusyError } from '../onnx/pipeline.js';
import { checkSize, readStream } from '../onnx/image-input.js';

export interface UploadLimits {
  /** Most bytes of one image. */
  maxBytes: number;
  /** Seconds from the head of a request to the last byte of its image. */
  seconds: number;
}

/** A client that takes too long. */
export class SlowUpload extends Error {}

/** A request whose content is none that is taken. */
export class WrongType extends Error {}

/** Largest images that may be held at a time, all clients together. */
const largestHeld = 16;

export class Uploads {
  private held = 0;

  constructor(private readonly limits: UploadLimits) {}

  /**
   * Reads the image of a request and uses it; its bytes count as held until that is done.
   * @throws WrongType, SlowUpload, ImageError where it is too large, BusyError where others hold too much
   */
  async use<T>(request: Request, work: (bytes: Uint8Array) => Promise<T>): Promise<T> {
    const { maxBytes, seconds } = this.limits;
    const type = request.headers.get('content-type') ?? 'application/octet-stream';
    if (!/^(image\/|application\/octet-stream)/i.test(type)) {
      throw new WrongType(
        `The image must be the body of the request, with content type image/… or application/octet-stream, not ${type.slice(0, 80)}.`,
      );
    }
    checkSize(Number(request.headers.get('content-length') ?? 0), maxBytes);
    let own = 0;
    const hold = (bytes: number) => {
      if (this.held + bytes > largestHeld * maxBytes) throw new BusyError(largestHeld);
      this.held += bytes;
      own += bytes;
    };
    const slow = new SlowUpload(`The image did not arrive within ${seconds} seconds.`);
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(slow), 1000 * seconds);
    try {
      const signal = AbortSignal.any([request.signal, late.signal]);
      const bytes = request.body ? await readStream(request.body, maxBytes, signal, hold) : new Uint8Array();
      clearTimeout(timer);
      return await work(bytes);
    } finally {
      clearTimeout(timer);
      this.held -= own;
    }
  }
}
