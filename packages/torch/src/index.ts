/**
 * libtorch in TypeScript: `import * as torch from '@beit2/torch'`.
 * @module
 */
import { attachMethods } from './generated/methods.js';
import { attachIndexing } from './indexing.js';
import { chooseForMachine } from './kernels.js';
import { native, onLoad } from './native.js';
import { attachPrinting } from './print.js';
import { attachSelection } from './selection.js';
import { Tensor } from './tensor.js';

onLoad(chooseForMachine);
attachMethods(Tensor.prototype);
attachIndexing(Tensor.prototype);
attachSelection(Tensor.prototype);
attachPrinting(Tensor.prototype);

export * from './generated/functions.js';
export * as autograd from './autograd/index.js';
export { tensor, fromTypedArray, type TensorData, type TensorOptions } from './creation.js';
export { cuda, deviceMemory, emptyCache, mps, resetPeakMemory, synchronize } from './device.js';
export * as distributed from './distributed/index.js';
export { type Device, type DType, dtypes, type TypedArray } from './dtype.js';
export { allFromRaw, copyFromRaw, fromRaw, toRaw } from './files/raw-values.js';
export { load, type LoadOptions, save, type SaveOptions } from './files/save.js';
export { defaultGenerator, Generator } from './generator.js';
export { slice } from './indexing.js';
export {
  areDeterministicAlgorithmsEnabled,
  autocast,
  type AutocastOptions,
  enableGrad,
  getNumThreads,
  inferenceMode,
  isGradEnabled,
  manualSeed,
  noGrad,
  setFloat32MatmulPrecision,
  setNumThreads,
  useDeterministicAlgorithms,
} from './modes.js';
export {
  chooseProducts,
  chosenProducts,
  fastestProducts,
  instructionSet,
  type Measurement,
  measurement,
  type GivenChoice,
  type ProductChoice,
  type ProductLibrary,
} from './kernels.js';
export { exitNow } from './native.js';
export * as nn from './nn/index.js';
export { callOperator } from './operator.js';
export * as optim from './optim/index.js';
export { memory, scope } from './scope.js';
export {
  nonzero,
  type NonzeroOptions,
  unique,
  uniqueConsecutive,
  type UniqueConsecutiveOptions,
  type UniqueOptions,
} from './selection.js';
export { Event, Graph, Stream } from './streams.js';
export { beginCopy, copyToTypedArrays, finishCopy, useHugePages } from './snapshot.js';
export type { Synchronous } from './synchronous.js';
export * as profiler from './profiler.js';
export { isTensor, type NestedNumbers, Tensor, type ToOptions } from './tensor.js';

/** What the loaded libtorch says of itself: its version, its threads and the instructions it uses. */
export function buildInfo(): { version: string; threads: string; cpu: string } {
  return { version: native.libtorchVersion(), threads: native.parallelInfo(), cpu: native.cpuCapability() };
}
