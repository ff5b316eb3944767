/** How many floating-point operations a training step needs, and how many this machine can do. */
import * as torch from '@beit2/torch';
import type { Recipe } from '../config/schema.js';
import { channelCount } from '../data/rasters/bands.js';
import type { PrecisionName } from './precision.js';

/**
 * Operations of an image's products in forward and backward pass (three times the forward's) of the network that is trained: patch
 * embedding, blocks and heads; two for each multiplication with its addition. A tokenizer or teacher beside it is not counted.
 */
export function trainingFlops(recipe: Recipe): number {
  const { model, data } = recipe;
  const { dim, mlpRatio, patchSize } = model;
  const tokens = (data.imageSize / patchSize) ** 2 + 1;
  const layers = layersOf(recipe);
  const block = tokens * (4 + 2 * mlpRatio) * dim ** 2 + 2 * tokens ** 2 * dim;
  return 6 * (layers * block + tokens * channelCount(data) * patchSize ** 2 * dim);
}

function layersOf(recipe: Recipe): number {
  const { depth } = recipe.model;
  if (recipe.stage === 'tokenizer') return depth + recipe.decoder.depth;
  return recipe.stage === 'pretrain' ? depth + (recipe.model.aggregation?.layers ?? 0) : depth;
}

/** Operations a second of a linear layer's product on a device, as measured there; the number of threads is the current one. */
export function measuredFlops(device: torch.Device, precision: PrecisionName): number {
  const { matmul } = torch.measurement(device);
  const milliseconds = precision === 'float32' ? matmul.float32 : matmul.bfloat16;
  return (2 * 512 * 768 * 768) / (milliseconds / 1000);
}

/** Share of the measured operations a second that steps of this length reach in each of `ranks` processes; null where unknown. */
function flopUtilization(
  recipe: Recipe,
  ranks: number,
  stepSeconds: number,
  measured: number,
): number | null {
  const share = (trainingFlops(recipe) * recipe.batchSize) / ranks / stepSeconds / measured;
  return Number.isFinite(share) ? Number(share.toPrecision(3)) : null;
}

/** What a step's time says of the machine, and the bytes of memory that this process has. */
export function utilization(
  recipe: Recipe,
  worldSize: number,
  stepSeconds: number,
  peakFlops: number,
): Record<string, number> {
  const share = flopUtilization(recipe, worldSize, stepSeconds, peakFlops);
  return {
    ...(share !== null && { modelFlopUtilization: share }),
    residentBytes: process.memoryUsage.rss(),
  };
}
