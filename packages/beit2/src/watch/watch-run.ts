/**
 * Telling others of a run: metrics for Prometheus, webhooks. A thread does it, so that a long step delays no answer, and no
 * slow receiver a step.
 */
import { once } from 'node:events';
import { hostname } from 'node:os';
import { basename, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { UserError } from '../errors.js';
import type { RunEvent, RunListener } from '../train/run/run-log.js';
import type { MetricsAddress } from './metrics-server.js';
import type { RunName } from './webhook.js';

/** What is told to whom; null leaves one out. */
export interface Watchers {
  metrics: MetricsAddress | null;
  /** Address that events are sent to. It may be secret: it stands in no message. */
  webhook: string | null;
}

/** What the thread gets when it starts, and afterwards. */
export type WatchSetup = Watchers & { name: RunName };
export type WatchMessage = RunEvent | { closeWithin: number };
/** What it says: that it is ready, or why it cannot be; a sentence for the user; that all is delivered. */
export type WatchReply = { ready: string | null } | { warning: string } | 'closed';

/** A run that others are told of. */
export interface Watch {
  listener: RunListener;
  /** Delivers what is on its way, for `limit` milliseconds at most, and ends the thread. */
  close: (limit: number) => Promise<void>;
}

/**
 * Starts to tell others of the run in a folder.
 * @param warn told what could not be delivered
 * @throws UserError when the port cannot be opened, or the webhook is no address
 */
export async function watchRun(
  folder: string,
  watchers: Watchers,
  warn: (sentence: string) => void,
): Promise<Watch | null> {
  const { metrics, webhook } = watchers;
  if (metrics === null && webhook === null) return null;
  if (webhook !== null && !(/^https?:/.test(webhook) && URL.canParse(webhook)))
    throw new UserError('The address of --webhook must begin with https:// or http://.');
  const path = resolve(folder);
  const name = { run: basename(path), folder: path, host: hostname() };
  const workerData: WatchSetup = { metrics, webhook, name };
  const worker = new Worker(new URL('./watch-worker.js', import.meta.url), {
    workerData,
    name: 'beit2 watch',
  });
  const [reply] = (await once(worker, 'message')) as [{ ready: string | null }];
  if (reply.ready !== null) {
    await worker.terminate();
    throw new UserError(reply.ready);
  }
  let isGone = false;
  worker.on('error', (error) => {
    isGone = true; // no message is worth the end of a run
    warn(`Metrics and webhooks stopped working: ${error.message}.`);
  });
  const closed = new Promise<void>((done) => {
    worker.on('message', (message: WatchReply) => {
      if (message === 'closed') done();
      else if ('warning' in message) warn(message.warning);
    });
  });
  worker.unref();
  return {
    listener: (event) => {
      if (!isGone) worker.postMessage(event);
    },
    close: async (limit) => {
      if (!isGone) {
        worker.ref(); // nothing else may keep the process
        worker.postMessage({ closeWithin: limit } satisfies WatchMessage);
        await Promise.race([closed, delay(limit + 500, undefined, { ref: false })]);
      }
      await worker.terminate();
    },
  };
}
