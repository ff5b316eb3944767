/** The teacher that a recipe names, ready to give features. */
import * as torch from '@beit2/torch';
import type { TeacherRecipe } from '../config/schema.js';
import { UserError } from '../errors.js';
import { readCheckpoint } from '../formats/checkpoint.js';
import { describeStateDict, type ModelSizes } from '../formats/detect.js';
import { toOfficialKeys } from '../formats/key-maps.js';
import { allToTorch } from '../formats/tensors.js';
import { ClipTransformer } from '../tokenizer/teachers/clip.js';
import { DinoTransformer } from '../tokenizer/teachers/dino.js';
import { networkTeacher } from '../tokenizer/teachers/network.js';
import { openOnnxTeacher } from '../tokenizer/teachers/onnx.js';
import { clipNormalization, imagenetNormalization, type Teacher } from '../tokenizer/teachers/teacher.js';
import { loadPretrained } from './trained.js';

/** Width of a head in every released CLIP and DINO transformer. */
const headSize = 64;

/**
 * Opens a teacher.
 * @throws UserError when its file is missing, holds another model, or does not take images of the recipe's size
 */
export async function openTeacher(
  recipe: TeacherRecipe,
  device: torch.Device,
  warn: (sentence: string) => void,
): Promise<Teacher> {
  const { imageSize } = recipe;
  switch (recipe.kind) {
    case 'onnx': {
      const { path, output, mean, std } = recipe;
      return openOnnxTeacher({ path, output, imageSize, normalization: { mean, std } });
    }
    case 'clip':
      return clipTeacher(requirePath(recipe.path, 'CLIP'), imageSize, device);
    case 'dino':
      return dinoTeacher(requirePath(recipe.path, 'DINO'), imageSize, device);
    case 'beit2': {
      const { model, recipe: trained } = loadPretrained(recipe.path, device, warn);
      if (trained.data.imageSize !== imageSize) {
        throw new UserError(
          `The teacher ${recipe.path} was trained on images of ${trained.data.imageSize} pixels; set teacher.imageSize to that.`,
        );
      }
      const { mean, std } = trained.data;
      return networkTeacher({
        name: `pretrained model ${recipe.path}`,
        imageSize,
        grid: model.grid,
        dim: trained.model.dim,
        normalization: { mean, std },
        network: model,
        patchFeatures: (images) => model.norm.forward(model.features(images).narrow(1, 1, model.grid ** 2)),
        device,
      });
    }
  }
}

function requirePath(path: string | null, kind: string): string {
  if (path === null)
    throw new UserError(`No weights are named for the teacher: set teacher.path to a ${kind} checkpoint.`);
  return path;
}

/** Weights under our names and the sizes that follow from them. @throws UserError when the file holds another model */
function readWeights(
  path: string,
  kind: 'clip' | 'dino',
): {
  tensors: Map<string, torch.Tensor>;
  sizes: Required<Pick<ModelSizes, 'dim' | 'depth' | 'patch' | 'grid'>> & ModelSizes;
} {
  const checkpoint = readCheckpoint(path);
  const description = describeStateDict(checkpoint.tensors);
  if (description.kind !== kind) {
    throw new UserError(
      `${path} holds ${description.title}, not a ${kind.toUpperCase()} vision transformer.`,
    );
  }
  const { dim, depth, patch, grid } = description.sizes;
  if (dim === undefined || depth === undefined || patch === undefined || grid === undefined) {
    throw new UserError(
      `${path} lacks weights that tell the sizes of a ${kind.toUpperCase()} vision transformer.`,
    );
  }
  const { tensors } = toOfficialKeys(checkpoint.tensors, description);
  return { tensors: allToTorch(tensors), sizes: { ...description.sizes, dim, depth, patch, grid } };
}

function checkGrid(path: string, imageSize: number, patch: number): number {
  if (imageSize % patch === 0) return imageSize / patch;
  throw new UserError(
    `The teacher ${path} has patches of ${patch} pixels: teacher.imageSize=${imageSize} is no multiple of them.`,
  );
}

function clipTeacher(path: string, imageSize: number, device: torch.Device): Teacher {
  return torch.scope(() => {
    const { tensors, sizes } = readWeights(path, 'clip');
    const visual = new Map(
      [...tensors]
        .filter(([key]) => key.startsWith('visual.'))
        .map(([key, value]) => [key.slice(7), value.float()]),
    );
    const outDim = visual.get('proj')?.shape[1] ?? sizes.dim;
    const network = new ClipTransformer({
      imageSize: sizes.grid * sizes.patch,
      patchSize: sizes.patch,
      dim: sizes.dim,
      depth: sizes.depth,
      heads: sizes.dim / headSize,
      outDim,
    });
    network.loadStateDict(visual);
    return networkTeacher({
      name: `CLIP ${path}`,
      imageSize,
      grid: checkGrid(path, imageSize, sizes.patch),
      dim: outDim,
      normalization: clipNormalization,
      network,
      patchFeatures: (images) => network.forward(images),
      device,
    });
  });
}

function dinoTeacher(path: string, imageSize: number, device: torch.Device): Teacher {
  return torch.scope(() => {
    const { tensors, sizes } = readWeights(path, 'dino');
    const network = new DinoTransformer({
      imageSize: sizes.grid * sizes.patch,
      patchSize: sizes.patch,
      dim: sizes.dim,
      depth: sizes.depth,
      heads: sizes.dim / headSize,
    });
    network.loadStateDict(tensors);
    return networkTeacher({
      name: `DINO ${path}`,
      imageSize,
      grid: checkGrid(path, imageSize, sizes.patch),
      dim: sizes.dim,
      normalization: imagenetNormalization,
      network,
      patchFeatures: (images) => network.forward(images),
      device,
    });
  });
}
