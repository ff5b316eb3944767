/**
 * `beit2 serve` with a ViT-S/16 at 224 pixels (random weights) against a bare loop of ONNX Runtime on the same threads: requests a second,
 * latencies at half that load (Poisson arrivals), and the longest gap of the server's event loop.
 *
 *   npx tsx bench/serve.ts [--seconds 20] [--threads 2] [--folder FOLDER]
 *
 * The clients run in this process, on the same cores as the server.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import * as torch from '@beit2/torch';
import { openModel, VisionTransformer } from 'beit2';
import { exportModel } from 'beit2/export';
import * as ort from 'onnxruntime-node';
import sharp from 'sharp';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    threads: { type: 'string', default: '2' },
    folder: { type: 'string' },
  },
});
const seconds = Number(values.seconds);
const threads = Number(values.threads);
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'beit2-serve-'));
const file = join(folder, 'vit-s.onnx');

async function makeModel(): Promise<void> {
  if (existsSync(file)) return;
  const sizes = { imageSize: 224, patchSize: 16, dim: 384, depth: 12, heads: 6 };
  const model = new VisionTransformer({ ...sizes, position: 'absolute', classes: 1000 });
  const weights = join(folder, 'vit-s.safetensors');
  torch.save(model.stateDict(), weights);
  const opened = await openModel(weights, { part: 'classifier', say: () => undefined });
  await exportModel(opened, file, { precision: 'float32', externalData: false });
}

/** Images a second of ONNX Runtime alone, one at a time, from tensors that are there already. */
async function bareLoop(): Promise<number> {
  const session = await ort.InferenceSession.create(file, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
  });
  const values = Float32Array.from({ length: 3 * 224 ** 2 }, () => Math.random());
  const images = new ort.Tensor('float32', values, [1, 3, 224, 224]);
  for (let i = 0; i < 5; i++) await session.run({ images }, ['logits']);
  const start = performance.now();
  let done = 0;
  for (; performance.now() - start < 1000 * seconds; done++) await session.run({ images }, ['logits']);
  await session.release();
  return (1000 * done) / (performance.now() - start);
}

async function startServer(): Promise<{ address: string; end: () => Promise<number> }> {
  const command = join(import.meta.dirname, '../packages/beit2/bin/beit2.js');
  const port = '18431';
  const args = [command, 'serve', file, '--port', port, '--threads', String(threads)];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'pipe'] });
  for await (const line of createInterface({ input: server.stderr })) {
    const address = / at (http:\S+)$/.exec(line)?.[1];
    if (address === undefined) continue;
    server.stderr.resume();
    return {
      address,
      end: async () => {
        server.kill('SIGTERM');
        const [code] = (await once(server, 'exit')) as [number];
        return code;
      },
    };
  }
  throw new Error('the server did not start');
}

async function metric(address: string, name: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
}

const post = (address: string, body: Uint8Array) =>
  fetch(`${address}/classify`, { method: 'POST', body, headers: { 'content-type': 'image/jpeg' } });

/** Requests a second with eight clients that ask again as soon as they are answered. */
async function fullLoad(address: string, photo: Uint8Array): Promise<number> {
  const end = performance.now() + 1000 * seconds;
  let done = 0;
  const client = async () => {
    while (performance.now() < end) {
      const answer = await post(address, photo);
      await answer.text();
      if (answer.status !== 200) throw new Error(`status ${answer.status}`);
      done++;
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: 8 }, client));
  return (1000 * done) / (performance.now() - start);
}

/** Milliseconds of each request, at `rate` a second on average. */
async function halfLoad(address: string, photo: Uint8Array, rate: number): Promise<number[]> {
  const latencies: number[] = [];
  const requests: Promise<void>[] = [];
  const end = performance.now() + 1000 * seconds;
  let due = performance.now();
  while (due < end) {
    due += (-Math.log(1 - Math.random()) * 1000) / rate;
    await sleep(Math.max(0, due - performance.now()));
    const start = performance.now();
    const ask = async () => {
      await (await post(address, photo)).text();
      latencies.push(performance.now() - start);
    };
    requests.push(ask());
  }
  await Promise.all(requests);
  return latencies.sort((a, b) => a - b);
}

await makeModel();
const noise = Uint8Array.from(
  { length: 3 * 640 * 480 },
  (_, i) => 128 + 90 * Math.sin(i / 3000) + 30 * Math.random(),
);
const photo = new Uint8Array(
  await sharp(noise, { raw: { width: 640, height: 480, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer(),
);
console.log(
  `model ${(statSync(file).size / 1e6).toFixed(1)} MB, image ${(photo.length / 1e3).toFixed(0)} kB, ${threads} threads`,
);
const { address, end } = await startServer();
await (await post(address, photo)).text();
const bare = await bareLoop();
await metric(address, 'nodejs_eventloop_lag_max_seconds'); // each reading begins a new window
const full = await fullLoad(address, photo);
const gapFull = await metric(address, 'nodejs_eventloop_lag_max_seconds');
const half = await halfLoad(address, photo, full / 2);
const gapHalf = await metric(address, 'nodejs_eventloop_lag_max_seconds');
const at = (share: number) => half[Math.floor(share * half.length)] ?? NaN;
console.table({
  'bare loop, images a second': bare.toFixed(2),
  'server, requests a second': full.toFixed(2),
  ratio: (full / bare).toFixed(3),
  'half load: p50 ms': at(0.5).toFixed(1),
  'half load: p99 ms': at(0.99).toFixed(1),
  'p99 / p50': (at(0.99) / at(0.5)).toFixed(2),
  'longest gap of the event loop, ms': (1000 * Math.max(gapFull, gapHalf)).toFixed(1),
});
console.log(`the server ended with ${await end()}`);
