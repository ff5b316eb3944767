import { expect, test } from 'vitest';
import { formatDuration, Progress, type ProgressMode } from '#beit2/train/run/progress.js';

/** A progress display that writes into `text`, with a clock moved by hand (milliseconds). */
function display(mode: ProgressMode, total: number, start = 0, columns?: number) {
  const state = { text: '', time: 0 };
  const screen = { write: (text: string) => void (state.text += text), columns };
  return {
    state,
    progress: new Progress('tokenizer', total, start, { mode, screen, now: () => state.time }),
  };
}

test('plain lines come at the first step, every ten seconds and at the end', () => {
  const { state, progress } = display('lines', 40);
  for (let step = 1; step <= 40; step++) {
    state.time += 1000;
    progress.update(step, 128, { loss: 1 / step });
  }
  progress.end();
  expect(state.text.split('\n')).toEqual([
    'tokenizer   2 %  1/40  128 images/s  loss 1  00:39 left',
    'tokenizer  27 %  11/40  128 images/s  loss 0.09091  00:29 left',
    'tokenizer  52 %  21/40  128 images/s  loss 0.04762  00:19 left',
    'tokenizer  77 %  31/40  128 images/s  loss 0.03226  00:09 left',
    'tokenizer 100 %  40/40  128 images/s  loss 0.025  00:00 left',
    '',
  ]);
});

test('the bar is redrawn in place, fits the terminal, and messages stay above it', () => {
  const { state, progress } = display('bar', 1200, 0, 60);
  state.time = 500;
  progress.update(600, 300, { loss: 0.00001 });
  expect(state.text).toBe('tokenizer  50 % 600/1,200  600 images/s  00:01 left');
  state.text = '';
  state.time = 550;
  progress.update(601, 1, { loss: 1 }); // too soon
  expect(state.text).toBe('');
  progress.message('saved');
  expect(state.text).toBe('\r\x1b[Ksaved\n');
  state.text = '';
  state.time = 800;
  progress.update(602, 1, { loss: 1 });
  expect(state.text.startsWith('tokenizer  50 % ')).toBe(true);
});

test.each([
  [
    120,
    'pretrain  25 % █████░░░░░░░░░░░░░░░ 600/2,400  300 images/s  main loss 5.123  accuracy 0.1234  00:06 left',
  ],
  [90, 'pretrain  25 % 600/2,400  300 images/s  main loss 5.123  accuracy 0.1234  00:06 left'],
  [80, 'pretrain  25 % ███░░░░░░░ 600/2,400  300 images/s  main loss 5.123  00:06 left'],
  [undefined, 'pretrain  25 % ███░░░░░░░ 600/2,400  300 images/s  main loss 5.123  00:06 left'],
  [40, 'pretrain  25 % 600/2,400  00:06 left'],
  [26, 'pretrain  25 % 00:06 left'],
])('the time left stays in sight at %s columns', (columns, line) => {
  const state = { text: '', time: 0 };
  const screen = { write: (text: string) => void (state.text += text), columns };
  const progress = new Progress('pretrain', 2400, 0, { mode: 'bar', screen, now: () => state.time });
  state.time = 2000;
  progress.update(600, 600, { mainLoss: 5.1234, accuracy: 0.1234 });
  expect(state.text).toBe(line);
});

test('a patient count is silent as lines for ten seconds, and knows rate and time left without a total of steps', () => {
  const state = { text: '', time: 0 };
  const screen = { write: (text: string) => void (state.text += text) };
  const options = { mode: 'lines', screen, now: () => state.time, unit: 'MB', patient: true } as const;
  const progress = new Progress('model.bin', 0, 0, options);
  for (const seconds of [5, 9, 12, 13]) {
    state.time = 1000 * seconds;
    progress.update(seconds, seconds, {});
  }
  expect(state.text).toMatch(/^model.bin {3}12 {2}\d\.\d MB\/s\n$/);
});

test('small numbers are shown in powers of ten', () => {
  const { state, progress } = display('lines', 10);
  state.time = 1000;
  progress.update(1, 4, { lr: 0.000123, norm: 123456, zero: 0 });
  expect(state.text).toContain('lr 1.2e-4  norm 1.2e+5  zero 0');
});

test('the rate leaves out a pause', () => {
  const { state, progress } = display('quiet', 100);
  state.time = 1000;
  progress.update(1, 100, {});
  state.time = 61_000; // an evaluation of a minute
  progress.pause(60_000);
  state.time = 62_000;
  progress.update(2, 100, {});
  expect(progress.rate()).toEqual({ imagesPerSecond: 100, secondsLeft: 98 });
  expect(state.text).toBe('');
});

test('a resumed run counts only its own steps in the rate', () => {
  const { state, progress } = display('quiet', 100, 90);
  state.time = 2000;
  progress.update(91, 64, {});
  expect(progress.rate()).toEqual({ imagesPerSecond: 32, secondsLeft: 18 });
});

test('json mode writes one object a line', () => {
  const { state, progress } = display('json', 2);
  state.time = 1000;
  progress.update(1, 8, { batchCodeUse: 3 }); // keys as in metrics.jsonl
  expect(
    state.text
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  ).toMatchObject([
    {
      event: 'progress',
      level: 'info',
      rank: 0,
      stage: 'tokenizer',
      step: 1,
      total: 2,
      imagesPerSecond: 8,
      secondsLeft: 1,
      batchCodeUse: 3,
    },
  ]);
});

test('durations', () => {
  expect(formatDuration(59.6)).toBe('01:00');
  expect(formatDuration(3725)).toBe('1:02:05');
});
