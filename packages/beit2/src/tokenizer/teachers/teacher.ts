/** What a teacher is: images in, features of patches out. */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';

/** Gives the features that the tokenizer's decoder must rebuild. */
export interface Teacher {
  /** For messages: what it is and where it came from. */
  readonly name: string;
  /** File of its weights; absent where it comes from none. */
  readonly weights?: string;
  /** Side of the images that it takes, pixels. */
  readonly imageSize: number;
  /** Patches along a side of its features. */
  readonly grid: number;
  /** Size T of a feature. */
  readonly dim: number;
  /** Images `[B, C, S, S]` in [0, 1], S its image size → features `[B, grid², dim]`, row by row, without a gradient. */
  features(images: Tensor): Promise<Tensor>;
}

/** Batches with the teacher's features `[size, N, T]` of the same crops, which are freed with them. */
export async function* withTeacher<B extends { images: Tensor; views: Tensor[] }>(
  batches: Iterable<B> | AsyncIterable<B>,
  teacher: Teacher,
): AsyncGenerator<B & { target: Tensor }, void, void> {
  for await (const batch of batches) {
    const seen = batch.views[0] ?? batch.images;
    using target = await torch.profiler.range('teacher', () => teacher.features(seen));
    yield { ...batch, target };
  }
}
