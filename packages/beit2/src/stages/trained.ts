/** Models that earlier runs trained, found by the path of a run or of a checkpoint. */
import { dirname, join } from 'node:path';
import * as torch from '@beit2/torch';
import { readSavedRecipe } from '../config/recipe.js';
import type { PretrainRecipe, Recipe, TokenizerRecipe } from '../config/schema.js';
import { UserError } from '../errors.js';
import { allToTorch } from '../formats/tensors.js';
import { MaskedImageModel } from '../model/masked-image-model.js';
import { Tokenizer, VQKD, type TokenizerConfig, type VQKDConfig } from '../tokenizer/vqkd.js';
import { findCheckpoint, type Checkpoint } from '../train/checkpoint.js';

export interface TrainedRun {
  recipe: Recipe;
  checkpoint: Checkpoint;
}

/**
 * The newest whole checkpoint of a run, or the one named, with the recipe of its run.
 * @throws UserError when there is none
 */
export function findTrained(path: string, warn: (sentence: string) => void): TrainedRun {
  const checkpoint = findCheckpoint(path, warn);
  const run = dirname(dirname(checkpoint.path));
  return { recipe: readSavedRecipe(join(run, 'recipe.yaml')), checkpoint };
}

/** Sizes of a recipe's tokenizer. */
export function tokenizerConfig({ data, model, quantizer }: TokenizerRecipe): TokenizerConfig {
  return { encoder: { imageSize: data.imageSize, ...model }, quantizer };
}

/** Loads the weights whose names `chosen` accepts. @throws Error that lists missing and unexpected keys */
function loadWeights(
  model: torch.nn.Module,
  checkpoint: Checkpoint,
  chosen: (name: string) => boolean,
): void {
  const kept = [...checkpoint.read('model')].filter(([name]) => chosen(name));
  torch.scope(() => {
    model.loadStateDict(allToTorch(new Map(kept)));
  });
}

/** Sizes of the whole VQ-KD of a recipe, for a teacher with features of size `teacherDim`. */
export function vqkdConfig(recipe: TokenizerRecipe, teacherDim: number): VQKDConfig {
  return { ...tokenizerConfig(recipe), decoderDepth: recipe.decoder.depth, teacherDim };
}

function findTokenizer(
  path: string,
  warn: (sentence: string) => void,
): { recipe: TokenizerRecipe; checkpoint: Checkpoint } {
  const { recipe, checkpoint } = findTrained(path, warn);
  if (recipe.stage === 'tokenizer') return { recipe, checkpoint };
  throw new UserError(`${path} is a run of the stage ${recipe.stage}, not a tokenizer.`);
}

/** A whole trained VQ-KD, decoder included, in evaluation mode. @throws UserError when the run is no tokenizer's */
export function loadVqkd(
  path: string,
  device: string,
  warn: (sentence: string) => void,
): { model: VQKD; recipe: TokenizerRecipe } {
  const { recipe, checkpoint } = findTokenizer(path, warn);
  const teacherDim = checkpoint.read('model').get('decode_task_layer.2.bias')?.shape[0] ?? 1;
  const model = new VQKD(vqkdConfig(recipe, teacherDim));
  loadWeights(model, checkpoint, () => true);
  model.to({ device }).eval().requiresGrad_(false);
  return { model, recipe };
}

/** The half of a trained VQ-KD that turns images into codes, in evaluation mode. @throws UserError when the run is no tokenizer's */
export function loadTokenizer(
  path: string,
  device: string,
  warn: (sentence: string) => void,
): { tokenizer: Tokenizer; recipe: TokenizerRecipe } {
  const { recipe, checkpoint } = findTokenizer(path, warn);
  const tokenizer = new Tokenizer(tokenizerConfig(recipe));
  loadWeights(tokenizer, checkpoint, (name) => !/^decode/.test(name));
  tokenizer.to({ device }).eval().requiresGrad_(false);
  return { tokenizer, recipe };
}

/** Sizes of a recipe's masked image model; `outputs` a masked patch. */
export function maskedImageModel({ data, model }: PretrainRecipe, outputs: number): MaskedImageModel {
  return new MaskedImageModel({ imageSize: data.imageSize, ...model, codes: outputs });
}

/** A pretrained model in evaluation mode, or one of the same sizes with random weights. @throws UserError when the run is no pretraining */
export function loadPretrained(
  path: string,
  device: string,
  warn: (sentence: string) => void,
  randomWeights = false,
): { model: MaskedImageModel; recipe: PretrainRecipe } {
  const { recipe, checkpoint } = findTrained(path, warn);
  if (recipe.stage !== 'pretrain') {
    throw new UserError(`${path} is a run of the stage ${recipe.stage}, not a pretrained model.`);
  }
  const outputs = checkpoint.read('model').get('lm_head.bias')?.shape[0] ?? 1;
  const model = maskedImageModel(recipe, outputs);
  if (!randomWeights) loadWeights(model, checkpoint, () => true);
  model.to({ device }).eval().requiresGrad_(false);
  return { model, recipe };
}
