/** What pretraining predicts at masked patches: a tokenizer's codes, or pixels. */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';
import type { PretrainRecipe } from '../config/schema.js';
import { channelCount, chosenBands } from '../data/rasters/bands.js';
import type { View } from '../data/pixels/center-crop.js';
import { UserError } from '../errors.js';
import { channelChoice } from '../open/choose-channels.js';
import { openModel } from '../open/open-model.js';
import { CodeUsage } from '../tokenizer/code-usage.js';
import { codebookHealth } from '../tokenizer/codebook-health.js';
import type { DeviceBatch } from '../train/device-batches.js';

export interface Target {
  /** File of the tokenizer's weights; null without one. */
  readonly weights: string | null;
  /** Outputs of the model's head. */
  readonly outputs: number;
  /** The second view that it needs of each crop, null when the model's own will do. */
  readonly view: View | null;
  /** Labels of the masked patches (`positions` `[M]` in the batch's B * N patches). */
  labels(batch: DeviceBatch, positions: Tensor): Tensor;
  /** Mean loss of predictions `[M, outputs]`, and their share of right ones where that makes sense. */
  loss(prediction: Tensor, labels: Tensor): { loss: Tensor; accuracy: Tensor | null };
}

/** One sentence where the codes of the first images `[B, N]` show that a tokenizer has collapsed; else null. */
export function collapseWarning(path: string, indices: Tensor, codes: number): string | null {
  const usage = new CodeUsage(codes, indices.device);
  usage.add(indices);
  const summary = usage.summary();
  if (codebookHealth(summary).level !== 'collapsing') return null;
  const { used, vectors, perplexity } = summary;
  return (
    `The tokenizer of ${path} has collapsed: it gives the ${vectors} patches of the first images ${used} of its ${codes} codes ` +
    `(perplexity ${perplexity.toFixed(1)}), which leaves pretraining almost nothing to predict; train it again, see beit2 tokenizer eval ${path}.`
  );
}

/** Codes of a trained tokenizer, by cross-entropy (equation 3 of the paper). */
async function codeTarget(
  recipe: PretrainRecipe,
  target: Extract<PretrainRecipe['target'], { kind: 'tokenizer' }>,
  device: torch.Device,
  say: (sentence: string) => void,
): Promise<Target> {
  const { path, imageSize, interpolation, entry, heads, eps, activation, channels: chosen } = target;
  if (path === null)
    throw new UserError('No tokenizer given: add target.path=MODEL, a tokenizer run or released weights.');
  const options = { device, say, entry, given: { heads, eps, activation }, prefix: 'target.' };
  const { model: tokenizer, card, path: weights } = await openModel(path, { ...options, part: 'tokenizer' });
  const grid = recipe.data.imageSize / recipe.model.patchSize;
  if (card.image.size !== imageSize) {
    throw new UserError(
      `The tokenizer of ${path} takes images of ${card.image.size} pixels; set target.imageSize=${card.image.size}, not ${imageSize}.`,
    );
  }
  if (tokenizer.grid !== grid) {
    throw new UserError(
      `The tokenizer of ${path} has a grid of ${tokenizer.grid} x ${tokenizer.grid} patches but the model has one of ${grid} x ${grid}; ` +
        'choose data.imageSize and model.patchSize to match.',
    );
  }
  const choose = channelChoice({ name: 'target', image: card.image, chosen }, chosenBands(recipe.data));
  let isJudged = false;
  const judge = (codes: Tensor): void => {
    if (isJudged) return;
    isJudged = true;
    const warning = collapseWarning(path, codes, tokenizer.config.quantizer.codes);
    if (warning !== null) say(warning);
  };
  return {
    weights,
    outputs: tokenizer.config.quantizer.codes,
    view: { size: imageSize, interpolation },
    labels: ({ views: [view] }, positions) => {
      if (!view) throw new Error('internal: the loader made no second view');
      const codes = tokenizer.tokens(choose(view)); // [B, N]
      judge(codes);
      return codes.flatten().indexSelect(0, positions);
    },
    loss: (prediction, labels) => {
      const { losses, correct } = nn.functional.rowCrossEntropy(prediction, labels);
      return { loss: losses.mean(), accuracy: correct.float().mean() };
    },
  };
}

/** Each row `[M, n]` less its mean, by √(variance + 1e-6), the variance unbiased (MAE, He et al. 2021). */
export function normalizedRows(rows: Tensor): Tensor {
  const variance = rows.std(1, { keepdim: true }).square();
  return rows.sub(rows.mean(1, true)).div(variance.add(1e-6).sqrt());
}

/** Pixels of the patch, by mean squared error; `normalize` scales each patch to mean 0 and variance 1 (He et al. 2021). */
function pixelTarget({ data, model: { patchSize } }: PretrainRecipe, normalize: boolean): Target {
  const outputs = channelCount(data) * patchSize ** 2;
  return {
    weights: null,
    outputs,
    view: null,
    labels: ({ images }, positions) => {
      const side = [patchSize, patchSize];
      const patches = torch.im2col(images, side, [1, 1], [0, 0], side).transpose(1, 2); // [B, N, C p²]
      const chosen = patches.flatten(0, 1).indexSelect(0, positions);
      if (!normalize) return chosen;
      return normalizedRows(chosen);
    },
    loss: (prediction, labels) => ({
      loss: nn.functional.mseLoss(prediction.float(), labels),
      accuracy: null,
    }),
  };
}

/** The target of a recipe. @throws UserError when its tokenizer is missing or does not fit */
export async function openTarget(
  recipe: PretrainRecipe,
  device: torch.Device,
  say: (sentence: string) => void,
): Promise<Target> {
  const { target } = recipe;
  return target.kind === 'pixels'
    ? pixelTarget(recipe, target.normalize)
    : codeTarget(recipe, target, device, say);
}
