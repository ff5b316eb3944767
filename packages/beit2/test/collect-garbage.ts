import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as torch from '@beit2/torch';

/** Frees the tensors that earlier tests let go of, which would otherwise go at any await. */
export async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  // Finalizers run in later turns, and what they let go of is found by the next collection.
  for (let quiet = 0, last = -1; quiet < 3; last = torch.memory().tensors) {
    gc();
    await setTimeout(20);
    quiet = torch.memory().tensors === last ? quiet + 1 : 0;
  }
}
