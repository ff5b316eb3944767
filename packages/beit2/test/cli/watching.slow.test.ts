/**
 * Protects: a training command serves its numbers while it trains and tells a webhook how it ended, its address in no file; a port in use ends
 * it before it makes a folder; a NaN of two processes is repeated bit for bit by two.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePictures } from '../stages/tiny.js';

const bin = fileURLToPath(new URL('../../bin/beit2.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'beit2-watching-'));
const pictures = join(folder, 'pictures');
const heard: Record<string, unknown>[] = [];
let server: Server;
let hook = '';
beforeAll(async () => {
  await makePictures(pictures);
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      heard.push(JSON.parse(body) as Record<string, unknown>);
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  hook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/s3cret`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const pretrain = (run: string, ...more: string[]) => [
  ...[
    bin,
    'pretrain',
    'demo-pretrain',
    '--run',
    join(folder, run),
    `data.train=${pictures}`,
    'data.val=null',
  ],
  ...[
    'device=cpu',
    'threads=1',
    'batchSize=8',
    'data.workers=1',
    'precision=float32',
    'log.tensorboard=false',
  ],
  ...[
    'data.imageSize=16',
    'model.patchSize=4',
    'model.dim=16',
    'model.depth=2',
    'model.heads=2',
    'log.every=1',
  ],
  ...[
    'model.aggregation=null',
    'model.dropPath=0.3',
    'masking.masked=0.4',
    'masking.minBlock=2',
    'data.evalCrop=1',
  ],
  ...['target={ kind: pixels, normalize: true }', 'schedule.warmup.steps=0', ...more],
];

/** A port that nobody uses. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

/** The metrics once the run has done a step. */
async function scrape(port: number): Promise<string> {
  for (;;) {
    const text = await fetch(`http://127.0.0.1:${port}/metrics`).then(
      (response) => response.text(),
      () => '',
    );
    if (/^beit2_loss/m.test(text)) return text;
    await delay(50);
  }
}

test('numbers while it trains, a webhook at its end, a port in use', async () => {
  const port = await freePort();
  const args = pretrain(
    'watched',
    'duration.steps=100000',
    '--metrics-port',
    String(port),
    '--webhook',
    hook,
  );
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const text = await scrape(port);
  expect(text).toMatch(/^beit2_total_steps\{run="watched"\} 100000$/m);
  expect(text).toMatch(/^beit2_broken_images\{run="watched"\} 0$/m);

  const second = spawnSync(process.execPath, pretrain('second', '--metrics-port', String(port)), {
    encoding: 'utf8',
  });
  expect(second.stderr).toBe(
    `error: Metrics cannot be served on port ${port} of 127.0.0.1: another program uses it; choose another --metrics-port.\n`,
  );
  expect(second.status).toBe(1);
  expect(existsSync(join(folder, 'second'))).toBe(false);

  const stopped = once(child, 'exit');
  child.kill('SIGTERM');
  expect((await stopped)[0]).toBe(143);
  expect(heard.filter(({ run }) => run === 'watched')).toMatchObject([
    { event: 'stopped', folder: join(folder, 'watched'), level: 'info' },
  ]);
  const files = readdirSync(join(folder, 'watched'), { withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const { name } of files)
    expect(readFileSync(join(folder, 'watched', name), 'latin1')).not.toContain('s3cret');
});

test('a NaN of two processes is told and repeated by two, bit for bit', async () => {
  const overflowing = ['optimizer.lr=1e20', 'optimizer.clipGrad=null', '--nproc-per-node', '2'];
  const env = { ...process.env, BEIT2_WEBHOOK: hook };
  const options = { encoding: 'utf8', env, maxBuffer: 2 ** 26 } as const;
  // Not waited for synchronously: this process answers the webhook meanwhile.
  const child = spawn(process.execPath, pretrain('nan', 'duration.steps=9', ...overflowing), {
    env,
    stdio: 'ignore',
  });
  expect((await once(child, 'exit'))[0]).toBe(1);
  const told = heard.filter(({ run }) => run === 'nan');
  expect(told).toMatchObject([{ event: 'diverged', level: 'error', rank: 0 }]);
  const run = join(folder, 'nan');
  const alone = spawnSync(process.execPath, [bin, 'replay', run], options);
  expect(alone.stderr).toBe(
    'error: The run trained in 2 processes, not 1: replay it with --nproc-per-node 2.\n',
  );
  const both = spawnSync(process.execPath, [bin, 'replay', run, '--nproc-per-node', '2'], options);
  expect(both.stdout).toMatch(
    /^Step \d: loss is NaN, .*\nAll \d+ values of these steps equal the run's, bit for bit\.\n/,
  );
  expect(both.stdout).toContain("Weights and random generators afterwards: same as the run's.\n");
  expect(both.status).toBe(0);
});
