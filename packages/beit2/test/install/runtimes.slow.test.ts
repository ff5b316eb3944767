/** Protects: `beit2 doctor` runs, and a small program trains, exports and classifies, on each runtime that was fetched. */
import { expect, test } from 'vitest';
import { fetchedRuntimes, programOn } from './runtimes.js';

const runtimes = fetchedRuntimes();

test.skipIf(runtimes.length > 0)('is skipped: no runtimes are here', ({ skip }) => {
  skip('no runtimes are here: npm run test:runtimes fetches them');
});

test.each(runtimes)('$version', (runtime) => {
  const { printed, failure } = programOn(runtime);
  expect(failure).toBe('');
  const { answers } = JSON.parse(printed) as { answers: string[] };
  expect(new Set(answers).size).toBe(2);
});
