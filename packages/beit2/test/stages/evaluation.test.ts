import { describe, expect, test } from 'vitest';
import * as torch from '@beit2/torch';
import { describeProbe } from '#beit2/cli/eval/eval-linear.js';
import { chooseRate, linearProbe, type Labelled } from '#beit2/evaluate/linear-probe.js';
import { nearest, nearestNeighbourAccuracy } from '#beit2/evaluate/nearest-neighbours.js';

/** Three classes around three far points, with one direction of large variance that says nothing. */
function clusters(n: number, seed: number, spread: number): Labelled {
  const generator = new torch.Generator().manualSeed(seed);
  const labels = torch.tensor(Array.from({ length: n }, (_, i) => i % 3));
  const centres = torch.tensor(
    [
      [2, 0, 0, 0],
      [0, 2, 0, 0],
      [0, 0, 2, 0],
    ],
    { dtype: 'float32' },
  );
  const noise = torch.randn([n, 4], { generator }).mul(torch.tensor([spread, spread, spread, 100]));
  return { features: centres.indexSelect(0, labels).add(noise), labels };
}

describe('the linear probe', () => {
  test('separates what is separable, whatever the scale of the features', () => {
    const result = linearProbe(clusters(600, 1, 0.1), clusters(300, 2, 0.1), { classes: 3, seed: 0 });
    expect(result.accuracy).toBe(1);
    expect(result.tried.map(({ learningRate }) => learningRate)).toEqual([
      0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30,
    ]);
  });

  test('comes near the best possible on overlapping classes, and to chance on noise', () => {
    const { accuracy } = linearProbe(clusters(6000, 1, 1), clusters(3000, 2, 1), { classes: 3, seed: 0 });
    // Three unit Gaussians with means 2 apart from the origin: a Bayes classifier is right in 86.6 % (simulated).
    expect(accuracy).toBeGreaterThan(0.85);
    const noise = (seed: number) => ({
      ...clusters(3000, 3, 1),
      features: clusters(3000, seed, 1).features.mul(torch.tensor([0, 0, 0, 1])),
    });
    expect(linearProbe(noise(4), noise(5), { classes: 3, seed: 0 }).accuracy).toBeCloseTo(1 / 3, 1);
  });

  test('never sees the test labels when it chooses the learning rate', () => {
    const training = clusters(600, 1, 0.5);
    const test = clusters(300, 2, 0.5);
    const wrong = { ...test, labels: torch.tensor(Array.from({ length: 300 }, (_, i) => (i + 1) % 3)) };
    const [a, b] = [test, wrong].map((set) => linearProbe(training, set, { classes: 3, seed: 0 }));
    expect(a?.learningRate).toBe(b?.learningRate);
    expect(b?.accuracy).toBeLessThan(0.1);
  });

  test('a rate that diverges leaves the others as they are', () => {
    const [training, test] = [clusters(600, 1, 0.5), clusters(300, 2, 0.5)];
    const options = { classes: 3, seed: 0, epochs: 5 };
    const alone = linearProbe(training, test, { ...options, learningRates: [0.01, 0.1] });
    const beside = linearProbe(training, test, { ...options, learningRates: [0.01, 0.1, 1e38] });
    expect(beside.tried.slice(0, 2)).toEqual(alone.tried);
    expect(beside.tried[2]?.heldOut).toBeLessThan(0.5);
    expect({ ...beside, tried: [] }).toEqual({ ...alone, tried: [], edge: null });
  });

  test('tells when the best rate is where the sweep ends', () => {
    const edge = (...heldOut: number[]) =>
      chooseRate(heldOut.map((score, i) => ({ learningRate: 10 ** i, heldOut: score })));
    expect(edge(0.1, 0.3, 0.2)).toEqual({ learningRate: 10, edge: null });
    expect(edge(0.1, 0.2, 0.3)).toEqual({ learningRate: 100, edge: 'largest' });
    expect(edge(0.3, 0.2, 0.1)).toEqual({ learningRate: 1, edge: 'smallest' });
    expect(edge(1, 1, 0.5)).toEqual({ learningRate: 1, edge: null });
    expect(edge(0.5, 1, 1, 1)).toEqual({ learningRate: 100, edge: null }); // the middle one of equals
    expect(edge(0.3)).toEqual({ learningRate: 1, edge: null });
    expect(
      describeProbe('[CLS]', { accuracy: 0.5, learningRate: 100, edge: 'largest', tried: [] }),
    ).toContain('it is the largest one tried, so a larger one may be better');
    expect(describeProbe('[CLS]', { accuracy: 0.5, learningRate: 10, edge: null, tried: [] })).toBe(
      '[CLS]                top-1 50.00 %  (learning rate 10, chosen on held-out training images)\n',
    );
  });

  test('needs two images', () => {
    expect(() => linearProbe(clusters(1, 1, 1), clusters(3, 2, 1), { classes: 3, seed: 0 })).toThrow(
      'The linear probe needs at least 2 training images, not 1: some of them select the learning rate.',
    );
  });

  test('leaves no tensor behind', () => {
    const [training, test] = [clusters(60, 1, 1), clusters(30, 2, 1)];
    const before = torch.memory().tensors;
    linearProbe(training, test, { classes: 3, seed: 0, epochs: 2 });
    nearestNeighbourAccuracy(training, test, { classes: 3 });
    expect(torch.memory().tensors).toBe(before);
  });
});

describe('nearest neighbours', () => {
  const training: Labelled = {
    features: torch.tensor(
      [
        [1, 0],
        [0.9, 0.1],
        [0, 1],
        [0, -5],
      ],
      { dtype: 'float32' },
    ),
    labels: torch.tensor([0, 0, 1, 2]),
  };

  test('are found by direction, not by length', () => {
    const { similarity, index } = nearest(
      training.features,
      torch.tensor(
        [
          [0, -0.1],
          [3, 0],
        ],
        { dtype: 'float32' },
      ),
      2,
    );
    expect(index.tolist()).toEqual([
      [3, 0],
      [0, 1],
    ]);
    expect(similarity.select(0, 1).select(0, 0).item()).toBeCloseTo(1, 6);
  });

  test('of more queries than are compared at once are those of each query alone', () => {
    const [known, queries] = [clusters(50, 1, 1).features, clusters(600, 2, 1).features];
    const together = nearest(known, queries, 3).index.tolist() as number[][];
    for (const i of [0, 255, 256, 599])
      expect(nearest(known, queries.narrow(0, i, 1), 3).index.tolist()).toEqual([together[i]]);
  });

  test('vote by similarity: one near neighbour outweighs two far ones', () => {
    const test: Labelled = {
      features: torch.tensor([[0.2, 1]], { dtype: 'float32' }),
      labels: torch.tensor([1]),
    };
    expect(nearestNeighbourAccuracy(training, test, { classes: 3, k: 3 })).toBe(1);
    expect(nearestNeighbourAccuracy(training, test, { classes: 3, k: 3, temperature: 1e4 })).toBe(0);
  });
});
