/** The thread that tells others of a run. */
import { parentPort, workerData } from 'node:worker_threads';
import { UserError } from '../errors.js';
import type { RunListener } from '../train/run/run-log.js';
import type { WatchMessage, WatchReply, WatchSetup } from './watch-run.js';
import { Webhook } from './webhook.js';

const { metrics, webhook: url, name } = workerData as WatchSetup;
const reply = (message: WatchReply) => parentPort?.postMessage(message);
const webhook = url === null ? null : new Webhook(url, name, (warning) => reply({ warning }));
const listeners: RunListener[] = webhook ? [(event) => webhook.hear(event)] : [];

async function close(limit: number): Promise<void> {
  await webhook?.settle(limit);
  reply('closed');
}

try {
  if (metrics) {
    const { serveMetrics } = await import('./metrics-server.js'); // prom-client is loaded where it is asked for
    listeners.push(await serveMetrics(name.run, metrics));
  }
  parentPort?.on('message', (message: WatchMessage) => {
    if ('closeWithin' in message) void close(message.closeWithin);
    else for (const listen of listeners) listen(message);
  });
  reply({ ready: null });
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  reply({ ready: error.message });
}
