/** The `config.json` that timm reads beside weights, from a folder or a hub. */
import type { ModelCard } from '../model-card.js';
import type { ModelSizes } from './detect.js';
import type { StateDict } from './key-maps.js';

/**
 * @param tensors of a BEiT under our key names
 * @returns text of config.json: an architecture of timm with the sizes that differ from it, and how its images are made
 */
export function timmConfig(tensors: StateDict, sizes: ModelSizes, card: ModelCard): string {
  const { dim, depth, heads, hidden, patchSize, image } = card;
  const classes = sizes.classes ?? 0;
  const pool = tensors.has('fc_norm.weight') ? 'avg' : 'token';
  const values = {
    architecture: 'beitv2_base_patch16_224',
    num_classes: classes,
    num_features: dim,
    global_pool: pool,
    model_args: {
      global_pool: pool,
      img_size: image.size,
      patch_size: patchSize,
      embed_dim: dim,
      depth,
      num_heads: heads,
      mlp_ratio: hidden / dim,
      init_values: tensors.has('blocks.0.gamma_1') ? 0.1 : null,
      use_abs_pos_emb: tensors.has('pos_embed'),
      use_rel_pos_bias: !tensors.has('pos_embed'),
    },
    pretrained_cfg: {
      input_size: [image.channels, image.size, image.size],
      fixed_input_size: true,
      interpolation: image.interpolation,
      crop_pct: cropShare(image),
      crop_mode: 'center',
      mean: image.mean,
      std: image.std,
      num_classes: classes,
      first_conv: 'patch_embed.proj',
      classifier: 'head',
      ...(card.licence !== null && { license: card.licence }),
    },
    ...(card.classes && { label_names: card.classes }),
  };
  return JSON.stringify(values, null, 2) + '\n';
}

/** The shortest decimal share from which timm, which rounds down, computes the same number of pixels. */
function cropShare({ size, resize }: ModelCard['image']): number {
  for (let digits = 3; digits < 15; digits++) {
    const share = Number((size / resize).toFixed(digits));
    if (Math.floor(size / share) === resize) return share;
  }
  return size / resize;
}
