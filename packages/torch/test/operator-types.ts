/**
 * What the types of operators, devices and scopes take and refuse. Nothing here runs: `npm run typecheck` compiles it, and
 * fails on a call that should compile, and on an `@ts-expect-error` above one that should not but does.
 */
import * as torch from '#torch/index.js';
import type { Tensor } from '#torch/index.js';

const x = torch.zeros([2, 3]);
const weight = new torch.nn.Parameter(torch.zeros([3, 3]));
declare const text: string;
declare function use(...values: unknown[]): void;

export function splitsThatRun(): void {
  const w = torch.zeros([4, 3, 3, 3]);
  const b = torch.zeros([4]);
  use(
    torch.conv2d(x, w, b, 2, 1, 1, 1),
    torch.conv2d(x, w, b, { stride: 2 }),
    torch.conv2d(x, w, { bias: b }),
  );
  use(torch.conv2d(x, w, b, 2, { padding: 'same' }), torch.conv2d(x, { weight: w, bias: b, groups: 3 }));
  use(torch.conv2d({ input: x, weight: w }), torch.zeros({ size: [2], dtype: 'int64' }));
  use(x.sum({ dim: 0, keepdim: true }), x.sum(0, { keepdim: true }), x.sum(undefined, { dtype: 'float64' }));
  use(x.sum(0, true, { dtype: 'int64' }), torch.sum(x, { dim: [0, 1] }), torch.sum(x, { keepdim: true }));
  use(torch.linalgNorm(x, 2, { dim: [0] }), torch.linalgNorm(x, 'fro', { dim: [0, 1], keepdim: true }));
  use(
    x.matmul({ other: x }),
    torch.layerNorm(x, [3], { eps: 1e-6 }),
    torch.layerNorm(x, [3], undefined, undefined, 1e-6),
  );
  use(x.scatter(0, x, { src: x, reduce: 'add' }), torch.meshgrid([x, x], { indexing: 'xy' }));
  use(torch.add(x, { other: 1, alpha: 2 }), torch.clamp(x, { max: 0 }), torch.clamp(x, undefined, 0));
  // The result follows the overload, and an in-place form gives back what it was given.
  const [values, indices]: [Tensor, Tensor] = x.max({ dim: 1 });
  const larger: Tensor = x.max({ other: x });
  const same: torch.nn.Parameter = torch.add_(weight, { other: x });
  use(values, indices, larger, same);
}

export function splitsThatThrow(): void {
  // @ts-expect-error -- named and given by position
  use(x.sum(0, { dim: 1 }));
  // @ts-expect-error -- two objects of options
  use(x.sum(0, { keepdim: true }, { dtype: 'int64' }));
  // @ts-expect-error -- no such option
  use(x.sum({ keepDim: true }));
  // @ts-expect-error -- the weight is missing
  use(torch.conv2d(x, { stride: 2 }));
  // @ts-expect-error -- of two overloads
  use(x.max({ dim: 1, other: x }));
  // @ts-expect-error -- a tensor is called by position
  use(torch.relu({ self: x })); // eslint-disable-line @typescript-eslint/no-unsafe-class-instance-assignment -- the point
  // @ts-expect-error -- a keyword-only argument by position
  use(torch.gelu(x, 'tanh'));
  // @ts-expect-error -- an argument too many
  use(x.matmul(x, x));
}

export function choices(): void {
  use(x.div(2, { roundingMode: 'floor' }), x.gelu({ approximate: 'tanh' }), torch.pad(x, [1, 1], 'reflect'));
  use(torch.fftFft(x, { norm: 'ortho' }), x.to('float16'), x.to('cuda:1'), x.to({ device: 'mps' }));
  // @ts-expect-error -- no rounding mode
  use(x.div(2, { roundingMode: 'round' }));
  // @ts-expect-error -- no approximation
  use(x.gelu({ approximate: 'erf' }));
  // @ts-expect-error -- no padding mode
  use(torch.pad(x, [1, 1], 'mirror'));
  // @ts-expect-error -- no padding
  use(torch.conv2d(x, x, null, 1, 'full'));
  // @ts-expect-error -- no norm
  use(torch.fftFft(x, { norm: 'unitary' }));
  // @ts-expect-error -- no indexing
  use(torch.meshgrid([x], { indexing: 'yx' }));
  // @ts-expect-error -- neither dtype nor device
  use(x.to('flaot32'));
  // @ts-expect-error -- no device
  use(torch.zeros([2], { device: 'gpu' }));
  // @ts-expect-error -- no index
  use(torch.zeros([2], { device: 'cuda:first' }));
  // @ts-expect-error -- any text might be none of the devices
  use(x.to(text));
}

export function scopes(): void {
  const loss: Tensor = torch.scope(() => x.sum());
  const pair: readonly [Tensor, number] = torch.noGrad(() => [x, 1] as const);
  torch.inferenceMode(() => {
    use(x);
  });
  const unknown: unknown = torch.enableGrad((): unknown => x);
  use(loss, pair, unknown);
  // @ts-expect-error -- asynchronous
  void torch.scope(async () => Promise.resolve(x));
  // @ts-expect-error -- a promise
  void torch.noGrad(() => Promise.resolve(1));
  // @ts-expect-error -- a promise, perhaps
  void torch.inferenceMode(() => (x.requiresGrad ? x : Promise.resolve(x)));
  // @ts-expect-error -- asynchronous
  void torch.autocast({ device: 'cpu' }, async () => Promise.resolve());
  // @ts-expect-error -- asynchronous
  void torch.Stream.current('cuda').run(async () => Promise.resolve());
}
