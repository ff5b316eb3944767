/** From a reference to weights still in their file: a run, one of its checkpoints, a file, a folder, the hub, an address. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { printable } from '../files/printable.js';
import { readCheckpoint, type Checkpoint } from '../formats/checkpoint.js';
import { resolveWeights, type ResolveOptions } from '../formats/hub.js';
import type { CardOverrides } from '../model/model-card.js';
import { describeStateDict, type Description } from '../model/weights/detect.js';
import { toOfficialKeys, type KeyNote, type StateDict } from '../model/weights/key-maps.js';
import { readSidecars, type Sidecars } from '../model/weights/sidecars.js';
import { findCheckpoint } from '../train/run/checkpoint.js';

export interface WeightOptions extends ResolveOptions {
  /** Told of damaged checkpoints that are passed over, and of what is assumed of the model. */
  say: (sentence: string) => void;
  /** Entry of the file that holds the weights, in place of the usual one; empty for the whole file. */
  entry?: string | undefined;
  /** Said in place of what the file tells. */
  given?: CardOverrides | undefined;
}

/** Weights still in their file, of a model known here or not. */
export interface FoundWeights extends Description {
  /** The name by which they were asked for. */
  reference: string;
  /** The file, how it is written, and its own key names. */
  checkpoint: Checkpoint;
  /** The file. */
  path: string;
  /** Under our key names, where the model is known. */
  tensors: StateDict;
  /** What became of the file's own keys. */
  notes: KeyNote[];
  sidecars: Sidecars;
}

/** The file that a reference means, downloaded where it is elsewhere; of a run or a checkpoint its weights. */
async function findFile(reference: string, options: WeightOptions): Promise<string> {
  const path = await resolveWeights(reference, options);
  const isOurs = ['recipe.yaml', 'state.json', 'checkpoints'].some((name) => existsSync(join(path, name)));
  return isOurs ? join(findCheckpoint(path, options.say).path, 'model.safetensors') : path;
}

/** Finds weights of any kind. @throws UserError where there are none */
export async function findWeights(reference: string, options: WeightOptions): Promise<FoundWeights> {
  const checkpoint = readCheckpoint(await findFile(reference, options), { entry: options.entry });
  const { path } = checkpoint;
  const sidecars = readSidecars(path);
  const description = describeStateDict(checkpoint.tensors, sidecars.huggingFace);
  const { tensors, notes } = toOfficialKeys(checkpoint.tensors, description);
  return { ...description, reference, checkpoint, path, tensors, notes, sidecars };
}

/** Says which wrappers' names were taken off the keys. */
export function sayStripped({ reference, checkpoint }: FoundWeights, { say }: WeightOptions): void {
  const names = checkpoint.stripped.map(printable).join(', ');
  if (names !== '') say(`Removed ${names} from the keys of ${reference}.`);
}
