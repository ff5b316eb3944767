/** One source of recipe values (a YAML file or the command line) that remembers where each key stands. */
import { basename } from 'node:path';
import { isMap, isScalar, LineCounter, parse, parseDocument } from 'yaml';
import { UserError } from '../errors.js';
import { readText } from '../files/file-access.js';

export type Values = Record<string, unknown>;

export interface ValueSource {
  /** The values as nested objects. */
  values: Values;
  /** Where a dotted key was written, for messages: `cifar10-pretrain.yaml:12`. */
  where: (key: string) => string;
}

export function isSection(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a recipe file. @throws UserError when it cannot be read, is not YAML, or not a mapping */
export function readValues(path: string): ValueSource {
  return parseValues(readText(path), basename(path));
}

/** Reads a recipe's text; `name` stands for it in messages. @throws UserError as `readValues` does */
export function parseValues(text: string, name: string): ValueSource {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const [error] = document.errors;
  if (error) throw new UserError(`${name}:${counter.linePos(error.pos[0]).line}: ${error.message}.`);
  const values: unknown = document.toJS() ?? {};
  if (!isSection(values)) throw new UserError(`${name} is not a recipe: it must hold "key: value" lines.`);

  const lines = new Map<string, number>();
  const visit = (node: unknown, prefix: string): void => {
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const dotted = prefix + String(key.value);
      if (key.range) lines.set(dotted, counter.linePos(key.range[0]).line);
      visit(value, `${dotted}.`);
    }
  };
  visit(document.contents, '');
  return {
    values,
    where: (key) => {
      const line = lines.get(key);
      return line === undefined ? name : `${name}:${line}`;
    },
  };
}

/** Values of `key=value` arguments, each value read as YAML (`1e-3`, `true`, `null`, `[0.2, 1]`, text). */
export function overrideValues(overrides: readonly string[]): ValueSource {
  let values: Values = {};
  for (const override of overrides) {
    const equals = override.indexOf('=');
    const path = override.slice(0, Math.max(0, equals)).split('.');
    if (equals < 1 || path.includes('')) {
      throw new UserError(
        `"${override}" is not an override: write key=value, for example optimizer.lr=1e-3.`,
      );
    }
    const nested = path.reduceRight<unknown>(
      (inner, key) => ({ [key]: inner }),
      scalar(override.slice(equals + 1)),
    );
    values = mergeValues(values, nested as Values); // a later one wins
  }
  return { values, where: () => 'the command line' };
}

function scalar(text: string): unknown {
  try {
    const value: unknown = parse(text);
    return isSection(value) && !text.startsWith('{') ? text : value; // "a: b" may be part of a path
  } catch {
    return text; // a path or name that only looks like broken YAML
  }
}

/**
 * `base` with the values of `over` on top, section by section. A section that changes its `kind`, and a
 * duration (`epochs` or `steps`), is replaced as a whole: their keys exclude each other.
 */
export function mergeValues(base: Values, over: Values): Values {
  const merged: Values = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const old = merged[key];
    merged[key] =
      isSection(old) && isSection(value) && !replaces(old, value) ? mergeValues(old, value) : value;
  }
  return merged;
}

function replaces(old: Values, value: Values): boolean {
  if ('kind' in value && value.kind !== old.kind) return true;
  return 'epochs' in value || 'steps' in value;
}
