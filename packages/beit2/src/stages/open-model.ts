/** Any trained model, found by what it is: a run of ours, or a file of the field. */
import { loadStageRecipe, parseRecipe } from '../config/recipe.js';
import type { FinetuneRecipe, PretrainRecipe, TokenizerRecipe } from '../config/schema.js';
import { UserError } from '../errors.js';
import { readCheckpoint } from '../formats/checkpoint.js';
import { describeStateDict } from '../formats/detect.js';
import { resolveWeights } from '../formats/hub.js';
import { planLoad } from '../formats/load-plan.js';
import { allToTorch } from '../formats/tensors.js';
import * as torch from '@beit2/torch';
import { VisionTransformer } from '../model/vision-transformer.js';
import { Tokenizer } from '../tokenizer/vqkd.js';
import type { Normalization } from '../tokenizer/teachers/teacher.js';
import { classifierModel, loadClassifier, tokenizerConfig } from './trained.js';
import { fileOf, loadVitWeights, openVitWeights, recipeOfForeign } from './vit-weights.js';

/** Which part of a model is wanted. */
export type ModelPart = 'tokenizer' | 'encoder' | 'classifier';

/** Images to codes. */
export interface OpenedTokenizer {
  part: 'tokenizer';
  /** It takes images in [0, 1]. */
  model: Tokenizer;
  recipe: TokenizerRecipe;
}

/** Images to features. */
export interface OpenedEncoder {
  part: 'encoder';
  /** Without a head. */
  model: VisionTransformer;
  recipe: PretrainRecipe | FinetuneRecipe;
  /** Of the images that the model takes. */
  normalization: Normalization;
}

/** Images to logits. */
export interface OpenedClassifier {
  part: 'classifier';
  model: VisionTransformer;
  recipe: FinetuneRecipe;
  /** Names in the order of the logits. */
  classes: string[];
  normalization: Normalization;
}

/** A model in evaluation mode, without gradients, with the recipe whose `data` tells how it wants its images. */
export type OpenedModel = OpenedTokenizer | OpenedEncoder | OpenedClassifier;

/** Heads of released models are of this width. */
const headSize = 64;

/**
 * Opens a model: a tokenizer, pretraining or fine-tuning run or one of its checkpoints; a file of ours, of the official
 * release, timm or Hugging Face; `hf:ORG/NAME` or `https://…`.
 * @param options.part the part wanted of it: `encoder` also takes a classifier without its head. Default: all there is.
 * @param options.warn told of damaged checkpoints that are passed over
 * @throws UserError where there is none, or it has no such part
 */
export async function openModel(
  reference: string,
  {
    part,
    device = 'cpu',
    warn,
  }: { part?: ModelPart | undefined; device?: torch.Device; warn: (sentence: string) => void },
): Promise<OpenedModel> {
  const path = fileOf(await resolveWeights(reference), warn);
  const checkpoint = readCheckpoint(path);
  const { kind, title, sizes } = describeStateDict(checkpoint.tensors, checkpoint.meta);
  if (kind === 'tokenizer') {
    if (part !== undefined && part !== 'tokenizer') throw lacks(reference, title, part);
    const { tensors, meta } = checkpoint;
    const recipe =
      typeof meta.recipe === 'string' ? ownTokenizer(meta.recipe, path) : foreignTokenizer(path, sizes);
    const model = new Tokenizer(tokenizerConfig(recipe));
    copyWeights(model, planLoad(path, tensors, model.stateDict()).tensors);
    return { part: 'tokenizer', model: ready(model, device), recipe };
  }
  if (part === 'tokenizer' || (part === 'classifier' && kind !== 'classifier')) {
    throw lacks(reference, title, part);
  }
  if (kind === 'classifier' && part !== 'encoder') {
    const classifier = await loadClassifier(path, device, warn);
    return { part: 'classifier', ...classifier, normalization: classifier.recipe.data };
  }
  const weights = await openVitWeights(path, warn);
  const { recipe: text } = weights.meta;
  const own = typeof text === 'string' ? parseRecipe(text, `the recipe in ${weights.path}`) : null;
  const recipe = own === null || own.stage === 'tokenizer' ? recipeOfForeign(weights) : own;
  const model = recipe.stage === 'pretrain' ? pretrainedEncoder(recipe) : classifierModel(recipe, 0);
  loadVitWeights(model, weights);
  return { part: 'encoder', model: ready(model, device), recipe, normalization: recipe.data };
}

function lacks(reference: string, title: string, part: ModelPart): UserError {
  const article = part === 'encoder' ? 'an' : 'a';
  return new UserError(`${reference} holds ${title}, not ${article} ${part}.`);
}

function ready<T extends torch.nn.Module>(model: T, device: torch.Device): T {
  model.to({ device }).eval().requiresGrad_(false);
  return model;
}

function copyWeights(model: torch.nn.Module, tensors: Parameters<typeof allToTorch>[0]): void {
  torch.scope(() => {
    model.loadStateDict(allToTorch(tensors), { strict: false });
  });
}

function ownTokenizer(text: string, path: string): TokenizerRecipe {
  const recipe = parseRecipe(text, `the recipe in ${path}`);
  if (recipe.stage !== 'tokenizer') throw new UserError(`${path} holds a tokenizer under another recipe.`);
  return recipe;
}

/** The recipe of a tokenizer that was not trained here: sizes from its weights, the rest as tokenizers have it. */
function foreignTokenizer(
  path: string,
  { dim, depth, patch, grid, hidden, codes, codeDim }: ReturnType<typeof describeStateDict>['sizes'],
): TokenizerRecipe {
  if (dim === undefined || patch === undefined || grid === undefined || codeDim === undefined) {
    throw new UserError(`${path} lacks weights that tell the sizes of a tokenizer.`);
  }
  const values = {
    'data.imageSize': grid * patch,
    'model.patchSize': patch,
    'model.dim': dim,
    'model.depth': depth,
    'model.heads': Math.max(1, Math.round(dim / headSize)),
    'model.mlpRatio': hidden === undefined ? 4 : hidden / dim,
    'quantizer.codes': codes,
    'quantizer.codeDim': codeDim,
  };
  return loadStageRecipe(
    'tokenizer',
    'tokenizer',
    Object.entries(values).map(([key, value]) => `${key}=${value ?? ''}`),
  );
}

/** The trunk of a masked image model: [CLS] and patch tokens after its last norm. */
function pretrainedEncoder({ data, model }: PretrainRecipe): VisionTransformer {
  const { patchSize, dim, depth, heads, mlpRatio, position, layerScale } = model;
  const { imageSize } = data;
  const sizes = { imageSize, patchSize, dim, depth, heads, mlpRatio, position, layerScale };
  return new VisionTransformer({ ...sizes, meanPooling: false });
}
