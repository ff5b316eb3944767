/** The quantizer: what its goldens do not fix, and what the reference does otherwise. */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';
import { beforeEach, describe, expect, test } from 'vitest';

import { chooseMeans, kmeans } from '#beit2/tokenizer/kmeans.js';
import { NormEmaQuantizer, type QuantizerConfig } from '#beit2/tokenizer/norm-ema-quantizer.js';

const sizes: QuantizerConfig = { codes: 12, codeDim: 4 };

beforeEach(() => torch.manualSeed(0));

const largest = (x: Tensor): number => x.abs().max().item();
const unit = (x: Tensor): Tensor => nn.functional.normalize(x, { dim: -1 });
const lengths = (x: Tensor): number[] => x.norm(2, [-1]).tolist() as number[];
const stateOf = (module: nn.Module): Record<string, unknown> =>
  Object.fromEntries([...module.stateDict()].map(([key, tensor]) => [key, tensor.tolist()]));

function quantizer(options: Partial<QuantizerConfig> = {}): NormEmaQuantizer {
  return new NormEmaQuantizer({ ...sizes, kmeans: false, ...options });
}

test('the keys are the official ones', () => {
  expect(
    [
      ...quantizer({ revive: { after: 2, below: 1 } })
        .stateDict()
        .keys(),
    ].sort(),
  ).toEqual([
    'cluster_size',
    'embedding.cluster_size',
    'embedding.embed_avg',
    'embedding.initted',
    'embedding.weight',
  ]);
});

describe('in evaluation', () => {
  test('nothing of the state changes', () => {
    const q = quantizer().eval();
    const before = stateOf(q);
    q.forward(torch.randn([2, 7, 4]));
    q.nearest(unit(torch.randn([7, 4])));
    expect(stateOf(q)).toEqual(before);
  });

  test('k-means does not start, and starts in the first training call alone', () => {
    const q = quantizer({ kmeans: true }).eval();
    const before = stateOf(q);
    q.forward(torch.randn([40, 4]));
    expect(stateOf(q)).toEqual(before);
    expect(q.embedding.initted.item()).toBe(0);

    q.train();
    q.forward(torch.randn([40, 4]));
    expect(q.embedding.initted.item()).toBe(1);
    expect(q.embedding.clusterSize.sum().item()).toBe(40);
    const bins = q.embedding.clusterSize.tolist();
    q.forward(torch.randn([30, 4]));
    expect(q.embedding.clusterSize.tolist()).toEqual(bins);
  });

  test('a codebook that was started and loaded does not start again', () => {
    const q = quantizer({ kmeans: true });
    q.forward(torch.randn([40, 4]));
    const loaded = quantizer({ kmeans: true });
    loaded.loadStateDict(q.stateDict());
    loaded.forward(torch.randn([40, 4]));
    const moved = largest(loaded.embedding.weight.sub(q.embedding.weight));
    expect(moved).toBeGreaterThan(0);
    expect(moved).toBeLessThan(0.05); // one step of the moving average, not new means
  });
});

describe('codes', () => {
  test('are the nearest by squared distance', () => {
    const q = quantizer({ codes: 50 });
    const z = unit(torch.randn([200, 4]));
    const { weight } = q.embedding;
    const distances = z.unsqueeze(1).sub(weight.unsqueeze(0)).square().sum(-1); // [200, 50]
    expect(q.nearest(z).tolist()).toEqual(distances.argmin(1).tolist());
    const { indices } = q.eval().forward(z.mul(3).view([10, 20, 4]));
    expect(indices.shape).toEqual([10, 20]);
    expect(indices.flatten().tolist()).toEqual(distances.argmin(1).tolist());
  });

  test('stay of unit length, and those that nothing hits where they are', () => {
    const q = quantizer({ codes: 40 });
    const start = q.embedding.weight.clone();
    const never = torch.ones([40], { dtype: 'bool' });
    for (let i = 0; i < 30; i++) {
      const { indices } = q.forward(torch.randn([8, 4]).add(torch.tensor([2, 0, 0, 0])));
      never.setAt_([indices], false);
    }
    for (const length of lengths(q.embedding.weight)) expect(length).toBeCloseTo(1, 6);
    const change = q.embedding.weight.sub(start).abs().max(1)[0];
    expect(never.sum().item()).toBeGreaterThan(3);
    expect(largest(change.maskedSelect(never))).toBeLessThan(1e-6);
    expect(largest(change.maskedSelect(never.logicalNot()))).toBeGreaterThan(0.01);
  });

  test('move towards the mean of their vectors by 1 - decay', () => {
    const q = quantizer({ codes: 2, codeDim: 2, decay: 0.75 });
    q.embedding.weight.copy_(
      torch.tensor(
        [
          [1, 0],
          [0, 1],
        ],
        { dtype: 'float32' },
      ),
    );
    q.forward(
      torch.tensor(
        [
          [2, 1],
          [5, 1],
        ],
        { dtype: 'float32' },
      ),
    );
    const mean = unit(
      unit(
        torch.tensor(
          [
            [2, 1],
            [5, 1],
          ],
          { dtype: 'float32' },
        ),
      ).mean(0, true),
    );
    const want = unit(torch.tensor([[0.75, 0]]).add(mean.mul(0.25)));
    expect(largest(q.embedding.weight.narrow(0, 0, 1).sub(want))).toBeLessThan(1e-6);
    expect(q.embedding.weight.select(0, 1).tolist()).toEqual([0, 1]);
    expect(q.clusterSize.tolist()).toEqual([0.5, 0]);
  });
});

