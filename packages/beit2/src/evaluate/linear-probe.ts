/**
 * Linear probe: softmax regression on frozen, standardised features. One classifier for each learning rate, all trained
 * together, so that the cached features are gone through once an epoch; a held-out part of the training images
 * chooses the rate, and the test images are looked at once.
 */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';
import { CounterRandom, permutation } from '../data/random.js';
import { UserError } from '../errors.js';

/** Features of labelled images. */
export interface Labelled {
  /** float32 `[n, D]` */
  features: Tensor;
  /** int64 `[n]` */
  labels: Tensor;
}

export interface ProbeOptions {
  classes: number;
  seed: number;
  /** @default 30 */
  epochs?: number;
  /** Images a step. @default 1024 */
  batchSize?: number;
  /** Peak learning rates that are tried (for features of unit variance), from small to large. */
  learningRates?: readonly number[];
  /** Hears how many epochs are done, of the sweep and of the last training together. */
  onProgress?: (done: number, total: number) => void;
}

export interface ProbeResult {
  /** Share of the test images named right, in [0, 1], with the learning rate that the held-out images chose. */
  accuracy: number;
  learningRate: number;
  /** Every rate with its accuracy on held-out training images. */
  tried: { learningRate: number; heldOut: number }[];
  /** The end of the sweep that the chosen rate is, and beyond which a better one may lie; null inside the sweep. */
  edge: 'smallest' | 'largest' | null;
}

const defaultRates = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30] as const;
const heldOutShare = 0.1;
const momentum = 0.9;

/** Classifiers of L learning rates at once: weight `[D, L * C]`, bias `[L * C]`. */
interface Heads {
  weight: Tensor;
  bias: Tensor;
}

/** Share of right answers of each of the L classifiers. */
function accuracies(
  heads: Heads,
  { features, labels }: Labelled,
  rates: number,
  batchSize: number,
): number[] {
  return torch.scope(() => {
    const right = torch.zeros([rates], { device: features.device });
    const n = labels.shape[0] ?? 0;
    for (let start = 0; start < n; start += batchSize) {
      const length = Math.min(batchSize, n - start);
      torch.scope(() => {
        const logits = torch
          .addmm(heads.bias, features.narrow(0, start, length), heads.weight)
          .view([length, rates, -1]);
        right.add_(
          logits
            .argmax(2)
            .eq(labels.narrow(0, start, length).unsqueeze(1))
            .float()
            .sum(0),
        );
      });
    }
    return (right.tolist() as number[]).map((count) => count / n);
  });
}

/** Trains the classifiers by SGD with momentum and a cosine schedule. */
function train(
  { features, labels }: Labelled,
  rates: readonly number[],
  options: Required<ProbeOptions>,
  epochsBefore: number,
): Heads {
  const { classes, seed, epochs, batchSize, onProgress } = options;
  const [n = 0, dim = 0] = features.shape;
  const { device } = features;
  const steps = Math.ceil(n / batchSize);
  const heads = {
    weight: torch.zeros([dim, rates.length * classes], { device }),
    bias: torch.zeros([rates.length * classes], { device }),
  };
  const velocity = { weight: torch.zerosLike(heads.weight), bias: torch.zerosLike(heads.bias) };
  const peak = torch.tensor(
    rates.flatMap((rate) => Array<number>(classes).fill(rate)),
    { dtype: 'float32', device },
  );
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = permutation(n, new CounterRandom(seed, epoch));
    for (let step = 0; step < steps; step++) {
      const progress = (epoch * steps + step) / (epochs * steps);
      torch.scope(() => {
        const chosen = torch.tensor(Array.from(order.subarray(step * batchSize, (step + 1) * batchSize)), {
          device,
        });
        const x = features.indexSelect(0, chosen);
        const size = x.shape[0] ?? 1;
        const probabilities = torch
          .addmm(heads.bias, x, heads.weight)
          .view([size, rates.length, classes])
          .softmax(2);
        const target = nn.functional.oneHot(labels.indexSelect(0, chosen), classes).float().unsqueeze(1);
        const error = probabilities.sub(target).div(size).flatten(1); // gradient of the cross-entropy, [size, L * C]
        const rate = peak.mul(0.5 * (1 + Math.cos(Math.PI * progress)));
        velocity.weight.mul_(momentum).add_(x.t().matmul(error));
        velocity.bias.mul_(momentum).add_(error.sum(0));
        heads.weight.sub_(velocity.weight.mul(rate));
        heads.bias.sub_(velocity.bias.mul(rate));
      });
    }
    onProgress(epochsBefore + epoch + 1, 2 * epochs);
  }
  return heads;
}

/** The best of the rates tried, the middle one of equals, and whether it is where the sweep ends. */
export function chooseRate(tried: ProbeResult['tried']): Pick<ProbeResult, 'learningRate' | 'edge'> {
  const scores = tried.map(({ heldOut }) => heldOut);
  const highest = Math.max(...scores);
  const equals = scores.flatMap((score, i) => (score === highest ? [i] : []));
  const best = equals[(equals.length - 1) >> 1] ?? 0;
  const beats = (neighbour: number) => (scores[best] ?? 0) > (scores[neighbour] ?? Infinity); // a tie is no edge
  const isSmallest = best === 0 && beats(1);
  const isLargest = best === scores.length - 1 && beats(best - 1);
  const edge = isSmallest ? 'smallest' : isLargest ? 'largest' : null;
  return { learningRate: tried[best]?.learningRate ?? 0, edge };
}

/** Trains the probe on `training` and measures it on `test`. @throws UserError for fewer than two training images */
export function linearProbe(training: Labelled, test: Labelled, options: ProbeOptions): ProbeResult {
  const all: Required<ProbeOptions> = {
    epochs: 30,
    batchSize: 1024,
    learningRates: defaultRates,
    onProgress: () => undefined,
    ...options,
  };
  const { learningRates: rates, seed, batchSize } = all;
  const count = training.labels.shape[0] ?? 0;
  if (count < 2) {
    throw new UserError(
      `The linear probe needs at least 2 training images, not ${count}: some of them select the learning rate.`,
    );
  }
  return torch.scope(() =>
    torch.noGrad(() => {
      const mean = training.features.mean(0, true);
      const std = training.features.std(0, { keepdim: true }).clampMin(1e-6);
      const standard = ({ features, labels }: Labelled) => ({
        features: features.sub(mean).div(std),
        labels,
      });
      const known = standard(training);

      const n = known.labels.shape[0] ?? 0;
      const heldOutSize = Math.max(1, Math.round(n * heldOutShare));
      const order = torch.tensor(Array.from(permutation(n, new CounterRandom(seed))), {
        device: known.labels.device,
      });
      const part = (indices: Tensor) => ({
        features: known.features.indexSelect(0, indices),
        labels: known.labels.indexSelect(0, indices),
      });
      const kept = part(order.narrow(0, heldOutSize, n - heldOutSize));
      const heldOut = accuracies(
        train(kept, rates, all, 0),
        part(order.narrow(0, 0, heldOutSize)),
        rates.length,
        batchSize,
      );
      const tried = rates.map((learningRate, i) => ({ learningRate, heldOut: heldOut[i] ?? 0 }));
      const chosen = chooseRate(tried);

      const final = train(known, [chosen.learningRate], all, all.epochs);
      const [accuracy = 0] = accuracies(final, standard(test), 1, batchSize);
      return { accuracy, ...chosen, tried };
    }),
  );
}
