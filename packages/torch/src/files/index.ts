/**
 * `@beit2/torch/safetensors`: the format of files of tensors, as bytes. Loads no libtorch and uses nothing of Node but
 * `Buffer`; `torch.save` and `torch.load` are built on it.
 * @module
 */
export {
  byteCount,
  checkBytes,
  describeTensor,
  elementCount,
  isShape,
  itemSize,
  type LazyTensor,
  materialise,
  type RawTensor,
} from './raw-tensor.js';
export {
  type ByteSource,
  parseSafetensors,
  safetensorsBytes,
  SafetensorsError,
  type SafetensorsFile,
} from './safetensors.js';
