/** Any checkpoint of the field, recognised by its content, opened with its tensors still in the file. */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { LazyTensor } from '@beit2/torch/safetensors';
import { UserError } from '../errors.js';
import { FileReader } from '../files/file-access.js';
import { isOnnx, openOnnx } from './onnx-checkpoint.js';
import { attributesOf, tensorOf, tensorsIn, toPlain } from './pytorch/pickled-values.js';
import type { PickleValue } from './pytorch/pickle.js';
import { printable } from '../files/printable.js';
import {
  legacyStart,
  openTorchLegacy,
  openTorchZip,
  zipStart,
  type TorchFile,
} from './pytorch/pytorch-checkpoint.js';
import { openSafetensors } from './safetensors.js';
import { readWeightMap } from './shard-index.js';
import { refuseUnknown } from './pytorch/torch-names.js';

/** How a file is written. */
export type CheckpointFormat =
  'safetensors' | 'sharded safetensors' | 'sharded torch zip' | 'ONNX' | TorchFile['format'];

/** A checkpoint: one state dict and what stands beside it. */
export interface Checkpoint {
  /** The file that was read. */
  path: string;
  format: CheckpointFormat;
  /** Entry of the file that the state dict was, such as `model`; empty for the whole file. */
  entry: string;
  /** The state dict, in the file's order. */
  tensors: Map<string, LazyTensor>;
  /** Classes and functions that the file asks for and that are not known here: their values are not read, and nothing is run. */
  unknown: string[];
  /** Wrappers whose names were taken off the keys, such as `module.` of DistributedDataParallel. */
  stripped: string[];
  /** Everything else in the file as plain values, such as `args` and `epoch`; tensors there as `{ dtype, shape }`. */
  meta: Record<string, unknown>;
}

/** Entries that usually hold the weights, the likeliest first. */
const usualEntries = [
  'model',
  'module',
  'state_dict',
  'model_state_dict',
  'teacher',
  'model_ema',
  'state_dict_ema',
];

/**
 * Opens a checkpoint: safetensors (also sharded, by its index), a file of torch.save (zip or older), a TorchScript
 * archive, an ONNX file of `beit2 export`, or a folder with one of them under its usual name.
 * @param options.entry entry to take as the state dict instead of the usual one; empty for the whole file
 * @throws UserError in one sentence where it is none of these, is damaged, or holds no tensors
 */
export function readCheckpoint(path: string, options: { entry?: string } = {}): Checkpoint {
  const file = new FileReader(findFile(path));
  const checkpoint = openAny(file, options.entry);
  if (checkpoint.tensors.size === 0) {
    refuseUnknown(file.path, new Set(checkpoint.unknown));
    throw new UserError(`${file.path} holds no tensors.`);
  }
  return checkpoint;
}

/** Usual names in a folder, the best first. */
const usualFiles = [
  'model.safetensors.index.json',
  'model.safetensors',
  'pytorch_model.bin',
  'pytorch_model.bin.index.json',
  'latest/model.safetensors',
];

function findFile(path: string): string {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return path;
  const name = usualFiles.find((candidate) => existsSync(join(path, candidate)));
  if (name === undefined)
    throw new UserError(`The folder ${path} holds no checkpoint: it has none of ${usualFiles.join(', ')}.`);
  return join(path, name);
}

