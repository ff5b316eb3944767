/** The option that chooses images by their ending, for `option`. */
export const imageChoice = [
  '--image <ending>',
  'take the files that end so, such as tif, as images, and no others',
] as const;
