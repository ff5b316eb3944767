/** Pictures, a teacher pretrained on them and its tokenizer, each of a few steps, and recipes that use them. */
import { join } from 'node:path';
import { makePictures, tinyRecipe, train } from './tiny.js';

/** What `make` puts into `folder`, and recipes for more. */
export function trainedIn(folder: string) {
  const [pictures, teacher, tokenizer] = ['pictures', 'teacher', 'tokenizer'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const images = [`data.train=${pictures}`, `data.val=${pictures}`];
  const pixels = () => [...images, 'target={ kind: pixels, normalize: true }'];
  const taught = `teacher={ kind: beit2, path: ${teacher}, imageSize: 16 }`;
  const tokenizerRecipe = (...overrides: string[]) =>
    tinyRecipe('tokenizer', 'demo-tokenizer', [...images, taught, ...overrides]);
  const target = [`target.path=${tokenizer}`, 'target.imageSize=16'];
  const pretrainRecipe = (...overrides: string[]) =>
    tinyRecipe('pretrain', 'demo-pretrain', [...images, ...target, ...overrides]);
  const make = async () => {
    await makePictures(pictures);
    await train(tinyRecipe('pretrain', 'demo-pretrain', [...pixels(), 'duration.steps=2']), teacher);
    await train(tokenizerRecipe('duration.steps=4'), tokenizer);
  };
  return { pictures, teacher, tokenizer, pixels, tokenizerRecipe, pretrainRecipe, make };
}