function openAny(file: FileReader, entry: string | undefined): Checkpoint {
  const start = Buffer.from(file.read(0, Math.min(file.size, 64)));
  if (start.subarray(0, 4).equals(zipStart)) return fromTorch(file, openTorchZip(file), entry);
  if (start.subarray(0, legacyStart.length).equals(legacyStart))
    return fromTorch(file, openTorchLegacy(file), entry);
  if (/^\s*\{/.test(start.toString('latin1')) && /\.json$/i.test(file.path)) return openShards(file, entry);
  if (isOnnx(file.path, start)) {
    const { tensors, metadata } = openOnnx(file);
    return { path: file.path, format: 'ONNX', entry: '', unknown: [], stripped: [], tensors, meta: metadata };
  }
  if (start[8] === 0x7b || /\.safetensors$/i.test(file.path)) {
    if (entry)
      throw new UserError(`${file.path} is a safetensors file, which has no entries: omit "${entry}".`);
    const { tensors, metadata } = openSafetensors(file.path);
    const own = stripWrappers(tensors);
    return { path: file.path, format: 'safetensors', entry: '', unknown: [], ...own, meta: metadata };
  }
  throw new UserError(
    `${file.path} is not a checkpoint: it is neither a safetensors file nor written by torch.save${hintAt(start)}.`,
  );
}

/** A checkpoint in several files beside an index that says which tensor is where. */
function openShards(index: FileReader, entry: string | undefined): Checkpoint {
  const shards = new Map<string, Checkpoint>();
  const tensors = new Map<string, LazyTensor>();
  for (const [name, shard] of readWeightMap(index)) {
    const path = join(dirname(index.path), shard);
    const opened = shards.get(shard) ?? openAny(new FileReader(path), entry);
    shards.set(shard, opened);
    const tensor = opened.tensors.get(name);
    if (!tensor)
      throw new UserError(
        `${path} has no tensor ${printable(name)}, although ${basename(index.path)} lists it.`,
      );
    tensors.set(name, tensor);
  }
  const [first] = shards.values();
  const format = first?.format === 'torch zip' ? 'sharded torch zip' : 'sharded safetensors';
  const unknown = [...new Set([...shards.values()].flatMap((shard) => shard.unknown))];
  const own = stripWrappers(tensors);
  return { path: index.path, format, entry: '', unknown, ...own, meta: first?.meta ?? {} };
}

/** What else a file seems to be. */
function hintAt(start: Buffer): string {
  const text = start.toString('latin1');
  if (text.startsWith('version https://git-lfs'))
    return ' but a Git LFS pointer; fetch the file that it points to';
  if (/^\s*</.test(text)) return ' but a web page, perhaps in place of a download';
  if (start.length === 0) return ', it is empty';
  return start[0] === 0x80 ? ' but some other Python pickle' : '';
}

function fromTorch(
  file: FileReader,
  { format, root, pickleSize, unknown }: TorchFile,
  wanted: string | undefined,
): Checkpoint {
  const limits = { path: file.path, size: pickleSize, fileSize: file.size };
  const entry = wanted ?? pickStateDict(root);
  const entries = attributesOf(root);
  const stateDict = entry === '' ? root : entries?.get(entry);
  if (stateDict === undefined) {
    const names = [...(entries?.keys() ?? [])]
      .slice(0, 20)
      .map((name) => printable(String(name)))
      .join(', ');
    throw new UserError(
      `${file.path} has no entry "${entry}", only ${names === '' ? 'one unnamed value' : names}.`,
    );
  }
  const rest = entry === '' ? withoutTensors(root) : new Map(entries);
  rest.delete(entry);
  const own = stripWrappers(tensorsIn(stateDict, limits));
  const meta = toPlain(rest, limits) as Record<string, unknown>;
  return { path: file.path, format, entry, unknown: [...unknown], ...own, meta };
}

/** Plain values beside the tensors of a flat file; the modules of a TorchScript archive are not among them. */
function withoutTensors(root: PickleValue): Map<PickleValue, PickleValue> {
  if (!(root instanceof Map)) return new Map();
  return new Map(
    [...(root as Map<PickleValue, PickleValue>)].filter(([, value]) => tensorOf(value) === null),
  );
}

/**
 * The entry of a file that holds the weights: the first of the usual names that holds tensors, else the whole file where
 * tensors stand at its top, else the first entry that holds some, else the whole file (empty text).
 */
function pickStateDict(root: PickleValue): string {
  const entries = attributesOf(root);
  // A TorchScript archive is the model itself: its parts may have any names.
  if (!entries || (!(root instanceof Map) && holdsTensors(root))) return '';
  const usual = usualEntries.find((name) => holdsTensors(entries.get(name)));
  if (usual !== undefined) return usual;
  if (holdsTensors(root)) return '';
  for (const [name, value] of entries) if (typeof name === 'string' && holdsTensors(value)) return name;
  return '';
}

function holdsTensors(value: PickleValue): boolean {
  return [...(attributesOf(value)?.values() ?? [])].some((child) => tensorOf(child) !== null);
}

/** Names in front of every key: of DistributedDataParallel and averaged models, of Lightning and others. */
const outerWrappers = ['module.', '_orig_mod.', '_fsdp_wrapped_module.', 'model.'];

/** Names within keys: of torch.compile, of FSDP and of activation checkpointing, around any part of a model. */
const innerWrappers = /(^|\.)(_orig_mod|_fsdp_wrapped_module|_checkpoint_wrapped_module)\./g;

/** Takes the names of wrappers off the keys, where all keys have them or they stand within. */
function stripWrappers(tensors: Map<string, LazyTensor>): Pick<Checkpoint, 'tensors' | 'stripped'> {
  const stripped = new Set<string>();
  let keys = [...tensors.keys()];
  // The count of averaged models of torch.optim.swa_utils stands beside the keys of the model.
  const counter = 'n_averaged';
  if (keys.includes(counter) && keys.every((key) => key === counter || key.startsWith('module.'))) {
    stripped.add(counter);
    keys = keys.filter((key) => key !== counter);
  }
  const inner = keys.map((key) => {
    const short = key.replace(innerWrappers, (whole, before: string) => {
      stripped.add(whole.slice(before.length));
      return before;
    });
    return [key, short] as const;
  });
  let named = inner;
  for (;;) {
    const prefix = outerWrappers.find((start) => named.every(([, key]) => key.startsWith(start)));
    if (prefix === undefined || named.length === 0) break;
    stripped.add(prefix);
    named = named.map(([key, short]) => [key, short.slice(prefix.length)] as const);
  }
  const isSame = stripped.size === 0 || new Set(named.map(([, short]) => short)).size < named.length;
  if (isSame) return { tensors, stripped: [] };
  const kept = named.flatMap(([key, short]) => {
    const tensor = tensors.get(key);
    return tensor ? [[short, tensor] as const] : [];
  });
  return { tensors: new Map(kept), stripped: [...stripped] };
}
