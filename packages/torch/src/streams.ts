/**
 * Streams, events and graphs of an accelerator: work on several queues, timing on the device, and a recorded step that
 * is replayed without going through JavaScript.
 */
import type { Device } from './dtype.js';
import { native } from './native.js';
import { checkOptions, type OptionNames } from './options.js';
import { refusePromise, type Synchronous } from './synchronous.js';

const streamRegistry = new FinalizationRegistry<number>((id) => native.freeStream(id));
const eventRegistry = new FinalizationRegistry<number>((id) => native.freeEvent(id));
const graphRegistry = new FinalizationRegistry<number>((id) => native.freeGraph(id));

/** Options of Stream. */
export interface StreamOptions {
  /** Its work goes before that of other streams. @default false */
  highPriority?: boolean;
  /** The stream that work goes to now, rather than a new one. @default false */
  current?: boolean;
}

/** Options of Event. */
export interface EventOptions {
  /** Let elapsedTime() measure with it. @default false */
  timing?: boolean;
}

const streamOptions: OptionNames<StreamOptions> = { highPriority: true, current: true };
const eventOptions: OptionNames<EventOptions> = { timing: true };

/** A queue of work on an accelerator: in order within, side by side with other streams. */
export class Stream {
  readonly #id: number;
  readonly device: Device;

  /** @throws TypeError when `device` is no accelerator. */
  constructor(device: Device, options: StreamOptions = {}) {
    const { highPriority = false, current = false } = checkOptions('Stream', options, streamOptions);
    this.device = device;
    this.#id = current ? native.currentStream(device) : native.newStream(device, highPriority);
    streamRegistry.register(this, this.#id);
  }

  /** The stream that work goes to now. */
  static current(device: Device): Stream {
    return new Stream(device, { current: true });
  }

  /** Runs `body` with its work going to this stream. @throws Error when `body` is asynchronous. */
  run<T>(body: () => Synchronous<T>): T {
    const before = native.currentStream(this.device);
    native.setCurrentStream(this.#id);
    try {
      return refusePromise<T>(
        body(),
        'Stream.run() takes a synchronous function: after an await, work would go to another stream',
      );
    } finally {
      native.setCurrentStream(before);
      native.freeStream(before);
    }
  }

  /** Waits for all work given to the stream so far. */
  synchronize(): void {
    native.synchronizeStream(this.#id);
  }

  /** Marks this point of the stream. */
  record(event: Event): void {
    native.recordEvent(Event.idOf(event), this.#id);
  }

  /** Later work on this stream waits until the device has reached the event. */
  wait(event: Event): void {
    native.blockOnEvent(Event.idOf(event), this.#id);
  }
}

/** A point in a stream's work, to wait for or to time. */
export class Event {
  readonly #id: number;

  constructor(device: Device, options: EventOptions = {}) {
    const { timing = false } = checkOptions('Event', options, eventOptions);
    this.#id = native.newEvent(device, timing);
    eventRegistry.register(this, this.#id);
  }

  /** Not for users. */
  static idOf(event: Event): number {
    return event.#id;
  }

  /** Whether the device has reached it. */
  query(): boolean {
    return native.queryEvent(this.#id);
  }
  /** Waits until the device has reached it. */
  synchronize(): void {
    native.synchronizeEvent(this.#id);
  }
  /** Milliseconds on the device from this event to a later one; both must be timing events and reached. */
  elapsedTime(end: Event): number {
    return native.elapsedTime(this.#id, end.#id);
  }
}

/** Work recorded once on a stream and replayed as a whole, on the same memory. */
export class Graph {
  readonly #id: number;

  /** @throws TypeError when `device` is no accelerator or the loaded libtorch has no graphs. */
  constructor(device: Device) {
    this.#id = native.newGraph(device);
    graphRegistry.register(this, this.#id);
  }

  /** Records what `body` does, on a stream of its own; nothing is computed yet. */
  capture(stream: Stream, body: () => void): void {
    stream.run(() => {
      native.beginCapture(this.#id);
      try {
        body();
      } finally {
        native.endCapture(this.#id);
      }
    });
  }

  /** Computes everything recorded again. */
  replay(): void {
    native.replayGraph(this.#id);
  }
}
