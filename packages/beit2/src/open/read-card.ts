/** The card of a model, from everything that tells: the user, the weights, their header, the recipe, the files beside them. */
import type { Recipe } from '../config/schema.js';
import { evaluationTransform } from '../data/loading/transforms.js';
import { bandCount, chosenBands, type Bands } from '../data/rasters/bands.js';
import { UserError } from '../errors.js';
import { classNames } from '../model/weights/class-names.js';
import type { ModelKind } from '../model/weights/detect.js';
import { parseJson } from '../files/json-file.js';
import { lazySchema } from '../files/lazy-schema.js';
import type { HuggingFaceConfig } from '../model/weights/sidecars.js';
import { modelCardSchema, type Activation, type CardOverrides, type ModelCard } from '../model/model-card.js';
import {
  clipNormalization,
  imagenetNormalization,
  type Normalization,
  tokenizerNormalization,
} from '../model/normalize.js';
import type { FoundWeights } from './find-weights.js';
import { type Assumption, imageOf, type ImageFacts } from './read-image-facts.js';

const cardSchema = lazySchema(modelCardSchema);

export interface ReadCard {
  card: ModelCard;
  /** Recipe of the run that trained it; null for weights from elsewhere. */
  recipe: Recipe | null;
  assumed: Assumption[];
}

const familyOf: Record<Exclude<ModelKind, 'unknown'>, ModelCard['family']> = {
  pretrained: 'beit',
  classifier: 'beit',
  encoder: 'beit',
  tokenizer: 'vqkd',
  clip: 'clip',
  dino: 'vit',
  dinov2: 'dinov2',
};

/** Width of a head in every released model of these families. */
const headSize = 64;

interface NetworkDefaults {
  eps: number;
  activation: Activation;
}

/** What the code has that released each family. */
const releasedDefaults: Record<ModelCard['family'], NetworkDefaults> = {
  beit: { eps: 1e-6, activation: 'gelu' },
  vqkd: { eps: 1e-6, activation: 'gelu' },
  clip: { eps: 1e-5, activation: 'quick_gelu' },
  vit: { eps: 1e-6, activation: 'gelu' },
  dinov2: { eps: 1e-6, activation: 'gelu' },
};

/** What Hugging Face's library has where `config.json` is silent; heads are 12 in all of them. */
const huggingFaceDefaults: Record<ModelCard['family'], NetworkDefaults> = {
  ...releasedDefaults,
  beit: { eps: 1e-12, activation: 'gelu' },
  vit: { eps: 1e-12, activation: 'gelu' },
};

/** Names of one activation in `config.json`. */
const activationNames: Record<string, Activation> = {
  gelu: 'gelu',
  gelu_python: 'gelu',
  quick_gelu: 'quick_gelu',
  gelu_new: 'gelu_tanh',
  gelu_fast: 'gelu_tanh',
  gelu_pytorch_tanh: 'gelu_tanh',
  relu: 'relu',
};

/**
 * Reads the card of a model.
 * @throws UserError where the sizes cannot be told, the images are not square, or a sidecar asks for what is not computed here
 */
export async function readCard(source: FoundWeights, given: CardOverrides = {}): Promise<ReadCard> {
  if (source.kind === 'unknown') throw new UserError(`${source.reference} holds ${source.title}.`);
  const family = familyOf[source.kind];
  const { sidecars, sizes } = source;
  const { meta } = source.checkpoint;
  const own = headerCard(source);
  const recipe = await recipeOf(source);
  const bands = recipe ? chosenBands(recipe.data) : own?.image.bands;
  const shape = shapeOf(source, bands);
  const assumed: Assumption[] = [];
  const network = networkOf(source, family, { own, recipe, given, dim: shape.dim }, assumed);
  const image = imageOf(imageFacts(source, own, recipe, shape, bands), given, assumed);
  const { timm, huggingFace } = sidecars;
  const isNamed = /^(hf:|https?:)/.test(source.reference);
  const card: ModelCard = {
    family,
    ...shape.sizes,
    ...network,
    image,
    classes:
      classNames({ ...meta, config: sidecars.huggingFace }, sizes.classes) ??
      timmClasses(source) ??
      own?.classes ??
      null,
    precision: recipe?.precision ?? own?.precision ?? 'auto',
    quantizer:
      family === 'vqkd' && sizes.codes !== undefined && sizes.codeDim !== undefined
        ? { codes: sizes.codes, codeDim: sizes.codeDim }
        : null,
    earlyLayer: earlyLayerOf(source, own, recipe, shape.sizes.depth, assumed),
    licence: own?.licence ?? timm?.pretrained_cfg?.license ?? null,
    origin:
      own?.origin ??
      timm?.pretrained_cfg?.hf_hub_id ??
      timm?.pretrained_cfg?.url ??
      (isNamed ? source.reference : null) ??
      huggingFace?._name_or_path ??
      null,
  };
  return { card, recipe, assumed };
}

