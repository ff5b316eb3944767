/** The dotted keys a stage's recipe may hold, for the messages about unknown ones. */
import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { stageSchemas, type Stage } from './schema.js';

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
}

function collect(schema: JsonSchema, prefix: string, into: Set<string>): void {
  for (const [key, child] of Object.entries(schema.properties ?? {})) {
    into.add(prefix + key);
    collect(child, `${prefix}${key}.`, into);
  }
  for (const choice of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) collect(choice, prefix, into);
}

const cache = new Map<Stage, Set<string>>();

/** Every key of a stage's recipes with its sections, e.g. `optimizer` and `optimizer.lr`. */
export function knownKeys(stage: Stage): Set<string> {
  let keys = cache.get(stage);
  if (!keys) {
    keys = new Set<string>();
    collect(z.toJSONSchema(stageSchemas[stage]) as JsonSchema, '', keys);
    cache.set(stage, keys);
  }
  return keys;
}

const lastPart = (key: string) => key.slice(key.lastIndexOf('.') + 1);
const section = (key: string) => key.slice(0, Math.max(0, key.lastIndexOf('.')));
const plain = (key: string) => key.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The known key that looks most like `key`; keys of the same section come first among equals. */
export function nearestKey(stage: Stage, key: string): string {
  const cost = (known: string) =>
    Math.min(
      distance(plain(lastPart(key)), plain(lastPart(known))) + 0.5,
      distance(plain(key), plain(known)),
    ) + (section(known) === section(key) ? 0 : 1);
  return [...knownKeys(stage)].reduce((best, known) => (cost(known) < cost(best) ? known : best));
}
