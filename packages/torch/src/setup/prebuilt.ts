/**
 * The package that has libtorch and the compiled addon for this platform (`npm run pack:prebuilt` makes it): an optional
 * dependency, so that `npm i` alone is enough where there is one.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `@beit2/torch-linux-x64` and so on. */
export const prebuiltPackage = `@beit2/torch-${process.platform}-${process.arch}`;

/** What `prebuilt.json` in that package says. Paths are relative to it. */
export interface PrebuiltManifest {
  /** libtorch's version string. */
  version: string;
  /** The addon. */
  addon: string;
  /** Folder with `lib/` of libtorch. */
  libtorch: string;
  /** sourcesHash() of the sources that the addon was compiled from. */
  sources: string;
}

/** The prebuilt engine, or why there is none to use. */
export type Prebuilt =
  { folder: string; addon: string; libtorch: string; version: string } | { problem: string };

const nativeFolder = fileURLToPath(new URL('../../native/', import.meta.url));

/** Where a clone has the package once it was packed there. */
const packedHere = fileURLToPath(
  new URL(`../../../../packed/${prebuiltPackage.replace('@beit2/', '')}/`, import.meta.url),
);

/** Hash of everything that the addon is compiled from. */
export function sourcesHash(): string {
  const names = readdirSync(nativeFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(cc|h|hpp)$/.test(name))
    .sort();
  const hash = createHash('sha256');
  for (const name of names) hash.update(`\0${name}\0`).update(readFileSync(join(nativeFolder, name)));
  return hash.digest('hex').slice(0, 20);
}

/** Looks for the package beside this one, then where a clone packs it. Starts no program. */
export function findPrebuilt(): Prebuilt {
  if (process.env.BEIT2_PREBUILT === '0') return { problem: 'BEIT2_PREBUILT=0 leaves it out' };
  const folder = installedFolder() ?? (existsSync(packedHere) ? packedHere : undefined);
  if (folder === undefined) return { problem: `${prebuiltPackage} is not installed` };
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'prebuilt.json'), 'utf8')) as PrebuiltManifest;
    const [addon, libtorch] = [join(folder, manifest.addon), join(folder, manifest.libtorch)];
    const missing = [addon, join(libtorch, 'lib')].find((path) => !existsSync(path));
    if (missing !== undefined) return { problem: `${missing} is missing: install ${prebuiltPackage} again` };
    if (manifest.sources !== sourcesHash())
      return { problem: `${folder} was compiled from other sources than these` };
    return { folder, addon, libtorch, version: manifest.version };
  } catch (error) {
    return {
      problem: `${folder} cannot be read (${error instanceof Error ? error.message : String(error)})`,
    };
  }
}

function installedFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${prebuiltPackage}/package.json`));
  } catch {
    return undefined;
  }
}
