/** Small models of every kind with random weights, as openModel() gives trained ones. */
import * as torch from '@beit2/torch';
import { loadStageRecipe } from '#beit2/config/recipe.js';
import { VisionTransformer, type VisionTransformerConfig } from '#beit2/model/vision-transformer.js';
import type { OpenedClassifier, OpenedEncoder, OpenedTokenizer } from '#beit2/stages/open-model.js';
import { imagenetNormalization } from '#beit2/tokenizer/teachers/teacher.js';
import { Tokenizer } from '#beit2/tokenizer/vqkd.js';

const sizes = { imageSize: 32, patchSize: 8, dim: 24, depth: 2, heads: 3 };
const data = 'data.imageSize=32';
const transformer = ['model.patchSize=8', 'model.dim=24', 'model.depth=2', 'model.heads=3'];

/** Every parameter away from its start, so that none can be forgotten. */
function stirred<T extends torch.nn.Module>(model: T): T {
  torch.noGrad(() => {
    for (const parameter of model.parameters()) parameter.add_(torch.randnLike(parameter).mul(0.1));
  });
  model.eval().requiresGrad_(false);
  return model;
}

type Kind = Pick<VisionTransformerConfig, 'position' | 'layerScale' | 'meanPooling'>;

export function smallClassifier(kind: Kind): OpenedClassifier {
  torch.manualSeed(3);
  const model = stirred(new VisionTransformer({ ...sizes, ...kind, classes: 4 }));
  const recipe = loadStageRecipe('finetune', 'finetune', [data, ...transformer]);
  const classes = ['ant', 'bee', 'cat', 'dög'];
  return { part: 'classifier', model, recipe, classes, normalization: imagenetNormalization };
}

export function smallEncoder(kind: Kind): OpenedEncoder {
  torch.manualSeed(4);
  const model = stirred(new VisionTransformer({ ...sizes, ...kind }));
  const recipe = loadStageRecipe('finetune', 'finetune', [data, ...transformer]);
  return { part: 'encoder', model, recipe, normalization: imagenetNormalization };
}

export function smallTokenizer(): OpenedTokenizer {
  torch.manualSeed(5);
  const model = stirred(
    new Tokenizer({ encoder: sizes, quantizer: { codes: 16, codeDim: 6, kmeans: false } }),
  );
  const own = [data, ...transformer, 'quantizer.codes=16', 'quantizer.codeDim=6'];
  return { part: 'tokenizer', model, recipe: loadStageRecipe('tokenizer', 'tokenizer', own) };
}
