/** Writes tensors as torch.save does, so that torch.load reads them with `weights_only=True`. */
import {
  checkBytes,
  elementCount,
  type LazyTensor,
  materialise,
  type RawTensor,
} from '@beit2/torch/safetensors';
import { UserError } from '../../errors.js';
import { writeFileWhole } from '../../files/file-access.js';
import { printable } from '../../files/printable.js';
import { storageClasses } from './torch-names.js';
import { ZipWriter } from '../zip-writer.js';

type Beside = Readonly<Record<string, string | readonly string[]>>;

/**
 * Writes `{ model: state dict }` in the zip format, one tensor in memory at a time, under a temporary name first.
 * `model` is the name that the official releases give it.
 * @param beside texts and lists of texts that the file holds beside it
 * @throws UserError where PyTorch has no storage for a tensor's type
 */
export function writeTorchFile(
  path: string,
  tensors: ReadonlyMap<string, RawTensor | LazyTensor>,
  beside: Beside = {},
): void {
  const pickle = pickleStateDict(tensors, beside);
  writeFileWhole(path, (append) => {
    const archive = new ZipWriter(append);
    archive.add('archive/data.pkl', pickle);
    archive.add('archive/byteorder', Buffer.from('little'));
    let number = 0;
    for (const [name, tensor] of tensors) {
      const raw = materialise(tensor);
      checkBytes(name, raw);
      archive.add(`archive/data/${number++}`, raw.data);
    }
    archive.add('archive/version', Buffer.from('3\n'));
    archive.finish();
  });
}

const classOf = new Map(Object.entries(storageClasses).map(([name, dtype]) => [dtype, name]));

/** The pickle of `{ model: { key: tensor }, ...beside }`, protocol 2; tensor number i has its data in storage i. */
function pickleStateDict(tensors: ReadonlyMap<string, RawTensor | LazyTensor>, beside: Beside): Uint8Array {
  const parts = [bytes(0x80, 2), bytes(0x7d), text('model'), bytes(0x7d, 0x28)]; // PROTO, EMPTY_DICT, key, EMPTY_DICT, MARK
  let number = 0;
  for (const [name, tensor] of tensors) parts.push(text(name), pickleTensor(name, tensor, number++));
  parts.push(bytes(0x75, 0x73)); // SETITEMS, SETITEM
  for (const [name, value] of Object.entries(beside)) {
    parts.push(text(name));
    if (typeof value === 'string') parts.push(text(value));
    else parts.push(bytes(0x5d, 0x28), ...value.map(text), bytes(0x65)); // EMPTY_LIST, MARK, APPENDS
    parts.push(bytes(0x73)); // SETITEM
  }
  parts.push(bytes(0x2e)); // STOP
  return Buffer.concat(parts);
}

/** A call of _rebuild_tensor_v2(storage, offset, sizes, strides, requires_grad, hooks). */
function pickleTensor(name: string, { dtype, shape }: RawTensor | LazyTensor, number: number): Uint8Array {
  const storageClass = classOf.get(dtype);
  if (storageClass === undefined)
    throw new UserError(`Tensor ${printable(name)} is ${dtype}, which a .pth file cannot hold.`);
  const storage = [
    tuple(
      text('storage'),
      global('torch', storageClass),
      text(String(number)),
      text('cpu'),
      integer(elementCount(shape)),
    ),
    bytes(0x51), // BINPERSID
  ];
  const strides = shape.map((_, i) =>
    shape.slice(i + 1).reduce((product, size) => product * Math.max(size, 1), 1),
  );
  return Buffer.concat([
    global('torch._utils', '_rebuild_tensor_v2'),
    tuple(
      Buffer.concat(storage),
      integer(0),
      tuple(...shape.map(integer)),
      tuple(...strides.map(integer)),
      bytes(0x89), // NEWFALSE
      Buffer.concat([global('collections', 'OrderedDict'), tuple(), bytes(0x52)]),
    ),
    bytes(0x52), // REDUCE
  ]);
}

function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}

function text(value: string): Uint8Array {
  const encoded = Buffer.from(value);
  const head = Buffer.alloc(5);
  head[0] = 0x58; // BINUNICODE
  head.writeUInt32LE(encoded.length, 1);
  return Buffer.concat([head, encoded]);
}

function integer(value: number): Uint8Array {
  const fits32 = value < 2 ** 31;
  const result = Buffer.alloc(fits32 ? 5 : 10);
  if (fits32) {
    result[0] = 0x4a; // BININT
    result.writeInt32LE(value, 1);
  } else {
    result.set([0x8a, 8]); // LONG1
    result.writeBigInt64LE(BigInt(value), 2);
  }
  return result;
}

function tuple(...items: Uint8Array[]): Uint8Array {
  return Buffer.concat([bytes(0x28), ...items, bytes(0x74)]); // MARK, TUPLE
}

function global(module: string, name: string): Uint8Array {
  return Buffer.from(`c${module}\n${name}\n`); // GLOBAL
}
