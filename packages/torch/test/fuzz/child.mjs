// Calls the public surface of @beit2/torch with arguments that make no sense. Run by fuzz.slow.test.ts in a process of its
// own; before each call its text goes to the journal, so that a death names its cause.
//
//   node child.mjs SEED CALLS JOURNAL
import { closeSync, openSync, writeSync } from 'node:fs';

import * as torch from '@beit2/torch';
import { schemas } from '#torch/generated/schemas.js';
import { camelCase, parseSchema } from '#torch/operators/schema.js';

const [seed, calls, journalPath] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]];
const journal = openSync(journalPath, 'w');

// mulberry32: a sequence that depends on the seed alone.
let state = seed >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const pick = (list) => list[Math.floor(random() * list.length)];

torch.manualSeed(seed);
torch.setNumThreads(1);

const cyclic = [1, 2];
cyclic.push(cyclic);
const throwing = {
  get dtype() {
    throw new Error('a getter threw');
  },
  get length() {
    throw new Error('a getter threw');
  },
};
const throwingArray = [1, 2, 3];
Object.defineProperty(throwingArray, 1, {
  get() {
    throw new Error('an element threw');
  },
});
const disposed = torch.zeros([2, 3]);
disposed.dispose();

const shapes = [[], [1], [3], [2, 3], [3, 3], [1, 3, 4, 4], [0, 3], [2, 1, 3]];
const dtypes = ['float32', 'float64', 'int64', 'int32', 'uint8', 'bool', 'bfloat16', 'float16', 'complex64'];
const makeTensor = [
  () => torch.ones(pick(shapes), { dtype: pick(dtypes) }),
  () => torch.zeros(pick(shapes), { dtype: pick(dtypes) }),
  () => torch.randn(pick(shapes)).requiresGrad_(),
  () => torch.randn([4, 4]).transpose(0, 1),
  () => torch.randn([3]).expand([2, 3]),
  () => torch.fromTypedArray(new BigInt64Array([-1n, 5n, 9223372036854775807n]), [3]),
  () => torch.full([2, 2], NaN),
  () => torch.sparseCooTensor(torch.tensor([[0, 1]]), torch.tensor([1.5, 2.5]), [3]),
  // Memory that is not there, not its own, or not read as it lies.
  () => {
    const x = torch.randn(pick(shapes)).requiresGrad_();
    torch.sgn(x).sum().backward();
    return x.grad;
  },
  () => torch.callOperator('aten::_efficientzerotensor', '', pick(shapes)),
  () => torch.randn([3]).expand([2, 3]).detach().requiresGrad_(),
  () => torch.randn([3, 5]).narrow(1, 0, 2).detach().requiresGrad_(),
  () => torch.ones([2, 3], { dtype: 'complex64' }).conj(),
  () => torch.imag(torch.ones([2, 3], { dtype: 'complex64' }).conj()),
  () => torch.randn([2, 3], { device: 'meta' }),
  () => torch.randn([2, 3]).toMkldnn(),
  () => torch.eye(3).toSparseCsr(),
  () => torch.randn([2, 3]).to('float8_e4m3fn'),
  () =>
    torch.callOperator(
      'aten::_nested_tensor_from_mask',
      '',
      torch.randn([2, 3, 4]),
      torch.ones([2, 3], { dtype: 'bool' }),
    ),
];
const numbers = [
  0,
  1,
  2,
  3,
  4,
  -1,
  -2,
  5,
  0.5,
  -0,
  NaN,
  Infinity,
  -Infinity,
  2 ** 31,
  -(2 ** 31),
  2 ** 53,
  1e18,
  -1e18,
  1e300,
];
const others = [
  undefined,
  null,
  true,
  false,
  '',
  'float32',
  'cpu',
  'cuda',
  'meta',
  'mean',
  'a\0b',
  'ij,jk->ik',
  '\ud800',
  Symbol('s'),
  () => 1,
  10n,
  2n ** 70n,
  [],
  [1],
  [2, 3],
  [0, -1],
  [1e18, 1e18],
  [NaN],
  [null, undefined],
  cyclic,
  throwingArray,
  throwing,
  {},
  { dtype: 'float32' },
  { dtype: 7 },
  { dim: 0, keepdim: true },
  new Proxy({}, {}),
  new Proxy(torch.zeros([2]), {}),
  new Float32Array(4),
  new SharedArrayBuffer(8),
  new Map(),
  new Date(),
  disposed,
  new torch.Generator(),
  class {},
];

function argument() {
  const kind = random();
  if (kind < 0.5) return pick(makeTensor)();
  if (kind < 0.75) return pick(numbers);
  if (kind < 0.82) return [pick(makeTensor)(), pick(makeTensor)()];
  return pick(others);
}

