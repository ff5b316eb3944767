/** Process groups of three processes, float32 training, and the rarer ways to lose a rank. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { distributed } from '#torch/index.js';
import { expect, onTestFinished, test } from 'vitest';

import { expectSameTraining, lose, rankScript, runRanks } from './run-ranks.js';

test('three ranks: collectives give the values of all', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'ranks-')), 'store');
  const { messages, error } = await runRanks('collectives.mjs', 3, [file]);
  expect(error).toBeUndefined();
  expect(messages).toEqual([['done'], ['done'], ['done']]);
});

test.each([
  [3, 'float64', 1, 1e-12],
  [3, 'float64', 4, 1e-12],
  [2, 'float64', 3, 1e-12],
  [2, 'float32', 1, 1e-5],
  [3, 'float32', 2, 1e-5],
] as const)('%i ranks train in %s, %i parts a step, as one process', expectSameTraining);

test('three ranks: a dead one is named by both others', async () => {
  const { messages, error } = await lose('death', 3);
  expect(error?.message).toBe('rank 1 ended with signal SIGKILL');
  for (const rank of [0, 2]) {
    expect(messages[rank]?.[0]?.message).toContain(`failed on rank ${rank} of 3: rank 1 did not take part`);
    expect(messages[rank]?.[0]?.ms).toBeLessThan(20_000); // a busy machine takes its time
  }
});

test('the death of rank 0, which serves the store, is told', async () => {
  const { messages, error } = await lose('deathOfServer', 3);
  expect(error?.message).toBe('rank 0 ended with signal SIGKILL');
  for (const rank of [1, 2]) {
    expect(messages[rank]?.[0]?.message).toContain(
      `broadcast from rank 1 of 4 float32 elements failed on rank ${rank} of 3: the store of the ranks cannot be ` +
        'reached, so the process that serves it (rank 0) has probably ended',
    );
  }
});

test('a store whose server is stopped rejects every question in time, and the event loop goes on', async () => {
  const server = fork(rankScript('store-server.mjs'));
  onTestFinished(() => void server.kill('SIGKILL'));
  const [port] = (await once(server, 'message')) as [number];
  // Long enough for a busy machine to answer.
  const store = await distributed.TCPStore.open({ port, isServer: false, timeoutMs: 3000 });
  await store.set('key', 'value');
  server.kill('SIGSTOP');
  await sleep(300); // until then it may still answer
  let ticks = 0;
  const ticking = setInterval(() => ticks++, 20);
  // set() asks nothing: c10d sends the value and does not wait.
  const calls = [
    store.get('key'),
    store.add('counter', 1),
    store.has('key'),
    store.wait(['key']),
    distributed.ProcessGroup.join({ rank: 1, worldSize: 2, store, timeoutMs: 3000 }),
  ];
  const ends = await Promise.all(
    calls.map((call) =>
      call.then(
        () => 'no Error',
        (error: unknown) => String(error),
      ),
    ),
  );
  clearInterval(ticking);
  for (const end of ends)
    expect(end).toContain(
      'the store does not answer, the process that serves it is probably stopped or out of reach',
    );
  expect(ticks).toBeGreaterThan(5);
  await expect(distributed.TCPStore.open({ port, isServer: false, timeoutMs: 400 })).rejects.toThrow(
    `what is at 127.0.0.1:${port} does not answer as a TCPStore does`,
  );
});

test('a death is told in the backward pass of DistributedDataParallel too', async () => {
  const { messages } = await lose('deathInBackward', 2);
  expect(messages[0]?.[0]?.message).toContain(
    'allReduce (sum) of 8 float32 elements failed on rank 0 of 2: rank 1 did not take part',
  );
});

test('a rank that comes too late is named when the timeout is over', async () => {
  const { messages } = await lose('late', 2);
  const [report] = messages[0] ?? [];
  expect(report?.message).toMatch(
    /^allGather of 2 float32 elements failed on rank 0 of 2: rank 1 did not take part .*\(Gloo: Timed out waiting 1000ms/,
  );
  expect(report?.ms).toBeGreaterThan(900);
  expect(report?.ms).toBeLessThan(20_000);
});

test.each([
  ['exit', []],
  ['destroy', ['allReduce (sum) of 1 float32 elements did not finish: the process group was closed']],
])('a rank may %s while its collective waits', async (what, wanted) => {
  const { messages, error } = await lose(what, 2);
  expect(error).toBeUndefined();
  expect(messages[0]?.map(({ message }) => message)).toEqual(wanted);
});
