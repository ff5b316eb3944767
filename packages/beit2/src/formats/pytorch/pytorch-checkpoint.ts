/**
 * Files of torch.save, read without PyTorch and without running anything: the zip format (TorchScript archives
 * too) and the older one of consecutive pickles. The tensors stay in the file until they are read.
 */
import { isShape, itemSize } from '@beit2/torch/safetensors';
import { UserError } from '../../errors.js';
import { ByteCursor } from '../byte-cursor.js';
import type { FileReader } from '../../files/file-access.js';
import {
  MalformedPickle,
  PickledObject,
  PickleFunction,
  readPickle,
  type PickleNames,
  type PickleValue,
} from './pickle.js';
import { printable } from '../../files/printable.js';
import type { Storage } from './stored-tensor.js';
import { findName, StorageReference, torchNames, TorchType } from './torch-names.js';
import { readZipDirectory, type ZipEntry } from '../zip-directory.js';

/** What a file of torch.save holds; its tensors are StoredTensor values. */
export interface TorchFile {
  format: 'torch zip' | 'TorchScript' | 'torch legacy';
  root: PickleValue;
  /** Bytes of the pickle, a bound for how many values it can hold. */
  pickleSize: number;
  /** Classes and functions that it asks for and that are not known here; their values are opaque. */
  unknown: ReadonlySet<string>;
}

/** The first bytes of a zip archive. */
export const zipStart = Uint8Array.of(0x50, 0x4b, 0x03, 0x04);

/** The first bytes of the older format: a pickle of PyTorch's magic number 0x1950a86a20f9469cfc6c. */
export const legacyStart = Buffer.from('80028a0a6cfc9c46f9206aa850192e', 'hex');

/**
 * Opens a zip archive of torch.save or torch.jit.save.
 * @throws UserError in one sentence where it is damaged, or asks for what is not known
 */
export function openTorchZip(file: FileReader): TorchFile {
  const entries = readZipDirectory(file);
  const pickleName = [...entries.keys()].find((name) => /^([^/]+\/)?data\.pkl$/.test(name));
  const pickle = pickleName === undefined ? undefined : entries.get(pickleName);
  if (pickleName === undefined || !pickle) {
    throw new UserError(`${file.path} is a zip archive but not a torch.save file: it has no data.pkl.`);
  }
  const folder = pickleName.slice(0, -'data.pkl'.length);
  checkByteOrder(file, entries.get(`${folder}byteorder`));
  const isScript = entries.has(`${folder}constants.pkl`);

  const names = torchNames(file);
  const unknown = new Set<string>();
  const start = pickle.locate();
  const root = readPickle(new ByteCursor(file, start, start + pickle.size), {
    // A TorchScript archive names its own classes; they are plain attributes, their code is never read.
    find: (module, name) =>
      isScript && module.startsWith('__torch__')
        ? new PickleFunction(`${module}.${name}`, () => new PickledObject(`${module}.${name}`))
        : findName(names, unknown, module, name),
    load: (identifier) => {
      const { key, dtype, count } = parseIdentifier(identifier);
      const entry = entries.get(`${folder}data/${key}`);
      if (!entry) throw new MalformedPickle(`the data of storage ${key} is missing`);
      if (count * itemSize(dtype) > entry.size) {
        throw new MalformedPickle(`storage ${key} has ${entry.size} bytes instead of ${count} × ${dtype}`);
      }
      return new StorageReference({ dtype, count, locate: () => entry.locate() });
    },
  });
  return { format: isScript ? 'TorchScript' : 'torch zip', root, pickleSize: pickle.size, unknown };
}

function checkByteOrder(file: FileReader, entry: ZipEntry | undefined): void {
  if (!entry) return; // older files have none and are little-endian
  const order = new ByteCursor(file, entry.locate(), file.size).text(Math.min(entry.size, 10));
  if (order !== 'little') {
    throw new UserError(
      `${file.path} was written in ${printable(order)}-endian byte order, which is not supported.`,
    );
  }
}

/** A persistent identifier: ('storage', type, key, device, number of elements, ...). */
function parseIdentifier(identifier: PickleValue): {
  key: string;
  dtype: Storage['dtype'];
  count: number;
  view: PickleValue;
} {
  const [kind, type, key, , count, view] = Array.isArray(identifier) ? (identifier as PickleValue[]) : [];
  if (kind !== 'storage' || !(type instanceof TorchType) || typeof key !== 'string') {
    throw new MalformedPickle('it refers to something that is not a storage');
  }
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) {
    throw new MalformedPickle(`storage ${key} has the size ${String(count)}`);
  }
  return { key, dtype: type.dtype ?? 'uint8', count, view };
}

