/** Schemas that are made when they are first used: zod is a quarter of the time that importing `beit2` takes. */
import { createRequire } from 'node:module';
import type { z } from 'zod';

const zod = () => (createRequire(import.meta.url)('zod') as { z: typeof z }).z;

/** A function that returns what `make` makes, always the same. */
export function lazySchema<T>(make: (zod: typeof z) => T): () => T {
  let made: { schema: T } | null = null;
  return () => (made ??= { schema: make(zod()) }).schema;
}
