/**
 * Protects: a run on shards in S3-compatible storage, or on a web server that fails all the time, is bit for bit the run on the same
 * shards on disk, also when it is killed in mid-epoch and resumed, on the command line as its user starts it.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '@beit2/torch/setup';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recipeToYaml } from '#beit2/config/recipe.js';
import { findCheckpoint } from '#beit2/train/run/checkpoint.js';
import { tarOf } from '../data/fixtures.js';
import { s3Key, serveS3, serveShards, type Fault } from '../data/remote/servers.js';
import { makePictures, tinyRecipe } from './tiny.js';

const bin = fileURLToPath(new URL('../../bin/beit2.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'beit2-remote-'));
const recipe = join(folder, 'tiny.yaml');
const shards: Record<string, Buffer> = {};
const steps = 11;

/** A cache folder with the user's engine and measurements (bits depend on both) and without the user's shards. */
const cache = join(folder, 'cache');

beforeAll(async () => {
  mkdirSync(cache);
  for (const name of readdirSync(cacheFolder()).filter((name) => /^(addon|libtorch|measured)/.test(name)))
    symlinkSync(join(cacheFolder(), name), join(cache, name));
  const pictures = join(folder, 'pictures');
  await makePictures(pictures);
  for (const [number, name] of ['across', 'down'].entries()) {
    const members = Array.from({ length: 12 }, (_, i) => `${name}/${i}.png`);
    const files = members.map((member) => [member, readFileSync(join(pictures, member))] as const);
    shards[`set/${number}.tar`] = await tarOf(Object.fromEntries(files));
  }
  mkdirSync(join(folder, 'set'));
  for (const [name, bytes] of Object.entries(shards)) writeFileSync(join(folder, name), bytes);
  const overrides = [
    'target={ kind: pixels, normalize: true }',
    'precision=float32',
    'batchSize=4',
    'data.shuffle={ run: 5, buffer: 10 }',
    'data.workers=2',
    'checkpoint.every.steps=2',
  ];
  writeFileSync(recipe, recipeToYaml(tinyRecipe('pretrain', 'pretrain', overrides)));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Trains on `source`; killed once `killAt` steps are written. @returns exit code and what was said */
async function train(
  source: string,
  run: string,
  env: Record<string, string>,
  { killAt = Infinity, resume = false } = {},
): Promise<{ code: number | null; text: string }> {
  const args = [bin, 'pretrain', recipe, `data.train=${source}`, `duration.steps=${steps}`, '--run', run];
  const child = spawn(process.execPath, [...args, ...(resume ? ['--resume'] : [])], {
    env: { ...process.env, BEIT2_SHARD_CACHE_GB: '0.02', ...env, BEIT2_CACHE: cache },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (text += data.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const metrics = join(run, 'metrics.jsonl');
  while (killAt < Infinity && child.exitCode === null) {
    if (existsSync(metrics) && readFileSync(metrics, 'utf8').split('\n').length > killAt)
      child.kill('SIGKILL');
    await sleep(10);
    if (child.killed) break;
  }
  return { code: await ended, text };
}

const weightsOf = (run: string): string[] =>
  [...findCheckpoint(run, () => undefined).read('model')].map(
    ([key, tensor]) => `${key} ${Buffer.from(tensor.read().data).toString('base64')}`,
  );

const lossesOf = (run: string): (number | undefined)[] =>
  readFileSync(join(run, 'metrics.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { loss?: number }).loss);

let onDisk: { weights: string[]; losses: (number | undefined)[] };
beforeAll(async () => {
  const run = join(folder, 'disk');
  expect(await train(join(folder, 'set'), run, {})).toMatchObject({ code: 0 });
  onDisk = { weights: weightsOf(run), losses: lossesOf(run) };
  expect(onDisk.losses).toHaveLength(steps);
});

test('from an S3-compatible server, killed in mid-epoch and resumed', async () => {
  const server = await serveS3(shards);
  const env = { AWS_ENDPOINT_URL: server.url, AWS_ACCESS_KEY_ID: s3Key, AWS_SECRET_ACCESS_KEY: s3Key };
  const run = join(folder, 's3');
  const killed = await train('s3://shards/set/', run, env, { killAt: 9 }); // an epoch has 6 steps
  const resumed = await train('s3://shards/set/', run, env, { resume: true });
  expect([killed.code, resumed.code]).toEqual([null, 0]);
  expect(weightsOf(run)).toEqual(onDisk.weights);
  expect(lossesOf(run)).toEqual(onDisk.losses);
  for (const text of [
    killed.text,
    resumed.text,
    readFileSync(join(run, 'log.txt'), 'utf8'),
    readFileSync(join(run, 'recipe.yaml'), 'utf8'),
  ])
    expect(text).not.toContain(s3Key);
  await server.close();
});

test('from a web server that drops, cuts, stalls, lies and refuses', async () => {
  const faults: Fault[] = [
    'drop',
    'truncate',
    { status: 503 },
    'short-length',
    { status: 429, retryAfter: '1' },
    'lie-total',
    'long-length',
    'other-part',
    'stall',
  ];
  const server = await serveShards(shards, (n) =>
    n % 2 === 0 ? (faults[(n / 2) % faults.length] ?? 'none') : 'none',
  );
  const run = join(folder, 'http');
  // Nothing is kept on disk: every image is a request of its own, every other one of which fails.
  const env = { BEIT2_SHARD_CACHE_GB: '0', BEIT2_REMOTE_PATIENCE: '10' };
  expect(await train(`${server.url}/set/{0..1}.tar`, run, env)).toMatchObject({ code: 0 });
  expect(server.requests.length).toBeGreaterThan(2 * 4 * steps);
  expect(weightsOf(run)).toEqual(onDisk.weights);
  expect(lossesOf(run)).toEqual(onDisk.losses);
  await server.close();
});

test('ends with a sentence, saved, when the server stays away, and goes on from a copy on disk', async () => {
  const server = await serveShards(shards, (n) => (n > 40 ? 'drop' : 'none'));
  const run = join(folder, 'away');
  const env = { BEIT2_SHARD_CACHE_GB: '0', BEIT2_REMOTE_PATIENCE: '1' };
  const { code, text } = await train(`${server.url}/set/{0..1}.tar`, run, env);
  expect(code).toBe(1);
  expect(text).toMatch(/set\/[01]\.tar could not be read in \d+ tries over \d+ s: /);
  await server.close();
  cpSync(join(folder, 'set'), join(folder, 'copy', 'set'), { recursive: true });
  expect(await train(join(folder, 'copy', 'set'), run, {}, { resume: true })).toMatchObject({ code: 0 });
  expect(weightsOf(run)).toEqual(onDisk.weights);
});
