/** Profiles: what is recorded, that the sums add up, and that nothing is recorded outside. */
import { spawnSync } from 'node:child_process';
import * as torch from '#torch/index.js';
import type { ProfileEvent } from '#torch/profiler.js';
import { expect, test } from 'vitest';

const { profile, range, beginRange } = torch.profiler;

/** A profile of `body`. */
function profiled(body: () => void, options: torch.profiler.ProfileOptions = {}): torch.profiler.Profile {
  const result = profile(options);
  result.start();
  try {
    body();
  } finally {
    result.stop();
  }
  return result;
}

const names = ({ events }: torch.profiler.Profile) => events.map(({ name }) => name);

/** An MLP, a linear layer and an attention, forward and backward. */
function step(): void {
  torch.scope(() => {
    const x = torch.randn([2, 8, 24]);
    const weights = [
      [96, 24],
      [24, 96],
      [24, 24],
    ].map((shape) => torch.randn(shape).requiresGrad_());
    const { functional: F } = torch.nn;
    const [first = x, second = x, third = x] = weights;
    const [wide, narrow] = [torch.zeros([96]), torch.zeros([24])] as const;
    const h = range('layers', () => F.linear(F.mlp(x, first, wide, second, narrow), third, narrow));
    const out = torch.callOperator('beit2::self_attention', '', h, 2) as torch.Tensor;
    range('gradients', () => out.sum().backward());
  });
}

test('operators, backward nodes and ranges are recorded under their names, each inside what called it', () => {
  const result = profiled(step);
  const find = (name: string): ProfileEvent => {
    const event = result.events.find((event) => event.name === name);
    if (!event) throw new Error(`${name} is not among ${[...new Set(names(result))].join(', ')}`);
    return event;
  };
  expect(find('aten::randn').kind).toBe('operator');
  for (const kernel of ['beit2::mlp', 'beit2::linear', 'beit2::self_attention'])
    expect(find(kernel).kind).toBe('operator');
  for (const node of ['beit2::CpuMlpBackward', 'beit2::SelfAttentionBackward', 'SumBackward0'])
    expect(find(node).kind).toBe('backward');
  expect(find('beit2::mlp').parent).toBe(find('layers'));
  expect(find('beit2::gelu_gradient').parent?.name).toBe('beit2::CpuMlpBackward');
  expect(find('SumBackward0').parent).toBe(find('gradients'));
  expect(names(result).filter((name) => name.startsWith('autograd::engine'))).toEqual([]);
});

test('an event lies inside its parent, and self times add up to the time of the outermost ones', () => {
  const { events, elapsed } = profiled(step);
  for (const { start, end, self, parent, thread } of events) {
    expect(end).toBeGreaterThanOrEqual(start);
    expect(self).toBeGreaterThan(-1e-6);
    if (!parent) continue;
    expect(parent.thread).toBe(thread);
    expect(start).toBeGreaterThanOrEqual(parent.start);
    expect(end).toBeLessThanOrEqual(parent.end);
  }
  const outermost = events.filter(({ parent }) => !parent);
  const total = outermost.reduce((sum, { start, end }) => sum + end - start, 0);
  expect(events.reduce((sum, { self }) => sum + self, 0)).toBeCloseTo(total, 6);
  expect(total).toBeLessThanOrEqual(elapsed);
});

test('the numbers of the table add up: self times to the whole, calls to the events, times per step', () => {
  const result = profiled(() => {
    for (let i = 0; i < 4; i++) step();
  });
  const numbers = (text: string) =>
    text
      .slice(text.indexOf('operator\n') + 'operator\n'.length)
      .split('\n')
      .map((line) => ({ self: Number.parseFloat(line), share: /([\d.]+) %/.exec(line)?.[1], line }));
  const rows = numbers(result.table({ rows: 5, steps: 4 }));
  expect(rows).toHaveLength(5 + 3); // others, outside operators, all
  const all = rows.at(-1);
  expect(all?.self).toBeCloseTo(result.elapsed / 4, 2);
  const parts = rows.slice(0, -1);
  expect(parts.reduce((sum, { self }) => sum + self, 0)).toBeCloseTo(all?.self ?? 0, 1);
  expect(parts.reduce((sum, { share }) => sum + Number(share), 0)).toBeCloseTo(100, 0);
  const operators = result.events.filter(({ kind }) => kind !== 'range');
  expect(all?.line).toContain(` ${operators.length / 4}  all`);
  const selves = rows.slice(0, 5).map(({ self }) => self);
  expect(selves).toEqual(selves.toSorted((a, b) => b - a));
  const gradients = result
    .table()
    .split('\n')
    .find((line) => line.endsWith('  gradients'));
  expect(gradients).toMatch(/ 4 {2}gradients$/);
});

