/**
 * Models that `beit2 export` wrote, in a browser: reads what the file says of itself, prepares images as beit2 does, runs
 * the model with onnxruntime-web. No build step: import it from a page.
 */
/* global navigator, OffscreenCanvas, TextDecoder */

/**
 * @param ort the module onnxruntime-web
 * @param {Uint8Array} bytes of the .onnx file
 * @param {'webgpu' | 'wasm'} [provider] left out: WebGPU where the browser has it for this model, else WebAssembly
 */
export async function openModel(ort, bytes, provider) {
  const metadata = readMetadata(bytes);
  provider ??= await bestProvider(metadata);
  const session = await ort.InferenceSession.create(bytes, { executionProviders: [provider] });
  const side = Number(metadata.image_size);
  /** Outputs by name for one image: an ImageBitmap. */
  const run = async (image) =>
    session.run({ images: new ort.Tensor('float32', preprocess(image, metadata), [1, 3, side, side]) });
  /** Classes of an image, the likeliest first. */
  const classify = async (image) => {
    const { logits } = await run(image);
    const names = JSON.parse(metadata.classes);
    const largest = logits.data.reduce((a, b) => Math.max(a, b));
    const exponentials = Array.from(logits.data, (value) => Math.exp(value - largest));
    const sum = exponentials.reduce((total, value) => total + value, 0);
    return names
      .map((name, i) => ({ name, probability: exponentials[i] / sum }))
      .sort((a, b) => b.probability - a.probability);
  };
  return { metadata, provider, run, classify };
}

/** A graphics card serves; Chromium's stand-in on the CPU is slower than WebAssembly. */
async function bestProvider(metadata) {
  const adapter = await navigator.gpu?.requestAdapter();
  if (!adapter || adapter.info.isFallbackAdapter) return 'wasm';
  // onnxruntime-web gives wrong numbers, and no error, for float16 weights on an adapter without float16
  return metadata.precision === 'float16' && !adapter.features.has('shader-f16') ? 'wasm' : 'webgpu';
}

/** The metadata of an ONNX file: entries of field 14, which beit2 writes before the graph (field 7). */
export function readMetadata(bytes) {
  const text = new TextDecoder();
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  const metadata = {};
  while (at < bytes.length) {
    const tag = varint();
    if (tag >> 3 === 7) break;
    if ((tag & 7) === 0) {
      varint();
      continue;
    }
    const end = varint() + at;
    if (tag >> 3 === 14) {
      const pair = [];
      while (at < end) {
        varint();
        const length = varint();
        pair.push(text.decode(bytes.subarray(at, at + length)));
        at += length;
      }
      metadata[pair[0]] = pair[1];
    }
    at = end;
  }
  return metadata;
}

/**
 * An image as the model wants it: short side to `resize_to`, the
 * middle cut out, values 0 to 1, channels first. Normalisation is inside the model.
 * Resampling is Pillow's antialiased bicubic, which a canvas does not offer.
 */
export function preprocess(image, metadata) {
  const side = Number(metadata.image_size);
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const short = Number(metadata.resize_to);
  const size = (own, other) => (own <= other ? short : Math.trunc((short * own) / other));
  const across = axisWeights(width, size(width, height), side);
  const down = axisWeights(height, size(height, width), side);
  const clamp = (value) => Math.max(0, Math.min(255, Math.round(value)));

  const pixels = new Float32Array(3 * side * side);
  for (let channel = 0; channel < 3; channel++) {
    const narrow = new Uint8Array(side * height); // along the width first, 8 bits between the passes
    for (let y = 0; y < height; y++) {
      across.forEach(({ begin, weights }, x) => {
        let sum = 0;
        for (let t = 0; t < weights.length; t++)
          sum += weights[t] * data[4 * (y * width + begin + t) + channel];
        narrow[y * side + x] = clamp(sum);
      });
    }
    down.forEach(({ begin, weights }, y) => {
      for (let x = 0; x < side; x++) {
        let sum = 0;
        for (let t = 0; t < weights.length; t++) sum += weights[t] * narrow[(begin + t) * side + x];
        pixels[(channel * side + y) * side + x] = clamp(sum) / 255;
      }
    });
  }
  return pixels;
}

/** Weights of the middle `count` of `to` output pixels, made from `from` pixels: Keys' cubic, a = -0.5, stretched. */
function axisWeights(from, to, count) {
  const scale = from / to;
  const stretch = Math.max(scale, 1);
  const cubic = (x) => {
    const t = Math.abs(x);
    if (t < 1) return (1.5 * t - 2.5) * t * t + 1;
    return t < 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
  };
  const half = (to - count) / 2;
  const first = half % 1 === 0.5 ? 2 * Math.round(half / 2) : Math.round(half); // to even, as Python rounds
  return Array.from({ length: count }, (_, i) => {
    const center = (first + i + 0.5) * scale;
    const begin = Math.max(0, Math.floor(center - 2 * stretch + 0.5));
    const end = Math.min(from, Math.floor(center + 2 * stretch + 0.5));
    const raw = Array.from({ length: end - begin }, (_, t) => cubic((begin + t + 0.5 - center) / stretch));
    const sum = raw.reduce((total, value) => total + value, 0);
    return { begin, weights: raw.map((value) => value / sum) };
  });
}
