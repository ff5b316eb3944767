/** The description of a server in OpenAPI 3.1, from its routes. */
import { z } from 'zod';
import type { Route } from './routes.js';

const statuses: Record<string, string> = {
  400: 'The image cannot be read, or the query is wrong.',
  408: 'The image did not arrive in time.',
  413: 'The image has too many bytes or pixels.',
  415: 'The body is no image.',
  503: 'Too many images are under way: try again after the seconds that Retry-After tells.',
};

function describe({ summary, query, answer }: Route): object {
  const failure = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } };
  const failures = Object.entries(statuses).map(([status, description]): [string, object] => [
    status,
    { description, content: failure },
  ]);
  const image = { schema: { type: 'string', format: 'binary' } };
  return {
    post: {
      summary,
      parameters: Object.entries(query.shape).map(([name, schema]) => {
        const { description, ...form } = z.toJSONSchema(schema as z.ZodType, { io: 'input' });
        return { name, in: 'query', required: false, description, schema: form };
      }),
      requestBody: { required: true, content: { 'image/*': image, 'application/octet-stream': image } },
      responses: {
        200: {
          description: 'The answer.',
          content: { 'application/json': { schema: z.toJSONSchema(answer) } },
        },
        ...Object.fromEntries(failures),
      },
    },
  };
}

export function openApi(routes: readonly Route[], version: string): object {
  const text = (summary: string, type: string) => ({
    get: { summary, responses: { 200: { description: summary, content: { [type]: {} } } } },
  });
  return {
    openapi: '3.1.0',
    info: { title: 'beit2 serve', version },
    paths: {
      ...Object.fromEntries(routes.map((route) => [route.path, describe(route)])),
      '/healthz': text('Whether the server takes requests.', 'application/json'),
      '/metrics': text('Metrics for Prometheus.', 'text/plain'),
    },
    components: {
      schemas: {
        Error: { type: 'object', required: ['error'], properties: { error: { type: 'string' } } },
      },
    },
  };
}
