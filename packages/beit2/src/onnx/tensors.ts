/** Between prepared images and the tensors of ONNX Runtime, in Node and in a browser alike. */
import type { Pixels } from '../data/loading/transforms.js';
import type { Outputs, OutputValues } from './engine.js';

/** A tensor of either runtime. */
interface Result {
  readonly data: unknown;
  readonly dims: readonly number[];
}

/** What a batch of prepared images `[channels, S, S]` is to a model: float32 `[batch, channels, S, S]` in [0, 1], and its shape. */
export function inputOf(images: readonly Pixels[], channels: number): [Float32Array, number[]] {
  const [first] = images;
  const each = first?.length ?? 0;
  const side = Math.sqrt(each / channels);
  const values = new Float32Array(images.length * each);
  for (const [i, image] of images.entries()) {
    const start = i * each;
    const most = image instanceof Uint8Array ? 255 : 65_535;
    for (let at = 0; at < each; at++) values[start + at] = (image[at] ?? 0) / most;
  }
  return [values, [images.length, channels, side, side]];
}

/** Results as values of their own. */
export function outputsOf(results: Readonly<Record<string, Result>>): Outputs {
  return Object.fromEntries(
    Object.entries(results).map(([name, { data, dims }]): [string, OutputValues] => {
      const shape = dims.slice(1);
      if (data instanceof Float32Array) return [name, { values: data.slice(), shape }];
      if (data instanceof BigInt64Array) return [name, { values: Int32Array.from(data, Number), shape }];
      throw new Error(`internal: the output ${name} has values of another type`);
    }),
  );
}
