#!/usr/bin/env node
// node dist/setup/cli.js [--json]: the log goes to stderr, the result to stdout.
import { seconds } from './format.js';
import { setup, SetupError } from './index.js';

const json = process.argv.includes('--json');
const started = performance.now();
try {
  const engine = await setup();
  console.log(
    json
      ? JSON.stringify(engine)
      : `libtorch ${engine.version} is ready (${seconds(started)}): ${engine.libtorch}`,
  );
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  if (json) console.log(JSON.stringify({ error: error.message }));
  else console.error(`setup: ${error.message}`);
  process.exitCode = 1;
}
