import { movingLine } from './counter.js';

/** One line on standard error, above the progress bar. */
export function say(sentence: string): void {
  const line = movingLine();
  if (line) line.message(sentence);
  else process.stderr.write(`${sentence}\n`);
}
