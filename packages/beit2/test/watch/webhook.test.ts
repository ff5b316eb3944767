/** Protects: webhooks arrive whole, are tried again where that may help, never hold up or throw, and their address is told to nobody. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { RunEvent } from '#beit2/train/run/run-log.js';
import { Webhook } from '#beit2/watch/webhook.js';

interface Received {
  headers: IncomingMessage['headers'];
  url: string;
  body: unknown;
}

let server: Server | null = null;
const received: Received[] = [];
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
  received.length = 0;
});

/** A receiver on this machine; `answer` gets the number of the request, from 0. @returns its address without `http://` */
async function receiver(answer: (response: ServerResponse, number: number) => void): Promise<string> {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { headers, url = '' } = request;
      received.push({ headers, url, body: JSON.parse(Buffer.concat(parts).toString()) });
      answer(response, received.length - 1);
    });
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const name = { run: 'tok', folder: '/data/runs/tok', host: 'here' };
/** Long enough for a receiver on a busy machine. */
const patient = { limit: 60_000, waits: [10, 20] };
const hasty = { ...patient, limit: 300 };
const at = { time: '2026-01-01T00:00:00.000Z', rank: 0 } as const;
const failed: RunEvent = { ...at, level: 'error', event: 'failed', message: 'no more disk' };

/** Sends events. @returns what was warned of, and how long it took, ms */
async function send(url: string, events: RunEvent[], times = patient) {
  const warnings: string[] = [];
  const hook = new Webhook(url, name, (sentence) => void warnings.push(sentence), times);
  const start = performance.now();
  for (const event of events) hook.hear(event);
  const toHear = performance.now() - start;
  await hook.settle(60_000);
  return { warnings, toHear, elapsed: performance.now() - start };
}

test('an event arrives as JSON, with the run that it is of', async () => {
  const host = await receiver((response) => response.end('ok'));
  expect((await send(`http://${host}/hook?token=s3cret`, [failed])).warnings).toEqual([]);
  expect(received).toMatchObject([
    {
      url: '/hook?token=s3cret',
      headers: { 'content-type': 'application/json' },
      body: { ...failed, ...name, text: 'tok: no more disk' },
    },
  ]);
});

test('a user and password in the address become a header', async () => {
  const host = await receiver((response) => response.end());
  await send(`http://me:p%40ss@${host}/`, [failed]);
  expect(received[0]?.headers.authorization).toBe(`Basic ${Buffer.from('me:p@ss').toString('base64')}`);
});

test('what is no news is not sent, and what comes back every epoch is sent once', async () => {
  const host = await receiver((response) => response.end());
  const collapsing: RunEvent = { ...at, level: 'warning', event: 'collapsing', step: 4, message: 'c' };
  await send(`http://${host}/`, [
    { ...at, level: 'info', event: 'message', message: 'hello' },
    { ...at, level: 'info', event: 'metrics', record: { step: 1, loss: 2 } },
    collapsing,
    { ...collapsing, step: 8 },
    { ...at, level: 'info', event: 'finished', step: 9 },
  ]);
  const events = received.map(({ body }) => body as RunEvent);
  expect(events.map(({ event }) => event).sort()).toEqual(['collapsing', 'finished']);
});

test('answers of 500 and 429 are tried again until one is taken', async () => {
  const host = await receiver((response, number) => response.writeHead([500, 429, 204][number] ?? 200).end());
  expect((await send(`http://${host}/`, [failed])).warnings).toEqual([]);
  expect(received).toHaveLength(3);
});

test.each([
  ['500, always', 500, 3, 'it answered 500'],
  ['404, which another try would not change', 404, 1, 'it answered 404'],
  ['a redirect, which is not followed', 302, 1, 'it answered 302'],
])('%s: given up with one sentence', async (_, status, tries, why) => {
  const host = await receiver((response) =>
    response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end(),
  );
  const { warnings } = await send(`http://${host}/secret-path?token=s3cret`, [failed]);
  expect(warnings).toEqual([`The webhook at ${host} did not receive "failed": ${why}.`]);
  expect(received).toHaveLength(tries);
});

test('a receiver that does not answer is given up in time, and hearing takes no time', async () => {
  const host = await receiver(() => undefined);
  const { warnings, toHear, elapsed } = await send(`http://user:s3cret@${host}/s3cret`, [failed], hasty);
  expect(warnings).toEqual([
    `The webhook at ${host} did not receive "failed": it did not answer within 0.3 s.`,
  ]);
  expect(toHear).toBeLessThan(hasty.limit); // it does not wait for one try
  expect(elapsed).toBeGreaterThan(850);
  expect(elapsed).toBeLessThan(30_000);
});

test('nobody at the address: one sentence, without its secrets', async () => {
  const host = await receiver(() => undefined);
  server?.close();
  const { warnings } = await send(`http://${host}/s3cret`, [failed]);
  expect(warnings).toEqual([
    `The webhook at ${host} did not receive "failed": it cannot be reached (ECONNREFUSED).`,
  ]);
});

test('the end waits no longer than it may', async () => {
  const host = await receiver(() => undefined);
  const warnings: string[] = [];
  const hook = new Webhook(`http://${host}/`, name, (text) => void warnings.push(text), {
    limit: 60_000,
    waits: [],
  });
  hook.hear(failed);
  const start = performance.now();
  await hook.settle(100);
  expect(performance.now() - start).toBeLessThan(30_000); // the try itself goes on for a minute
  expect(warnings).toEqual([`The webhook at ${host} had not accepted 1 of the events when the run ended.`]);
});
