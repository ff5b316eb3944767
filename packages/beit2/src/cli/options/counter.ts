import { Progress } from '../../train/run/progress.js';

let moving: Progress | null = null;

/** The progress bar that is on the terminal now; messages are printed above it. */
export const movingLine = (): Progress | null => moving;

export interface Counter {
  /** @param total of the pass under way; another one, or a smaller `done`, begins a new pass */
  update: (done: number, total?: number) => void;
  end: () => void;
}

/**
 * Shows the progress of a pass over images on standard error, with rate and time left: a bar on a terminal, elsewhere a
 * line every ten seconds. @param total if it is known before the pass begins
 */
export function countTo(title: string, total = 0, unit = 'images'): Counter {
  const { stderr } = process;
  let pass: { progress: Progress; done: number; total: number } | null = null;
  const end = () => {
    pass?.progress.erase();
    if (moving === pass?.progress) moving = null;
    pass = null;
  };
  const begin = (done: number, of: number) => {
    end();
    const mode = stderr.isTTY ? 'bar' : 'lines';
    // From the first images on: what came before was opening the model.
    const progress = new Progress(title, of, done, { mode, screen: stderr, unit, patient: true });
    moving = progress;
    pass = { progress, done, total: of };
    return pass;
  };
  const update = (done: number, of = total) => {
    const current = pass && of === pass.total && done >= pass.done ? pass : begin(done, of);
    current.progress.update(done, done - current.done, {});
    current.done = done;
  };
  return { update, end };
}
