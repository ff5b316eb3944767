/** Between prepared images and the tensors of ONNX Runtime, in Node and in a browser alike. */
import type { Outputs, OutputValues } from './engine.js';

/** A tensor of either runtime. */
interface Result {
  readonly data: unknown;
  readonly dims: readonly number[];
}

/** What a batch of images `[3, S, S]` of bytes 0-255 is to a model: float32 `[batch, 3, S, S]` in [0, 1], and its shape. */
export function inputOf(images: readonly Uint8Array[]): [Float32Array, number[]] {
  const [first] = images;
  const each = first?.length ?? 0;
  const side = Math.sqrt(each / 3);
  const values = new Float32Array(images.length * each);
  for (const [i, image] of images.entries()) {
    const start = i * each;
    for (let at = 0; at < each; at++) values[start + at] = (image[at] ?? 0) / 255;
  }
  return [values, [images.length, 3, side, side]];
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
