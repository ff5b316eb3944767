/** Weights for a VisionTransformer from any checkpoint of the field: our runs, official files, timm, Hugging Face. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as torch from '@beit2/torch';
import { z } from 'zod';
import { loadStageRecipe } from '../config/recipe.js';
import type { FinetuneRecipe } from '../config/schema.js';
import { UserError } from '../errors.js';
import { readCheckpoint } from '../formats/checkpoint.js';
import { classNames } from '../formats/class-names.js';
import { describeStateDict, type Description } from '../formats/detect.js';
import { resolveWeights, type ResolveOptions } from '../formats/hub.js';
import { readJson } from '../formats/json-file.js';
import { toOfficialKeys, type KeyNote, type StateDict } from '../formats/key-maps.js';
import { followNotes, planLoad } from '../formats/load-plan.js';
import { allToTorch } from '../formats/tensors.js';
import { VisionTransformer } from '../model/vision-transformer.js';
import { findCheckpoint } from '../train/checkpoint.js';

/** The weights of an encoder or classifier, still in their file, under our key names. */
export interface VitWeights extends Description {
  /** The file. */
  path: string;
  tensors: StateDict;
  /** What became of the file's own keys. */
  notes: KeyNote[];
  /** What stands beside the tensors, such as our runs' `recipe` and `classes`, or Hugging Face's `config`. */
  meta: Record<string, unknown>;
}

/**
 * Opens weights by reference: a run of ours or its checkpoint, a file, `hf:ORG/NAME`, `https://…`.
 * @param warn told of damaged checkpoints that are passed over
 * @throws UserError where there is none, or it holds another kind of model
 */
export async function openVitWeights(
  reference: string,
  warn: (sentence: string) => void,
  options: ResolveOptions = {},
): Promise<VitWeights> {
  const path = fileOf(await resolveWeights(reference, options), warn);
  const checkpoint = readCheckpoint(path);
  const description = describeStateDict(checkpoint.tensors, checkpoint.meta);
  if (!['pretrained', 'classifier', 'encoder'].includes(description.kind)) {
    throw new UserError(
      `${reference} holds ${description.title}, but a BEiT or BEiT v2 vision transformer is needed.`,
    );
  }
  const { tensors, notes } = toOfficialKeys(checkpoint.tensors, description);
  return { ...description, path: checkpoint.path, tensors, notes, meta: checkpoint.meta };
}

/** For a run or a checkpoint of ours the whole checkpoint's weights, anything else as it is. */
export function fileOf(path: string, warn: (sentence: string) => void): string {
  const isOurs = ['recipe.yaml', 'state.json', 'checkpoints'].some((name) => existsSync(join(path, name)));
  return isOurs ? join(findCheckpoint(path, warn).path, 'model.safetensors') : path;
}

/** What a load did. */
export interface LoadReport {
  /** What became of each key of the file. */
  notes: KeyNote[];
  /** Keys of the model that keep its own values. */
  fresh: string[];
}

/**
 * Copies weights into a model; positions of another grid are resized, a shared position table is copied to the blocks.
 * @param fresh keys that may keep the model's own values where the file lacks them or has another shape
 * @throws UserError that lists every key missing, unexpected and mismatched
 */
export function loadVitWeights(
  model: VisionTransformer,
  weights: VitWeights,
  fresh: readonly RegExp[] = [],
): LoadReport {
  const plan = planLoad(weights.path, weights.tensors, model.stateDict(), { fresh });
  torch.scope(() => {
    model.loadStateDict(allToTorch(plan.tensors), { strict: false });
  });
  return {
    notes: followNotes(weights.notes, plan.notes),
    fresh: plan.fresh.filter((key) => !key.endsWith('relative_position_index')),
  };
}

/** The model section that weights need, as far as they tell. */
export function modelOf({ sizes, tensors }: VitWeights): Partial<FinetuneRecipe['model']> {
  const { dim, depth, patch, heads, hidden, normEps } = sizes;
  const has = (pattern: RegExp): boolean => [...tensors.keys()].some((key) => pattern.test(key));
  const ratio = dim === undefined || hidden === undefined ? undefined : hidden / dim;
  const known = {
    patchSize: patch,
    dim,
    depth,
    heads,
    mlpRatio: ratio !== undefined && Math.floor(ratio * (dim ?? 1)) < (hidden ?? 0) ? ratio + 1e-9 : ratio,
    normEps,
  };
  return Object.fromEntries(
    Object.entries({
      ...known,
      position: positionOf(has),
      layerScale: has(/\.gamma_1$/) ? undefined : 0,
    }).filter(([, value]) => value !== undefined),
  );
}

function positionOf(has: (pattern: RegExp) => boolean): FinetuneRecipe['model']['position'] | undefined {
  if (has(/^pos_embed$/)) return 'absolute';
  return has(/^blocks\.0\.attn\.relative_position_bias_table$/) ? 'per-block' : undefined;
}

/** Names of the classes that weights were trained on, null where they do not tell. */
export function classesOf({ meta, sizes }: VitWeights): string[] | null {
  return classNames(meta, sizes.classes);
}

/** The recipe of a classifier that was not trained here: sizes from its weights, the rest as fine-tuning has it. */
export function recipeOfForeign(weights: VitWeights): FinetuneRecipe {
  const { sizes, tensors, path } = weights;
  const { grid = 14, patch = 16, dim = 768 } = sizes;
  const model = { heads: Math.max(1, Math.round(dim / 64)), ...modelOf(weights) };
  const normalization = preprocessorOf(path);
  const values = {
    data: { imageSize: grid * patch, ...normalization },
    model: { ...model, meanPooling: tensors.has('fc_norm.weight') },
  };
  return loadStageRecipe('finetune', 'finetune', [
    ...Object.entries(values.data).map(([key, value]) => `data.${key}=${JSON.stringify(value)}`),
    ...Object.entries(values.model).map(([key, value]) => `model.${key}=${JSON.stringify(value)}`),
  ]);
}

const channelsSchema = z.array(z.number()).length(3).optional();
const preprocessorSchema = z.object({ image_mean: channelsSchema, image_std: channelsSchema });

/** Mean and standard deviation that Hugging Face's library writes beside weights. */
function preprocessorOf(path: string): { mean?: number[]; std?: number[] } {
  const file = join(dirname(path), 'preprocessor_config.json');
  if (!existsSync(file)) return {};
  const { image_mean: mean, image_std: std } = readJson(
    file,
    preprocessorSchema,
    'configuration of an image processor',
  );
  return mean && std ? { mean, std } : {};
}
