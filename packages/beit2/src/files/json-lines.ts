/** Files of one JSON object a line, appended to as a program goes. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * Reads the lines of a file; a last one cut off by a kill is left out, and there are none where there is no file.
 * @param accept makes a value of parsed JSON; null where it is none
 * @param warn told in one sentence how many lines are damaged; they are passed over
 */
export function readJsonLines<T>(
  path: string,
  accept: (value: unknown) => T | null,
  warn: (sentence: string) => void = () => undefined,
): T[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  const lines = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '');
  const records = lines.flatMap((line) => accept(parsed(line)) ?? []);
  const damaged = lines.length - records.length;
  if (damaged > 0)
    warn(
      `${path} has ${damaged} damaged ${damaged === 1 ? 'line' : 'lines'}, which ${damaged === 1 ? 'was' : 'were'} skipped.`,
    );
  return records;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
