/** Where the time goes: operators, backward nodes and named ranges, as a table or as a trace for a timeline viewer. */
import type { Device } from './dtype.js';
import { synchronize } from './device.js';
import { native } from './native.js';
import { checkOptions, type OptionNames } from './options.js';
import { expectFunction } from './expect.js';

/** Options of profile(). */
export interface ProfileOptions {
  /** Keep the shapes of the operators' tensors; makes each record slower. @default false */
  shapes?: boolean;
  /** Events to keep, some 100 bytes each; later ones are only counted. @default 1,000,000 */
  limit?: number;
  /**
   * A device that ranges wait for where they begin and end, so that their times are those of the work on it (nothing to wait for
   * on the CPU). Operators are never waited for: on an accelerator their times are those of launching the work.
   */
  synchronize?: Device;
}

const profileOptions: OptionNames<ProfileOptions> = { shapes: true, limit: true, synchronize: true };

/** Options of Profile.table(). */
export interface TableOptions {
  /** Operators to show; the others come as one line. @default 40 */
  rows?: number;
  /** Times and calls are divided by it. @default 1 */
  steps?: number;
}

const tableOptions: OptionNames<TableOptions> = { rows: true, steps: true };

/** `operator`: a dispatched operator or a kernel of this package. `backward`: a node of the graph. `range`: of range(). */
export type EventKind = 'operator' | 'backward' | 'range';

/** One operator, backward node or range. Times are milliseconds since the profile's start. */
export interface ProfileEvent {
  name: string;
  kind: EventKind;
  start: number;
  end: number;
  /** Milliseconds in none of the events inside it. */
  self: number;
  /** The event of the same thread around it; null for outermost ones. */
  parent: ProfileEvent | null;
  /** Small numbers, one a thread. */
  thread: number;
  /** Such as `[64, 65, 192], [192]`; lists of tensors by their length. Empty unless asked for. */
  shapes: string;
}

/** All events of one name and kind. Times in milliseconds. */
export interface ProfileEntry {
  name: string;
  kind: EventKind;
  calls: number;
  self: number;
  /** With what is inside; what one calls within another of the same name is counted once. */
  total: number;
}

const kinds: readonly EventKind[] = ['operator', 'backward', 'range'];

/** One start() to its stop(). */
interface Session {
  /** What ranges wait for. */
  device: Device | undefined;
}

/** Of this thread; without one its ranges do nothing. */
let running: Session | null = null;

/**
 * Records what the whole process computes between start() and stop(). One profile runs at a time.
 * @example
 * const profile = torch.profiler.profile();
 * profile.start();
 * torch.profiler.range('forward', () => model.forward(x));
 * profile.stop();
 * console.log(profile.table());
 */
export class Profile {
  #session: Session | null = null;
  #events: ProfileEvent[] = [];
  #elapsed = 0;
  #dropped = 0;

  private readonly options: ProfileOptions;

  /** @throws TypeError for an unknown option. */
  constructor(options: ProfileOptions = {}) {
    this.options = checkOptions('profile', options, profileOptions);
  }

  /** @throws Error when a profile is running in this process already, or the limit is not a number from 1 to 10^8. */
  start(): void {
    native.startProfile(this.options.shapes ?? false, this.options.limit ?? 1_000_000);
    this.#session = running = { device: this.options.synchronize };
  }

  /** Ends the recording; events still open end here. @throws Error when this profile is not running. */
  stop(): void {
    if (!this.isRunning) throw new Error('this profile is not running');
    this.#session = running = null;
    const [names, shapes, rows, elapsed, dropped] = native.stopProfile();
    this.#events = readEvents(names.map(readableName), shapes, new Float64Array(rows));
    this.#elapsed = elapsed / 1e6;
    this.#dropped = dropped;
  }

  /** In the order of their starts. */
  get events(): readonly ProfileEvent[] {
    return this.#events;
  }

  /** Milliseconds from start() to stop(). */
  get elapsed(): number {
    return this.#elapsed;
  }

  /** Events beyond the limit, which were not kept. */
  get dropped(): number {
    return this.#dropped;
  }

  get isRunning(): boolean {
    return this.#session !== null;
  }

  /** Sums by name and kind, largest self time first. */
  entries(): ProfileEntry[] {
    const found = new Map<string, ProfileEntry>();
    for (const event of this.#events) {
      const { name, kind, start, end, self } = event;
      const entry = found.get(`${kind} ${name}`) ?? { name, kind, calls: 0, self: 0, total: 0 };
      found.set(`${kind} ${name}`, entry);
      entry.calls++;
      entry.self += self;
      if (!isInsideItsLike(event)) entry.total += end - start;
    }
    return [...found.values()].sort((a, b) => b.self - a.self);
  }

