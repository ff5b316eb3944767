/**
 * PyTorch's own operator samples (`op_db`: one entry for each operator or variant, with inputs that its tests use), called by
 * name with the same arguments and compared with what PyTorch computes, within the tolerances of each entry: results, and
 * gradients for float32. Protects names, argument order, defaults, overloads, dtypes and conversions of the whole binding.
 *
 * Needs a Python with torch of the same version: BEIT2_PYTHON, else python3. BEIT2_OP_SAMPLES is the number of samples of each
 * entry's first dtype (default 8, a third of it for the other dtypes; 0: all, which takes about half an hour).
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { buildInfo } from '#torch/index.js';
import { expect, test } from 'vitest';

const scripts = join(import.meta.dirname, 'op-samples');
const python = process.env.BEIT2_PYTHON ?? 'python3';
const count = process.env.BEIT2_OP_SAMPLES ?? '8';
const parts = ['0', '1'];

interface Outcome {
  name: string;
  /** Samples that the binding has a call for. */
  called: number;
  equal: number;
  refused: number;
  /** Why the first refused one was. */
  refusal?: string;
  /** Samples with what JavaScript has no value for: complex scalars, sparse tensors, functions. */
  foreign: number;
  gradients: number;
  differing: string[];
  differingGradients: string[];
}

/** Why the samples cannot be made here; undefined where they can. */
async function obstacle(): Promise<string | undefined> {
  const wanted = buildInfo().version.replace(/\+.*/, '');
  const found = await promisify(execFile)(python, ['-c', 'import torch; print(torch.__version__)']).then(
    ({ stdout }) => stdout.trim().replace(/\+.*/, ''),
    () => undefined,
  );
  if (found === undefined) return `${python} has no torch: name one that has it by BEIT2_PYTHON`;
  return found === wanted ? undefined : `${python} has torch ${found}, the binding libtorch ${wanted}`;
}

/** Runs the entries of one part from `first` on, in a process; where that dies, says at which entry. */
function runPart(
  folder: string,
  part: string,
  first: number,
): Promise<{ outcomes: Outcome[]; diedAt?: number; how?: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(scripts, 'child.mjs'), folder, part, String(first)], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.on('close', (code, signal) => {
      const lines = output
        .split('\n')
        .filter((line) => line.endsWith('}'))
        .map((line) => JSON.parse(line) as Outcome | { at: number });
      const outcomes = lines.filter((line): line is Outcome => 'name' in line);
      const last = lines.findLast((line): line is { at: number } => 'at' in line);
      resolve(
        code === 0
          ? { outcomes }
          : { outcomes, diedAt: last?.at ?? first, how: `code ${code}, signal ${signal}` },
      );
    });
  });
}

async function runAll(folder: string, part: string): Promise<{ outcomes: Outcome[]; deaths: string[] }> {
  const names = readFileSync(join(folder, `entries-${part}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { name: string }).name);
  const all: Outcome[] = [];
  const deaths: string[] = [];
  for (let first = 0; first < names.length;) {
    const { outcomes, diedAt, how } = await runPart(folder, part, first);
    all.push(...outcomes);
    if (diedAt === undefined) break;
    deaths.push(`${names[diedAt]}: ${how}`);
    first = diedAt + 1;
  }
  return { outcomes: all, deaths };
}

const sum = (
  outcomes: readonly Outcome[],
  key: 'called' | 'equal' | 'refused' | 'foreign' | 'gradients',
): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);

function report(outcomes: readonly Outcome[]): void {
  const show = (title: string, lines: readonly string[]): void =>
    console.log([`${title} (${lines.length})`, ...lines.map((line) => `  ${line}`)].join('\n'));
  show(
    'not reachable',
    outcomes
      .filter(({ called }) => called === 0)
      .map(
        ({ name, refusal }) =>
          `${name}: ${(refusal ?? 'no sample that JavaScript can write').split('\n')[0]}`,
      ),
  );
  show(
    'some samples refused',
    outcomes
      .filter(({ called, refused }) => called > 0 && refused > 0)
      .map(({ name, refused, refusal }) => `${name}: ${refused}, ${(refusal ?? '').split('\n')[0]}`),
  );
  show(
    'results differ',
    outcomes
      .filter(({ differing }) => differing.length > 0)
      .map(({ name, differing }) => `${name}: ${differing.length}, ${differing[0]}`),
  );
  show(
    'gradients differ',
    outcomes
      .filter(({ differingGradients: list }) => list.length > 0)
      .map(({ name, differingGradients: list }) => `${name}: ${list.length}, ${list[0]}`),
  );
}

test('results and gradients of PyTorch for its own samples', async ({ skip }) => {
  const missing = await obstacle();
  if (missing !== undefined) skip(missing);
  const folder = mkdtempSync(join(tmpdir(), 'op-samples-'));
  try {
    await promisify(execFile)(python, [join(scripts, 'samples.py'), folder, count], {
      cwd: folder,
      maxBuffer: 2 ** 28,
    });
    const runs = await Promise.all(parts.map((part) => runAll(folder, part)));
    const outcomes = runs.flatMap((run) => run.outcomes);
    report(outcomes);
    const reachable = outcomes.filter(({ called }) => called > 0);
    const called = sum(reachable, 'called') + sum(reachable, 'refused');
    const equal = sum(reachable, 'equal');
    const gradients = sum(outcomes, 'gradients');
    const wrongGradients = outcomes.reduce((total, { differingGradients: list }) => total + list.length, 0);
    console.log(
      `${reachable.length} of ${outcomes.length} entries reachable; ${equal} of ${called} samples equal; ` +
        `${gradients - wrongGradients} of ${gradients} gradients equal; ${sum(outcomes, 'foreign')} samples not writable in JavaScript`,
    );
    expect(runs.flatMap((run) => run.deaths)).toEqual([]);
    expect(reachable.length).toBeGreaterThanOrEqual(650);
    expect(equal / called).toBeGreaterThanOrEqual(0.95);
    expect(wrongGradients / gradients).toBeLessThanOrEqual(0.01);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
