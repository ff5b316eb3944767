/**
 * `beit2/onnx`: models that `beit2 export` wrote, in use with ONNX Runtime alone: classes, feature vectors, codes, attention
 * and search, off the event loop and in batches. Needs no libtorch.
 * @module
 */
export { UserError } from '../errors.js';
export type { AttentionAnswer, AttentionRow, LikelyClass, TokenMap } from '../onnx/answers.js';
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
} from '../onnx/exported-model.js';
export {
  ImageError,
  type ImageInput,
  type ImageInputs,
  type NamedImage,
  type RawPixels,
} from '../onnx/image-input.js';
export { load, type LoadOptions } from '../onnx/node/load.js';
export { BusyError } from '../onnx/pipeline.js';
export { type Found, VectorIndex } from '../search/vector-index.js';
