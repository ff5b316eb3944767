/** torch.save() and torch.load(): tensors, and the values around them, in safetensors files, which other libraries read too. */
import type { Device } from '../dtype.js';
import { expectObject, expectString } from '../expect.js';
import type { StateDict } from '../nn/state-dict.js';
import { checkOptions, describe, type OptionNames } from '../options.js';
import type { Tensor } from '../tensor.js';
import { putTogether, takeApart } from './nested.js';
import { readFrom, writeWhole } from './on-disk.js';
import type { LazyTensor } from './raw-tensor.js';
import { allFromRaw, toRaw } from './raw-values.js';
import { parseSafetensors, safetensorsBytes } from './safetensors.js';

/** Options of save(). */
export interface SaveOptions {
  /** Strings for the file's header; `parseSafetensors()` of `@beit2/torch/safetensors` returns them. */
  metadata?: Readonly<Record<string, string>>;
}

/** Options of load(). */
export interface LoadOptions {
  /** Device of the tensors. @default 'cpu' */
  mapLocation?: Device;
}

const saveOptions: OptionNames<SaveOptions> = { metadata: true };
const loadOptions: OptionNames<LoadOptions> = { mapLocation: true };

/** Key of the header's string that holds the values around the tensors. */
const treeName = '@beit2/torch';

/**
 * Writes a state dict, or tensors, numbers, strings, booleans and null nested in objects, arrays and Maps, to a safetensors
 * file. Tensors are named by the keys that lead to them (`optimizer.state.0.exp_avg`). The file is replaced in one step:
 * a reader sees the old or the new one.
 * @throws TypeError for what cannot be saved, with its path; SafetensorsError for complex128 and complex32, which the format
 * lacks; Error where the file cannot be written
 * @example torch.save(model.stateDict(), 'model.safetensors');
 * @example torch.save({ model: model.stateDict(), optimizer: optimizer.stateDict(), epoch }, 'checkpoint.safetensors');
 */
export function save(value: object, path: string, options: SaveOptions = {}): void {
  const { metadata = {} } = checkOptions('torch.save', options, saveOptions);
  expectObject('torch.save', 'value', value);
  expectString('torch.save', 'path', path);
  checkMetadata(metadata);
  const { tensors, tree } = takeApart(value);
  const lazy = new Map([...tensors].map(([name, tensor]) => [name, lazyRaw(tensor)]));
  writeWhole(path, safetensorsBytes(lazy, tree === null ? metadata : { ...metadata, [treeName]: tree }));
}

function checkMetadata(metadata: Readonly<Record<string, unknown>>): void {
  for (const [key, text] of Object.entries(metadata)) {
    if (typeof text !== 'string')
      throw new TypeError(`torch.save: metadata.${key} must be a string but is ${describe(text)}`);
    if (key === treeName) throw new TypeError(`torch.save: the key ${treeName} of metadata is reserved`);
  }
}

/** Copied to the CPU only when its turn comes: one tensor at a time is in memory twice. */
function lazyRaw(tensor: Tensor): LazyTensor {
  return { dtype: tensor.dtype, shape: tensor.shape, read: () => toRaw(tensor) };
}

/**
 * Reads what save() wrote; from a safetensors file of another library, its tensors by name. None of them requires gradients.
 * `T` is not checked: it is what the caller knows of the file. `loadStateDict()` compares names and shapes.
 * @throws SafetensorsError where the file is damaged or of another format; Error where it cannot be read
 * @example model.loadStateDict(torch.load('model.safetensors', { mapLocation: 'cuda' }));
 * @example const { epoch } = torch.load<{ epoch: number }>('checkpoint.safetensors');
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what the caller knows of the file
export function load<T extends object = StateDict>(path: string, options: LoadOptions = {}): T {
  const { mapLocation } = checkOptions('torch.load', options, loadOptions);
  expectString('torch.load', 'path', path);
  return readFrom(path, (source) => {
    const { tensors: stored, metadata } = parseSafetensors(source);
    const tensors = allFromRaw(stored, mapLocation);
    const tree = metadata[treeName];
    return (tree === undefined ? tensors : putTogether(tree, tensors, path)) as T;
  });
}
