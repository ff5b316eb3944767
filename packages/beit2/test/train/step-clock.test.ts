/** Protects: the shares of a step's time are those of the time since the last record, without what was not training. */
import { expect, test } from 'vitest';
import { StepClock } from '#beit2/train/step-clock.js';

test('shares and seconds are of the steps since the last record', () => {
  let now = 0;
  const clock = new StepClock(() => now);
  clock.isTiming = true;
  const spend = (phase: 'forward' | 'backward', milliseconds: number) =>
    clock.time(phase, () => {
      now += milliseconds;
      return phase;
    });
  spend('forward', 5000); // the first step starts threads
  clock.step();
  expect(clock.take()).toBeNull();
  for (let step = 0; step < 2; step++) {
    expect(spend('forward', 100)).toBe('forward');
    spend('backward', 250);
    now += 150;
    clock.step();
  }
  now += 10_000; // an evaluation
  clock.pause(10_000);
  expect(clock.take()).toEqual({ stepSeconds: 0.5, forward: 0.2, backward: 0.5 });
  expect(clock.take()).toBeNull();

  spend('backward', 80);
  clock.add('backward', -30); // of it, waiting for others
  clock.add('communication', 30);
  now += 20;
  clock.step();
  expect(clock.take()).toEqual({ stepSeconds: 0.1, backward: 0.5, communication: 0.3 });
});

test('on a device whose work is only launched there is the time of steps alone, and a phase that throws is counted', () => {
  let now = 0;
  const clock = new StepClock(() => now);
  clock.step();
  clock.time('forward', () => (now += 50));
  clock.step();
  expect(clock.take()).toEqual({ stepSeconds: 0.05 });
  clock.isTiming = true;
  expect(() =>
    clock.time('forward', () => {
      now += 50;
      throw new Error('stop');
    }),
  ).toThrow('stop');
  now += 50;
  clock.step();
  expect(clock.take()).toEqual({ stepSeconds: 0.1, forward: 0.5 });
});
