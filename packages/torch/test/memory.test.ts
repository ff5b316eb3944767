/** Lifetimes: what a scope frees and keeps, use after dispose, byte counts, and worker threads. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

import * as torch from '#torch/index.js';
import { describe, expect, it } from 'vitest';

const made = (count: number): torch.Tensor[] => Array.from({ length: count }, () => torch.ones([2, 3]));

describe('scope', () => {
  it('frees what was made inside and keeps what is returned', () => {
    const before = torch.memory().tensors;
    const inside: torch.Tensor[] = [];
    const result = torch.scope(() => {
      inside.push(...made(5));
      return { list: [torch.zeros([1])], map: new Map([['a', torch.zeros([2])]]), text: 'x' };
    });
    expect(torch.memory().tensors).toBe(before + 2);
    expect(inside.every((tensor) => tensor.isDisposed)).toBe(true);
    expect(result.list[0]?.shape).toEqual([1]);
    expect(result.map.get('a')?.shape).toEqual([2]);
    result.list[0]?.dispose();
    result.map.get('a')?.dispose();
    expect(torch.memory().tensors).toBe(before);
  });

  it('hands what it returns to the scope around it', () => {
    let inner: torch.Tensor | undefined;
    torch.scope(() => {
      inner = torch.scope(() => torch.ones([2]));
      expect(inner.isDisposed).toBe(false);
    });
    expect(inner?.isDisposed).toBe(true);
  });

  it('frees when its body throws', () => {
    const before = torch.memory();
    expect(() =>
      torch.scope(() => {
        made(3);
        throw new RangeError('inside');
      }),
    ).toThrow(RangeError);
    expect(torch.memory()).toEqual(before);
  });

  it('leaves tensors from outside and kept ones alone', () => {
    using outside = torch.ones([1]);
    const kept = torch.scope(() => {
      const state = torch.ones([1]).keep();
      outside.add_(state);
      return [outside].length > 0 ? undefined : state;
    });
    expect(kept).toBeUndefined();
    expect(outside.item()).toBe(2);
    let state: torch.Tensor | undefined;
    torch.scope(() => {
      state = torch.ones([4]).keep();
    });
    expect(state?.isDisposed).toBe(false);
    state?.dispose();
  });

  it('keeps alive what a graph still needs', () => {
    using x = torch.tensor([2, 3], { dtype: 'float32', requiresGrad: true });
    const loss = torch.scope(() => x.exp().mul(x).sum());
    loss.backward();
    const expected = [3 * Math.exp(2), 4 * Math.exp(3)];
    (x.grad?.tolist() as number[]).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i] ?? 0, 3);
    });
  });

  it('refuses an async function, and still frees', () => {
    const before = torch.memory().tensors;
    expect(() =>
      // @ts-expect-error -- the types refuse it too
      torch.scope(() => {
        made(2);
        return Promise.resolve();
      }),
    ).toThrow('torch.scope() takes a synchronous function');
    expect(torch.memory().tensors).toBe(before);
  });
});

describe('dispose', () => {
  it('twice is no error; use afterwards names the shape', () => {
    const tensor = torch.ones([2, 3]);
    tensor.dispose();
    tensor.dispose();
    expect(tensor.isDisposed).toBe(true);
    const message = 'this tensor of shape [2, 3] was disposed';
    expect(() => tensor.shape).toThrow(message);
    expect(() => tensor.add(1)).toThrow(message);
    expect(() => torch.cat([tensor])).toThrow(message);
    expect(() => tensor.toString()).toThrow(message);
    expect(() => {
      tensor.backward();
    }).toThrow(message);
  });

  it('comes at the end of a block by `using`', () => {
    let outer: torch.Tensor;
    {
      using tensor = torch.ones([2]);
      outer = tensor;
      expect(outer.isDisposed).toBe(false);
    }
    expect(outer.isDisposed).toBe(true);
  });

  it('leaves other handles on the same elements alone', () => {
    const base = torch.arange(4);
    using view = base.view([2, 2]);
    base.dispose();
    expect(view.tolist()).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('never confuses a freed tensor with the one in its place', () => {
    const old = torch.ones([2]);
    old.dispose();
    const others = made(100);
    expect(old.isDisposed).toBe(true);
    expect(() => old.sum()).toThrow('was disposed');
    for (const tensor of others) tensor.dispose();
  });
});

describe('memory()', () => {
  it('counts each storage once, while any handle is on it', () => {
    const before = torch.memory();
    const base = torch.zeros([256]);
    const view = base.view([16, 16]);
    expect(torch.memory()).toEqual({ tensors: before.tensors + 2, bytes: before.bytes + 1024 });
    base.dispose();
    expect(torch.memory()).toEqual({ tensors: before.tensors + 1, bytes: before.bytes + 1024 });
    view.dispose();
    expect(torch.memory()).toEqual(before);
  });

  it('counts parameters', () => {
    const before = torch.memory().bytes;
    const layer = torch.scope(() => new torch.nn.Linear(64, 32));
    expect(torch.memory().bytes - before).toBe((64 * 32 + 32) * 4);
    layer.weight.dispose();
    layer.bias?.dispose();
    expect(torch.memory().bytes).toBe(before);
  });

  it('is the same after a loop of training steps as before it', () => {
    using w = torch.randn([4, 4], { requiresGrad: true });
    const step = (): void => {
      torch.scope(() => {
        torch.randn([8, 4]).matmul(w).square().mean().backward();
        torch.noGrad(() => w.sub_(w.grad as torch.Tensor, { alpha: 0.1 }));
        w.grad = null;
      });
    };
    step();
    const before = torch.memory();
    for (let i = 0; i < 200; i++) step();
    expect(torch.memory()).toEqual(before);
  });
});

// glibc alone can be told.
describe.runIf(process.platform === 'linux' && existsSync('/lib64/ld-linux-x86-64.so.2'))(
  'CPU memory',
  () => {
    it('is kept when tensors free it, and given back by emptyCache()', () => {
      const megabytes = (): number => process.memoryUsage.rss() / 2 ** 20;
      const use = (): void => {
        torch.scope(() => Array.from({ length: 64 }, () => torch.ones([2 ** 19])).length); // 128 MB
      };
      use();
      const faults = process.resourceUsage().minorPageFault;
      const kept = megabytes();
      use();
      expect(process.resourceUsage().minorPageFault - faults).toBeLessThan(16_000); // of 32,768 pages
      torch.emptyCache('cpu');
      expect(megabytes()).toBeLessThan(kept - 100);
    });
  },
);

describe('worker threads', () => {
  it('two at once use the addon, each with tensors of its own', async () => {
    using own = torch.ones([3]);
    const index = new URL('../dist/index.js', import.meta.url).href;
    const code = `
      import { parentPort, workerData } from 'node:worker_threads';
      const torch = await import(${JSON.stringify(index)});
      torch.setNumThreads(1);
      let total = 0;
      for (let i = 0; i < 300; i++) {
        total += torch.scope(() => {
          const x = torch.full([8, 8], workerData, { dtype: 'float32', requiresGrad: true });
          x.matmul(x).sum().backward();
          return x.grad.sum().item();
        });
      }
      parentPort.postMessage({ total, tensors: torch.memory().tensors });
    `;
    const source = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
    const workers = [1, 2].map((workerData) => new Worker(source, { workerData }));
    const answers = await Promise.all(
      workers.map(async (worker) => (await once(worker, 'message')) as unknown[]),
    );
    await Promise.all(workers.map((worker) => worker.terminate()));
    expect(answers.map(([answer]) => answer)).toEqual([
      { total: 300 * 1024, tensors: 0 },
      { total: 300 * 2048, tensors: 0 },
    ]);
    expect(own.sum().item()).toBe(3);
  });
});
