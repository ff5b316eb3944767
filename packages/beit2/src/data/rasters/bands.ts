/** Which bands of its images a model takes, and how their values become [0, 1]. */
import { RasterError, sampleTypes, type OpenedRaster } from './samples.js';

/** Values that stand for 0 and 1. */
export type Window = readonly [low: number, high: number];

/** A band by its name, and by its place in the file from 1 where the file does not name it. */
export interface Band {
  name: string;
  place: number | null;
}

export interface Bands {
  bands: readonly Band[];
  /** One for each band; null: all that the file's type can hold (floats: 0 to 1). */
  windows: readonly Window[] | null;
}

/** What a recipe or a command says of bands: places from 1, names of the file's own, or `NAME=PLACE`. */
export type ChannelChoice = 'rgb' | readonly (string | number)[];

/** `type`, one window for all bands, or one for each. */
export type WindowChoice = 'type' | Window | readonly Window[];

const isWindow = (choice: WindowChoice): choice is Window => typeof choice[0] === 'number';

/** The bands that are chosen; undefined for red, green and blue of eight bits. */
export function chosenBands({
  channels,
  window,
}: {
  channels: ChannelChoice;
  window: WindowChoice;
}): Bands | undefined {
  if (channels === 'rgb') return undefined;
  const bands = channels.map(bandOf);
  if (window === 'type') return { bands, windows: null };
  return { bands, windows: isWindow(window) ? bands.map(() => window) : window };
}

function bandOf(channel: string | number): Band {
  const [name = '', place] = String(channel).split('=');
  if (place !== undefined) return { name, place: Number(place) };
  return typeof channel === 'number' || /^\d+$/.test(channel)
    ? { name: `band ${channel}`, place: Number(channel) }
    : { name: channel, place: null };
}

/** Channels of the images that a recipe chooses. */
export function channelCount({ channels }: { channels: ChannelChoice }): number {
  return channels === 'rgb' ? 3 : channels.length;
}

/** Channels of images; three where no bands are chosen. */
export function bandCount(bands: Bands | undefined): number {
  return bands?.bands.length ?? 3;
}

/** Names of the channels of images; red, green and blue where no bands are chosen. */
export function bandNames(bands: Bands | undefined): string[] {
  return bands?.bands.map(({ name }) => name) ?? ['red', 'green', 'blue'];
}

/** Where the bands lie in a file, from 0. @throws RasterError where one is not there */
export function placesIn({ bandNames: known }: OpenedRaster, { bands }: Bands): number[] {
  return bands.map(({ name, place }) => {
    const found =
      place === null ? known.findIndex((one) => one?.toLowerCase() === name.toLowerCase()) : place - 1;
    if (found >= 0 && found < known.length) return found;
    const named = known.filter((one) => one !== undefined);
    const has = `${known.length} ${known.length === 1 ? 'band' : 'bands'}${named.length > 0 ? ` (${named.join(', ')})` : ''}`;
    throw new RasterError(
      place === null
        ? `it has no band called ${name} among its ${has}`
        : `it has no band ${place}, only ${has}`,
    );
  });
}

/** Values that become 0 and 1 in each band of a file. */
export function windowsIn({ type }: OpenedRaster, { bands, windows }: Bands): readonly Window[] {
  return windows ?? bands.map(() => sampleTypes[type].range);
}
