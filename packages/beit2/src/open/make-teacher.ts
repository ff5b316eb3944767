/** A teacher for the tokenizer, from the weights of any network that gives features of patches. */
import * as torch from '@beit2/torch';
import { UserError } from '../errors.js';
import type { StateDict } from '../model/weights/key-maps.js';
import { ClipTransformer } from '../tokenizer/teachers/clip.js';
import { DinoTransformer } from '../tokenizer/teachers/dino.js';
import { networkTeacher } from '../tokenizer/teachers/network.js';
import type { Teacher } from '../tokenizer/teachers/teacher.js';
import { loadInto, mlpRatioOf, newMaskedImageModel, newTransformer } from './networks.js';
import type { OpenedWeights } from './open-weights.js';

export interface TeacherOptions {
  device?: torch.Device | undefined;
  /** Side of the images that it gets, pixels. @default that of its card */
  imageSize?: number | undefined;
}

/** @throws UserError where the weights do not fit, or the patches do not fill an image of the size */
export function makeTeacher(weights: OpenedWeights, { device = 'cpu', imageSize }: TeacherOptions): Teacher {
  const { card, reference } = weights;
  const size = imageSize ?? card.image.size;
  if (size % card.patchSize !== 0) {
    throw new UserError(
      `The teacher ${reference} has patches of ${card.patchSize} pixels: teacher.imageSize=${size} is not a multiple of them.`,
    );
  }
  return torch.scope(() => {
    const { name, network, dim, patchFeatures } = networkOf(weights, size);
    const grid = size / card.patchSize;
    const { mean, std } = card.image;
    const teacher = networkTeacher({
      name: `${name} ${reference}`,
      imageSize: size,
      grid,
      dim,
      normalization: { mean, std },
      network,
      patchFeatures,
      device,
    });
    return { ...teacher, weights: weights.path };
  });
}

interface Network {
  name: string;
  network: torch.nn.Module;
  /** Size of a feature. */
  dim: number;
  /** Normalised images → features `[B, N, dim]`. */
  patchFeatures: (images: torch.Tensor) => torch.Tensor;
}

function networkOf(weights: OpenedWeights, imageSize: number): Network {
  switch (weights.kind) {
    case 'clip':
      return clipNetwork(weights);
    case 'dino':
      return plainNetwork(weights);
    case 'pretrained': {
      checkSize(weights, imageSize);
      const model = newMaskedImageModel(weights);
      loadInto(model, weights);
      const patchFeatures = (images: torch.Tensor): torch.Tensor =>
        model.norm.forward(model.features(images).narrow(1, 1, model.grid ** 2));
      return { name: 'pretrained model', network: model, dim: weights.card.dim, patchFeatures };
    }
    default: {
      checkSize(weights, imageSize);
      const model = newTransformer(weights, false);
      loadInto(model, weights);
      const patchFeatures = (images: torch.Tensor): torch.Tensor => model.patchTokens(images);
      return { name: 'encoder', network: model, dim: weights.card.dim, patchFeatures };
    }
  }
}

/** BEiT's positions belong to one grid. */
function checkSize({ reference, card }: OpenedWeights, imageSize: number): void {
  if (card.image.size === imageSize) return;
  throw new UserError(
    `The teacher ${reference} was trained on images of ${card.image.size} pixels; set teacher.imageSize to it.`,
  );
}

/** Sizes of a network that its card tells. */
function sizesOf({ card }: OpenedWeights) {
  const { dim, depth, heads, patchSize, eps, activation, image } = card;
  return { imageSize: image.size, patchSize, dim, depth, heads, mlpRatio: mlpRatioOf(card), eps, activation };
}

function clipNetwork(weights: OpenedWeights): Network {
  const visual: StateDict = new Map(
    [...weights.tensors].flatMap(([key, tensor]) =>
      key.startsWith('visual.') ? [[key.slice(7), tensor]] : [],
    ),
  );
  const outDim = visual.get('proj')?.shape[1] ?? null;
  const network = new ClipTransformer({ ...sizesOf(weights), outDim });
  loadInto(network, { path: weights.path, tensors: visual, notes: [] });
  const dim = outDim ?? weights.card.dim;
  return { name: 'CLIP', network, dim, patchFeatures: (images) => network.forward(images) };
}

function plainNetwork(weights: OpenedWeights): Network {
  const qkvBias = weights.tensors.has('blocks.0.attn.qkv.bias');
  const network = new DinoTransformer({ ...sizesOf(weights), qkvBias });
  loadInto(network, weights);
  const dim = weights.card.dim;
  return { name: 'vision transformer', network, dim, patchFeatures: (images) => network.forward(images) };
}
