import * as torch from '#torch/index.js';
import { nn } from '#torch/index.js';
import { describe, expect, test } from 'vitest';

import {
  expectClose,
  expectGradients,
  type GradientCase,
  readFixture,
  toTensor,
  type Values,
} from './nn-fixtures.js';

interface Fixture {
  attention: Record<'plain' | 'scaled' | 'causal' | 'bias', GradientCase>;
  losses: { target: number[]; soft: Values; weight: Values } & Record<LossName, GradientCase>;
  interpolations: (GradientCase & { options: PythonOptions })[];
}
type LossName =
  | 'hard'
  | 'hardSmooth'
  | 'hardWeighted'
  | 'hardNone'
  | 'soft_'
  | 'softSmooth'
  | 'mse'
  | 'l1Sum'
  | 'cosine'
  | 'normalize'
  | 'normalizeL1';
interface PythonOptions {
  size?: [number, number];
  scale_factor?: number | [number, number];
  mode?: nn.functional.InterpolationMode;
  align_corners?: boolean;
  antialias?: boolean;
}

const { attention, losses, interpolations } = readFixture('nn.json') as Fixture;
const F = nn.functional;

describe('scaledDotProductAttention', () => {
  const { plain, scaled, causal, bias } = attention;

  test('values and gradients match fixtures/nn_optim.py', () => {
    const sdpa =
      (options: nn.functional.AttentionOptions) =>
      (...[q, k, v]: torch.Tensor[]): torch.Tensor => {
        if (q === undefined || k === undefined || v === undefined)
          throw new Error('three tensors are needed');
        return F.scaledDotProductAttention(q, k, v, options);
      };
    expectGradients(plain, sdpa({}));
    expectGradients(scaled, sdpa({ scale: 0.3 }));
    expectGradients(causal, sdpa({ isCausal: true }));
  });

  test('a learned mask gets its gradient, with and without a batch dimension', () => {
    expectGradients(bias, (q, k, v, mask) => F.scaledDotProductAttention(q, k, v, { attnMask: mask }));
    expectGradients(bias, (q, k, v, mask) =>
      F.scaledDotProductAttention(q, k, v, { attnMask: mask.unsqueeze(0).expand([2, -1, -1, -1]) }),
    );
  });

  test('a constant mask gives the same values on the fused kernel, which then makes the graph', () => {
    const [q, k, v, mask] = bias.inputs.map(toTensor);
    if (q === undefined || k === undefined || v === undefined || mask === undefined)
      throw new Error('no inputs');
    q.requiresGrad_();
    const y = F.scaledDotProductAttention(q, k, v, { attnMask: mask });
    expect(y.gradFn).toBe('ScaledDotProductFlashAttentionForCpuBackward0');
    expectClose(y, bias.y);
    const learned = mask.clone().requiresGrad_();
    expectClose(
      torch.noGrad(() => F.scaledDotProductAttention(q, k, v, { attnMask: learned })),
      bias.y,
    );
  });

  test('a boolean mask forbids keys', () => {
    const q = torch.ones([1, 1, 2, 4]);
    const v = torch.arange(12, { dtype: 'float32' }).view([1, 1, 3, 4]);
    const attnMask = torch.tensor([
      [true, false, false],
      [false, true, true],
    ]);
    const y = F.scaledDotProductAttention(q, torch.ones([1, 1, 3, 4]), v, { attnMask });
    expectClose(y, { shape: [1, 1, 2, 4], data: [0, 1, 2, 3, 6, 7, 8, 9] });
  });

  test('a learned float32 mask works with bfloat16 logits, under autocast and without', () => {
    const q = torch.randn([1, 2, 3, 4]);
    const mask = torch.randn([2, 3, 3]).requiresGrad_();
    const y = torch.autocast({ dtype: 'bfloat16' }, () =>
      F.scaledDotProductAttention(q, q, q, { attnMask: mask }),
    );
    expect(y.dtype).toBe('bfloat16');
    y.float().sum().backward();
    expect(mask.grad?.dtype).toBe('float32');
    const low = q.bfloat16();
    expect(F.scaledDotProductAttention(low, low, low, { attnMask: mask }).dtype).toBe('bfloat16');
  });

  test('bfloat16 values and gradients are those of float32 but for rounding, with and without a learned mask', () => {
    torch.manualSeed(0);
    const inputs = Array.from({ length: 3 }, () => torch.randn([2, 3, 17, 8]).bfloat16());
    const mask = torch.randn([1, 3, 17, 17]);
    const run = (dtype: 'float32' | 'bfloat16', attnMask: torch.Tensor | null): torch.Tensor[] => {
      const [q, k, v] = inputs.map((x) => x.to({ dtype, copy: true }).requiresGrad_()) as [
        torch.Tensor,
        torch.Tensor,
        torch.Tensor,
      ];
      const y = F.scaledDotProductAttention(q, k, v, { attnMask, scale: 0.5 });
      y.float().square().sum().backward();
      return [y, ...[q, k, v, attnMask].flatMap((x) => x?.grad ?? [])].map((x) => x.detach().float());
    };
    for (const learned of [false, true]) {
      const want = run('float32', learned ? mask.clone().requiresGrad_() : null);
      const got = run('bfloat16', learned ? mask.clone().requiresGrad_() : null);
      expect(got.length).toBe(learned ? 5 : 4);
      for (const [i, x] of got.entries()) {
        const reference = want[i];
        if (!reference) throw new Error(`no reference for result ${i}`);
        const error = x.sub(reference).norm().div(reference.norm());
        expect(error.item()).toBeLessThan(0.02); // bfloat16 has 8 significant bits: 0.004 a rounding
      }
    }
  });
});

