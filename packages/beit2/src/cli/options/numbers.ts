/** Numbers from the text of options. */
import { InvalidArgumentError } from 'commander';

/** A number of at least 1 from an option's text. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!(value >= 1)) throw new InvalidArgumentError('Give a number of at least 1.');
  return value;
}

export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!(Number.isInteger(value) && value >= 1))
    throw new InvalidArgumentError('Give a whole number of at least 1.');
  return value;
}

export function port(text: string): number {
  const value = Number(text);
  if (!(Number.isInteger(value) && value >= 1 && value <= 65_535))
    throw new InvalidArgumentError('Give a port from 1 to 65535.');
  return value;
}
