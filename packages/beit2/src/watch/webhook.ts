/** Telling an address of the user's what becomes of a run, in the thread that watches it. */
import { setTimeout as delay } from 'node:timers/promises';
import type { RunEvent } from '../train/run/run-log.js';

/** Events that are told, and of which only the first of a process. */
const told: readonly string[] = ['collapsing', 'diverged', 'starved', 'stopped', 'failed', 'finished'];
const toldOnce: readonly string[] = ['collapsing', 'starved'];

/** What the receiver is told of a run beside the event. */
export interface RunName {
  /** Its folder's name, and the folder from the root. */
  run: string;
  folder: string;
  host: string;
}

export interface WebhookTimes {
  /** Milliseconds for one try. */
  limit: number;
  /** Milliseconds before each further try. */
  waits: readonly number[];
}

const usual: WebhookTimes = { limit: 5000, waits: [1000, 3000, 9000] };

/** Sends events as JSON by POST. Nothing here throws, and the address is never in a sentence, only its host. */
export class Webhook {
  private readonly sending = new Set<Promise<void>>();
  private readonly sent = new Set<string>();
  private readonly headers: Record<string, string> = {
    'content-type': 'application/json',
    'user-agent': 'beit2',
  };
  private readonly address: URL;

  /**
   * @param url http or https; a user and password in it become a header
   * @param warn told in one sentence of an event that could not be delivered
   */
  constructor(
    url: string,
    private readonly name: RunName,
    private readonly warn: (sentence: string) => void,
    private readonly times: WebhookTimes = usual,
  ) {
    this.address = new URL(url);
    const { username, password } = this.address;
    if (username === '' && password === '') return;
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    this.headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
    this.address.username = '';
    this.address.password = '';
  }

  hear(event: RunEvent): void {
    if (!told.includes(event.event)) return;
    if (toldOnce.includes(event.event) && this.sent.has(event.event)) return;
    this.sent.add(event.event);
    const delivery = this.deliver(event).finally(() => this.sending.delete(delivery));
    this.sending.add(delivery);
  }

  /** Resolves when what is on its way has arrived or been given up, at the latest after `limit` milliseconds. */
  async settle(limit: number): Promise<void> {
    await Promise.race([Promise.all(this.sending), delay(limit, undefined, { ref: false })]);
    const left = this.sending.size;
    if (left > 0)
      this.warn(
        `The webhook at ${this.address.host} had not accepted ${left} of the events when the run ended.`,
      );
  }

  private async deliver(event: RunEvent): Promise<void> {
    const sentence = 'message' in event ? event.message : event.event;
    const text = `${this.name.run}: ${sentence}`;
    const body = JSON.stringify({ ...this.name, ...event, text });
    let problem = '';
    for (const wait of [0, ...this.times.waits]) {
      await delay(wait);
      const { isFinal, reason } = await this.attempt(body);
      if (reason === null) return;
      problem = reason;
      if (isFinal) break;
    }
    this.warn(`The webhook at ${this.address.host} did not receive "${event.event}": ${problem}.`);
  }

  /** @returns why the try failed, null where it did not; whether another one would fail, too */
  private async attempt(body: string): Promise<{ isFinal: boolean; reason: string | null }> {
    const { address, headers, times } = this;
    const signal = AbortSignal.timeout(times.limit);
    try {
      const response = await fetch(address, { method: 'POST', headers, body, signal, redirect: 'manual' });
      await response.body?.cancel();
      const { ok, status } = response;
      const isFinal = status < 500 && status !== 429 && status !== 408;
      return { isFinal, reason: ok ? null : `it answered ${status}` };
    } catch (error) {
      if (signal.aborted)
        return { isFinal: false, reason: `it did not answer within ${times.limit / 1000} s` };
      const { code } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
      return { isFinal: false, reason: `it cannot be reached (${code ?? 'unknown'})` };
    }
  }
}
