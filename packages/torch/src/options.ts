/** The check of options objects: a key that nothing reads is refused, so that a misspelt option is never ignored. */

/** The names of all options of `T`: the compiler refuses a missing and an extra one. */
export type OptionNames<T> = Readonly<Record<keyof T, true>>;

/**
 * The options themselves, checked.
 * @param call What the options are for, which opens the message: `crossEntropy`.
 * @throws TypeError for a key that `names` lacks (it names the nearest one and all there are), and for a value that is
 * not a plain object.
 * @example const { reduction = 'mean' } = checkOptions('mseLoss', options, lossOptions);
 */
export function checkOptions<T extends object>(call: string, options: T, names: OptionNames<T>): T {
  if (!isPlainObject(options)) {
    throw new TypeError(`${call}: expected an object with options but received ${describe(options)}`);
  }
  for (const key in options) {
    if (!Object.hasOwn(names, key)) throw new TypeError(`${call}: ${unknownOption(key, Object.keys(names))}`);
  }
  return options;
}

/** Whether a value is an object that was written as `{ … }` rather than made by a class. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // An object from another realm, such as a test runner's, has that realm's Object.prototype.
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Says that `key` is unknown, which of `names` comes nearest, and what there is. */
export function unknownOption(key: string, names: readonly string[]): string {
  const shown = JSON.stringify(key.length > 60 ? `${key.slice(0, 60)}…` : key);
  if (names.length === 0) return `unknown option ${shown}: it takes no options`;
  const near = nearest(key, names);
  const guess = near === undefined ? '' : `; did you mean ${near}?`;
  return `unknown option ${shown}${guess === '' ? '.' : guess} It takes ${names.join(', ')}`;
}

/** The name that `key` most likely stands for: the same letters in another spelling, or few edits away. */
function nearest(key: string, names: readonly string[]): string | undefined {
  if (key.length > 60) return undefined;
  const given = lettersOf(key);
  const distances = names.map((name) => ({ name, distance: editDistance(given, lettersOf(name)) }));
  const [best] = distances.sort((a, b) => a.distance - b.distance);
  return best !== undefined && best.distance <= Math.max(1, Math.floor(given.length / 3))
    ? best.name
    : undefined;
}

function lettersOf(name: string): string {
  return name.replace(/[_-]/g, '').toLowerCase();
}

// Levenshtein's distance, row by row.
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** What a message says that it received. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') {
    const name: unknown = (value as { constructor?: { name?: unknown } }).constructor?.name;
    return typeof name === 'string' && name !== '' ? `an instance of ${name}` : 'an object of a class';
  }
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : `a ${typeof value}`;
}
