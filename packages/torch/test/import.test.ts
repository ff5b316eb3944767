/** Protects: importing the package loads no libtorch and starts no set-up; the first call does. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const here = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a module given as text; prints what it prints. */
function node(text: string, env: NodeJS.ProcessEnv = process.env): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', text], {
    cwd: here,
    env,
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

const loadsTorch = "process.report.getReport().sharedObjects.some((file) => file.includes('libtorch'))";

test('an import touches neither libtorch nor the cache folder', () => {
  const cache = join(folder, 'cache');
  const text = `import * as torch from '@beit2/torch'; torch.optim.AdamW; console.log(${loadsTorch})`;
  expect(node(text, { ...process.env, BEIT2_CACHE: cache })).toBe('false\n');
  expect(existsSync(cache)).toBe(false);
});

test('the first tensor loads libtorch, with the products that are fastest here', () => {
  const text = `
    import * as torch from '@beit2/torch';
    const before = ${loadsTorch};
    const sum = torch.tensor([1, 2]).sum().item();
    const chosen = JSON.stringify(torch.chosenProducts());
    const fastest = JSON.stringify(torch.fastestProducts(torch.measurement()));
    console.log(before, sum, ${loadsTorch}, chosen === fastest);`;
  expect(node(text)).toBe('false 3 true true\n');
});
