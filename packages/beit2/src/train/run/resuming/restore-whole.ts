/** Loading the checkpoint that a run goes on from, or the one before it where it turns out to be damaged. */
import type { CheckpointStore, RunCheckpoint } from '../checkpoint.js';
import { restore, type TrainingState } from '../training-state.js';

/**
 * Puts a checkpoint into live objects. Its files may still be in the checking: where one is damaged, the newest whole checkpoint
 * before it takes its place, which is said.
 * @returns the checkpoint that was loaded
 * @throws UserError when none is whole
 */
export async function restoreWhole(
  checkpoint: RunCheckpoint,
  store: CheckpointStore,
  training: TrainingState,
): Promise<RunCheckpoint> {
  const failure = failureOf(() => restore(checkpoint, training));
  const damage = await checkpoint.damage;
  if (damage === null) {
    if (failure !== null) throw failure.error;
    return checkpoint;
  }
  const older = store.newestAfterDamage(`${checkpoint.path} is damaged: ${damage}.`, checkpoint.state.step);
  restore(older, training);
  return older;
}

/** What a body throws; a damaged file may not even be one of tensors. */
function failureOf(body: () => void): { error: unknown } | null {
  try {
    body();
    return null;
  } catch (error) {
    return { error };
  }
}
