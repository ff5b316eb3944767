/**
 * Functions of layers and losses with the names, order and defaults of PyTorch's `torch.nn.functional`. Optional arguments
 * may be given by position or by name in an options object at the end. Where Python and the operator agree, it is the
 * operator itself.
 */
export {
  avgPool1d,
  avgPool2d,
  avgPool3d,
  bilinear,
  celu_,
  channelShuffle,
  conv1d,
  conv2d,
  conv3d,
  convTranspose1d,
  convTranspose2d,
  convTranspose3d,
  cosineSimilarity,
  elu_,
  gelu,
  glu,
  hardshrink,
  hardtanh_,
  layerNorm,
  leakyRelu_,
  logSigmoid as logsigmoid,
  maxPool1d,
  maxPool1dWithIndices,
  maxPool2d,
  maxPool2dWithIndices,
  maxPool3d,
  maxPool3dWithIndices,
  oneHot,
  pad,
  pairwiseDistance,
  pdist,
  pixelShuffle,
  pixelUnshuffle,
  prelu,
  relu_,
  rmsNorm,
  rrelu_,
  selu_,
  sigmoid,
  softplus,
  softshrink,
  tanh,
  threshold_,
} from '../../generated/functions.js';
export * from './activation.js';
export * from './attention.js';
export * from './classification-losses.js';
export * from './cross-entropy.js';
export * from './dropout.js';
export * from './embedding.js';
export * from './interpolate.js';
export * from './linear.js';
export * from './multihead-attention.js';
export * from './normalization.js';
export * from './pooling.js';
export * from './ranking-losses.js';
export type { LossOptions, Reduction } from './reduction.js';
export * from './regression-losses.js';
export * from './residual.js';
export * from './similarity.js';
export * from './unpooling.js';
export * from './vision.js';
