/** What to do where the addon does not load. */
import { prebuiltPackage } from './prebuilt.js';

/** glibc's version; undefined on musl and on macOS. */
export function glibcVersion(): string | undefined {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime;
}

/** Platform, cause and numbered ways out. */
export function explainLoad(addon: string, version: string, error: unknown): string {
  const cause = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  const libc = glibcVersion();
  const platform = [
    `${process.platform} ${process.arch}`,
    ...(libc === undefined ? [] : [`glibc ${libc}`]),
    `Node ${process.versions.node}`,
  ].join(', ');
  const isPrebuilt = addon.includes(`${prebuiltPackage.replace('@beit2/', '')}/`);
  const isOld = /version `?GLIBC/.test(cause);
  const ways = [
    ...(isPrebuilt && isOld
      ? [
          'set BEIT2_PREBUILT=0 and run beit2 setup, which compiles the addon for this machine (it needs g++ and pip)',
        ]
      : []),
    ...(isPrebuilt
      ? [`install the package again: npm install ${prebuiltPackage}`]
      : ['remove the folder of the addon and run beit2 setup again']),
    'set LIBTORCH to the folder of a libtorch of yours, or LIBTORCH_USE_PYTORCH=1 in a Python environment with torch, and run beit2 setup',
    ...(isOld ? ['use a system with a newer C library: Debian 12, Ubuntu 22.04 or later'] : []),
  ];
  return [
    `The engine (libtorch ${version}) does not load on ${platform}: ${cause}.`,
    ...ways.map((way, index) => `  ${index + 1}. ${way}`),
  ].join('\n');
}
