/** Any checkpoint of the field, recognised by its content, opened with its tensors still in the file. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.js';
import { FileReader } from './file-access.js';
import { attributesOf, tensorOf, tensorsIn, toPlain } from './pickled-values.js';
import type { PickleValue } from './pickle.js';
import { printable } from './printable.js';
import {
  legacyStart,
  openTorchLegacy,
  openTorchZip,
  zipStart,
  type TorchFile,
} from './pytorch-checkpoint.js';
import type { LazyTensor } from './raw-tensor.js';
import { openSafetensors, openShardedSafetensors } from './safetensors.js';

/** How a file is written. */
export type CheckpointFormat = 'safetensors' | 'sharded safetensors' | TorchFile['format'];

/** A checkpoint: one state dict and what stands beside it. */
export interface Checkpoint {
  /** The file that was read. */
  path: string;
  format: CheckpointFormat;
  /** Entry of the file that the state dict was, such as `model`; empty for the whole file. */
  entry: string;
  /** The state dict, in the file's order. */
  tensors: Map<string, LazyTensor>;
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
 * archive, or a folder with one of them under its usual name.
 * @param options.entry entry to take as the state dict instead of the usual one; empty for the whole file
 * @throws UserError in one sentence where it is none of these, is damaged, or holds no tensors
 */
export function readCheckpoint(path: string, options: { entry?: string } = {}): Checkpoint {
  const file = new FileReader(findFile(path));
  const checkpoint = openAny(file, options.entry);
  if (checkpoint.tensors.size === 0) throw new UserError(`${file.path} holds no tensors.`);
  return checkpoint;
}

/** Usual names in a folder, the best first. */
const usualFiles = [
  'model.safetensors.index.json',
  'model.safetensors',
  'pytorch_model.bin',
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
  const isIndex = start[0] === 0x7b && file.path.endsWith('.json');
  if (isIndex || start[8] === 0x7b || file.path.endsWith('.safetensors')) {
    if (entry)
      throw new UserError(`${file.path} is a safetensors file, which has no entries: leave "${entry}" out.`);
    const { tensors, metadata } = isIndex ? openShardedSafetensors(file.path) : openSafetensors(file.path);
    const format = isIndex ? 'sharded safetensors' : 'safetensors';
    return { path: file.path, format, entry: '', tensors: stripWrappers(tensors), meta: metadata };
  }
  throw new UserError(
    `${file.path} is no checkpoint: it is neither safetensors nor a file of torch.save${hintAt(start)}.`,
  );
}

/** What else a file seems to be. */
function hintAt(start: Buffer): string {
  const text = start.toString('latin1');
  if (text.startsWith('version https://git-lfs'))
    return ' but a pointer of Git LFS; fetch the file it points to';
  if (/^\s*</.test(text)) return ' but a web page, perhaps in place of a download';
  if (start.length === 0) return ', it is empty';
  return start[0] === 0x80 ? ' but some other Python pickle' : '';
}

function fromTorch(
  file: FileReader,
  { format, root, pickleSize }: TorchFile,
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
  const tensors = stripWrappers(tensorsIn(stateDict, limits));
  return { path: file.path, format, entry, tensors, meta: toPlain(rest, limits) as Record<string, unknown> };
}

/** Plain values beside the tensors of a flat file; the modules of a TorchScript archive are not among them. */
function withoutTensors(root: PickleValue): Map<PickleValue, PickleValue> {
  if (!(root instanceof Map)) return new Map();
  return new Map(
    [...(root as Map<PickleValue, PickleValue>)].filter(([, value]) => tensorOf(value) === null),
  );
}

/**
 * The entry of a file that holds the weights: the whole file where tensors stand at its top, else the first of the
 * usual names that holds tensors, else the first entry that does, else the whole file (empty text).
 */
export function pickStateDict(root: PickleValue): string {
  const entries = attributesOf(root);
  if (!entries || holdsTensors(root)) return '';
  const usual = usualEntries.find((name) => holdsTensors(entries.get(name)));
  if (usual !== undefined) return usual;
  for (const [name, value] of entries) if (typeof name === 'string' && holdsTensors(value)) return name;
  return '';
}

function holdsTensors(value: PickleValue): boolean {
  return [...(attributesOf(value)?.values() ?? [])].some((child) => tensorOf(child) !== null);
}

/** Takes off what DistributedDataParallel and torch.compile put in front of every key. */
function stripWrappers(tensors: Map<string, LazyTensor>): Map<string, LazyTensor> {
  const prefix = ['module.', '_orig_mod.'].find((start) =>
    [...tensors.keys()].every((key) => key.startsWith(start)),
  );
  if (prefix === undefined || tensors.size === 0) return tensors;
  return stripWrappers(new Map([...tensors].map(([key, tensor]) => [key.slice(prefix.length), tensor])));
}
