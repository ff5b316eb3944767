/**
 * `beit2/onnx` in a browser: models that `beit2 export` wrote, run by onnxruntime-web.
 * @module
 */
export * from '../everywhere.js';
export { load, type LoadOptions, type Provider } from './load.js';
