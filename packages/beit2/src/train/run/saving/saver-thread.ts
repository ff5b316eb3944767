/** The thread that writes checkpoints: orders are worked on in the order they come. */
import { parentPort } from 'node:worker_threads';
import { UserError } from '../../../errors.js';
import { CheckpointStore } from '../checkpoint.js';
import type { SaverOrder, SaverReply } from './saver.js';

if (!parentPort) throw new Error('internal: checkpoints are written in a worker thread only');
const port = parentPort;

port.on('message', (order: SaverOrder) => port.postMessage(reply(order)));

function reply(order: SaverOrder): SaverReply {
  try {
    return { path: work(order) };
  } catch (error) {
    const { message, stack } = error as Error;
    return { failure: { message, stack, isExpected: error instanceof UserError } };
  }
}

/** @returns path of the checkpoint that an order has saved; null after other orders */
function work(order: SaverOrder): string | null {
  if (order.kind === 'touch') {
    for (const piece of order.memory) piece.fill(0); // the system gives pages at their first use
    return null;
  }
  const store = new CheckpointStore(order.run, order.keep, () => undefined);
  if (order.kind === 'amend') {
    store.amend(order.step, order.values);
    return null;
  }
  awaitCopy(order.copied);
  const path = store.save(order.state, order.files, order.metadata);
  if (order.isOnly) store.removeAfter(order.state.step);
  return path;
}

const pollMs = 2;

/** Waits until training's tensors are copied, which no message tells: its thread may be in the midst of a step. */
function awaitCopy(copied: Int32Array): void {
  while (Atomics.load(copied, 0) === 0) Atomics.wait(copied, 0, 0, pollMs);
  if (Atomics.load(copied, 0) < 0)
    throw new Error('internal: training changed a tensor while a checkpoint copied it');
}
