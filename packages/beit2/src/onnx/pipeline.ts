/** The way of images through a model: a bounded number at a time, in batches of what has come together. Runs in a browser too. */
import type { Pixels } from '../data/loading/transforms.js';
import { UserError } from '../errors.js';
import type { Engine, Outputs } from './engine.js';
import type { ImageInput } from './image-input.js';
import { abortable, Turns } from './turns.js';

export interface PipelineOptions {
  /** Images that run together at most. */
  maxBatch: number;
  /** Images that are under way or wait at most. */
  maxQueued: number;
}

/** More images at once than a model takes. */
export class BusyError extends UserError {
  constructor(maxQueued: number) {
    super(
      `The model has its ${maxQueued} images under way: try again when some are done, or raise maxQueued.`,
    );
  }
}

/** A prepared image that waits for its batch. */
interface Waiting {
  image: Pixels;
  wanted: readonly string[];
  resolve: (outputs: Outputs) => void;
  reject: (error: unknown) => void;
}

/** What is seen of the work, for metrics. */
export interface PipelineEvents {
  /** A batch has run. */
  onBatch?: ((size: number, seconds: number) => void) | undefined;
}

export class Pipeline {
  private readonly turns: Turns;
  private readonly waiting: Waiting[] = [];
  private running: Promise<void> | null = null;
  private closing: Promise<void> | null = null;

  constructor(
    private readonly engine: Engine,
    private readonly options: PipelineOptions,
    private readonly events: PipelineEvents = {},
  ) {
    this.turns = new Turns(options.maxQueued);
  }

  /** Images that are under way or wait. */
  get queued(): number {
    return this.turns.wanted;
  }

  /**
   * Prepares an image and runs it with others.
   * @param options.patient wait for room rather than refuse
   * @throws BusyError where there is no room
   */
  async submit(
    image: ImageInput,
    wanted: readonly string[],
    { signal, patient }: { signal: AbortSignal | undefined; patient: boolean },
  ): Promise<Outputs> {
    signal?.throwIfAborted();
    if (patient) await this.turns.enter(signal);
    else if (!this.turns.tryEnter()) throw new BusyError(this.options.maxQueued);
    try {
      if (this.closing) throw new UserError('The model was closed.');
      const prepared = await this.engine.prepare(image, signal);
      return await this.inBatch(prepared, wanted, signal);
    } finally {
      this.turns.leave();
    }
  }

  /** Refuses new images, waits for those under way, and frees the model. */
  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    for (let turn = 0; turn < this.turns.count; turn++) await this.turns.enter(); // all of them: nothing is under way
    await this.engine.close();
    for (let turn = 0; turn < this.turns.count; turn++) this.turns.leave(); // whoever comes now is told
  }

  private inBatch(
    image: Pixels,
    wanted: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<Outputs> {
    return abortable(signal, (resolve, reject) => {
      const waiting: Waiting = { image, wanted, resolve, reject };
      this.waiting.push(waiting);
      this.running ??= this.runAll();
      return () => {
        const place = this.waiting.indexOf(waiting);
        if (place >= 0) this.waiting.splice(place, 1);
      };
    });
  }

  /** Runs batches until nothing waits. A batch is what waits when the last one is done: nobody waits for company. */
  private async runAll(): Promise<void> {
    for (let batch = this.nextBatch(); batch.length > 0; batch = this.nextBatch()) {
      const start = performance.now();
      const [first] = batch;
      try {
        const images = batch.map(({ image }) => image);
        const outputs = await this.engine.run(images, first?.wanted ?? []);
        for (const [i, { resolve }] of batch.entries()) resolve(row(outputs, i, batch.length));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
      this.events.onBatch?.(batch.length, (performance.now() - start) / 1000);
    }
    this.running = null;
  }

  /** The images in front that want the same outputs. */
  private nextBatch(): Waiting[] {
    const key = this.waiting[0]?.wanted.join();
    const other = this.waiting.findIndex(({ wanted }) => wanted.join() !== key);
    const most = Math.min(this.options.maxBatch, other < 0 ? this.waiting.length : other);
    return this.waiting.splice(0, most);
  }
}

/** The outputs of one image of a batch, as copies. */
function row(outputs: Outputs, index: number, size: number): Outputs {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, { values, shape }]) => {
      const each = values.length / size;
      return [name, { values: values.slice(index * each, (index + 1) * each), shape }];
    }),
  );
}
