/** The protocol of ImageNet-C: top-1 error under 15 corruptions at five severities, and its mean over the corruptions. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { corruptionNames, severities, type CorruptionName } from '../data/corruptions/corruptions.js';
import type { ImageSource } from '../data/sources/image-source.js';
import { openSource } from '../data/sources/open-source.js';
import { limitSource } from '../data/sources/subset.js';
import { UserError } from '../errors.js';
import { lazySchema } from '../files/lazy-schema.js';
import { readJson } from '../files/json-file.js';
import { checkOutputs } from '../model/check-numbers.js';
import { classNamesOf, type Opened } from '../open/open-model.js';
import {
  evaluateClassifier,
  mapClasses,
  type ClassifyOptions,
  type ClassMap,
} from './evaluate-classifier.js';
import { measured } from './evaluation.js';

/** Top-1 errors, in [0, 1]. */
export interface CorruptionErrors {
  /** By severity, 1 to 5. */
  errors: number[];
  /** Their mean. */
  error: number;
  /** `error` by that of the baseline; null without one. */
  relative: number | null;
}

export interface RobustnessResult {
  corruptions: Record<string, CorruptionErrors>;
  /** Mean of `error` over the corruptions. */
  meanError: number;
  /** Mean of `relative` over the corruptions: the mCE of the paper where the baseline is AlexNet's; null without one. */
  meanRelative: number | null;
}

/** The corruptions that a list means. @throws UserError for an unknown name */
export function parseCorruptions(list: string | true): CorruptionName[] {
  if (list === true) return [...corruptionNames];
  return list.split(',').map((name) => {
    const known = corruptionNames.find((other) => other === name.trim());
    if (known === undefined) {
      throw new UserError(`There is no corruption "${name}": choose among ${corruptionNames.join(', ')}.`);
    }
    return known;
  });
}

const baselineSchema = lazySchema((z) => {
  const error = z.union([z.number(), z.object({ error: z.number() })]);
  return z.object({ corruptions: z.record(z.string(), error).optional() }).catchall(error.catch(NaN)); // other values next to the corruptions are ignored
});

/** Mean errors of another classifier by corruption: from `eval classify --corruptions --json`, or `{ "fog": 0.82, ... }`. */
export function readBaseline(path: string, names: readonly string[]): Map<string, number> {
  const { corruptions, ...direct } = readJson(path, baselineSchema(), 'JSON of errors by corruption');
  const entries = corruptions ?? direct;
  return new Map(
    names.map((name) => {
      const entry = entries[name];
      const error = typeof entry === 'object' ? entry.error : entry;
      if (error !== undefined && error > 0) return [name, error];
      throw new UserError(`The baseline ${path} has no error above 0 for ${name}.`);
    }),
  );
}

/** Whether a folder is laid out as ImageNet-C is: corruption/severity/class. */
export function isCorruptedFolder(path: string): boolean {
  return corruptionNames.some((name) => existsSync(join(path, name, '1')));
}

/** Images of a corruption at a severity. */
type OpenCorrupted = (name: CorruptionName, severity: number) => Promise<ImageSource>;

export interface RobustnessOptions extends ClassifyOptions {
  names: readonly CorruptionName[];
  subset: readonly string[] | 'folders' | null;
  baseline: ReadonlyMap<string, number> | null;
}

/** Errors on images that are corrupted here. */
export function corruptHere(
  classifier: Opened<'classifier'>,
  source: ImageSource,
  options: RobustnessOptions,
): Promise<RobustnessResult> {
  return measure(classifier, () => Promise.resolve(source), true, options);
}

/**
 * Errors on images that were corrupted before, of a folder laid out corruption/severity/class.
 * @param limit most images of each severity: the same ones, where the severities have the same
 */
export function measureCorrupted(
  classifier: Opened<'classifier'>,
  folder: string,
  { limit, ...options }: RobustnessOptions & { limit?: number | undefined },
): Promise<RobustnessResult> {
  const open: OpenCorrupted = async (name, severity) => {
    const source = await openSource(join(folder, name, String(severity)));
    return limit === undefined ? source : limitSource(source, limit, 0);
  };
  return measure(classifier, open, false, options);
}

async function measure(
  classifier: Opened<'classifier'>,
  open: OpenCorrupted,
  isClean: boolean,
  { names, subset, baseline, ...options }: RobustnessOptions,
): Promise<RobustnessResult> {
  const corruptions: Record<string, CorruptionErrors> = {};
  for (const name of names) {
    const errors: number[] = [];
    for (const severity of severities) {
      const source = await open(name, severity);
      const map: ClassMap = mapClasses(classNamesOf(classifier), source, subset);
      const corruption = isClean ? { name, severity } : undefined;
      const evaluation = evaluateClassifier(classifier, source, map, {
        ...options,
        corruption,
        check: checkOutputs,
      });
      errors.push(1 - (await measured(evaluation)).result.result().top1);
    }
    const error = mean(errors);
    const base = baseline?.get(name);
    corruptions[name] = { errors, error, relative: base === undefined ? null : error / base };
  }
  const all = Object.values(corruptions);
  return {
    corruptions,
    meanError: mean(all.map(({ error }) => error)),
    meanRelative: baseline && mean(all.map(({ relative }) => relative ?? 0)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
