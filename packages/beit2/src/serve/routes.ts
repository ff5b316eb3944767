/** What a server answers about an image: one route for each thing that its model can do. */
import { z } from 'zod';
import type { ExportedModel } from '../onnx/exported-model.js';
import type { VectorIndex } from '../search/vector-index.js';

export interface Route {
  path: string;
  summary: string;
  /** What the query of the address may say. */
  query: z.ZodObject;
  /** The form of an answer. */
  answer: z.ZodType;
  ask: (bytes: Uint8Array, query: Record<string, unknown>, signal: AbortSignal) => Promise<unknown>;
}

const count = z.coerce.number().int().min(1);
const classes = z.object({ classes: z.array(z.object({ name: z.string(), probability: z.number() })) });
const vector = z.object({ vector: z.array(z.number()) });
const tokens = z.object({ grid: z.int(), tokens: z.array(z.int()) });
const found = z.object({
  found: z.array(z.object({ index: z.int(), name: z.string(), similarity: z.number() })),
});

function classifyRoute(model: ExportedModel): Route {
  const query = z.strictObject({ top: count.default(5).describe('how many classes, the likeliest first') });
  return {
    path: '/classify',
    summary: 'Names the likeliest classes of an image.',
    query,
    answer: classes,
    ask: async (bytes, given, signal) => {
      const { top } = query.parse(given);
      return { classes: await model.classify(bytes, { top, signal }) };
    },
  };
}

function embedRoute(model: ExportedModel): Route {
  const query = z.strictObject({
    pooling: z
      .enum(['cls', 'mean'])
      .optional()
      .describe('[CLS] or the mean of the patches; left out: as the model was trained'),
  });
  return {
    path: '/embed',
    summary: 'Gives one feature vector for an image.',
    query,
    answer: vector,
    ask: async (bytes, given, signal) => {
      const { pooling } = query.parse(given);
      return { vector: Array.from(await model.embed(bytes, { pooling, signal })) };
    },
  };
}

function tokenizeRoute(model: ExportedModel): Route {
  return {
    path: '/tokenize',
    summary: "Gives the codes of an image's patches, row by row.",
    query: z.strictObject({}),
    answer: tokens,
    ask: async (bytes, _, signal) => {
      const map = await model.tokenize(bytes, { signal });
      return { grid: map.grid, tokens: Array.from(map.tokens) };
    },
  };
}

function searchRoute(model: ExportedModel, index: VectorIndex): Route {
  const query = z.strictObject({ count: count.max(1000).default(10).describe('how many images') });
  return {
    path: '/search',
    summary: 'Finds the images of the index that are most similar to an image.',
    query,
    answer: found,
    ask: async (bytes, given, signal) => {
      const { count: most } = query.parse(given);
      return { found: await model.search(bytes, { index, count: most, signal }) };
    },
  };
}

/** The routes that a model and an index make possible. */
export function routesOf(model: ExportedModel, index: VectorIndex | null): Route[] {
  if (model.part === 'tokenizer') return [tokenizeRoute(model)];
  return [
    ...(model.part === 'classifier' ? [classifyRoute(model)] : []),
    embedRoute(model),
    ...(index ? [searchRoute(model, index)] : []),
  ];
}

/** All routes there could be, with what they need. */
export const routeNeeds: Record<string, string> = {
  '/classify': 'a classifier',
  '/embed': 'an encoder or classifier',
  '/tokenize': 'a tokenizer',
  '/search': 'an encoder or classifier, and --index',
};