describe('a batch in parts', () => {
  const options = { codes: 20, revive: { after: 2, below: 1 } };
  /** The same batches whole and in two parts. */
  const both = (): { whole: NormEmaQuantizer; inParts: NormEmaQuantizer } => {
    const [whole, inParts] = [quantizer(options), quantizer(options)];
    inParts.loadStateDict(whole.stateDict());
    for (let step = 0; step < 4; step++) {
      const batch = torch.randn([6, 5, 4]).add(torch.tensor([1, 0, 0, 0]));
      torch.manualSeed(step); // a revival draws
      whole.forward(batch);
      torch.manualSeed(step);
      inParts.hold(() => inParts.forward(batch.narrow(0, 0, 3)));
      inParts.forward(batch.narrow(0, 3, 3));
    }
    return { whole, inParts };
  };

  test('moves the codebook once, by all its vectors, and revives as often', () => {
    const { whole, inParts } = both();
    expect(inParts.hits.tolist()).toEqual(whole.hits.tolist());
    expect(inParts.hits.sum().item()).toBe(30);
    for (const [key, tensor] of whole.stateDict())
      expect(largest(tensor.sub(inParts.stateDict().get(key) ?? tensor)), key).toBeLessThan(1e-5);
    expect(inParts.revivalProgress()).toEqual(whole.revivalProgress());
    expect(largest(whole.embedding.embedAvg.sub(quantizer(options).embedding.embedAvg))).toBeGreaterThan(0);
  });

  test('holds nothing once the codebook has moved', () => {
    const q = quantizer(options);
    const batch = torch.randn([4, 5, 4]);
    const step = () =>
      torch.scope(() => {
        q.hold(() => q.forward(batch));
        q.forward(batch);
      });
    step();
    const before = torch.memory().tensors;
    for (let i = 0; i < 4; i++) step();
    expect(torch.memory().tensors).toBe(before);
  });
});

describe('gradients', () => {
  test('of the output go straight through to the unit vectors', () => {
    const q = quantizer();
    const start = torch.randn([3, 5, 4]);
    const weights = torch.randn([3, 5, 4]);
    const [z, plain] = [start.clone().requiresGrad_(), start.clone().requiresGrad_()];
    q.forward(z).quantized.mul(weights).sum().backward();
    unit(plain).mul(weights).sum().backward();
    expect(largest((z.grad ?? plain).sub(plain.grad ?? z))).toBeLessThan(1e-6);
  });

  test('of the commitment loss are those of the mean over all elements, and the codebook gets none', () => {
    const q = quantizer({ commitment: 0.25 }).eval();
    const z = unit(torch.randn([6, 4]));
    const got = z.clone().requiresGrad_();
    const { commitmentLoss, indices } = q.forward(got);
    commitmentLoss.backward();
    const codes = q.embedding.weight.indexSelect(0, indices);
    expect(commitmentLoss.item()).toBeCloseTo(0.25 * z.sub(codes).square().mean().item(), 6);
    const plain = z.clone().requiresGrad_();
    unit(plain).sub(codes).square().mean().mul(0.25).backward();
    expect(largest((got.grad ?? plain).sub(plain.grad ?? got))).toBeLessThan(1e-6);
    expect(q.parameters()).toEqual([]);
  });
});

test('works in float32 under autocast', () => {
  const q = quantizer({ codes: 500, codeDim: 16 }).eval();
  const z = torch.randn([300, 16]);
  const want = q.forward(z);
  const { got, nearest } = torch.autocast({ dtype: 'bfloat16' }, () => ({
    got: q.forward(z),
    nearest: q.nearest(unit(z)),
  }));
  expect(got.quantized.dtype).toBe('float32');
  expect(largest(got.quantized.sub(want.quantized))).toBe(0);
  expect(got.indices.tolist()).toEqual(want.indices.tolist());
  expect(nearest.tolist()).toEqual(want.indices.tolist());
});

describe('k-means', () => {
  test('finds four clusters and counts their samples', () => {
    const centres = torch.eye(4);
    const samples = unit(centres.repeatInterleave(5, 0).add(torch.randn([20, 4]).mul(0.05)));
    const { means, bins } = kmeans(samples, centres.add(0.2));
    expect(bins.tolist()).toEqual([5, 5, 5, 5]);
    expect(largest(means.sub(unit(samples.view([4, 5, 4]).mean(1))))).toBeLessThan(1e-6);
  });

  test('starts from samples without repeating any, while there are enough', () => {
    const samples = torch.arange(0, 20, { dtype: 'float32' }).view([10, 2]);
    const chosen = chooseMeans(samples, 10).tolist() as number[][];
    expect(chosen.map(([first]) => first).sort((a = 0, b = 0) => a - b)).toEqual([
      0, 2, 4, 6, 8, 10, 12, 14, 16, 18,
    ]);
  });

  test('copes with fewer vectors than codes', () => {
    const q = quantizer({ codes: 30, kmeans: true });
    const { quantized, commitmentLoss } = q.forward(torch.randn([7, 4]));
    for (const length of lengths(q.embedding.weight)) expect(length).toBeCloseTo(1, 6);
    expect(q.embedding.clusterSize.sum().item()).toBe(7);
    expect(quantized.isfinite().all().item()).toBeTruthy();
    expect(commitmentLoss.item()).toBeGreaterThanOrEqual(0);
  });
});

