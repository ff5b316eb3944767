/** `--nproc-per-node`: the same command in several processes of this machine. */
import { fileURLToPath } from 'node:url';
import { UserError } from '../../errors.js';
import { ownMark, type Place } from '../../train/launcher.js';

const bin = fileURLToPath(new URL('../../../bin/beit2.js', import.meta.url));

/** Exit codes of a command that a signal stopped, once it had saved. */
const stopped = [130, 143];

/**
 * Runs this command's own arguments in `processes` processes, and waits for their ends. Where all were stopped by a signal, so is
 * this one, with their exit code.
 * @throws UserError when one fails, or a launcher has started several already
 */
export async function startRanks(processes: number, place: Place | null): Promise<void> {
  if (place) {
    throw new UserError(
      `This is one of ${place.size} processes already (${place.launcher}): leave --nproc-per-node out.`,
    );
  }
  const { distributed } = await import('@beit2/torch');
  try {
    const args = process.argv.slice(2);
    await distributed.launch(bin, processes, { args, env: { [ownMark]: String(processes) } });
  } catch (error) {
    if (!(error instanceof distributed.RankError)) throw error;
    if (error.exitCode === null || !stopped.includes(error.exitCode)) {
      throw new UserError(`Training ended: ${error.message}.`, { cause: error });
    }
    process.exitCode = error.exitCode;
  }
}
