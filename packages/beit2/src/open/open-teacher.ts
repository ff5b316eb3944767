/** The teacher that a recipe names, ready to give features. */
import type { Device } from '@beit2/torch';
import type { TeacherRecipe } from '../config/schema.js';
import { UserError } from '../errors.js';
import type { ModelCard } from '../model/model-card.js';
import { openOnnxTeacher } from '../tokenizer/teachers/onnx.js';
import type { Teacher } from '../tokenizer/teachers/teacher.js';
import { openModel } from './open-model.js';

/** Family of the network that each kind of teacher is, and its name. */
const kinds: Record<Exclude<TeacherRecipe['kind'], 'onnx'>, { family: ModelCard['family']; name: string }> = {
  clip: { family: 'clip', name: 'CLIP vision transformer' },
  dino: { family: 'vit', name: 'DINO vision transformer' },
  beit2: { family: 'beit', name: 'BEiT vision transformer' },
};

/**
 * Opens a teacher.
 * @throws UserError when its weights are missing, are of another kind, or do not take images of the recipe's size
 */
export async function openTeacher(
  recipe: TeacherRecipe,
  device: Device,
  say: (sentence: string) => void,
): Promise<Teacher> {
  const { imageSize, path } = recipe;
  if (recipe.kind === 'onnx') {
    const { output, mean, std } = recipe;
    return openOnnxTeacher({ path: recipe.path, output, imageSize, normalization: { mean, std } });
  }
  const { family, name } = kinds[recipe.kind];
  if (path === null)
    throw new UserError(`No teacher weights given: set teacher.path to the weights of a ${name}.`);
  const { entry, heads, eps, activation, mean, std } = recipe;
  const given = { heads, eps, activation, mean, std };
  const options = { device, say, entry, given, imageSize, prefix: 'teacher.' };
  const { model, card, title } = await openModel(path, { ...options, part: 'teacher' });
  if (card.family !== family) throw new UserError(`${path} holds ${title}, not a ${name}.`);
  return model;
}