describe('revival', () => {
  const revive = { after: 3, below: 0.5 };
  /** Vectors around one place, so that most codes are never hit. */
  const narrow = (): Tensor =>
    torch
      .randn([20, 4])
      .mul(0.1)
      .add(torch.tensor([1, 0, 0, 0]));

  test('puts vectors of the batch in the place of codes with too few hits, every `after` steps', () => {
    const q = quantizer({ revive });
    const start = q.embedding.weight.clone();
    const hits = torch.zeros([12]);
    const step = (): Tensor => {
      const batch = narrow();
      const { indices } = q.forward(batch);
      hits.add_(torch.bincount(indices, { minlength: 12 }));
      return batch;
    };
    step();
    step();
    const untouched = hits.eq(0);
    expect(largest(q.embedding.weight.sub(start).abs().max(1)[0].maskedSelect(untouched))).toBeLessThan(1e-6);
    const average = (): number => q.clusterSize.mean().item();
    const batch = unit(step());
    const dead = hits.lt(1.5).nonzero().squeeze(1);
    expect(dead.numel()).toBeGreaterThan(2);
    const revived = q.embedding.weight.indexSelect(0, dead);
    const nearest = torch.cdist(revived, batch).min(1)[0];
    expect(largest(nearest)).toBeLessThan(1e-3);
    expect(largest(q.embedding.embedAvg.indexSelect(0, dead).sub(revived))).toBe(0);
    const expected = average();
    for (const size of q.clusterSize.indexSelect(0, dead).tolist() as number[]) {
      expect(size).toBeGreaterThan(0);
      expect(size).toBeLessThan(2 * expected);
    }
    expect(q.hitsSinceRevival.sum().item()).toBe(0);
  });

  test('does not depend on the average of hits, which an epoch sets to zero', () => {
    const q = quantizer({ codes: 2, codeDim: 2, revive: { after: 4, below: 1 } });
    q.embedding.weight.copy_(
      torch.tensor(
        [
          [1, 0],
          [0, 1],
        ],
        { dtype: 'float32' },
      ),
    );
    const both = torch.tensor(
      [
        [1, 0.1],
        [1, 0],
        [0, 1],
        [0.1, 1],
      ],
      { dtype: 'float32' },
    );
    for (let i = 0; i < 4; i++) {
      q.resetClusterSize();
      q.forward(both);
    }
    expect(largest(q.embedding.embedAvg.sub(q.embedding.weight))).toBeGreaterThan(0.05); // nothing was revived
  });

  test('goes on after a resume as if never stopped', () => {
    const batches = Array.from({ length: 8 }, narrow);
    const straight = quantizer({ revive });
    const first = quantizer({ revive });
    first.loadStateDict(straight.stateDict());
    const run = (q: NormEmaQuantizer, from: number, to: number): void => {
      for (const [i, batch] of batches.slice(from, to).entries()) {
        torch.manualSeed(from + i); // what a checkpoint keeps of the generator
        q.forward(batch);
      }
    };
    run(straight, 0, 8);
    run(first, 0, 5);
    const second = quantizer({ revive });
    second.loadStateDict(first.stateDict());
    const progress = first.revivalProgress();
    expect(progress?.steps).toBe(2);
    second.restoreRevival(JSON.parse(JSON.stringify(progress)) as NonNullable<typeof progress>);
    run(second, 5, 8);
    expect(stateOf(second)).toEqual(stateOf(straight));
  });

  test('never puts the same vector in two places: with few vectors the least hit codes come first', () => {
    const q = quantizer({ codes: 12, revive: { after: 1, below: 1000 } });
    q.forward(torch.randn([40, 4])); // starts all codes
    const before = q.embedding.weight.clone();
    const batch = torch.randn([5, 4]);
    q.forward(batch);
    const rows = (q.embedding.weight.tolist() as number[][]).map((row) =>
      row.map((x) => x.toFixed(5)).join(),
    );
    expect(new Set(rows).size).toBe(12);
    const moved = q.embedding.weight.sub(before).abs().amax(1).gt(0.05).sum().item();
    expect(moved).toBeLessThanOrEqual(5);
  });

  test('is off by default', () => {
    const q = quantizer();
    const start = q.embedding.embedAvg.clone();
    for (let i = 0; i < 10; i++) q.forward(narrow());
    expect(largest(q.embedding.embedAvg.sub(start))).toBe(0);
    expect(q.revivalProgress()).toBeNull();
  });
});
