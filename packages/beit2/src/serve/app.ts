/** The HTTP face of an exported model. */
import { Hono, type Context } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { z } from 'zod';
import { UserError } from '../errors.js';
import { articled, type ExportedModel } from '../onnx/exported-model.js';
import { ImageError } from '../onnx/image-input.js';
import { BusyError } from '../onnx/pipeline.js';
import type { VectorIndex } from '../search/vector-index.js';
import type { ServerMetrics } from './metrics.js';
import { openApi } from './openapi.js';
import { servedPage } from './page.js';
import { type Route, routeNeeds, routesOf } from './routes.js';
import { SlowUpload, Uploads, WrongType, type UploadLimits } from './uploads.js';

export interface AppOptions extends UploadLimits {
  model: ExportedModel;
  index: VectorIndex | null;
  metrics: ServerMetrics;
  version: string;
  /** Told of failures that are the server's own. */
  say: (sentence: string) => void;
  /** Whether the server is ending. */
  isEnding: () => boolean;
}

type Status = 400 | 404 | 405 | 408 | 413 | 415 | 499 | 500 | 503;

/** An error as the client sees it. */
function failure(context: Context, status: Status, sentence: string, headers: Record<string, string> = {}) {
  return context.body(`${JSON.stringify({ error: sentence })}\n`, status as 500, {
    'content-type': 'application/json',
    ...headers,
  });
}

/** What a failure is to a client. */
function statusOf(error: Error): Status {
  if (error instanceof BusyError) return 503;
  if (error instanceof ImageError) return error.kind === 'too-large' ? 413 : 400;
  if (error instanceof WrongType) return 415;
  if (error instanceof SlowUpload) return 408;
  return error instanceof UserError ? 400 : 500;
}

/** Of a query that is wrong, the first thing. */
function querySentence(error: z.ZodError): string {
  const [issue] = error.issues;
  const name = issue?.path.join('.') ?? '';
  return `The query is wrong${name === '' ? '' : ` at ${name}`}: ${issue?.message ?? ''}.`;
}

export function createApp(options: AppOptions): Hono {
  const { model, index, metrics, version } = options;
  const routes = routesOf(model, index);
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        connectSrc: ["'self'"],
        imgSrc: ['blob:'],
        scriptSrc: ["'unsafe-inline'"],
        styleSrc: ["'unsafe-inline'"],
      },
    }),
  );
  const uploads = new Uploads(options);
  for (const route of routes) addRoute(app, route, uploads, options);

  app.get('/healthz', (context) =>
    options.isEnding()
      ? failure(context, 503, 'The server is ending.', { 'retry-after': '5' })
      : context.json({ status: 'ok', part: model.part, queued: model.queued }),
  );
  app.get('/metrics', async (context) =>
    context.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType }),
  );
  app.get('/openapi.json', (context) => context.json(openApi(routes, version)));
  app.get('/', (context) => context.html(servedPage(model, routes)));
  app.notFound((context) => notFound(context, model, routes));
  return app;
}

function notFound(context: Context, model: ExportedModel, routes: readonly Route[]): Response {
  const { path, method } = context.req;
  if (routes.some((route) => route.path === path))
    return failure(context, 405, `${path} takes an image by POST, not ${method}.`, { allow: 'POST' });
  const needs = routeNeeds[path];
  if (needs !== undefined)
    return failure(context, 404, `${path} needs ${needs}; this model is ${articled(model.part)}.`);
  return failure(context, 404, `There is no ${path}: the addresses are in /openapi.json.`);
}

function addRoute(app: Hono, route: Route, uploads: Uploads, { metrics, say }: AppOptions): void {
  app.post(route.path, async (context) => {
    const start = performance.now();
    const answer = await ask(context, route, uploads, say);
    metrics.request(route.path, answer.status, (performance.now() - start) / 1000);
    return answer;
  });
}

async function ask(
  context: Context,
  route: Route,
  uploads: Uploads,
  say: AppOptions['say'],
): Promise<Response> {
  const request = context.req.raw;
  const query = route.query.safeParse(context.req.query());
  if (!query.success) return failure(context, 400, querySentence(query.error));
  try {
    const answer = await uploads.use(request, (bytes) =>
      route.ask(bytes, context.req.query(), request.signal),
    );
    return context.json(answer as object);
  } catch (thrown) {
    // The adapter aborts with a text, which is no Error.
    if (request.signal.aborted) return failure(context, 499, 'The client left.');
    const error = thrown as Error;
    const status = statusOf(error);
    if (status === 500) {
      say(`${route.path} failed: ${error.message}`);
      return failure(context, 500, 'The server failed at this image; its log says why.');
    }
    // What has not been read of a body would be taken for the next request.
    const headers = {
      ...(status === 503 && { 'retry-after': '1' }),
      ...([408, 413, 415, 503].includes(status) && { connection: 'close' }),
    };
    const sentence = status === 503 ? 'Too many images are under way: try again in a second.' : error.message;
    return failure(context, status, sentence, headers);
  }
}
