/** What a run leaves when a value is NaN or infinite: `diverged.json`, from which `beit2 replay` repeats the step bit for bit. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Generator, type nn, toRaw } from '@beit2/torch';
import * as torch from '@beit2/torch';
import { UserError } from '../../errors.js';
import { replaceText } from '../../files/durable-files.js';
import type { TrainingState } from './training-state.js';

export interface Divergence {
  /** The step with the value, its epoch, and its place there, from 0. */
  step: number;
  epoch: number;
  epochStep: number;
  quantity: string;
  /** All values of the step; those that are not finite as texts. */
  values: Record<string, number | string>;
  /** Names of the step's images, of rank 0. Crops, masks and mixing follow from seed, epoch and each image's place. */
  images: string[];
  seed: number;
  processes: number;
  /** The recipe as YAML. */
  recipe: string;
  /** What there was when the value was noticed: on a GPU that is a step later. */
  after: StateHashes;
}

/** Hashes of weights and generators after so many steps. */
export interface StateHashes {
  step: number;
  weights: string;
  generators: Record<string, string>;
}

const file = 'diverged.json';

/** SHA-256, hexadecimal, of a model's weights and buffers, and of the state of each generator. */
export function hashState(step: number, { model, generators }: TrainingState): StateHashes {
  return {
    step,
    weights: hashModule(model),
    generators: Object.fromEntries(
      Object.entries(generators).map(([name, generator]) => [name, hashGenerator(generator)]),
    ),
  };
}

function hashModule(model: nn.Module): string {
  const hash = createHash('sha256');
  for (const [name, tensor] of model.stateDict()) {
    const { dtype, shape, data } = torch.scope(() => toRaw(tensor));
    hash.update(`${name} ${dtype} ${shape.join('x')}\n`).update(data);
  }
  return hash.digest('hex');
}

function hashGenerator(generator: Generator): string {
  const { data } = torch.scope(() => toRaw(generator.getState()));
  return createHash('sha256').update(data).digest('hex');
}

export function writeDivergence(folder: string, divergence: Divergence): void {
  replaceText(join(folder, file), JSON.stringify(divergence, null, 2) + '\n');
}

/** What a run left; null where it did not diverge. @throws UserError when the file is damaged */
export function readDivergence(folder: string): Divergence | null {
  const path = join(folder, file);
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Divergence;
  } catch {
    throw new UserError(`${path} is damaged: name the step to repeat with --step.`);
  }
}
