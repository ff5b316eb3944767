/** Every module and function of nn against PyTorch: values, gradients, initial values, keys and errors. */
import * as torch from '#torch/index.js';
import { nn, type Tensor } from '#torch/index.js';
import { describe, expect, test } from 'vitest';

import { backwardAll, type Case, cases, readExpected, run } from './nn-cases.js';
import { expectClose, type Values } from './nn-fixtures.js';

const { tensors, infos } = readExpected();
const seedOf = (one: Case): number => cases.indexOf(one) + 1;
const valid = cases.filter(({ throws }) => throws === undefined);
const modules = valid.filter(({ module }) => module !== undefined);

/** Compares named tensors with the fixture's of one kind: the same keys, and close values. */
function expectAll(name: string, kind: string, found: [string, Tensor][], tolerance: number): void {
  const prefix = `${name}/${kind}/`;
  const keys = [...tensors.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
  expect(found.map(([key]) => key).sort()).toEqual(keys.sort());
  for (const [key, tensor] of found) {
    const dense = tensor.layout === 'strided' ? tensor : tensor.toDense();
    expectClose(dense.detach(), tensors.get(prefix + key) as Values, tolerance);
  }
}

const gradients = (named: readonly [string, unknown][]): [string, Tensor][] =>
  named.flatMap(([key, value]): [string, Tensor][] => {
    const grad = torch.isTensor(value) ? value.grad : null;
    return grad === null ? [] : [[key, grad]];
  });

describe('nn against PyTorch', () => {
  test.each(valid.map((one) => [one.name, one] as const))('%s: values and gradients', (name, one) => {
    torch.scope(() => {
      const { module, inputs, outputs } = run(one, seedOf(one));
      expectAll(
        name,
        'y',
        outputs.map((y, i) => [String(i), y]),
        4e-6,
      );
      backwardAll(outputs);
      expectAll(name, 'dx', gradients(inputs.map((x, i) => [String(i), x])), 1e-5);
      if (module === null) return;
      expectAll(name, 'dp', gradients(module.namedParameters()), 1e-5);
      expectAll(name, 'buffer', module.namedBuffers(), 4e-6);
    });
  });

  test.each(modules.map((one) => [one.name, one] as const))(
    '%s: keys and initial values for the same seed, bit for bit',
    (name, one) => {
      run(one, seedOf(one), (module) => {
        const state = module.stateDict();
        expect([...state.keys()]).toEqual(infos[name]?.keys);
        expectAll(name, 'start', [...state], 0);
      });
    },
  );

  test.each(modules.map((one) => [one.name, one] as const))('%s prints as in Python', (name, one) => {
    run(one, seedOf(one), (module) => {
      // A class of PyTorch's that only its quantization tells from Linear.
      const expected = infos[name]?.repr?.replaceAll('NonDynamicallyQuantizableLinear', 'Linear');
      expect(module.toString()).toBe(expected);
    });
  });

  test.each(cases.filter(({ throws }) => throws !== undefined).map((one) => [one.throws, one] as const))(
    'refuses what PyTorch refuses: %s',
    (message, one) => {
      expect(() => run(one, seedOf(one))).toThrow(message);
    },
  );

  test('every module and every function has a case', () => {
    const isLayer = (value: unknown): boolean =>
      typeof value === 'function' && value.prototype instanceof nn.Module;
    const tested = new Set(valid.map((one) => one.module ?? one.function ?? one.init));
    const elsewhere = ['ModuleList', 'Sequential', 'ModuleDict', 'ParameterDict', 'ParameterList'];
    const layers = Object.entries(nn).flatMap(([name, value]) => (isLayer(value) ? [name] : []));
    expect(layers.filter((name) => !tested.has(name) && !elsewhere.includes(name))).toEqual([]);
    const initial = Object.keys(nn.init).filter((name) => name.endsWith('_') && !/^(timm|beit)/.test(name));
    expect(initial.filter((name) => !tested.has(name))).toEqual([]);
    const ours = [
      'mlp',
      'rowCrossEntropy',
      'residual',
      'normForLinear',
      'rowCosineSimilarity',
      'selfAttention',
      'paddingRow',
    ];
    const functions = Object.keys(nn.functional);
    expect(functions.filter((name) => !tested.has(name) && !ours.includes(name))).toEqual([]);
  });
});