test('the total of an operator counts what it calls of its own name once', () => {
  const result = profiled(() => range('outer', () => range('outer', () => torch.ones([3]))));
  const entry = result.entries().find(({ name }) => name === 'outer');
  const [outer] = result.events;
  expect(entry?.calls).toBe(2);
  expect(entry?.total).toBe((outer?.end ?? 0) - (outer?.start ?? 0));
});

test('the trace is JSON whose events have a begin and a length and nest by thread', () => {
  const result = profiled(step, { shapes: true });
  interface TraceEvent {
    ph: string;
    name: string;
    ts: number;
    dur: number;
    pid: number;
    tid: number;
    args?: { shapes: string };
  }
  const { traceEvents } = JSON.parse(result.chromeTrace()) as { traceEvents: TraceEvent[] };
  expect(traceEvents.map(({ name }) => name)).toEqual(names(result));
  const open: TraceEvent[] = [];
  for (const event of traceEvents) {
    expect(event).toMatchObject({ ph: 'X', pid: process.pid, tid: traceEvents[0]?.tid });
    expect(event.dur).toBeGreaterThanOrEqual(0);
    while (open.length > 0 && event.ts >= endOf(open.at(-1))) open.pop();
    const around = open.at(-1);
    if (around) expect(endOf(event)).toBeLessThanOrEqual(endOf(around) + 1e-3);
    open.push(event);
  }
  const attention = traceEvents.find(({ name }) => name === 'beit2::self_attention');
  expect(attention?.args?.shapes).toBe('[2, 8, 24]');
  function endOf(event: TraceEvent | undefined): number {
    return event ? event.ts + event.dur : Infinity;
  }
});

test('a range covers an async body to its end, and one that throws', async () => {
  const result = profile();
  result.start();
  const value = await range('slow', () => new Promise<number>((resolve) => setTimeout(resolve, 30, 7)));
  const fault = new Error('as thrown');
  expect(() =>
    range('throws', () => {
      throw fault;
    }),
  ).toThrow(fault);
  const end = beginRange('open');
  torch.ones([2]);
  result.stop(); // what is still open ends here
  end();
  expect(value).toBe(7);
  const [slow, throws, open] = result.events;
  expect((slow?.end ?? 0) - (slow?.start ?? 0)).toBeGreaterThan(25);
  expect(throws?.end).toBeLessThanOrEqual(open?.start ?? 0);
  expect(open?.end).toBe(result.elapsed);
});

test('memory is bounded: events beyond the limit are counted, and the table says so', () => {
  const result = profiled(
    () => {
      for (let i = 0; i < 10; i++) torch.empty([1]).dispose();
    },
    { limit: 4 },
  );
  expect(result.events).toHaveLength(4);
  expect(result.dropped).toBe(6);
  expect(result.table()).toContain('6 events beyond the limit are missing.');
});

test('shapes are recorded when asked for only', () => {
  const add = () => torch.ones([3, 1]).add(torch.ones([4]));
  const shapes = (options: torch.profiler.ProfileOptions) =>
    profiled(add, options).events.find(({ name }) => name === 'aten::add')?.shapes;
  expect(shapes({})).toBe('');
  expect(shapes({ shapes: true })).toBe('[3, 1], [4]');
});

test('nothing outside of start() and stop() is recorded, and ranges there only call their body', () => {
  torch.ones([5]);
  const result = profiled(() => torch.zeros([5]));
  expect(range('after', () => 3)).toBe(3);
  torch.ones([5]);
  expect(names(result)).toContain('aten::zeros');
  expect(names(result)).not.toContain('aten::ones');
  expect(names(result)).not.toContain('after');
});

test('wrong use is an error: two at once, stopped twice, a senseless limit', () => {
  const result = profile();
  expect(() => result.stop()).toThrow('this profile is not running');
  result.start();
  expect(() => profile().start()).toThrow('a profile is running in this process already; stop it first');
  result.stop();
  expect(() => result.stop()).toThrow('this profile is not running');
  expect(() => profile({ limit: 0 }).start()).toThrow(
    'expected a limit of 1 to 100,000,000 events but received 0',
  );
  expect(() => profile({ limit: Number.NaN }).start()).toThrow(TypeError);
  expect(() => profile({ shape: true } as object)).toThrow('did you mean shapes?');
});

test('a worker thread that ends while its profile runs leaves the process free for the next', () => {
  const script = `
    import { Worker, isMainThread } from 'node:worker_threads';
    const torch = await import(${JSON.stringify(new URL('../dist/index.js', import.meta.url).href)});
    if (isMainThread) {
      const worker = new Worker(new URL(import.meta.url));
      await new Promise((resolve) => worker.once('exit', resolve));
      const profile = torch.profiler.profile();
      profile.start();
      torch.ones([2]);
      profile.stop();
      console.log(profile.events[0].name);
    } else {
      torch.profiler.profile().start();
    }`;
  const url = `data:text/javascript,${encodeURIComponent(script)}`;
  const code = `import(${JSON.stringify(url)})`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(stdout).toBe('aten::ones\n');
});
