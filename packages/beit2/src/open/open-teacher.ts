/** The teacher that a recipe names, ready to give features. */
import type { Device } from '@beit2/torch';
import type { TeacherRecipe } from '../config/schema.js';
import type { Bands } from '../data/rasters/bands.js';
import { UserError } from '../errors.js';
import type { ModelCard } from '../model/model-card.js';
import { openOnnxTeacher } from '../tokenizer/teachers/onnx.js';
import type { Teacher } from '../tokenizer/teachers/teacher.js';
import { channelChoice } from './choose-channels.js';
import { openModel } from './open-model.js';

/** Family of the network that each kind of teacher is, and its name. */
const kinds: Record<Exclude<TeacherRecipe['kind'], 'onnx'>, { family: ModelCard['family']; name: string }> = {
  clip: { family: 'clip', name: 'CLIP vision transformer' },
  dino: { family: 'vit', name: 'DINO vision transformer' },
  beit2: { family: 'beit', name: 'BEiT vision transformer' },
};

/**
 * Opens a teacher.
 * @param bands of the images that it is shown; red, green and blue where they are not given
 * @throws UserError when its weights are missing, are of another kind, or do not take images of the recipe's size
 */
export async function openTeacher(
  recipe: TeacherRecipe,
  device: Device,
  say: (sentence: string) => void,
  bands?: Bands,
): Promise<Teacher> {
  const { imageSize, path } = recipe;
  if (recipe.kind === 'onnx') {
    const { output, mean, std } = recipe;
    const teacher = await openOnnxTeacher({
      path: recipe.path,
      output,
      imageSize,
      normalization: { mean, std },
    });
    return teacherOfBands(teacher, { channels: mean.length }, recipe.channels, bands);
  }
  const { family, name } = kinds[recipe.kind];
  if (path === null)
    throw new UserError(`No teacher weights given: set teacher.path to the weights of a ${name}.`);
  const { entry, heads, eps, activation, mean, std } = recipe;
  const given = { heads, eps, activation, mean, std };
  const options = { device, say, entry, given, imageSize, prefix: 'teacher.' };
  const { model, card, title } = await openModel(path, { ...options, part: 'teacher' });
  if (card.family !== family) throw new UserError(`${path} holds ${title}, not a ${name}.`);
  return teacherOfBands(model, card.image, recipe.channels, bands);
}

/** A teacher that sees its channels of images of more bands. @throws UserError where they are not chosen, or not there */
export function teacherOfBands(
  teacher: Teacher,
  image: Pick<ModelCard['image'], 'channels' | 'bands'>,
  chosen: readonly string[] | undefined,
  bands: Bands | undefined,
): Teacher {
  const choose = channelChoice({ name: 'teacher', image, chosen }, bands);
  return {
    ...teacher,
    features: async (images) => {
      const seen = choose(images);
      try {
        return await teacher.features(seen);
      } finally {
        if (seen !== images) seen.dispose();
      }
    },
  };
}
