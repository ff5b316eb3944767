/** Checks of hyperparameters, with the optimizer and group in front of the message. */

/** @throws RangeError unless `value` is a finite number of at least 0. */
export function checkNotNegative(label: string, name: string, value: number): void {
  if (value >= 0 && Number.isFinite(value)) return;
  throw new RangeError(`${label}: expected a finite number of at least 0 for ${name} but received ${value}`);
}

/** @throws RangeError unless every named value is a finite number of at least 0. */
export function checkAllNotNegative(label: string, values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) checkNotNegative(label, name, value);
}

/** @throws RangeError unless `value` is in [0, 1). */
export function checkFraction(label: string, name: string, value: number): void {
  if (value >= 0 && value < 1) return;
  throw new RangeError(`${label}: expected a number in [0, 1) for ${name} but received ${value}`);
}

/** @throws RangeError unless `betas` are two numbers in [0, 1). */
export function checkBetas(label: string, betas: readonly [number, number]): void {
  const given: readonly number[] = betas; // two for the compiler, any number from JSON
  if (given.length === 2 && given.every((beta) => beta >= 0 && beta < 1)) return;
  const list = given.join(', ');
  throw new RangeError(`${label}: expected two numbers in [0, 1) for betas but received [${list}]`);
}

/** @throws RangeError unless `value` is one of `choices`. */
export function checkChoice<T>(label: string, name: string, value: T, choices: readonly T[]): void {
  if (choices.includes(value)) return;
  const list = choices.map((choice) => (typeof choice === 'string' ? `'${choice}'` : String(choice)));
  throw new RangeError(`${label}: expected ${list.join(' or ')} for ${name} but received ${String(value)}`);
}
