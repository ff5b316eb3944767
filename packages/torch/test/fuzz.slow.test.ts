/**
 * No call of the public surface, however senseless its arguments, ends the process, takes more than ten seconds, or is saved
 * by the guard against crashes alone; 100,000 calls.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

const callsPerSeed = 20_000;

interface Outcome {
  code: number | null;
  signal: string | null;
  output: string;
  lastCall: string;
}

function fuzz(seed: number): Promise<Outcome> {
  // Its working folder too, since some operators make the file that a string names.
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const journal = join(folder, 'journal');
  const script = join(import.meta.dirname, 'fuzz/child.mjs');
  // A limit on address space stands for a machine without memory: what asks for more must get an Error.
  const command = `ulimit -v 9000000; exec "${process.execPath}" "${script}" ${seed} ${callsPerSeed} "${journal}"`;
  return new Promise((resolve) => {
    const child = spawn('sh', ['-c', command], { cwd: folder });
    let output = '';
    const collect = (data: Buffer): void => void (output = (output + data.toString()).slice(-4000));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const limit = setTimeout(() => child.kill('SIGKILL'), 20 * 60_000);
    child.on('close', (code, signal) => {
      clearTimeout(limit);
      resolve({ code, signal, output, lastCall: readFileSync(journal, 'utf8').split('\n')[0]?.trim() ?? '' });
    });
  });
}

test.each([1, 2, 3, 4, 5])(`seed %i: ${callsPerSeed} calls, no death`, async (seed) => {
  const { code, signal, output, lastCall } = await fuzz(seed);
  expect({ code, signal, lastCall, output: code === 0 ? '' : output }).toEqual({
    code: 0,
    signal: null,
    lastCall,
    output: '',
  });
  const counts = JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as {
    returned: number;
    refused: number;
    targets: number;
    crashes: string[];
    slow: string[];
  };
  expect(counts.crashes).toEqual([]);
  expect(counts.slow).toEqual([]);
  // Most calls must be refused, some must work, or the fuzz would test nothing.
  expect(counts.returned + counts.refused).toBe(callsPerSeed);
  expect(counts.returned).toBeGreaterThan(callsPerSeed / 100);
  expect(counts.targets).toBeGreaterThan(2000);
});
