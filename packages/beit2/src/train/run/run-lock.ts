/**
 * The lock of a run's folder: one process trains in it, on this machine or another that shares the disk. Reading a run takes none.
 *
 * A lock is a file `.lock-N` that names its process. It is made under another name and linked into its place, which file systems do
 * in one step, over NFS too. The highest N holds; a lock whose process is gone gives way to N + 1, which only one taker can make.
 */
import {
  closeSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../errors.js';
import { jobOf, type Job } from '../launcher.js';

/** Who holds a lock. */
interface Holder {
  host: string;
  /** Where process numbers mean what they mean here: the boot of the machine and the container; null where it cannot be told. */
  scope: string | null;
  pid: number;
  /** When the process began, as its system counts; tells it from a later one of the same number. */
  started: string | null;
  job: Job | null;
}

const pattern = /^\.lock-(\d+)$/;
const heartbeatMs = 20_000;
/** A process that cannot be looked up, on another machine or in another container, is gone after so long without a sign of life. */
const silenceMs = 300_000;
/** A lock that is not whole after so long never will be: a full disk cut it off. */
const writingMs = 10_000;

/** Whether a file in a run's folder is a lock, or one in the making. */
export const isLock = (name: string): boolean => /^\.lock(-|ing-)/.test(name);

const pathOf = (folder: string, number: number): string => join(folder, `.lock-${number}`);

/** What a file says, or null where there is none to read. */
function textOf(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Start of a process in ticks since the machine's; null where there is none, or no /proc. */
function startOf(pid: number): string | null {
  // The name, in brackets, may contain blanks; the start is the twentieth word after it.
  const text = textOf(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function thisProcess(): Holder {
  const boot = textOf(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const space = textOf(() => readlinkSync('/proc/self/ns/pid'));
  return {
    host: hostname(),
    scope: boot && space && `${boot} ${space}`,
    pid: process.pid,
    started: startOf(process.pid),
    job: jobOf(process.env),
  };
}

/** Whether this machine has a process of that number. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // another user's
  }
}

/**
 * Whether the process of a lock is gone.
 * @param silentMs since its last sign of life, by the clock of the file system
 */
function isGone(holder: Holder, own: Holder, silentMs: number): boolean {
  if (holder.host === own.host && holder.scope === own.scope) {
    return !isAlive(holder.pid) || holder.started !== startOf(holder.pid);
  }
  const { job } = own;
  const isSameJob = job !== null && job.id !== null && holder.job?.id === job.id;
  if (isSameJob && (holder.job?.restarts ?? 0) < job.restarts) return true; // its scheduler ended it
  return silentMs > silenceMs;
}

/** The process that holds a run's folder, and whether it is there still; null where none does. Takes no lock. */
export function lockHolder(folder: string): { host: string; pid: number; isAlive: boolean } | null {
  const number = locksIn(folder).at(-1);
  const holder = number === undefined ? null : holderOf(folder, number);
  const status = number === undefined ? null : statSync(pathOf(folder, number), { throwIfNoEntry: false });
  if (!holder || !status) return null;
  const { host, pid } = holder;
  return { host, pid, isAlive: !isGone(holder, thisProcess(), Date.now() - status.mtimeMs) };
}

/** A lock of a run's folder. */
export class RunLock {
  private readonly timer: NodeJS.Timeout;

  private constructor(private readonly path: string) {
    this.timer = setInterval(() => this.beat(), heartbeatMs).unref();
  }

  /**
   * Takes the lock of a folder, which exists.
   * @param say told in one sentence when a lock was left behind by a process that is gone
   * @throws UserError that names the process that holds it
   */
  static take(folder: string, say: (sentence: string) => void): RunLock {
    const own = thisProcess();
    const draft = join(folder, `.locking-${own.host}-${own.pid}`);
    writeFileSync(draft, JSON.stringify(own) + '\n');
    try {
      const now = statSync(draft).mtimeMs;
      const found = locksIn(folder);
      const last = found.at(-1) ?? 0;
      for (const number of found) refuseHeld(folder, number, own, now);
      if (!putInPlace(draft, pathOf(folder, last + 1), own)) {
        refuseHeld(folder, last + 1, own, now);
        throw new UserError(`${folder} is in use: another process has just started to train in it.`);
      }
      for (const number of found) {
        const gone = holderOf(folder, number);
        rmSync(pathOf(folder, number), { force: true });
        if (gone)
          say(`Process ${gone.pid} on ${gone.host} ended without releasing this run; continuing it here.`);
      }
      const lock = new RunLock(pathOf(folder, last + 1));
      lock.refuseOthers(folder, last + 1, own, now);
      return lock;
    } finally {
      rmSync(draft, { force: true });
    }
  }

  /** Whoever saw no lock, because one was given back meanwhile, may have made another number. */
  private refuseOthers(folder: string, number: number, own: Holder, now: number): void {
    try {
      for (const other of locksIn(folder)) if (other !== number) refuseHeld(folder, other, own, now);
    } catch (error) {
      this.release();
      throw error;
    }
  }

  private beat(): void {
    try {
      utimesSync(this.path, new Date(), new Date());
    } catch {
      // a full disk or a missing file is said where it matters
    }
  }

  /** Gives the folder back. */
  release(): void {
    clearInterval(this.timer);
    rmSync(this.path, { force: true });
  }
}

/** Numbers of the locks of a folder, ascending. */
function locksIn(folder: string): number[] {
  return readdirSync(folder)
    .flatMap((name) => pattern.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

/** Who holds a lock; null where it is given back, or unreadable. */
function holderOf(folder: string, number: number): Holder | null {
  const text = textOf(() => readFileSync(pathOf(folder, number), 'utf8'));
  try {
    return text === null ? null : (JSON.parse(text) as Holder);
  } catch {
    return null; // cut off by a full disk
  }
}

/** @throws UserError where the lock's process is there */
function refuseHeld(folder: string, number: number, own: Holder, now: number): void {
  const path = pathOf(folder, number);
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return;
  const silentMs = now - status.mtimeMs;
  const holder = holderOf(folder, number);
  if (!holder) {
    if (silentMs > writingMs) return;
    throw new UserError(`${folder} is in use: another process has just started to train in it.`);
  }
  if (isGone(holder, own, silentMs)) return;
  const who = `process ${holder.pid} on ${holder.host}`;
  const isNear = holder.host === own.host && holder.scope === own.scope;
  const what = isNear
    ? 'wait until it ends, or choose another folder with --run.'
    : `its last sign of life was ${Math.max(0, Math.round(silentMs / 1000))} s ago, and its lock expires after ${silenceMs / 1000} s; remove ${path} if that process is gone.`;
  throw new UserError(`${folder} is in use: ${who} trains in it; ${what}`);
}

/** Gives a file its name unless it is taken. @returns whether it got it */
function putInPlace(draft: string, path: string, own: Holder): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return statSync(draft).nlink === 2; // over NFS an answer may be lost, and the link be there
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK'].includes(code)) throw error;
  }
  try {
    const file = openSync(path, 'wx'); // a file system without links
    writeFileSync(file, JSON.stringify(own) + '\n');
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
