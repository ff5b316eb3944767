/** Protects: every example runs as its header says, and prints something without a warning. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const examples = readdirSync(`${root}examples`)
  .filter((name) => name.endsWith('.ts'))
  .sort();

const assumed = / does not say everything about its model; assumed: /;

test('there are examples', () => {
  expect(examples.length).toBeGreaterThanOrEqual(6);
});

test.each(examples)('%s', (name) => {
  const result = spawnSync(process.execPath, ['--import', 'tsx', `examples/${name}`], {
    cwd: root,
    encoding: 'utf8',
    timeout: 300_000,
  });
  // Weights that an example writes by hand have no card beside them, and what is assumed of them is said.
  const warnings = result.stderr.split('\n').filter((line) => line !== '' && !assumed.test(line));
  expect({ status: result.status, warnings }).toEqual({ status: 0, warnings: [] });
  expect(result.stdout).not.toBe('');
});
