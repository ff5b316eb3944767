/** Models that earlier runs trained, found by the path of a run, of a checkpoint, or of its `model.safetensors`. */
import { join } from 'node:path';
import * as torch from '@beit2/torch';
import { parseRecipe } from '../config/recipe.js';
import type { FinetuneRecipe, PretrainRecipe, Recipe, TokenizerRecipe } from '../config/schema.js';
import { UserError } from '../errors.js';
import { openSafetensors, type LazyTensor } from '../formats/safetensors.js';
import { allToTorch } from '../formats/tensors.js';
import { MaskedImageModel } from '../model/masked-image-model.js';
import { VisionTransformer } from '../model/vision-transformer.js';
import { Tokenizer, VQKD, type TokenizerConfig, type VQKDConfig } from '../tokenizer/vqkd.js';
import { findCheckpoint } from '../train/checkpoint.js';
import { classesOf, loadVitWeights, openVitWeights, recipeOfForeign } from './vit-weights.js';

export interface Trained {
  recipe: Recipe;
  /** The file of the weights. */
  file: string;
  /** The model's weights, still in their file. */
  weights: ReadonlyMap<string, LazyTensor>;
}

/**
 * The weights and recipe that `path` means: a run (its newest whole checkpoint), a checkpoint's folder, or a file that
 * was a checkpoint's `model.safetensors`, which holds its recipe.
 * @throws UserError when there is none, or the file is not ours
 */
export function findTrained(path: string, warn: (sentence: string) => void): Trained {
  const file = path.endsWith('.safetensors')
    ? path
    : join(findCheckpoint(path, warn).path, 'model.safetensors');
  const { tensors, metadata } = openSafetensors(file);
  if (metadata.recipe === undefined) {
    throw new UserError(`${file} was not written by beit2: it holds no recipe that tells what model it is.`);
  }
  return { recipe: parseRecipe(metadata.recipe, `the recipe in ${file}`), file, weights: tensors };
}

/** Sizes of a recipe's tokenizer. */
export function tokenizerConfig({ data, model, quantizer }: TokenizerRecipe): TokenizerConfig {
  return { encoder: { imageSize: data.imageSize, ...model }, quantizer };
}

/** Loads the weights whose names `chosen` accepts. @throws Error that lists missing and unexpected keys */
function loadWeights(
  model: torch.nn.Module,
  weights: Trained['weights'],
  chosen: (name: string) => boolean,
): void {
  const kept = [...weights].filter(([name]) => chosen(name));
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
): { recipe: TokenizerRecipe; weights: Trained['weights'] } {
  const { recipe, weights } = findTrained(path, warn);
  if (recipe.stage === 'tokenizer') return { recipe, weights };
  throw new UserError(`${path} is a run of the stage ${recipe.stage}, not a tokenizer.`);
}

/** A whole trained VQ-KD, decoder included, in evaluation mode. @throws UserError when the run is no tokenizer's */
export function loadVqkd(
  path: string,
  device: torch.Device,
  warn: (sentence: string) => void,
): { model: VQKD; recipe: TokenizerRecipe } {
  const { recipe, weights } = findTokenizer(path, warn);
  const teacherDim = weights.get('decode_task_layer.2.bias')?.shape[0] ?? 1;
  const model = new VQKD(vqkdConfig(recipe, teacherDim));
  loadWeights(model, weights, () => true);
  model.to({ device }).eval().requiresGrad_(false);
  return { model, recipe };
}

/** The half of a trained VQ-KD that turns images into codes, in evaluation mode. @throws UserError when the run is no tokenizer's */
export function loadTokenizer(
  path: string,
  device: torch.Device,
  warn: (sentence: string) => void,
): { tokenizer: Tokenizer; recipe: TokenizerRecipe } {
  const { recipe, weights } = findTokenizer(path, warn);
  const tokenizer = new Tokenizer(tokenizerConfig(recipe));
  loadWeights(tokenizer, weights, (name) => !/^decode/.test(name));
  tokenizer.to({ device }).eval().requiresGrad_(false);
  return { tokenizer, recipe };
}

/** Sizes of a recipe's masked image model; `outputs` a masked patch. */
export function maskedImageModel({ data, model }: PretrainRecipe, outputs: number): MaskedImageModel {
  return new MaskedImageModel({ imageSize: data.imageSize, ...model, codes: outputs });
}

/** Recipe and weights of a pretrained model. @throws UserError when the run is no pretraining */
export function findPretrained(
  path: string,
  warn: (sentence: string) => void,
): Trained & { recipe: PretrainRecipe } {
  const { recipe, ...rest } = findTrained(path, warn);
  if (recipe.stage === 'pretrain') return { recipe, ...rest };
  throw new UserError(`${path} is a run of the stage ${recipe.stage}, not a pretrained model.`);
}

/** A pretrained model in evaluation mode, or one of the same sizes with random weights. @throws UserError when the run is no pretraining */
export function loadPretrained(
  path: string,
  device: torch.Device,
  warn: (sentence: string) => void,
  randomWeights = false,
): { model: MaskedImageModel; recipe: PretrainRecipe } {
  const { recipe, weights } = findPretrained(path, warn);
  const outputs = weights.get('lm_head.bias')?.shape[0] ?? 1;
  const model = maskedImageModel(recipe, outputs);
  if (!randomWeights) loadWeights(model, weights, () => true);
  model.to({ device }).eval().requiresGrad_(false);
  return { model, recipe };
}

/** The classifier of a recipe, with fresh weights. */
export function classifierModel({ data, model }: FinetuneRecipe, classes: number): VisionTransformer {
  const { normEps, ...sizes } = model;
  return new VisionTransformer({ imageSize: data.imageSize, ...sizes, eps: normEps, classes });
}

/** A trained classifier. */
export interface Classifier {
  /** In evaluation mode, without gradients. */
  model: VisionTransformer;
  /** Its own, or for weights that were not trained here one made from their sizes: see `data` for size, mean and std. */
  recipe: FinetuneRecipe;
  /** Names of the classes in the order of the logits; '0', '1', ... where nothing tells them. */
  classes: string[];
}

/**
 * A classifier from a fine-tuning run or its checkpoint, a file (ours, official, timm's, Hugging Face's), `hf:ORG/NAME`
 * or `https://…`.
 * @throws UserError where there is none, or it has no head
 */
export async function loadClassifier(
  path: string,
  device: torch.Device,
  warn: (sentence: string) => void,
): Promise<Classifier> {
  const weights = await openVitWeights(path, warn);
  const count = weights.tensors.get('head.weight')?.shape[0];
  if (count === undefined) {
    throw new UserError(
      `${path} has no classification head: fine-tune it first, beit2 finetune RECIPE --init ${path}.`,
    );
  }
  const { recipe: text } = weights.meta;
  const own = typeof text === 'string' ? parseRecipe(text, `the recipe in ${weights.path}`) : null;
  const recipe = own?.stage === 'finetune' ? own : recipeOfForeign(weights);
  const model = classifierModel(recipe, count);
  loadVitWeights(model, weights);
  model.to({ device }).eval().requiresGrad_(false);
  const named = classesOf(weights);
  const numbered = Array.from({ length: count }, (_, label) => String(label));
  return { model, recipe, classes: named?.length === count ? named : numbered };
}
