/**
 * Counter-based randomness: a stream is a pure function of a seed and some counters (epoch, sample, ...), so that what a
 * sample looks like does not depend on workers, batch size or ranks.
 */

/** A bijective mix of 32 bits (the "lowbias32" constants found by C. Wellons' hash prospector). */
function mix(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}

/** A stream of numbers named by `seed` and `counters` (non-negative integers below 2^53; the order of counters counts). */
export class CounterRandom {
  // State of Blackman and Vigna's xoshiro128++.
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(seed: number, ...counters: number[]) {
    let [a, b, c, d] = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344]; // digits of pi
    for (const value of [seed, ...counters]) {
      if (!Number.isSafeInteger(value) || value < 0) {
        throw new RangeError(`CounterRandom: expected non-negative integers but received ${value}`);
      }
      const low = value | 0;
      const high = Math.floor(value / 2 ** 32) + 0x9e3779b9;
      a = mix(mix(a + low) + high);
      b = mix(mix(b + low) + high);
      c = mix(mix(c + low) + high);
      d = mix(mix(d + low) + high);
    }
    [this.a, this.b, this.c, this.d] = [a, b, c, d];
  }

  /** The next 32 random bits as an integer in [0, 2^32). */
  private bits(): number {
    const sum = (this.a + this.d) | 0;
    const result = (((sum << 7) | (sum >>> 25)) + this.a) >>> 0;
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result;
  }

  /** Uniform in [0, 1), 53 random bits. */
  next(): number {
    const high = this.bits() >>> 5;
    return (high * 67_108_864 + (this.bits() >>> 6)) / 9_007_199_254_740_992;
  }

  /** Uniform in [low, high). */
  uniform(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A uniform integer in [0, n). */
  int(n: number): number {
    return Math.floor(this.next() * n);
  }

  /** Standard normal (Box-Muller). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }
}

/** The integers below `length` in a random order (Fisher-Yates). */
export function permutation(length: number, random: CounterRandom): Uint32Array {
  const order = Uint32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    const swapped = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = swapped;
  }
  return order;
}
