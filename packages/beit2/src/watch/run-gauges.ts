/** A run's events as Prometheus metrics. */
import { Counter, Gauge, Registry } from 'prom-client';
import type { MetricRecord } from '../train/run/metrics.js';
import type { RunEvent } from '../train/run/run-log.js';

/** `valLoss` as `beit2_val_loss`. */
export function prometheusName(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return `beit2_${words.replace(/\W/g, '_')}`;
}

const levels = ['healthy', 'watch', 'collapsing'];

/** Keeps the last value of everything that a run tells. */
export class RunGauges {
  readonly registry = new Registry();
  private readonly gauges = new Map<string, Gauge>();
  private readonly events = new Counter({
    name: 'beit2_events_total',
    help: 'events of the run log by their name',
    labelNames: ['event'],
    registers: [this.registry],
  });
  /** Seconds since 1970. */
  private savedAt: number | null = null;
  private stepsPerEpoch = Infinity;

  /**
   * @param run name of the run, the label of every metric
   * @param now milliseconds since 1970; a parameter so that tests can set the time
   */
  constructor(
    run: string,
    private readonly now: () => number = Date.now,
  ) {
    this.registry.setDefaultLabels({ run });
    this.gauge('process_start_time_seconds', 'start of the process, seconds since 1970').set(
      now() / 1000 - process.uptime(),
    );
    const { registry, age } = this;
    new Gauge({
      name: 'process_resident_memory_bytes',
      help: 'memory of the process that serves',
      registers: [registry],
      collect() {
        this.set(process.memoryUsage.rss());
      },
    });
    new Gauge({
      name: 'beit2_checkpoint_age_seconds',
      help: 'since the last complete checkpoint of this process; absent before the first',
      registers: [registry],
      collect() {
        const seconds = age();
        if (seconds === null) this.remove();
        else this.set(seconds);
      },
    });
  }

  private readonly age = (): number | null =>
    this.savedAt === null ? null : this.now() / 1000 - this.savedAt;

  hear(event: RunEvent): void {
    if (event.event !== 'metrics') this.events.inc({ event: event.event });
    switch (event.event) {
      case 'began':
        this.gauge('beit2_step', 'optimizer steps done').set(event.step);
        this.gauge('beit2_total_steps', 'optimizer steps of the whole run').set(event.totalSteps);
        this.stepsPerEpoch = event.stepsPerEpoch;
        this.gauge('beit2_processes', 'processes that train together').set(event.processes);
        break;
      case 'metrics':
        this.record(event.record);
        break;
      case 'saved':
        this.savedAt = Date.parse(event.time) / 1000;
        this.gauge('beit2_checkpoint_step', 'step of the last complete checkpoint').set(event.step);
        this.gauge('beit2_checkpoint_duration_seconds', 'duration of the last checkpoint').set(event.seconds);
        break;
      default:
    }
  }

  private record(record: MetricRecord): void {
    for (const [name, value] of Object.entries(record))
      if (typeof value === 'number')
        this.gauge(prometheusName(name), `the metric ${name} of the run`).set(value);
    this.gauge('beit2_epoch', 'epochs done, including the fraction of the current one').set(
      record.step / this.stepsPerEpoch,
    );
    const { healthLevel } = record;
    if (healthLevel === undefined) return;
    const verdict = this.gauge('beit2_codebook_health', '1 for the last verdict on the codebook', ['level']);
    for (const level of levels) verdict.set({ level }, level === healthLevel ? 1 : 0);
  }

  private gauge(name: string, help: string, labelNames: string[] = []): Gauge {
    const known = this.gauges.get(name);
    if (known) return known;
    const gauge = new Gauge({ name, help, labelNames, registers: [this.registry] });
    this.gauges.set(name, gauge);
    return gauge;
  }
}
