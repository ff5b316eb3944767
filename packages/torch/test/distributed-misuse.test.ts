/** Stores and groups of one process: what they say to wrong arguments, and that nothing from JavaScript ends the process. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as torch from '#torch/index.js';
import { native } from '#torch/native.js';
import { afterAll, describe, expect, test } from 'vitest';

const { distributed } = torch;
const { initProcessGroup, ProcessGroup, TCPStore, FileStore, PrefixStore } = distributed;

const served = await TCPStore.open({ port: 0, isServer: true, timeoutMs: 300 });
const folder = mkdtempSync(join(tmpdir(), 'stores-'));

afterAll(() => distributed.destroyProcessGroup());

const client = await TCPStore.open({ port: served.port, isServer: false, timeoutMs: 300 });
const kinds: [string, () => torch.distributed.Store][] = [
  ['TCPStore of the server', () => served],
  ['TCPStore of a client', () => client],
  ['FileStore', () => new FileStore(join(folder, 'notes'), 1, { timeoutMs: 300 })],
  ['PrefixStore', () => new PrefixStore('mine', served)],
];

describe.each(kinds)('%s', (name, make) => {
  test('keeps values and counters', async () => {
    const store = make();
    await store.set(`${name}/a`, 'x\0ü');
    expect(await store.get(`${name}/a`)).toBe('x\0ü');
    expect([await store.add(`${name}/a`, 5), await store.add(`${name}/a`, -2)]).toEqual([5, 3]);
    expect(await Promise.all([store.has(`${name}/a`), store.has(`${name}/a`, 'b'), store.has()])).toEqual([
      true,
      false,
      true,
    ]);
    await store.wait([`${name}/a`]);
  });

  test('gives up on a key that nobody sets', async () => {
    const store = make();
    await expect(store.get('nobody')).rejects.toThrow(
      'waited 0.3 s for "nobody" in the store, which no process has set',
    );
    await expect(store.wait(['nobody', 'else'], 50)).rejects.toThrow(
      'waited 0.05 s for "nobody", "else" in the store',
    );
  });

  test('serves other calls while one waits for a key', async () => {
    const store = make();
    const value = store.get(`${name}/late`);
    await store.set(`${name}/late`, 'there');
    expect(await value).toBe('there');
  });

  test('refuses keys and values that a server would not take', async () => {
    const store = make();
    await expect(store.set('k'.repeat(5_000), '')).rejects.toThrow(
      'a key may have 4096 bytes but this one has 5006',
    );
    await expect(store.set('k', 'v'.repeat(5 << 20))).rejects.toThrow('a value may have 4194304 bytes');
    expect(await store.has('k')).toBe(false);
  });
});

test('the keys of a PrefixStore are apart', async () => {
  await new PrefixStore('a', served).set('key', '1');
  expect(await new PrefixStore('b', served).has('key')).toBe(false);
});

test('stores that cannot be opened say why', async () => {
  const taken = { port: served.port, isServer: true, timeoutMs: 300 };
  await expect(TCPStore.open(taken)).rejects.toThrow(/address already in use/);
  await expect(TCPStore.open({ port: 1, isServer: false, timeoutMs: 300 })).rejects.toThrow(
    'no process serves a TCPStore at 127.0.0.1:1 after 0.3 s: start rank 0, and give all ranks its address and port',
  );
  expect(() => new FileStore('/no/such/folder/store', 1)).toThrow(/ENOENT/);
  const other = join(folder, 'other.txt');
  writeFileSync(other, 'not a store, but a text of some length');
  expect(() => new FileStore(other, 1)).toThrow(
    `${other} is not the file of a FileStore: name one that does not exist yet`,
  );
});

describe('joining', () => {
  const store = new PrefixStore('joining', served);

  test.each([
    [
      'ranks that do not come',
      { rank: 1, worldSize: 4, store, timeoutMs: 100 },
      'rank 1 of 4 waited 0.1 s for ranks 0, 2 and 3, which did not come',
    ],
    ['a rank out of range', { rank: 3, worldSize: 3, store }, 'expected a rank from 0 to 2 but received 3'],
    [
      'no world',
      { rank: 0, worldSize: 0, store },
      'expected a whole number of at least 1 for worldSize but received 0',
    ],
    [
      'an interface that is not there',
      { rank: 0, worldSize: 1, store, networkInterface: 'nope0' },
      'rank 0 of 1 cannot connect to the others: ifa != nullptr. Unable to find address for: nope0',
    ],
    [
      'another backend',
      { rank: 0, worldSize: 1, store, backend: 'mpi' as 'gloo' },
      "expected 'gloo' or 'nccl' for backend but received the string \"mpi\"",
    ],
    [
      'a missing variable',
      { worldSize: 1, store },
      'the variable RANK must be a whole number but is not set: set it, or start ranks with launch()',
    ],
  ])('%s', async (_, options, message) => {
    await expect(ProcessGroup.join(options)).rejects.toThrow(message);
  });

  test('a rank that is taken', async () => {
    const crowded = new PrefixStore('crowded', served);
    const first = ProcessGroup.join({ rank: 1, worldSize: 2, store: crowded, timeoutMs: 300 });
    await new PrefixStore('group/0', crowded).wait(['seat/1']);
    const message = 'another process is rank 1 of this group already: give every process a rank of its own';
    const again = Object.assign(new PrefixStore('crowded', served), { groups: 0 });
    await expect(ProcessGroup.join({ rank: 1, worldSize: 2, store: again, timeoutMs: 300 })).rejects.toThrow(
      message,
    );
    await expect(first).rejects.toThrow('waited 0.3 s for rank 0, which did not come');
  });

  test('worlds of different sizes', async () => {
    const make = (): torch.distributed.Store => new PrefixStore('sizes', served);
    const message = 'give all the same world size';
    const joins = [
      ProcessGroup.join({ rank: 1, worldSize: 2, store: make(), timeoutMs: 1_000 }),
      ProcessGroup.join({ rank: 0, worldSize: 3, store: make(), timeoutMs: 1_000 }),
      ProcessGroup.join({ rank: 2, worldSize: 3, store: make(), timeoutMs: 1_000 }),
    ];
    const reasons = (await Promise.allSettled(joins)).map((join) =>
      String((join as PromiseRejectedResult).reason),
    );
    expect(
      reasons.every((reason) => reason.includes(message)),
      reasons.join('\n'),
    ).toBe(true);
  });
});

describe('a group of one', () => {
  const joined = initProcessGroup({ rank: 0, worldSize: 1, store: new PrefixStore('one', served) });

  test('is the default group, once', async () => {
    const group = await joined;
    expect(distributed.getProcessGroup()).toBe(group);
    expect([distributed.getRank(), distributed.getWorldSize(), distributed.isInitialized()]).toEqual([
      0,
      1,
      true,
    ]);
    await expect(initProcessGroup({ rank: 0, worldSize: 1 })).rejects.toThrow(
      'call destroyProcessGroup() first',
    );
  });

  test.each([
    [
      'a dtype that cannot be reduced',
      (g: torch.distributed.ProcessGroup) => g.allReduce(torch.tensor([true])),
      'float64, float16, bfloat16, int8, uint8, int32 and int64 tensors but received bool: convert it first',
    ],
    [
      'a mean of integers',
      (g: torch.distributed.ProcessGroup) => g.allReduce(torch.tensor([1]), { op: 'avg' }),
      "op 'avg' needs a floating-point tensor but received int64",
    ],
    [
      'an unknown reduction',
      (g: torch.distributed.ProcessGroup) => g.allReduce(torch.ones([1]), { op: 'median' as 'sum' }),
      "expected 'sum', 'avg', 'min', 'max' or 'product' for op but received the string \"median\"",
    ],
    [
      'a rank that is none',
      (g: torch.distributed.ProcessGroup) => g.broadcast(torch.ones([1]), 1),
      'expected a whole number from 0 to 0 for source but received 1',
    ],
    [
      'a sparse tensor',
      (g: torch.distributed.ProcessGroup) => g.broadcast(torch.ones([2, 2]).toSparse(), 0),
      'collectives take dense tensors only',
    ],
    [
      'another device',
      (g: torch.distributed.ProcessGroup) => g.allGather(torch.ones([1], { device: 'meta' })),
      'collectives take tensors on the CPU or a CUDA device but received one on meta',
    ],
    [
      'nothing to share',
      (g: torch.distributed.ProcessGroup) => g.reduceScatter(torch.tensor(1)),
      'reduceScatter needs a first dimension that 1 ranks can share, but the shape is []',
    ],
  ])('refuses %s', async (_, run, message) => {
    await expect(run(await joined)).rejects.toThrow(message);
  });

  test('nothing is left of results but the tensors', async () => {
    const group = await joined;
    const before = torch.memory().tensors;
    torch.scope(() => {
      const tensor = torch.ones([4]);
      for (let i = 0; i < 50; i++) group.allReduceSync(tensor);
      expect(group.allGatherSync(tensor)).toHaveLength(1);
    });
    expect(torch.memory().tensors).toBe(before);
  });

  test('a module needs something to train, and stays where it is', async () => {
    await joined;
    const { DistributedDataParallel } = distributed;
    expect(() => new DistributedDataParallel(new torch.nn.Identity())).toThrow(
      'there are no parameters that require gradients',
    );
    const parallel = new DistributedDataParallel(new torch.nn.Linear(2, 1));
    expect(() => parallel.to()).toThrow('call to() on the module before wrapping it');
    // @ts-expect-error -- the types refuse it too
    expect(() => parallel.noSync(() => Promise.resolve())).toThrow('noSync() takes a synchronous function');
  });
});

test('no arguments of a native call end the process', async () => {
  const group = await ProcessGroup.join({ rank: 0, worldSize: 1, store: new PrefixStore('fuzz', served) });
  const tensor = torch.ones([2]);
  const disposed = torch.ones([3]);
  disposed.dispose();
  const id = (t: torch.Tensor): number => torch.Tensor.idOf(t);
  const values: unknown[] = [
    undefined, null, NaN, -1, 0, 1, 2.5, 1e308, 2 ** 40, 10n ** 30n, '', 'sum', 'gloo', '\0', true, [], [1], [null], {},
    () => 1, Symbol('s'), new Proxy([], {}), { valueOf: () => { throw new Error('trap'); } },
    group.id, served.id, id(tensor), id(disposed), [id(tensor)], ['a'], new Float32Array(2),
  ]; // prettier-ignore
  const names = [
    'prefixStore', 'storePort', 'storeSet', 'storeAdd', 'storeCheck', 'closeStore', 'processGroup', 'allReduce', 'broadcast',
    'allGather', 'gather', 'reduceScatter', 'barrier', 'newReducer', 'beforeForward', 'beforeBackward', 'freeReducer', 'broadcastAll',
  ] as const; // prettier-ignore
  let seed = 1;
  const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
  let errors = 0;
  for (let i = 0; i < 6_000; i++) {
    const name = names[random(names.length)] ?? 'barrier';
    const args = Array.from({ length: random(8) }, () => values[random(values.length)]);
    if (name === 'closeStore' && args[0] === served.id) continue;
    try {
      const result = (native[name] as (...args: unknown[]) => unknown)(...args);
      if (result instanceof Promise) result.catch(() => undefined);
    } catch (error) {
      errors++;
      expect(error).toBeInstanceOf(Error);
    }
  }
  expect(errors).toBeGreaterThan(5_000);
  group.allReduceSync(tensor);
  expect(tensor.tolist()).toEqual([1, 1]);
  group.destroy();
  group.destroy();
  await expect(group.barrier()).rejects.toThrow('expected a process group that was not closed');
});
