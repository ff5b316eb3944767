/** Servers on 127.0.0.1: one that misbehaves as told, and an S3-compatible one. */
import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsV4Signer } from 'aws4fetch';

/** What the server does wrong with a request. */
export type Fault =
  | 'none'
  /** Closes the connection without an answer. */
  | 'drop'
  /** Sends half of the answer and closes. */
  | 'truncate'
  /** Sends a part of the answer and then nothing more. */
  | 'stall'
  /** Announces fewer bytes than were asked for, and sends those. */
  | 'short-length'
  /** Announces more bytes than it sends. */
  | 'long-length'
  /** Says another size of the whole file. */
  | 'lie-total'
  /** Sends another part of the file. */
  | 'other-part'
  /** Sends the whole file. */
  | 'no-ranges'
  /** Has another version of the file. */
  | 'new-version'
  | { status: number; retryAfter?: string; body?: string };

export interface ShardServer {
  url: string;
  /** Every request so far: path and range. */
  requests: { path: string; range: string; authorization: string | undefined; at: number }[];
  close(): Promise<void>;
}

/** Serves `files` by range; `fault` says what goes wrong with request number n (from 0), not counting other files. */
export async function serveShards(
  files: Record<string, Buffer>,
  fault: (request: number, path: string) => Fault = () => 'none',
): Promise<ShardServer> {
  const requests: ShardServer['requests'] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/\?.*$/, '').slice(1);
    const { range = '', authorization } = request.headers;
    requests.push({ path, range, authorization, at: Date.now() });
    const bytes = files[path];
    if (!bytes) {
      response.writeHead(404).end();
      return;
    }
    answer(request, response, bytes, fault(requests.length - 1, path));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(request: IncomingMessage, response: ServerResponse, bytes: Buffer, fault: Fault): void {
  if (fault === 'drop') {
    request.socket.destroy();
    return;
  }
  if (typeof fault === 'object') {
    response.writeHead(
      fault.status,
      fault.retryAfter === undefined ? {} : { 'Retry-After': fault.retryAfter },
    );
    response.end(fault.body ?? '');
    return;
  }
  const [, first = '0', last = '0'] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  const start = Number(first) + (fault === 'other-part' ? 512 : 0);
  const part = bytes.subarray(start, Number(last) + 1 + (fault === 'other-part' ? 512 : 0));
  const total = bytes.length + (fault === 'lie-total' ? 7 : 0);
  const etag = fault === 'new-version' ? '"two"' : '"one"';
  if (fault === 'no-ranges') {
    response.writeHead(200, { 'Content-Length': bytes.length, ETag: etag }).end(bytes);
    return;
  }
  const half = part.subarray(0, Math.floor(part.length / 2));
  const length =
    { 'short-length': half.length, 'long-length': part.length + 100 }[fault as string] ?? part.length;
  response.writeHead(206, {
    'Content-Length': length,
    'Content-Range': `bytes ${start}-${start + part.length - 1}/${total}`,
    ETag: etag,
  });
  if (fault === 'truncate') response.write(half, () => request.socket.destroy());
  else if (fault === 'stall') response.write(half);
  else if (fault === 'short-length') response.end(half);
  else if (fault === 'long-length') response.write(part, () => request.socket.destroy());
  else response.end(part);
}

/** Key and secret that the S3 server knows. */
export const s3Key = 'S3RVER';

interface S3rverClass {
  new (options: object): { run(): Promise<AddressInfo>; close(): Promise<void> };
}

/** An S3-compatible server with one bucket, `shards`, that holds `files`. */
export async function serveS3(
  files: Record<string, Buffer>,
): Promise<{ url: string; close(): Promise<void> }> {
  const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as S3rverClass;
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: mkdtempSync(join(tmpdir(), 'beit2-s3-')),
    configureBuckets: [{ name: 'shards' }],
    resetOnClose: true,
  });
  const url = `http://127.0.0.1:${(await server.run()).port}`;
  for (const [name, bytes] of Object.entries(files)) {
    const request = await new AwsV4Signer({
      method: 'PUT',
      url: `${url}/shards/${name}`,
      body: new Uint8Array(bytes),
      accessKeyId: s3Key,
      secretAccessKey: s3Key,
      service: 's3',
      region: 'us-east-1',
    }).sign();
    const put = await fetch(request.url, {
      method: 'PUT',
      headers: request.headers,
      body: new Uint8Array(bytes),
    });
    if (!put.ok) throw new Error(`PUT ${name}: ${put.status} ${await put.text()}`);
  }
  return { url, close: () => server.close() };
}
