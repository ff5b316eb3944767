/** Starts and ends the HTTP server of an exported model. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { UserError } from '../errors.js';
import { load } from '../onnx/node/load.js';
import type { ExportedModel } from '../onnx/exported-model.js';
import { checkEmbedder } from '../search/embedder.js';
import type { VectorIndex } from '../search/vector-index.js';
import { createApp } from './app.js';
import { ServerMetrics } from './metrics.js';

export interface ServeOptions {
  /** Path or address of the exported file. */
  model: string;
  index: VectorIndex | null;
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** CPU threads. @default the machine's cores */
  threads?: number | undefined;
  /** Most bytes of an image. */
  maxBytes: number;
  /** Most pixels of an image. */
  maxPixels: number;
  /** Images that are under way or wait at most. */
  maxQueued: number;
  /** Seconds that the upload of an image may take. */
  seconds: number;
  version: string;
  say: (sentence: string) => void;
}

export interface RunningServer {
  /** `http://HOST:PORT` */
  address: string;
  /** Takes no more requests, answers those that are there, and frees the model. */
  close(): Promise<void>;
}

/** Seconds that requests have to end once the server is to end. */
const grace = 30;
const headerSeconds = 10;

const failures: Record<string, string> = {
  EADDRINUSE: 'another program uses it; choose another --port',
  EACCES: 'you may not open it; choose a --port above 1023',
  EADDRNOTAVAIL: 'this machine has no such address; choose another --host',
  ENOTFOUND: 'this machine has no such address; choose another --host',
};

/** @throws UserError where the model cannot be opened, the index is not for it, or the port cannot be opened */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const { host, port, index, seconds } = options;
  const state: { metrics?: ServerMetrics } = {};
  const model = await load(options.model, {
    ...options,
    onBatch: (size, took) => state.metrics?.batch(size, took),
  });
  try {
    if (index) checkIndex(index, model, options);
    const metrics = new ServerMetrics(() => model.queued);
    state.metrics = metrics;
    let ending = false;
    const app = createApp({ ...options, model, metrics, isEnding: () => ending });
    const timeouts = {
      headersTimeout: 1000 * headerSeconds,
      requestTimeout: 1000 * (seconds + headerSeconds),
      connectionsCheckingInterval: 1000,
    };
    const server = createAdaptorServer({ fetch: app.fetch, serverOptions: timeouts }) as Server;
    server.on('clientError', explainToClient);
    const address = await listen(server, host, port);
    return {
      address,
      close: async () => {
        ending = true;
        const closed = once(server, 'close');
        server.close();
        const timer = setTimeout(() => server.closeAllConnections(), 1000 * grace);
        await closed;
        clearTimeout(timer);
        await model.close();
      },
    };
  } catch (error) {
    await model.close();
    throw error;
  }
}

/** @throws UserError where the model has no vectors of the index's size. Says where another model made the index. */
function checkIndex(index: VectorIndex, model: ExportedModel, { model: path, say }: ServeOptions): void {
  if (model.part === 'tokenizer')
    throw new UserError(`${path} holds a tokenizer, which makes no feature vectors: omit --index.`);
  if (index.dim !== model.card.dim) {
    throw new UserError(
      `The index holds vectors of ${index.dim} values, but ${path} makes vectors of ${model.card.dim}.`,
    );
  }
  const { modelHash } = model;
  if (modelHash !== null) checkEmbedder(index, { reference: path, isNamed: true, sha256: modelHash }, say);
}

async function listen(server: Server, host: string, port: number): Promise<string> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new UserError(`Port ${port} of ${host} cannot be served: ${failures[code] ?? message}.`);
  }
  const { address, family, port: own } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${own}`;
}

/** Answers what is no request, or one whose head or body does not come. */
function explainToClient(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const isLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const status = isLate
    ? '408 Request Timeout'
    : isLarge
      ? '431 Request Header Fields Too Large'
      : '400 Bad Request';
  const sentence = isLate
    ? 'The request did not arrive in time.'
    : isLarge
      ? 'The head of the request is too large.'
      : 'This is not an HTTP request.';
  const body = `${JSON.stringify({ error: sentence })}\n`;
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
