import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MetricRecord, MetricsLog, readMetrics } from '#beit2/train/run/metrics.js';

let path = '';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-metrics-'));
  path = join(folder, 'metrics.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a line is a JSON object with the step first, and numbers that JSON lacks are strings', () => {
  new MetricsLog(path, 0).write({
    step: 1,
    loss: 0.25,
    lr: 1e-7,
    ratio: NaN,
    peak: Infinity,
    low: -Infinity,
  });
  expect(readFileSync(path, 'utf8')).toBe(
    '{"step":1,"loss":0.25,"lr":1e-7,"ratio":"NaN","peak":"Infinity","low":"-Infinity"}\n',
  );
});

test('a resumed run drops the lines after its step and a line cut off by a kill', () => {
  const first = new MetricsLog(path, 0);
  for (const step of [10, 20, 30]) first.write({ step, loss: step / 100 });
  appendFileSync(path, '{"step":40,"lo');
  expect(readMetrics(path).map(({ step }) => step)).toEqual([10, 20, 30]);

  const second = new MetricsLog(path, 20);
  second.write({ step: 30, loss: 7 });
  expect(readMetrics(path)).toEqual([
    { step: 10, loss: 0.1 },
    { step: 20, loss: 0.2 },
    { step: 30, loss: 7 },
  ]);
});

test('an evaluation that is repeated takes the place of its record', () => {
  const records: MetricRecord[] = [
    { step: 10, valLoss: 0.9 },
    { step: 20, loss: 0.5 },
    { step: 20, valLoss: 0.4 },
  ];
  const first = new MetricsLog(path, 0);
  for (const record of records) first.write(record);
  new MetricsLog(path, 20);
  expect(readMetrics(path)).toEqual(records);
  new MetricsLog(path, 20, true);
  expect(readMetrics(path)).toEqual(records.slice(0, 2));
});

test('a run that starts over drops all lines', () => {
  writeFileSync(path, '{"step":10,"loss":1}\n');
  new MetricsLog(path, 0);
  expect(readMetrics(path)).toEqual([]);
});

test('a run without a metrics file has no records', () => {
  expect(readMetrics(join(folder, 'none.jsonl'))).toEqual([]);
});

test('damaged lines between whole ones are passed over, told, and gone after a resume', () => {
  const lines = [
    '{"step":1,"loss":3}',
    '{"step":2,"lo',
    '\0'.repeat(20),
    '"text"',
    '{"loss":1}',
    '{"step":3,"loss":2}',
  ];
  writeFileSync(path, lines.join('\n') + '\n');
  const said: string[] = [];
  const whole = [
    { step: 1, loss: 3 },
    { step: 3, loss: 2 },
  ];
  expect(readMetrics(path, (sentence) => said.push(sentence))).toEqual(whole);
  expect(said).toEqual([`${path} has 4 damaged lines, which were skipped.`]);
  new MetricsLog(path, 3);
  expect(readFileSync(path, 'utf8')).toBe('{"step":1,"loss":3}\n{"step":3,"loss":2}\n');
});
