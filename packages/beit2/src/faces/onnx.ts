/**
 * `beit2/onnx`: models that `beit2 export` wrote, in use with ONNX Runtime alone: classes, feature vectors, codes, attention
 * and search, off the event loop and in batches. Needs no libtorch.
 * @module
 */
export * from '../onnx/everywhere.js';
export { load, type LoadOptions } from '../onnx/node/load.js';
export { type Found, VectorIndex } from '../search/vector-index.js';
