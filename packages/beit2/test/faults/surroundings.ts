/** Faults of what surrounds a run: a rank that hangs, a thread that ends, images that go, a clock that jumps, lines that are torn. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readdirSync, readFileSync, renameSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bin, ranksOf, type Ended, type Started } from '../processes.js';
import { endOf, type Finding, type Study, type TestRun, type Variant } from './study.js';

/** A fault that ends a run, or should not. @returns what is wrong */
type Fault = (study: Study) => Promise<Finding>;

/** Waits until rank 0 has begun so many steps in this session, or the command has ended. */
export async function afterSteps(
  study: Study,
  run: TestRun,
  { child }: Started,
  count: number,
): Promise<void> {
  const before = study.trace(run).length;
  const taken = () =>
    study
      .trace(run)
      .slice(before)
      .filter(({ at }) => at === 'step').length;
  while (taken() < count && child.exitCode === null && child.signalCode === null) await sleep(2);
}

/** Resumes a run to its end. @returns how it differs from the unbroken one */
export async function resumed(study: Study, run: TestRun): Promise<string[]> {
  const end = await study.start(run).ended;
  return end.code === 0 ? study.compare(run) : [`${run.name}: resumed, it ended ${endOf(end)}`];
}

/** A command must have ended with 1 and one sentence of its kind. */
export function expectSentence(run: TestRun, end: Ended, sentence: RegExp): string[] {
  const isTold = end.code === 1 && sentence.test(end.text) && !end.text.includes('(unexpected');
  return isTold ? [] : [`${run.name}: it ended ${endOf(end)}`];
}

const firstError = ({ text }: Ended): string => /error: (.*)/.exec(text)?.[1] ?? text.trim().slice(-200);

/** One rank is stopped: the others end within the timeout and name it. */
const stuckRank =
  (processes: number, rank: number): Fault =>
  async (study) => {
    const timeout = 5;
    const run = study.newRun({ stage: 'pretrain', processes });
    const started = study.start(run, {}, ['--timeout', String(timeout)]);
    await afterSteps(study, run, started, 5);
    process.kill(ranksOf(run.folder).get(rank) ?? NaN, 'SIGSTOP');
    const since = performance.now();
    const end = await started.ended;
    const seconds = (performance.now() - since) / 1000;
    const named = rank === 0 ? /rank 0/ : new RegExp(`rank ${rank} did not take part`);
    const slack = 15; // a second to learn who is missing, the launcher's eight for the stuck one, and this machine
    return {
      fault: `SIGSTOP of rank ${rank}`,
      processes,
      count: 1,
      found: `ended after ${seconds.toFixed(1)} s (timeout ${timeout} s)`,
      deviations: [
        ...expectSentence(run, end, named),
        ...(seconds > timeout + slack ? [`${run.name}: it took ${seconds.toFixed(0)} s to end`] : []),
        ...(await resumed(study, run)),
      ],
    };
  };

/** A thread that decodes ends, as when it runs out of memory. */
const endedWorker: Fault = async (study) => {
  const run = study.newRun({ stage: 'pretrain' });
  const end = await study.start(run, { endWorkerAtStep: 5 }).ended;
  return {
    fault: 'a data worker ends',
    processes: 1,
    count: 1,
    found: firstError(end),
    deviations: [
      ...expectSentence(run, end, /A data worker ended unexpectedly.*Step \d+ is saved/s),
      ...(await resumed(study, run)),
    ],
  };
};

/** A run on images of its own. */
function onOwnImages(
  study: Study,
  name: string,
  own: readonly string[] = [],
): { variant: Variant; data: string } {
  const data = join(study.folder, name);
  cpSync(study.pictures, data, { recursive: true });
  return { data, variant: { stage: 'pretrain', own: [`data.train=${data}`, ...own] } };
}

/** All images go, and come back before the run is resumed. */
const goneImages: Fault = async (study) => {
  const { data, variant } = onOwnImages(study, 'gone');
  await study.wholeOf(variant);
  const run = study.newRun(variant);
  const started = study.start(run);
  await afterSteps(study, run, started, 4);
  renameSync(data, `${data}-away`);
  const end = await started.ended;
  renameSync(`${data}-away`, data);
  const sentence = /cannot be read.*Step \d+ is saved/s;
  return {
    fault: 'all images vanish',
    processes: 1,
    count: 1,
    found: firstError(end),
    deviations: [...expectSentence(run, end, sentence), ...(await resumed(study, run))],
  };
};

