/** Kinds vit-encoder, teacher-clip, teacher-dino, timm-beitv2, hf-beit. */
import { allFromRaw, type Tensor } from '@beit2/torch';

import { describeStateDict } from '#beit2/model/weights/detect.js';
import { toOfficialKeys } from '#beit2/model/weights/key-maps.js';
import { planLoad } from '#beit2/model/weights/load-plan.js';
import { VisionTransformer, type VisionTransformerConfig } from '#beit2/model/vision-transformer.js';
import { ClipTransformer } from '#beit2/tokenizer/teachers/clip.js';
import { DinoTransformer } from '#beit2/tokenizer/teachers/dino.js';
import { clipNormalization, imagenetNormalization, Normalize } from '#beit2/model/normalize.js';

import type { GoldenCase } from '../case.js';
import { type ClassifierSizes, classifierConfig, sizes, type TransformerSizes } from './configs.js';

export function vitEncoder(golden: GoldenCase): void {
  const model = new VisionTransformer(sizes(golden.config as TransformerSizes));
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
  const config = golden.config as TransformerSizes & { out_dim: number };
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
  const model = new DinoTransformer(sizes(golden.config as TransformerSizes));
  model.loadStateDict(golden.below('weights.'));
  const normalize = new Normalize(imagenetNormalization);
  const images = scaled(golden.tensor('in.images'), normalize);
  golden.expectClose('out.scaled', images);
  golden.expectClose('out.target', model.forward(images));
  golden.expectClose('out.target_large', model.forward(scaled(golden.tensor('in.images_large'), normalize)));
}

/** A classifier with the weights of a case, whose keys may be timm's or Hugging Face's. */
function classifierOf(golden: GoldenCase, config: VisionTransformerConfig): VisionTransformer {
  const model = new VisionTransformer(config);
  const stored = golden.stored('weights.');
  const { tensors } = toOfficialKeys(stored, describeStateDict(stored));
  const plan = planLoad(golden.name, tensors, model.stateDict());
  model.loadStateDict(allFromRaw(plan.tensors), { strict: false });
  return model;
}

export function timmBeit(golden: GoldenCase): void {
  const model = classifierOf(golden, classifierConfig(golden.config as ClassifierSizes));
  golden.expectClose('out.logits', model.forward(golden.tensor('in.images')));
  golden.expectClose('out.features', model.pooled(golden.tensor('in.images')));
}

export function hfBeit(golden: GoldenCase): void {
  const config = classifierConfig(golden.config as ClassifierSizes);
  const { layer_norm_eps: eps } = golden.json.hf_config as { layer_norm_eps: number };
  golden.expectClose(
    'out.logits',
    classifierOf(golden, { ...config, eps }).forward(golden.tensor('in.images')),
  );
  golden.expectClose('out.logits_eps_1e-6', classifierOf(golden, config).forward(golden.tensor('in.images')));
}