/**
 * Opens a file of the older format: pickles of a magic number, a version, facts on the system, the object and
 * the keys of the storages, then each storage as its number of elements and its bytes.
 * @throws UserError in one sentence where it is damaged, or asks for what is not known
 */
export function openTorchLegacy(file: FileReader): TorchFile {
  const cursor = new ByteCursor(file, 0, file.size);
  const names = torchNames(file);
  const unknown = new Set<string>();
  const storages = new LegacyStorages(file);
  const plain: PickleNames = { find: refuseName, load: refuseName };
  readPickle(cursor, plain); // the magic number, which the caller has compared
  const version = readPickle(cursor, plain);
  if (version !== 1001) {
    throw new UserError(
      `${file.path} has version ${printable(String(version))} of the older torch.save format, which is not supported.`,
    );
  }
  const system = readPickle(cursor, plain);
  if (!(system instanceof Map) || system.get('little_endian') !== true) {
    throw new UserError(`${file.path} was written in big-endian byte order, which is not supported.`);
  }
  const pickleStart = cursor.position;
  const root = readPickle(cursor, {
    find: (module, name) => findName(names, unknown, module, name),
    load: (identifier) => storages.refer(identifier),
  });
  const pickleSize = cursor.position - pickleStart;
  storages.place(readPickle(cursor, plain), cursor);
  return { format: 'torch legacy', root, pickleSize, unknown };
}

function refuseName(): never {
  throw new MalformedPickle('it refers to a name where only plain values are allowed');
}

/** Storages of the older format: the object refers to them first, and where they lie comes after it. */
class LegacyStorages {
  private readonly starts = new Map<string, number>();
  private readonly wanted = new Map<string, { dtype: Storage['dtype']; count: number }>();

  constructor(private readonly file: FileReader) {}

  refer(identifier: PickleValue): StorageReference {
    const { key, dtype, count, view } = parseIdentifier(identifier);
    const known = this.wanted.get(key);
    if (known && (known.dtype !== dtype || known.count !== count)) {
      throw new MalformedPickle(`storage ${key} has two types or sizes`);
    }
    this.wanted.set(key, { dtype, count });
    const { offset, length } = viewOfStorage(key, view, count);
    return new StorageReference({
      dtype,
      count: length,
      locate: () => (this.starts.get(key) ?? 0) + offset * itemSize(dtype),
    });
  }

  /** Walks over the storages in the order of `keys`. */
  place(keys: PickleValue, cursor: ByteCursor): void {
    for (const key of Array.isArray(keys) ? (keys as PickleValue[]) : []) {
      const storage = typeof key === 'string' ? this.wanted.get(key) : undefined;
      if (typeof key !== 'string' || !storage)
        throw this.damaged(`storage ${String(key)} belongs to no tensor`);
      const count = cursor.uint64();
      if (count !== storage.count) {
        throw this.damaged(`storage ${key} has ${count} elements instead of ${storage.count}`);
      }
      const bytes = count * itemSize(storage.dtype);
      if (bytes > this.file.size - cursor.position) {
        throw new UserError(
          `${this.file.path} is truncated: storage ${key} of ${bytes} bytes begins at byte ${cursor.position} of ${this.file.size}.`,
        );
      }
      this.starts.set(key, cursor.position);
      cursor.position += bytes;
    }
    for (const key of this.wanted.keys()) {
      if (!this.starts.has(key)) throw this.damaged(`the data of storage ${key} is missing`);
    }
  }

  private damaged(why: string): UserError {
    return new UserError(`${this.file.path} is damaged: ${printable(why)}.`);
  }
}

/** Part of a storage that a reference means: (key, offset, length) in files of PyTorch before 0.4, else all of it. */
function viewOfStorage(key: string, view: PickleValue, count: number): { offset: number; length: number } {
  if (!Array.isArray(view)) return { offset: 0, length: count };
  const [, offset, length] = view as PickleValue[];
  if (!isShape([offset, length]) || Number(offset) + Number(length) > count) {
    throw new MalformedPickle(`a view reaches beyond storage ${key}`);
  }
  return { offset: Number(offset), length: Number(length) };
}
