/** How modules print: as PyTorch prints them, so that two trees can be compared line by line. */

/**
 * `Name(extra)`, with the children on lines of their own.
 * @param merged Whether children behind one another that print alike become one line, as in a ModuleList.
 */
export function formatModule(
  name: string,
  extra: string,
  children: readonly (readonly [string, { toString(): string }])[],
  merged = false,
): string {
  const texts = children.map(([key, child]): [string, string] => [
    key,
    child.toString().replaceAll('\n', '\n  '),
  ]);
  const lines = merged ? mergeEqual(texts) : texts.map(([key, text]) => `(${key}): ${text}`);
  if (lines.length === 0) return `${name}(${extra})`;
  if (extra !== '') lines.unshift(extra);
  return `${name}(\n${lines.map((line) => `  ${line}\n`).join('')})`;
}

// `(0): Block(…)`; a run of equal ones becomes `(0-11): 12 x Block(…)`.
function mergeEqual(children: readonly [string, string][]): string[] {
  const runs: { first: string; last: string; count: number; text: string }[] = [];
  for (const [key, text] of children) {
    const run = runs.at(-1);
    if (run?.text === text) {
      run.last = key;
      run.count++;
    } else runs.push({ first: key, last: key, count: 1, text });
  }
  return runs.map(({ first, last, count, text }) =>
    count === 1 ? `(${first}): ${text}` : `(${first}-${last}): ${count} x ${text}`,
  );
}

/** A flag as Python prints it. */
export function pythonBool(flag: boolean): string {
  return flag ? 'True' : 'False';
}

/** A number as Python prints it: 1e-6 is written 1e-06. */
export function pythonNumber(value: number): string {
  return (value < 1e-4 && value > 0 ? value.toExponential() : String(value)).replace(/e-(\d)$/, 'e-0$1');
}

/** A float as Python prints it: 1 is written 1.0. */
export function pythonFloat(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : pythonNumber(value);
}

/** Sizes as Python prints them: a number, a tuple, or None. */
export function pythonSizes(value: number | null | readonly (number | null)[]): string {
  if (value === null) return 'None';
  if (typeof value === 'number') return String(value);
  const parts = value.map(pythonSizes);
  return parts.length === 1 ? `(${parts.join()},)` : `(${parts.join(', ')})`;
}
