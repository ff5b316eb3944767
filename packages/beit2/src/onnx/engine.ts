/** What an exported model is run by: threads in Node, onnxruntime-web in a browser. */
import type { Pixels } from '../data/loading/transforms.js';
import type { ImageInput } from './image-input.js';

/** Values of one output for one image or for a batch. */
export interface OutputValues {
  values: Float32Array | Int32Array;
  /** Without the batch. */
  shape: readonly number[];
}

/** Outputs by name. */
export type Outputs = Record<string, OutputValues>;

/** Limits that every image keeps. */
export interface ImageLimits {
  /** Of an encoded image. */
  maxBytes: number;
  /** Of a decoded image, width times height. */
  maxPixels: number;
}

export interface Engine {
  /** Names of the outputs of the file. */
  readonly outputs: readonly string[];
  /**
   * Decodes, resizes and crops an image as an evaluation does.
   * @returns `[channels, S, S]`, 0-255, of chosen bands 0-65,535
   * @throws ImageError where it is none, damaged or above a limit
   */
  prepare(image: ImageInput, signal: AbortSignal | undefined): Promise<Pixels>;
  /** Runs prepared images as one batch. @returns the wanted outputs of all of them, one after the other */
  run(images: readonly Pixels[], wanted: readonly string[]): Promise<Outputs>;
  /** Ends threads and frees the model. */
  close(): Promise<void>;
}
