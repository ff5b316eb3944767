/**
 * Every hand-written function, constructor and method of the package, called with null, undefined, numbers, strings, arrays,
 * objects and functions in each place: what comes out is a result or a sentence of ours or of libtorch, never a message of the
 * JavaScript engine about the library's own code ("Cannot read properties of null"). Protects: arguments are checked where they
 * come in. The generated operators are called with such arguments in fuzz.slow.test.ts.
 */
import * as torch from '#torch/index.js';
import * as generated from '#torch/generated/functions.js';
import { attachMethods } from '#torch/generated/methods.js';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

/** What V8 and Node say when code goes wrong rather than refuses. */
const raw =
  /Cannot (read|set|destructure|convert|use|mix|add|assign|access|define|delete|redefine)|is not (a function|iterable|a constructor|defined|an object|extensible)|Right-hand side|Class constructor|Maximum call stack|Invalid (array|typed array|string) length|Reduce of empty|incompatible receiver|internal:|crashed on these|Private field|Spread syntax|The "\w+" argument/;

// Of a place of its own, since a FileStore makes the file that a string names.
const scratch = mkdtempSync(join(tmpdir(), 'misuse-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const odd: readonly unknown[] = [null, undefined, 3, NaN, join(scratch, 'text'), {}, [], () => 1, true];

/** Left out: what changes or ends the whole process, waits for other processes or starts them, takes its time to construct, or is abstract. */
const left = new Set([
  'setNumThreads',
  'exitNow',
  'useDeterministicAlgorithms',
  'setFloat32MatmulPrecision',
  'launch',
  'Transformer',
]);

const folder = join(import.meta.dirname, '../src');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const declared = (pattern: RegExp): Set<string> =>
  new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name)));

/** What the types keep from users: methods for subclasses, classes that are not to be constructed. */
const hidden = declared(/^ {2}protected (?:abstract |override )*(\w+)/gm);
const abstract = declared(/^export abstract class (\w+)/gm);

interface Target {
  name: string;
  call: (args: unknown[]) => unknown;
}

type Callable = (...args: unknown[]) => unknown;
type Constructor = new (...args: unknown[]) => object;

const isClass = (value: Callable): boolean => /^class\b/.test(Function.prototype.toString.call(value));

const spaces: Record<string, object> = {
  torch: Object.fromEntries(Object.entries(torch).filter(([name]) => !Object.hasOwn(generated, name))),
  cuda: torch.cuda,
  mps: torch.mps,
  nn: torch.nn,
  'nn.functional': Object.fromEntries(
    Object.entries(torch.nn.functional).filter(([name, value]) => Reflect.get(generated, name) !== value),
  ),
  'nn.init': torch.nn.init,
  optim: torch.optim,
  'optim.lrScheduler': torch.optim.lrScheduler,
  autograd: torch.autograd,
  'autograd.functional': torch.autograd.functional,
  profiler: torch.profiler,
  distributed: torch.distributed,
};

/** Arguments that some constructor of the package takes, to have an instance whose methods can be called. */
function instance(create: Constructor): object | undefined {
  const parameter = (): torch.nn.Parameter => new torch.nn.Parameter(torch.ones([2]));
  const optimizer = (): torch.optim.SGD => new torch.optim.SGD([parameter()], { lr: 0.1 });
  const candidates: (() => unknown[])[] = [
    () => [],
    () => [2],
    () => [2, 2],
    () => [2, 2, 1],
    () => [2, [2]],
    () => [[parameter()], { lr: 0.1 }],
    () => [[new torch.nn.Parameter(torch.ones([2, 2]))], { lr: 0.1 }],
    () => [optimizer()],
    () => [optimizer(), 2],
    () => [optimizer(), () => 1],
    () => [optimizer(), { maxLr: 1, totalSteps: 3 }],
    () => [optimizer(), [new torch.optim.lrScheduler.StepLR(optimizer(), 1)], []],
    () => [[new torch.optim.lrScheduler.StepLR(optimizer(), 1)]],
    () => [new torch.nn.Linear(2, 2)],
    () => [new torch.nn.TransformerEncoderLayer(2, 1), 1],
    () => [new torch.nn.TransformerDecoderLayer(2, 1), 1],
  ];
  for (const candidate of candidates) {
    try {
      return new create(...candidate());
    } catch {
      continue;
    }
  }
  return undefined;
}

