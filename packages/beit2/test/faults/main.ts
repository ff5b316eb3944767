/**
 * Faults done to training commands, and what came of them:
 *
 *   npm run test:faults -- [--only kills|surroundings|disk] [--kills N] [--seed S] [--processes 1,2,3] [--keep]
 *   npm run test:faults -- --soak MINUTES
 *
 * Exits with 1 on any deviation, and leaves the folder of the runs then.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killRuns } from './kills.js';
import { fillDisks } from './disk.js';
import { soak } from './soak.js';
import { Study, type Finding } from './study.js';
import { surround } from './surroundings.js';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '18' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: '1,2,3' },
    only: { type: 'string' },
    soak: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

function print(findings: readonly Finding[]): void {
  const rows = findings.map(({ fault, processes, count, found, deviations }) => [
    ...[fault, String(processes), String(count), found],
    deviations.length === 0 ? 'none' : String(deviations.length),
  ]);
  const head = ['fault', 'processes', 'times', 'found', 'deviations'];
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)));
  for (const row of [head, ...rows])
    console.log(row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '));
  for (const { deviations } of findings) for (const sentence of deviations) console.log(`- ${sentence}`);
}

const folder = mkdtempSync(join(tmpdir(), 'beit2-faults-'));
const study = new Study(folder, Number(values.seed));
const begin = performance.now();
await study.prepare();
const parts: Record<string, () => Promise<Finding[]>> = {
  kills: () => killRuns(study, Number(values.kills), values.processes.split(',').map(Number), say),
  surroundings: () => surround(study, say),
  disk: () => fillDisks(study, say),
};
const findings: Finding[] = [];
if (values.soak !== undefined) findings.push(...(await soak(study, Number(values.soak), say)));
else
  for (const [name, part] of Object.entries(parts))
    if (values.only === undefined || values.only === name) findings.push(...(await part()));
print(findings);
const count = findings.reduce((sum, { deviations }) => sum + deviations.length, 0);
console.log(`seed ${values.seed}, ${Math.round((performance.now() - begin) / 1000)} s, ${count} deviations`);
if (count === 0 && !values.keep) rmSync(folder, { recursive: true });
else console.log(`The runs are in ${folder}.`);
process.exitCode = count === 0 ? 0 : 1;
