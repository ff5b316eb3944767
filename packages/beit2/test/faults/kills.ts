/** SIGKILL at drawn moments of every kind, each run resumed until it ends, and then held against the unbroken one. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CounterRandom } from '#beit2/data/random.js';
import { ranksOf, type Ended, type Started } from '../processes.js';
import { endOf, stages, type Finding, type Study, type TestRun } from './study.js';

const kinds = ['set-up', 'decoding', 'step', 'save', 'evaluation'] as const;
type Kind = (typeof kinds)[number];

/** When and whom. */
interface Kill {
  kind: Kind;
  /** Waits for so many of its kind: batches asked for, steps begun, saves. */
  nth: number;
  /** And so long after it has begun. */
  delayMs: number;
  victim: 'all' | 'launcher' | number;
}

/** At most; fewer where all stages and numbers of processes would else not come in turn. */
const killsOfRun = 8;
const patienceMs = 180_000;
const pollMs = 1;

/** Milliseconds, at most, from the beginning of a moment to the kill: about as long as it lasts. */
const lasts: Record<Kind, number> = { 'set-up': 2_500, decoding: 15, step: 25, save: 30, evaluation: 150 };

function draw(random: CounterRandom, processes: number): Kill {
  const kind = kinds[random.int(kinds.length)] ?? 'step';
  const whom = random.int(processes + 2);
  const isOne = processes === 1 || whom === processes;
  return {
    kind,
    nth: 1 + random.int(4),
    delayMs: random.uniform(0, lasts[kind]),
    victim: isOne ? 'all' : whom > processes ? 'launcher' : whom,
  };
}

/** How often something has begun in this session of a run. */
function counter(study: Study, run: TestRun, kind: Kind): () => number {
  const at = { 'set-up': null, decoding: 'data', step: 'step', save: null, evaluation: 'evaluation' }[kind];
  const before = study.trace(run).length;
  if (at !== null)
    return () =>
      study
        .trace(run)
        .slice(before)
        .filter((line) => line.at === at).length;
  const left = new Set(unfinished(run)); // by a kill before
  const seen = new Set<string>();
  return () => {
    for (const name of unfinished(run)) if (!left.has(name)) seen.add(name);
    return seen.size;
  };
}

function unfinished(run: TestRun): string[] {
  const folder = join(run.folder, 'checkpoints');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('.saving-')) : [];
}

/** Kills a started run at its moment. @returns what it was at; null where it ended before */
async function kill(study: Study, run: TestRun, started: Started, wanted: Kill): Promise<Kind | null> {
  const { child } = started;
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  const [count, before] = [counter(study, run, wanted.kind), study.trace(run).length];
  const left = unfinished(run);
  while (wanted.kind !== 'set-up' && count() < (wanted.kind === 'evaluation' ? 1 : wanted.nth)) {
    if (isOver()) return null;
    await sleep(pollMs);
  }
  await sleep(wanted.delayMs);
  const { pid } = child;
  if (isOver() || pid === undefined) return null;
  const rank = typeof wanted.victim === 'number' ? ranksOf(run.folder).get(wanted.victim) : undefined;
  if (rank !== undefined) process.kill(rank, 'SIGKILL');
  else process.kill(wanted.victim === 'launcher' ? pid : -pid, 'SIGKILL');
  const last = study.trace(run).slice(before).at(-1);
  if (last === undefined) return 'set-up';
  if (unfinished(run).some((name) => !left.includes(name))) return 'save';
  return last.at === 'data' ? 'decoding' : last.at;
}

/** Waits for the end of all processes of a killed run. @returns what is wrong with it */
async function afterKill(run: TestRun, { child, ended }: Started, { victim }: Kill): Promise<string[]> {
  const end = await orLate(ended);
  const { pid } = child;
  const group = () => (pid === undefined ? [] : [...ranksOf(run.folder).values()]);
  const since = performance.now();
  while (group().length > 0 && performance.now() - since < 30_000) await sleep(50);
  const outlived = group().length;
  if (pid !== undefined && (end === null || outlived > 0)) process.kill(-pid, 'SIGKILL');
  if (end === null) return [`${run.name}: goes on after the kill of ${victim}`];
  if (outlived > 0) return [`${run.name}: ${outlived} ranks outlive the kill of ${victim}`];
  if (typeof victim !== 'number' || end.code === null) return [];
  const isNamed = end.code === 1 && end.text.includes(`rank ${victim} ended with signal SIGKILL`);
  return isNamed ? [] : [`${run.name}: after the kill of rank ${victim} it ended ${endOf(end)}`];
}

async function orLate(ended: Promise<Ended>): Promise<Ended | null> {
  return Promise.race([ended, sleep(patienceMs, null, { ref: false })]);
}

/** Kills and resumes one run until it ends. @returns the kinds of moment that were hit, and what is wrong */
async function chain(
  study: Study,
  run: TestRun,
  kills: number,
  random: CounterRandom,
): Promise<{ hit: Kind[]; deviations: string[] }> {
  const [hit, deviations]: [Kind[], string[]] = [[], []];
  while (hit.length < kills && deviations.length === 0) {
    const wanted = draw(random, run.processes);
    const started = study.start(run);
    const found = await kill(study, run, started, wanted);
    if (found === null) {
      const end = await started.ended;
      if (end.code !== 0) return { hit, deviations: [`${run.name}: ended ${endOf(end)}`] };
      return { hit, deviations: await study.compare(run) };
    }
    hit.push(found);
    deviations.push(...(await afterKill(run, started, wanted)));
  }
  if (deviations.length > 0) return { hit, deviations };
  const started = study.start(run);
  const end = await orLate(started.ended);
  if (end?.code !== 0) {
    if (end === null && started.child.pid !== undefined) process.kill(-started.child.pid, 'SIGKILL');
    return { hit, deviations: [`${run.name}: resumed, it ${end ? `ended ${endOf(end)}` : 'hangs'}`] };
  }
  return { hit, deviations: await study.compare(run) };
}

/**
 * Makes so many kills, over stages and numbers of processes in turn.
 * @param say told of each run
 */
export async function killRuns(
  study: Study,
  kills: number,
  processes: readonly number[],
  say: (sentence: string) => void,
): Promise<Finding[]> {
  const findings = processes.map((each): Finding => ({
    fault: 'SIGKILL',
    processes: each,
    count: 0,
    found: '',
    deviations: [],
  }));
  const hits = processes.map((): Kind[] => []);
  const each = Math.min(killsOfRun, Math.ceil(kills / (stages.length * processes.length)));
  for (let i = 0, done = 0; done < kills; i++) {
    const [finding, hitsHere] = [findings[i % findings.length], hits[i % findings.length]];
    const stage = stages[Math.floor(i / findings.length) % stages.length] ?? 'pretrain';
    if (!finding || !hitsHere) break;
    const run = study.newRun({ stage, processes: finding.processes });
    const random = new CounterRandom(study.seed, i);
    const { hit, deviations } = await chain(study, run, Math.min(each, kills - done), random);
    done += hit.length;
    finding.count += hit.length;
    hitsHere.push(...hit);
    finding.deviations.push(...deviations);
    say(`${run.name}: killed in ${hit.join(', ') || 'no moment'}; ${deviations.join('; ') || 'as unbroken'}`);
    if (deviations.length === 0) study.remove(run);
  }
  return findings.map((finding, i) => {
    const counts = kinds.map((kind) => `${kind} ${hits[i]?.filter((one) => one === kind).length ?? 0}`);
    return { ...finding, found: counts.join(', ') };
  });
}
