/** The names that a file of `torch.save` may ask for, and what each of them makes here; any other makes an opaque value. */
import type { DType } from '@beit2/torch';
import { UserError } from '../../errors.js';
import { NumpyArray, NumpyDtype, numpyScalar } from './numpy-values.js';
import { MalformedPickle, OpaqueValue, PickledObject, PickleFunction, type PickleValue } from './pickle.js';
import { StoredTensor, type Storage } from './stored-tensor.js';
import type { FileReader } from '../../files/file-access.js';
import { printable } from '../../files/printable.js';

/** A torch.dtype, or the element type that a storage class stands for; null for bytes without a type. */
export class TorchType {
  constructor(readonly dtype: DType | null) {}
}

/** A storage that a persistent identifier stands for. */
export class StorageReference {
  constructor(readonly storage: Storage) {}
}

/** Names under `torch` of the classes of storages. */
export const storageClasses: Record<string, DType | null> = {
  FloatStorage: 'float32',
  DoubleStorage: 'float64',
  HalfStorage: 'float16',
  BFloat16Storage: 'bfloat16',
  LongStorage: 'int64',
  IntStorage: 'int32',
  ShortStorage: 'int16',
  CharStorage: 'int8',
  ByteStorage: 'uint8',
  BoolStorage: 'bool',
  ComplexFloatStorage: 'complex64',
  ComplexDoubleStorage: 'complex128',
  'storage.UntypedStorage': null,
};

const torchDtypes: DType[] = [
  ...['float32', 'float64', 'float16', 'bfloat16', 'int64', 'int32', 'int16', 'int8', 'uint8', 'bool'],
  ...['complex64', 'complex128', 'complex32', 'uint16', 'uint32', 'uint64', 'float8_e4m3fn', 'float8_e5m2'],
] as DType[];

type Names = Map<string, PickleValue>;
type Call = (args: readonly PickleValue[]) => PickleValue;

/**
 * The table for one file.
 */
