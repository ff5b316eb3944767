/** What a user sees while a run trains or images are gone through: one moving line on a terminal, plain lines elsewhere. */
import { readable } from './metrics.js';

/** bar: one moving line; lines: a line now and then; quiet: messages only; json: a JSON object a line. */
export type ProgressMode = 'bar' | 'lines' | 'quiet' | 'json';

/** Where the text goes, and how wide the terminal is. */
export interface Screen {
  write(text: string): void;
  columns?: number;
}

export interface ProgressOptions {
  mode: ProgressMode;
  screen: Screen;
  /** Milliseconds; a parameter so that tests can set the time. */
  now?: () => number;
  /** What steps consist of. @default 'images' */
  unit?: string;
  /** As plain lines, nothing before the first ten seconds have passed: for what is usually over by then. */
  patient?: boolean;
}

const barWidths = [20, 10, 0];
const usualColumns = 80;
const redrawEvery = 100; // ms
const lineEvery = 10_000; // ms

/** `h:mm:ss` or `mm:ss`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const pad = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${pad(m)}:${pad(s)}`;
}

function formatValue(value: number): string {
  const size = Math.abs(value);
  return size !== 0 && (size < 1e-3 || size >= 1e5)
    ? value.toExponential(1)
    : String(Number(value.toPrecision(4)));
}

/** Percent, count, rate, values and time left as texts; an empty one is left out. */
interface Shown {
  share: number | null;
  count: string;
  rate: string;
  values: string[];
  left: string;
}

/**
 * One line of at most `columns` characters. What does not fit goes in this order: the bar, values from the last on, the
 * rate, the count.
 */
function fit(title: string, { share, count, rate, values, left }: Shown, columns: number): string {
  const optional = [count, rate, ...values].filter((part) => part !== '');
  let line = '';
  for (let kept = optional.length; kept >= 0; kept--) {
    for (const width of share === null ? [0] : barWidths) {
      const filled = Math.round((share ?? 0) * width);
      const bar = width > 0 ? [`${'█'.repeat(filled)}${'░'.repeat(width - filled)}`] : [];
      const parts = [...optional.slice(0, kept), left].filter((part) => part !== '').join('  ');
      line = [`${title}${percentOf(share)}`, ...bar, parts].join(' ');
      if (line.length <= columns) return line;
    }
  }
  return line.slice(0, columns);
}

function percentOf(share: number | null): string {
  return share === null ? ' ' : ` ${String(Math.floor(share * 100)).padStart(3)} %`;
}

/** Shows step, rate, chosen values and time left of one run. */
export class Progress {
  private readonly now: () => number;
  private readonly marks: { time: number; step: number; images: number }[] = [];
  private images = 0;
  private drawn: number;
  private onLine = false;

  /**
   * @param title what is running, e.g. `tokenizer`
   * @param total steps of the whole run; 0 where it is not known
   * @param start steps already done
   */
  constructor(
    private readonly title: string,
    private readonly total: number,
    start: number,
    private readonly options: ProgressOptions,
  ) {
    this.now = options.now ?? (() => performance.now());
    const time = this.now();
    this.marks.push({ time, step: start, images: 0 });
    this.drawn = options.patient && options.mode !== 'bar' ? time : -Infinity;
  }

  /** After a step: `images` is how many it took, `values` what to show beside the rate. */
  update(step: number, images: number, values: Record<string, number>): void {
    this.images += images;
    const time = this.now();
    this.marks.push({ time, step, images: this.images });
    if (this.marks.length > 50) this.marks.shift();
    const due = time - this.drawn >= (this.options.mode === 'bar' ? redrawEvery : lineEvery);
    const isEnd = step === this.total && !this.options.patient;
    if (!due && !isEnd) return;
    this.drawn = time;
    this.draw(step, values);
  }

  /** Leaves out of the rate the milliseconds of something that was not training, such as an evaluation. */
  pause(milliseconds: number): void {
    for (const mark of this.marks) mark.time += milliseconds;
  }

  /** A line of text that stays, above the moving one. */
  message(text: string): void {
    this.options.screen.write(`${this.clear()}${text}\n`);
  }

  /** Removes the moving line. */
  erase(): void {
    this.options.screen.write(this.clear());
  }

  /** Ends the moving line. */
  end(): void {
    if (this.onLine) this.options.screen.write('\n');
    this.onLine = false;
  }

  /** Images per second and seconds left, over the last 50 steps. */
  rate(): { imagesPerSecond: number; secondsLeft: number } {
    const [first, last] = [this.marks[0], this.marks.at(-1)];
    if (!first || !last || last.time <= first.time) return { imagesPerSecond: 0, secondsLeft: NaN };
    const seconds = (last.time - first.time) / 1000;
    return {
      imagesPerSecond: (last.images - first.images) / seconds,
      secondsLeft: ((this.total - last.step) * seconds) / (last.step - first.step),
    };
  }

  private clear(): string {
    const clearing = this.onLine ? '\r\x1b[K' : '';
    this.onLine = false;
    return clearing;
  }

  private draw(step: number, values: Record<string, number>): void {
    const { mode, screen } = this.options;
    const { imagesPerSecond, secondsLeft } = this.rate();
    if (mode === 'quiet') return;
    if (mode === 'json') {
      screen.write(
        JSON.stringify({
          time: new Date().toISOString(),
          level: 'info',
          rank: 0,
          event: 'progress',
          stage: this.title,
          step,
          total: this.total,
          imagesPerSecond,
          secondsLeft,
          ...values,
        }) + '\n',
      );
      return;
    }
    const of = this.total > 0 ? `/${this.total.toLocaleString('en')}` : '';
    const { unit = 'images' } = this.options;
    const shown: Shown = {
      share: this.total > 0 ? step / this.total : null,
      count: `${step.toLocaleString('en')}${of}`,
      rate: imagesPerSecond > 0 ? `${readableRate(imagesPerSecond)} ${unit}/s` : '',
      values: Object.entries(values).map(([name, value]) => `${readable(name)} ${formatValue(value)}`),
      left: this.total > 0 && Number.isFinite(secondsLeft) ? `${formatDuration(secondsLeft)} left` : '',
    };
    if (mode === 'lines') {
      const parts = [shown.count, shown.rate, ...shown.values, shown.left].filter((part) => part !== '');
      screen.write(`${this.title}${percentOf(shown.share)}  ${parts.join('  ')}\n`);
      return;
    }
    screen.write(
      `${this.clear()}${fit(this.title, shown, Math.max(20, (screen.columns ?? usualColumns) - 1))}`,
    );
    this.onLine = true;
  }
}

function readableRate(perSecond: number): string {
  return perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond).toLocaleString('en');
}
