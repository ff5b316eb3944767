/** Protects: a run's numbers reach Prometheus under steady names, also while a step takes long, and an address that cannot be used ends the start. */
import { execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { RunEvent } from '#beit2/train/run/run-log.js';
import { prometheusName, RunGauges } from '#beit2/watch/run-gauges.js';
import { watchRun, type Watch } from '#beit2/watch/watch-run.js';

const at = { time: '2026-01-01T00:00:00.000Z', level: 'info', rank: 0 } as const;
const events: RunEvent[] = [
  {
    ...at,
    event: 'began',
    stage: 'tokenizer',
    step: 0,
    totalSteps: 1000,
    stepsPerEpoch: 100,
    host: 'here',
    pid: 1,
    processes: 2,
  },
  {
    ...at,
    event: 'metrics',
    record: { step: 150, loss: 0.5, gradNorm: 2, imagesPerSecond: 90, dataWait: 0.25, valTop5: 'NaN' },
  },
  { ...at, event: 'metrics', record: { step: 150, codeUse: 0.4, health: 'Bad.', healthLevel: 'collapsing' } },
  { ...at, event: 'saved', step: 140, path: '/x', seconds: 1.5 },
  { ...at, level: 'warning', event: 'starved', step: 150, dataWait: 0.3, message: 'wait' },
  { ...at, level: 'warning', event: 'starved', step: 160, dataWait: 0.3, message: 'wait' },
];

/** Values by name and labels, without the label of the run. */
function parse(text: string): Record<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', value] = line.split(' ');
      expect(name).toContain('run="tok"');
      return [name.replace(/,?run="tok"/, '').replace('{}', ''), Number(value)];
    }),
  );
}

let server: Server | null = null;
let watch: Watch | null = null;
afterEach(async () => {
  server?.close();
  await watch?.close(100);
  [server, watch] = [null, null];
});

/** A port that nobody uses. */
async function freePort(): Promise<number> {
  const port = await takenPort();
  await new Promise((done) => server?.close(done));
  server = null;
  return port;
}

async function takenPort(): Promise<number> {
  server = createServer();
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

test('names', () => {
  expect(['loss', 'valLoss', 'imagesPerSecond', 'valTop5', 'lr'].map(prometheusName)).toEqual([
    'beit2_loss',
    'beit2_val_loss',
    'beit2_images_per_second',
    'beit2_val_top5',
    'beit2_lr',
  ]);
});

test('events become gauges of their last values, the age of the checkpoint grows', async () => {
  let now = Date.parse(at.time);
  const gauges = new RunGauges('tok', () => now);
  expect(await gauges.registry.metrics()).not.toMatch(/^beit2_checkpoint_age_seconds/m);
  for (const event of events) gauges.hear(event);
  now += 42_000;
  expect(parse(await gauges.registry.metrics())).toMatchObject({
    beit2_step: 150,
    beit2_epoch: 1.5,
    beit2_total_steps: 1000,
    beit2_processes: 2,
    beit2_loss: 0.5,
    beit2_grad_norm: 2,
    beit2_images_per_second: 90,
    beit2_data_wait: 0.25,
    beit2_code_use: 0.4,
    'beit2_codebook_health{level="collapsing"}': 1,
    'beit2_codebook_health{level="healthy"}': 0,
    beit2_checkpoint_step: 140,
    beit2_checkpoint_duration_seconds: 1.5,
    beit2_checkpoint_age_seconds: 42,
    'beit2_events_total{event="starved"}': 2,
  });
});

test('a scrape is answered while this thread is busy, and other addresses are none', async () => {
  const port = await freePort();
  watch = await watchRun(
    'runs/tok',
    { metrics: { host: '127.0.0.1', port }, webhook: null },
    () => undefined,
  );
  for (const event of events) watch?.listener(event);
  // The child is waited for synchronously: this thread serves nothing meanwhile.
  const script = `for (const path of ['/metrics', '/']) {
    const response = await fetch('http://127.0.0.1:${port}' + path);
    console.log(JSON.stringify([response.status, response.headers.get('content-type'), await response.text()]));
  }`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  const [metrics, root] = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as [number, string, string]);
  expect(metrics?.slice(0, 2)).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
  expect(parse(metrics?.[2] ?? '')).toMatchObject({ beit2_step: 150, beit2_loss: 0.5 });
  expect(root?.[0]).toBe(404);
});

test('a port in use is one sentence', async () => {
  const port = await takenPort();
  const watchers = { metrics: { host: '127.0.0.1', port }, webhook: null };
  await expect(watchRun('runs/tok', watchers, () => undefined)).rejects.toThrow(
    `Metrics cannot be served on port ${port} of 127.0.0.1: another program uses it; choose another --metrics-port.`,
  );
});

test('an address that is none is refused without being repeated', async () => {
  for (const webhook of ['ftp://s3cret', 'https://', 's3cret']) {
    const refused = watchRun('runs/tok', { metrics: null, webhook }, () => undefined);
    await expect(refused).rejects.toThrow('The address of --webhook must begin with https:// or http://.');
  }
});

test('the thread sends webhooks and says what could not be delivered; nothing asked for is no thread', async () => {
  const port = await freePort();
  const warnings: string[] = [];
  expect(await watchRun('x', { metrics: null, webhook: null }, () => undefined)).toBeNull();
  const taken = new Promise<string>((done) => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        response.writeHead(400).end();
        done(body);
      });
    }).listen(port, '127.0.0.1');
  });
  const webhook = `http://127.0.0.1:${port}/s3cret`;
  watch = await watchRun('runs/tok', { metrics: null, webhook }, (sentence) => void warnings.push(sentence));
  watch?.listener({ ...at, event: 'finished', step: 7 });
  expect(JSON.parse(await taken)).toMatchObject({
    run: 'tok',
    event: 'finished',
    step: 7,
    text: 'tok: finished',
  });
  await watch?.close(5000);
  expect(warnings).toEqual([`The webhook at 127.0.0.1:${port} did not receive "finished": it answered 400.`]);
});
