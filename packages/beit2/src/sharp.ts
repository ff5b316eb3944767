/** The image library, loaded at the first image rather than with the package. */
import { createRequire } from 'node:module';
import type library from 'sharp';
import type { Sharp, SharpInput, SharpOptions } from 'sharp';

let loaded: typeof library | undefined;

function load(): typeof library {
  const sharp = createRequire(import.meta.url)('sharp') as typeof library;
  // Many images are decoded at the same time, one core each; libvips' own cache would only hold them.
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

/** As the `sharp()` of the library. */
export function sharp(options: SharpOptions): Sharp;
export function sharp(input: SharpInput, options?: SharpOptions): Sharp;
export function sharp(...given: [SharpInput | SharpOptions, SharpOptions?]): Sharp {
  loaded ??= load();
  return loaded(...(given as [SharpInput, SharpOptions?]));
}
