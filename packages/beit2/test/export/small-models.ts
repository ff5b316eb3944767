/** Small models of every kind with random weights, as openModel() gives trained ones. */
import { fileURLToPath } from 'node:url';
import * as torch from '@beit2/torch';
import type { ModelCard } from '#beit2/model/model-card.js';
import { VisionTransformer, type VisionTransformerConfig } from '#beit2/model/vision-transformer.js';
import type { Opened } from '#beit2/open/open-model.js';
import { imagenetNormalization } from '#beit2/model/normalize.js';
import { Tokenizer } from '#beit2/tokenizer/vqkd.js';

const sizes = { imageSize: 32, patchSize: 8, dim: 24, depth: 2, heads: 3 };
const { imageSize, patchSize, dim, depth, heads } = sizes;
const half = [0.5, 0.5, 0.5] as const;

function card(own: Partial<ModelCard>): ModelCard {
  return {
    ...{ family: 'beit', dim, depth, heads, hidden: 4 * dim, patchSize, eps: 1e-6, activation: 'gelu' },
    image: { size: imageSize, channels: 3, ...imagenetNormalization, resize: 36, interpolation: 'bicubic' },
    ...{
      classes: null,
      precision: 'float32',
      quantizer: null,
      earlyLayer: null,
      licence: null,
      origin: null,
    },
    ...own,
  };
}
/** A file stands for that of the weights: exports note its hash. */
const common = { recipe: null, title: 'a small model', path: fileURLToPath(import.meta.url) };

/** Every parameter away from its start, so that none can be forgotten. */
function stirred<T extends torch.nn.Module>(model: T): T {
  torch.noGrad(() => {
    for (const parameter of model.parameters()) parameter.add_(torch.randnLike(parameter).mul(0.1));
  });
  model.eval().requiresGrad_(false);
  return model;
}

type Kind = Pick<VisionTransformerConfig, 'position' | 'layerScale' | 'meanPooling'>;

/** @param side pixels of the images it takes, a multiple of 32 */
export function smallClassifier(kind: Kind, side = imageSize): Opened<'classifier'> {
  torch.manualSeed(3);
  const larger = { ...sizes, imageSize: side, patchSize: side / 4 };
  const model = stirred(new VisionTransformer({ ...larger, ...kind, classes: 4 }));
  const { image } = card({});
  const own = card({
    classes: ['ant', 'bee', 'cat', 'dög'],
    patchSize: side / 4,
    image: { ...image, size: side, resize: (side * 9) / 8 },
  });
  return { part: 'classifier', model, card: own, ...common };
}

export function smallEncoder(kind: Kind): Opened<'encoder'> {
  torch.manualSeed(4);
  const model = stirred(new VisionTransformer({ ...sizes, ...kind }));
  return { part: 'encoder', model, card: card({}), ...common };
}

export function smallTokenizer(): Opened<'tokenizer'> {
  torch.manualSeed(5);
  const model = stirred(
    new Tokenizer({ encoder: sizes, quantizer: { codes: 16, codeDim: 6, kmeans: false } }),
  );
  const { image } = card({});
  const own = card({
    family: 'vqkd',
    image: { ...image, mean: half, std: half },
    quantizer: { codes: 16, codeDim: 6 },
  });
  return { part: 'tokenizer', model, card: own, ...common };
}
