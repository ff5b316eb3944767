/** Protects: the precision and the libraries that a machine is fastest with do not depend on what else it does while they are measured. */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '@beit2/torch/setup';
import type { Measurement } from '@beit2/torch';
import { expect, onTestFinished, test } from 'vitest';

/** A measurement by a process of its own, in a cache folder that has none yet. */
async function measureAnew(threads: number): Promise<Measurement> {
  const cache = mkdtempSync(join(tmpdir(), 'beit2-measurement-'));
  onTestFinished(() => rmSync(cache, { recursive: true }));
  for (const name of readdirSync(cacheFolder()).filter((name) => /^(addon|libtorch)/.test(name)))
    symlinkSync(join(cacheFolder(), name), join(cache, name));
  const index = new URL('../dist/index.js', import.meta.url).href;
  const script = `const torch = await import(${JSON.stringify(index)}); console.log(JSON.stringify(torch.measurement()));`;
  const env = { ...process.env, BEIT2_CACHE: cache, OMP_NUM_THREADS: String(threads) };
  const args = ['--input-type=module', '-e', script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  return JSON.parse(stdout) as Measurement;
}

const gain = ({ matmul: { float32, bfloat16 } }: Measurement): number => float32 / bfloat16;

test('bfloat16 is as fast against float32 with other programs on all cores as for a thread alone', async () => {
  const threads = Math.max(2, availableParallelism());
  const alone = gain(await measureAnew(1));
  const others = Array.from({ length: 3 * threads }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  onTestFinished(() => void others.map((other) => other.kill()));
  const busy = gain(await measureAnew(threads));
  expect(busy / alone).toBeGreaterThan(0.75);
  expect(busy / alone).toBeLessThan(1 / 0.75);
});
