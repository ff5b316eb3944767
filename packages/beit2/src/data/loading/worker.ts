/** Worker thread of the loader: makes the batches it is sent, one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { BatchFiller, NoReplacementError, type BatchOrder, type FillerSetup } from './batch-filler.js';
import { UserError } from '../../errors.js';
import type { WorkerMessage, WorkerReply } from './worker-pool.js';

if (!parentPort) throw new Error('internal: the data worker runs in a worker thread only');
const port = parentPort;
const tell = (reply: WorkerReply): void => port.postMessage(reply);
const filler = new BatchFiller(workerData as FillerSetup, (wait) => tell({ wait }));
let line = Promise.resolve();

port.on('message', (message: WorkerMessage) => {
  if (message === 'close') {
    line = line.then(() => port.close());
    return;
  }
  line = line.then(async () => tell(await reply(message)));
});

async function reply(order: BatchOrder): Promise<WorkerReply> {
  try {
    return { slot: order.slot, broken: await filler.fill(order) };
  } catch (error) {
    if (error instanceof NoReplacementError) return { slot: order.slot, noReplacement: error.broken };
    if (error instanceof UserError) return { slot: order.slot, failure: error.message };
    throw error; // a defect: ends the thread, which the pool reports
  }
}
