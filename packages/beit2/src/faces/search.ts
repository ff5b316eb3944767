/**
 * `beit2/search`: feature vectors of images, files and indexes of them, and the images nearest to one.
 * @module
 */
export { embedImages } from '../use/embed.js';
export { type FeatureSet, readFeatures, writeFeatures } from '../search/feature-file.js';
export { buildIndex, type Found, VectorIndex } from '../search/vector-index.js';
export { searchImages, type SearchResult } from '../use/search.js';
