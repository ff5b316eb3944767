/** Features of an evaluation in a file, so that the next evaluation of the same model on the same images reads them. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { allFromRaw, type Device, toRaw } from '@beit2/torch';
import type { ImageSource } from '../data/sources/image-source.js';
import { UserError } from '../errors.js';
import { endingOf } from '../files/file-access.js';
import { openSafetensors, writeSafetensors } from '../formats/safetensors.js';
import { hashModel } from '../open/hash-weights.js';
import type { Opened } from '../open/open-model.js';
import type { ImageFeatures } from './frozen-features.js';

/** Features of both sets of an evaluation. */
export interface FeatureSets {
  training: ImageFeatures;
  test: ImageFeatures;
}

/** What features were made of: equal texts mean equal features. */
export interface FeatureKey {
  model: Opened<'encoder'>;
  randomWeights: boolean;
  training: ImageSource;
  test: ImageSource;
}

const parts = ['training', 'test'] as const;

/** Names, labels and boxes of a source's images stand for the images. */
function hashOf(source: ImageSource): string {
  const hash = createHash('sha256');
  for (let i = 0; i < source.length; i++) {
    const box = source.box?.(i);
    hash.update(`${source.name(i)}\n${source.label(i)}\n${box ? JSON.stringify(box) : ''}`);
  }
  return hash.digest('hex');
}

function textOf({ model, randomWeights, training, test }: FeatureKey): string {
  const key = {
    model: hashModel(model),
    randomWeights,
    training: hashOf(training),
    test: hashOf(test),
  };
  return JSON.stringify(key);
}

/**
 * The features in `path`, where it is there; else what `make` makes, which is written there.
 * @throws UserError when the file holds features of another model or of other images
 */
export async function cachedFeatures(
  path: string,
  key: FeatureKey,
  device: Device,
  make: () => Promise<FeatureSets>,
): Promise<FeatureSets> {
  if (endingOf(path) !== '.safetensors') {
    throw new UserError(`${path} must end in .safetensors, the format of stored features.`);
  }
  const text = textOf(key);
  if (existsSync(path)) return read(path, text, device);
  mkdirSync(dirname(path), { recursive: true });
  const sets = await make();
  const tensors = parts.flatMap((part) => {
    const { cls, mean } = sets[part];
    const all = { cls: cls.features, mean: mean.features, labels: cls.labels };
    return Object.entries(all).map(([name, tensor]) => [`${part}.${name}`, toRaw(tensor)] as const);
  });
  writeSafetensors(path, new Map(tensors), { featuresOf: text });
  return sets;
}

function read(path: string, text: string, device: Device): FeatureSets {
  const { tensors, metadata } = openSafetensors(path);
  if (metadata.featuresOf !== text) {
    throw new UserError(
      `${path} does not hold the features of this model on these images; delete it, or name another file with --features.`,
    );
  }
  const loaded = allFromRaw(tensors, device);
  const tensor = (name: string) => {
    const found = loaded.get(name);
    if (!found) throw new UserError(`${path} lacks ${name}; delete it.`);
    return found;
  };
  const set = (part: (typeof parts)[number]): ImageFeatures => {
    const labels = tensor(`${part}.labels`);
    return {
      cls: { features: tensor(`${part}.cls`), labels },
      mean: { features: tensor(`${part}.mean`), labels },
    };
  };
  return { training: set('training'), test: set('test') };
}
