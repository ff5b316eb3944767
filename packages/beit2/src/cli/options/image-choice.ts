/** The option that chooses images by their ending, for `option`. */
export const imageChoice = [
  '--image <ending>',
  'take the files that end so, such as tif, as images, and no others',
] as const;

/** What a command takes as its images. */
export const sourceArgument = [
  '<source...>',
  'folders, list files (.csv, .jsonl, .parquet), tar or zip files, patterns, addresses of tar files, or a manifest',
] as const;
