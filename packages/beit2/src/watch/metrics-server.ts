/** Serving a run's metrics to Prometheus, in the thread that watches it. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { UserError } from '../errors.js';
import type { RunListener } from '../train/run/run-log.js';
import { RunGauges } from './run-gauges.js';

/** Where metrics are served. */
export interface MetricsAddress {
  host: string;
  port: number;
}

const noSuchAddress = 'this machine has no such address; choose another --metrics-host';
const reasons: Record<string, string> = {
  EADDRINUSE: 'another program uses it; choose another --metrics-port',
  EACCES: 'permission denied; choose a port above 1023 with --metrics-port',
  EADDRNOTAVAIL: noSuchAddress,
  ENOTFOUND: noSuchAddress,
  EAI_AGAIN: noSuchAddress,
};

/**
 * Serves `/metrics` until the thread ends.
 * @param run name of the run, the label of every metric
 * @returns the listener that the run's events go to
 * @throws UserError when the port cannot be opened
 */
export async function serveMetrics(run: string, { host, port }: MetricsAddress): Promise<RunListener> {
  const gauges = new RunGauges(run);
  const { registry } = gauges;
  const server = createServer((request, response) => {
    const isKnown = request.url?.split('?')[0] === '/metrics';
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isKnown || !isRead) {
      response.writeHead(isKnown ? 405 : 404, { 'content-type': 'text/plain' }).end('GET /metrics\n');
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new UserError(`Metrics cannot be served on port ${port} of ${host}: ${reasons[code] ?? message}.`);
  }
  return (event) => gauges.hear(event);
}
