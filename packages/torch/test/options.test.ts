/** Options that nothing reads are refused: by the check itself, and in every hand-written function and class. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as torch from '#torch/index.js';
import * as functional from '#torch/nn/functional/index.js';
import { checkOptions } from '#torch/options.js';
import { describe, expect, it } from 'vitest';

const sources = join(import.meta.dirname, '../src');
const generated = await import('#torch/generated/functions.js');

describe('checkOptions()', () => {
  const names = { weight: true, ignoreIndex: true, labelSmoothing: true } as const;
  const check = (options: unknown): unknown => checkOptions('loss', options as object, names as never);

  it.each([
    [
      { label_smoothing: 0.1 },
      'loss: unknown option "label_smoothing"; did you mean labelSmoothing? It takes weight, ignoreIndex, labelSmoothing',
    ],
    [
      { weigth: 1 },
      'loss: unknown option "weigth"; did you mean weight? It takes weight, ignoreIndex, labelSmoothing',
    ],
    [{ amsgrad: undefined }, 'loss: unknown option "amsgrad". It takes weight, ignoreIndex, labelSmoothing'],
    [false, 'loss: expected an object with options but received false'],
    [null, 'loss: expected an object with options but received null'],
    ['mean', 'loss: expected an object with options but received "mean"'],
    [[1], 'loss: expected an object with options but received an array'],
    [torch.ones([1]), 'loss: expected an object with options but received an instance of Tensor'],
  ])('refuses %j', (options, message) => {
    expect(() => check(options)).toThrow(new TypeError(message));
  });

  it('gives the options back, and takes objects without a prototype', () => {
    const options = Object.assign(Object.create(null) as object, { weight: 1 });
    expect(check(options)).toBe(options);
  });

  it('refuses an unknown key where there are no options at all', () => {
    expect(() => checkOptions('f', Object.fromEntries([['a', 1]]), {})).toThrow(
      'f: unknown option "a": it takes no options',
    );
  });
});

type Callable = (...args: unknown[]) => unknown;

/** The hand-written public functions and classes whose source checks options, by name. */
function takers(): [string, Callable][] {
  const found = new Map<Callable, string>();
  const look = (prefix: string, space: object): void => {
    for (const [name, value] of Object.entries(space) as [string, unknown][]) {
      if (typeof value !== 'function' || Object.hasOwn(generated, name)) continue;
      if (value === torch.optim.Optimizer) continue; // abstract: its subclasses are checked
      if (value.toString().includes('checkOptions') || isOptimizer(value))
        found.set(value as Callable, `${prefix}${name}`);
    }
  };
  look('', torch);
  look('nn.', torch.nn);
  look('nn.functional.', functional);
  look('nn.init.', torch.nn.init);
  look('optim.', torch.optim);
  look('optim.lrScheduler.', torch.optim.lrScheduler);
  look('autograd.', torch.autograd);
  look('distributed.', torch.distributed);
  return [...found].map(([taker, name]) => [name, taker]);
}

/** What a call with an unknown option says, whatever stands before the options. */
async function refusals(taker: Callable): Promise<string[]> {
  const unknown = { unheardOf: 1 };
  const image = torch.ones([1, 4, 4, 4]).requiresGrad_();
  const fillers: unknown[] = [4, image, [image], new torch.nn.Linear(4, 4), 'no-folder/x', { unheardOf: 1 }];
  const messages: string[] = [];
  for (const filler of fillers) {
    for (const count of [taker.length, taker.length + 1, 0, 1]) {
      const args = [...Array.from({ length: count }, () => filler), unknown];
      try {
        if (/^class/.test(taker.toString())) Reflect.construct(taker, args);
        else await taker(...args);
      } catch (error) {
        if (error instanceof Error) messages.push(error.message);
      }
    }
  }
  return messages;
}

describe('every hand-written function and class', () => {
  it('with options refuses an unknown one', async () => {
    const all = takers();
    expect(all.length).toBeGreaterThan(20);
    for (const [name, taker] of all) {
      const messages = await refusals(taker);
      const isMethodOnly =
        /^class/.test(taker.toString()) && !constructorChecks(taker) && !isOptimizer(taker);
      if (isMethodOnly) continue;
      expect(
        messages.some((text) => text.includes('unknown option "unheardOf"')),
        name,
      ).toBe(true);
    }
  });

  it('whose options have a type has the names of that type in a check', () => {
    const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/^(generated|setup)/.test(file))
      .map((file) => readFileSync(join(sources, file), 'utf8'));
    const all = files.join('\n');
    // A signature's options are its type's: the compiler refuses a name too many or too few.
    const bySignature = files.filter((text) => text.includes("/arguments.js'")).join('\n');
    const types = [...all.matchAll(/export interface (\w+Options)\b/g)].map(([, name = '']) => name);
    expect(types.length).toBeGreaterThan(20);
    const unchecked = types.filter((type) => {
      if (new RegExp(`\\b${type}\\b`).test(bySignature)) return false;
      const [, table] = new RegExp(`const (\\w+): OptionNames<${type}>`).exec(all) ?? [];
      return (
        table === undefined ||
        !new RegExp(`checkOptions\\)?\\([^;]*\\b${table},?\\s*\\)|\\.\\.\\.${table}\\b`).test(all)
      );
    });
    expect(unchecked).toEqual([]);
  });
});

// Their base class checks.
function isOptimizer(value: unknown): boolean {
  return typeof value === 'function' && value.prototype instanceof torch.optim.Optimizer;
}

function constructorChecks(taker: Callable): boolean {
  const [, body = ''] = /constructor\(([\s\S]*?)\n {4}\}/.exec(taker.toString()) ?? [];
  return body.includes('checkOptions');
}

describe('methods', () => {
  it('refuse unknown options and further arguments', () => {
    const x = torch.ones([1]).requiresGrad_();
    const to = x.to.bind(x) as (...args: unknown[]) => unknown;
    expect(() => to('cpu', 'float64')).toThrow(
      "to: expected one dtype, one device or an object: to({ device: 'cpu', dtype: 'float64' })",
    );
    expect(() => to({ non_blocking: true })).toThrow('did you mean nonBlocking?');
    const backward = x.sum().backward.bind(x.sum()) as (...args: unknown[]) => unknown;
    expect(() => backward(undefined, { retain_graph: true })).toThrow('did you mean retainGraph?');
    const layer = new torch.nn.Linear(1, 1);
    const moved = layer.to.bind(layer) as (options: unknown) => unknown;
    expect(() => moved({ device: 'cpu', type: 'float64' })).toThrow(
      'unknown option "type"; did you mean dtype?',
    );
    expect(() => moved('float64')).toThrow(
      'Module.to: expected an object with options but received "float64"',
    );
  });
});

/** What tsc must refuse; never called. */
export function refusedByTheCompiler(x: torch.Tensor, target: torch.Tensor): void {
  // @ts-expect-error -- snake case
  functional.crossEntropy(x, target, { label_smoothing: 0.1 });
  // @ts-expect-error -- two arguments
  x.to('cpu', 'float64');
  // @ts-expect-error -- no such option
  new torch.nn.Linear(1, 1, { biases: true });
  // @ts-expect-error -- snake case
  torch.tensor([1], { requires_grad: true });
}