describe('losses', () => {
  const target = torch.tensor(losses.target);
  const soft = toTensor(losses.soft);
  const weight = toTensor(losses.weight);
  const ce = F.crossEntropy;

  test.each<[LossName, (x: torch.Tensor, y: torch.Tensor) => torch.Tensor]>([
    ['hard', (x) => ce(x, target)],
    ['hardSmooth', (x) => ce(x, target, { labelSmoothing: 0.1 })],
    ['hardWeighted', (x) => ce(x, target, { weight, reduction: 'sum' })],
    ['hardNone', (x) => ce(x, target, { reduction: 'none' })],
    ['soft_', (x) => ce(x, soft)],
    ['softSmooth', (x) => ce(x, soft, { labelSmoothing: 0.1 })],
    ['mse', (x, y) => F.mseLoss(x, y)],
    ['l1Sum', (x, y) => F.l1Loss(x, y, { reduction: 'sum' })],
    ['cosine', (x, y) => F.cosineSimilarity(x, y, { dim: -1 })],
    ['normalize', (x) => F.normalize(x, { dim: -1 })],
    ['normalizeL1', (x) => F.normalize(x, { p: 1, dim: 0, eps: 0.5 })],
  ])('%s: values and gradients match fixtures/nn_optim.py', (name, call) => {
    expectGradients(losses[name], call);
  });

  test('refuses another reduction, and targets that libtorch would broadcast', () => {
    const x = torch.zeros([2, 3]);
    expect(() => ce(x, x, { reduction: 'average' as 'mean' })).toThrow(
      new RangeError("crossEntropy: expected 'none', 'mean' or 'sum' for reduction but received 'average'"),
    );
    expect(() => F.mseLoss(x, torch.zeros([2, 1]))).toThrow(
      new Error('mseLoss: expected a target of shape [2, 3] but received [2, 1]'),
    );
  });
});

describe('interpolate', () => {
  test.each(interpolations.map((entry) => [JSON.stringify(entry.options), entry] as const))(
    '%s: values and gradients match fixtures/nn_optim.py',
    (_, { options, ...expected }) => {
      const { size, scale_factor: scaleFactor, mode, align_corners: alignCorners, antialias } = options;
      expectGradients(
        expected,
        (x) => F.interpolate(x, { size, scaleFactor, mode, alignCorners, antialias }),
        5e-6,
      );
    },
  );

  test('refuses options that do not go together', () => {
    const x = torch.zeros([1, 1, 4, 4]);
    expect(() => F.interpolate(x, {})).toThrow(
      new Error('interpolate: expected exactly one of size and scaleFactor'),
    );
    expect(() => F.interpolate(x, { size: 2, alignCorners: true })).toThrow(
      new Error(
        'interpolate: alignCorners and antialias go with the linear and cubic modes, not with nearest',
      ),
    );
    expect(() => F.interpolate(x.flatten(), { size: 2 })).toThrow(
      'interpolate: expected [B, C, L], [B, C, H, W] or [B, C, D, H, W] but received shape [',
    );
    expect(() => F.interpolate(x, { size: 2, mode: 'cubic' as 'bicubic' })).toThrow(
      new RangeError(
        "interpolate: expected 'nearest', 'nearest-exact', 'area', 'linear', 'bilinear', 'trilinear' or 'bicubic' for mode but received 'cubic'",
      ),
    );
  });
});
