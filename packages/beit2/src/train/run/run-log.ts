/** What a run tells: lines in words on the terminal and in log.txt, the same as events in log.jsonl, and events to whoever listens. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDiskFull } from '../../errors.js';
import { escaped } from '../../files/printable.js';
import type { MetricRecord } from './metrics.js';
import type { Progress, ProgressMode } from './progress.js';

export type Level = 'info' | 'warning' | 'error';

/** What happens in a run. Times are in seconds. */
export type Happening =
  | {
      event: 'began';
      stage: string;
      step: number;
      totalSteps: number;
      stepsPerEpoch: number;
      host: string;
      pid: number;
      processes: number;
    }
  | { event: 'message'; message: string }
  | { event: 'metrics'; record: MetricRecord }
  | { event: 'saved'; step: number; path: string; seconds: number }
  | { event: 'starved'; step: number; dataWait: number; message: string }
  | { event: 'collapsing'; step: number; message: string }
  | { event: 'diverged'; step: number; message: string }
  | { event: 'stopped'; message: string }
  | { event: 'failed'; message: string }
  | { event: 'finished'; step: number };

/** An event as log.jsonl, `--json` and listeners have it; `time` is ISO 8601 in UTC. */
export type RunEvent = { time: string; level: Level; rank: number } & Happening;

/** Hears each event of a run at once; what it throws ends the run. */
export type RunListener = (event: RunEvent) => void;

const levels: Partial<Record<Happening['event'], Level>> = {
  starved: 'warning',
  collapsing: 'warning',
  diverged: 'error',
  failed: 'error',
};

interface LogOptions {
  folder: string;
  rank: number;
  mode: ProgressMode;
  listeners: readonly RunListener[];
}

/** Writes what a run tells. */
export class RunLog {
  /** The line that moves on the terminal, above which words go. */
  line: Progress | null = null;
  private readonly said = new Set<string>();

  constructor(private readonly options: LogOptions) {}

  /** Tells the user, log.txt and log.jsonl one sentence. */
  say(message: string, level: Level = 'info'): void {
    this.tell({ event: 'message', message }, level);
  }

  /** Says a line once in a run: every evaluation meets the same images that cannot be read. */
  sayOnce(message: string): void {
    if (this.said.has(message)) return;
    this.said.add(message);
    this.say(message);
  }

  /** Tells both files one sentence that the terminal need not show. */
  note(message: string, level: Level = 'info'): void {
    const { time } = this.emit({ event: 'message', message }, level);
    this.writeLine(time, message);
  }

  /** Tells an event; one that has a message is said in words, too. */
  tell(happening: Happening, level: Level = levels[happening.event] ?? 'info'): void {
    const event = this.emit(happening, level);
    const isJson = this.options.mode === 'json';
    if (isJson && happening.event !== 'metrics') process.stdout.write(JSON.stringify(event) + '\n');
    if (!('message' in happening)) return;
    const message = escaped(happening.message);
    this.writeLine(event.time, message);
    if (isJson) return;
    if (this.line) this.line.message(message);
    else process.stderr.write(`${message}\n`);
  }

  /** Notes how a run ended, which the terminal is told by who started it. */
  noteEnd(happening: Happening & { message: string }): void {
    const { rank } = this.options;
    const who = rank === 0 ? '' : `rank ${rank}: `;
    const { time } = this.emit(happening, levels[happening.event] ?? 'info');
    this.writeLine(time, who + happening.message);
  }

  private writeLine(time: string, message: string): void {
    this.write('log.txt', `${time} ${escaped(message)}\n`);
  }

  private emit(happening: Happening, level: Level): RunEvent {
    const { rank, listeners } = this.options;
    const event = { time: new Date().toISOString(), level, rank, ...happening };
    if (event.event !== 'metrics') this.write('log.jsonl', JSON.stringify(event) + '\n');
    for (const listen of listeners) listen(event);
    return event;
  }

  /** On a full disk a line is left out, for none is worth the end of a run. */
  private write(name: string, line: string): void {
    const { folder } = this.options;
    if (!existsSync(folder)) return;
    try {
      appendFileSync(join(folder, name), line);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
    }
  }
}

/** The events in a run's log.jsonl, oldest first; lines that are damaged or cut off are passed over. */
export function readEvents(folder: string): RunEvent[] {
  const path = join(folder, 'log.jsonl');
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => parseEvent(line) ?? []);
}

function parseEvent(line: string): RunEvent | null {
  try {
    const value = JSON.parse(line) as RunEvent | null;
    return typeof value?.event === 'string' && typeof value.time === 'string' ? value : null;
  } catch {
    return null;
  }
}