export function torchNames(file: FileReader): Names {
  const functions: Record<string, Call> = {
    'collections.OrderedDict': ([items]) => dictOf(items),
    'collections.Counter': ([items]) => (items instanceof Map ? new Map(items) : new Map()),
    'collections.defaultdict': ([, items]) => (items instanceof Map ? new Map(items) : new Map()),
    'argparse.Namespace': () => new PickledObject('argparse.Namespace'),
    'builtins.set': ([items]) => new Set(listOf(items)),
    '__builtin__.set': ([items]) => new Set(listOf(items)),
    ...plainTypes(),
    'builtins.frozenset': ([items]) => new Set(listOf(items)),
    '__builtin__.frozenset': ([items]) => new Set(listOf(items)),
    'builtins.bytes': ([items]) => bytesOf(items),
    '__builtin__.bytes': ([items]) => bytesOf(items),
    'builtins.bytearray': ([items]) => bytesOf(items),
    '__builtin__.bytearray': ([items]) => bytesOf(items),
    '_codecs.encode': ([text]) =>
      Uint8Array.from(Buffer.from(typeof text === 'string' ? text : '', 'latin1')),
    'pathlib.PosixPath': (parts) => parts.join('/').replace(/^\/\//, '/'),
    'pathlib.WindowsPath': (parts) => parts.join('\\'),
    'torch.Size': ([sizes]) => listOf(sizes),
    'torch.device': (parts) => parts.join(':'),
    'torch._utils._rebuild_tensor': (args) => rebuildTensor(file, args, null),
    'torch._utils._rebuild_tensor_v2': (args) => rebuildTensor(file, args, null),
    'torch._utils._rebuild_tensor_v3': (args) => rebuildTensor(file, args, args[6]),
    'torch._utils._rebuild_parameter': ([tensor]) => tensor,
    'torch._utils._rebuild_parameter_with_state': ([tensor]) => tensor,
    'torch._tensor._rebuild_from_type_v2': ([rebuild, , args]) => rebuildWithAttributes(rebuild, args),
    'numpy.dtype': ([code]) => new NumpyDtype(code),
    'numpy.ndarray': () => new NumpyArray(),
    'numpy.core.multiarray.scalar': ([type, bytes]) => numpyScalar(type, bytes),
    'numpy._core.multiarray.scalar': ([type, bytes]) => numpyScalar(type, bytes),
    'numpy.core.multiarray._reconstruct': () => new NumpyArray(),
    'numpy._core.multiarray._reconstruct': () => new NumpyArray(),
    'torch.jit._pickle.build_intlist': ([list]) => list,
    'torch.jit._pickle.build_doublelist': ([list]) => list,
    'torch.jit._pickle.build_boollist': ([list]) => list,
    'torch.jit._pickle.build_tensorlist': ([list]) => list,
    'torch.jit._pickle.restore_type_tag': ([value]) => value,
    // Classes that only stand as arguments.
    'torch.nn.parameter.Parameter': refuseCall,
    'torch.Tensor': refuseCall,
  };
  const names: Names = new Map();
  for (const [name, call] of Object.entries(functions)) names.set(name, new PickleFunction(name, call));
  for (const [name, dtype] of Object.entries(storageClasses))
    names.set(`torch.${name}`, new TorchType(dtype));
  for (const dtype of torchDtypes) names.set(`torch.${dtype}`, new TorchType(dtype));
  return names;
}

/** Looks a name up; one that is not known makes opaque values, and is added to `unknown`. */
export function findName(names: Names, unknown: Set<string>, module: string, name: string): PickleValue {
  const full = `${module}.${name}`;
  const found = names.get(full);
  if (found !== undefined) return found;
  unknown.add(full);
  return new PickleFunction(full, () => new OpaqueValue(full));
}

/** @throws UserError for a file without tensors that asks for a class or function which is not known */
export function refuseUnknown(path: string, unknown: ReadonlySet<string>): void {
  const [name] = unknown;
  if (name === undefined) return;
  throw new UserError(
    `${path} is refused: it needs ${printable(name)}, but only tensors and plain values are read; save its state_dict() instead.`,
  );
}

function refuseCall(): never {
  throw new MalformedPickle('it creates a tensor in a way that torch.save does not');
}

/** Types of Python that stand as arguments, such as the factory of a defaultdict. */
function plainTypes(): Record<string, Call> {
  const names = ['int', 'long', 'float', 'bool', 'str', 'unicode', 'list', 'dict', 'tuple', 'object'];
  const first: Call = ([value = null]) => value;
  return Object.fromEntries(
    names.flatMap((name) => [`builtins.${name}`, `__builtin__.${name}`].map((full) => [full, first])),
  );
}

function bytesOf(value: PickleValue): Uint8Array {
  return value instanceof Uint8Array ? value : Uint8Array.from(listOf(value) as number[]);
}

function listOf(value: PickleValue): PickleValue[] {
  return Array.isArray(value) ? (value as PickleValue[]) : [];
}

function dictOf(items: PickleValue): Map<PickleValue, PickleValue> {
  return new Map(listOf(items).map((pair) => [listOf(pair)[0], listOf(pair)[1]]));
}

/** Arguments: storage, offset, sizes, strides, then flags that do not matter for the values. */
function rebuildTensor(file: FileReader, args: readonly PickleValue[], type: PickleValue): StoredTensor {
  const [reference, offset, shape, strides] = args;
  const dtype = type instanceof TorchType ? type.dtype : null;
  if (!(reference instanceof StorageReference)) return refuseCall();
  const { storage } = reference;
  return new StoredTensor(
    file,
    storage,
    dtype ?? storage.dtype,
    shape as number[],
    strides as number[],
    offset as number,
  );
}

/** A tensor with attributes of its own: the attributes are dropped. */
function rebuildWithAttributes(rebuild: PickleValue, args: PickleValue): PickleValue {
  const plain = rebuild instanceof PickleFunction && rebuild.name.startsWith('torch._utils._rebuild_');
  return plain ? rebuild.call(listOf(args)) : refuseCall();
}
