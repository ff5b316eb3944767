/** Protects: every line of a run is an event with time, level and rank, in log.jsonl and for listeners, and damage to the file costs a line. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nn, optim } from '@beit2/torch';
import * as torch from '@beit2/torch';
import { loadRecipe } from '#beit2/config/recipe.js';
import { Run } from '#beit2/train/run/run-folder.js';
import { readEvents, RunLog, type RunEvent } from '#beit2/train/run/run-log.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const recipe = loadRecipe('cifar10-tokenizer', [
  'checkpoint.every.steps=2',
  'log.every=1',
  'log.tensorboard=false',
]);

test('a run writes its start, its checkpoints and its end, and listeners hear the metrics too', async () => {
  const heard: RunEvent[] = [];
  const run = new Run(recipe, { folder, listeners: [(event) => void heard.push(event)] });
  const model = new nn.Linear(2, 1);
  const state = { model, optimizer: new optim.AdamW(model.parameters(), { lr: 0.01 }), generators: {} };
  await run.begin({ totalSteps: 3, stepsPerEpoch: 10, show: [] }, state);
  for (let step = 1; step <= 3; step++)
    await run.endStep({ step, epoch: 0, epochStep: step }, 1, { loss: torch.tensor(1) }, state);
  await run.finish({ step: 3, epoch: 0, epochStep: 3 }, state);
  run.ended(new Error('the rest\nfailed'));

  const events = readEvents(folder);
  expect(events.map(({ event }) => event)).toEqual([
    'message',
    'began',
    'saved',
    'saved',
    'finished',
    'failed',
  ]);
  expect(events[1]).toMatchObject({
    level: 'info',
    rank: 0,
    stage: 'tokenizer',
    step: 0,
    totalSteps: 3,
    stepsPerEpoch: 10,
    pid: process.pid,
    processes: 1,
  });
  expect(events[3]).toMatchObject({ step: 3, path: join(folder, 'checkpoints', 'step-00000003') });
  expect(events[5]).toMatchObject({ level: 'error', message: 'the rest\nfailed' });
  for (const { time } of events) expect(new Date(time).toISOString()).toBe(time);
  expect(heard.filter(({ event }) => event !== 'metrics')).toEqual(events);
  const steps = heard.flatMap((event) => (event.event === 'metrics' ? [event.record.step] : []));
  expect(steps).toEqual([1, 2, 3]);
  expect(readFileSync(join(folder, 'log.txt'), 'utf8')).toContain('the rest\\u{a}failed\n');
});

test('every rank says with its rank how it ended', () => {
  const log = new RunLog({ folder, rank: 2, mode: 'quiet', listeners: [] });
  log.noteEnd({ event: 'failed', message: 'no memory' });
  expect(readEvents(folder)).toMatchObject([
    { level: 'error', rank: 2, event: 'failed', message: 'no memory' },
  ]);
  expect(readFileSync(join(folder, 'log.txt'), 'utf8')).toMatch(/^\S+Z rank 2: no memory\n$/);
});

test('damaged and torn lines are passed over', () => {
  const log = new RunLog({ folder, rank: 0, mode: 'quiet', listeners: [] });
  log.note('first');
  appendFileSync(join(folder, 'log.jsonl'), '\0\0\0\n{"event":3}\n[]\nnull\n');
  log.note('second');
  appendFileSync(join(folder, 'log.jsonl'), '{"time":"2026-');
  expect(readEvents(folder).map((event) => 'message' in event && event.message)).toEqual(['first', 'second']);
});