/** One sentence about what was assumed; null where nothing was. */
export function describeAssumptions(
  reference: string,
  assumed: readonly Assumption[],
  prefix: string,
): string | null {
  if (assumed.length === 0) return null;
  const list = assumed.map(({ text, option }) => `${text}${option === null ? '' : ` (${prefix}${option})`}`);
  return `${reference} does not describe its model completely; assumed: ${list.join(', ')}.`;
}

function headerCard({ checkpoint, path }: FoundWeights): ModelCard | null {
  const { card } = checkpoint.meta;
  if (typeof card !== 'string') return null;
  return parseJson(card, cardSchema(), `The card in ${path} was not written by beit2.`);
}

async function recipeOf({ checkpoint, path }: FoundWeights): Promise<Recipe | null> {
  const { recipe } = checkpoint.meta;
  if (typeof recipe !== 'string') return null;
  // Only here: importing the library would take a tenth of a second more with the reader of recipes.
  const { parseRecipe } = await import('../config/recipe.js');
  return parseRecipe(recipe, `the recipe in ${path}`);
}

interface Shape {
  dim: number;
  grid: number;
  sizes: Pick<ModelCard, 'dim' | 'depth' | 'hidden' | 'patchSize'>;
}

/** Sizes that the weights themselves tell. */
function shapeOf(source: FoundWeights, bands: Bands | undefined): Shape {
  const { sizes, reference, title } = source;
  const { dim, depth, patch, grid, hidden } = sizes;
  const other = otherImages(source, bandCount(bands));
  if (other !== null)
    throw new UserError(`${reference} takes ${other}; only square RGB images are supported.`);
  if (dim === undefined || depth === undefined || patch === undefined) {
    throw new UserError(`${reference} lacks the weights that determine the sizes of ${title}.`);
  }
  if (grid === undefined) {
    throw new UserError(
      `${reference} has positions for a grid that is not square, or no positions; only square RGB images are supported.`,
    );
  }
  return { dim, grid, sizes: { dim, depth, hidden: hidden ?? 4 * dim, patchSize: patch } };
}

/** Images that no model here takes, in words: sizes that the shapes show, or that only a sidecar tells (4 x 9 patches are as many as 6 x 6). */
function otherImages({ sizes, sidecars: { huggingFace, timm } }: FoundWeights, known: number): string | null {
  const { patch, patchWidth, channels = 3 } = sizes;
  if (channels !== known) return `images of ${channels} ${channels === 1 ? 'channel' : 'channels'}`;
  if (patchWidth !== undefined) return `patches of ${patch} x ${patchWidth} pixels`;
  const told = [visionPart(huggingFace)?.image_size, timm?.model_args?.img_size];
  for (const side of told) {
    if (Array.isArray(side) && side[0] !== side[1]) return `images of ${side.join(' x ')} pixels`;
  }
  return null;
}

interface Known {
  own: ModelCard | null;
  recipe: Recipe | null;
  given: CardOverrides;
  dim: number;
}

