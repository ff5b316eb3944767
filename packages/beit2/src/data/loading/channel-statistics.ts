/** Means, deviations and ranges of channels. */
import type { SampleArray } from '../rasters/samples.js';

/** Means of R, G, B and of their squares, in 0-1. @param data packed */
export function channelMoments(data: Uint8Array): number[] {
  return moments(3, 255, (channel) => [data, channel, 3, data.length]);
}

/** The same of planes of 16 bits, one for each channel. */
export function planeMoments(data: Uint16Array, channels: number): number[] {
  const size = data.length / channels;
  return moments(channels, 65_535, (channel) => [data, channel * size, 1, (channel + 1) * size]);
}

/** @param part values of a channel: every `step`th from `from` to before `to` */
function moments(
  channels: number,
  most: number,
  part: (channel: number) => [data: Uint8Array | Uint16Array, from: number, step: number, to: number],
): number[] {
  const means: number[] = [];
  const squares: number[] = [];
  for (let channel = 0; channel < channels; channel++) {
    const [data, from, step, to] = part(channel);
    let [sum, square] = [0, 0];
    for (let i = from; i < to; i += step) {
      const value = data[i] ?? 0;
      sum += value;
      square += value * value;
    }
    const count = data.length / channels;
    means.push(sum / count / most);
    squares.push(square / count / most ** 2);
  }
  return [...means, ...squares];
}

/** Values of a band over all images, as the files have them. */
export interface BandValues {
  min: number;
  max: number;
  /** Below which 1 % of the values lie. */
  low: number;
  /** Below which 99 % of the values lie. */
  high: number;
}

const valuesAnImage = 1_024;
const mostValues = 2 ** 20;

/** The range of a band: its ends of all values, its percentiles of values spread evenly over each image. */
export class ValueRange {
  private min = Infinity;
  private max = -Infinity;
  private kept: number[] = [];
  /** Of how many images one is looked at for percentiles. */
  private every = 1;
  private images = 0;

  add(values: SampleArray): void {
    for (const value of values) {
      if (value < this.min) this.min = value;
      if (value > this.max) this.max = value;
    }
    if (this.images++ % this.every !== 0) return;
    const step = Math.max(1, values.length / valuesAnImage);
    for (let i = 0; i < values.length; i += step) {
      const value = values[Math.floor(i)] ?? NaN;
      if (Number.isFinite(value)) this.kept.push(value);
    }
    if (this.kept.length <= mostValues) return;
    this.kept = this.kept.filter((_, i) => i % 2 === 0);
    this.every *= 2;
  }

  summary(): BandValues {
    const sorted = Float64Array.from(this.kept).sort();
    const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
    const isEmpty = this.min > this.max;
    return {
      min: isEmpty ? 0 : this.min,
      max: isEmpty ? 0 : this.max,
      low: at(0.01),
      high: at(0.99),
    };
  }
}
