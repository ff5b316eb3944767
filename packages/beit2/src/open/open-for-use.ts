/** A model with the device, threads and seed that its run had, or the usual ones for weights from elsewhere. */
import type { Device } from '@beit2/torch';
import { openPart, type Opened, type OpenOptions } from './open-model.js';
import { openWeights } from './open-weights.js';
import type { ModelPart } from './parts.js';
import { prepareEngine } from '../train/engine.js';

/** How a model is opened by whoever uses it. */
export type UseOptions = Pick<OpenOptions, 'say' | 'entry' | 'given' | 'progress' | 'randomWeights'> & {
  /** In place of the run's. */
  device?: string | undefined;
  /** CPU threads in place of the run's. */
  threads?: number | undefined;
};

/** Sets the engine up as the model's run had it, and opens the part that is wanted. */
export async function openForUse<P extends ModelPart>(
  reference: string,
  part: P,
  options: UseOptions,
): Promise<{ opened: Opened<P>; device: Device; seed: number }> {
  const weights = await openWeights(reference, { ...options, part });
  const { recipe } = weights;
  const seed = recipe?.seed ?? 0;
  const device = prepareEngine({
    seed,
    device: options.device ?? recipe?.device ?? 'auto',
    threads: options.threads ?? recipe?.threads ?? 'auto',
  });
  return { opened: openPart(weights, { ...options, device }), device, seed };
}