/** What of the network no shape shows: heads, epsilon, activation. */
function networkOf(
  source: FoundWeights,
  family: ModelCard['family'],
  { own, recipe, given, dim }: Known,
  assumed: Assumption[],
): Pick<ModelCard, 'heads' | 'eps' | 'activation'> {
  const config = visionPart(source.sidecars.huggingFace);
  const isForeign = source.dialect === 'huggingface' && own === null && recipe === null;
  const defaults = isForeign ? huggingFaceDefaults[family] : releasedDefaults[family];
  const assume = <T>(value: T, text: string, option: string): T => {
    assumed.push({ text, option, about: 'network' });
    return value;
  };
  const finetuned = recipe?.stage === 'finetune' ? recipe.model.normEps : undefined;
  const toldHeads =
    given.heads ??
    source.sizes.heads ??
    own?.heads ??
    recipe?.model.heads ??
    config?.num_attention_heads ??
    source.sidecars.timm?.model_args?.num_heads ??
    (config ? 12 : undefined);
  const heads = toldHeads ?? headsOfWidth(source, dim, assume);
  if (dim % heads !== 0) {
    throw new UserError(
      `${source.reference} has a width of ${dim}, which is not divisible by ${heads} attention heads.`,
    );
  }
  const eps =
    given.eps ??
    own?.eps ??
    finetuned ??
    config?.layer_norm_eps ??
    (isForeign && !config
      ? assume(defaults.eps, `an epsilon of ${defaults.eps.toExponential()} in layer norms`, 'eps')
      : defaults.eps);
  const named = config?.hidden_act ?? null;
  const told =
    given.activation ?? own?.activation ?? (named === null ? undefined : activationOf(source, named));
  // CLIP's training code has two activations under the same key names.
  const isUnclear = family === 'clip' && !config && source.checkpoint.format !== 'TorchScript';
  const activation =
    told ??
    (isUnclear
      ? assume(defaults.activation, `the activation ${defaults.activation}`, 'activation')
      : defaults.activation);
  return { heads, eps, activation };
}

function headsOfWidth(
  { reference }: FoundWeights,
  dim: number,
  assume: (value: number, text: string, option: string) => number,
): number {
  if (dim % headSize !== 0) {
    throw new UserError(
      `${reference} does not say how many attention heads its width of ${dim} has: set the number of heads.`,
    );
  }
  const heads = dim / headSize;
  return assume(
    heads,
    `${heads} attention ${heads === 1 ? 'head' : 'heads'} of ${headSize} channels`,
    'heads',
  );
}

function activationOf({ reference }: FoundWeights, name: string): Activation {
  const known = activationNames[name];
  if (known !== undefined) return known;
  throw new UserError(
    `${reference} uses the activation "${name}", which is not supported; supported are ${Object.keys(activationNames).join(', ')}.`,
  );
}

function visionPart(config: HuggingFaceConfig | null): HuggingFaceConfig['vision_config'] | null {
  return config?.vision_config ?? config;
}

function earlyLayerOf(
  { sizes, kind }: FoundWeights,
  own: ModelCard | null,
  recipe: Recipe | null,
  depth: number,
  assumed: Assumption[],
): number | null {
  if (kind !== 'pretrained' || sizes.aggregationDepth === undefined) return null;
  const told =
    own?.earlyLayer ?? (recipe?.stage === 'pretrain' ? recipe.model.aggregation?.earlyLayer : undefined);
  if (told !== undefined) return told;
  const released = depth === 24 ? 21 : Math.max(1, Math.round((3 * depth) / 4)); // 9 of 12, 21 of 24
  assumed.push({
    text: `patch tokens of block ${released} in the aggregation branch`,
    option: null,
    about: 'aggregation',
  });
  return released;
}

function timmClasses({ sidecars: { timm }, sizes }: FoundWeights): readonly string[] | null {
  const names = timm?.label_names ?? timm?.pretrained_cfg?.label_names;
  return names && names.length === sizes.classes ? names : null;
}

function imageFacts(
  source: FoundWeights,
  own: ModelCard | null,
  recipe: Recipe | null,
  { grid, sizes: { patchSize } }: Shape,
  bands: Bands | undefined,
): ImageFacts {
  const size = grid * patchSize;
  const facts: ImageFacts = {
    reference: source.reference,
    size,
    bands,
    sidecars: source.sidecars,
    own: own?.image ?? null,
    recipe: null,
    fixed: source.kind === 'tokenizer' ? tokenizerNormalization(bandCount(bands)) : null,
    usual: usualNormalization(source),
  };
  if (recipe === null) return facts;
  const { data } = recipe;
  const { resize, interpolation } = evaluationTransform(data.imageSize, data.evalCrop);
  const normalization = 'mean' in data ? data : tokenizerNormalization(bandCount(bands));
  return { ...facts, recipe: { mean: normalization.mean, std: normalization.std, resize, interpolation } };
}

function usualNormalization({ kind }: FoundWeights): { name: string; values: Normalization } {
  return kind === 'clip'
    ? { name: "CLIP's", values: clipNormalization }
    : { name: "ImageNet's", values: imagenetNormalization };
}
