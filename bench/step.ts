/** What the benches of training steps share: precision, repeated steps, floating-point operations. */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';

import { fastPrecision } from '../packages/beit2/dist/train/precision.js';

/** A bench's argument: `auto` is what a run takes on this machine. */
export function precisionOf(name: string): 'float32' | 'bfloat16' {
  const precision = name === 'auto' ? fastPrecision('cpu') : name;
  if (precision === 'float32' || precision === 'bfloat16') return precision;
  throw new Error(`the precision is auto, float32 or bfloat16, not ${precision}`);
}

/** Runs a forward pass as a run does in that precision. */
export function forwardIn(precision: 'float32' | 'bfloat16', body: () => Tensor): Tensor {
  return precision === 'bfloat16' ? torch.autocast({ dtype: 'bfloat16' }, body) : body();
}

/** Milliseconds of a step, those of the fastest one (what is left on a busy machine), and processor milliseconds; after two that warm up. */
export function timeSteps(
  steps: number,
  step: () => number,
): { msPerStep: number; leastMsPerStep: number; cpuMsPerStep: number; loss: number } {
  step();
  step();
  const cpu = process.cpuUsage();
  let [sum, least, loss] = [0, Infinity, 0];
  for (let i = 0; i < steps; i++) {
    const start = performance.now();
    loss = step();
    const took = performance.now() - start;
    sum += took;
    least = Math.min(least, took);
  }
  const { user, system } = process.cpuUsage(cpu);
  return {
    msPerStep: sum / steps,
    leastMsPerStep: least,
    cpuMsPerStep: (user + system) / 1000 / steps,
    loss,
  };
}

/** A matrix product of a step, `count` times: a linear layer, or the two products of all heads of an attention. */
export type Product = {
  count: number;
  /** Whether it has a backward pass, which is two products more of the same size. */
  backward: boolean;
} & (
  { rows: number; in: number; out: number } | { images: number; tokens: number; heads: number; width: number }
);

/** The products of `depth` blocks of a vision transformer. */
export function blockProducts(
  { images, tokens, dim, heads, depth }: Record<'images' | 'tokens' | 'dim' | 'heads' | 'depth', number>,
  backward = true,
): Product[] {
  const rows = images * tokens;
  const linear = [
    [dim, 3 * dim],
    [dim, dim],
    [dim, 4 * dim],
    [4 * dim, dim],
  ].map(([from = 0, to = 0]): Product => ({ count: depth, backward, rows, in: from, out: to }));
  return [...linear, { count: depth, backward, images, tokens, heads, width: dim / heads }];
}

function flopsOf(product: Product): number {
  const forward =
    'rows' in product
      ? 2 * product.rows * product.in * product.out
      : 4 * product.images * product.heads * product.tokens ** 2 * product.width;
  return product.count * forward * (product.backward ? 3 : 1);
}

/** Milliseconds of one product of each kind, alone: the median of five. */
function millisecondsOf(product: Product, precision: 'float32' | 'bfloat16'): number {
  const random = (shape: number[]) =>
    torch.randn(shape, { dtype: precision }).requiresGrad_(product.backward);
  return torch.scope(() => {
    let inputs: Tensor[];
    let forward: () => Tensor;
    if ('rows' in product) {
      const [x, weight] = [random([product.rows, product.in]), random([product.out, product.in])];
      const bias = torch.zeros([product.out]); // a layer without one would not take the library that a step takes
      inputs = [x, weight];
      forward = () => nn.functional.linear(x, weight, bias);
    } else {
      const { images, tokens, heads, width } = product;
      const [q, k, v] = Array.from({ length: 3 }, () => random([images * heads, tokens, width])) as [
        Tensor,
        Tensor,
        Tensor,
      ];
      inputs = [q, k, v];
      forward = () => q.bmm(k.transpose(1, 2)).bmm(v);
    }
    const gradient = torch.scope(() => torch.onesLike(torch.noGrad(forward)));
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      torch.scope(() => {
        if (product.backward) torch.autograd.grad([forward()], inputs, { gradOutputs: [gradient] });
        else torch.noGrad(forward);
      });
      return performance.now() - start;
    });
    return times.toSorted((a, b) => a - b)[2] ?? NaN;
  });
}

/** Billions of floating-point operations a second: of a whole step, counting its products only, and of these products alone. */
export function flopRates(
  products: readonly Product[],
  msPerStep: number,
  precision: 'float32' | 'bfloat16',
): { stepGflops: number; productsGflops: number; shareOfProducts: number } {
  const flops = products.reduce((sum, product) => sum + flopsOf(product), 0);
  const alone = products.reduce(
    (sum, product) => sum + product.count * millisecondsOf(product, precision),
    0,
  );
  return {
    stepGflops: flops / msPerStep / 1e6,
    productsGflops: flops / alone / 1e6,
    shareOfProducts: alone / msPerStep,
  };
}
