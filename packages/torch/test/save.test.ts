/**
 * Protects: what torch.save() writes, torch.load() gives back to the bit; models and optimizers continue from it
 * as if never stopped; foreign files are refused in one sentence.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as torch from '#torch/index.js';
import { nn, optim, type Tensor } from '#torch/index.js';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { everyKind, expectSame, headerOf } from './saved-tensors.js';

const fixture = join(import.meta.dirname, 'fixtures/save.safetensors');
let folder = '';
let path = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-save-'));
  path = join(folder, 'state.safetensors');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('every dtype and layout comes back to the bit, in a plain file with its metadata', () => {
  const state = everyKind();
  torch.save(state, path, { metadata: { note: 'to be kept' } });
  expect(headerOf(path).metadata).toEqual({ note: 'to be kept' });
  const loaded = torch.load(path, { mapLocation: 'cpu' });
  expectSame(loaded, state);
  expect([...loaded.values()].some((tensor) => tensor.requiresGrad)).toBe(false);
});

test('mapLocation says where the tensors go', () => {
  torch.save(new Map([['a', torch.ones([2])]]), path);
  expect(() => torch.load(path, { mapLocation: 'cuda:7' })).toThrow();
  // @ts-expect-error -- PyTorch's spelling
  expect(() => torch.load(path, { map_location: 'cpu' })).toThrow('did you mean mapLocation?');
});

test('values around tensors come back as they were: objects, arrays, Maps, numbers that JSON lacks', () => {
  const inner = new Map<string, unknown>([
    ['a.b', torch.ones([1])],
    ['rate', 1e-3],
  ]);
  const value = {
    'a.b': torch.zeros([1]),
    a: { b: torch.ones([2]) },
    inner,
    ordered: new Map([
      ['10', 1],
      ['9', 2],
    ]),
    list: [1, 'two', null, true, torch.tensor([3])],
    odd: [NaN, -Infinity, -0, 1e308],
    left: undefined,
    __metadata__: torch.tensor([5]),
  };
  torch.save(value, path);
  expect([...headerOf(path).tensors.keys()].sort()).toEqual(
    ['__metadata___', 'a.b', 'a.b_', 'inner.a.b', 'list.4'].sort(),
  );
  const back = torch.load<typeof value>(path);
  expect(Object.keys(back)).toEqual(Object.keys(value).filter((key) => key !== 'left'));
  expect(back.odd).toEqual(value.odd);
  expect([...back.ordered]).toEqual([...value.ordered]);
  expect(back.inner.get('rate')).toBe(1e-3);
  expect(back.list.slice(0, 4)).toEqual([1, 'two', null, true]);
  expect(back['a.b'].tolist()).toEqual([0]);
  expect(back.a.b.tolist()).toEqual([1, 1]);
  expect((back.inner.get('a.b') as Tensor).tolist()).toEqual([1]);
  expect((back.list[4] as Tensor).tolist()).toEqual([3]);
  expect(back.__metadata__.tolist()).toEqual([5]);
});

const optimizers: Record<string, (params: Tensor[]) => optim.AdamW | optim.SGD | optim.NAdam> = {
  AdamW: (params) => new optim.AdamW(params, { lr: 0.1, amsgrad: true }),
  SGD: (params) => new optim.SGD(params, { lr: 0.1, momentum: 0.9 }),
  NAdam: (params) => new optim.NAdam(params, { lr: 0.1 }),
};

test.each(Object.entries(optimizers))('a model under %s continues to the same bits', (_, make) => {
  torch.manualSeed(0);
  const x = torch.randn([8, 4]);
  const start = () => {
    const model = new nn.Sequential(new nn.Linear(4, 3), new nn.BatchNorm1d(3), new nn.Linear(3, 1));
    return { model, optimizer: make(model.parameters()) };
  };
  const train = ({ model, optimizer }: ReturnType<typeof start>, steps: number): void => {
    for (let step = 0; step < steps; step++) {
      optimizer.zeroGrad();
      model.forward(x).square().mean().backward();
      optimizer.step();
    }
  };
  const whole = start();
  train(whole, 2);
  torch.save({ model: whole.model.stateDict(), optimizer: whole.optimizer.stateDict(), epoch: 2 }, path);
  train(whole, 2);

  const resumed = start();
  const file = torch.load<{ model: nn.StateDict; optimizer: optim.OptimizerStateDict; epoch: number }>(path);
  expect(file.epoch).toBe(2);
  resumed.model.loadStateDict(file.model);
  resumed.optimizer.loadStateDict(file.optimizer);
  train(resumed, 2);
  expectSame(resumed.model.stateDict(), whole.model.stateDict());
});

test('a state dict with other keys is refused when it is loaded, unless the caller allows it', () => {
  torch.save(new nn.Linear(2, 2).stateDict(), path);
  const model = new nn.Linear(2, 2, { bias: false });
  expect(() => model.loadStateDict(torch.load(path))).toThrow('0 missing (-), 1 unexpected (+)');
  expect(model.loadStateDict(torch.load(path), { strict: false }).unexpected).toEqual(['bias']);
});

test('what cannot be saved is refused with its path, and the file before stays', () => {
  torch.save(new Map([['kept', torch.ones([1])]]), path);
  const model = new nn.Linear(2, 2);
  const loop: Record<string, unknown> = {};
  loop.self = loop;
  const refused: [object, string][] = [
    [
      model,
      'torch.save: the value is an instance of Linear; tensors, numbers, strings, booleans and null in objects, arrays and Maps can be saved: pass the stateDict() of a model or optimizer',
    ],
    [{ a: { step: () => 1 } }, 'torch.save: "a.step" is a function;'],
    [{ a: [1n] }, 'torch.save: "a.0" is a bigint;'],
    [[undefined], 'torch.save: "0" is undefined;'],
    [new Map([[1, torch.ones([1])]]), 'torch.save: the value is a Map with keys that are not strings;'],
    [loop, 'self.…" is nested more than 64 deep, or contains itself;'],
    [
      { z: torch.zeros([1], { dtype: 'complex128' }) },
      'Tensor "z" is complex128, which a safetensors file cannot hold.',
    ],
    [{ s: torch.eye(2).toSparse() }, 'sparse'],
  ];
  for (const [value, message] of refused) expect(() => torch.save(value, path)).toThrow(message);
  expect(() => torch.save({}, join(folder, 'none', 'x'))).toThrow(
    /^torch.save: .*none.x cannot be written: no such file or directory\.$/,
  );
  expect(() => torch.save({}, folder)).toThrow(/^torch.save: .* cannot be written: .*directory.*\.$/);
  const metadata = { '@beit2/torch': 'x' };
  expect(() => torch.save({}, path, { metadata })).toThrow('the key @beit2/torch of metadata is reserved');
  expect([...torch.load(path).keys()]).toEqual(['kept']);
  expect(readdirSync(folder)).toEqual(['state.safetensors']);
});

test('what is missing, cut or damaged is said in a sentence', () => {
  const write = (bytes: string | Buffer): string => {
    writeFileSync(path, bytes);
    return path;
  };
  const whole = readFileSync(fixture);
  expect(() => torch.load(join(folder, 'none'))).toThrow(
    /^torch.load: .*none cannot be read: no such file or directory\.$/,
  );
  expect(() => torch.load(folder)).toThrow('cannot be read: it is not a file.');
  expect(() => torch.load(write(whole.subarray(0, -3)))).toThrow('is truncated: tensor');
  torch.save({ a: torch.ones([1]), n: 1 }, path);
  const bytes = readFileSync(path);
  bytes.write('"b"', bytes.indexOf('"a"'), 'latin1');
  expect(() => torch.load(write(bytes))).toThrow(
    'is damaged: the structure that torch.save() stored does not fit its tensors.',
  );
});

test('a file of Python: every dtype as it was there', () => {
  const loaded = torch.load(fixture);
  expect(headerOf(fixture).metadata).toEqual({ written: 'by Python' });
  for (const [name, tensor] of loaded) {
    if (name === 'scalar') expect([tensor.dtype, tensor.item()]).toEqual(['int64', -7]);
    else if (name === 'empty') expect([tensor.dtype, tensor.shape]).toEqual(['float32', [0, 4]]);
    else {
      expect(tensor.dtype).toBe(name);
      const values = name.includes('float') ? [1.5, -2, 0, 100, 3.25, -0.5] : [1, 0, 3, 100, 7, 2];
      const wanted = name === 'bool' ? values.map((value) => value !== 0) : values;
      expect((tensor.tolist() as unknown[]).flat(), name).toEqual(wanted);
    }
  }
  expect(loaded.size).toBe(15);
});