  /**
   * Ranges, then operators and backward nodes, as lines of text, largest self time first. Shares are of the time from start()
   * to stop(). The self times of the second part add up to that time, but where several threads compute at once.
   * @throws TypeError for an unknown option.
   */
  table(options: TableOptions = {}): string {
    const { rows = 40, steps = 1 } = checkOptions('table', options, tableOptions);
    const entries = this.entries();
    const ranges = entries.filter(({ kind }) => kind === 'range').sort((a, b) => b.total - a.total);
    const operators = entries.filter(({ kind }) => kind !== 'range');
    const rest = operators.slice(rows);
    const [computed, elapsed] = [sumOf(operators), this.#elapsed];
    const outside = elapsed - computed.self;
    const line = ({ self, total, calls, name }: Row) =>
      [
        (self / steps).toFixed(3).padStart(10),
        `${((100 * self) / elapsed).toFixed(1)} %`.padStart(8),
        (total === undefined ? '' : (total / steps).toFixed(3)).padStart(10),
        (calls === undefined ? '' : String(Math.round((10 * calls) / steps) / 10)).padStart(8),
        `  ${name}`,
      ].join('');
    const heading = (name: string) => ` ${'self ms'.padStart(9)}   share  total ms   calls  ${name}`;
    return [
      ...(ranges.length > 0 ? [heading('range'), ...ranges.map(line), ''] : []),
      heading('operator'),
      ...operators.slice(0, rows).map(line),
      ...(rest.length > 0 ? [line({ name: `${rest.length} others`, ...sumOf(rest) })] : []),
      ...(outside > 0 ? [line({ name: 'outside operators', self: outside })] : []),
      line({ name: 'all', self: Math.max(elapsed, computed.self), calls: computed.calls }),
      ...(this.#dropped > 0 ? [`${this.#dropped} events beyond the limit are missing.`] : []),
    ].join('\n');
  }

  /** JSON in the Trace Event Format, which chrome://tracing and ui.perfetto.dev open. */
  chromeTrace(): string {
    const traceEvents = this.#events.map(({ name, kind, start, end, thread, shapes }) => ({
      ph: 'X', // an event with its duration
      name,
      cat: kind,
      ts: 1000 * start,
      dur: 1000 * (end - start),
      pid: process.pid,
      tid: thread,
      ...(shapes !== '' && { args: { shapes } }),
    }));
    return JSON.stringify({ traceEvents, displayTimeUnit: 'ms' });
  }
}

/** A line of the table. */
type Row = Pick<ProfileEntry, 'name' | 'self'> & Partial<Pick<ProfileEntry, 'total' | 'calls'>>;

function sumOf(entries: readonly ProfileEntry[]): { self: number; calls: number } {
  const sum = { self: 0, calls: 0 };
  for (const { self, calls } of entries) {
    sum.self += self;
    sum.calls += calls;
  }
  return sum;
}

/** A profile that is not running yet. */
export function profile(options: ProfileOptions = {}): Profile {
  return new Profile(options);
}

const nothing = (): void => undefined;

/**
 * Begins a range that no one function call is, in profiles that this thread started.
 * @returns what ends it
 */
export function beginRange(name: string): () => void {
  if (!running) return nothing;
  const { device = 'cpu' } = running;
  synchronize(device);
  const range = native.beginRange(name);
  return () => {
    synchronize(device);
    native.endRange(range);
  };
}

/**
 * Names what `body` does, in profiles that this thread started; without one it only calls it. The range of an async body ends
 * when its promise settles.
 */
export function range<T>(name: string, body: () => T): T {
  expectFunction('profiler.range', 'body', body);
  if (!running) return body();
  const end = beginRange(name);
  let settles = false;
  try {
    const result = body();
    if (!(result instanceof Promise)) return result;
    settles = true;
    return result.finally(end) as T;
  } finally {
    if (!settles) end();
  }
}

/** Backward nodes of this package's kernels carry the names of C++ types. */
function readableName(name: string): string {
  const ours = /^(?:torch::autograd::)?CppNode<(?:\w+::)*(?:\(anonymous namespace\)::)?(\w+)>$/.exec(name);
  return ours?.[1] === undefined ? name : `beit2::${ours[1]}Backward`;
}

function readEvents(names: readonly string[], shapes: readonly string[], rows: Float64Array): ProfileEvent[] {
  const events: ProfileEvent[] = [];
  for (let row = 0; row < rows.length; row += 6) {
    const [name = 0, shape = 0, start = 0, end = 0, thread = 0, kind = 0] = rows.subarray(row, row + 6);
    events.push({
      name: names[name] ?? '',
      kind: kinds[kind] ?? 'operator',
      start: start / 1e6,
      end: end / 1e6,
      self: (end - start) / 1e6,
      parent: null,
      thread,
      shapes: shapes[shape] ?? '',
    });
  }
  nest(events);
  return events;
}

/** Finds what is inside what, by thread, and takes the time of the inner ones from the outer ones. */
function nest(events: readonly ProfileEvent[]): void {
  const innermost = new Map<number, ProfileEvent>();
  for (const event of events) {
    let parent = innermost.get(event.thread) ?? null;
    while (parent && parent.end <= event.start) parent = parent.parent;
    event.parent = parent;
    // Ranges of async bodies may overlap; then only what both have in common is inside.
    if (parent) parent.self -= Math.min(event.end, parent.end) - event.start;
    innermost.set(event.thread, event);
  }
}

function isInsideItsLike({ name, kind, parent }: ProfileEvent): boolean {
  for (let outer = parent; outer; outer = outer.parent) {
    if (outer.name === name && outer.kind === kind) return true;
  }
  return false;
}
