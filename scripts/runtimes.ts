/**
 * Tests on Node 22, 24 and 26, Bun and Deno. Their binaries are npm packages (800 MB in all), installed outside the tree: in the folder that
 * BEIT2_RUNTIMES names, by default one among the temporary files.
 *
 *     tsx scripts/runtimes.ts                        doctor and the small program on each runtime
 *     tsx scripts/runtimes.ts fast [FILES]           also the fast tests, or those of them in FILES, on each Node
 *     tsx scripts/runtimes.ts --only node24 fast     on one runtime
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  fetchedRuntimes,
  fetchRuntimes,
  programOn,
  type Runtime,
} from '../packages/beit2/test/install/runtimes.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const [what, ...files] = positionals;
if (what !== undefined && what !== 'fast') {
  console.error(`runtimes: there is no ${what}: say nothing or fast`);
  process.exit(2);
}

/** Vitest starts its workers with the program that runs it. Bun and Deno do not run those of this version. */
function fastTests({ program }: Runtime): boolean {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--project', 'fast', ...files];
  return spawnSync(program, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

const rows: Record<string, object> = {};
fetchRuntimes();
for (const runtime of fetchedRuntimes()) {
  if (values.only !== undefined && values.only !== runtime.name) continue;
  console.log(`\n${runtime.name}: ${runtime.version}`);
  const program = programOn(runtime);
  if (program.failure !== '') console.error(program.failure);
  const runsTests = what === 'fast' && runtime.name.startsWith('node');
  const tests = runsTests ? fastTests(runtime) : null;
  const said = (passed: boolean | null) => (passed === null ? 'not run' : passed ? 'passed' : 'FAILED');
  rows[runtime.version] = { 'small program': said(program.failure === ''), 'fast tests': said(tests) };
  if (program.failure !== '' || tests === false) process.exitCode = 1;
}
console.table(rows);