/** One image is cut off in the middle of a run that allows it: said once, replaced, and the run comes to its end. */
const brokenImage: Fault = async (study) => {
  const { data, variant } = onOwnImages(study, 'broken', ['data.maxBroken=0.1']);
  const run = study.newRun(variant);
  const started = study.start(run);
  await afterSteps(study, run, started, 2);
  const path = join(data, 'across', '3.png');
  truncateSync(path, 100);
  const end = await started.ended;
  const times = readFileSync(join(run.folder, 'log.txt'), 'utf8').match(/Skipped .*3\.png/g)?.length ?? 0;
  return {
    fault: 'an image is cut off',
    processes: 1,
    count: 1,
    found: `said ${times} time, trained on`,
    deviations: [
      ...(end.code === 0 ? [] : [`${run.name}: it ended ${endOf(end)}`]),
      ...(times === 1 ? [] : [`${run.name}: it was said ${times} times`]),
    ],
  };
};

/** A tar file is cut off where it lies, and put back before the run is resumed. */
const changedTar: Fault = async (study) => {
  const data = join(study.folder, 'images.tar');
  const packed = spawnSync('tar', ['cf', data, '-C', study.pictures, '.']);
  if (packed.status !== 0) throw new Error(`tar: ${String(packed.stderr)}`);
  const variant: Variant = { stage: 'pretrain', own: [`data.train=${data}`] };
  await study.wholeOf(variant);
  const run = study.newRun(variant);
  const started = study.start(run);
  await afterSteps(study, run, started, 4);
  cpSync(data, `${data}.whole`);
  truncateSync(data, 5_000);
  const end = await started.ended;
  renameSync(`${data}.whole`, data);
  return {
    fault: 'a tar file is cut off',
    processes: 1,
    count: 1,
    found: firstError(end),
    deviations: [...expectSentence(run, end, /Step \d+ is saved/), ...(await resumed(study, run))],
  };
};

/** The wall clock jumps by up to a year, ten times a second. */
const jumpingClock: Fault = async (study) => {
  const run = study.newRun({ stage: 'finetune' });
  const started = study.start(run, { clock: study.seed });
  await afterSteps(study, run, started, 6);
  started.child.kill('SIGKILL');
  await started.ended;
  const end = await study.start(run, { clock: study.seed + 1 }).ended;
  const isWhole = end.code === 0 ? await study.compare(run) : [`${run.name}: it ended ${endOf(end)}`];
  return {
    fault: 'the clock jumps',
    processes: 1,
    count: 1,
    found: 'killed, resumed, trained on',
    deviations: isWhole,
  };
};

/** What a power cut leaves of files that are appended to, and of the recipe. */
const tornLines: Fault = async (study) => {
  const run = study.newRun({ stage: 'finetune' });
  const started = study.start(run);
  await afterSteps(study, run, started, 8);
  started.child.kill('SIGKILL');
  await started.ended;
  const pathOf = (name: string) => join(run.folder, name);
  appendFileSync(pathOf('metrics.jsonl'), `${'\0'.repeat(500)}\n{"step": 9, "loss": 0.`);
  appendFileSync(pathOf('log.jsonl'), '{"time":"2026-11-');
  appendFileSync(pathOf('log.txt'), '\0\0\0');
  truncateSync(pathOf('recipe.yaml'), 40);
  const events = readdirSync(run.folder).find((name) => name.startsWith('events.'));
  if (events !== undefined) appendFileSync(pathOf(events), '\0\0\0\0\0');
  const readers = [
    ['status', run.folder],
    ['runs', 'show', run.folder],
    ['report', run.folder, '-o', join(study.folder, 'report.html')],
  ];
  const deviations = readers.flatMap((args) => {
    const { status, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' });
    return status === 0 ? [] : [`${args.join(' ')} on a torn run: ${stderr.trim()}`];
  });
  return {
    fault: 'torn metrics, log, recipe',
    processes: 1,
    count: 1,
    found: 'read by status, runs and report; resumed',
    deviations: [...deviations, ...(await resumed(study, run))],
  };
};

/** All of them, one after the other. @param say told of each */
export async function surround(study: Study, say: (sentence: string) => void): Promise<Finding[]> {
  const faults = [
    ...[stuckRank(2, 0), stuckRank(2, 1), stuckRank(3, 2)],
    ...[endedWorker, goneImages, brokenImage, changedTar, jumpingClock, tornLines],
  ];
  const findings: Finding[] = [];
  for (const fault of faults) {
    const finding = await fault(study);
    findings.push(finding);
    say(`${finding.fault}: ${finding.deviations.join('; ') || finding.found}`);
  }
  return findings;
}
