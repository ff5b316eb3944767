/** What a command tells: results on standard output, the rest on standard error. Each line stays one, whatever names are in it. */
import { escaped } from '../../files/printable.js';
import { movingLine } from './counter.js';

/** One line on standard error, above the progress bar. */
export function say(sentence: string): void {
  const line = movingLine();
  if (line) line.message(escaped(sentence));
  else process.stderr.write(`${escaped(sentence)}\n`);
}

/** Lines on standard output. */
export function printLines(...lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${escaped(line)}\n`).join(''));
}
