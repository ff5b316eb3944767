/** The version of libtorch that set-up fetches, and where from when the machine has no pip. */
export const pinnedVersion = '2.13.0';

/** The oldest version of libtorch that the addon is written for. */
export const oldestVersion = '2.11.0';

export interface Archive {
  url: string;
  /** Of the whole archive, as lower-case hexadecimal; undefined where it has not been confirmed: then only the zip's own structure is checked. */
  sha256?: string;
}

const publisher = 'https://download.pytorch.org/libtorch/cpu';

/** The publisher's own archives by `platform-arch`. Their hashes have not been confirmed from a published list. */
export const archives: Record<string, Archive | undefined> = {
  'linux-x64': { url: `${publisher}/libtorch-shared-with-deps-${pinnedVersion}%2Bcpu.zip` },
  'darwin-arm64': { url: `${publisher}/libtorch-macos-arm64-${pinnedVersion}.zip` },
};

/** What pip is asked for: any build of the pinned version. */
export const anyBuild = `torch==${pinnedVersion}`;

/**
 * What pip is asked for first. On Linux x64 the plain version may be a CUDA build, which does not load without a dozen
 * further packages; the CPU build has a local version of its own.
 */
export const cpuBuild = process.platform === 'linux' && process.arch === 'x64' ? `${anyBuild}+cpu` : anyBuild;
