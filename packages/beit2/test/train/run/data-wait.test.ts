import { expect, test } from 'vitest';
import { DataWait, waitingHint } from '#beit2/train/run/data-wait.js';

/** A clock and a loader's count that the test moves: each step takes `step` ms, `wait` of them waiting. */
function clocked() {
  let [time, waited] = [1000, 500];
  const wait = new DataWait(
    () => waited,
    () => time,
  );
  const steps = (count: number, { step, wait: each }: { step: number; wait: number }) => {
    for (let i = 0; i < count; i++) {
      time += step;
      waited += each;
      wait.step();
    }
  };
  return { wait, steps, idle: (ms: number) => void (time += ms) };
}

test('the share counts from the second step on, since the last record and over the whole run', () => {
  const { wait, steps } = clocked();
  expect(wait.sinceRecord()).toBeNull();
  steps(1, { step: 5000, wait: 5000 }); // the workers start
  expect(wait.sinceRecord()).toBeNull();
  steps(10, { step: 100, wait: 10 });
  expect(wait.sinceRecord()).toBeCloseTo(0.1, 10);
  steps(10, { step: 100, wait: 30 });
  expect(wait.sinceRecord()).toBeCloseTo(0.3, 10);
  expect(wait.overall()).toBeCloseTo(0.2, 10);
});

test('what is not training does not count', () => {
  const { wait, steps, idle } = clocked();
  steps(11, { step: 100, wait: 10 });
  idle(60_000);
  wait.pause(60_000);
  expect(wait.sinceRecord()).toBeCloseTo(0.1, 10);
  expect(wait.overall()).toBeCloseTo(0.1, 10);
  expect(wait.excess()).toBeNull();
});

test('too much waiting is told once, after a minute of it', () => {
  const { wait, steps } = clocked();
  steps(590, { step: 100, wait: 50 });
  expect(wait.excess()).toBeNull();
  steps(11, { step: 100, wait: 50 });
  expect(wait.excess()).toBeCloseTo(0.5, 10);
  steps(1000, { step: 100, wait: 50 });
  expect(wait.excess()).toBeNull();
});

test('a minute of little waiting is forgotten when the next one is looked at', () => {
  const { wait, steps } = clocked();
  steps(602, { step: 100, wait: 0 });
  expect(wait.excess()).toBeNull();
  steps(601, { step: 100, wait: 20 });
  expect(wait.excess()).toBeCloseTo(0.2, 10);
});

test('waiting that is forgiven, as that for a cache to fill, is not told', () => {
  const { wait, steps } = clocked();
  steps(700, { step: 100, wait: 50 });
  wait.forgive();
  expect(wait.excess()).toBeNull();
  steps(601, { step: 100, wait: 0 });
  expect(wait.excess()).toBeNull();
});

test('the hint names what can be done', () => {
  expect(waitingHint(0.34, { workers: 2, cache: 0 })).toBe(
    'Training waited for data 34.0 % of the last minute: raise data.workers (now 2), keep decoded images in memory ' +
      '(data.cache, in MB), or pack smaller images with beit2 data pack.',
  );
  expect(waitingHint(0.34, { workers: 2, cache: 100 })).not.toContain('data.cache');
});
