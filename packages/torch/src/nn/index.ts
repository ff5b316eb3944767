/** Layers, losses, their functions and their initial values. */
export * from './activation.js';
export * from './batch-norm.js';
export * from './classification-losses.js';
export * from './container.js';
export * from './convolution.js';
export { deepCopy } from './copy.js';
export * from './distance.js';
export * from './dropout.js';
export * from './embedding.js';
export * as functional from './functional/index.js';
export type {
  ForwardHook,
  ForwardPreHook,
  FullBackwardHook,
  FullBackwardPreHook,
  Gradients,
  HookOptions,
  RemovableHandle,
} from './hooks.js';
export * as init from './init.js';
export * from './linear.js';
export * from './max-pooling.js';
export * from './module.js';
export * from './multihead-attention.js';
export * from './normalization.js';
export * from './padding.js';
export * from './parameter.js';
export {
  AdaptiveAvgPool1d,
  AdaptiveAvgPool2d,
  AdaptiveAvgPool3d,
  AvgPool1d,
  type AvgPool1dOptions,
  AvgPool2d,
  AvgPool3d,
  type AvgPoolOptions,
  LPPool1d,
  LPPool2d,
  LPPool3d,
} from './pooling.js';
export * from './ranking-losses.js';
export * from './rectifiers.js';
export * from './regression-losses.js';
export * from './shape.js';
export * from './transformer.js';
export {
  type DecoderMasks,
  type EncoderMasks,
  type TransformerActivation,
  TransformerDecoderLayer,
  TransformerEncoderLayer,
  type TransformerLayerOptions,
} from './transformer-layers.js';
export * from './unpooling.js';
export * from './upsampling.js';
export type { StateDict, StateDictLike, KeyDifference } from './state-dict.js';
