/** Kinds vit-encoder, teacher-clip, teacher-dino, timm-beitv2, hf-beit. */
import type { Tensor } from '@beit2/torch';

import { VisionTransformer } from '#beit2/model/vision-transformer.js';
import { ClipTransformer } from '#beit2/tokenizer/teachers/clip.js';
import { DinoTransformer } from '#beit2/tokenizer/teachers/dino.js';
import { clipNormalization, imagenetNormalization, Normalize } from '#beit2/tokenizer/teachers/teacher.js';

import type { GoldenCase } from '../case.js';
import { type ClassifierSizes, classifierConfig, sizes, type TransformerSizes } from './configs.js';

export function vitEncoder(golden: GoldenCase): void {
  const model = new VisionTransformer(sizes(golden.config<TransformerSizes>()));
  model.loadStateDict(golden.below('weights.'));
  const tokens = model.patchTokens(golden.tensor('in.images'));
  golden.expectClose('out.patch_tokens', tokens);
  golden.expectClose('out.all_tokens', model.allTokens(golden.tensor('in.images')));
  golden.expectClose('out.pooled', model.forward(golden.tensor('in.images')));
  tokens.mul(golden.tensor('in.proj')).sum().backward();
  golden.expectGradients(model);

  model.zeroGrad();
  const large = model.patchTokens(golden.tensor('in.images_large'));
  golden.expectClose('out.patch_tokens_large', large);
  large.mul(golden.tensor('in.proj_large')).sum().backward();
  golden.expectGradients(model, 'grad_large.');
}

/** What VQ-KD hands its teacher: from [-1, 1] back to [0, 1], clamped, then the teacher's own normalisation. */
function scaled(images: Tensor, normalize: Normalize): Tensor {
  return normalize.forward(images.add(1).div(2).clamp(0, 1));
}

export function teacherClip(golden: GoldenCase): void {
  const config = golden.config<TransformerSizes & { out_dim: number }>();
  const model = new ClipTransformer({ ...sizes(config), outDim: config.out_dim });
  const keys = golden.below('weights.visual.');
  model.loadStateDict(keys);
  const normalize = new Normalize(clipNormalization);
  const images = scaled(golden.tensor('in.images'), normalize);
  golden.expectClose('out.scaled', images);
  golden.expectClose('out.tokens', model.patchTokens(images));
  golden.expectClose('out.target', model.forward(images));
  golden.expectClose('out.target_large', model.forward(scaled(golden.tensor('in.images_large'), normalize)));
}

export function teacherDino(golden: GoldenCase): void {
  const model = new DinoTransformer(sizes(golden.config<TransformerSizes>()));
  model.loadStateDict(golden.below('weights.'));
  const normalize = new Normalize(imagenetNormalization);
  const images = scaled(golden.tensor('in.images'), normalize);
  golden.expectClose('out.scaled', images);
  golden.expectClose('out.target', model.forward(images));
  golden.expectClose('out.target_large', model.forward(scaled(golden.tensor('in.images_large'), normalize)));
}

/** timm leaves relative_position_index out: it follows from the grid, so the model's own is put in. */
export function timmBeit(golden: GoldenCase): void {
  const model = new VisionTransformer(classifierConfig(golden.config<ClassifierSizes>()));
  const own = [...model.stateDict()].filter(([key]) => key.endsWith('relative_position_index'));
  model.loadStateDict(new Map([...golden.below('weights.'), ...own]));
  golden.expectClose('out.logits', model.forward(golden.tensor('in.images')));
  golden.expectClose('out.features', model.pooled(golden.tensor('in.images')));
}
