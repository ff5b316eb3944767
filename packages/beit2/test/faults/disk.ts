/** A disk that fills up: at a save, at a line of the metrics, in an evaluation. A small tmpfs, which takes root to mount. */
import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDiskFull } from '#beit2/errors.js';
import type { Started } from '../processes.js';
import type { Finding, Study, TestRun, Variant } from './study.js';
import { afterSteps, expectSentence, resumed } from './surroundings.js';

interface Moment {
  fault: string;
  variant: Variant;
  /** Resolves when the disk is to be filled. */
  when: (study: Study, run: TestRun, started: Started) => Promise<void>;
  /** Bytes that stay free. */
  left: number;
}

async function inEvaluation(study: Study, run: TestRun, { child }: Started): Promise<void> {
  const isIn = () => study.trace(run).some(({ at }) => at === 'evaluation');
  while (!isIn() && child.exitCode === null) await sleep(1);
}

const ballast = Buffer.alloc(4096); // a page, which is what tmpfs gives

const rare = ['checkpoint.every.steps=1000', 'evaluate.every.steps=1000', 'duration.steps=60'];
const moments: Moment[] = [
  {
    fault: 'disk full at a save',
    variant: { stage: 'pretrain' },
    when: (study, run, started) => afterSteps(study, run, started, 5),
    left: 40_000,
  },
  {
    fault: 'disk full at a metrics line',
    variant: { stage: 'pretrain', own: rare },
    when: (study, run, started) => afterSteps(study, run, started, 20),
    left: 0,
  },
  {
    fault: 'disk full in an evaluation',
    variant: { stage: 'finetune' },
    when: inEvaluation,
    left: 0,
  },
];

/** The run writes meanwhile: what is free is found by writing until nothing is. */
function fill(folder: string, left: number): string {
  const path = join(folder, 'ballast');
  const file = openSync(path, 'w');
  let length = 0;
  for (let isFull = false; !isFull;) {
    try {
      length += writeSync(file, ballast);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      isFull = true;
    }
  }
  ftruncateSync(file, Math.max(0, length - left));
  closeSync(file);
  return path;
}

async function fillUp(study: Study, disk: string, { fault, variant, when, left }: Moment): Promise<Finding> {
  const run = study.newRun(variant, disk);
  const started = study.start(run);
  await when(study, run, started);
  const ballast = fill(disk, left);
  const end = await started.ended;
  rmSync(ballast);
  const deviations = [...expectSentence(run, end, /disk .*is full/s), ...(await resumed(study, run))];
  study.remove(run);
  const found = /error: (.*)/.exec(end.text)?.[1] ?? 'ended well';
  return { fault, processes: 1, count: 1, found, deviations };
}

/** @param say told of each fault, or why there is none */
export async function fillDisks(study: Study, say: (sentence: string) => void): Promise<Finding[]> {
  const disk = join(study.folder, 'disk');
  mkdirSync(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk], { encoding: 'utf8' });
  if (mounted.status !== 0) {
    say(`A full disk is left out: no small one can be mounted (${mounted.stderr.trim()}).`);
    return [];
  }
  const findings: Finding[] = [];
  try {
    for (const moment of moments) {
      const finding = await fillUp(study, disk, moment);
      findings.push(finding);
      say(`${finding.fault}: ${finding.deviations.join('; ') || finding.found}`);
    }
  } finally {
    spawnSync('umount', [disk]);
  }
  return findings;
}
