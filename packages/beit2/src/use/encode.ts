/** Token maps of a folder of images, written to a file; and pictures of them. */
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { toRaw } from '@beit2/torch';
import type { RawTensor } from '@beit2/torch/safetensors';
import { openSource } from '../data/sources/open-source.js';
import { endingOf } from '../files/file-access.js';
import { writeSafetensors } from '../formats/safetensors.js';
import { codeColors } from '../report/code-colors.js';
import { writeCodeMapPng } from '../report/code-map-png.js';
import { replaceText } from '../files/durable-files.js';
import { codedImages } from './coded-images.js';
import { openForUse, type UseOptions } from '../open/open-for-use.js';
import type { Tokenizer } from '../tokenizer/vqkd.js';

export interface TokenMaps {
  names: string[];
  /** Patches along a side. */
  grid: number;
  /** K */
  codes: number;
  /** [images, grid, grid], row by row. */
  tokens: Int32Array;
}

export interface EncodeOptions extends UseOptions {
  onProgress: (done: number, total: number) => void;
  /** Folder for a PNG of each image beside its code map; null makes none. */
  pictures: string | null;
}

/** Colours of a tokenizer's codes, [K, 3] bytes. */
export function colorsOf(tokenizer: Tokenizer): Uint8Array {
  const { data, shape } = toRaw(tokenizer.quantize.embedding.weight.float());
  return codeColors(new Float32Array(data.buffer, data.byteOffset, data.byteLength / 4), shape[0] ?? 0);
}

/** Codes all images of a source. @throws UserError when the tokenizer or the images are missing */
export async function encodeImages(
  reference: string,
  images: readonly string[],
  options: EncodeOptions,
): Promise<TokenMaps> {
  const { say, onProgress, pictures } = options;
  const { opened, device } = await openForUse(reference, 'tokenizer', options);
  const tokenizer = opened.model;
  const source = await openSource(images, { say });
  const colors = colorsOf(tokenizer);
  if (pictures !== null) mkdirSync(pictures, { recursive: true });
  const maps: TokenMaps = {
    names: [],
    grid: tokenizer.grid,
    codes: tokenizer.config.quantizer.codes,
    tokens: new Int32Array(source.length * tokenizer.grid ** 2),
  };
  for await (const image of codedImages(opened, source, { device, say })) {
    const index = maps.names.length;
    maps.tokens.set(image.codes, index * tokenizer.grid ** 2);
    if (pictures !== null) {
      const file = `${String(index).padStart(6, '0')}-${basename(image.name).replace(/\.\w+$/, '')}.png`;
      await writeCodeMapPng(join(pictures, file), image, colors);
    }
    maps.names.push(image.name);
    onProgress(index + 1, source.length);
  }
  return { ...maps, tokens: maps.tokens.subarray(0, maps.names.length * tokenizer.grid ** 2) };
}

/** Writes token maps: JSON with one entry an image, or safetensors with `tokens` int32 and the names in its metadata. */
export function writeTokens(path: string, { names, grid, codes, tokens }: TokenMaps): void {
  if (endingOf(path) === '.json') {
    const images = names.map((name, i) => ({
      name,
      tokens: Array.from({ length: grid }, (_, row) => {
        const start = (i * grid + row) * grid;
        return Array.from(tokens.subarray(start, start + grid));
      }),
    }));
    replaceText(path, JSON.stringify({ codes, grid, images }) + '\n');
    return;
  }
  const raw: RawTensor = {
    dtype: 'int32',
    shape: [names.length, grid, grid],
    data: new Uint8Array(tokens.buffer, tokens.byteOffset, tokens.byteLength),
  };
  writeSafetensors(path, new Map([['tokens', raw]]), { codes: String(codes), names: JSON.stringify(names) });
}
