/** Limits of an opened model. Runs in a browser too. */
import { UserError } from '../errors.js';
import type { ImageLimits } from './engine.js';
import type { PipelineOptions } from './pipeline.js';

export interface LimitOptions {
  /** Images that run together at most. A CPU gains little by more, and the first of them waits longer. @default 4 */
  maxBatch?: number | undefined;
  /** Images that are under way or wait at most; one more is refused (BusyError), many wait. @default 64 */
  maxQueued?: number | undefined;
  /** Most bytes of an encoded image. @default 100 MB */
  maxBytes?: number | undefined;
  /** Most pixels of an image, width times height. @default 268,402,689, as sharp has it */
  maxPixels?: number | undefined;
}

/** The limits with those left out. @throws UserError where one is no whole number above 0 */
export function defaultLimits(options: LimitOptions): PipelineOptions & ImageLimits {
  const { maxBatch = 4, maxQueued = 64, maxBytes = 100e6, maxPixels = 0x3fff ** 2 } = options;
  const limits = { maxBatch, maxQueued, maxBytes, maxPixels };
  for (const [name, value] of Object.entries(limits)) {
    if (!(Number.isInteger(value) && value > 0))
      throw new UserError(`${name} must be a whole number above 0, not ${value}.`);
  }
  return limits;
}
