/** k-means on unit vectors or plain ones, the start of the codebook (VQ-KD, section 2.2). */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';

/** Result of kmeans(). */
export interface Clusters {
  /** `[K, d]` */
  means: Tensor;
  /** Samples in each cluster at the last assignment, which comes before the last update of the means: int64 `[K]`. */
  bins: Tensor;
}

/**
 * Lloyd's iterations from given means. An empty cluster keeps its mean.
 * @param samples `[n, d]`; unit vectors where `cosine`.
 * @param start `[K, d]` means to start from.
 * With `cosine` the nearest mean is that of the largest dot product, and means are scaled to unit length; else distances are
 * Euclidean.
 */
export function kmeans(samples: Tensor, start: Tensor, { iterations = 10, cosine = true } = {}): Clusters {
  const [k = 0] = start.shape;
  let means = start;
  let bins = torch.zeros([k], { dtype: 'int64', device: samples.device });
  for (let i = 0; i < iterations; i++) {
    const nearest = cosine ? samples.matmul(means.t()).argmax(-1) : torch.cdist(samples, means).argmin(-1);
    bins = torch.bincount(nearest, { minlength: k });
    const sums = torch.zerosLike(means).indexAdd_(0, nearest, samples);
    const averages = sums.div(bins.clampMin(1).unsqueeze(1));
    const updated = cosine ? nn.functional.normalize(averages, { dim: -1 }) : averages;
    means = torch.where(bins.unsqueeze(1).eq(0), means, updated);
  }
  return { means, bins };
}

/** `k` of the samples as start means, drawn without replacement; with it where there are fewer samples than `k`. */
export function chooseMeans(samples: Tensor, k: number): Tensor {
  const [n = 0] = samples.shape;
  const { device } = samples;
  const chosen =
    n >= k ? torch.randperm(n, { device }).narrow(0, 0, k) : torch.randint(0, n, [k], { device });
  return samples.indexSelect(0, chosen);
}
