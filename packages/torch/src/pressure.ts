/** One warning where a synchronous loop makes tensors that nothing can free before it ends. */
import { native } from './native.js';

/** Tensors made outside every scope in one turn of the event loop, and the bytes that they hold, from which it is a loop. */
const manyTensors = 1000;
const manyBytes = 2 ** 30;

let hasWarned = false;
/** Tensors since the event loop last turned. */
let made = 0;
let bytesBefore = 0;

/** Called for each tensor that no scope owns. */
export function noteUnscoped(): void {
  if (hasWarned) return;
  if (made++ === 0) {
    bytesBefore = native.unscopedBytes();
    // The collector's finalizers run between turns as well: what they free has gone when this is called.
    setImmediate(() => (made = 0)).unref();
  }
  if (made % manyTensors !== 0) return;
  const held = native.unscopedBytes() - bytesBefore;
  if (held < manyBytes) return;
  hasWarned = true;
  // Not process.emitWarning(), which waits for the turn that does not come.
  console.warn(
    `torch: ${made} tensors (${(held / 2 ** 30).toFixed(1)} GB) were made in one synchronous run and cannot be freed ` +
      'before it ends: wrap the body of the loop in torch.scope(() => ...), or call dispose() on tensors that are no longer needed',
  );
}
