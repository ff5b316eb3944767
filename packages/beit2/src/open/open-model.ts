/** The one door to a model: from a reference and the part that is wanted to that part and its card. */
import type * as torch from '@beit2/torch';
import type { Recipe } from '../config/schema.js';
import type { ModelCard } from '../model/model-card.js';
import type { VisionTransformer } from '../model/vision-transformer.js';
import { makeTeacher } from './make-teacher.js';
import { loadInto, newMaskedImageModel, newTokenizer, newTransformer, newVqkd } from './networks.js';
import type { WeightOptions } from './find-weights.js';
import { openWeights, type OpenedWeights } from './open-weights.js';
import type { MainPart, ModelPart, ModelParts } from './parts.js';
import { describeAssumptions } from './read-card.js';

/** A part of a model with what is known of the model. */
export type Opened<P extends ModelPart = ModelPart> = {
  [Q in P]: {
    part: Q;
    model: ModelParts[Q];
    card: ModelCard;
    /** Recipe of the run that trained it; null for weights from elsewhere. */
    recipe: Recipe | null;
    /** What the weights are, in words. */
    title: string;
    /** The file of the weights. */
    path: string;
  };
}[P];

export interface OpenOptions extends WeightOptions {
  /** @default 'cpu' */
  device?: torch.Device | undefined;
  /** In front of the names of what can be said of a model: `--` for options, `teacher.` for keys of a recipe. @default '--' */
  prefix?: string | undefined;
  /** Of a teacher: side of the images that it gets, pixels. @default that of the card */
  imageSize?: number | undefined;
  /** Random weights in place of the file's, as a baseline; for an encoder. @default false */
  randomWeights?: boolean | undefined;
}

/**
 * Opens a model, or the part of it that is wanted.
 * @param reference a run, one of its checkpoints, its `best`; a `.pth`, `.pt`, `.bin` or `.safetensors` file, or the index
 *   of a sharded one; an `.onnx` that `beit2 export` wrote; a folder of timm's or Hugging Face's library; `hf:ORG/NAME[@REVISION][:FILE]`; `https://…`
 * @param options.part the part wanted. Default: the classifier, encoder or tokenizer that it is.
 * @throws UserError where there is no such model, it does not have the part, or its weights do not fit
 */
export async function openModel<P extends ModelPart = MainPart>(
  reference: string,
  options: OpenOptions & { part?: P | undefined },
): Promise<Opened<P>> {
  return openPart(await openWeights(reference, options), options);
}

/** The part of a model whose weights were opened for it. @throws UserError where they do not fit */
export function openPart<P extends ModelPart>(weights: OpenedWeights<P>, options: OpenOptions): Opened<P> {
  const { part, card, recipe, title, path } = weights;
  const model = makers[part](weights, options);
  sayAssumptions(weights, part, options);
  return { part, model, card, recipe, title, path };
}

function sayAssumptions(
  { reference, assumed }: OpenedWeights,
  part: ModelPart,
  { say, prefix = '--' }: OpenOptions,
): void {
  const isBranch = part === 'masked-image-model';
  const relevant = assumed.filter(({ about }) => about !== 'aggregation' || isBranch);
  const sentence = describeAssumptions(reference, relevant, prefix);
  if (sentence !== null) say(sentence);
}

type Make<P extends ModelPart> = (weights: OpenedWeights, options: OpenOptions) => ModelParts[P];

/** Counters of a training that a tokenizer may come without. */
const counters = [/^quantize\.(cluster_size|embedding\.(cluster_size|embed_avg|initted))$/];

const makers: { [P in ModelPart]: Make<P> } = {
  tokenizer: (weights, { device }) => {
    const model = newTokenizer(weights);
    loadInto(model, weights, counters);
    return ready(model, device);
  },
  vqkd: (weights, { device }) => {
    const model = newVqkd(weights);
    loadInto(model, weights, counters);
    return ready(model, device);
  },
  encoder: (weights, { device, randomWeights = false }) => {
    if (randomWeights) return ready(randomEncoder(weights), device);
    const model = newTransformer(weights, false);
    loadInto(model, weights);
    return ready(model, device);
  },
  classifier: (weights, { device }) => {
    const model = newTransformer(weights, true);
    loadInto(model, weights);
    return ready(model, device);
  },
  'masked-image-model': (weights, { device }) => {
    const model = newMaskedImageModel(weights);
    loadInto(model, weights);
    return ready(model, device);
  },
  teacher: (weights, options) => makeTeacher(weights, options),
};

/** An encoder as training would start it: a pretrained one's is part of a masked image model. */
function randomEncoder(weights: OpenedWeights): VisionTransformer {
  const encoder = newTransformer(weights, false);
  if (weights.kind !== 'pretrained') return encoder;
  const whole = newMaskedImageModel(weights).stateDict();
  encoder.loadStateDict(
    new Map([...encoder.stateDict().keys()].map((key) => [key, whole.get(key) ?? missing(key)])),
  );
  return encoder;
}

function missing(key: string): never {
  throw new Error(`internal: a masked image model has no ${key}`);
}

function ready<T extends torch.nn.Module>(model: T, device: torch.Device = 'cpu'): T {
  model.to({ device }).eval().requiresGrad_(false);
  return model;
}

/** Names of a classifier's classes in the order of the logits; '0', '1', ... where nothing tells them. */
export function classNamesOf({ card, model }: Opened<'classifier'>): readonly string[] {
  return card.classes ?? Array.from({ length: model.config.classes ?? 0 }, (_, label) => String(label));
}
