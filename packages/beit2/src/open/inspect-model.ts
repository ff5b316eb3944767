/** What a checkpoint holds and what loading it would do: the content of `beit2 inspect`. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { byteCount, elementCount } from '@beit2/torch/safetensors';
import { UserError } from '../errors.js';
import type { CheckpointFormat } from '../formats/checkpoint.js';
import type { Description, ModelSizes } from '../model/weights/detect.js';
import { isKnown, type KeyNote, type StateDict } from '../model/weights/key-maps.js';
import { followNotes, planLoad, type LoadPlan, type WantedShapes } from '../model/weights/load-plan.js';
import { tableRows } from '../model/resize-positions.js';
import type { ModelCard } from '../model/model-card.js';
import { findWeights, type FoundWeights, type WeightOptions } from './find-weights.js';
import { readCard } from './read-card.js';
import type { Assumption } from './read-image-facts.js';

export interface Inspection extends Description {
  path: string;
  format: CheckpointFormat;
  /** Entry of the file that holds the weights; empty for the whole file. */
  entry: string;
  /** Elements of all tensors. */
  parameters: number;
  /** Bytes of all tensors. */
  bytes: number;
  tensors: { key: string; dtype: string; shape: number[] }[];
  /** What a load does with each key: for fine-tuning where the file is a BEiT encoder, else for the model that it is. */
  load: KeyNote[];
  /** Keys that fine-tuning starts afresh. */
  fresh: string[];
  /** Why it could not be loaded for fine-tuning; null where it can, or is for something else. */
  problem: string | null;
  /** What else the file holds. */
  meta: Record<string, unknown>;
  /** Classes and functions that the file asks for and whose values are not read. */
  unknown: string[];
  /** Names of wrappers that were taken off the keys. */
  stripped: string[];
  /** What is known of the model; null where it is none that is known, or its sizes cannot be told. */
  card: ModelCard | null;
  assumed: Assumption[];
}

export interface InspectOptions extends WeightOptions {
  /** Pixels of the pictures' side in a fine-tuning; as in the file where left out. */
  imageSize?: number;
  /** Classes of a fine-tuning; as in the file where left out. */
  classes?: number;
}

/**
 * Looks into weights without reading their tensors.
 * @param reference as `openModel` takes it
 * @throws UserError where there are none
 */
export async function inspectModel(reference: string, options: InspectOptions): Promise<Inspection> {
  const found = await findWeights(reference, options);
  const { checkpoint, kind, dialect, title, sizes, notes, sidecars } = found;
  const state = stateOfRun(checkpoint.path);
  const tensors = [...checkpoint.tensors].map(([key, { dtype, shape }]) => ({ key, dtype, shape }));
  const { plan, problem } = planFineTuning(found, options);
  const { card, assumed, unknown: why } = await cardOf(found, options);
  const config = sidecars.huggingFace ?? sidecars.timm;
  return {
    kind,
    dialect,
    sizes,
    title: state ? `${title}, saved by a beit2 run` : title,
    path: checkpoint.path,
    format: checkpoint.format,
    entry: checkpoint.entry,
    parameters: tensors.reduce((sum, { shape }) => sum + elementCount(shape), 0),
    bytes: [...checkpoint.tensors.values()].reduce((sum, tensor) => sum + byteCount(tensor), 0),
    tensors,
    load: plan ? followNotes(notes, plan.notes) : notes,
    fresh: plan?.fresh.filter((key) => !key.endsWith('relative_position_index')) ?? [],
    problem: problem ?? why,
    unknown: checkpoint.unknown,
    stripped: checkpoint.stripped,
    meta: { ...checkpoint.meta, ...(config && { config }), ...state },
    card,
    assumed,
  };
}

/** The card, or why it cannot be told. */
async function cardOf(
  found: FoundWeights,
  { given }: InspectOptions,
): Promise<{ card: ModelCard | null; assumed: Assumption[]; unknown: string | null }> {
  if (found.kind === 'unknown') return { card: null, assumed: [], unknown: null };
  try {
    return { ...(await readCard(found, given)), unknown: null };
  } catch (error) {
    if (error instanceof UserError) return { card: null, assumed: [], unknown: error.message };
    throw error;
  }
}

/** What our own runs write beside their tensors; null for any other file. */
function stateOfRun(path: string): Record<string, unknown> | null {
  const file = join(dirname(path), 'state.json');
  if (!existsSync(file)) return null;
  try {
    const state = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    return String(state.format).startsWith('beit2 checkpoint') ? state : null;
  } catch {
    return null; // some other program's file of that name
  }
}

function planFineTuning(
  { path, tensors, kind, sizes }: FoundWeights,
  options: InspectOptions,
): { plan: LoadPlan | null; problem: string | null } {
  if (kind !== 'pretrained' && kind !== 'classifier' && kind !== 'encoder')
    return { plan: null, problem: null };
  try {
    const wanted = fineTuneShapes(tensors, sizes, options);
    return { plan: planLoad(path, tensors, wanted, { fresh: [/^head\./, /^fc_norm\./] }), problem: null };
  } catch (error) {
    if (error instanceof UserError) return { plan: null, problem: error.message };
    throw error;
  }
}

/** Shapes of the classifier that a fine-tuning makes of an encoder. */
function fineTuneShapes(tensors: StateDict, sizes: ModelSizes, options: InspectOptions): WantedShapes {
  const { dim = 0, depth = 0, patch = 1, grid } = sizes;
  const { imageSize } = options;
  if (imageSize !== undefined && imageSize % patch !== 0)
    throw new UserError(
      `Images of ${imageSize} pixels cannot be divided into the model's patches of ${patch}.`,
    );
  const side = imageSize === undefined ? grid : imageSize / patch;
  const resized = (key: string, shape: number[]): number[] => {
    if (side === undefined) return shape;
    if (key === 'pos_embed') return [1, side * side + 1, dim];
    return key.endsWith('relative_position_bias_table')
      ? [tableRows([side, side]), ...shape.slice(1)]
      : shape;
  };
  const wanted = new Map<string, { shape: number[] }>();
  for (const [key, { shape }] of tensors) {
    if (!isKnown(key, 'encoder')) continue;
    if (/^(mask_token$|lm_head\.|cls_pt_|norm\.|head\.)|relative_position_index$/.test(key)) continue;
    const isShared = key === 'rel_pos_bias.relative_position_bias_table';
    const names = isShared
      ? Array.from({ length: depth }, (_, block) => `blocks.${block}.attn.relative_position_bias_table`)
      : [key];
    for (const name of names) wanted.set(name, { shape: resized(name, shape) });
  }
  const classes = options.classes ?? sizes.classes;
  for (const key of ['fc_norm.weight', 'fc_norm.bias']) wanted.set(key, { shape: [dim] });
  if (classes !== undefined)
    wanted.set('head.weight', { shape: [classes, dim] }).set('head.bias', { shape: [classes] });
  return wanted;
}
