/** Protects: every example runs as its header says, and prints something without a warning. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const examples = readdirSync(`${root}examples`)
  .filter((name) => name.endsWith('.ts'))
  .sort();

test('there are examples', () => {
  expect(examples.length).toBeGreaterThanOrEqual(6);
});

test.each(examples)('%s', (name) => {
  const result = spawnSync(process.execPath, ['--import', 'tsx', `examples/${name}`], {
    cwd: root,
    encoding: 'utf8',
    timeout: 300_000,
  });
  expect({ status: result.status, stderr: result.stderr }).toEqual({ status: 0, stderr: '' });
  expect(result.stdout).not.toBe('');
});
