/**
 * Protects: `beit2 serve` answers clients that send what is broken, huge, slow or not HTTP with the status of each, forgets none of them, answers a
 * good image as before, keeps its memory, blames itself for nothing, and ends with 0.
 *
 * BEIT2_HOSTILE=10000 sends so many requests instead of 400.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { exportModel } from '#beit2/export/export-model.js';
import { patternImage } from '../data/fixtures.js';
import { smallClassifier } from '../export/small-models.js';
import { bin, start, until, type Started } from '../processes.js';
import { attack } from './hostile-clients.js';

const requests = Number(process.env.BEIT2_HOSTILE ?? 400);
const parts = Math.max(2, requests / 2500);

/** What each kind may come to; 503 and 408 are right for any where the server is busy. */
const outcomes: Record<string, (number | string)[]> = {
  scratched: [200, 400],
  cut: [400],
  'no image': [400],
  'no HTTP': [400],
  'announces a gigabyte': [413],
  'too many pixels': [413],
  'leaves half-way': ['left'],
  endless: [413, 'closed'],
  'never sends': [408],
  'sends drops': [408],
  'never asks': [408],
};

const folder = mkdtempSync(join(tmpdir(), 'beit2-hostile-'));
let server: Started | undefined;
afterAll(() => {
  server?.child.kill('SIGKILL'); // there where a test has failed
  rmSync(folder, { recursive: true });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

test(`${requests} hostile requests`, async () => {
  const file = join(folder, 'classifier.onnx');
  await exportModel(smallClassifier({}), file, { precision: 'float32', externalData: false });
  const photo = new Uint8Array(await patternImage(640, 480).jpeg().toBuffer());
  const flags = ['--port', String(await freePort()), '--threads', '1', '--upload-seconds', '2'];
  const started = start(process.execPath, [bin, 'serve', file, ...flags]);
  server = started;
  let said = '';
  started.child.stderr?.on('data', (data: Buffer) => (said += data.toString()));
  await until(() => / at http:\S+\n/.test(said) || started.child.exitCode !== null);
  const address = / at (http:\S+)/.exec(said)?.[1] ?? '';
  expect(address, said).not.toBe('');

  const seen: Record<string, number> = {};
  const resident: number[] = [];
  for (let part = 0; part < parts; part++) {
    for (const [outcome, count] of Object.entries(await attack(address, photo, requests / parts)))
      seen[outcome] = (seen[outcome] ?? 0) + count;
    const good = await fetch(`${address}/classify`, { method: 'POST', body: photo });
    expect([good.status, Object.keys((await good.json()) as object)]).toEqual([200, ['classes']]);
    const metrics = await (await fetch(`${address}/metrics`)).text();
    expect(metrics).toMatch(/^beit2_queued_images 0$/m);
    expect(metrics).not.toMatch(/status="500"/);
    resident.push(Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]) / 1e6);
  }
  console.log(seen, `resident after each part: ${resident.map((size) => size.toFixed(0)).join(', ')} MB`);

  const wrong = Object.keys(seen).filter((one) => {
    const [name = '', outcome] = one.split(': ');
    return ![...(outcomes[name] ?? []), 408, 503].map(String).includes(outcome ?? '');
  });
  expect(wrong).toEqual([]);
  const unseen = Object.entries(outcomes).filter(
    ([name, all]) => !all.some((one) => `${name}: ${one}` in seen),
  );
  expect(unseen).toEqual([]);
  expect((resident.at(-1) ?? NaN) - (resident[0] ?? NaN)).toBeLessThan(80);
  started.child.kill('SIGTERM');
  const { code, text } = await started.ended;
  expect(code).toBe(0);
  expect(text).not.toMatch(/failed|Error/);
});
