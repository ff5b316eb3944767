/** A run that is killed every minute, beside one that is not: nothing grows, and both have the same losses. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { readMetrics } from '#beit2/train/run/metrics.js';
import { numbersOf } from '../stages/tiny.js';
import type { Started } from '../processes.js';
import { endOf, type Finding, type Study, type TestRun } from './study.js';

/** What a process holds (Linux). */
interface Held {
  mebibytes: number;
  descriptors: number;
  threads: number;
}

const sampleMs = 5_000;
const warmUpMs = 30_000;
const killMs = 60_000;
/** Of the resident size from the first third of the samples to the last: the allocators' own breathing. */
const allowedGrowth = 1.1;

function heldBy(pid: number): Held | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const figure = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
    return {
      mebibytes: figure('VmRSS') / 1024,
      descriptors: readdirSync(`/proc/${pid}/fd`).length,
      threads: figure('Threads'),
    };
  } catch {
    return null; // ended meanwhile
  }
}

/** A process that is looked at now and then. */
class Watched {
  readonly samples: Held[] = [];
  private since = performance.now();

  constructor(private started: Started) {}

  follow(started: Started): void {
    [this.started, this.since] = [started, performance.now()];
  }

  look(): void {
    const { pid } = this.started.child;
    if (pid === undefined || performance.now() - this.since < warmUpMs) return;
    const held = heldBy(pid);
    if (held) this.samples.push(held);
  }

  /** @returns first and last thirds of what it held, in words, and what has grown */
  growth(name: string): { found: string; deviations: string[] } {
    const third = Math.floor(this.samples.length / 3);
    if (third === 0) return { found: '', deviations: [`${name}: too few samples`] };
    const mean = (list: readonly Held[], of: keyof Held) =>
      list.reduce((sum, held) => sum + held[of], 0) / list.length;
    const rows = (['mebibytes', 'descriptors', 'threads'] as const).map((of) => {
      const first = mean(this.samples.slice(0, third), of);
      const last = mean(this.samples.slice(-third), of);
      return { of, first, last, grows: last > first * (of === 'mebibytes' ? allowedGrowth : 1) + 1 };
    });
    return {
      found: rows.map(({ of, first, last }) => `${of} ${first.toFixed(1)} -> ${last.toFixed(1)}`).join(', '),
      deviations: rows.flatMap(({ of, grows }) => (grows ? [`${name}: ${of} grow`] : [])),
    };
  }
}

/** Values of the steps that both runs have taken must be the same. */
function compareLosses(killed: TestRun, whole: TestRun): { common: number; deviations: string[] } {
  const until = Math.min(lastStep(killed), lastStep(whole));
  const [own, theirs] = [killed, whole].map(({ folder }) =>
    numbersOf(folder)
      .filter(({ step = Infinity }) => step <= until)
      .map((record) => JSON.stringify(record)),
  );
  const wrong = own?.findIndex((line, i) => line !== theirs?.[i]) ?? 0;
  if (own?.length === theirs?.length && wrong < 0) return { common: until, deviations: [] };
  return { common: until, deviations: [`the losses differ from record ${wrong} of ${until} steps on`] };
}

const lastStep = ({ folder }: TestRun): number =>
  readMetrics(join(folder, 'metrics.jsonl')).at(-1)?.step ?? 0;

/** Soaks for so many minutes. @param say told of each kill */
export async function soak(
  study: Study,
  minutes: number,
  say: (sentence: string) => void,
): Promise<Finding[]> {
  const own = [
    ...['duration.steps=100000000', 'checkpoint.every.steps=100', 'log.every=20'],
    ...['evaluate.every.steps=2000', 'data.cache=100'],
  ];
  const [whole, killed] = [
    study.newRun({ stage: 'pretrain', own }),
    study.newRun({ stage: 'pretrain', own }),
  ];
  const runs = { whole: study.start(whole, { trace: false }), killed: study.start(killed, { trace: false }) };
  const watched = { whole: new Watched(runs.whole), killed: new Watched(runs.killed) };
  const end = performance.now() + minutes * 60_000;
  const deviations: string[] = [];
  let kills = 0;
  let since = performance.now();
  while (performance.now() < end) {
    await sleep(sampleMs);
    watched.whole.look();
    watched.killed.look();
    if (performance.now() - since < killMs) continue;
    since = performance.now();
    runs.killed.child.kill('SIGKILL');
    const { signal, ...ended } = await runs.killed.ended;
    if (signal !== 'SIGKILL') deviations.push(`the run ended by itself ${endOf({ signal, ...ended })}`);
    runs.killed = study.start(killed, { trace: false });
    watched.killed.follow(runs.killed);
    kills++;
    say(`kill ${kills}: at step ${lastStep(killed)}`);
  }
  for (const { child } of Object.values(runs)) child.kill('SIGTERM');
  const ends = await Promise.all(Object.values(runs).map(({ ended }) => ended));
  for (const one of ends) {
    // In set-up, where there is nothing to save, the signal itself ends it.
    if (one.code !== 143 && one.signal !== 'SIGTERM') deviations.push(`SIGTERM ended it ${endOf(one)}`);
  }
  const losses = compareLosses(killed, whole);
  const [growth, growthOfKilled] = [watched.whole.growth('unbroken'), watched.killed.growth('killed')];
  const row = { processes: 1, fault: 'soak' };
  return [
    { ...row, count: 0, found: `${lastStep(whole)} steps; ${growth.found}`, deviations: growth.deviations },
    {
      ...row,
      count: kills,
      found: `${losses.common} steps with the same losses; ${growthOfKilled.found}`,
      deviations: [...deviations, ...losses.deviations, ...growthOfKilled.deviations],
    },
  ];
}
