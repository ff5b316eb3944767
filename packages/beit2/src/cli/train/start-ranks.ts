/** `--nproc-per-node`: the same command in several processes of this machine. */
import { fileURLToPath } from 'node:url';
import { UserError } from '../../errors.js';
import { ownMark, type Place } from '../../train/launcher.js';

const bin = fileURLToPath(new URL('../../../bin/beit2.js', import.meta.url));

/** Signals that stop a command, and the exit codes that it then has once it has saved. */
const stops: Partial<Record<NodeJS.Signals, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

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
    const code = error.signal === null ? error.exitCode : stops[error.signal];
    if (!Object.values(stops).some((stop) => stop === code)) {
      throw new UserError(`Training ended: ${error.message}.`, { cause: error });
    }
    process.exitCode = Number(code);
  }
}
