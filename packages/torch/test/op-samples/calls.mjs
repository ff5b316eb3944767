// How a sample of PyTorch's is called through @beit2/torch: by the same name in camelCase with the same arguments, keyword
// arguments as an options object; then by the argument names of Python's function; then, for what is no function of its
// own in libtorch or named otherwise there, as written out below.
import * as torch from '@beit2/torch';
import { native } from '#torch/native.js';
import { camelCase, parseSchema } from '#torch/operators/schema.js';

const { nn } = torch;
const isTensor = torch.isTensor;

/** A way of calling that the binding does not have: the next one is tried. */
export class NotCallable extends Error {}

const codes = { none: 0, mean: 1, sum: 2 };

const withoutNulls = (options) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null && value !== undefined));
const camelKeys = (kwargs) =>
  Object.fromEntries(Object.entries(kwargs).map(([name, value]) => [camelCase(name), value]));
const withOptions = (args, kwargs) => (Object.keys(kwargs).length > 0 ? [...args, camelKeys(kwargs)] : args);

function nameInTorch(name) {
  const renamed = { var: 'variance', clip: 'clip' };
  const parts = name.split('.');
  const joined = parts[0] === 'nn' ? parts.slice(2).join('_') : parts.join('_');
  return renamed[joined] ?? camelCase(joined);
}

/** All ways to call an entry, in the order in which they are tried. */
export function waysOf({ name: full, variant, parameters }) {
  const name = full.replace(/^torch\.(ops\.aten\.)?/, '').replace(/\.default$/, '');
  const js = nameInTorch(name);
  const ways = [];
  const add = (way) => ways.push(way);
  const special = written[name] ?? written[`${name}.${variant}`];
  if (special) add(special);
  const functional = name.startsWith('nn.functional.') ? nn.functional[js] : undefined;
  if (functional) {
    add((args, kwargs) => functional(...withOptions(args, kwargs)));
    if (parameters) add((args, kwargs) => functional(args[0], withoutNulls(named(parameters, args, kwargs))));
  }
  if (behind[name]) add(behind[name]);
  const operator = torch[js];
  if (typeof operator === 'function' && !(js in nn)) {
    add((args, kwargs) => operator(...withOptions(args, kwargs)));
    add((args, kwargs) => operator(...withOptions([args], kwargs))); // PyTorch's `*tensors`
    if (parameters) add((args, kwargs) => operator(args[0], operatorOptions(parameters, args, kwargs)));
  }
  const method = Object.getOwnPropertyDescriptor(torch.Tensor.prototype, js)?.value; // not a getter's
  if (typeof method === 'function') {
    add(([self, ...args], kwargs) => methodOf(self, js)(...withOptions(args, kwargs)));
    add(([self, ...args], kwargs) => methodOf(self, js)(...withOptions([args], kwargs)));
  }
  add((args, kwargs) => byDispatcher(name, args, kwargs));
  return ways;
}

function methodOf(self, name) {
  if (!isTensor(self)) throw new NotCallable('the first argument is not a tensor');
  return self[name].bind(self);
}

/** Arguments by the names of Python's function, without the first. */
function named(parameters, args, kwargs) {
  const byPosition = Object.fromEntries(args.map((value, i) => [parameters[i], value]).slice(1));
  return camelKeys({ ...byPosition, ...kwargs });
}

/** What the operator behind a function of nn.functional takes: no legacy arguments, reductions as numbers. */
function operatorOptions(parameters, args, kwargs) {
  const { sizeAverage, reduce, inplace, ...options } = named(parameters, args, kwargs);
  void [sizeAverage, reduce, inplace];
  if (options.reduction in codes) options.reduction = codes[options.reduction];
  if ('training' in options && 'p' in options) {
    options.train = options.training; // the dropouts
    delete options.training;
  }
  return withoutNulls(options);
}

