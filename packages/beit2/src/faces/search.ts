/**
 * `beit2/search`: feature vectors of images, files and indexes of them, and the images nearest to one.
 * @module
 */
export { embedImages } from '../use/embed.js';
export { readFeatures, writeFeatures } from '../search/feature-file.js';
export type { FeatureSet } from '../search/feature-set.js';
export { buildIndex, type Found, VectorIndex } from '../search/vector-index.js';
export { searchImages, type SearchResult } from '../use/search.js';
