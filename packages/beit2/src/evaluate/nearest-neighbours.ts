/** Weighted k-nearest-neighbour classification on frozen features (Wu et al. 2018, as in DINO's evaluation). */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';
import type { Labelled } from './linear-probe.js';

export interface NeighbourOptions {
  classes: number;
  /** Neighbours that vote. @default 20 */
  k?: number;
  /** A neighbour of cosine similarity s votes in proportion to exp(s / temperature). @default 0.07 */
  temperature?: number;
}

// Similarities of one block of queries: 64 MB at most, however many training images there are.
const similaritiesAtOnce = 2 ** 24;
const mostQueries = 256;

/** Nearest training images of each query by cosine similarity: similarities and indices `[n, k]`. */
export function nearest(training: Tensor, queries: Tensor, k: number): { similarity: Tensor; index: Tensor } {
  return torch.scope(() =>
    torch.noGrad(() => {
      const known = nn.functional.normalize(training, { dim: -1 }).t();
      const unit = nn.functional.normalize(queries, { dim: -1 });
      const size = Math.floor(similaritiesAtOnce / (training.shape[0] ?? 1));
      const parts = unit
        .split(Math.min(mostQueries, Math.max(1, size)), 0)
        .map((part) => torch.scope(() => part.matmul(known).topk(k, 1)));
      return {
        similarity: torch.cat(
          parts.map(([values]) => values),
          0,
        ),
        index: torch.cat(
          parts.map(([, at]) => at),
          0,
        ),
      };
    }),
  );
}

/** Share of the test images whose class the vote of their neighbours names, in [0, 1]. */
export function nearestNeighbourAccuracy(
  training: Labelled,
  test: Labelled,
  options: NeighbourOptions,
): number {
  const { classes, temperature = 0.07 } = options;
  const k = Math.min(options.k ?? 20, training.labels.shape[0] ?? 1);
  return torch.scope(() => {
    const { similarity, index } = nearest(training.features, test.features, k);
    const labels = training.labels.indexSelect(0, index.flatten()).view(index.shape);
    const votes = torch.zeros([index.shape[0] ?? 0, classes], { device: index.device });
    votes.scatterAdd_(1, labels, similarity.sub(similarity.amax(1, true)).div(temperature).exp()); // the nearest votes with 1: no overflow
    return votes.argmax(1).eq(test.labels).float().mean().item();
  });
}
