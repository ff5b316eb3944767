/** Process groups between two real processes: values, training, and what ranks see when one is lost. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { distributed } from '#torch/index.js';
import { describe, expect, test } from 'vitest';

import { expectSameTraining, lose, rankScript, runRanks } from './run-ranks.js';

test('collectives give the values of all ranks', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'ranks-')), 'store');
  const { messages, error } = await runRanks('collectives.mjs', 2, [file]);
  expect(error).toBeUndefined();
  expect(messages).toEqual([['done'], ['done']]);
});

test('a rank that dies is named, soon, and the group is of no use afterwards', async () => {
  const { messages, error } = await lose('death', 2);
  expect(error?.message).toBe('rank 1 ended with signal SIGKILL');
  const [first, second] = messages[0] ?? [];
  expect(first?.message).toMatch(
    /^allReduce \(sum\) of 4 float32 elements failed on rank 0 of 2: rank 1 did not take part \(ended, or busy elsewhere\) \(Gloo: (Connection closed by peer|Read error) .*\)$/,
  );
  expect(second?.message).toBe(`this process group is of no use any more: ${first?.message ?? ''}`);
});

test('ranks that disagree learn what each was about to do, and go on', async () => {
  const { messages, error } = await lose('disagreement', 2);
  expect(error).toBeUndefined();
  const wanted = [
    'rank 0 allReduce (sum) of 1 float32 elements, rank 1 allReduce (sum) of 2 float32 elements',
    'rank 0 barrier, rank 1 broadcast from rank 1 of 2 float32 elements',
    'rank 0 allReduce (max) of 2 float64 elements, rank 1 allReduce (max) of 2 float32 elements',
  ].map((steps) => `the ranks disagree on the next collective: ${steps}`);
  for (const reports of messages) {
    expect(reports.map(({ message }) => message)).toEqual([...wanted, 'no Error']);
  }
});

describe('DistributedDataParallel', () => {
  test('trains as one process on the union of the batches', () => expectSameTraining(2, 'float64', 1, 1e-12));

  test('serves parameters that only some ranks use, buffers, and evaluation on one rank', async () => {
    const { messages, error } = await runRanks('unused.mjs', 2);
    expect(error).toBeUndefined();
    expect(messages).toEqual([['done'], ['done']]);
  });

  test('refuses different modules on every rank, and says where they differ', async () => {
    const { messages } = await lose('otherModel', 2);
    for (const reports of messages) {
      expect(reports.map(({ message }) => message)).toEqual([
        'DistributedDataParallel needs the same module on every rank, but rank 1 has 1.weight [3, 3] float32 trained ' +
          'where rank 0 has 1.weight [2, 3] float32 trained',
        'no Error',
      ]);
    }
  });
});

describe('launch()', () => {
  test('names a rank that ends with an exit code', async () => {
    const run = distributed.launch(rankScript('no-such-file.mjs'), 1);
    await expect(run).rejects.toThrow('rank 0 ended with exit code 1');
  });

  test('refuses a number of ranks that is none', async () => {
    const message = 'launch() expected a whole number of ranks of at least 1 but received 0';
    await expect(distributed.launch(rankScript('training.mjs'), 0)).rejects.toThrow(message);
  });
});
