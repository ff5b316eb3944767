/**
 * Each kernel of this package against the composition of ATen's operators that it stands for, both through this package's
 * binding: forward and backward, float32 and bfloat16 (as under autocast), three shapes each. Ours and ATen's alternate; the
 * ratio is the median of all pairs (below 1: ours is faster). Kernels above 1 come once more at the end.
 *
 *   npx tsx bench/kernels.ts [--repeats 9] [--threads 2] [--only PART OF A NAME]
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';

import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';

import { PatchEmbed } from '../packages/beit2/dist/model/layers.js';
import { NormEmaQuantizer } from '../packages/beit2/dist/tokenizer/norm-ema-quantizer.js';
import { inRounds, load, median, ratioOf } from './rounds.js';

const { functional: F } = nn;
type Precision = 'float32' | 'bfloat16';

/** Both forms of a kernel at one shape, and the inputs that get gradients. */
interface Case {
  ours: () => Tensor;
  aten: () => Tensor;
  /** None: the kernel has no backward pass. */
  inputs: Tensor[];
}

interface Kernel {
  name: string;
  shapes: Record<string, number>[];
  precisions: Precision[];
  make: (shape: Record<string, number>, precision: Precision) => Case;
}

const leaf = (shape: number[], dtype: Precision = 'float32') => torch.randn(shape, { dtype }).requiresGrad_();
const both: Precision[] = ['float32', 'bfloat16'];

/** Sizes of a training step at dim 192 and batch 64, of base/16 and batch 4, of the demo's dim 96 and batch 128. */
const tokens = [
  { rows: 64 * 65, dim: 192 },
  { rows: 4 * 197, dim: 768 },
  { rows: 128 * 65, dim: 96 },
];
const attentions = [
  { images: 64, tokens: 65, dim: 192, heads: 3 },
  { images: 4, tokens: 197, dim: 768, heads: 12 },
  { images: 128, tokens: 65, dim: 96, heads: 3 },
];
const pictures = [
  { images: 64, side: 32, patch: 4, dim: 192 },
  { images: 4, side: 224, patch: 16, dim: 768 },
  { images: 128, side: 32, patch: 4, dim: 96 },
];
const codebooks = [
  { rows: 64 * 64, dim: 32, codes: 1024 },
  { rows: 4 * 196, dim: 32, codes: 8192 },
  { rows: 128 * 64, dim: 32, codes: 512 },
];

function attention(biased: boolean): Kernel['make'] {
  return ({ images = 1, tokens: n = 1, dim = 1, heads = 1 }, precision) => {
    const qkv = leaf([images, n, 3 * dim], precision);
    const bias = biased ? leaf([1, heads, n, n]) : null;
    const aten = () => {
      const parts = qkv
        .view([images, n, 3, heads, dim / heads])
        .permute([2, 0, 3, 1, 4])
        .unbind(0);
      const [q = qkv, k = qkv, v = qkv] = parts;
      const mask = bias?.to({ dtype: precision }) ?? null;
      return torch.scaledDotProductAttention(q, k, v, mask).transpose(1, 2).reshape([images, n, dim]);
    };
    return { ours: () => F.selfAttention(qkv, heads, bias), aten, inputs: bias ? [qkv, bias] : [qkv] };
  };
}

/** Weights and bias of a linear layer. */
function layer(from: number, to: number): [weight: Tensor, bias: Tensor] {
  const weight = torch.randn([to, from]).mul(0.02).requiresGrad_();
  return [weight, leaf([to])];
}

/** Linear layers of a block: `from` and `to` are multiples of its width. */
function linear(from: number, to: number): Kernel['make'] {
  return ({ rows = 1, dim = 1 }, precision) => {
    const x = leaf([rows, from * dim], precision);
    const [weight, bias] = layer(from * dim, to * dim);
    return {
      ours: () => F.linear(x, weight, bias),
      aten: () => torch.linear(x, weight, bias),
      inputs: [x, weight, bias],
    };
  };
}

const mlp: Kernel['make'] = ({ rows = 1, dim = 1 }, precision) => {
  const x = leaf([rows, dim], precision);
  const [[w1, b1], [w2, b2]] = [layer(dim, 4 * dim), layer(4 * dim, dim)];
  return {
    ours: () => F.mlp(x, w1, b1, w2, b2),
    aten: () => torch.linear(torch.gelu(torch.linear(x, w1, b1)), w2, b2),
    inputs: [x, w1, b1, w2, b2],
  };
};

