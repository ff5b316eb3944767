/** Compares an exported file, as ONNX Runtime runs it, with the model that it was made of. */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';
import type * as ort from 'onnxruntime-node';
import { checkOutputs } from '../model/check-numbers.js';
import { onnxRuntime } from '../onnx-runtime.js';
import type { Opened } from '../open/open-model.js';
import type { MainPart } from '../open/parts.js';
import { Normalize } from '../model/normalize.js';
import { attentionMaps } from '../model/attention-maps.js';
import type { GraphPrecision } from './graph-builder.js';
import { attentionName, inputName, pooledName, type GraphOptions } from './model-graphs.js';

/** What the comparison found. */
export interface ExportCheck {
  /** Largest absolute difference of each output of floats. */
  maxAbsError: Record<string, number>;
  /** Share of patches with the same code, of a tokenizer; where codes lie equally near, either is right. */
  sameTokens: number | null;
  /** The largest difference that is allowed. */
  bound: number;
  passed: boolean;
}

/**
 * Allowed differences: of float32 as they are, of others for values up to 1, and in proportion above. That of int8 finds a graph that is
 * wrong; what rounding costs is measured on images.
 */
const exportBounds: Record<GraphPrecision, number> = { float32: 1e-3, float16: 2e-2, int8: 0.25 };

/** Batches of the comparison. */
const batchSizes = [1, 3];
const randomNames = ['a random image', 'a second', 'a third'];

/**
 * Runs random images through both.
 * @param path of the ONNX file
 * @throws Error when ONNX Runtime does not take the file
 * @throws UserError when the model itself gives NaN or infinity
 */
export async function checkExport(
  path: string,
  opened: Opened<MainPart>,
  { precision, attention }: GraphOptions,
): Promise<ExportCheck> {
  const { InferenceSession, Tensor: Feed } = await onnxRuntime();
  const session = await InferenceSession.create(path, { intraOpNumThreads: torch.getNumThreads() });
  const generator = new torch.Generator().manualSeed(0);
  const maxAbsError: Record<string, number> = {};
  const same: number[] = [];
  let largest = 1;
  try {
    for (const batch of batchSizes) {
      const { size: side, channels } = opened.card.image;
      const images = torch.rand([batch, channels, side, side], { generator });
      const feeds = { [inputName]: new Feed('float32', images.toFloat32Array(), images.shape) };
      const results = await session.run(feeds);
      torch.scope(() =>
        torch.noGrad(() => {
          for (const [name, ours] of Object.entries(expectedOutputs(opened, images, attention))) {
            const theirs = toTensor(results[name], name);
            if (ours.dtype === 'int64') {
              same.push(ours.eq(theirs).float().mean().item());
              continue;
            }
            checkOutputs(ours, randomNames);
            const error = ours.sub(theirs).abs().max().item();
            // A comparison with NaN is false, so a file that gives NaN never passes.
            maxAbsError[name] = Math.max(maxAbsError[name] ?? 0, Number.isNaN(error) ? Infinity : error);
            largest = Math.max(largest, ours.abs().max().item());
          }
        }),
      );
      images.dispose();
    }
  } finally {
    await session.release();
  }
  const bound = exportBounds[precision] * (precision === 'float32' ? 1 : largest);
  const passed = Object.values(maxAbsError).every((error) => error <= bound);
  const sameTokens = same.length === 0 ? null : same.reduce((sum, share) => sum + share, 0) / same.length;
  return { maxAbsError, sameTokens, bound, passed };
}

/** Outputs of a model for images `[B, C, S, S]` in [0, 1], under the names that its exported form has. */
function expectedOutputs(
  opened: Opened<MainPart>,
  images: Tensor,
  attention: boolean | undefined,
): Record<string, Tensor> {
  const normalized = new Normalize(opened.card.image).forward(images);
  const looks = attention ? expectedAttention(opened, normalized) : {};
  if (opened.part === 'tokenizer') {
    const { model } = opened;
    const vectors = torch.nn.functional.normalize(model.encode(images), { dim: -1 });
    return { tokens: model.tokens(images), vectors, ...looks };
  }
  const { model } = opened;
  const pooled = { [pooledName]: model.pooled(normalized) };
  if (opened.part === 'classifier') return { logits: model.forward(normalized), ...pooled, ...looks };
  const tokens = model.allTokens(normalized);
  return { cls: tokens.select(1, 0), patches: tokens.narrow(1, 1, model.grid ** 2), ...pooled, ...looks };
}

function expectedAttention(opened: Opened<MainPart>, normalized: Tensor): Record<string, Tensor> {
  const vit = opened.part === 'tokenizer' ? opened.model.encoder : opened.model;
  const blocks = Array.from({ length: vit.config.depth }, (_, i) => i + 1);
  return Object.fromEntries(
    blocks.map((block) => [attentionName(block), attentionMaps(vit, normalized, block)]),
  );
}

function toTensor(result: ort.Tensor | undefined, name: string): Tensor {
  if (!(result?.data instanceof Float32Array || result?.data instanceof BigInt64Array)) {
    throw new Error(`internal: the exported file has no output ${name} of the right type`);
  }
  return torch.fromTypedArray(result.data, [...result.dims]);
}
