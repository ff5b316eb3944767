/** Images and teacher's features side by side, and what a tokenizer is worth on images that it was not trained on. */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';
import type { TokenizerRecipe } from '../config/schema.js';
import type { Batch } from '../data/loader.js';
import type { View } from '../data/transforms.js';
import { CodeUsage, type CodeUsageSummary } from '../tokenizer/code-usage.js';
import type { Teacher } from '../tokenizer/teachers/teacher.js';
import type { VQKD } from '../tokenizer/vqkd.js';
import type { Precision } from '../train/precision.js';
import { toImages } from './engine.js';

/** The encoder's view of a crop and, where the teacher takes another size, the teacher's. */
export function teacherViews({ data }: TokenizerRecipe, teacher: Teacher): View[] {
  const view = { size: data.imageSize, interpolation: data.interpolation };
  return teacher.imageSize === data.imageSize ? [view] : [view, { ...view, size: teacher.imageSize }];
}

/**
 * Calls `body` with images `from` to `from + size` of a batch, `[size, 3, S, S]` in [0, 1], and the teacher's features of the
 * same crops `[size, N, T]`. Every tensor made on the way is freed but those that `body` returns.
 */
export async function withTeacher<R>(
  teacher: Teacher,
  imageSize: number,
  batch: Batch,
  from: number,
  size: number,
  device: torch.Device,
  body: (images: Tensor, target: Tensor) => torch.Synchronous<R>,
): Promise<R> {
  const part = (bytes: Uint8Array, side: number) =>
    torch.scope(() =>
      toImages(bytes.subarray(3 * side ** 2 * from, 3 * side ** 2 * (from + size)), size, side, device),
    );
  using images = part(batch.images, imageSize);
  const { tokenizerImages: second } = batch;
  using seen = second ? part(second, teacher.imageSize) : images.detach();
  using target = await torch.profiler.range('teacher', () => teacher.features(seen));
  return torch.scope<R>(() => body(images, target));
}

/** Means over all images. */
export interface TokenizerEvaluation {
  reconstructionLoss: number;
  commitmentLoss: number;
  usage: CodeUsageSummary;
  images: number;
}

/** Losses and code use on `batches`; changes nothing in the model. */
export async function evaluateTokenizer(
  model: VQKD,
  teacher: Teacher,
  batches: AsyncIterable<Batch>,
  precision: Precision,
  device: torch.Device,
): Promise<TokenizerEvaluation> {
  const usage = new CodeUsage(model.config.quantizer.codes, device);
  const sums = { reconstructionLoss: 0, commitmentLoss: 0, images: 0 };
  const { training } = model;
  model.eval();
  for await (const batch of batches) {
    const { size } = batch;
    await withTeacher(teacher, model.config.encoder.imageSize, batch, 0, size, device, (images, target) => {
      const output = torch.noGrad(() => precision.forward(() => model.forward(images, target)));
      usage.add(output.indices);
      sums.reconstructionLoss += output.reconstructionLoss.item() * size;
      sums.commitmentLoss += output.commitmentLoss.item() * size;
    });
    sums.images += size;
  }
  model.train(training);
  const { images } = sums;
  return {
    reconstructionLoss: sums.reconstructionLoss / images,
    commitmentLoss: sums.commitmentLoss / images,
    usage: usage.summary(),
    images,
  };
}
