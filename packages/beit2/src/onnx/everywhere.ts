/** What `beit2/onnx` offers in Node and in a browser alike. */
export { UserError } from '../errors.js';
export type { AttentionAnswer, AttentionRow, LikelyClass, TokenMap } from './answers.js';
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
} from './exported-model.js';
export {
  ImageError,
  type ImageInput,
  type ImageInputs,
  type NamedImage,
  type RawPixels,
} from './image-input.js';
export { BusyError } from './pipeline.js';
