/**
 * `beit2/onnx` in a browser: models that `beit2 export` wrote, run by onnxruntime-web.
 * @module
 */
export { UserError } from '../../errors.js';
export type { AttentionAnswer, AttentionRow, LikelyClass, TokenMap } from '../answers.js';
export {
  type AttentionOptions,
  type CallOptions,
  type ClassifyOptions,
  type EmbedOptions,
  ExportedModel,
  type ManyOptions,
  type Named,
  type SearchableIndex,
  type SearchOptions,
} from '../exported-model.js';
export {
  ImageError,
  type ImageInput,
  type ImageInputs,
  type NamedImage,
  type RawPixels,
} from '../image-input.js';
export { BusyError } from '../pipeline.js';
export { load, type LoadOptions, type Provider } from './load.js';
