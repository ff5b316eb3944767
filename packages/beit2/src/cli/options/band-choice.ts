/** The options that choose bands, for `option`. */
import type { Bands } from '../../data/rasters/bands.js';
import { UserError } from '../../errors.js';

export const channelsOption = [
  '--channels <bands>',
  'look at these bands at their full depth: numbers from 1, names in the files, or NAME=NUMBER, separated by commas',
] as const;

export const windowOption = [
  '--window <values>',
  'values of the bands that stand for 0 and 1: LOW,HIGH, or one such pair for each band, separated by blanks',
] as const;

/** What the options say; undefined for red, green and blue of eight bits. @throws UserError where they make no sense */
export async function bandsOf({
  channels,
  window,
}: {
  channels?: string | undefined;
  window?: string | undefined;
}): Promise<Bands | undefined> {
  if (channels === undefined) {
    if (window === undefined) return undefined;
    throw new UserError('--window needs --channels: red, green and blue of eight bits have no window.');
  }
  const { chosenBands } = await import('../../data/rasters/bands.js');
  const names = channels.split(',').map((name) => name.trim());
  const bad = names.find((name) => !/^[^=]+(=[1-9]\d*)?$/.test(name) || name === '0');
  if (bad !== undefined)
    throw new UserError(`"${bad}" is no band: give a number from 1, a name in the files, or NAME=NUMBER.`);
  const windows = window?.trim().split(/\s+/).map(windowOf);
  const [only] = windows ?? [];
  if (windows && windows.length !== 1 && windows.length !== names.length)
    throw new UserError(
      `--window has ${windows.length} pairs for ${names.length} bands; give one, or one for each.`,
    );
  return chosenBands({
    channels: names,
    window: !windows || !only ? 'type' : windows.length === 1 ? only : windows,
  });
}

function windowOf(pair: string): [number, number] {
  const [low = NaN, high = NaN, ...rest] = pair.split(',').map(Number);
  if (rest.length === 0 && low < high) return [low, high];
  throw new UserError(`"${pair}" is no window: give LOW,HIGH, such as 0,10000.`);
}
