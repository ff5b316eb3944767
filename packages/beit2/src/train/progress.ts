/** What a user sees while a run trains: one moving line on a terminal, plain lines elsewhere. */

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
}

const barWidth = 20;
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

/** Shows step, rate, chosen values and time left of one run. */
export class Progress {
  private readonly now: () => number;
  private readonly marks: { time: number; step: number; images: number }[] = [];
  private images = 0;
  private drawn = -Infinity;
  private onLine = false;

  /**
   * @param title what is running, e.g. `tokenizer`
   * @param total steps of the whole run
   * @param start steps already done
   */
  constructor(
    private readonly title: string,
    private readonly total: number,
    start: number,
    private readonly options: ProgressOptions,
  ) {
    this.now = options.now ?? (() => performance.now());
    this.marks.push({ time: this.now(), step: start, images: 0 });
  }

  /** After a step: `images` is how many it took, `values` what to show beside the rate. */
  update(step: number, images: number, values: Record<string, number>): void {
    this.images += images;
    const time = this.now();
    this.marks.push({ time, step, images: this.images });
    if (this.marks.length > 50) this.marks.shift();
    const due = time - this.drawn >= (this.options.mode === 'bar' ? redrawEvery : lineEvery);
    if (!due && step < this.total) return;
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

  /** Ends the moving line. */
  end(): void {
    if (this.onLine) this.options.screen.write('\n');
    this.onLine = false;
  }

  /** Images a second and seconds left, over the last 50 steps. */
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
    const share = step / this.total;
    const parts = [
      `${step.toLocaleString('en')}/${this.total.toLocaleString('en')}`,
      `${Math.round(imagesPerSecond).toLocaleString('en')} images/s`,
      ...Object.entries(values).map(([name, value]) => `${name} ${formatValue(value)}`),
      ...(Number.isFinite(secondsLeft) ? [`${formatDuration(secondsLeft)} left`] : []),
    ];
    const percent = `${String(Math.floor(share * 100)).padStart(3)} %`;
    if (mode === 'lines') {
      screen.write(`${this.title} ${percent}  ${parts.join('  ')}\n`);
      return;
    }
    const filled = Math.round(share * barWidth);
    const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
    const line = `${this.title} ${percent} ${bar} ${parts.join('  ')}`;
    screen.write(`${this.clear()}${line.slice(0, Math.max(20, (screen.columns ?? 120) - 1))}`);
    this.onLine = true;
  }
}