function methodsOf(name: string, self: () => object, seen: Set<unknown>): Target[] {
  const found: Target[] = [];
  for (
    let holder = Reflect.getPrototypeOf(self());
    holder !== null && holder !== Object.prototype;
    holder = Reflect.getPrototypeOf(holder)
  ) {
    for (const key of Object.getOwnPropertyNames(holder)) {
      const descriptor: object = Object.getOwnPropertyDescriptor(holder, key) ?? {};
      const member: unknown = Reflect.get(descriptor, 'value') ?? Reflect.get(descriptor, 'set');
      const isLeft = key === 'constructor' || left.has(key) || hidden.has(key);
      if (isLeft || typeof member !== 'function' || seen.has(member)) continue;
      seen.add(member);
      found.push({ name: `${name}.${key}`, call: (args) => Reflect.apply(member as Callable, self(), args) });
    }
  }
  return found;
}

function targets(): Target[] {
  const found: Target[] = [];
  const seen = new Set<unknown>();
  const operators: Record<string, unknown> = {};
  attachMethods(operators);
  Object.values(operators).forEach((value) => seen.add(value));
  for (const key of Object.getOwnPropertyNames(operators)) seen.add(Reflect.get(torch.Tensor.prototype, key));
  found.push(...methodsOf('Tensor', () => torch.ones([2, 3]), seen));
  for (const [space, holder] of Object.entries(spaces)) {
    for (const [key, value] of Object.entries(holder) as [string, unknown][]) {
      if (typeof value !== 'function' || left.has(key) || abstract.has(key) || seen.has(value)) continue;
      seen.add(value);
      const name = `${space}.${key}`;
      const callable = value as Callable;
      if (!isClass(callable)) {
        found.push({ name, call: (args) => callable(...args) });
        continue;
      }
      const create = value as unknown as Constructor;
      found.push({ name, call: (args) => new create(...args) });
      if (instance(create) !== undefined)
        found.push(...methodsOf(name, () => instance(create) as object, seen));
    }
  }
  return found;
}

/** Fillers of the other places, so that each place is reached behind arguments that fit. */
const fillers: (() => unknown)[] = [
  () => torch.ones([2, 3]),
  () => torch.ones([1, 3, 8, 8]),
  () => 2,
  () => [torch.ones([2, 3]).requiresGrad_()],
  () => (x: torch.Tensor) => x,
  () => new torch.nn.Linear(2, 2),
];

function* argumentLists(): Generator<unknown[]> {
  yield [];
  for (const value of odd) yield [value];
  for (const filler of fillers) {
    for (let count = 2; count <= 3; count++) {
      for (let place = 0; place < count; place++) {
        for (const value of odd)
          yield Array.from({ length: count }, (_, i) => (i === place ? value : filler()));
      }
    }
  }
}

function describe(value: unknown): string {
  if (torch.isTensor(value)) return 'Tensor';
  if (Array.isArray(value)) return `[${value.map(describe).join(', ')}]`;
  return typeof value === 'object' && value !== null ? value.constructor.name : String(value);
}

test('wrong arguments are refused in a sentence', { timeout: 300_000 }, async () => {
  const faults: string[] = [];
  const all = targets();
  const pending: Promise<unknown>[] = [];
  const note = (name: string, args: unknown[], error: unknown): void => {
    if (error instanceof Error && error.message !== '' && !raw.test(error.message)) return;
    const text = error instanceof Error ? error.message : 'no Error';
    faults.push(`${name}(${args.map(describe).join(', ')}): ${text.split('\n')[0] ?? ''}`);
  };
  for (const { name, call } of all) {
    const known = faults.length;
    for (const args of argumentLists()) {
      if (faults.length > known + 5) break;
      torch.scope(() => {
        try {
          const result = call(args);
          if (result instanceof Promise)
            pending.push(result.catch((error: unknown) => note(name, args, error)));
        } catch (error) {
          note(name, args, error);
        }
      });
    }
  }
  await Promise.race([Promise.all(pending), new Promise((resolve) => setTimeout(resolve, 5000))]);
  expect(faults).toEqual([]);
  expect(all.length).toBeGreaterThan(400);
});

test('a module inside itself is refused, not followed for ever', () => {
  class Ring extends torch.nn.Module {
    inner = new torch.nn.Sequential();
  }
  const ring = new Ring();
  ring.inner.append(ring as never);
  const calls: (() => unknown)[] = [
    () => ring.train(),
    () => ring.apply(() => undefined),
    () => ring.parameters(),
    () => ring.stateDict(),
    () => ring.to({ dtype: 'float64' }),
    () => String(ring),
    () => ring.zeroGrad(),
    () => ring.loadStateDict({}),
  ];
  for (const call of calls) expect(call).toThrow(/contains itself$/);
});