const residual: Kernel['make'] = ({ rows = 1, dim = 1 }, precision) => {
  const [x, branch, gamma] = [leaf([rows, dim]), leaf([rows, dim], precision), leaf([dim])] as const;
  return {
    ours: () => F.residual(x, branch, gamma),
    aten: () => x.add(branch.mul(gamma)),
    inputs: [x, branch, gamma],
  };
};

const norm: Kernel['make'] = ({ rows = 1, dim = 1 }, precision) => {
  const x = leaf([rows, dim]);
  const module = new nn.LayerNorm(dim, { eps: 1e-6 });
  const { weight, bias } = module;
  return {
    ours: () => F.normForLinear(module, x),
    aten: () => torch.layerNorm(x, [dim], weight, bias, 1e-6).to({ dtype: precision }),
    inputs: [x, ...module.parameters()],
  };
};

const cosine: Kernel['make'] = ({ rows = 1, dim = 1 }, precision) => {
  const [x, y] = [leaf([rows, dim], precision), torch.randn([rows, dim])] as const;
  return {
    ours: () => F.rowCosineSimilarity(x, y),
    aten: () => torch.cosineSimilarity(x.float(), y, -1),
    inputs: [x],
  };
};

const nearest: Kernel['make'] = ({ rows = 1, dim = 1, codes = 1 }) => {
  const quantizer = new NormEmaQuantizer({ codes, codeDim: dim, kmeans: false });
  const { weight } = quantizer.embedding;
  const z = F.normalize(torch.randn([rows, dim]), { dim: -1 });
  return {
    ours: () => quantizer.nearest(z),
    aten: () => {
      const lengths = z.square().sum(1, true).add(weight.square().sum(1));
      return lengths.sub(z.matmul(weight.t()).mul(2)).argmin(1);
    },
    inputs: [],
  };
};

/** A training call of the quantizer against the reference's: hits as one-hot rows, sums by a product. */
const quantizer: Kernel['make'] = ({ rows = 1, dim = 1, codes = 1 }, precision) => {
  const ours = new NormEmaQuantizer({ codes, codeDim: dim, kmeans: false }).train();
  const z = leaf([rows, dim], precision);
  const codebook = ours.embedding.weight.clone();
  const clusterSize = torch.zeros([codes]);
  const aten = () => {
    const unit = F.normalize(z.float(), { dim: -1 });
    const flat = unit.detach();
    const lengths = flat.square().sum(1, true).add(codebook.square().sum(1));
    const indices = lengths.sub(flat.matmul(codebook.t()).mul(2)).argmin(1);
    const found = codebook.indexSelect(0, indices);
    torch.noGrad(() => {
      const hits = F.oneHot(indices, codes).float();
      const counts = hits.sum(0);
      clusterSize.mul_(0.99).add_(counts, { alpha: 0.01 });
      const empty = counts.eq(0);
      const means = flat.t().matmul(hits).t().div(counts.maskedFill(empty, 1).unsqueeze(1));
      const kept = torch.where(empty.unsqueeze(1), codebook, F.normalize(means, { dim: -1 }));
      codebook.copy_(F.normalize(codebook.mul(0.99).add(kept, { alpha: 0.01 }), { dim: -1 }));
    });
    return F.mseLoss(unit, found).add(unit.add(found.sub(unit).detach()).sum());
  };
  const call = () => {
    const { quantized, commitmentLoss } = ours.forward(z);
    return commitmentLoss.add(quantized.sum());
  };
  return { ours: call, aten, inputs: [z] };
};

const loss: Kernel['make'] = ({ rows = 1, codes = 1 }, precision) => {
  const count = Math.floor(0.4 * rows);
  const [logits, labels] = [leaf([count, codes], precision), torch.randint(0, codes, [count])] as const;
  const aten = () => {
    torch.noGrad(() => logits.argmax(1).eq(labels)); // ours says on the way which rows are right
    return torch.crossEntropyLoss(logits.float(), labels);
  };
  return { ours: () => F.rowCrossEntropy(logits, labels).losses.mean(), aten, inputs: [logits] };
};

/** Patches as rows of a product against a convolution. */
const patches: Kernel['make'] = ({ images = 1, side = 1, patch = 1, dim = 1 }) => {
  const embed = new PatchEmbed(patch, 3, dim);
  const pixels = torch.randn([images, 3, side, side]);
  return {
    ours: () => embed.forward(pixels),
    aten: () => {
      const { weight, bias } = embed.proj;
      return torch.conv2d(pixels, weight, bias, [patch, patch]).flatten(2).transpose(1, 2);
    },
    inputs: [...embed.parameters()],
  };
};

