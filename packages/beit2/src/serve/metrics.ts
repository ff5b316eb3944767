/** What a server tells Prometheus. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export class ServerMetrics {
  readonly registry = new Registry();
  private readonly requests = new Counter({
    name: 'beit2_requests_total',
    help: 'Requests that were answered.',
    labelNames: ['route', 'status'],
    registers: [this.registry],
  });
  private readonly seconds = new Histogram({
    name: 'beit2_request_seconds',
    help: 'From the head of a request to its answer.',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [this.registry],
  });
  private readonly batches = new Histogram({
    name: 'beit2_batch_images',
    help: 'Images that ran together.',
    buckets: [1, 2, 4, 8, 16, 32],
    registers: [this.registry],
  });
  private readonly batchSeconds = new Histogram({
    name: 'beit2_batch_seconds',
    help: 'Time of a batch in the model.',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  /** @param queued tells how many images are under way or wait */
  constructor(queued: () => number) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'beit2_queued_images',
      help: 'Images that are under way or wait.',
      registers: [this.registry],
      collect() {
        this.set(queued());
      },
    });
  }

  request(route: string, status: number, seconds: number): void {
    this.requests.inc({ route, status: String(status) });
    this.seconds.observe({ route }, seconds);
  }

  batch(size: number, seconds: number): void {
    this.batches.observe(size);
    this.batchSeconds.observe(seconds);
  }
}
