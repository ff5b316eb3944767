/** Files of feature vectors: safetensors, NumPy's .npy, JSON lines. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { UserError } from '../errors.js';
import { endingOf, prepareOutput, writeFileWhole } from '../files/file-access.js';
import { checkNumbers } from '../formats/float-values.js';
import { parseJson, readJson } from '../files/json-file.js';
import { readSafetensors, writeSafetensors } from '../formats/safetensors.js';
import { originSchema, type FeatureSet } from './feature-set.js';

const namesSchema = z.array(z.string());
const besideSchema = z.object({ names: namesSchema, origin: originSchema });

const featureEndings = ['.safetensors', '.npy', '.jsonl'] as const;

/** @throws UserError for a path that does not tell how to write it */
export function checkFeaturePath(path: string): void {
  if ((featureEndings as readonly string[]).includes(endingOf(path))) return;
  throw new UserError(
    `${path} must end in ${featureEndings.join(', ')}, which determines the format of the features.`,
  );
}

/**
 * Writes vectors in the form that the path's ending names: `.safetensors` with the tensor `features` float32 [n, dim] and
 * names and origin in its metadata; `.npy` with `PATH.json` for names and origin; `.jsonl` with a name and a vector a line.
 * @returns the files written
 * @throws UserError for another ending
 */
export function writeFeatures(path: string, set: FeatureSet): string[] {
  checkFeaturePath(path);
  prepareOutput(path);
  const { names, dim, values, origin } = set;
  const data = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const shape = [names.length, dim];
  if (endingOf(path) === '.safetensors') {
    const metadata = { names: JSON.stringify(names), ...(origin && { origin: JSON.stringify(origin) }) };
    writeSafetensors(path, new Map([['features', { dtype: 'float32', shape, data }]]), metadata);
    return [path];
  }
  if (endingOf(path) === '.npy') {
    writeFileWhole(path, (append) => {
      append(npyHeader(shape));
      append(data);
    });
    const beside = `${path}.json`;
    writeFileWhole(beside, (append) => append(Buffer.from(JSON.stringify({ names, origin }) + '\n')));
    return [path, beside];
  }
  writeFileWhole(path, (append) => {
    for (const [i, name] of names.entries()) {
      const vector = Array.from(values.subarray(i * dim, (i + 1) * dim));
      append(Buffer.from(JSON.stringify({ name, vector }) + '\n'));
    }
  });
  return [path];
}

/** Header of format version 1.0: magic, version, length, a Python dictionary padded to 64 bytes. */
function npyHeader(shape: number[]): Uint8Array {
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${shape.join(', ')}), }`;
  const length = Math.ceil((10 + text.length + 1) / 64) * 64 - 10;
  const header = Buffer.alloc(10 + length, ' ');
  header.write('\x93NUMPY\x01\x00', 'latin1');
  header.writeUInt16LE(length, 8);
  header.write(text, 10, 'latin1');
  header.write('\n', 9 + length, 'latin1');
  return header;
}

/**
 * Reads what `writeFeatures` wrote; of `.npy` files, any with float32 rows.
 * @throws UserError where it is no file of features
 */
export function readFeatures(path: string): FeatureSet {
  checkFeaturePath(path);
  if (!existsSync(path)) throw new UserError(`There is no file ${path}.`);
  const read =
    endingOf(path) === '.safetensors' ? fromSafetensors : endingOf(path) === '.npy' ? fromNpy : fromJsonLines;
  const features = read(path);
  const { names, dim, values } = features;
  checkNumbers(values, path);
  if (names.length * dim !== values.length)
    throw new UserError(`${path} has ${values.length / dim} vectors but ${names.length} names.`);
  return features;
}

function fromSafetensors(path: string): FeatureSet {
  const { tensors, metadata } = readSafetensors(path);
  const features = tensors.get('features');
  if (features?.dtype !== 'float32' || features.shape.length !== 2 || metadata.names === undefined) {
    throw new UserError(`${path} does not hold features: write them with beit2 embed.`);
  }
  const [, dim = 0] = features.shape;
  const broken = `${path} has invalid names or origin: embed the images again.`;
  const names = parseJson(metadata.names, namesSchema, broken);
  const origin = parseJson(metadata.origin ?? 'null', originSchema, broken);
  return { names, dim, values: toFloats(features.data), origin };
}

function fromNpy(path: string): FeatureSet {
  const bytes = readFileSync(path);
  const start = 10 + (bytes.length >= 10 ? bytes.readUInt16LE(8) : 0);
  const header = bytes.subarray(10, start).toString('latin1');
  const shape = /'shape': \((\d+), (\d+)\)/.exec(header);
  const isRows =
    bytes.toString('latin1', 1, 6) === 'NUMPY' && header.includes("'<f4'") && header.includes('False');
  const [count, dim] = [Number(shape?.[1]), Number(shape?.[2])];
  if (!shape || !isRows || bytes.length - start !== 4 * count * dim) {
    throw new UserError(`${path} is not a .npy file with rows of float32.`);
  }
  const beside = `${path}.json`;
  const { names, origin } = existsSync(beside)
    ? readJson(beside, besideSchema, `JSON of the names and the origin of ${path}`)
    : { names: Array.from({ length: count }, (_, i) => String(i)), origin: null };
  return { names, dim, values: toFloats(bytes.subarray(start)), origin };
}

const lineSchema = z.object({ name: z.string(), vector: z.array(z.number()) });

function fromJsonLines(path: string): FeatureSet {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const rows = lines.map((line, i) => {
    try {
      return lineSchema.parse(JSON.parse(line));
    } catch (error) {
      const why = error instanceof SyntaxError ? 'is not JSON' : 'has no name with a vector of numbers';
      throw new UserError(`${path}, line ${i + 1}, ${why}.`);
    }
  });
  const dim = rows[0]?.vector.length ?? 0;
  const values = new Float32Array(rows.length * dim);
  for (const [i, { vector }] of rows.entries()) {
    if (vector.length !== dim) {
      throw new UserError(
        `${path}, line ${i + 1}, has a vector of ${vector.length} values, but others have ${dim}.`,
      );
    }
    values.set(vector, i * dim);
  }
  return { names: rows.map(({ name }) => name), dim, values, origin: null };
}

function toFloats(bytes: Uint8Array): Float32Array {
  return new Float32Array(new Uint8Array(bytes).buffer); // a copy, aligned
}
