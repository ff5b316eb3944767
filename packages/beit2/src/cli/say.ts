/** One line on standard error. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