let schemas;
/** Internal operators, which have no function of their own: by name through the dispatcher. */
function byDispatcher(name, args, kwargs) {
  schemas ??= native.schemas().filter((text) => text.startsWith('aten::'));
  const base = `aten::${name.replaceAll('.', '_')}`;
  const texts = schemas.filter((text) => text.startsWith(`${base}(`) || text.startsWith(`${base}.`));
  for (const text of texts) {
    let schema;
    try {
      schema = parseSchema(text);
    } catch {
      continue;
    }
    if (schema.arguments.some(({ written, keywordOnly }) => written && keywordOnly)) continue;
    const list = schema.arguments.map((argument, i) =>
      i < args.length ? args[i] : camelKeys(kwargs)[argument.name],
    );
    if (
      args.length > list.length ||
      Object.keys(camelKeys(kwargs)).some((key) => !schema.arguments.some((a) => a.name === key))
    )
      continue;
    try {
      return torch.callOperator(base, schema.overload, ...list);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new NotCallable(`there is no ${name}`);
}

const cast =
  (dtype) =>
  (args, { memory_format: memoryFormat }) =>
    args[0].to({ dtype, memoryFormat });
const listOf = (args) => (args.length === 1 && Array.isArray(args[0]) ? args[0] : args);
const sized =
  (name) =>
  ([self, ...args], kwargs) =>
    self[name](...withOptions([listOf(args)], kwargs));

function indexOf(value) {
  if (Array.isArray(value)) return value.map(indexOf);
  if (value && value.ellipsis) return '...';
  if (value && value.slice) {
    const [start, stop, step] = value.slice;
    return torch.slice(start, stop, step ?? 1);
  }
  return value;
}

function to([self, ...args], kwargs) {
  const options = camelKeys(kwargs);
  const [first] = args;
  if (isTensor(first)) Object.assign(options, { dtype: first.dtype, device: first.device });
  const order =
    isTensor(first) || torch.dtypes.includes(first)
      ? ['nonBlocking', 'copy']
      : ['dtype', 'nonBlocking', 'copy'];
  if (torch.dtypes.includes(first)) options.dtype = first;
  else if (typeof first === 'string') options.device = first;
  args.slice(1).forEach((value, i) => (options[order[i]] = value));
  return self.to(withoutNulls(options));
}

/** torch.norm(), which chooses between norms by its arguments. */
function norm([self, ...args], kwargs) {
  const {
    p = 'fro',
    dim = null,
    keepdim = false,
    dtype = null,
  } = {
    ...kwargs,
    ...Object.fromEntries(args.map((value, i) => [['p', 'dim', 'keepdim', 'out', 'dtype'][i], value])),
  };
  if (p === 'nuc')
    return dim === null ? torch.nuclearNorm(self, keepdim) : torch.nuclearNorm(self, dim, keepdim);
  return torch.linalgVectorNorm(self, p === 'fro' || p === null ? 2 : p, dim, keepdim, { dtype });
}

const pool =
  (name) =>
  (args, { return_indices: both = false, ...kwargs }) => {
    const options = withoutNulls(camelKeys(kwargs));
    return both ? torch[`${name}WithIndices`](...args, options) : torch[name](...args, options);
  };

/** Output sizes with the input's own where PyTorch's Python takes None. */
const sizesFor = (x, sizes, dims) =>
  Array.isArray(sizes) ? sizes.map((size, i) => size ?? x.shape[x.ndim - dims + i]) : sizes;
const adaptivePool =
  (name, dims) =>
  ([x, size, positional = false], { output_size: named = size, return_indices: both = positional }) => {
    const all = torch[name](x, sizesFor(x, named, dims));
    return both ? all : all[0];
  };
const adaptiveAverage =
  (name, dims) =>
  ([x, size], { output_size: named = size }) =>
    torch[name](x, sizesFor(x, named, dims));

const fractionalPool =
  (name, dims) =>
  ([x, size], { output_size: output, output_ratio: ratio, return_indices: both = false }) => {
    const spatial = x.shape.slice(-dims);
    const sizes =
      output ?? spatial.map((length, i) => Math.floor(length * (Array.isArray(ratio) ? ratio[i] : ratio)));
    const batch = x.ndim === dims + 1 ? 1 : x.shape[0];
    const samples = torch.rand([batch, x.shape.at(-dims - 1), dims], { dtype: x.dtype });
    const all = torch[name](x, size, sizes, samples);
    return both ? all : all[0];
  };

/** torch.signal.windows has the length first too, and asks for symmetry rather than a period. */
const window =
  (name, ...more) =>
  ([length], { sym: symmetric = true, ...kwargs }) =>
    torch[name](length, !symmetric, ...more, camelKeys(kwargs));

const unpool =
  (name) =>
  ([x, indices], { kernel_size: kernel, ...kwargs }) =>
    torch.nn.functional[name](x, indices, kernel, withoutNulls(camelKeys(kwargs)));

const dropout =
  (name, byDefault = true) =>
  ([x, p, train], kwargs) =>
    torch[name](x, kwargs.p ?? p ?? 0.5, kwargs.training ?? train ?? byDefault);

/** PyTorch's sample takes the input and the sizes of the forward pass, and a gradient of ones. */
function maxPoolBackward([x], kwargs) {
  const { kernelSize, stride, padding = 0, dilation = 1, ceilMode = false } = camelKeys(kwargs);
  const sizes = { kernelSize, stride: stride ?? kernelSize, padding, dilation, ceilMode };
  const [out, indices] = torch.maxPool2dWithIndices(x, sizes);
  return torch.maxPool2dWithIndicesBackward(torch.onesLike(out), x, { ...sizes, indices });
}

/** PyTorch's sample gives the weight first. */
function embeddingBag([weight, indices, ...rest], kwargs) {
  if (rest.length > 0) throw new NotCallable('embedding_bag with more arguments by position');
  const { offsets, maxNorm, mode = 'mean', perSampleWeights, ...options } = camelKeys(kwargs);
  if (maxNorm !== undefined) throw new NotCallable('embedding_bag with a largest norm');
  const starts = indices.ndim === 2 ? torch.arange(0, indices.numel(), indices.shape[1]) : offsets;
  return torch.embeddingBag(
    weight,
    indices.reshape([-1]),
    starts,
    withoutNulls({
      ...options,
      mode: { sum: 0, mean: 1, max: 2 }[mode],
      perSampleWeights: perSampleWeights?.reshape([-1]),
    }),
  )[0];
}

function gridSample(
  [x, grid],
  { mode = 'bilinear', padding_mode: padding = 'zeros', align_corners: align = false },
) {
  const modes = { bilinear: 0, nearest: 1, bicubic: 2 };
  return torch.gridSampler(
    x,
    grid,
    modes[mode],
    { zeros: 0, border: 1, reflection: 2 }[padding],
    align ?? false,
  );
}

function tensordot(a, b, dims) {
  if (typeof dims !== 'number') return torch.tensordot(a, b, dims[0], dims[1]);
  return torch.tensordot(a, b, range(a.ndim - dims, a.ndim), range(0, dims));
}

/** A draw in place, as PyTorch's sample makes it from a copy. */
const draw =
  (name) =>
  ([self, ...args], kwargs) =>
    self.clone()[name](...withOptions(args, kwargs));

// By PyTorch's own name where the binding lacks it.
const behind = {
  'nn.functional.logsigmoid': ([x]) => torch.logSigmoid(x),
  'nn.functional.upsample_nearest': ([x, ...args], kwargs) => {
    const { size, factors } = upsampling(x, args, kwargs);
    return torch[`upsampleNearest${x.ndim - 2}d`](x, size, factors);
  },
  'nn.functional.upsample_bilinear': ([x, ...args], kwargs) => {
    const { size, factors } = upsampling(x, args, kwargs);
    return torch.upsampleBilinear2d(x, size, true, factors);
  },
  'nn.functional.batch_norm': ([x, mean, variance, weight = null, bias = null, ...rest], kwargs) => {
    const {
      training = false,
      momentum = 0.1,
      eps = 1e-5,
    } = fill(['training', 'momentum', 'eps'], rest, kwargs);
    return torch.batchNorm(x, weight, bias, mean, variance, training, momentum, eps, false);
  },
  'nn.functional.instance_norm': ([x, ...rest], kwargs) => {
    const names = ['running_mean', 'running_var', 'weight', 'bias', 'use_input_stats', 'momentum', 'eps'];
    const all = fill(names, rest, kwargs);
    const [mean, variance, weight, bias] = names.slice(0, 4).map((name) => all[name] ?? null);
    const { use_input_stats: own = true, momentum = 0.1, eps = 1e-5 } = all;
    return torch.instanceNorm(x, weight, bias, mean, variance, own, momentum, eps, false);
  },
  'nn.functional.dropout': dropout('dropout'),
  'nn.functional.dropout2d': dropout('featureDropout'),
  'nn.functional.dropout3d': dropout('featureDropout'),
  'nn.functional.alpha_dropout': dropout('alphaDropout', false),
  'nn.functional.feature_alpha_dropout': dropout('featureAlphaDropout', false),
};

const written = {
  'nn.functional.max_unpool1d': unpool('maxUnpool1d'),
  'nn.functional.max_unpool2d': unpool('maxUnpool2d'),
  'nn.functional.max_unpool3d': unpool('maxUnpool3d'),
  'nn.functional.embedding': ([weight, indices], kwargs) => {
    // PyTorch's sample gives the weight first.
    if (kwargs.max_norm !== undefined) throw new NotCallable('embedding with a largest norm');
    return torch.embedding(weight, indices, camelKeys(kwargs));
  },
  __getitem__: ([self, index]) => {
    const isTuple = Array.isArray(index?.indices);
    return self.at(...(isTuple ? index.indices.map(indexOf) : [indexOf(index)]));
  },
  __radd__: ([a, b]) => torch.add(a, b),
  __rmul__: ([a, b]) => torch.mul(a, b),
  __rsub__: ([a, b]) => torch.rsub(a, b),
  __rdiv__: ([a, b]) => a.reciprocal().mul(b),
  __rpow__: ([a, b]) => torch.pow(b, a),
  __rmod__: ([a, b]) => torch.remainder(b, a),
  __rmatmul__: ([a, b]) => torch.matmul(b, a),
  __rand__: ([a, b]) => torch.bitwiseAnd(a, b),
  __ror__: ([a, b]) => torch.bitwiseOr(a, b),
  __rxor__: ([a, b]) => torch.bitwiseXor(a, b),
  H: ([self]) => self.H,
  T: ([self]) => self.T,
  mH: ([self]) => self.mH,
  mT: ([self]) => self.mT,
  bfloat16: cast('bfloat16'),
  bool: cast('bool'),
  byte: cast('uint8'),
  cdouble: cast('complex128'),
  cfloat: cast('complex64'),
  chalf: cast('complex32'),
  char: cast('int8'),
  double: cast('float64'),
  float: cast('float32'),
  half: cast('float16'),
  int: cast('int32'),
  long: cast('int64'),
  short: cast('int16'),
  to,
  item: ([self]) => self.item(),
  view: ([self, ...args]) => (torch.dtypes.includes(args[0]) ? self.view(args[0]) : self.view(listOf(args))),
  expand: sized('expand'),
  repeat: sized('repeat'),
  resize_: sized('resize_'),
  permute: sized('permute'),
  new_empty: sized('newEmpty'),
  cauchy: draw('cauchy_'),
  exponential: draw('exponential_'),
  geometric: draw('geometric_'),
  log_normal: draw('logNormal_'),
  uniform: draw('uniform_'),
  zero_: ([self]) => self.clone().zero_(),
  where: ([self, condition, other]) => torch.where(condition, self, other),
  polygamma: ([self, n]) => torch.polygamma(n, self),
  'special.polygamma': ([self, n]) => torch.specialPolygamma(n, self),
  einsum: ([tensors, equation]) => torch.einsum(equation, tensors),
  meshgrid: (args, kwargs) => torch.meshgrid(...withOptions([args.flat()], kwargs)),
  norm,
  lu: ([self, pivot = true, infos = false]) =>
    torch.linalgLuFactorEx(self, { pivot }).slice(0, infos ? 3 : 2),
  cdist: ([a, b, ...args], kwargs) => {
    const { p = 2, mode } = fill(['p', 'mode'], args, { p: kwargs.p, mode: kwargs.compute_mode });
    return torch.cdist(a, b, p, { use_mm_for_euclid_dist: 1, donot_use_mm_for_euclid_dist: 2 }[mode] ?? null);
  },
  tensordot: ([a, b, dims], { dims: named = dims }) => tensordot(a, b, named),
  unravel_index: ([indices, shape]) => unravel(indices, listOf([shape].flat()).map(Number)),
  'nn.functional.unfold': (args, kwargs) => im2col(args, kwargs),
  'nn.functional.fold': (args, kwargs) => col2im(args, kwargs),
  'nn.functional.max_pool1d': pool('maxPool1d'),
  'nn.functional.max_pool2d': pool('maxPool2d'),
  'nn.functional.max_pool3d': pool('maxPool3d'),
  'normal.in_place': draw('normal_'),
  'linalg.pinv.singular': ([a, b]) => torch.linalgPinv(a.matmul(b.mT)),
  _segment_reduce: ([data, reduce], kwargs) => torch.segmentReduce(data, reduce, camelKeys(kwargs)),
  max_pool2d_with_indices_backward: maxPoolBackward,
  slice: (args, kwargs) => byDispatcher('slice', args, kwargs),
  rand_like: (args, kwargs) => torch.randnLike(...withOptions(args, kwargs)), // as the entry does
  'normal.number_mean': ([std, mean], kwargs) => torch.normal(...withOptions([mean, std], kwargs)),
  'signal.windows.bartlett': window('bartlettWindow'),
  'signal.windows.blackman': window('blackmanWindow'),
  'signal.windows.hamming': window('hammingWindow'),
  'signal.windows.hann': window('hannWindow'),
  'signal.windows.kaiser': ([length], { beta = 12, ...kwargs }) =>
    window('kaiserWindow', beta)([length], kwargs),
  'nn.functional.embedding_bag': embeddingBag,
  'nn.functional.grid_sample': gridSample,
  'nn.functional.fractional_max_pool2d': fractionalPool('fractionalMaxPool2d', 2),
  'nn.functional.fractional_max_pool3d': fractionalPool('fractionalMaxPool3d', 3),
  'nn.functional.adaptive_avg_pool1d': adaptiveAverage('adaptiveAvgPool1d', 1),
  'nn.functional.adaptive_avg_pool2d': adaptiveAverage('adaptiveAvgPool2d', 2),
  'nn.functional.adaptive_avg_pool3d': adaptiveAverage('adaptiveAvgPool3d', 3),
  'nn.functional.adaptive_max_pool1d': adaptivePool('adaptiveMaxPool1d', 1),
  'nn.functional.adaptive_max_pool2d': adaptivePool('adaptiveMaxPool2d', 2),
  'nn.functional.adaptive_max_pool3d': adaptivePool('adaptiveMaxPool3d', 3),
};

const range = (from, to) => Array.from({ length: to - from }, (_, i) => from + i);
/** Sizes or factors, one for each dimension of space; null where not given. */
function upsampling(x, args, kwargs) {
  const { size = null, scale_factor: scale = null } = fill(['size', 'scale_factor'], args, kwargs);
  const each = (value) =>
    value === null || Array.isArray(value) ? value : Array.from({ length: x.ndim - 2 }, () => value);
  return { size: each(size), factors: each(scale) };
}

const both = (value) => (typeof value === 'number' ? [value, value] : value);

function unravel(indices, shape) {
  const strides = shape.map((_, i) => shape.slice(i + 1).reduce((all, size) => all * size, 1));
  return strides.map((stride, i) => indices.floorDivide(stride).remainder(shape[i]));
}

function im2col([x, size, ...args], kwargs) {
  const { dilation = 1, padding = 0, stride = 1 } = fill(['dilation', 'padding', 'stride'], args, kwargs);
  return torch.im2col(x, both(size), both(dilation), both(padding), both(stride));
}

function col2im([x, output, size, ...args], kwargs) {
  const all = { output_size: output, kernel_size: size, ...kwargs };
  const { dilation = 1, padding = 0, stride = 1 } = fill(['dilation', 'padding', 'stride'], args, kwargs);
  return torch.col2im(
    x,
    both(all.output_size),
    both(all.kernel_size),
    both(dilation),
    both(padding),
    both(stride),
  );
}

const fill = (names, args, kwargs) => ({
  ...kwargs,
  ...Object.fromEntries(args.map((value, i) => [names[i], value])),
});

/** Whether an error says that the call has no such form, rather than what a form that it has found wrong. */
export function isRefusal(error) {
  return (
    error instanceof NotCallable ||
    (error instanceof TypeError &&
      /no form takes|is not a function|unknown option|expected an object with options|expected at (least|most)|Cannot read|is not iterable/.test(
        error.message,
      ))
  );
}
