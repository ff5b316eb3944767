/** Standard output and error of a process that trains: a reader that goes away ends no more than the writing. */

const names = { stdout: 'Standard output', stderr: 'Standard error' };
const lost = new Set<string>();
const listeners = new Set<(sentence: string) => void>();
let isGuarded = false;

/** Whether this process trains or has trained, and so goes on without its output. */
export const outputMayGo = (): boolean => isGuarded;

/**
 * Keeps the process when a stream fails.
 * @param note told in one sentence when one does
 * @returns ends the telling; streams stay guarded
 */
export function guardOutput(note: (sentence: string) => void): () => void {
  listeners.add(note);
  if (!isGuarded) {
    isGuarded = true;
    for (const name of ['stdout', 'stderr'] as const) process[name].on('error', onError(name));
  }
  return () => listeners.delete(note);
}

const onError = (name: keyof typeof names) => (error: NodeJS.ErrnoException) => {
  if (lost.has(name)) return;
  lost.add(name);
  const why = error.code === 'EPIPE' ? 'its reader is gone' : error.message;
  for (const note of listeners)
    note(
      `${names[name]} accepts no more output (${why}): training continues, and log.txt has every message.`,
    );
};