// Arguments that nearly fit: of the types of one of the operator's schemas, with values that make no sense.
const forms = new Map();
for (const text of schemas) {
  const schema = parseSchema(`aten::${text}`);
  const name = camelCase(schema.name.slice(6));
  forms.set(name, [...(forms.get(name) ?? []), schema]);
}
const smallInts = [0, 1, 2, 3, 4, -1, -2, 5, 7, 64, 1000, 2 ** 31, -(2 ** 40), 2 ** 53 - 1];
const int = () => pick(random() < 0.9 ? smallInts.slice(0, 8) : smallInts);
const float = () => pick([0, 0.5, 1, 1e-6, -1, 2, NaN, Infinity, -Infinity, 1e300]);
const many = (make) => Array.from({ length: Math.floor(random() * 5) }, make);
const byType = {
  Tensor: () => pick(makeTensor)(),
  int,
  float,
  bool: () => random() < 0.5,
  Scalar: () => pick([int, float])(),
  str: () =>
    pick(['mean', 'sum', 'none', 'linear', 'reflect', 'ij', 'floor', 'trunc', 'reduced', 'L', '', 'x\0y']),
  ScalarType: () => pick(dtypes),
  Device: () => pick(['cpu', 'meta', 'cuda', 'cpu:7']),
  Layout: () => pick(['strided', 'sparse_coo', 'sparse_csr']),
  MemoryFormat: () => pick(['contiguous_format', 'preserve_format', 'channels_last', 'channels_last_3d']),
  Generator: () => new torch.Generator(),
};

function fitting({ base, isList, optional }) {
  if (random() < 0.07) return argument();
  if (optional && random() < 0.5) return random() < 0.5 ? null : undefined;
  const make = byType[base] ?? argument;
  return isList ? many(make) : make();
}

function fittingArguments(name) {
  const schema = pick(forms.get(name));
  const positional = schema.arguments.filter(({ keywordOnly }) => !keywordOnly);
  const args = positional.filter(({ hasDefault }) => !hasDefault || random() < 0.7).map(fitting);
  const keywords = schema.arguments.filter(({ keywordOnly }) => keywordOnly && random() < 0.4);
  if (keywords.length === 0) return args;
  return [...args, Object.fromEntries(keywords.map((one) => [one.name, fitting(one)]))];
}

// Left out: what would change this process for all later calls, or wait on purpose for another process.
const left = new Set([
  'setNumThreads',
  'exitNow',
  'distributed',
  'setFloat32MatmulPrecision',
  'constructor',
  'useDeterministicAlgorithms',
]);
const targets = [];
for (const [name, value] of Object.entries(torch)) {
  if (left.has(name)) continue;
  if (typeof value === 'function')
    targets.push({ name: `torch.${name}`, operator: name, call: (args) => callOrConstruct(value, args) });
}
for (const [name, value] of [
  ...Object.entries(torch.nn),
  ...Object.entries(torch.nn.functional),
  ...Object.entries(torch.nn.init),
  ...Object.entries(torch.optim),
  ...Object.entries(torch.autograd),
]) {
  if (typeof value === 'function') targets.push({ name, call: (args) => callOrConstruct(value, args) });
}
const methods = Object.getOwnPropertyNames(torch.Tensor.prototype).filter((name) => !left.has(name));
for (const name of methods) {
  targets.push({
    name: `tensor.${name}`,
    call: (args) => {
      const self = random() < 0.9 ? pick(makeTensor)() : pick([disposed, {}, null]);
      const value = torch.Tensor.prototype.__lookupGetter__(name);
      if (value !== undefined) return Reflect.get(torch.Tensor.prototype, name, self);
      return torch.Tensor.prototype[name].apply(self, args);
    },
  });
}

function callOrConstruct(value, args) {
  const isClass = /^class\b/.test(Function.prototype.toString.call(value));
  return isClass ? new value(...args) : value(...args);
}

function describe(value) {
  try {
    if (value instanceof torch.Tensor)
      return value.isDisposed ? 'disposed' : `${value.dtype}[${value.shape.join(',')}]`;
    if (Array.isArray(value))
      return `[${value
        .slice(0, 4)
        .map((x) => (x === value ? 'itself' : describe(x)))
        .join('; ')}]`;
    return typeof value === 'object' && value !== null
      ? (value.constructor?.name ?? 'object')
      : String(value);
  } catch {
    return 'throwing';
  }
}

let returned = 0;
let refused = 0;
const crashes = [];
const slow = [];
for (let i = 0; i < calls; i++) {
  const target = pick(targets);
  torch.scope(() => {
    const fits = forms.has(target.operator) && random() < 0.7;
    const args = fits
      ? fittingArguments(target.operator)
      : Array.from({ length: Math.floor(random() * 6) }, argument);
    writeSync(
      journal,
      `${target.name}(${args.map(describe).join(', ')})`.slice(0, 400).padEnd(400) + '\n',
      0,
    );
    const before = process.cpuUsage();
    try {
      const result = target.call(args);
      if (typeof result === 'object' && result !== null && 'then' in result)
        result.then?.(undefined, () => undefined);
      returned++;
    } catch (error) {
      if (!(error instanceof Error))
        throw new Error(`${target.name} threw something that is no Error`, { cause: error });
      if (/libtorch crashed on these arguments/.test(error.message)) {
        crashes.push(`${target.name}(${args.map(describe).join(', ')})`);
      }
      refused++;
    }
    const { user, system } = process.cpuUsage(before);
    // A hang; filling the gigabytes that an argument may ask for takes up to 25 s where fresh pages are slow.
    if (user + system > 60e6) slow.push(`${target.name}(${args.map(describe).join(', ')})`);
  });
  // Finalizers run between turns only.
  if (i % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
}
closeSync(journal);
console.log(JSON.stringify({ targets: targets.length, returned, refused, crashes, slow }));
process.exit(0);
