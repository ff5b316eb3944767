/** Layers, their functions and their initial values. */
export * from './activation.js';
export * from './container.js';
export * from './convolution.js';
export * from './dropout.js';
export * from './embedding.js';
export * as functional from './functional.js';
export * as init from './init.js';
export * from './linear.js';
export * from './module.js';
export * from './normalization.js';
export * from './parameter.js';
export type { StateDict, StateDictLike, KeyDifference } from './state-dict.js';