const kernels: Kernel[] = [
  { name: 'attention, learned bias', shapes: attentions, precisions: both, make: attention(true) },
  { name: 'attention', shapes: attentions, precisions: both, make: attention(false) },
  { name: 'linear, D to 3D', shapes: tokens, precisions: both, make: linear(1, 3) },
  { name: 'linear, D to D', shapes: tokens, precisions: both, make: linear(1, 1) },
  { name: 'MLP of 4D', shapes: tokens, precisions: both, make: mlp },
  { name: 'residual', shapes: tokens, precisions: both, make: residual },
  { name: 'layer norm for linear', shapes: tokens, precisions: both, make: norm },
  { name: 'cosine similarity', shapes: tokens, precisions: both, make: cosine },
  { name: 'nearest code', shapes: codebooks, precisions: ['float32'], make: nearest },
  { name: 'quantizer, training', shapes: codebooks, precisions: ['float32'], make: quantizer },
  { name: 'patches to tokens', shapes: pictures, precisions: both, make: patches },
  { name: 'loss over K codes', shapes: codebooks, precisions: both, make: loss },
];

interface Times {
  forward: number;
  backward: number;
}

/** Milliseconds of a call, of so many that the clock can tell. */
function timesOf(body: () => Tensor, inputs: Tensor[], precision: Precision, calls: number): Times {
  const times = { forward: 0, backward: 0 };
  const forward = () => (precision === 'bfloat16' ? torch.autocast({ dtype: 'bfloat16' }, body) : body());
  for (let i = 0; i < calls; i++) {
    torch.scope(() => {
      const start = performance.now();
      const y = forward();
      times.forward += performance.now() - start;
      if (inputs.length === 0) return;
      const gradient = torch.onesLike(y);
      const middle = performance.now();
      torch.autograd.grad([y], inputs, { gradOutputs: [gradient] });
      times.backward += performance.now() - middle;
    });
  }
  return { forward: times.forward / calls, backward: times.backward / calls };
}

/** One row for each direction. */
function compare(kernel: Kernel, shape: Record<string, number>, precision: Precision, repeats: number) {
  return torch.scope(() => {
    const { ours, aten, inputs } = kernel.make(shape, precision);
    const once = timesOf(ours, inputs, precision, 2);
    const calls = Math.min(50, Math.max(1, Math.round(20 / (once.forward + once.backward))));
    timesOf(aten, inputs, precision, 1);
    const results = inRounds<'ours' | 'aten', Times>(repeats, {
      ours: () => timesOf(ours, inputs, precision, calls),
      aten: () => timesOf(aten, inputs, precision, calls),
    });
    const directions: (keyof Times)[] = inputs.length > 0 ? ['forward', 'backward'] : ['forward'];
    return directions.map((direction) => {
      const [mine, theirs] = [results.ours, results.aten].map((list) =>
        list.map((times) => times[direction]),
      );
      const ratio = ratioOf(mine ?? [], theirs ?? []);
      return {
        kernel: kernel.name,
        shape: Object.entries(shape)
          .map(([name, size]) => `${name} ${size}`)
          .join(', '),
        precision,
        direction,
        'ours (ms)': median(mine ?? []).toPrecision(3),
        'ATen (ms)': median(theirs ?? []).toPrecision(3),
        ratio: Number(ratio.median.toFixed(2)),
        range: ratio.range,
      };
    });
  });
}

const { values } = parseArgs({
  options: {
    repeats: { type: 'string', default: '9' },
    threads: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
  },
});
torch.setNumThreads(Number(values.threads));
torch.manualSeed(0);
const { cpu } = torch.buildInfo();
console.log(
  `${cpus()[0]?.model ?? 'processor'}: kernels ${torch.instructionSet()}, ATen ${cpu}, ${values.threads} threads`,
);
console.log(`float32 products: ${JSON.stringify(torch.chosenProducts())}; ${load()}`);
const rows = kernels
  .filter(({ name }) => name.includes(values.only))
  .flatMap((kernel) =>
    kernel.precisions.flatMap((precision) =>
      kernel.shapes.flatMap((shape) => compare(kernel, shape, precision, Number(values.repeats))),
    ),
  );
console.table(rows);
const slow = rows.filter(({ ratio }) => ratio > 1);
console.log(slow.length === 0 ? 'No kernel is slower than ATen.' : 'Slower than ATen:');
for (const row of slow) console.log(`  ${Object.values(row).join(' | ')}`);
console.log(load());
