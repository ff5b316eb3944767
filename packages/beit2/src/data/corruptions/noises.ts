/** Corruptions of each pixel on its own: noises, brightness, contrast. */
import type { FloatImage } from '../pixels/float-image.js';
import type { CounterRandom } from '../random.js';

/** Adds normal noise of standard deviation `sigma`. */
export function gaussian(image: FloatImage, sigma: number, random: CounterRandom): void {
  image.map((plane) => plane.map((value) => value + sigma * random.normal()));
}

/** Counts photons: a value v becomes Poisson(v · photons) / photons. */
export function shot(image: FloatImage, photons: number, random: CounterRandom): void {
  image.map((plane) => plane.map((value) => poisson(random, value * photons) / photons));
}

/** Poisson-distributed (Knuth's product of uniforms; means here are below 100). */
function poisson(random: CounterRandom, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > limit; product *= random.next()) count++;
  return count;
}

/** Sets a share of the values to 0 or 1, half each. */
export function impulse(image: FloatImage, share: number, random: CounterRandom): void {
  image.map((plane) => plane.map((value) => (random.next() < share ? (random.next() < 0.5 ? 0 : 1) : value)));
}

/** Adds to the value of HSV, at the same hue and saturation. */
export function brighten(image: FloatImage, amount: number): void {
  const [red, green, blue] = image.planes;
  if (!red || !green || !blue) return;
  for (let i = 0; i < red.length; i++) {
    const value = Math.max(red[i] ?? 0, green[i] ?? 0, blue[i] ?? 0);
    const brighter = Math.min(1, value + amount);
    for (const plane of image.planes)
      // Written as from saturation, whose rounding the published code has: the fraction that is then dropped may be 0.999….
      plane[i] = value === 0 ? brighter : brighter * (1 - (value - (plane[i] ?? 0)) / value);
  }
}

/** Draws the values of each channel towards their mean: a share `factor` of their distance stays. */
export function flatten(image: FloatImage, factor: number): void {
  image.map((plane) => {
    const mean = plane.reduce((sum, value) => sum + value, 0) / plane.length;
    return plane.map((value) => mean + (value - mean) * factor);
  });
}
